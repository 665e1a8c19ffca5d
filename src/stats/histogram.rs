//! A histogram of waits with bounded memory: 32 buckets to each doubling, so that a quantile read from it is within
//! 1.6 % of the true one, and within 1 ms below 32 ms.
//!
//! Merging adds buckets: exact, in any order.

use crate::units::Span;

/// Waits are counted in units of 1,024 ticks, about a millisecond.
const UNIT_BITS: u32 = 10;
/// Buckets to each doubling.
const FINE_BITS: u32 = 5;
const FINE: usize = 1 << FINE_BITS;
/// Doublings covered above the first: up to 2^44 ticks, about 203 days; longer waits count as that.
const DOUBLINGS: usize = 29;
const BUCKETS: usize = FINE * (DOUBLINGS + 1);

/// How often waits of each length occurred.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitHistogram {
    counts: Box<[u32]>,
    zero: u64,
    /// Longest wait counted [ticks].
    longest: u64,
}

impl Default for WaitHistogram {
    fn default() -> Self {
        Self { counts: vec![0; BUCKETS].into(), zero: 0, longest: 0 }
    }
}

/// The bucket of a wait.
#[inline]
fn bucket(ticks: u64) -> usize {
    let units = (ticks >> UNIT_BITS) | 1;
    let doubling = units.ilog2().saturating_sub(FINE_BITS);
    let index = ((doubling as usize) << FINE_BITS) + (ticks >> UNIT_BITS >> doubling) as usize;
    index.min(BUCKETS - 1)
}

/// First tick of a bucket, and of the one after it.
fn bounds(index: usize) -> (u64, u64) {
    let doubling = (index >> FINE_BITS).saturating_sub(1);
    let first = ((index - (doubling << FINE_BITS)) as u64) << doubling;
    (first << UNIT_BITS, (first + (1 << doubling)) << UNIT_BITS)
}

impl WaitHistogram {
    /// Counts one wait.
    #[inline]
    pub fn record(&mut self, wait: Span) {
        if wait == Span::ZERO {
            self.zero += 1;
        } else {
            let slot = &mut self.counts[bucket(wait.as_ticks())];
            *slot = slot.saturating_add(1);
            self.longest = self.longest.max(wait.as_ticks());
        }
    }

    /// Memory that one histogram takes [bytes].
    pub const BYTES: usize = BUCKETS * 4 + 32;

    /// Counts waits of no time at all.
    pub fn add_zeros(&mut self, count: u64) {
        self.zero += count;
    }

    /// Waits counted.
    pub fn total(&self) -> u64 {
        self.zero + self.counts.iter().map(|&count| u64::from(count)).sum::<u64>()
    }

    /// Adds another histogram.
    pub fn absorb(&mut self, other: &Self) {
        self.zero += other.zero;
        self.longest = self.longest.max(other.longest);
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            *mine = mine.saturating_add(*theirs);
        }
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        (self.zero, self.longest) = (0, 0);
        self.counts.fill(0);
    }

    /// The wait that a share `p` of contacts do not exceed, at the middle of its bucket but no longer than the
    /// longest; `None` when empty.
    pub fn quantile(&self, p: f64) -> Option<Span> {
        self.quantiles([p]).map(|[found]| found)
    }

    /// The waits that several shares of contacts do not exceed, in one walk; the shares ascend. `None` when empty.
    pub fn quantiles<const SHARES: usize>(&self, shares: [f64; SHARES]) -> Option<[Span; SHARES]> {
        let total = self.total();
        let ranks = shares.map(|p| ((p * total as f64).ceil() as u64).clamp(1, total.max(1)));
        let mut found = [Span::ZERO; SHARES];
        let mut next = ranks.iter().take_while(|&&rank| rank <= self.zero).count();
        let mut below = self.zero;
        for (row, buckets) in self.counts.chunks(FINE).enumerate() {
            let (start, end) = (below, below + buckets.iter().map(|&count| u64::from(count)).sum::<u64>());
            while next < SHARES && ranks[next] <= end {
                let middle = middle(row * FINE + place(buckets, ranks[next] - start));
                found[next] = middle.min(Span::ticks(self.longest));
                next += 1;
            }
            below = end;
        }
        (total > 0).then_some(found)
    }
}

/// Which of these buckets holds the wait of this rank, counted from 1.
fn place(buckets: &[u32], rank: u64) -> usize {
    let mut below = 0;
    let holds = |&count: &u32| {
        below += u64::from(count);
        rank <= below
    };
    buckets.iter().position(holds).unwrap_or(buckets.len() - 1)
}

/// The middle of a bucket.
fn middle(index: usize) -> Span {
    let (first, end) = bounds(index);
    Span::ticks(first + (end - first) / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wait_lies_in_the_bounds_of_its_bucket() {
        for ticks in (0..44).flat_map(|power| [(1_u64 << power) - 1, 1 << power, (1 << power) + 1]) {
            let (first, end) = bounds(bucket(ticks));
            assert!((first..end).contains(&ticks), "{ticks} not in {first}..{end}");
        }
    }

    #[test]
    fn a_quantile_is_within_its_stated_error() {
        let mut waits = WaitHistogram::default();
        for second in 1..=1_000 {
            waits.record(Span::seconds(f64::from(second)));
        }
        for (p, exact) in [(0.5, 500.0), (0.9, 900.0), (0.99, 990.0)] {
            let found = waits.quantile(p).expect("not empty").as_seconds();
            assert!((found / exact - 1.0).abs() < 1.0 / 64.0, "{p}: {found}");
        }
    }

    #[test]
    fn no_quantile_exceeds_the_longest_wait() {
        let mut waits = WaitHistogram::default();
        waits.record(Span::seconds(590.0));
        assert_eq!(waits.quantile(0.99), Some(Span::seconds(590.0)));
    }

    #[test]
    fn several_quantiles_in_one_walk_are_those_found_one_by_one() {
        let mut waits = WaitHistogram::default();
        let shares = [0.0, 0.1, 0.5, 0.5, 0.9, 1.0];
        for wait in [0, 0, 1, 50, 50, 2_000, 3_000_000, 3_000_001, 1 << 43, u64::MAX - 1] {
            waits.record(Span::ticks(wait));
            assert_eq!(waits.quantiles(shares), Some(shares.map(|p| waits.quantile(p).expect("not empty"))));
        }
        assert_eq!(waits.quantiles([0.2, 0.3]), Some([Span::ZERO, Span::ticks(512)]));
    }

    #[test]
    fn an_empty_histogram_has_no_quantile_and_a_huge_wait_no_bucket_of_its_own() {
        let mut waits = WaitHistogram::default();
        assert_eq!(waits.quantile(0.5), None);
        waits.record(Span::ticks(u64::MAX - 1));
        assert!(waits.quantile(0.5).is_some());
    }
}
