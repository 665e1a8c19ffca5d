//! Offered: stays in a queue.

use super::sums::OFFERED;
use super::{Entry, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "offered",
    "contacts that entered a queue, once for each queue they entered",
    "offered ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Others count answered plus abandoned, with or without flow-outs; those differ by what is still \
         waiting or was cut off.",
        rules: &[Rule { of: STAY_SCOPES, formula: Formula::PerReplication(OFFERED), shown: Shown::ByInterval }],
    },
);
