//! What people may do with several contacts in hand, as far as it is the same for the whole centre: flags that let runs
//! pass by what a scenario does not use.

use super::Room;
use crate::scenario::{ContactType, Fill, OpenTurns, Pull, Scenario};

/// What a scenario uses of what needs more than one contact in hand, or one contact more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says of one feature whether it is used at all")]
pub struct Desk {
    /// Whether some team leaves room for contacts that come first and do not fit in.
    pub in_turn: bool,
    /// Whether contacts are put on hold for others.
    pub interrupts: bool,
    /// Whether customers fall silent.
    pub pauses: bool,
    /// Whether customers and agents take turns.
    pub turns: bool,
    /// Whether contacts go to one person before everybody else.
    pub prefers: bool,
    /// Whether customers come about contacts that wait.
    pub chases: bool,
    /// Whether people are slower with more in hand, or several open turns share them.
    pub slows: bool,
    /// Whether people choose among deferred contacts by the work that they take.
    pub picks_easiest: bool,
    /// Whether people choose among deferred contacts by when they came.
    pub picks_oldest: bool,
}

impl Desk {
    pub(super) fn new(scenario: &Scenario, rooms: &[Room], rows: usize) -> Self {
        let pulls = |wanted: &[Pull]| scenario.teams.iter().any(|team| wanted.contains(&team.pull));
        let several = rooms.iter().any(|room| !room.is_whole());
        let pauses = scenario.contacts.iter().any(|contact| contact.pauses.is_some());
        let by_turns = |contact: &ContactType| contact.pauses.as_ref().is_some_and(|pauses| pauses.turns.is_some());
        let turns = scenario.contacts.iter().any(by_turns);
        Self {
            in_turn: rows > 1 && several && scenario.teams.iter().any(|team| team.fill == Fill::InTurn),
            interrupts: rooms.iter().any(|room| room.interrupts.iter().any(|rows| !rows.is_empty())),
            pauses,
            turns,
            chases: scenario.contacts.iter().any(|contact| contact.chasers.is_some()),
            prefers: pauses || scenario.contacts.iter().any(|contact| contact.preferred_agent.is_some()),
            slows: scenario
                .teams
                .iter()
                .any(|team| !team.slowdown.is_empty() || turns && team.open_turns == OpenTurns::Shared),
            picks_easiest: pulls(&[Pull::Easiest]),
            picks_oldest: pulls(&[Pull::Oldest, Pull::OwnSkills]),
        }
    }

    /// Whether it uses any of it that a person with one contact at a time needs too.
    pub const fn is_used(self) -> bool {
        self.interrupts
            || self.pauses
            || self.prefers
            || self.chases
            || self.slows
            || self.picks_easiest
            || self.picks_oldest
    }
}
