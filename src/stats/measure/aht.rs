//! Average handling time: talk and wrap-up.

use super::sums::{ANSWERED, HANDLING};
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, TEAM, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "aht",
    "talk and wrap-up, over stays answered; for a team its working time, over the contacts it answered (average \
     handling time)",
    "aht ± 2s",
    Measure {
        unit: Unit::Seconds,
        variants: "Others leave wrap-up out, or add hold and outbound work.",
        rules: &[
            Rule {
                of: STAY_SCOPES,
                formula: Formula::Ratio { above: &[Field::Talk, Field::WrapUp], below: ANSWERED },
                shown: Shown::ByInterval,
            },
            Rule {
                of: TEAM,
                formula: Formula::Ratio { above: HANDLING, below: &[Field::AgentAnswered] },
                shown: Shown::InTotal,
            },
        ],
    },
);
