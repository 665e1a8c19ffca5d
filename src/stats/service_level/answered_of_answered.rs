//! Answered in time out of all answered: who abandons does not count (F2).

use super::Grade::{AnsweredInTime, AnsweredLate};
use super::common::{COMMON, plain};
use super::{Entry, Make, Member};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "answered-of-answered",
        summary: "answered within the threshold out of answered; abandoned contacts do not count at all",
        main: Some("threshold"),
        settings: COMMON,
        example: "{ answered-of-answered = \"20s\" }",
    },
    make: |settings| plain(settings, "answered-of-answered", &[AnsweredInTime], &[AnsweredInTime, AnsweredLate]),
};
