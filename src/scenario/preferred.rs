//! Preferred agents: contacts that go to one person first, or only.

use super::section::{Site, default, optional};
use crate::family::{Choice, Kind, Scope, Setting, Settings};
use crate::units::{Span, TeamId};

/// Whom contacts of a type go to before everybody else, and on which terms.
#[derive(Debug, Clone, Copy)]
pub struct PreferredAgent {
    /// A team in which every customer has one person; `None`: whoever served the customer last.
    pub team: Option<TeamId>,
    /// How long a contact waits for that person alone.
    pub wait: Span,
    /// Whether it waits also while that person is not at work.
    pub while_away: bool,
    /// It does not wait when that person is expected to be busy for longer.
    pub busy_for: Span,
    /// Whether that person takes it without having room for it.
    pub beyond_room: bool,
    /// Contacts that may wait for one person; more go to everybody.
    pub most_waiting: u32,
}

/// The setting of a contact type.
pub(super) const PREFERRED_AGENT: Kind = Kind::Table(SETTINGS);

static SETTINGS: &[Setting] = &[
    optional(
        "team",
        Kind::Name(Scope::Teams),
        "a team in which every customer has one person, the first customer the first, and so on round; without, it is \
         whoever served the customer last",
    ),
    default(
        "wait",
        Kind::Span,
        "\"30s\"",
        "how long it waits for that person alone, before anybody may take it; \"never\": until that person takes it",
    ),
    default(
        "when_away",
        Kind::Choice(WHEN_AWAY),
        "\"skip\"",
        "what happens while that person is not at work, or may not serve it for a `while` or `skills_while`",
    ),
    optional(
        "busy_for",
        Kind::Span,
        "it does not wait when that person is expected to be busy for longer: the mean handling time of what is in hand, \
         less what has passed; without, it always waits",
    ),
    default(
        "beyond_room",
        Kind::Flag,
        "false",
        "whether that person, at work and on no break, takes it without having room for it",
    ),
    optional(
        "most_waiting",
        Kind::Count(0, 1_000_000),
        "contacts that may wait for one person, more go to anybody; without, no bound",
    ),
];

const WHEN_AWAY: &[Choice] = &[
    Choice { word: "skip", summary: "anybody may take it" },
    Choice { word: "wait", summary: "it waits as if that person were there" },
];

/// The preferred agent of a contact type, if it has one.
pub(super) fn preferred_agent(settings: &Settings, site: &Site<'_>) -> Option<PreferredAgent> {
    let table = settings.find_table("preferred_agent")?;
    let team = table.find_text("team").map(|team| TeamId::of(site.names.position(Scope::Teams, &team)));
    Some(PreferredAgent {
        team,
        wait: table.span("wait"),
        while_away: table.choice("when_away") == "wait",
        busy_for: table.find_span("busy_for").unwrap_or(Span::NEVER),
        beyond_room: table.flag("beyond_room"),
        most_waiting: table.find_count("most_waiting").map_or(u32::MAX, |most| most as u32),
    })
}
