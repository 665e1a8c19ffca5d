//! Fields of the centre's state that a condition may name; a line each, so they share a file.
//!
//! A condition writes what it asks before the field: `queue.length` of its own queue, `queue.sales.length`,
//! `team.front.idle`, `switch.rush`.

use super::vocabulary::{FieldKind, Moves};
use crate::family::{Entry, Family, Member};

/// Every field of a queue, sorted by name.
pub static QUEUE_FIELDS: Family<FieldKind> = Family {
    name: "queue-fields",
    summary: "what a condition may know of a queue",
    bare: None,
    entries: &[
        number(
            "available",
            Moves::Events,
            "people with room for one contact more, of the teams that may serve the queue",
            "\"queue.available == 0\"",
        ),
        number(
            "expected_wait",
            Moves::Events,
            "wait of one who comes now [seconds]: 0 while somebody is available, else contacts waiting and one more, \
             times the mean talk and wrap-up of its contacts so far, by the people at work who may serve it; of the \
             first ones that of the contact types as written, and endless while nobody is at work",
            "\"queue.expected_wait > 2m\"",
        ),
        number(
            "idle",
            Moves::Events,
            "people who wait for a contact with nothing in hand, of the teams that may serve the queue",
            "\"queue.idle > 3\"",
        ),
        number("length", Moves::Events, "contacts that wait in the queue", "\"queue.length > 10\""),
        number(
            "oldest_wait",
            Moves::Clock(1.0),
            "longest time in the queue of those who wait there [seconds]; 0 when nobody does",
            "\"queue.oldest_wait > 60s\"",
        ),
        Entry {
            member: Member {
                keyword: "open",
                summary: "whether the queue is within its `hours`",
                main: None,
                settings: &[],
                example: "\"not queue.open\"",
            },
            make: FieldKind { truth: true, moves: Moves::Events },
        },
        number(
            "service_level",
            Moves::Events,
            "of those who were answered or gave up within the queue's `window` until now, the share answered within \
             the threshold of its first service level [0 to 1]; 1 when there is none",
            "\"queue.service_level < 80%\"",
        ),
        number(
            "staffed",
            Moves::Events,
            "people at work, those on a break too, of the teams that may serve the queue",
            "\"queue.staffed < 2\"",
        ),
    ],
};

/// Every field of a team, and of those whom a step counts in, sorted by name.
pub static TEAM_FIELDS: Family<FieldKind> = Family {
    name: "team-fields",
    summary: "what a condition may know of a team",
    bare: None,
    entries: &[
        number("available", Moves::Events, "people with room for one contact more", "\"team.front.available >= 2\""),
        number("idle", Moves::Events, "people who wait for a contact with nothing in hand", "\"team.front.idle >= 2\""),
        number("staffed", Moves::Events, "people at work, those on a break too", "\"team.front.staffed == 0\""),
    ],
};

const fn number(keyword: &'static str, moves: Moves, summary: &'static str, example: &'static str) -> Entry<FieldKind> {
    Entry {
        member: Member { keyword, summary, main: None, settings: &[], example },
        make: FieldKind { truth: false, moves },
    }
}
