//! Schedules: by which clock the steps of a queue go, whether they begin anew, and what follows the last one.

use super::Leave;
use super::leave::{FLOW, LEAVING, QUEUE, TRANSFER_OUT, plain};
use super::read::Names;
use super::section::{Site, default};
use crate::family::{Choice, Entry, Family, Kind, Setting, Settings};

/// How the steps of a queue follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// What `at` of a step counts from.
    pub clock: Clock,
    /// What becomes of it when a contact comes from another queue.
    pub on_transfer: OnTransfer,
    /// Whether conditions of steps are looked at when a contact enters the queue, and never again.
    pub frozen_at_entry: bool,
    /// What follows when the last step has lasted as long as it says.
    pub after_last: AfterLast,
}

/// What `at` of a step counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The moment at which the contact entered the queue.
    SinceEnqueue,
    /// The moment at which the step before began; of the first, when the contact entered the queue.
    SinceStepStart,
    /// The moment at which the contact reached the centre.
    SinceContactStart,
    /// The moment at which its customer first came about this.
    SinceFirstAttempt,
}

/// What becomes of the steps when a contact comes from another queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnTransfer {
    /// They begin anew.
    Restart,
    /// Their clock goes on from where it began in the queue before.
    Continue,
}

/// What follows the last step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterLast {
    /// It holds for ever.
    Wait,
    /// Everybody who serves the queue may serve the contact, whatever it takes.
    AnyAgent,
    /// Everybody may whom any step counts in.
    Union,
    /// The contact leaves the queue.
    Leave(Leave),
}

/// A schedule for steps that say nothing of one.
pub(super) const USUAL: Schedule = Schedule {
    clock: Clock::SinceEnqueue,
    on_transfer: OnTransfer::Restart,
    frozen_at_entry: false,
    after_last: AfterLast::Wait,
};

/// The setting of a queue.
pub(super) const SCHEDULE: Kind = Kind::Table(SETTINGS);

static SETTINGS: &[Setting] = &[
    default("clock", Kind::Choice(CLOCK), "\"since-enqueue\"", "what `at` of a step counts from"),
    default(
        "on_transfer",
        Kind::Choice(ON_TRANSFER),
        "\"restart\"",
        "what becomes of the steps when a contact comes from another queue",
    ),
    default(
        "frozen_at_entry",
        Kind::Flag,
        "false",
        "whether conditions of steps are looked at when a contact enters the queue, not when a step is due",
    ),
    default(
        "after_last",
        Kind::Family(&AFTER_LAST),
        "\"wait-in-last\"",
        "what follows when the last step has lasted for its `for`",
    ),
];

const CLOCK: &[Choice] = &[
    Choice { word: "since-enqueue", summary: "the moment at which the contact entered the queue" },
    Choice {
        word: "since-step-start",
        summary: "the moment at which the step before began; of the first, when the contact entered the queue",
    },
    Choice { word: "since-contact-start", summary: "the moment at which the contact reached the centre" },
    Choice { word: "since-first-attempt", summary: "the moment at which its customer first came about this" },
];

const ON_TRANSFER: &[Choice] = &[
    Choice { word: "restart", summary: "they begin anew" },
    Choice { word: "continue", summary: "their clock goes on from where it began in the queue before" },
];

/// What follows the last step, sorted by keyword.
pub(super) static AFTER_LAST: Family<fn(&Settings, &Names) -> AfterLast> = Family {
    name: "step-endings",
    summary: "what follows when the last step of a queue is over",
    bare: None,
    entries: &[
        Entry {
            member: plain(
                "any-agent",
                "everybody who serves the queue may serve the contact, whatever it takes",
                "\"any-agent\"",
            ),
            make: |_, _| AfterLast::AnyAgent,
        },
        Entry {
            member: plain("disconnect", "cut off: it ends as ejected", "\"disconnect\""),
            make: |_, _| AfterLast::Leave(Leave::Disconnect),
        },
        Entry { member: FLOW, make: |settings, names| leave("flow", settings, names) },
        Entry { member: QUEUE, make: |settings, names| leave("queue", settings, names) },
        Entry { member: TRANSFER_OUT, make: |_, _| AfterLast::Leave(Leave::TransferOut) },
        Entry {
            member: plain(
                "union-of-steps",
                "everybody may serve the contact whom any step counts in",
                "\"union-of-steps\"",
            ),
            make: |_, _| AfterLast::Union,
        },
        Entry {
            member: plain("wait-in-last", "the last step holds for ever", "\"wait-in-last\""),
            make: |_, _| AfterLast::Wait,
        },
    ],
};

/// The same as among the endings of a wait.
fn leave(keyword: &str, settings: &Settings, names: &Names) -> AfterLast {
    let entry = LEAVING.entries.iter().find(|entry| entry.member.keyword == keyword);
    AfterLast::Leave((entry.expect("waits end so, too").make)(settings, names))
}

/// The schedule of these settings.
pub(super) fn schedule(table: &Settings, site: &Site<'_>) -> Schedule {
    let after_last = table.member("after_last");
    Schedule {
        clock: match table.choice("clock") {
            "since-step-start" => Clock::SinceStepStart,
            "since-contact-start" => Clock::SinceContactStart,
            "since-first-attempt" => Clock::SinceFirstAttempt,
            _ => Clock::SinceEnqueue,
        },
        on_transfer: if table.choice("on_transfer") == "continue" { OnTransfer::Continue } else { OnTransfer::Restart },
        frozen_at_entry: table.flag("frozen_at_entry"),
        after_last: (AFTER_LAST.entries[after_last.index].make)(&after_last.settings, site.names),
    }
}
