//! Everybody who left the queue in time, however, out of everybody who entered it (F8).

use super::Grade::{
    AbandonedInTime, AbandonedLate, AbandonedShort, AnsweredInTime, AnsweredLate, Ejected, FlowOutInTime, FlowOutLate,
    Unfinished,
};
use super::common::{COMMON, plain};
use super::{Entry, Make, Member};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "removed-of-queued",
        summary: "contacts out of the queue within the threshold, answered, abandoned or sent elsewhere, out of all that entered it",
        main: Some("threshold"),
        settings: COMMON,
        example: "{ removed-of-queued = \"20s\" }",
    },
    make: |settings| {
        plain(
            settings,
            "removed-of-queued",
            &[AnsweredInTime, AbandonedShort, AbandonedInTime, FlowOutInTime],
            &[
                AnsweredInTime,
                AnsweredLate,
                AbandonedShort,
                AbandonedInTime,
                AbandonedLate,
                Ejected,
                FlowOutInTime,
                FlowOutLate,
                Unfinished,
            ],
        )
    },
};
