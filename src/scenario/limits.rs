//! Limits: where a run ends, with an explanation, before it harms the machine.

/// Bounds on one replication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most events that one replication may handle.
    pub events: u64,
    /// Most contacts that may be present at one time.
    pub contacts_present: u64,
    /// Most memory that measures may take [bytes].
    pub memory: u64,
}
