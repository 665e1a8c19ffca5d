//! List penetration: the share of records that were dialled.

use super::sums::{RECORDS, RECORDS_TRIED};
use super::{CONTACT_SCOPES, Entry, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "list_penetration",
    "records that were dialled at least once, out of all on the lists",
    "list_penetration ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "Records that ended during the warm-up are left out.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: RECORDS_TRIED, below: RECORDS },
            shown: Shown::InTotal,
        }],
    },
);
