//! No agents: what a queue does with contacts while nobody is there who could ever serve them.

use super::Leave;
use super::leave::LEAVING;
use super::section::{Site, default};
use crate::family::{Choice, Complaint, Kind, Setting, Settings, Value};
use crate::record::AgentState;
use crate::units::Span;

/// Who counts as absent, and what follows when all are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoAgents {
    /// States that count as absent for a contact that comes; empty: everybody is let in.
    pub join: Vec<AgentState>,
    /// States that count as absent for those who wait; empty: nobody is sent away.
    pub leave: Vec<AgentState>,
    /// Nobody is sent away who has waited less.
    pub grace: Span,
    /// Where they go.
    pub action: Leave,
}

/// The setting of a queue.
pub(super) const NO_AGENTS: Kind = Kind::Table(SETTINGS);

static SETTINGS: &[Setting] = &[
    default(
        "join",
        Kind::List(&Kind::Choice(STATES)),
        "[]",
        "a contact that comes is not let in when everybody who may serve the queue is in one of these states",
    ),
    default(
        "leave",
        Kind::List(&Kind::Choice(STATES)),
        "[]",
        "contacts that wait are sent away as soon as everybody who may serve the queue is in one of these states",
    ),
    default("grace", Kind::Span, "\"0s\"", "contacts that have waited less are not sent away yet"),
    default("action", Kind::Family(&LEAVING), "\"disconnect\"", "where they go"),
];

const STATES: &[Choice] = &[
    Choice { word: "break", summary: "on a break" },
    Choice { word: "not-ready", summary: "not ready after a missed contact" },
    Choice { word: "off", summary: "not at work" },
    Choice { word: "ringing", summary: "a contact rings, and nothing else is to do" },
    Choice { word: "talking", summary: "with at least one customer" },
    Choice { word: "wrap-up", summary: "finishing after the customer has gone" },
];

/// The rule of these settings.
pub(super) fn no_agents(table: &Settings, site: &mut Site<'_>) -> Option<NoAgents> {
    let (join, leave) = (states(table, "join"), states(table, "leave"));
    if join.is_empty() && leave.is_empty() {
        let text = "found neither `join` nor `leave`, expected states that count as absent";
        site.findings.complain(table, Complaint::whole(text).help("write `leave = [\"off\"]`"));
        return None;
    }
    let grace = site.finite(table, "grace")?;
    let action = table.member("action");
    Some(NoAgents { join, leave, grace, action: (LEAVING.entries[action.index].make)(&action.settings, site.names) })
}

fn states(table: &Settings, name: &str) -> Vec<AgentState> {
    let state = |word: &str| match word {
        "break" => AgentState::Break,
        "not-ready" => AgentState::NotReady,
        "off" => AgentState::Off,
        "ringing" => AgentState::Ringing,
        "talking" => AgentState::Talking,
        _ => AgentState::WrapUp,
    };
    let words = table.list(name);
    let word =
        |value: &Value| if let Value::Choice(word) = value { state(word) } else { panic!("a word was declared") };
    words.iter().map(|located| word(&located.value)).collect()
}
