//! Fields of contacts that a score may name; a line each, so they share a file.
//!
//! None of them tells what a real centre could not know, such as the patience or the talk of the very contact.

use super::vocabulary::{FieldKind, Moves};
use crate::family::{Entry, Family, Member};

/// Every field of a contact, sorted by name.
pub static CONTACT_FIELDS: Family<FieldKind> = Family {
    name: "contact-fields",
    summary: "what a score may know of a contact",
    bare: None,
    entries: &[
        field("attempt", Moves::Never, "which attempt of the customer it is [1 is the first]", "\"attempt * 30s\""),
        field(
            "deadline",
            Moves::Clock(-1.0),
            "time left until its wait exceeds its objective [seconds; negative when it does]",
            "\"0 - deadline\"",
        ),
        field(
            "further_wait",
            Moves::Events,
            "time that its queue will need until an agent takes the next contact there: the mean of the last ten such \
             times while somebody waited [seconds; 0 before the first]",
            "\"wait + further_wait\"",
        ),
        field(
            "handle_time",
            Moves::Never,
            "mean talk and wrap-up of its type at normal speed [seconds]",
            "\"value / handle_time\"",
        ),
        field(
            "objective",
            Moves::Never,
            "wait that is aimed at, of its type or its queue [seconds]",
            "\"wait / objective\"",
        ),
        field("priority", Moves::Never, "its priority class [lower is more urgent]", "\"wait - priority * 60s\""),
        field("queue_length", Moves::Events, "contacts that wait in its queue, itself among them", "\"queue_length\""),
        field("value", Moves::Never, "what it is worth to serve one of its type", "\"value * wait\""),
        field("wait", Moves::Clock(1.0), "time in this queue, with what it was credited with [seconds]", "\"wait\""),
        field(
            "wait_since_arrival",
            Moves::Clock(1.0),
            "time since it reached the centre [seconds]",
            "\"wait_since_arrival\"",
        ),
    ],
};

const fn field(keyword: &'static str, moves: Moves, summary: &'static str, example: &'static str) -> Entry<FieldKind> {
    Entry {
        member: Member { keyword, summary, main: None, settings: &[], example },
        make: FieldKind { truth: false, moves },
    }
}
