//! The memory alone: what it costs to take the first of a line and to put a new one behind it, with nothing decided.
//!
//! Records of the size of a contact stand in line across memory in no order, as after some hours of a run. A step reads
//! the first, writes a new one into its place, and puts that at the end of the line.

use std::cell::RefCell;
use std::hint::black_box;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::centres::price_of;
use super::table::Figure;

/// Steps that are timed together.
const STEPS: u64 = 2_000_000;
/// Numbers in a record, so that it is as large as a contact.
const NUMBERS: usize = 22;

/// One who waits.
#[derive(Debug, Clone, Copy)]
struct Record {
    numbers: [u64; NUMBERS],
    /// Who is behind.
    next: usize,
}

/// Those who wait.
struct Line {
    records: Vec<Record>,
    first: usize,
    last: usize,
}

/// Lines of 10 to 100,000.
#[expect(clippy::unnecessary_wraps, reason = "answered like the questions that may fail")]
pub(crate) fn ask(round: u64) -> Result<Vec<Figure>, String> {
    Ok([10, 100, 1_000, 10_000, 100_000].map(|waiting| figure(waiting, round)).to_vec())
}

fn figure(waiting: usize, round: u64) -> Figure {
    let line = RefCell::new(Line::of(waiting));
    let steps = || {
        let mut line = line.borrow_mut();
        (0..STEPS).for_each(|number| line.step(number));
        STEPS
    };
    let case = format!("one out and one in, {waiting} waiting");
    Figure { question: "the memory alone", case, round, value: price_of(steps), unit: "ns" }
}

impl Line {
    fn of(waiting: usize) -> Self {
        let mut order: Vec<usize> = (0..waiting).collect();
        order.shuffle(&mut Xoshiro256PlusPlus::seed_from_u64(1));
        let mut records = vec![Record { numbers: [0; NUMBERS], next: 0 }; waiting];
        order.windows(2).for_each(|pair| records[pair[0]].next = pair[1]);
        Self { records, first: order[0], last: order[waiting - 1] }
    }

    fn step(&mut self, number: u64) {
        let slot = self.first;
        let record = self.records[slot];
        black_box(record.numbers.iter().sum::<u64>());
        self.records[slot] = Record { numbers: [number; NUMBERS], next: slot };
        self.records[self.last].next = slot;
        (self.first, self.last) = (record.next, slot);
    }
}
