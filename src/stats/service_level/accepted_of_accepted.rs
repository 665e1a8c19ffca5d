//! Accepted by a person within 20 seconds out of all accepted (F9).

use super::Grade::{AnsweredInTime, AnsweredLate};
use super::common::{FIXED, plain};
use super::{Entry, Make, Member};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "accepted-of-accepted",
        summary: "accepted by an agent within 20 s, a bound that cannot be set, out of accepted",
        main: None,
        settings: FIXED,
        example: "\"accepted-of-accepted\"",
    },
    make: |settings| plain(settings, "accepted-of-accepted", &[AnsweredInTime], &[AnsweredInTime, AnsweredLate]),
};
