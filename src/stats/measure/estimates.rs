//! Waits foretold.

use super::sums::FORETOLD;
use super::{Entry, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "estimates",
    "contacts that were foretold a wait as they began to wait, and were answered",
    "estimates ± 10",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule { of: STAY_SCOPES, formula: Formula::PerReplication(FORETOLD), shown: Shown::InTotal }],
    },
);
