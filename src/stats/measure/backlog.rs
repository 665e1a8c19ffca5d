//! Deferred work left.

use super::{Entry, Field, Formula, Measure, Rule, Shown, Unit, WAITING_SCOPES, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "backlog",
    "deferred contacts waiting when an interval ends, over the whole run averaged over the intervals",
    "backlog ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "What is with an agent, on hold or inactive is not in it.",
        rules: &[Rule {
            of: WAITING_SCOPES,
            formula: Formula::Ratio { above: &[Field::Backlog], below: &[Field::BacklogLooks] },
            shown: Shown::ByInterval,
        }],
    },
);
