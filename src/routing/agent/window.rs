//! Only the first few go on.

use super::{AgentKey, MakeAgentKey};
use crate::family::{Entry, Kind, Member, Need, Setting};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "window",
        summary: "no key but a border: of all free agents who may take the contact, those whom the keys before it put \
                  first, so many, are compared anew by the keys after it alone; the order of the file decides between \
                  equals on both sides",
        main: Some("first"),
        settings: &[Setting {
            name: "first",
            kind: Kind::Count(1, 10_000),
            need: Need::Required,
            summary: "how many go on",
        }],
        example: "[\"longest-idle\", { window = 100 }, \"best-skill\"]",
    },
    make: |settings, _| Ok(AgentKey::Window(settings.count("first") as u32)),
};

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("one of the first {} by the keys before", Unit::Number).drawn();
