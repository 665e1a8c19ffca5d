//! Whatever an expression puts first.

use super::{ContactKey, Entry, Make};
use crate::expression::{Vocabulary, Wanted, read};
use crate::family::{Kind, Member, Need, Setting, Subject};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "expression",
        summary: "the contact for which an [expression](#expressions) is largest; what is not a number comes last. Of \
                  the contacts of one type in one queue and class only the first is looked at, the one that has \
                  waited longest, so that the price grows with types, queues and classes, not with contacts",
        main: Some("score"),
        settings: &[Setting {
            name: "score",
            kind: Kind::Score(Subject::Contact),
            need: Need::Required,
            summary: "the expression, over the fields of a contact",
        }],
        example: "[{ expression = \"wait * 2 + (if priority < 3 then 100 else 0)\" }]",
    },
    make: |settings| {
        let formula = read(&settings.text("score"), &Vocabulary::of_contacts(), Wanted::Number);
        Ok(ContactKey::Expression(formula.expect("the reader refuses a wrong score")))
    },
};

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("score {}", Unit::Number);
