//! A finite Markov chain in continuous time: its states, found by following transitions, and the rates between them.
//!
//! Knows nothing of queues; a model is a starting state and a function from a state to what may happen next.

mod grids;
mod links;
mod stationary;
mod transient;

pub use stationary::Stationary;
pub use transient::Evolution;
pub(super) use transient::Looks;

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;

use self::links::Links;
use super::error::{ModelError, not_negative};

/// A finite chain over states of the caller's own type.
///
/// ```
/// use switchboard::theory::Chain;
/// // One line, busy 1 to 3 of the time.
/// let line = Chain::explore(false, 10, |&busy| vec![(!busy, if busy { 3.0 } else { 1.0 })]).unwrap();
/// let shares = line.stationary(1e-12).unwrap().probabilities;
/// assert!((line.mean(&shares, |&busy| f64::from(u8::from(busy))) - 0.25).abs() < 1e-12);
/// ```
#[derive(Clone)]
pub struct Chain<State> {
    /// All states, nearest to the first one first.
    states: Vec<State>,
    /// Transitions between their positions.
    links: Links,
}

impl<State> fmt::Debug for Chain<State> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Chain of {} states and {} transitions", self.states.len(), self.links.len())
    }
}

impl<State: Clone + Eq + Hash> Chain<State> {
    /// All states reachable from the first one, nearest first; `next` gives what follows a state, at which rate.
    ///
    /// Transitions with rate 0 and from a state to itself are ignored.
    pub fn explore(
        first: State,
        most_states: usize,
        next: impl Fn(&State) -> Vec<(State, f64)>,
    ) -> Result<Self, ModelError> {
        let mut found = Found::new(first);
        let mut edges = Vec::new();
        let mut from = 0;
        while from < found.states.len() {
            for (target, rate) in next(&found.states[from].clone()) {
                not_negative("transition rate", rate)?;
                if rate > 0.0 {
                    edges.push((from, found.position(target), rate));
                }
            }
            if found.states.len() > most_states.min(u32::MAX as usize) {
                return Err(ModelError::TooManyStates { most: most_states });
            }
            from += 1;
        }
        Ok(Self { links: Links::new(found.states.len(), &edges), states: found.states })
    }

    /// The same states with other transitions, for instance those of the next hour.
    pub fn with_rates(&self, next: impl Fn(&State) -> Vec<(State, f64)>) -> Result<Self, ModelError> {
        let positions: HashMap<&State, usize> = self.states.iter().zip(0..).collect();
        let mut edges = Vec::new();
        for (from, state) in self.states.iter().enumerate() {
            for (target, rate) in next(state) {
                not_negative("transition rate", rate)?;
                if rate > 0.0 {
                    let to = positions.get(&target).ok_or(ModelError::UnknownState { from })?;
                    edges.push((from, *to, rate));
                }
            }
        }
        Ok(Self { links: Links::new(self.states.len(), &edges), states: self.states.clone() })
    }
}

impl<State> Chain<State> {
    /// All states, nearest to the first one first.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// Mean of a quantity under probabilities in the order of [`Self::states`].
    pub fn mean(&self, probabilities: &[f64], quantity: impl Fn(&State) -> f64) -> f64 {
        self.states.iter().zip(probabilities).map(|(state, share)| share * quantity(state)).sum()
    }

    /// Certainty to be in the first state, a usual start.
    pub fn at_first(&self) -> Vec<f64> {
        let mut probabilities = vec![0.0; self.states.len()];
        probabilities[0] = 1.0;
        probabilities
    }
}

/// States met so far, in the order they were met.
struct Found<State> {
    states: Vec<State>,
    positions: HashMap<State, usize>,
}

impl<State: Clone + Eq + Hash> Found<State> {
    fn new(first: State) -> Self {
        Self { states: vec![first.clone()], positions: HashMap::from([(first, 0)]) }
    }

    fn position(&mut self, state: State) -> usize {
        if let Some(&position) = self.positions.get(&state) {
            return position;
        }
        self.states.push(state.clone());
        self.positions.insert(state, self.states.len() - 1);
        self.states.len() - 1
    }
}
