//! One call for each agent who is free.

use super::{Calls, Dialling, Make};
use crate::family::{Entry, Member};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "progressive",
        summary: "One call at a time for each agent who is free. The agent is not held for it: who is called by somebody \
                  else meanwhile is not free when the customer answers.",
        main: None,
        settings: &[],
        example: "\"progressive\"",
    },
    make: |_| Ok(Dialling { calls: Calls::Fixed(1.0), preview: None }),
};
