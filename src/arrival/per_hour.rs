//! So many an hour, by chance, all the time.

use std::sync::Arc;

use super::{Make, Poisson, Process};
use crate::calendar::Calendar;
use crate::family::{Complaint, Entry, Kind, Member, Need, Setting, Settings};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "per_hour",
        summary: "So many an hour on average, by chance, all the time: `poisson` at one rate.",
        main: Some("number"),
        settings: &[Setting {
            name: "number",
            kind: Kind::Number(0.0, 1e9),
            need: Need::Required,
            summary: "Expected arrivals an hour.",
        }],
        example: "{ per_hour = 300 }",
    },
    make,
};

#[expect(clippy::unnecessary_wraps, reason = "every member of the family is made by the same kind of function")]
fn make(settings: &Settings, calendar: &Calendar) -> Result<Arc<dyn Process>, Complaint> {
    Ok(Arc::new(Poisson::constant(settings.number("number"), calendar.end())))
}
