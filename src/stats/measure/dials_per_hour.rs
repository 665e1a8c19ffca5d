//! Attempts by the hour.

use super::sums::DIALLED;
use super::{CONTACT_SCOPES, Entry, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "dials_per_hour",
    "attempts of campaigns to reach customers, over time",
    "dials_per_hour ± 5% relative",
    Measure {
        unit: Unit::PerHour,
        variants: "",
        rules: &[Rule { of: CONTACT_SCOPES, formula: Formula::TimeAverage(DIALLED), shown: Shown::ByInterval }],
    },
);
