//! Work without its overlaps.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "focus_time",
    "work on replies, as long as it would have taken one by one, over conversations in which an agent has replied",
    "focus_time ± 2s",
    Measure {
        unit: Unit::Seconds,
        variants: "Without wrap-up. What `talk_time` is above it are waits for the customer and for other turns of \
                 the same agent.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::ReplyWork], below: &[Field::Conversations] },
            shown: Shown::InTotal,
        }],
    },
);
