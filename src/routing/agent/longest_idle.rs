//! The longest idle first.

use super::{AgentKey, First, MakeAgentKey, Reading, Since};
use crate::family::{Choice, Entry, Kind, Member, Need, Setting};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "longest-idle",
        summary: "the agent who has been idle for the longest time, by one of several clocks",
        main: Some("since"),
        settings: &[Setting {
            name: "since",
            kind: Kind::Choice(CLOCKS),
            need: Need::Default("\"available\""),
            summary: "what starts the clock",
        }],
        example: "[\"longest-idle\"]",
    },
    make: |settings, _| Ok(AgentKey::Own(Reading::Idle(since(settings.choice("since"))), First::Highest)),
};

const CLOCKS: &[Choice] = &[
    Choice {
        word: "available",
        summary: "becoming available for the contact's channel; login and the end of a break start it too",
    },
    Choice {
        word: "last-end",
        summary: "the end of the last contact, wrap-up included, whatever its queue; login starts it too, breaks do not",
    },
    Choice { word: "last-end-this-queue", summary: "the same of contacts of the queue alone" },
    Choice { word: "last-assignment", summary: "taking the last contact; login starts it too, breaks do not" },
    Choice { word: "login", summary: "coming to work" },
];

fn since(word: &str) -> Since {
    match word {
        "last-end" => Since::LastEnd,
        "last-end-this-queue" => Since::LastEndThisQueue,
        "last-assignment" => Since::LastAssignment,
        "login" => Since::Login,
        _ => Since::Available,
    }
}

/// How the time on a clock is told.
pub(super) const fn told(since: Since) -> Telling {
    let (phrase, zero) = match since {
        Since::Available => ("free for {}", "free since now"),
        Since::LastEnd => ("no contact in hand for {}", "has just finished a contact or come"),
        Since::LastEndThisQueue => {
            ("no contact of this queue in hand for {}", "has just finished one of this queue or come")
        }
        Since::LastAssignment => ("took the last contact {} ago", "has just taken a contact or come"),
        Since::Login => ("at work for {}", "has just come"),
    };
    Telling::new(phrase, Unit::Span).zero(zero)
}
