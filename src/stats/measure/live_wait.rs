//! Wait of customers who were called and answered by an agent.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "live_wait",
    "wait of customers who were called, until an agent answered",
    "live_wait ± 0.5s",
    Measure {
        unit: Unit::Seconds,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::LiveWait], below: &[Field::LiveAnswered] },
            shown: Shown::ByInterval,
        }],
    },
);
