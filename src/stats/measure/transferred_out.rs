//! Transfers out of the centre.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "transferred_out",
    "contacts sent out of the centre",
    "transferred_out ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::OutcomeTransferredOut]),
            shown: Shown::InTotal,
        }],
    },
);
