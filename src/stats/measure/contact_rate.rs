//! Contact rate: the share of attempts that a person answered.

use super::sums::DIALLED_OUT;
use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "contact_rate",
    "attempts that a person answered who was not taken for a machine, out of those that ended",
    "contact_rate ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "Others count only the person who was meant: right-party contacts.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::DialLive], below: DIALLED_OUT },
            shown: Shown::ByInterval,
        }],
    },
);
