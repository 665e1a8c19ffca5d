//! Answered at once: no wait at all; the rest of it is the probability of waiting.

use super::sums::OFFERED;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "answered_at_once",
    "stays answered without any wait, out of those that entered a queue",
    "answered_at_once ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "In an Erlang A queue this is one less the probability of waiting.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::AnsweredAtOnce], below: OFFERED },
            shown: Shown::ByInterval,
        }],
    },
);
