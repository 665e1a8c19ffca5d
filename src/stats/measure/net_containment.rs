//! Containment without those who come back.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "net_containment",
    "visits to flows that self-service settled and whose customer does not come back about it, out of all visits",
    "net_containment ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "Others take off whoever calls again within a day, for whatever reason.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::ExitResolved], below: &[Field::FlowVisits] },
            shown: Shown::InTotal,
        }],
    },
);
