//! Containment: settled by self-service in this visit.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "containment",
    "contacts that self-service settled, out of those that went through a flow",
    "containment ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "Those who come back about it are taken off in `net_containment`; others count every call that met no agent, \
         hang-ups included.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::OutcomeSelfServed], below: &[Field::FlowVisits] },
            shown: Shown::InTotal,
        }],
    },
);
