//! The transitions of a chain, ordered by where they lead, without any notion of what the states are.

/// A transition into a state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Transition {
    /// Position of the state it comes from.
    pub(super) from: u32,
    /// How often, while in that state [1/time].
    pub(super) rate: f64,
}

/// All transitions between states that are known by position.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Links {
    /// Where each state's incoming transitions begin, and at the end, where all end.
    starts: Vec<usize>,
    /// Transitions ordered by the state they lead to.
    incoming: Vec<Transition>,
    /// Rate at which each state is left [1/time].
    pub(super) leaving: Vec<f64>,
}

impl Links {
    /// The links of `(from, to, rate)`; those from a state to itself are dropped.
    pub(super) fn new(states: usize, edges: &[(usize, usize, f64)]) -> Self {
        let moves = || edges.iter().filter(|(from, to, _)| from != to);
        let mut leaving = vec![0.0; states];
        let mut starts = vec![0; states + 1];
        for &(from, to, rate) in moves() {
            leaving[from] += rate;
            starts[to + 1] += 1;
        }
        (0..states).for_each(|state| starts[state + 1] += starts[state]);
        let mut ends = starts.clone();
        let mut incoming = vec![Transition { from: 0, rate: 0.0 }; moves().count()];
        for &(from, to, rate) in moves() {
            incoming[ends[to]] = Transition { from: from as u32, rate };
            ends[to] += 1;
        }
        Self { starts, incoming, leaving }
    }

    /// Number of states.
    pub(super) fn states(&self) -> usize {
        self.leaving.len()
    }

    /// Number of transitions.
    pub(super) fn len(&self) -> usize {
        self.incoming.len()
    }

    /// What leads to a state.
    pub(super) fn incoming(&self, state: usize) -> &[Transition] {
        &self.incoming[self.starts[state]..self.starts[state + 1]]
    }

    /// Flow of probability into a state [1/time].
    pub(super) fn inflow(&self, state: usize, probabilities: &[f64]) -> f64 {
        self.incoming(state).iter().map(|edge| edge.rate * probabilities[edge.from as usize]).sum()
    }

    /// All transitions as `(from, to, rate)`, in their order here.
    pub(super) fn edges(&self) -> impl Iterator<Item = (usize, usize, f64)> + '_ {
        (0..self.states()).flat_map(|to| self.incoming(to).iter().map(move |edge| (edge.from as usize, to, edge.rate)))
    }

    /// Same links with other rates, in their order here.
    pub(super) fn set_rates(&mut self, rates: &[f64]) {
        self.leaving.fill(0.0);
        for (edge, &rate) in self.incoming.iter_mut().zip(rates) {
            edge.rate = rate;
            self.leaving[edge.from as usize] += rate;
        }
    }

    /// A state from which there is no way to the first one, if any.
    pub(super) fn without_return(&self) -> Option<usize> {
        let mut returns = vec![false; self.states()];
        returns[0] = true;
        let mut open = vec![0];
        while let Some(state) = open.pop() {
            for edge in self.incoming(state) {
                if !std::mem::replace(&mut returns[edge.from as usize], true) {
                    open.push(edge.from as usize);
                }
            }
        }
        returns.iter().position(|returns| !returns)
    }

    /// Sum over states of |flow in - flow out|, relative to the total flow.
    pub(super) fn residual(&self, probabilities: &[f64]) -> f64 {
        let outflow = |state: usize| probabilities[state] * self.leaving[state];
        let total: f64 = (0..self.states()).map(outflow).sum();
        let gap = |state: usize| (self.inflow(state, probabilities) - outflow(state)).abs();
        let gaps: f64 = (0..self.states()).map(gap).sum();
        if total > 0.0 { gaps / total } else { 0.0 }
    }
}
