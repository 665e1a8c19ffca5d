//! Answered within so many opening hours, out of everything that came.

use super::Grade::{
    AbandonedInTime, AbandonedLate, AbandonedShort, AnsweredInTime, AnsweredLate, Ejected, FlowOutInTime, FlowOutLate,
    Unfinished,
};
use super::common::{BOOKED, CLOCK, NAME, plain, runs};
use super::{Entry, Make, Member};
use crate::family::{Kind, Need, Setting};

const SETTINGS: &[Setting] = &[
    Setting {
        name: "threshold",
        kind: Kind::Span,
        need: Need::Default("\"8h\""),
        summary: "the time T, by default of opening hours of the queue; a wait of exactly T is in time",
    },
    runs("\"in-hours\""),
    CLOCK,
    BOOKED,
    NAME,
];

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "within-hours",
        summary: "for deferred work: answered within so many opening hours out of all that came, also what was sent elsewhere, \
                  cut off or left undone",
        main: Some("threshold"),
        settings: SETTINGS,
        example: "{ within-hours = \"8h\" }",
    },
    make: |settings| {
        plain(
            settings,
            "within-hours",
            &[AnsweredInTime],
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
