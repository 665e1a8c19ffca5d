//! After-call work: for how long an agent finishes what a contact left behind.

use super::section::required;
use crate::family::{Entry, Family, Kind, Member, Setting, Settings};
use crate::units::Span;

/// How the time that an agent is given goes with the time that the work needs, which is `wrap_up`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterCall {
    /// As long as it needs.
    UntilDone,
    /// Never any.
    None,
    /// Always so long.
    Fixed(Span),
    /// As long as it needs, and no longer than this.
    AtMost(Span),
    /// As long as it needs, and no shorter than this.
    AtLeast(Span),
}

impl AfterCall {
    /// The time that an agent takes for work that needs so long.
    pub fn time(self, needed: Span) -> Span {
        match self {
            Self::UntilDone => needed,
            Self::None => Span::ZERO,
            Self::Fixed(given) => given,
            Self::AtMost(given) => needed.min(given),
            Self::AtLeast(given) => needed.max(given),
        }
    }
}

/// Every way, sorted by keyword.
pub(super) static AFTER_CALLS: Family<fn(&Settings) -> AfterCall> = Family {
    name: "after-calls",
    summary: "how long an agent finishes what a contact left behind",
    bare: None,
    entries: &[
        Entry {
            member: timed(
                "at-least",
                "as long as the work needs, and no shorter than this: a timer that the agent may overrun",
                "{ at-least = \"30s\" }",
            ),
            make: |settings| AfterCall::AtLeast(settings.span("time")),
        },
        Entry {
            member: timed(
                "at-most",
                "as long as the work needs, and no longer than this: a timer that the agent may cut short, and that \
                 makes the agent ready when it runs out",
                "{ at-most = \"30s\" }",
            ),
            make: |settings| AfterCall::AtMost(settings.span("time")),
        },
        Entry {
            member: timed("fixed", "always so long, whatever the work needs", "{ fixed = \"30s\" }"),
            make: |settings| AfterCall::Fixed(settings.span("time")),
        },
        Entry { member: plain("none", "never any: the agent is ready at once", "\"none\""), make: |_| AfterCall::None },
        Entry {
            member: plain("until-done", "as long as the work needs: the agent ends it", "\"until-done\""),
            make: |_| AfterCall::UntilDone,
        },
    ],
};

/// The setting of a queue or contact type.
pub(super) const AFTER_CALL: Kind = Kind::Family(&AFTER_CALLS);

static TIME: [Setting; 1] = [required("time", Kind::Span, "how long")];

const fn timed(keyword: &'static str, summary: &'static str, example: &'static str) -> Member {
    Member { keyword, summary, main: Some("time"), settings: &TIME, example }
}

const fn plain(keyword: &'static str, summary: &'static str, example: &'static str) -> Member {
    Member { keyword, summary, main: None, settings: &[], example }
}

/// The way that these settings state, if they state any.
pub(super) fn after_call(settings: &Settings) -> Option<AfterCall> {
    let chosen = settings.find_member("after_call")?;
    Some((AFTER_CALLS.entries[chosen.index].make)(&chosen.settings))
}
