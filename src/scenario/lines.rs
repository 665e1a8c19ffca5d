//! Trunk lines: how many contacts the centre can hold on the line at all.

/// A group of trunk lines; who finds all of them taken hears a busy tone.
#[derive(Debug, Clone)]
pub struct Lines {
    /// Name given in the file.
    pub name: String,
    /// How many there are.
    pub count: u32,
}
