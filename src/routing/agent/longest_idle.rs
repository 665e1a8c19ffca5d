//! The longest idle first.

use super::{AgentKey, AtLogin, First, MakeAgentKey, Reading, Resets, Since};
use crate::family::{Choice, Complaint, Entry, Kind, Member, Need, Setting, Settings};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "longest-idle",
        summary: "the agent who has been idle for the longest time, by one of several clocks",
        main: Some("since"),
        settings: &[
            Setting {
                name: "since",
                kind: Kind::Choice(CLOCKS),
                need: Need::Default("\"available\""),
                summary: "what starts the clock",
            },
            Setting {
                name: "at_login",
                kind: Kind::Choice(LOGIN),
                need: Need::Default("\"starts\""),
                summary: "what coming to work does to the clock",
            },
            reset("break_resets", "whether the end of a break starts the clock too"),
            reset("miss_resets", "whether a contact that rang in vain starts the clock too"),
        ],
        example: "[\"longest-idle\"]",
    },
    make: |settings, _| {
        let (since, resets) = (since(settings.choice("since")), resets(settings));
        if matches!(since, Since::Available | Since::Login) && resets != Resets::USUAL {
            let text = format!("`{}` has no other starts than its own", settings.choice("since"));
            let help = "leave `at_login`, `break_resets` and `miss_resets` out, or choose another clock";
            return Err(Complaint::about("since", text).help(help));
        }
        Ok(AgentKey::Own(Reading::Idle(since, resets), First::Highest))
    },
};

const fn reset(name: &'static str, summary: &'static str) -> Setting {
    Setting { name, kind: Kind::Flag, need: Need::Default("false"), summary }
}

const CLOCKS: &[Choice] = &[
    Choice {
        word: "available",
        summary: "becoming available for the contact's channel; login, the end of a break and a missed contact start it \
                  too, each of which makes the agent available",
    },
    Choice { word: "last-end", summary: "the end of the last contact, wrap-up included, whatever its queue" },
    Choice { word: "last-end-this-queue", summary: "the same of contacts of the queue alone" },
    Choice { word: "last-assignment", summary: "taking the last contact" },
    Choice { word: "last-assignment-this-channel", summary: "the same of contacts of the contact's channel alone" },
    Choice { word: "last-offer", summary: "the last contact that rang or was answered, whatever became of it" },
    Choice { word: "no-contact", summary: "having no contact in hand any more; with one in hand the time is 0" },
    Choice { word: "login", summary: "coming to work" },
];

const LOGIN: &[Choice] = &[
    Choice { word: "starts", summary: "it starts the clock, so that whoever has just come goes last" },
    Choice { word: "first", summary: "until something else starts the clock the agent goes before all others" },
    Choice { word: "runs-on", summary: "nothing: what happened before the agent went home still counts" },
];

fn since(word: &str) -> Since {
    match word {
        "last-end" => Since::LastEnd,
        "last-end-this-queue" => Since::LastEndThisQueue,
        "last-assignment" => Since::LastAssignment,
        "last-assignment-this-channel" => Since::LastAssignmentThisChannel,
        "last-offer" => Since::LastOffer,
        "no-contact" => Since::NoContact,
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
        Since::LastAssignmentThisChannel => {
            ("took the last contact of this channel {} ago", "has just taken one of this channel or come")
        }
        Since::LastOffer => ("the last contact rang or was answered {} ago", "has just been offered a contact or come"),
        Since::NoContact => ("without a contact for {}", "with a contact in hand, or since now without"),
        Since::Login => ("at work for {}", "has just come"),
    };
    Telling::new(phrase, Unit::Span).zero(zero)
}

fn resets(settings: &Settings) -> Resets {
    let login = match settings.choice("at_login") {
        "first" => AtLogin::First,
        "runs-on" => AtLogin::RunsOn,
        _ => AtLogin::Starts,
    };
    Resets { breaks: settings.flag("break_resets"), misses: settings.flag("miss_resets"), login }
}
