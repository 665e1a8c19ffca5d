//! Appointments: one contact at each listed time.

use std::sync::Arc;

use super::batch::{Batch, Size};
use super::moments::{AT, DAYS, moments};
use super::{Make, Process};
use crate::calendar::Calendar;
use crate::family::{Complaint, Entry, Kind, Member, Need, Setting, Settings};
use crate::random::distribution::{DISTRIBUTIONS, make as distribution};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "scheduled",
        summary: "One contact at each listed time: appointments, planned calls.",
        main: Some("at"),
        settings: &[
            AT,
            DAYS,
            Setting {
                name: "lateness",
                kind: Kind::Family(&DISTRIBUTIONS),
                need: Need::Default("\"0s\""),
                summary: "How long after its time each contact arrives.",
            },
        ],
        example: "{ scheduled = [\"09:00\", \"09:20\", \"09:40\"] }",
    },
    make,
};

fn make(settings: &Settings, calendar: &Calendar) -> Result<Arc<dyn Process>, Complaint> {
    let lateness = distribution(&settings.member("lateness"))
        .map_err(|complaint| Complaint { setting: Some("lateness"), ..complaint })?;
    Ok(Arc::new(Batch::of(moments(settings, calendar)?, Size::Exact(1), lateness, calendar.end())))
}
