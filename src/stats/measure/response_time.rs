//! Mean time to a reply.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "response_time",
    "time from the moment that a customer has written, or was answered first, until the agent has replied, over \
     replies",
    "response_time ± 2s",
    Measure {
        unit: Unit::Seconds,
        variants: "Others take the wait in the queue into the first response, or leave the first one out.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::ReplyTime], below: &[Field::Replies] },
            shown: Shown::InTotal,
        }],
    },
);
