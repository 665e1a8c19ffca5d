//! Recent numbers: the last few, or those of the last while, and their mean.

use std::collections::VecDeque;

use crate::units::{Instant, Span};

/// The last few numbers.
#[derive(Debug, Clone)]
pub(super) struct LastFew {
    most: usize,
    numbers: VecDeque<f64>,
}

impl LastFew {
    /// None yet, and so many at most.
    pub(super) fn new(most: usize) -> Self {
        Self { most, numbers: VecDeque::new() }
    }

    /// One more; the oldest is forgotten where there are too many.
    pub(super) fn add(&mut self, number: f64) {
        if self.numbers.len() == self.most {
            self.numbers.pop_front();
        }
        self.numbers.push_back(number);
    }

    /// Their mean; 0 without any.
    pub(super) fn mean(&self) -> f64 {
        mean(self.numbers.iter().copied())
    }
}

/// Numbers with their moments.
#[derive(Debug, Clone)]
pub(super) struct Lately {
    window: Span,
    numbers: VecDeque<(Instant, f64)>,
}

impl Lately {
    /// None yet; they are forgotten after this time.
    pub(super) fn new(window: Span) -> Self {
        Self { window, numbers: VecDeque::new() }
    }

    /// One more; those too old by now are forgotten.
    pub(super) fn add(&mut self, now: Instant, number: f64) {
        while self.numbers.front().is_some_and(|(at, _)| now.since(*at) > self.window) {
            self.numbers.pop_front();
        }
        self.numbers.push_back((now, number));
    }

    /// Those that are not too old, oldest first.
    pub(super) fn by(&self, now: Instant) -> impl Iterator<Item = (Instant, f64)> {
        self.numbers.iter().copied().filter(move |(at, _)| now.since(*at) <= self.window)
    }
}

/// Mean of some numbers; 0 of none.
pub(super) fn mean(numbers: impl Iterator<Item = f64>) -> f64 {
    let (count, sum) = numbers.fold((0.0, 0.0), |(count, sum), number| (count + 1.0, sum + number));
    if count > 0.0 { sum / count } else { 0.0 }
}
