//! Service level: the share of stays that went well by the queue's own definition.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "service_level",
    "stays that count as served well, out of those that count, by the first service level of their queue",
    "service_level ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "A ratio of sums over all replications, never a mean of percentages; the presets of service levels \
         name the definitions in use.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::ServiceGood], below: &[Field::ServiceOf] },
            shown: Shown::ByInterval,
        }],
    },
);
