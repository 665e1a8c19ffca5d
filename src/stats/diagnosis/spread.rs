//! The spread of work: each person's occupancy, and how much occupancies differ within a team.

use std::collections::{BTreeMap, HashMap};

use super::{Diagnostic, Found};
use crate::record::AgentState;
use crate::stats::measure::Unit;
use crate::units::{AgentId, Instant, TeamId};

/// One person.
#[derive(Debug, Clone, Copy)]
struct Person {
    team: TeamId,
    /// Since when the person does what the person does.
    since: Instant,
    state: AgentState,
    /// Time with contacts, and time with or without [ticks].
    busy: u64,
    ready: u64,
}

/// Everybody who has come.
#[derive(Debug)]
pub(super) struct Spread {
    from: Instant,
    people: HashMap<AgentId, Person>,
}

impl Spread {
    /// Counts from this moment on.
    pub(super) fn new(from: Instant) -> Self {
        Self { from, people: HashMap::new() }
    }

    /// A person turns from something to something else.
    pub(super) fn moved(&mut self, now: Instant, who: (AgentId, TeamId), turn: (AgentState, AgentState)) {
        let fresh = Person { team: who.1, since: now, state: turn.0, busy: 0, ready: 0 };
        let person = self.people.entry(who.0).or_insert(fresh);
        person.count(self.from, now);
        person.state = turn.1;
    }

    pub(super) fn close(mut self, end: Instant, found: &mut Found) {
        let mut teams: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
        let mut people: Vec<(AgentId, &mut Person)> = self.people.iter_mut().map(|(who, one)| (*who, one)).collect();
        people.sort_by_key(|(who, _)| *who);
        for (_, person) in people {
            person.count(self.from, end);
            if person.ready > 0 {
                let occupancy = person.busy as f64 / person.ready as f64;
                teams.entry(person.team.index()).or_default().push(occupancy);
            }
        }
        for (team, occupancies) in teams {
            if let Some(spread) = variation(&occupancies) {
                found.amount(Diagnostic::WorkloadSpread, team, "", (spread * Unit::Ratio.size()).round() as u64);
            }
        }
    }
}

impl Person {
    /// Counts the time up to now.
    fn count(&mut self, from: Instant, now: Instant) {
        let elapsed = now.since(self.since.max(from)).as_ticks();
        self.since = now;
        match self.state {
            AgentState::Talking | AgentState::WrapUp => {
                self.busy += elapsed;
                self.ready += elapsed;
            }
            AgentState::Available | AgentState::Ringing => self.ready += elapsed,
            AgentState::Off | AgentState::Break | AgentState::NotReady => {}
        }
    }
}

/// Standard deviation over mean; nothing for fewer than two numbers, or where nobody worked.
fn variation(numbers: &[f64]) -> Option<f64> {
    let count = numbers.len() as f64;
    let mean = numbers.iter().sum::<f64>() / count;
    let square = numbers.iter().map(|number| (number - mean).powi(2)).sum::<f64>() / count;
    (numbers.len() > 1 && mean > 0.0).then(|| square.sqrt() / mean)
}

#[cfg(test)]
mod tests {
    use super::super::{Centre, DiagnosedRow};
    use super::*;
    use crate::stats::ScopeKind;
    use crate::units::Span;

    #[test]
    fn two_people_one_of_whom_does_all_the_work_differ_by_their_mean() {
        assert_eq!(variation(&[1.0, 0.0]), Some(1.0));
        assert_eq!(variation(&[0.5, 0.5]), Some(0.0));
        assert_eq!((variation(&[1.0]), variation(&[0.0, 0.0])), (None, None));
    }

    #[test]
    fn time_before_the_warm_up_ends_does_not_count() {
        let at = |minutes| Instant::START + Span::minutes(minutes);
        let mut spread = Spread::new(at(10));
        for agent in [AgentId(0), AgentId(1)] {
            spread.moved(at(0), (agent, TeamId(0)), (AgentState::Off, AgentState::Available));
        }
        spread.moved(at(0), (AgentId(0), TeamId(0)), (AgentState::Available, AgentState::Talking));
        spread.moved(at(5), (AgentId(1), TeamId(0)), (AgentState::Available, AgentState::Talking));
        let mut found = Found::default();
        spread.close(at(20), &mut found);
        let row = DiagnosedRow::new(Diagnostic::WorkloadSpread, "", ScopeKind::Team, "front");
        let centre = Centre { teams: vec!["front".to_owned()], rows: vec![row], ..Centre::default() };
        assert_eq!(found.rows(&centre), [(0, 1)]);
    }
}
