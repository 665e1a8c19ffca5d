//! Attempts to reach customers.

use super::sums::DIALLED;
use super::{CONTACT_SCOPES, Entry, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "dialled",
    "attempts of campaigns to reach the customer of a record, those that an agent makes included",
    "dialled ± 5% relative",
    Measure {
        unit: Unit::Calls,
        variants: "Booked when they began.",
        rules: &[Rule { of: CONTACT_SCOPES, formula: Formula::PerReplication(DIALLED), shown: Shown::ByInterval }],
    },
);
