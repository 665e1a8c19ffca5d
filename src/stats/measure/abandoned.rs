//! Abandoned: stays that the customer ended before an answer.

use super::sums::ABANDONED;
use super::{Entry, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "abandoned",
    "stays in a queue that the customer ended before an answer, those who balked included",
    "abandoned ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Amazon Connect leaves out those queued for callback; Asterisk adds those it ejected.",
        rules: &[Rule { of: STAY_SCOPES, formula: Formula::PerReplication(ABANDONED), shown: Shown::ByInterval }],
    },
);
