//! Records that were given up.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "records_given_up",
    "records of which all attempts that the campaign makes were in vain",
    "records_given_up ± 5% relative",
    Measure {
        unit: Unit::Records,
        variants: "Bad numbers are not among them.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::RecordGivenUp]),
            shown: Shown::InTotal,
        }],
    },
);
