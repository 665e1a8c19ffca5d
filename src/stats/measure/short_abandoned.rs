//! Short abandonment: gone before the short bound of the service level.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "short_abandoned",
    "stays abandoned within the short bound of the queue's service level",
    "short_abandoned ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Often held to be misdials and left out of service levels.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::PerReplication(&[Field::GradeAbandonedShort]),
            shown: Shown::InTotal,
        }],
    },
);
