//! Age of the oldest.

use super::{Entry, Field, Formula, Measure, Rule, Shown, Unit, WAITING_SCOPES, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "oldest_age",
    "how long the oldest deferred contact has waited in its queue when an interval ends, 0 where none waits; over the \
     whole run averaged over the intervals",
    "oldest_age ± 5% relative",
    Measure {
        unit: Unit::Seconds,
        variants: "By the whole wait, whatever clock a service level has.",
        rules: &[Rule {
            of: WAITING_SCOPES,
            formula: Formula::Ratio { above: &[Field::OldestAge], below: &[Field::BacklogLooks] },
            shown: Shown::ByInterval,
        }],
    },
);
