//! The most urgent class first.

use super::{ContactKey, Entry, Make};
use crate::family::{Choice, Kind, Member, Need, Setting};
use crate::record::{Telling, Unit};

/// Which end of the classes is urgent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgent {
    /// Class 1 goes before class 2.
    Lower,
    /// Class 2 goes before class 1.
    Higher,
}

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "priority",
        summary: "the contact of the most urgent priority class; nobody is interrupted for it",
        main: Some("first"),
        settings: &[Setting {
            name: "first",
            kind: Kind::Choice(ENDS),
            need: Need::Default("\"lower\""),
            summary: "which classes are urgent",
        }],
        example: "[\"priority\"]",
    },
    make: |settings| match settings.choice("first") {
        "higher" => Ok(ContactKey::Priority(Urgent::Higher)),
        _ => Ok(ContactKey::Priority(Urgent::Lower)),
    },
};

const ENDS: &[Choice] = &[
    Choice { word: "lower", summary: "class 1 goes before class 2" },
    Choice { word: "higher", summary: "class 2 goes before class 1" },
];

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("class {}", Unit::Number);
