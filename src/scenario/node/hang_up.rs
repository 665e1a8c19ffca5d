//! The end of the call by the centre.

use super::Make;
use crate::family::{Entry, Member};
use crate::scenario::Node;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "hang-up",
        summary: "the end of the call by the centre: the contact ends as closed",
        main: None,
        settings: &[],
        example: "\"hang-up\"",
    },
    make: |_, _| Some(Node::HangUp),
};
