//! A chain seen at several grains, each state of the next being two of the one before.
//!
//! A slow drift of probability across many states is a quick one between few, so it is settled where it is quick:
//! Horton & Leutenegger, "A multi-level solution algorithm for steady-state Markov chains", SIGMETRICS 1994.

use super::links::Links;

/// Smallest probability kept, so that the shape of rare regions is not lost.
const FLOOR: f64 = 1e-290;

/// States that are few enough for elimination.
const FEW: usize = 64;

/// A grain and how it maps to the next one.
#[derive(Debug)]
struct Grid {
    links: Links,
    /// State of the next grain that holds each state of this one.
    holders: Vec<u32>,
    /// Transition of the next grain that each transition of this one adds to; `None` within a holder.
    flows: Vec<Option<u32>>,
}

/// All grains, finest first.
#[derive(Debug)]
pub(super) struct Grids {
    grids: Vec<Grid>,
    coarsest: Links,
}

impl Grids {
    /// Pairs up states that exchange most probability, again and again, until few are left.
    pub(super) fn new(links: &Links, probabilities: &[f64]) -> Self {
        let mut grids = Vec::new();
        let mut links = links.clone();
        let mut masses = probabilities.to_vec();
        while links.states() > FEW {
            let (holders, count) = pairs(&links, &masses);
            if count * 10 > links.states() * 9 {
                break;
            }
            let grid = Grid::new(links, holders);
            links = grid.next_links(count);
            links.set_rates(&grid.next_rates(&masses, count, links.len()));
            masses = grid.next_masses(&masses, count);
            grids.push(grid);
        }
        Self { grids, coarsest: links }
    }

    /// One descent to the coarsest grain and back, sweeping on the way.
    pub(super) fn improve(&mut self, probabilities: &mut [f64]) {
        descend(&mut self.grids, &mut self.coarsest, probabilities);
    }
}

impl Grid {
    fn new(links: Links, holders: Vec<u32>) -> Self {
        Self { links, holders, flows: Vec::new() }.with_flows()
    }

    fn with_flows(mut self) -> Self {
        let ends = |(from, to, _): (usize, usize, f64)| (self.holders[to], self.holders[from]);
        let mut order: Vec<((u32, u32), usize)> = self.links.edges().map(ends).zip(0..).collect();
        order.retain(|((to, from), _)| to != from);
        order.sort_unstable();
        let mut flows = vec![None; self.links.len()];
        let mut number = 0;
        for (place, &(ends, edge)) in order.iter().enumerate() {
            if place > 0 && order[place - 1].0 != ends {
                number += 1;
            }
            flows[edge] = Some(number);
        }
        self.flows = flows;
        self
    }

    /// Links of the next grain, still without rates.
    fn next_links(&self, count: usize) -> Links {
        let mut edges: Vec<(u32, usize, usize)> = self
            .links
            .edges()
            .zip(&self.flows)
            .filter_map(|((from, to, _), flow)| {
                flow.map(|flow| (flow, self.holders[from] as usize, self.holders[to] as usize))
            })
            .collect();
        edges.sort_unstable();
        edges.dedup_by_key(|edge| edge.0);
        let edges: Vec<_> = edges.into_iter().map(|(_, from, to)| (from, to, 0.0)).collect();
        Links::new(count, &edges)
    }

    fn next_masses(&self, probabilities: &[f64], count: usize) -> Vec<f64> {
        let mut masses = vec![0.0; count];
        self.holders.iter().zip(probabilities).for_each(|(&holder, share)| masses[holder as usize] += share);
        masses
    }

    /// Rates of the next grain, each the mean over the states held.
    fn next_rates(&self, probabilities: &[f64], count: usize, flows: usize) -> Vec<f64> {
        let masses = self.next_masses(probabilities, count);
        let mut rates = vec![0.0; flows];
        for ((from, _, rate), flow) in self.links.edges().zip(&self.flows) {
            if let Some(flow) = flow {
                rates[*flow as usize] += rate * probabilities[from] / masses[self.holders[from] as usize];
            }
        }
        rates
    }
}

fn descend(grids: &mut [Grid], coarsest: &mut Links, probabilities: &mut [f64]) {
    let Some((grid, coarser)) = grids.split_first_mut() else {
        return settle(coarsest, probabilities);
    };
    sweep(&grid.links, probabilities);
    let next = coarser.first_mut().map_or(&mut *coarsest, |next| &mut next.links);
    let count = next.states();
    next.set_rates(&grid.next_rates(probabilities, count, next.len()));
    let before = grid.next_masses(probabilities, count);
    let mut after = before.clone();
    descend(coarser, coarsest, &mut after);
    for (share, &holder) in probabilities.iter_mut().zip(&grid.holders) {
        *share = (*share * after[holder as usize] / before[holder as usize]).max(FLOOR);
    }
    sweep(&grid.links, probabilities);
}

/// One Gauss-Seidel sweep up and one down.
fn sweep(links: &Links, probabilities: &mut [f64]) {
    for state in (0..links.states()).chain((0..links.states()).rev()) {
        if links.leaving[state] > 0.0 {
            probabilities[state] = (links.inflow(state, probabilities) / links.leaving[state]).max(FLOOR);
        }
    }
    let total: f64 = probabilities.iter().sum();
    for share in probabilities {
        *share /= total;
    }
}

/// Solves the coarsest grain by elimination without differences (Grassmann, Taksar & Heyman 1985).
fn settle(links: &Links, probabilities: &mut [f64]) {
    let count = links.states();
    if count > FEW {
        return (0..10).for_each(|_| sweep(links, probabilities));
    }
    let mut rates = vec![vec![0.0; count]; count];
    links.edges().for_each(|(from, to, rate)| rates[from][to] += rate);
    for last in (1..count).rev() {
        let (inner, outer) = rates.split_at_mut(last);
        let leaving: f64 = outer[0][..last].iter().sum();
        for row in inner {
            row[last] /= leaving;
            for (target, &rate) in (0..last).zip(&outer[0][..last]) {
                row[target] += row[last] * rate;
            }
        }
    }
    let mut solved = vec![1.0; count];
    for state in 1..count {
        solved[state] = (0..state).map(|from| solved[from] * rates[from][state]).sum();
    }
    let total: f64 = solved.iter().sum();
    if total.is_finite() {
        probabilities.iter_mut().zip(solved).for_each(|(share, new)| *share = (new / total).max(FLOOR));
    }
}

/// Gives each state and its closest free neighbour a common holder; answers with the number of holders too.
fn pairs(links: &Links, masses: &[f64]) -> (Vec<u32>, usize) {
    let mut holders = vec![u32::MAX; links.states()];
    let mut count = 0;
    for state in 0..links.states() {
        if holders[state] < u32::MAX {
            continue;
        }
        let free = links.incoming(state).iter().filter(|edge| holders[edge.from as usize] == u32::MAX);
        let flow = |from: u32, rate: f64| rate * masses[from as usize];
        let closest = free.max_by(|one, other| flow(one.from, one.rate).total_cmp(&flow(other.from, other.rate)));
        holders[state] = count;
        if let Some(edge) = closest {
            holders[edge.from as usize] = count;
        }
        count += 1;
    }
    (holders, count as usize)
}
