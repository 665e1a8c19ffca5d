//! Scores: the points that the contacts of a type or a queue have after some time.

use super::section::{Site, default, optional};
use crate::family::{Complaint, Kind, Setting, Settings};
use crate::routing::{SCORE, Score};
use crate::units::Span;

/// What points and weights may be: far more than anybody needs, and far less than what numbers can hold.
pub(super) const POINTS: Kind = Kind::Number(-1e9, 1e9);
/// What speeds, costs and weights may be.
pub(super) const AMOUNT: Kind = Kind::Number(0.0, 1e9);

pub(super) static SETTINGS: &[Setting] = &[
    default("base", POINTS, "0", "points at once"),
    default("per_class", POINTS, "0", "points for each number of the priority class; -1 makes lower classes urgent"),
    default("per_minute", AMOUNT, "1", "points for each minute of waiting, credited time included"),
    optional("least", POINTS, "it never has less; without, no bound"),
    optional("most", POINTS, "it never has more; without, no bound"),
];

/// The setting `score`, where it is written and right.
pub(super) fn score(settings: &Settings, site: &mut Site<'_>) -> Option<Score> {
    let table = settings.find_table("score")?;
    let score = Score {
        base: table.number("base"),
        per_class: table.number("per_class"),
        per_minute: table.number("per_minute"),
        least: table.find_number("least").unwrap_or(SCORE.least),
        most: table.find_number("most").unwrap_or(SCORE.most),
    };
    if score.least > score.most {
        let text = format!("`least` is {} and `most` is {}, expected `least` not to be more", score.least, score.most);
        site.findings.complain(&table, Complaint::about("least", text).help("exchange them, or leave one out"));
    }
    Some(score)
}

/// The setting `objective`, where it is written and right.
pub(super) fn objective(settings: &Settings, site: &mut Site<'_>) -> Option<Span> {
    settings.find("objective")?;
    let objective = site.finite(settings, "objective")?;
    if objective == Span::ZERO {
        let complaint = Complaint::about("objective", "an objective of `0s` is missed at once, expected more");
        site.findings.complain(settings, complaint.help("write the wait that is aimed at, such as \"20s\""));
    }
    Some(objective)
}
