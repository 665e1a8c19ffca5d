//! Answered less answered late, out of answered and what the options add (F6).

use super::Grade::{
    AbandonedInTime, AbandonedLate, AbandonedShort, AnsweredInTime, AnsweredLate, FlowOutInTime, FlowOutLate,
};
use super::common::{BOOKED, CLOCK, NAME, RUNS, SHORT_BOUND, THRESHOLD, plain};
use super::{Entry, Make, Member};
use crate::family::{Choice, Kind, Need, Setting};

const ABANDONED: &[Choice] = &[
    Choice { word: "all", summary: "all of them count below the line" },
    Choice { word: "without-short", summary: "only those after the short bound" },
    Choice { word: "none", summary: "none of them" },
];

const SETTINGS: &[Setting] = &[
    THRESHOLD,
    SHORT_BOUND,
    Setting {
        name: "abandoned",
        kind: Kind::Choice(ABANDONED),
        need: Need::Default("\"all\""),
        summary: "which abandoned contacts count below the line",
    },
    Setting {
        name: "flow_outs",
        kind: Kind::Flag,
        need: Need::Default("false"),
        summary: "whether contacts sent elsewhere count below the line",
    },
    CLOCK,
    RUNS,
    BOOKED,
    NAME,
];

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "not-late",
        summary: "answered less answered late, out of answered and, by its options, abandoned and sent elsewhere",
        main: Some("threshold"),
        settings: SETTINGS,
        example: "{ not-late = { threshold = \"20s\", abandoned = \"without-short\", flow_outs = true } }",
    },
    make: |settings| {
        let mut denominator = vec![AnsweredInTime, AnsweredLate];
        match settings.choice("abandoned") {
            "all" => denominator.extend([AbandonedShort, AbandonedInTime, AbandonedLate]),
            "without-short" => denominator.extend([AbandonedInTime, AbandonedLate]),
            _ => {}
        }
        if settings.flag("flow_outs") {
            denominator.extend([FlowOutInTime, FlowOutLate]);
        }
        plain(settings, "not-late", &[AnsweredInTime], &denominator)
    },
};
