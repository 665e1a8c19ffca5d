//! Arrivals: every contact that begins, before any flow.

use super::sums::ARRIVED;
use super::{CONTACT_SCOPES, Entry, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "arrived",
    "contacts that came to the centre, first attempts, redials, reconnects and follow-ups together",
    "arrived ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Some reports call \"created\" or \"offered\" what entered a queue; here that is `offered`.",
        rules: &[Rule { of: CONTACT_SCOPES, formula: Formula::PerReplication(ARRIVED), shown: Shown::ByInterval }],
    },
);
