//! Rows: which row of counts a moment belongs to, worked out without a branch or a division.

use super::Layout;
use crate::units::Instant;

/// Row 0 is the warm-up; then comes one row for each interval, the last of which holds all that comes later too.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows {
    /// End of the warm-up [ticks].
    warm: u64,
    /// 2^(64 + `shift`) divided by the length of an interval, rounded up.
    factor: u64,
    shift: u32,
    /// The last row.
    last: usize,
}

impl Rows {
    /// The rows of a layout, whose intervals take at least two ticks.
    pub(super) fn of(layout: &Layout) -> Self {
        let length = layout.interval.as_ticks().max(2);
        let shift = (length - 1).ilog2();
        // The length lies above 2^shift, so the quotient is below 2^64; it is exact for every dividend below 2^63 (T.
        // Granlund and P. Montgomery, Division by invariant integers using multiplication, PLDI 1994, theorem 4.2).
        let factor = (1_u128 << (64 + shift)).div_ceil(u128::from(length)) as u64;
        Self { warm: layout.warm_up.as_ticks(), factor, shift, last: layout.intervals() }
    }

    /// The row of a moment.
    #[inline(always)]
    pub(super) fn at(self, moment: Instant) -> usize {
        let ticks = moment.as_ticks();
        let product = u128::from(ticks.wrapping_sub(self.warm)) * u128::from(self.factor);
        let row = (1 + ((product >> 64) as u64 >> self.shift)).min(self.last as u64);
        std::hint::select_unpredictable(ticks < self.warm, 0, row as usize)
    }

    /// The last row.
    pub(super) fn last(self) -> usize {
        self.last
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_row_is_what_a_division_says(
            warm in 0..1_u64 << 45,
            length in prop_oneof![2..100_u64, 2..1_u64 << 40, (1_u32..40).prop_map(|bits| 1 << bits)],
            times in 0..1_000_u64,
            beside in 0..3_u64,
            last in 1..2_000_usize,
        ) {
            let shift = (length - 1).ilog2();
            let factor = (1_u128 << (64 + shift)).div_ceil(u128::from(length)) as u64;
            let rows = Rows { warm, factor, shift, last };
            // Just before, at and after the start of an interval.
            let moment = (warm + times * length + beside).saturating_sub(1);
            let divided = if moment < warm { 0 } else { (1 + (moment - warm) / length).min(last as u64) };
            prop_assert_eq!(rows.at(Instant::ticks(moment)) as u64, divided);
        }
    }
}
