//! Blocking: the share that hears a busy tone; Erlang B is its closed form.

use super::sums::{ARRIVED, STAYS};
use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, QUEUE, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "blocking",
    "contacts refused with a busy tone, out of all that came; for a queue stays, out of all that asked for a place",
    "blocking ± 0.5%",
    Measure {
        unit: Unit::Share,
        variants: "Also called grade of service, a word some use for service level.",
        rules: &[
            Rule {
                of: CONTACT_SCOPES,
                formula: Formula::Ratio { above: &[Field::OutcomeBlocked], below: ARRIVED },
                shown: Shown::InTotal,
            },
            Rule {
                of: QUEUE,
                formula: Formula::Ratio { above: &[Field::GradeBlocked], below: STAYS },
                shown: Shown::InTotal,
            },
        ],
    },
);
