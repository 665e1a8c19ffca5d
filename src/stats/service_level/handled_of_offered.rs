//! Answered or abandoned in time out of answered and abandoned (F1).

use super::Grade::{AbandonedInTime, AbandonedLate, AbandonedShort, AnsweredInTime, AnsweredLate};
use super::common::{COMMON, plain};
use super::{Entry, Make, Member};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "handled-of-offered",
        summary: "answered or abandoned within the threshold out of answered and abandoned: who leaves in time counts as a success",
        main: Some("threshold"),
        settings: COMMON,
        example: "{ handled-of-offered = \"20s\" }",
    },
    make: |settings| {
        plain(
            settings,
            "handled-of-offered",
            &[AnsweredInTime, AbandonedShort, AbandonedInTime],
            &[AnsweredInTime, AnsweredLate, AbandonedShort, AbandonedInTime, AbandonedLate],
        )
    },
};
