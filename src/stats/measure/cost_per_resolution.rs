//! Cost of what self-service settles.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "cost_per_resolution",
    "cost of all uses of self-service, over visits to flows that it settled and whose customer does not come back \
     about it",
    "cost_per_resolution ± 5% relative",
    Measure {
        unit: Unit::Money,
        variants: "Others divide by everything contained.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::UseCost], below: &[Field::ExitResolved] },
            shown: Shown::InTotal,
        }],
    },
);
