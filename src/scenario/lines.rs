//! Trunk lines: how many contacts the centre can hold on the line at all.

use super::section::required;
use crate::family::{Kind, Setting, Settings};

/// A group of trunk lines; who finds all of them taken hears a busy tone.
#[derive(Debug, Clone)]
pub struct Lines {
    /// Name given in the file.
    pub name: String,
    /// How many there are.
    pub count: u32,
}

pub(super) static SETTINGS: &[Setting] =
    &[required("count", Kind::Count(0, u32::MAX as u64), "how many contacts they carry at once")];

/// The lines of these settings.
pub(super) fn build(name: &str, settings: &Settings) -> Lines {
    Lines { name: name.to_owned(), count: settings.count("count") as u32 }
}
