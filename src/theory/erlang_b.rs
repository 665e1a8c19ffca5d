//! Erlang's loss model M/M/n/n: a contact that finds every line taken is lost.
//!
//! Sums only positive terms, smallest needed number of them, so any load and any number of lines is exact.

use super::error::{ModelError, countable, inner_share, not_negative};
use super::staffing::least;

/// Lines without a queue, offered random traffic (A. K. Erlang, 1917).
///
/// ```
/// use switchboard::theory::ErlangB;
/// let measures = ErlangB { offered_load: 10.0, lines: 10 }.solve().unwrap();
/// assert_eq!(format!("{:.4}", measures.blocking), "0.2146");
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ErlangB {
    /// Arrival rate times mean holding time [erlangs]; any real number of 0 or more.
    pub offered_load: f64,
    /// Contacts that can be held at once [lines].
    pub lines: u64,
}

/// What Erlang's loss model says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ErlangBMeasures {
    /// Contacts that find every line taken [share of offered].
    pub blocking: f64,
    /// Lines taken on average [erlangs].
    pub carried_load: f64,
    /// Work turned away [erlangs].
    pub lost_load: f64,
    /// Time a line is taken [share]; 0 without lines.
    pub occupancy: f64,
}

impl ErlangB {
    /// Blocking and loads in the long run.
    pub fn solve(self) -> Result<ErlangBMeasures, ModelError> {
        not_negative("offered load", self.offered_load)?;
        countable("lines", self.lines)?;
        let blocking = blocking(self.offered_load, self.lines);
        let carried_load = self.offered_load * (1.0 - blocking);
        Ok(ErlangBMeasures {
            blocking,
            carried_load,
            lost_load: self.offered_load * blocking,
            occupancy: carried_load / self.lines.max(1) as f64,
        })
    }

    /// Least lines that lose no more than a share of the contacts.
    pub fn least_lines(offered_load: f64, blocking_goal: f64) -> Result<u64, ModelError> {
        not_negative("offered load", offered_load)?;
        inner_share("blocking goal", blocking_goal)?;
        let enough = |lines| Ok(blocking(offered_load, lines) <= blocking_goal);
        least(enough)?.ok_or(ModelError::OutOfRange {
            name: "offered load",
            found: offered_load,
            expected: "fewer erlangs than lines that can be counted",
        })
    }

    /// Greatest load that loses no more than a share of the contacts [erlangs].
    pub fn greatest_load(lines: u64, blocking_goal: f64) -> Result<f64, ModelError> {
        countable("lines", lines)?;
        inner_share("blocking goal", blocking_goal)?;
        let (mut low, mut high) = (0.0, lines as f64 / (1.0 - blocking_goal) + 1.0);
        for _ in 0..100 {
            let middle = f64::midpoint(low, high);
            if blocking(middle, lines) <= blocking_goal { low = middle } else { high = middle }
        }
        Ok(low)
    }
}

/// Erlang's B formula, as `1/B = 1 + n/a + n(n-1)/a^2 + …`.
///
/// The terms are positive, and after about nine standard deviations of the load they no longer count
/// or the sum is infinite, so the work grows with the root of the size.
pub(super) fn blocking(offered_load: f64, lines: u64) -> f64 {
    let (mut sum, mut term) = (1.0_f64, 1.0_f64);
    for line in (1..=lines).rev() {
        term *= line as f64 / offered_load;
        sum += term;
        if sum.is_infinite() || (term < 1e-18 * sum && (line as f64) < offered_load) {
            break;
        }
    }
    1.0 / sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fifteen_lines_at_one_percent_carry_8_108_erlangs() {
        // https://erlang.com/calculatormanual/howmuchtrafficcanatrunkgrouphandle.htm
        let load = ErlangB::greatest_load(15, 0.01).unwrap();
        assert_eq!(format!("{load:.3}"), "8.108");
        assert_eq!(ErlangB::least_lines(8.108, 0.01), Ok(15));
        assert_eq!(ErlangB::least_lines(8.109, 0.01), Ok(16));
    }

    #[test]
    fn twenty_five_erlangs_on_thirty_lines_lose_five_percent() {
        // Wolfram Mathematica, example "Compute Loss Probabilities for a Queue": "approximately 0.05".
        assert!((blocking(25.0, 30) - 0.05).abs() < 0.005);
    }

    #[test]
    fn two_lines_and_two_erlangs_lose_two_fifths() {
        // (2^2/2) / (1 + 2 + 2) by hand.
        assert!((blocking(2.0, 2) - 0.4).abs() < 1e-15);
    }

    #[test]
    fn the_edges_have_plain_answers() {
        assert_eq!(blocking(0.0, 0), 1.0);
        assert_eq!(blocking(0.0, 5), 0.0);
        assert_eq!(blocking(5.0, 0), 1.0);
        assert!(ErlangB { offered_load: f64::NAN, lines: 1 }.solve().is_err());
        assert!(ErlangB { offered_load: -1.0, lines: 1 }.solve().is_err());
        assert!(ErlangB { offered_load: 1e19, lines: u64::MAX }.solve().is_err());
        assert!(ErlangB::least_lines(5.0, 0.0).is_err());
        assert!(ErlangB::least_lines(1e300, 0.01).is_err());
        assert_eq!(ErlangB::greatest_load(0, 0.01), Ok(0.0));
    }

    #[test]
    fn a_hundred_thousand_lines_follow_the_heavy_traffic_limit() {
        // B(n, n) * sqrt(n) tends to sqrt(2/pi); the next term of the expansion is of order 1/sqrt(n):
        // Jagerman, Bell System Technical Journal 53 (1974), theorem 14: 1/B = sqrt(pi n/2) + 2/3 + O(1/sqrt(n)).
        let lines = 100_000.0_f64;
        let expected = 1.0 / ((std::f64::consts::PI * lines / 2.0).sqrt() + 2.0 / 3.0);
        assert!((blocking(lines, 100_000) / expected - 1.0).abs() < 1.0 / lines);
    }

    proptest! {
        #[test]
        fn the_recursion_over_lines_holds(load in 0.01..2000.0_f64, lines in 1_u64..2000) {
            let before = blocking(load, lines - 1);
            let expected = load * before / (lines as f64 + load * before);
            prop_assert!((blocking(load, lines) - expected).abs() <= 1e-12 * expected + 1e-300);
        }

        #[test]
        fn more_load_loses_more_and_more_lines_lose_less(load in 0.1..500.0_f64, lines in 0_u64..500) {
            prop_assert!(blocking(load, lines) <= blocking(load * 1.01, lines));
            prop_assert!(blocking(load, lines) >= blocking(load, lines + 1));
        }
    }
}
