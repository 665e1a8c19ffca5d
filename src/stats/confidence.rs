//! Confidence intervals of means and of ratios of sums, from exact moments.
//!
//! Variances are differences of whole numbers and rounded once, so that numbers far from zero lose no digits.

use std::collections::BTreeMap;

use statrs::distribution::{ContinuousCDF, Normal, StudentsT};

use super::Wide;
use super::moments::{Pair, Single};
use crate::units::Share;

/// Wide enough for the product of a sum of squares and two sums.
type Exact = Wide<8>;

/// Degrees of freedom above which Student's t is expanded around the normal law.
const MANY: f64 = 200.0;

/// A number and how sure it is, in the unit of the observations.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// Mean of the observations, or ratio of their sums.
    pub mean: f64,
    /// Half the width of the confidence interval; `None` with fewer than two observations.
    pub half_width: Option<f64>,
}

/// Quantiles of Student's t for one confidence, looked up once per number of observations.
#[derive(Debug, Clone)]
pub struct Student {
    /// Probability that an interval covers.
    confidence: Share,
    /// Quantile by degrees of freedom.
    known: BTreeMap<u64, Option<f64>>,
}

impl Student {
    /// For intervals that cover with this probability.
    pub const fn new(confidence: Share) -> Self {
        Self { confidence, known: BTreeMap::new() }
    }

    /// Half-width of an interval in standard errors; `None` with fewer than two observations or a confidence of 1.
    pub fn factor(&mut self, observations: u64) -> Option<f64> {
        let freedom = observations.checked_sub(1).filter(|&freedom| freedom > 0)?;
        let tail = (1.0 - self.confidence.get()) / 2.0;
        *self.known.entry(freedom).or_insert_with(|| quantile(tail, freedom as f64))
    }

    /// Mean of independent observations with Student's t interval:
    /// `mean ± t · s / √n`, where `s² = (n Σa² − (Σa)²) / (n (n − 1))` and t has n − 1 degrees of freedom.
    ///
    /// Source: Law, Simulation Modeling and Analysis, 5th edition, section 4.5.
    pub fn mean(&mut self, of: &Single, observations: u64) -> Option<Estimate> {
        let n = observations as f64;
        let sum: Exact = of.sum.widen();
        let spread = of.squares.widen::<8>().times(&Exact::from(observations)).minus(&sum.times(&sum));
        let half_width = self.factor(observations).map(|t| t * (spread.as_f64() / (n - 1.0)).sqrt() / n);
        (observations > 0).then(|| Estimate { mean: sum.as_f64() / n, half_width })
    }

    /// Ratio of sums over independent observations with an interval by the delta method:
    /// `R = Σa / Σb`, `R ± t · s / (√n · b̄)`, where `s² = Σ(a − R b)² / (n − 1)` and t has n − 1 degrees of freedom.
    ///
    /// `Σ(a − R b)²` is taken as `(Σa² (Σb)² − 2 Σa Σb Σab + (Σa)² Σb²) / (Σb)²`. Source: Cochran, Sampling
    /// Techniques, 3rd edition, chapter 6. The interval is asymptotic: with few observations of a strongly varying
    /// lower number it covers somewhat less than it says.
    pub fn ratio(&mut self, of: &Pair, observations: u64) -> Option<Estimate> {
        let (above, below): (Exact, Exact) = (of.above.widen(), of.below.widen());
        let (n, b) = (observations as f64, below.as_f64());
        let squares = of.above_squares.widen::<8>().times(&below).times(&below);
        let squares = squares.plus(&of.below_squares.widen::<8>().times(&above).times(&above));
        let cross = of.products.widen::<8>().times(&above).times(&below);
        let spread = squares.minus(&cross.plus(&cross)).as_f64();
        let half_width = self.factor(observations).map(|t| t * spread.sqrt() / (b * b) * (n / (n - 1.0)).sqrt());
        (b > 0.0).then(|| Estimate { mean: above.as_f64() / b, half_width })
    }
}

/// The value that Student's t exceeds with a probability of `tail`, 0 to 1/2; `None` where it has no bound.
fn quantile(tail: f64, freedom: f64) -> Option<f64> {
    if tail <= 0.0 {
        return None;
    }
    let found = if freedom > MANY { expanded(tail, freedom) } else { bisected(tail, freedom)? };
    Some(found.max(0.0)).filter(|found| found.is_finite())
}

/// By halving, because a Newton iteration does not end for every tail and freedom.
fn bisected(tail: f64, freedom: f64) -> Option<f64> {
    let law = StudentsT::new(0.0, 1.0, freedom).ok()?;
    let (mut low, mut high) = (0.0, 1.0);
    while high < f64::INFINITY && law.sf(high) > tail {
        (low, high) = (high, 2.0 * high);
    }
    while high < f64::INFINITY {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if law.sf(middle) > tail { low = middle } else { high = middle }
    }
    Some(high)
}

/// By three terms of Abramowitz and Stegun, Handbook of Mathematical Functions, formula 26.7.5.
fn expanded(tail: f64, freedom: f64) -> f64 {
    let z = -Normal::standard().inverse_cdf(tail);
    let first = (z.powi(3) + z) / 4.0;
    let second = (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / 96.0;
    let third = (3.0 * z.powi(7) + 19.0 * z.powi(5) + 17.0 * z.powi(3) - 15.0 * z) / 384.0;
    z + (first + (second + third / freedom) / freedom) / freedom
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::SeedableRng;
    use rand_distr::{Distribution, StandardNormal};
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::*;

    fn student() -> Student {
        Student::new(Share::new(0.95).expect("a share"))
    }

    fn singles(numbers: &[u64]) -> Single {
        numbers.iter().fold(Single::default(), |mut moments, &number| {
            moments.add(number);
            moments
        })
    }

    fn pairs(numbers: &[(u64, u64)]) -> Pair {
        numbers.iter().fold(Pair::default(), |mut moments, &(above, below)| {
            moments.add(above, below);
            moments
        })
    }

    /// Table of the t distribution, <https://www.itl.nist.gov/div898/handbook/eda/section3/eda3672.htm>.
    #[test]
    fn the_factors_are_those_of_the_table() {
        let mut student = student();
        for (observations, published) in [(2, 12.706), (3, 4.303), (5, 2.776), (10, 2.262), (31, 2.042), (101, 1.984)] {
            let found = student.factor(observations).expect("two or more");
            assert!((found - published).abs() <= 0.000_5, "{observations}: {found}");
        }
        let (below, above) = (student.factor(201), student.factor(202));
        assert!(below.zip(above).is_some_and(|(below, above)| below > above && below - above < 1e-4));
        let endless = student.factor(1 << 40).expect("two or more");
        assert!((endless - 1.959_964).abs() < 1e-5, "{endless}");
    }

    #[test]
    fn every_confidence_has_a_factor_but_certainty() {
        for confidence in [0.0, 1e-9, 0.5, 0.999_999, 1.0 - 1e-15] {
            let mut student = Student::new(Share::new(confidence).expect("a share"));
            for observations in [2, 3, 200, 1_000, 1 << 60] {
                let found = student.factor(observations);
                assert!(found.is_some_and(|factor| factor >= 0.0), "{confidence} {observations}: {found:?}");
            }
        }
        assert_eq!(Student::new(Share::ONE).factor(3), None);
        assert_eq!(Student::new(Share::ONE).factor(3_000), None);
    }

    #[test]
    fn a_mean_of_1_2_3_has_a_standard_error_of_one_over_root_three() {
        let found = student().mean(&singles(&[1, 2, 3]), 3).expect("three numbers");
        assert_eq!(found.mean, 2.0);
        let error = found.half_width.expect("three numbers") / student().factor(3).expect("three");
        assert!((error - 1.0 / 3.0_f64.sqrt()).abs() < 1e-12);
    }

    /// a = 1, 3 and b = 2, 2: R = 1, residuals −1 and 1, s² = 2, standard error √2 / (√2 · 2) = 1/2.
    #[test]
    fn a_ratio_of_1_and_3_to_2_and_2_has_a_standard_error_of_one_half() {
        let found = student().ratio(&pairs(&[(1, 2), (3, 2)]), 2).expect("something below");
        assert_eq!(found.mean, 1.0);
        let error = found.half_width.expect("two pairs") / student().factor(2).expect("two");
        assert!((error - 0.5).abs() < 1e-12);
    }

    #[test]
    fn equal_observations_have_an_interval_of_no_width() {
        let huge = u64::MAX - 3;
        assert_eq!(student().mean(&singles(&[huge; 5]), 5).and_then(|found| found.half_width), Some(0.0));
        let ratio = student().ratio(&pairs(&[(huge, 7); 5]), 5);
        assert_eq!(ratio.and_then(|found| found.half_width), Some(0.0));
    }

    #[test]
    fn a_small_spread_on_a_huge_number_is_not_lost() {
        let base = u64::MAX - 10;
        let found = student().mean(&singles(&[base, base + 1, base + 2]), 3).and_then(|found| found.half_width);
        let small = student().mean(&singles(&[1, 2, 3]), 3).and_then(|found| found.half_width);
        assert_eq!(found, small);
    }

    #[test]
    fn nothing_has_no_estimate_and_one_observation_has_no_interval() {
        assert_eq!(student().mean(&Single::default(), 0), None);
        assert_eq!(student().ratio(&Pair::default(), 9), None);
        assert_eq!(student().mean(&singles(&[4]), 1), Some(Estimate { mean: 4.0, half_width: None }));
        let sure = Student::new(Share::ONE).mean(&singles(&[1, 2]), 2);
        assert_eq!(sure, Some(Estimate { mean: 1.5, half_width: None }));
    }

    proptest! {
        #[test]
        fn every_estimate_is_finite(numbers in prop::collection::vec((0_u64..=u64::MAX, 0_u64..=u64::MAX), 2..6)) {
            let found = student().ratio(&pairs(&numbers), numbers.len() as u64);
            let finite = |found: Estimate| found.mean.is_finite() && found.half_width.is_some_and(f64::is_finite);
            prop_assert!(found.is_none_or(finite));
            prop_assert!(numbers.iter().all(|pair| pair.1 == 0) == found.is_none());
        }
    }

    /// How many of 4,000 experiments cover `truth`, and the bounds that a coverage of 95 % keeps to with a
    /// probability of 99.9 %: 3,800 ± 3.29 · √(4,000 · 0.95 · 0.05) = 3,800 ± 45.3.
    fn assert_covers(truth: f64, mut experiment: impl FnMut(&mut Xoshiro256PlusPlus) -> Estimate) {
        let mut chance = Xoshiro256PlusPlus::seed_from_u64(1);
        let covered = (0..4_000).filter(|_| {
            let found = experiment(&mut chance);
            (found.mean - truth).abs() <= found.half_width.expect("several observations")
        });
        let covered = covered.count();
        assert!((3_755..=3_845).contains(&covered), "{covered} of 4000");
    }

    fn normal(mean: f64, deviation: f64, chance: &mut Xoshiro256PlusPlus) -> u64 {
        let drawn: f64 = StandardNormal.sample(chance);
        (mean + deviation * drawn).round() as u64
    }

    #[test]
    fn the_interval_of_a_normal_mean_covers_as_often_as_it_says() {
        let mut student = student();
        assert_covers(1e9, |chance| {
            let numbers: Vec<u64> = (0..5).map(|_| normal(1e9, 1e7, chance)).collect();
            student.mean(&singles(&numbers), 5).expect("five numbers")
        });
    }

    /// The delta method errs by terms of the order of the squared variation of b over n, here 0.01 / 40.
    #[test]
    fn the_interval_of_a_ratio_covers_as_often_as_it_says() {
        let mut student = student();
        assert_covers(0.25, |chance| {
            let numbers: Vec<(u64, u64)> = (0..40)
                .map(|_| {
                    let below = normal(1e8, 1e7, chance);
                    (normal(0.25 * below as f64, 1e6, chance), below)
                })
                .collect();
            student.ratio(&pairs(&numbers), 40).expect("forty pairs")
        });
    }
}
