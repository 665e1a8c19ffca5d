//! Mean time in flows.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "flow_time",
    "time in flows, over contacts that went through one",
    "flow_time ± 1s",
    Measure {
        unit: Unit::Seconds,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::FlowTime], below: &[Field::FlowVisits] },
            shown: Shown::InTotal,
        }],
    },
);
