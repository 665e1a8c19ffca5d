//! Influence: what each replication does to a ratio of sums, and the paired difference of two ratios.
//!
//! Residuals are taken as whole numbers and rounded once, so that equal observations have no spread at all.

/// The sums of one measure in one replication. A measure that is one number has 1 below the line, and nothing on both
/// sides where there was no such number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    /// Above the line.
    pub above: u64,
    /// Below the line.
    pub below: u64,
}

/// A ratio of sums over replications, and what each replication does to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Influence {
    /// The ratio `R = Σa / Σb` [unit].
    pub value: f64,
    /// `(a − R b) / b̄` of each replication [unit]; they add up to zero.
    pub parts: Vec<f64>,
}

/// Differences this small against the numbers themselves are those of rounding.
const ROUNDING: f64 = 1e-14;

/// The difference of two ratios over the same replications.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Paired {
    /// First less second [unit].
    pub difference: f64,
    /// Its standard error [unit].
    pub standard_error: f64,
    /// Variance of the difference of independent replications over that of these, `(s₁² + s₂²) / s²`; `None` when this
    /// difference has no variance.
    pub variance_reduction: Option<f64>,
    /// Replications behind it.
    pub replications: u64,
}

impl Influence {
    /// Of the sums of all replications, in order, `size` of which make one of the unit; `None` when all sums below the
    /// line are zero.
    ///
    /// The influence `(a − R b) / b̄` is the linear part of a replication's effect on the ratio, by which the delta
    /// method estimates the variance of R as `Σ parts² / (n (n − 1))`. Source: Cochran, Sampling Techniques, 3rd
    /// edition, chapter 6; Davison and Hinkley, Bootstrap Methods and their Application, section 2.7.2.
    pub fn of(sums: &[Sums], size: f64) -> Option<Self> {
        let above: u128 = sums.iter().map(|sums| u128::from(sums.above)).sum();
        let below: u128 = sums.iter().map(|sums| u128::from(sums.below)).sum();
        let scale = sums.len() as f64 / (below as f64 * size);
        let part = |sums: &Sums| residual(*sums, above, below) * scale;
        let value = above as f64 / below as f64 / size;
        (below > 0).then(|| Self { value, parts: sums.iter().map(part).collect() })
    }

    /// Sum of the squares of the parts.
    fn squares(&self) -> f64 {
        self.parts.iter().map(|part| part * part).sum()
    }
}

/// `a − R b` where `R = above / below`.
fn residual(sums: Sums, above: u128, below: u128) -> f64 {
    let product = |one: u64, other: u128| i128::try_from(other).ok()?.checked_mul(i128::from(one));
    let exact = product(sums.above, below).zip(product(sums.below, above));
    let exact = exact.and_then(|(mine, expected)| mine.checked_sub(expected));
    let below = below as f64;
    exact.map_or_else(|| sums.above as f64 - above as f64 / below * sums.below as f64, |exact| exact as f64 / below)
}

/// First less second, replication by replication: the variance of the difference is that of the differences of the
/// influences, `s² = Σ (u₁ − u₂)² / (n − 1)`, and its standard error `s / √n`. For two means this is the paired t.
///
/// Source: Law, Simulation Modeling and Analysis, 5th edition, section 10.2.1, with influences in place of
/// observations. `None` with fewer than two replications, or when they are not the same ones.
pub fn paired(first: &Influence, second: &Influence) -> Option<Paired> {
    let replications = first.parts.len();
    if replications < 2 || replications != second.parts.len() {
        return None;
    }
    let squares: f64 = first.parts.iter().zip(&second.parts).map(|(one, other)| (one - other) * (one - other)).sum();
    let count = replications as f64;
    let apart = first.squares() + second.squares();
    let (difference, standard_error) = (first.value - second.value, (squares / (count * (count - 1.0))).sqrt());
    let rounding = ROUNDING * first.value.abs().max(second.value.abs());
    if difference.abs().max(standard_error) <= rounding {
        return Some(Paired { replications: replications as u64, ..Paired::default() });
    }
    let variance_reduction = (squares > 0.0).then(|| apart / squares);
    Some(Paired { difference, standard_error, variance_reduction, replications: replications as u64 })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ratios(sums: &[(u64, u64)]) -> Influence {
        let sums: Vec<Sums> = sums.iter().map(|&(above, below)| Sums { above, below }).collect();
        Influence::of(&sums, 1.0).expect("something below")
    }

    fn numbers(numbers: &[u64]) -> Influence {
        ratios(&numbers.iter().map(|&number| (number, 1)).collect::<Vec<_>>())
    }

    #[test]
    fn the_influence_on_a_mean_is_the_distance_from_it() {
        assert_eq!(numbers(&[1, 2, 6]), Influence { value: 3.0, parts: vec![-2.0, -1.0, 3.0] });
    }

    /// R = 4 / 4 = 1, mean of the lower numbers 2: (1 − 2) / 2 and (3 − 2) / 2.
    #[test]
    fn the_influence_on_a_ratio_is_the_residual_over_the_mean_below() {
        assert_eq!(ratios(&[(1, 2), (3, 2)]), Influence { value: 1.0, parts: vec![-0.5, 0.5] });
    }

    #[test]
    fn a_replication_without_a_number_weighs_nothing() {
        assert_eq!(ratios(&[(4, 1), (0, 0), (2, 1)]), Influence { value: 3.0, parts: vec![1.5, 0.0, -1.5] });
        assert_eq!(Influence::of(&[Sums::default(); 3], 1.0), None);
        assert_eq!(Influence::of(&[], 1.0), None);
    }

    /// Differences 1, 2, 3: mean 2, variance 1, standard error 1 / √3. Variances 1 and 4 apart.
    #[test]
    fn a_difference_of_means_is_the_paired_t() {
        let found = paired(&numbers(&[2, 4, 6]), &numbers(&[1, 2, 3])).expect("three pairs");
        assert_eq!((found.difference, found.variance_reduction, found.replications), (2.0, Some(5.0), 3));
        assert!((found.standard_error - 1.0 / 3.0_f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn numbers_that_never_change_have_no_spread_however_large() {
        let huge = numbers(&[u64::MAX / 3; 7]);
        assert_eq!(huge.parts, [0.0; 7]);
        let found = paired(&huge, &numbers(&[5; 7])).expect("seven pairs");
        assert_eq!((found.standard_error, found.variance_reduction), (0.0, None));
    }

    #[test]
    fn one_replication_has_no_difference_and_other_replications_neither() {
        assert_eq!(paired(&numbers(&[1]), &numbers(&[2])), None);
        assert_eq!(paired(&numbers(&[1, 2]), &numbers(&[1, 2, 3])), None);
    }

    proptest! {
        #[test]
        fn what_counted_the_same_differs_by_exactly_nothing(
            counted in prop::collection::vec((0..u64::MAX, 1..u64::MAX), 2..9)
        ) {
            let found = paired(&ratios(&counted), &ratios(&counted)).expect("pairs");
            prop_assert_eq!((found.difference, found.standard_error, found.variance_reduction), (0.0, 0.0, None));
        }

        #[test]
        fn influences_add_up_to_zero(counted in prop::collection::vec((0..1_u64 << 50, 1..1_u64 << 50), 1..9)) {
            let found = ratios(&counted);
            let largest = found.parts.iter().fold(0.0_f64, |most, part| most.max(part.abs()));
            prop_assert!(found.parts.iter().sum::<f64>().abs() <= 1e-12 * largest);
        }
    }
}
