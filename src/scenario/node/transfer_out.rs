//! Out of the centre.

use super::Make;
use crate::family::{Entry, Member};
use crate::scenario::Node;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "transfer-out",
        summary: "out of the centre: the contact ends as transferred out",
        main: None,
        settings: &[],
        example: "\"transfer-out\"",
    },
    make: |_, _| Some(Node::TransferOut),
};
