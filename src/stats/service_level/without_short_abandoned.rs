//! Answered in time out of answered and abandoned, short abandonments left out (F7).

use super::Grade::{AbandonedInTime, AbandonedLate, AnsweredInTime, AnsweredLate};
use super::common::{SHORT, plain};
use super::{Entry, Make, Member};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "without-short-abandoned",
        summary: "answered within the threshold out of answered and abandoned after the short bound",
        main: Some("threshold"),
        settings: SHORT,
        example: "{ without-short-abandoned = \"20s\" }",
    },
    make: |settings| {
        plain(
            settings,
            "without-short-abandoned",
            &[AnsweredInTime],
            &[AnsweredInTime, AnsweredLate, AbandonedInTime, AbandonedLate],
        )
    },
};
