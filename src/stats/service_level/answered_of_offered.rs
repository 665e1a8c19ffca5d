//! Answered in time out of answered and abandoned (F3), the default.

use super::Grade::{AbandonedInTime, AbandonedLate, AbandonedShort, AnsweredInTime, AnsweredLate};
use super::common::{COMMON, plain};
use super::{Entry, Make, Member};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "answered-of-offered",
        summary: "answered within the threshold out of answered and abandoned: every abandoned contact counts as a failure",
        main: Some("threshold"),
        settings: COMMON,
        example: "{ answered-of-offered = \"20s\" }",
    },
    make: |settings| {
        plain(
            settings,
            "answered-of-offered",
            &[AnsweredInTime],
            &[AnsweredInTime, AnsweredLate, AbandonedShort, AbandonedInTime, AbandonedLate],
        )
    },
};
