//! Utilisation: the busy share of the time that people are there, breaks included.

use super::sums::{HANDLING, STAFFED};
use super::{AGENT_SCOPES, Entry, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "utilisation",
    "time talking and wrapping up, out of all time staffed, breaks included",
    "utilisation ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "Others divide by scheduled time, absence included.",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::Ratio { above: HANDLING, below: STAFFED },
            shown: Shown::InTotal,
        }],
    },
);
