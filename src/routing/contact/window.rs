//! Only the first few go on.

use super::{ContactKey, Entry, Make};
use crate::family::{Kind, Member, Need, Setting};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "window",
        summary: "no key but a border: of all contacts that the agent may take, those that the keys before it put first, \
                  so many, are compared anew by the keys after it alone; the order of arrival decides between equals on \
                  both sides. The price of a decision grows with the window",
        main: Some("first"),
        settings: &[Setting {
            name: "first",
            kind: Kind::Count(1, 10_000),
            need: Need::Required,
            summary: "how many go on",
        }],
        example: "[\"longest-wait\", { window = 10 }, \"priority\"]",
    },
    make: |settings| Ok(ContactKey::Window(settings.count("first") as u32)),
};

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("one of the first {} by the keys before", Unit::Number).drawn();
