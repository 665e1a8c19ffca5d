//! The texts that were read: the scenario, its overrides and its CSV files.

use super::findings::Finding;
use crate::family::Place;
use crate::scenario::diagnostic::{Diagnostic, Spot};

/// Longest text that a `Place` can point into [bytes].
pub(in crate::scenario) const LONGEST: u64 = u32::MAX as u64;

/// Every text read so far; a `Place` names one by its position.
#[derive(Debug, Default)]
pub(in crate::scenario) struct Sources {
    texts: Vec<Source>,
}

/// One text.
#[derive(Debug)]
struct Source {
    name: String,
    text: String,
}

impl Sources {
    /// Keeps a text under the name that messages give it; its number.
    pub(in crate::scenario) fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> u32 {
        self.texts.push(Source { name: name.into(), text: text.into() });
        self.texts.len() as u32 - 1
    }

    /// The number of the text that is kept next.
    pub(in crate::scenario) fn next(&self) -> u32 {
        self.texts.len() as u32
    }

    /// The number of a text that was kept under this name.
    pub(in crate::scenario) fn find(&self, name: &str) -> Option<u32> {
        self.texts.iter().position(|source| source.name == name).map(|index| index as u32)
    }

    /// The text of this number.
    pub(in crate::scenario) fn text(&self, file: u32) -> &str {
        &self.texts[file as usize].text
    }

    /// The finding with the line it points at.
    pub(in crate::scenario) fn locate(&self, finding: Finding) -> Diagnostic {
        let Finding { severity, place, message, label, notes, help } = finding;
        Diagnostic { severity, message, spot: place.map(|place| self.spot(place, label)), notes, help }
    }

    /// The first line of a place.
    fn spot(&self, place: Place, label: String) -> Spot {
        let Source { name, text } = &self.texts[place.file as usize];
        let start = floor(text, place.start as usize);
        let end = floor(text, place.end as usize).max(start);
        let first = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let last = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let line = text[first..last].trim_end_matches('\r');
        let count = |to: usize| text[first..to.min(first + line.len()).max(first)].chars().count() + 1;
        let (column, end_column) = (count(start), count(end).max(count(start)));
        let number = text[..first].matches('\n').count() + 1;
        Spot { file: name.clone(), line: number, column, end_column, text: line.to_owned(), label }
    }
}

/// The nearest character boundary at or before a byte.
fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
