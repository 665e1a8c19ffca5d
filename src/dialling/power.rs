//! So many calls for each agent who is free.

use super::{Calls, Dialling, Make};
use crate::family::{Entry, Kind, Member, Need, Setting};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "power",
        summary: "Always so many calls at a time for each agent who is free, rounded down over all of them, but at least \
                  one.",
        main: Some("calls_per_agent"),
        settings: &[Setting {
            name: "calls_per_agent",
            kind: Kind::Number(1.0, 100.0),
            need: Need::Required,
            summary: "calls at a time for each agent who is free",
        }],
        example: "{ power = 2.5 }",
    },
    make: |settings| Ok(Dialling { calls: Calls::Fixed(settings.number("calls_per_agent")), preview: None }),
};
