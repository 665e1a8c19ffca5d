//! Answered in time out of answered and abandoned late (F4).

use super::Grade::{AbandonedLate, AnsweredInTime, AnsweredLate};
use super::common::{COMMON, plain};
use super::{Entry, Make, Member};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "without-abandoned-in-time",
        summary: "answered within the threshold out of answered and abandoned after the threshold: who leaves in time does not count",
        main: Some("threshold"),
        settings: COMMON,
        example: "{ without-abandoned-in-time = \"20s\" }",
    },
    make: |settings| {
        plain(settings, "without-abandoned-in-time", &[AnsweredInTime], &[AnsweredInTime, AnsweredLate, AbandonedLate])
    },
};
