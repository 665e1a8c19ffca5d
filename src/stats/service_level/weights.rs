//! The general record: a weight for every grade, above and below the line.

use super::Grade;
use super::common::{BOOKED, CLOCK, NAME, RUNS, SHORT_BOUND, THRESHOLD, definition};
use super::{Entry, Make, Member, Weights};
use crate::family::{Complaint, Kind, Need, Setting, Settings};

/// A weight per grade, in the order of `Grade`.
const GRADES: &[Setting] = &[
    weight("answered_in_time", "answered, wait at most the threshold"),
    weight("answered_late", "answered, wait above the threshold"),
    weight("abandoned_short", "abandoned, wait at most the short bound"),
    weight("abandoned_in_time", "abandoned, wait above the short bound and at most the threshold"),
    weight("abandoned_late", "abandoned, wait above the threshold"),
    weight("ejected", "cut off by the centre, at closing or after the maximum wait"),
    weight("flow_out_in_time", "sent elsewhere by the centre, wait at most the threshold"),
    weight("flow_out_late", "sent elsewhere by the centre, wait above the threshold"),
    weight("blocked", "refused for want of a line or a place"),
    weight("unfinished", "still there when the run was cut"),
];

const SETTINGS: &[Setting] = &[
    THRESHOLD,
    SHORT_BOUND,
    Setting { name: "numerator", kind: Kind::Table(GRADES), need: Need::Required, summary: "weights above the line" },
    Setting {
        name: "denominator",
        kind: Kind::Table(GRADES),
        need: Need::Required,
        summary: "weights below the line; at least one is above 0",
    },
    CLOCK,
    RUNS,
    BOOKED,
    NAME,
];

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "weights",
        summary: "a definition of your own: a weight for what becomes of a contact, above and below the line",
        main: None,
        settings: SETTINGS,
        example: "{ weights = { numerator = { answered_in_time = 1 }, denominator = { answered_in_time = 1, \
                  answered_late = 1, ejected = 1 } } }",
    },
    make: |settings| {
        let (numerator, denominator) = (read(settings, "numerator"), read(settings, "denominator"));
        if denominator.iter().all(|weight| *weight == 0.0) {
            let complaint = Complaint::about("denominator", "every weight below the line is 0, expected one above 0");
            return Err(complaint.help("give the contacts that count at all a weight, such as answered_in_time = 1"));
        }
        definition(settings, "weights", numerator, denominator)
    },
};

const fn weight(name: &'static str, summary: &'static str) -> Setting {
    Setting { name, kind: Kind::Number(0.0, 1e6), need: Need::Default("0"), summary }
}

fn read(settings: &Settings, name: &str) -> Weights {
    let table = settings.table(name);
    let mut weights = [0.0; Grade::COUNT];
    for (weight, setting) in weights.iter_mut().zip(GRADES) {
        *weight = table.number(setting.name);
    }
    weights
}
