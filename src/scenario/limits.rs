//! Limits: where a run ends, with an explanation, before it harms the machine.

use super::section::default;
use crate::family::{Complaint, Kind, Setting, Settings, Value};

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

pub(super) static SETTINGS: &[Setting] = &[
    default("events", Kind::Count(1, u64::MAX), "10_000_000_000", "most events that one replication may handle"),
    default(
        "contacts_present",
        Kind::Count(1, u64::MAX),
        "2_000_000",
        "most contacts that may be present at one time; each takes some 200 bytes on every thread",
    ),
    default(
        "memory",
        Kind::Either(&[Kind::Count(1, u64::MAX), Kind::Text]),
        "\"1 GiB\"",
        "most memory that measures may take: bytes, or with a unit such as \"512 MiB\" or \"2 GB\"",
    ),
];

const UNITS: [(&str, f64); 7] = [
    ("KiB", 1_024.0),
    ("MiB", 1_048_576.0),
    ("GiB", 1_073_741_824.0),
    ("kB", 1e3),
    ("MB", 1e6),
    ("GB", 1e9),
    ("B", 1.0),
];

/// The bounds of these settings.
pub(super) fn build(settings: &Settings) -> Result<Limits, Complaint> {
    let memory = match settings.find("memory").map(|located| &located.value) {
        Some(Value::Count(count)) => *count,
        Some(Value::Text(text)) => amount(text).ok_or_else(|| {
            let complaint = Complaint::about("memory", format!("found `{text}`, expected an amount of memory"));
            complaint.help("write it as \"512 MiB\", \"2 GB\" or a number of bytes")
        })?,
        other => panic!("`memory` was read as {other:?}"),
    };
    Ok(Limits { events: settings.count("events"), contacts_present: settings.count("contacts_present"), memory })
}

fn amount(text: &str) -> Option<u64> {
    let (number, size) = UNITS.iter().find_map(|(unit, size)| Some((text.trim().strip_suffix(unit)?, size)))?;
    let bytes = number.trim().parse::<f64>().ok()? * size;
    (bytes >= 1.0 && bytes < u64::MAX as f64).then_some(bytes as u64)
}
