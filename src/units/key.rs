//! Keys: a moment and a number in one word of 63 bits, so that the earliest is the least.

use super::{Instant, TICKS_PER_SECOND};

/// Bits of a key.
const BITS: u32 = 63;

/// Moments up to which a run can tell things apart: its horizon and as long again, at least a week, for draining.
pub fn last_moment(horizon: Instant) -> Instant {
    const WEEK: u64 = 7 * 86_400 * TICKS_PER_SECOND;
    Instant::ticks(horizon.as_ticks().saturating_add(horizon.as_ticks().max(WEEK)))
}

/// Bits that moments up to `last` leave for a number.
pub fn bits_beside(last: Instant) -> u32 {
    let taken = u64::BITS - last.as_ticks().leading_zeros();
    BITS.saturating_sub(taken).clamp(1, 32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Span;

    #[test]
    fn a_day_leaves_more_than_four_million_numbers_and_a_year_a_hundred_thousand() {
        let bits = |days: f64| bits_beside(last_moment(Instant::START + Span::seconds(days * 86_400.0)));
        assert!(bits(1.0) >= 22, "{}", bits(1.0));
        assert!(bits(365.0) >= 17, "{}", bits(365.0));
    }

    #[test]
    fn the_longest_horizon_leaves_room_for_two() {
        assert_eq!(bits_beside(last_moment(Instant::NEVER)), 1);
    }
}
