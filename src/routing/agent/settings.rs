//! Settings that several keys share: which end goes first, and what a count goes back to.

use super::{First, Window};
use crate::family::{Choice, Kind, Need, Setting, Settings};

/// Which end of the number goes first.
pub(super) const fn first(default: &'static str) -> Setting {
    Setting {
        name: "first",
        kind: Kind::Choice(ENDS),
        need: Need::Default(default),
        summary: "which end of the number goes first",
    }
}

/// What a count or a time goes back to.
pub(super) const WINDOW: Setting = Setting {
    name: "since",
    kind: Kind::Choice(WINDOWS),
    need: Need::Default("\"midnight\""),
    summary: "what it goes back to",
};

const ENDS: &[Choice] = &[
    Choice { word: "lowest", summary: "the agent with the lowest number" },
    Choice { word: "highest", summary: "the agent with the highest number" },
];

const WINDOWS: &[Choice] = &[
    Choice { word: "login", summary: "the moment at which the agent came to work" },
    Choice { word: "midnight", summary: "the last midnight, or coming to work for the first time after it" },
];

/// The end that the settings name.
pub(super) fn end(settings: &Settings) -> First {
    if settings.choice("first") == "lowest" { First::Lowest } else { First::Highest }
}

/// The window that the settings name.
pub(super) fn window(settings: &Settings) -> Window {
    if settings.choice("since") == "login" { Window::Login } else { Window::Midnight }
}
