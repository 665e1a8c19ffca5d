//! A race: which of several configurations is the best, found in as few replications as the evidence allows.
//!
//! The fully sequential procedure KN with c = 1: after a first stage for everybody, one replication more for whoever is
//! left at each look, and whoever is too far behind another one drops out. It allows replications that share their
//! chance. If observations are normal and the best is better than every other by the indifference at least, it is found
//! with the stated probability at least.
//!
//! Source: Kim and Nelson, A fully sequential procedure for indifference-zone selection in simulation, ACM Transactions
//! on Modeling and Computer Simulation 11 (2001) 251–273. For ratios of sums, whose influences stand for observations,
//! the guarantee is that of many replications: Kim and Nelson, On the asymptotic validity of fully sequential selection
//! procedures for steady-state simulation, Operations Research 54 (2006) 475–488.

use super::{Influence, paired};
use crate::units::Share;

/// What is asked of a race.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Least probability that the best is found [above 0 and below 1].
    pub confidence: Share,
    /// Smallest difference that matters [unit of the measure, above 0].
    pub indifference: f64,
    /// Replications of the first stage, from which variances are estimated; at least 2.
    pub first: u64,
}

/// A race under way; more is better in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Race {
    rule: Rule,
    /// `h² S²` of the difference of two configurations [unit²]; S² from the first stage.
    reach: Vec<Vec<f64>>,
    /// Configurations that are left.
    left: Vec<usize>,
    /// Looks at which somebody dropped out.
    stages: Vec<Stage>,
    /// Replications at the last look.
    looked: u64,
    decided: bool,
}

/// A look at which somebody dropped out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Replications of everybody who was left until then.
    pub replications: u64,
    /// Who dropped out.
    pub out: Vec<Out>,
    /// How many were left after it.
    pub left: usize,
}

/// Somebody who dropped out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Out {
    /// Who.
    pub who: usize,
    /// The one that was ahead the most.
    pub behind: usize,
}

impl Rule {
    /// The constant of the procedure for so many configurations: `η = ½ ((2 α / (k − 1))^(−2 / (n₀ − 1)) − 1)`, which
    /// solves `½ (1 + 2 η)^(−(n₀ − 1) / 2) = α / (k − 1)`; zero where chance alone finds the best often enough.
    pub fn eta(&self, configurations: usize) -> f64 {
        let error = (1.0 - self.confidence.get()) / configurations.saturating_sub(1).max(1) as f64;
        let freedom = self.first.saturating_sub(1).max(1) as f64;
        (0.5 * ((2.0 * error).powf(-2.0 / freedom) - 1.0)).max(0.0)
    }
}

impl Race {
    /// Everybody after the first stage, by the influences of their `rule.first` replications.
    pub fn new(rule: Rule, first: &[Influence]) -> Self {
        let width = 2.0 * rule.eta(first.len()) * rule.first.saturating_sub(1) as f64;
        let variance = |one: &Influence, other: &Influence| {
            paired(one, other).map_or(0.0, |pair| pair.standard_error.powi(2) * pair.replications as f64)
        };
        let row = |one: &Influence| first.iter().map(|other| width * variance(one, other)).collect();
        let reach = first.iter().map(row).collect();
        Self { rule, reach, left: (0..first.len()).collect(), stages: Vec::new(), looked: 0, decided: first.len() < 2 }
    }

    /// Who is left, in the order of the configurations.
    pub fn left(&self) -> &[usize] {
        &self.left
    }

    /// Looks at which somebody dropped out, in order.
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// The best, once it is known.
    pub fn best(&self) -> Option<usize> {
        if self.decided { self.left.first().copied() } else { None }
    }

    /// Replications at the last look.
    pub const fn looked(&self) -> u64 {
        self.looked
    }

    /// Replications after which it is over whatever happens: one more than the most that a pair can ask for.
    pub fn longest(&self) -> u64 {
        let most = self.reach.iter().flatten().copied().fold(0.0, f64::max) / self.rule.indifference.powi(2);
        // A number too large for the type is held at its top.
        (most.floor() as u64).saturating_add(1).max(self.rule.first)
    }

    /// Looks at the estimates of everybody after so many replications, where more is better; those of whoever dropped
    /// out are not read.
    pub fn look(&mut self, replications: u64, values: &[f64]) {
        if self.decided {
            return;
        }
        self.looked = replications;
        if replications < self.longest() {
            self.screen(replications, values);
        } else {
            self.finish(replications, values);
        }
        self.decided = self.left.len() == 1;
    }

    /// Drops whoever is further behind another one than chance would put it, `W = max(0, (h² S² / δ − δ r) / (2 r))`.
    fn screen(&mut self, replications: u64, values: &[f64]) {
        let (delta, count) = (self.rule.indifference, replications as f64);
        let allowed =
            |one: usize, other: usize| ((self.reach[one][other] / delta - delta * count) / (2.0 * count)).max(0.0);
        let lead = |one: usize, other: usize| values[other] - values[one] - allowed(one, other);
        let ahead = |one: usize| {
            let others = self.left.iter().copied().filter(|&other| other != one && lead(one, other) > 0.0);
            others.max_by(|&first, &second| lead(one, first).total_cmp(&lead(one, second)))
        };
        let out = self.left.iter().filter_map(|&who| ahead(who).map(|behind| Out { who, behind })).collect();
        self.drop(replications, out);
    }

    /// Keeps the one with the best estimate, the first of equals.
    fn finish(&mut self, replications: u64, values: &[f64]) {
        let best = self.left.iter().copied().reduce(|best, who| if values[who] > values[best] { who } else { best });
        let Some(behind) = best else { return };
        let out = self.left.iter().filter(|&&who| who != behind).map(|&who| Out { who, behind }).collect();
        self.drop(replications, out);
    }

    fn drop(&mut self, replications: u64, out: Vec<Out>) {
        if out.is_empty() {
            return;
        }
        self.left.retain(|who| out.iter().all(|gone| gone.who != *who));
        self.stages.push(Stage { replications, out, left: self.left.len() });
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_distr::{Distribution, StandardNormal};
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::*;

    fn rule(confidence: f64, indifference: f64, first: u64) -> Rule {
        Rule { confidence: Share::new(confidence).expect("a share"), indifference, first }
    }

    /// An influence made of plain numbers.
    fn observed(numbers: &[f64]) -> Influence {
        let value = numbers.iter().sum::<f64>() / numbers.len() as f64;
        Influence { value, parts: numbers.iter().map(|number| number - value).collect() }
    }

    /// 2 α / (k − 1) is 0.1, 0.16 and 0.01; its powers −1, −1/2 and −1/2 are 10, 2.5 and 10.
    #[test]
    fn the_constant_is_that_of_its_formula() {
        for (confidence, configurations, first, eta) in [(0.95, 2, 3, 4.5), (0.92, 2, 5, 0.75), (0.98, 5, 5, 4.5)] {
            let found = rule(confidence, 1.0, first).eta(configurations);
            assert!((found - eta).abs() < 1e-9, "{confidence} {configurations} {first}: {found}");
        }
        assert_eq!(rule(0.4, 1.0, 10).eta(2), 0.0);
    }

    /// Equation (3) of the paper with c = 1.
    #[test]
    fn the_constant_solves_the_equation_that_defines_it() {
        for configurations in [2, 3, 5, 10, 100, 500] {
            for first in [2, 5, 10, 24, 100] {
                let rule = rule(0.95, 1.0, first);
                let left = 0.5 * (1.0 + 2.0 * rule.eta(configurations)).powf(-((first - 1) as f64) / 2.0);
                let right = 0.05 / (configurations - 1) as f64;
                assert!((left / right - 1.0).abs() < 1e-9, "{configurations} {first}");
            }
        }
    }

    #[test]
    fn a_difference_without_spread_is_decided_at_once() {
        let first = [observed(&[1.0; 5]), observed(&[3.0; 5]), observed(&[2.0; 5])];
        let mut race = Race::new(rule(0.95, 0.1, 5), &first);
        race.look(5, &[1.0, 3.0, 2.0]);
        assert_eq!((race.best(), race.looked(), race.longest()), (Some(1), 5, 5));
        let out = [Out { who: 0, behind: 1 }, Out { who: 2, behind: 1 }];
        assert_eq!(race.stages(), [Stage { replications: 5, out: out.to_vec(), left: 1 }]);
    }

    #[test]
    fn of_equals_the_first_is_kept() {
        let first = [observed(&[1.0, 2.0]), observed(&[1.0, 2.0])];
        let mut race = Race::new(rule(0.95, 1.0, 2), &first);
        race.look(2, &[1.5, 1.5]);
        assert_eq!(race.best(), Some(0));
    }

    /// η = 4.5, h² = 2 · 4.5 · 2 = 18; differences 0, 2, 4 have a variance of 4, so h² S² = 72. With an indifference of 0.8
    /// that is 72 / 0.64 = 112.5 replications, and W = (72 / 0.8 − 0.8 · 3) / 6 = 14.6.
    #[test]
    fn who_is_behind_by_more_than_the_bound_drops_out() {
        let (one, other) = (observed(&[0.0, 0.0, 0.0]), observed(&[0.0, 2.0, 4.0]));
        let race = Race::new(rule(0.95, 0.8, 3), &[one, other]);
        assert_eq!(race.longest(), 113);
        for (lead, best) in [(14.5, None), (14.7, Some(1))] {
            let mut race = race.clone();
            race.look(3, &[0.0, lead]);
            assert_eq!(race.best(), best, "{lead}");
        }
        let mut last = race;
        last.look(113, &[0.001, 0.0]);
        assert_eq!(last.best(), Some(0));
    }

    /// Who wins among normal configurations with these means, whose observations share half of their variance of 1, and
    /// how many replications all of them take.
    fn played(rule: Rule, means: &[f64], chance: &mut Xoshiro256PlusPlus) -> (usize, u64) {
        let mut draw = || -> f64 { StandardNormal.sample(chance) };
        let mut sums = vec![0.0; means.len()];
        let mut numbers = vec![Vec::new(); means.len()];
        let mut race: Option<Race> = None;
        for replication in 1.. {
            let shared = draw();
            for (who, mean) in means.iter().enumerate() {
                let number = mean + 0.5_f64.sqrt() * (shared + draw());
                sums[who] += number;
                numbers[who].push(number);
            }
            if replication < rule.first {
                continue;
            }
            let race = race.get_or_insert_with(|| {
                Race::new(rule, &numbers.iter().map(|numbers| observed(numbers)).collect::<Vec<_>>())
            });
            race.look(replication, &sums.iter().map(|sum| sum / replication as f64).collect::<Vec<_>>());
            if let Some(best) = race.best() {
                let before: u64 = race.stages().iter().map(|stage| stage.replications * stage.out.len() as u64).sum();
                return (best, before + race.looked());
            }
        }
        unreachable!("every race ends")
    }

    /// The least favourable means: all others worse than the best by exactly the indifference. Of 1,000 races at least
    /// 950 are to be won; a race that keeps its promise wins fewer than 950 − 3.09 · √(1,000 · 0.95 · 0.05) = 928 with a
    /// probability of 0.1 %.
    #[test]
    fn the_best_of_the_least_favourable_means_is_found_as_often_as_promised() {
        for (means, best) in [(vec![0.3, 0.0], 0), (vec![0.0, 0.0, 0.3, 0.0, 0.0], 2)] {
            let mut chance = Xoshiro256PlusPlus::seed_from_u64(1);
            let mut won = 0;
            for _ in 0..1_000 {
                won += usize::from(played(rule(0.95, 0.3, 10), &means, &mut chance).0 == best);
            }
            assert!(won >= 928, "{won} of 1000 with {means:?}");
        }
    }

    /// The test above would notice a race that stops too early.
    #[test]
    fn a_race_that_promises_nothing_is_lost_too_often() {
        let mut chance = Xoshiro256PlusPlus::seed_from_u64(1);
        let hasty = rule(1e-9, 0.3, 10);
        let means = [0.0, 0.0, 0.3, 0.0, 0.0];
        let won = (0..1_000).filter(|_| played(hasty, &means, &mut chance).0 == 2).count();
        assert!(won < 928, "{won}");
    }

    #[test]
    fn a_clear_winner_takes_fewer_replications_than_a_close_one() {
        let taken = |lead: f64| {
            let mut chance = Xoshiro256PlusPlus::seed_from_u64(1);
            let means = [0.0, 0.0, lead, 0.0, 0.0];
            (0..100).map(|_| played(rule(0.95, 0.3, 10), &means, &mut chance).1).sum::<u64>()
        };
        assert!(taken(3.0) < taken(0.3), "{} {}", taken(3.0), taken(0.3));
    }
}
