//! A quantity that is constant between given instants: a rate, a number of agents.

use super::Calendar;
use crate::units::{Instant, Span};

/// A piecewise constant function over the horizon; zero after its end.
#[derive(Debug, Clone, PartialEq)]
pub struct Steps {
    /// Where each piece starts: the first at `Instant::START`, strictly rising.
    starts: Vec<Instant>,
    /// The value of each piece, finite.
    values: Vec<f64>,
    /// Where the last piece ends.
    end: Instant,
}

impl Steps {
    /// The same value until `end`.
    pub fn constant(value: f64, end: Instant) -> Self {
        Self { starts: vec![Instant::START], values: vec![value], end }
    }

    /// The pieces `(from, to, value)`, ordered and apart, with zero in the gaps; what lies beyond `end` is dropped.
    pub fn of(pieces: impl IntoIterator<Item = (Instant, Instant, f64)>, end: Instant) -> Self {
        let mut steps = Self { starts: Vec::new(), values: Vec::new(), end };
        let mut reached = Instant::START;
        for (from, to, value) in pieces {
            let (from, to) = (from.max(reached), to.min(end));
            if from >= to {
                continue;
            }
            if from > reached {
                steps.push(reached, 0.0);
            }
            steps.push(from, value);
            reached = to;
        }
        if reached < end || steps.starts.is_empty() {
            steps.push(reached, 0.0);
        }
        steps
    }

    fn push(&mut self, start: Instant, value: f64) {
        self.starts.push(start);
        self.values.push(value);
    }

    /// Where the last piece ends.
    pub const fn end(&self) -> Instant {
        self.end
    }

    /// Number of pieces, at least one.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Never: there is at least one piece.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The pieces `(from, to, value)` in order, without gaps.
    pub fn pieces(&self) -> impl Iterator<Item = (Instant, Instant, f64)> + '_ {
        let ends = self.starts.iter().skip(1).chain(std::iter::once(&self.end));
        self.starts.iter().zip(ends).zip(&self.values).map(|((from, to), value)| (*from, *to, *value))
    }

    /// The piece `(from, to, value)` in row `index`.
    pub fn piece(&self, index: usize) -> Option<(Instant, Instant, f64)> {
        let to = self.starts.get(index + 1).copied().unwrap_or(self.end);
        self.starts.get(index).map(|from| (*from, to, self.values[index]))
    }

    /// The value at an instant.
    pub fn value_at(&self, instant: Instant) -> f64 {
        let piece = self.starts.partition_point(|start| *start <= instant);
        if instant >= self.end || piece == 0 { 0.0 } else { self.values[piece - 1] }
    }

    /// The integral over `[from, to)` [value times hours]: of arrivals per hour, how many are expected.
    pub fn integral(&self, from: Instant, to: Instant) -> f64 {
        let first = self.starts.partition_point(|start| *start <= from).saturating_sub(1);
        let pieces = self.pieces().skip(first).take_while(|piece| piece.0 < to);
        pieces.map(|(start, end, value)| end.min(to).since(start.max(from)).as_hours() * value).sum()
    }

    /// The largest value.
    pub fn most(&self) -> f64 {
        self.values.iter().copied().fold(0.0, f64::max)
    }

    /// The same function of the values.
    #[must_use]
    pub fn map(&self, change: impl Fn(f64) -> f64) -> Self {
        Self { values: self.values.iter().map(|value| change(*value)).collect(), ..self.clone() }
    }

    /// The same function with as few pieces as possible.
    #[must_use]
    pub fn merged(&self) -> Self {
        let mut steps = Self { starts: Vec::new(), values: Vec::new(), end: self.end };
        for (from, _, value) in self.pieces() {
            if steps.values.last() != Some(&value) {
                steps.push(from, value);
            }
        }
        steps
    }

    /// The same function cut at every midnight and every `every` after it.
    #[must_use]
    pub fn cut(&self, calendar: &Calendar, every: Span) -> Self {
        let day = Span::minutes(24 * 60).as_ticks();
        let (every, offset) = (every.as_ticks().clamp(1, day), calendar.numbered().offset().as_ticks());
        let mut steps = Self { starts: Vec::new(), values: Vec::new(), end: self.end };
        for (from, to, value) in self.pieces() {
            let mut at = from.as_ticks();
            while at < to.as_ticks() {
                steps.push(Instant::ticks(at), value);
                let of_day = (at + offset) % day;
                at += (every - of_day % every).min(day - of_day);
            }
        }
        if steps.is_empty() { self.clone() } else { steps }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hour(hours: u64) -> Instant {
        Instant::START + Span::minutes(60 * hours)
    }

    /// Nothing for an hour, 2 for two hours, 5 for one, nothing for one.
    fn steps() -> Steps {
        Steps::of([(hour(1), hour(3), 2.0), (hour(3), hour(4), 5.0)], hour(5))
    }

    #[test]
    fn the_value_is_that_of_the_piece_an_instant_lies_in() {
        let values: Vec<_> = (0..7).map(|at| steps().value_at(hour(at))).collect();
        assert_eq!(values, [0.0, 2.0, 2.0, 5.0, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn the_integral_adds_up_value_times_hours() {
        assert_eq!(steps().integral(hour(0), hour(9)), 9.0);
        assert_eq!(steps().integral(hour(2), hour(4)), 7.0);
        assert_eq!(steps().integral(hour(4), hour(2)), 0.0);
    }

    #[test]
    fn cutting_and_merging_do_not_change_the_function() {
        let calendar = Calendar { start: "2026-03-06T22:20".parse().expect("a date"), length: Span::minutes(5 * 60) };
        let cut = steps().cut(&calendar, Span::minutes(30));
        assert!(cut.pieces().any(|(from, ..)| from == Instant::START + Span::minutes(100)), "midnight");
        assert_eq!((cut.len(), cut.merged()), (14, steps()));
        assert_eq!(Steps::constant(1.0, Instant::START).cut(&calendar, Span::ZERO).len(), 1);
    }
}
