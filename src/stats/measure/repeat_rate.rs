//! Repeat rate: the share of contacts that are not the first about their matter.

use super::sums::ARRIVED;
use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "repeat_rate",
    "redials and reconnects, out of all contacts that came",
    "repeat_rate ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "Others count repeats within a number of days; here the customer's matter is known, however long \
         it takes.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::ArrivedRedial, Field::ArrivedReconnect], below: ARRIVED },
            shown: Shown::InTotal,
        }],
    },
);
