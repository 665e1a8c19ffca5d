//! Offers: how long a contact rings before an agent answers, and what happens when none does.

use super::section::{Site, default};
use crate::family::{Complaint, Kind, Setting, Settings};
use crate::random::Distribution;
use crate::random::distribution::DISTRIBUTIONS;
use crate::units::{Share, Span};

/// How the people of a team take what is offered to them.
#[derive(Debug, Clone)]
pub struct Offers {
    /// Probability that a contact is answered at all.
    pub accept: Share,
    /// How long it rings before it is answered.
    pub answer_after: Distribution,
    /// Longest ringing; a contact not answered by then is missed.
    pub ring: Span,
    /// How long whoever missed a contact is not ready for another.
    pub not_ready_after_miss: Span,
}

/// The setting of a team.
pub(super) const OFFERS: Kind = Kind::Table(SETTINGS);

static SETTINGS: &[Setting] = &[
    default("accept", Kind::Share, "1", "probability that a contact is answered at all"),
    default("answer_after", Kind::Family(&DISTRIBUTIONS), "\"0s\"", "how long it rings before it is answered"),
    default("ring", Kind::Span, "\"20s\"", "longest ringing; a contact not answered by then goes back to its place"),
    default(
        "not_ready_after_miss",
        Kind::Span,
        "\"0s\"",
        "how long whoever missed a contact is not ready; with 0s the next one rings at once, perhaps the same",
    ),
];

/// The offers of these settings.
pub(super) fn offers(table: &Settings, site: &mut Site<'_>) -> Option<Offers> {
    let answer_after = site.distribution(table, "answer_after");
    let (ring, pause) = (site.finite(table, "ring"), site.finite(table, "not_ready_after_miss"));
    let (accept, answer_after, ring, pause) = (table.share("accept"), answer_after?, ring?, pause?);
    let misses = accept < Share::ONE || answer_after.mean() > 0.0;
    if misses && ring == Span::ZERO && pause == Span::ZERO {
        let text = "contacts that are missed would ring again and again without any time passing";
        let complaint = Complaint::about("ring", text).help("let it ring, or let `not_ready_after_miss` last");
        site.findings.complain(table, complaint);
        return None;
    }
    Some(Offers { accept, answer_after, ring, not_ready_after_miss: pause })
}
