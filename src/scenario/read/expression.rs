//! Expressions in the file: checked as they are read, with every fault shown where it stands inside the quotes.

use super::tree::{Node, Tree};
use super::{Finding, Reader, quotes};
use crate::expression::{self, Fault, Stretch, Vocabulary, Wanted};
use crate::family::{Around, Kind, Place, Subject};
use crate::scenario::condition::gauges;
use crate::units::QueueId;

impl Reader<'_> {
    /// The text of a condition over skills and attributes that is right.
    pub(super) fn requirement(&mut self, node: &Node, kind: &Kind) -> Option<String> {
        self.expression(node, kind, (&self.names.traits(), Wanted::Truth))
    }

    /// The text of an expression that is right in the words of a vocabulary.
    fn expression(&mut self, node: &Node, kind: &Kind, (words, wanted): (&Vocabulary, Wanted)) -> Option<String> {
        let Tree::Text(text) = &node.tree else {
            return self.refuse(node, kind);
        };
        match expression::read(text, words, wanted) {
            Ok(_) => Some(text.clone()),
            Err(faults) => self.faulty(node.place, text, faults),
        }
    }

    /// The text of a score that is right.
    pub(super) fn score(&mut self, node: &Node, kind: &Kind, subject: Subject) -> Option<String> {
        let words = match subject {
            Subject::Contact => Vocabulary::of_contacts(),
            Subject::Agent => self.names.agents(),
        };
        self.expression(node, kind, (&words, Wanted::Number))
    }

    /// The text of a condition over the state of the centre that is right.
    pub(super) fn condition(&mut self, node: &Node, kind: &Kind, around: Around) -> Option<String> {
        let (words, _) = gauges(self.names, around, QueueId(0));
        self.expression(node, kind, (&words, Wanted::Truth))
    }

    fn faulty<T>(&mut self, whole: Place, text: &str, faults: Vec<Fault>) -> Option<T> {
        let file = self.sources.text(whole.file);
        let written = file.get(whole.start as usize..whole.end as usize).unwrap_or_default();
        let origins = quotes::origins(written, text);
        for Fault { place, text, note, help } in faults {
            let place = origins.as_ref().map_or(whole, |origins| part(whole, place, origins));
            let finding = Finding::error(place, format!("{}: {text}", self.here())).help(help);
            self.findings.add(Finding { notes: note.into_iter().collect(), ..finding });
        }
        None
    }
}

/// Where a stretch of a text stands in the file; the end of the text is the quote that closes it.
fn part(whole: Place, stretch: Stretch, origins: &[u32]) -> Place {
    let at = |byte: usize| whole.start + origins[byte.min(origins.len() - 1)];
    let start = at(stretch.start);
    Place { file: whole.file, start, end: at(stretch.end).max(start + 1) }
}
