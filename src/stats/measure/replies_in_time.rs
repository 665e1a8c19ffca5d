//! Replies as soon as is aimed at.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "replies_in_time",
    "replies within `reply_within`, out of all replies; all are where nothing is aimed at",
    "replies_in_time ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::RepliesInTime], below: &[Field::Replies] },
            shown: Shown::InTotal,
        }],
    },
);
