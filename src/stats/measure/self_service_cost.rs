//! What self-service costs.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "self_service_cost",
    "cost of all uses of self-service",
    "self_service_cost ± 5% relative",
    Measure {
        unit: Unit::Money,
        variants: "`cost` is that of people alone.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::UseCost]),
            shown: Shown::InTotal,
        }],
    },
);
