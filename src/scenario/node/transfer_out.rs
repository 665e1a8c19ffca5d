//! Out of the centre.

use super::{Make, go};
use crate::family::{Entry, Member};
use crate::scenario::{Aim, Ending};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "transfer-out",
        summary: "out of the centre: the contact ends as transferred out",
        main: None,
        settings: &[],
        example: "\"transfer-out\"",
    },
    make: |_, _| go("out of the centre", Aim::End(Ending::TransferredOut)),
};
