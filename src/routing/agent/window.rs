//! Only the first few go on.

use super::{AgentKey, MakeAgentKey};
use crate::family::{Choice, Entry, Kind, Member, Need, Setting};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "window",
        summary: "no key but a border: of all free agents who may take the contact, those whom the keys before it put \
                  first, so many, are compared anew by the keys after it alone; the order of the file decides between \
                  equals on both sides",
        main: Some("first"),
        settings: &[
            Setting { name: "first", kind: Kind::Count(1, 10_000), need: Need::Required, summary: "how many go on" },
            Setting {
                name: "of",
                kind: Kind::Choice(OF),
                need: Need::Default("\"able\""),
                summary: "of whom so many go on",
            },
        ],
        example: "[\"longest-idle\", { window = 100 }, \"best-skill\"]",
    },
    make: |settings, _| {
        let first = settings.count("first") as u32;
        Ok(if settings.choice("of") == "members" { AgentKey::View(first) } else { AgentKey::Window(first) })
    },
};

const OF: &[Choice] = &[
    Choice { word: "able", summary: "of those who are free and may take the contact" },
    Choice {
        word: "members",
        summary: "of all who are free and work for the queue, before it is looked at whether they may take the contact; \
                  where none of them may, it waits, though others are free who may, until they are among the first or one \
                  of them takes it after another contact",
    },
];

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("one of the first {} by the keys before", Unit::Number).drawn();
