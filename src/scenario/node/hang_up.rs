//! The end of the call by the centre.

use super::{Make, go};
use crate::family::{Entry, Member};
use crate::scenario::{Aim, Ending};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "hang-up",
        summary: "the end of the call by the centre: the contact ends as closed",
        main: None,
        settings: &[],
        example: "\"hang-up\"",
    },
    make: |_, _| go("the centre hangs up", Aim::End(Ending::Closed)),
};
