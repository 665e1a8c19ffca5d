//! Answered in time or abandoned at once, out of answered and abandoned (F5).

use super::Grade::{AbandonedInTime, AbandonedLate, AbandonedShort, AnsweredInTime, AnsweredLate};
use super::common::{SHORT, plain};
use super::{Entry, Make, Member};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "short-as-answered",
        summary: "answered within the threshold or abandoned within the short bound, out of answered and abandoned",
        main: Some("threshold"),
        settings: SHORT,
        example: "{ short-as-answered = \"20s\" }",
    },
    make: |settings| {
        plain(
            settings,
            "short-as-answered",
            &[AnsweredInTime, AbandonedShort],
            &[AnsweredInTime, AnsweredLate, AbandonedShort, AbandonedInTime, AbandonedLate],
        )
    },
};
