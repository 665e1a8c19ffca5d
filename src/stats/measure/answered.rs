//! Answered: stays that ended with an agent.

use super::sums::ANSWERED;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, TEAM, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "answered",
    "stays in a queue that an agent answered; for a team, contacts its agents answered",
    "answered ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Transferred contacts count once for each answer; `served` counts contacts. A queue books by the \
         interval its service level names, a team by the interval of the answer.",
        rules: &[
            Rule { of: STAY_SCOPES, formula: Formula::PerReplication(ANSWERED), shown: Shown::ByInterval },
            Rule { of: TEAM, formula: Formula::PerReplication(&[Field::AgentAnswered]), shown: Shown::ByInterval },
        ],
    },
);
