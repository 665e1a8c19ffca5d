//! Mean time on hold.

use super::sums::ANSWERED;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "hold_time",
    "time on hold while the agent works on a contact that came before, over stays answered",
    "hold_time ± 2s",
    Measure {
        unit: Unit::Seconds,
        variants: "Those who were never on hold count as zero; others leave them out. Talk and handling time do not hold it.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::OnHold], below: ANSWERED },
            shown: Shown::InTotal,
        }],
    },
);
