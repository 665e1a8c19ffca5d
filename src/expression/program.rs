//! Programs: expressions made ready, as a flat list of small steps on one running value and a short stack.
//!
//! Evaluation takes no memory, never jumps and cannot fail: every part is worked out whether it is needed or not, so
//! that the price depends on the text alone. The numbers are those of the formula, to the bit.

use std::array::from_ref;

use super::compile::compile;
use super::course::Course;
use super::formula::{Combine, Formula, Turn, select};
use super::token::MOST;

/// Stack that is enough for almost every expression.
const SHALLOW: usize = 4;
/// Rows that are worked out together.
const BLOCK: usize = 16;

/// An expression made ready.
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    /// What is done, in order.
    pub(super) steps: Vec<Step>,
    /// Fields that it reads, as positions in the vocabulary; steps name them by their place here.
    pub(super) fields: Vec<usize>,
    /// Most values that wait on the stack at once.
    pub(super) deepest: usize,
    /// How its value goes while time passes.
    pub(super) course: Course,
}

/// One step; "the value" is the one that runs through the program.
///
/// Sums have steps of their own, since most scores are weighted sums; a difference is a sum with the other sign.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Step {
    /// The value becomes this number.
    Take(f64),
    /// The value becomes that of a field.
    TakeField(u32),
    /// The value becomes that of a field, so many times.
    TakeScaled(u32, f64),
    /// The value becomes the first number where a field is true, else the second.
    TakeEither(u32, f64, f64),
    /// Adds this number.
    Add(f64),
    /// Adds the value of a field.
    AddField(u32),
    /// Adds the value of a field, so many times.
    AddScaled(u32, f64),
    /// Adds the first number where a field is true, else the second.
    AddEither(u32, f64, f64),
    /// The value becomes the value combined with this number.
    With(Combine, f64),
    /// The value becomes the value combined with that of a field.
    WithField(Combine, u32),
    /// The value becomes this number combined with the value.
    Into(Combine, f64),
    /// The value becomes that of a field combined with the value.
    FieldInto(Combine, u32),
    /// The value becomes what is made of it.
    Turn(Turn),
    /// The value is put on the stack.
    Push,
    /// The value is put on the stack and becomes that of a field.
    PushField(u32),
    /// The value becomes what was last put on the stack, combined with the value.
    Pop(Combine),
    /// What was put on the stack last but one is a condition: the value becomes what was put there last, if it is true.
    Choose,
}

impl Program {
    /// A formula made ready.
    pub fn new(formula: &Formula) -> Self {
        compile(formula)
    }

    /// The fields that it reads, as positions in the vocabulary, in the order in which `evaluate` expects their values.
    pub fn fields(&self) -> &[usize] {
        &self.fields
    }

    /// How its value goes while time passes and nothing happens.
    pub fn course(&self) -> Course {
        self.course
    }

    /// Whether its value may change after the contact has entered its queue.
    pub fn changes_with_time(&self) -> bool {
        self.course != Course::Fixed
    }

    /// Its value, where those of its `fields` are these; a condition is 1 or 0.
    #[inline]
    pub fn evaluate(&self, fields: &[f64]) -> f64 {
        let [value] = self.rows(|field| from_ref(&fields[field as usize]));
        value
    }

    /// Its values in many rows at once, at a fraction of the price: `columns` holds the values of the first of its
    /// `fields` in all rows, then those of the second, and so on.
    pub fn evaluate_rows(&self, columns: &[f64], values: &mut [f64]) {
        let count = values.len();
        assert_eq!(columns.len(), count * self.fields.len(), "every field has a value in every row");
        let (blocks, rest) = values.as_chunks_mut::<BLOCK>();
        let done = count - rest.len();
        for (number, block) in blocks.iter_mut().enumerate() {
            let column = |field: u32| &columns[field as usize * count + number * BLOCK..];
            *block = self.rows(|field| column(field).first_chunk().expect("a block is a part of its column"));
        }
        for (row, value) in rest.iter_mut().enumerate() {
            [*value] = self.rows(|field| from_ref(&columns[field as usize * count + done + row]));
        }
    }

    #[inline(always)]
    fn rows<'f, const ROWS: usize>(&self, field: impl Fn(u32) -> &'f [f64; ROWS]) -> [f64; ROWS] {
        if self.deepest <= SHALLOW { self.run::<ROWS, SHALLOW>(field) } else { self.run::<ROWS, MOST>(field) }
    }

    /// Its value as a rank where the largest is first: what is not a number is last.
    #[inline]
    pub fn score(&self, fields: &[f64]) -> f64 {
        let value = self.evaluate(fields);
        if value.is_nan() { f64::NEG_INFINITY } else { value }
    }

    /// Whether it is true, where the values of its `fields` are these.
    #[inline]
    pub fn holds(&self, fields: &[f64]) -> bool {
        self.evaluate(fields) != 0.0
    }

    /// The values of so many rows, where `field` gives those of a field.
    #[inline(always)]
    fn run<'f, const ROWS: usize, const DEEPEST: usize>(&self, field: impl Fn(u32) -> &'f [f64; ROWS]) -> [f64; ROWS] {
        let mut stack = [[0.0; ROWS]; DEEPEST];
        let (mut value, mut height) = ([0.0; ROWS], 0);
        for step in &self.steps {
            match *step {
                Step::Take(number) => value = [number; ROWS],
                Step::TakeField(of) => value = *field(of),
                Step::TakeScaled(of, factor) => each(&mut value, field(of), |_, it| it * factor),
                Step::TakeEither(of, yes, no) => each(&mut value, field(of), |_, it| select(it != 0.0, yes, no)),
                Step::Add(number) => each(&mut value, &[number; ROWS], |it, other| it + other),
                Step::AddField(of) => each(&mut value, field(of), |it, other| it + other),
                Step::AddScaled(of, factor) => each(&mut value, field(of), |it, other| it + other * factor),
                Step::AddEither(of, yes, no) => {
                    each(&mut value, field(of), |it, other| it + select(other != 0.0, yes, no));
                }
                Step::With(combine, number) => with(combine, &mut value, &[number; ROWS]),
                Step::WithField(combine, of) => with(combine, &mut value, field(of)),
                Step::Into(combine, number) => into(combine, &[number; ROWS], &mut value),
                Step::FieldInto(combine, of) => into(combine, field(of), &mut value),
                Step::Turn(turn) => turned(turn, &mut value),
                Step::Push => {
                    stack[height] = value;
                    height += 1;
                }
                Step::PushField(of) => {
                    stack[height] = value;
                    height += 1;
                    value = *field(of);
                }
                Step::Pop(combine) => {
                    height -= 1;
                    into(combine, &stack[height], &mut value);
                }
                Step::Choose => {
                    height -= 2;
                    let (conditions, chosen) = (&stack[height], &stack[height + 1]);
                    for ((no, yes), condition) in value.iter_mut().zip(chosen).zip(conditions) {
                        *no = select(*condition != 0.0, *yes, *no);
                    }
                }
            }
        }
        value
    }
}

/// Every value made anew from itself and another.
#[inline(always)]
fn each<const ROWS: usize>(values: &mut [f64; ROWS], others: &[f64; ROWS], of: impl Fn(f64, f64) -> f64) {
    for (value, other) in values.iter_mut().zip(others) {
        *value = of(*value, *other);
    }
}

/// What is to be done is looked up once for all rows.
macro_rules! for_each {
    ($combine:expr, $values:expr, $others:expr, |$value:ident, $other:ident| $sides:expr) => {
        for_each!($combine, $values, $others, |$value, $other| $sides,
            Add Subtract Multiply Divide Minimum Maximum Less AtMost More AtLeast Equal Unequal And Or)
    };
    ($combine:expr, $values:expr, $others:expr, |$value:ident, $other:ident| $sides:expr, $($member:ident)+) => {
        match $combine {
            $(Combine::$member => each($values, $others, |$value, $other| {
                let (left, right) = $sides;
                Combine::$member.of(left, right)
            }),)+
        }
    };
}

/// Every value becomes the value combined with another.
#[inline(always)]
fn with<const ROWS: usize>(combine: Combine, values: &mut [f64; ROWS], others: &[f64; ROWS]) {
    for_each!(combine, values, others, |value, other| (value, other));
}

/// Every value becomes another combined with the value.
#[inline(always)]
fn into<const ROWS: usize>(combine: Combine, others: &[f64; ROWS], values: &mut [f64; ROWS]) {
    for_each!(combine, values, others, |value, other| (other, value));
}

/// `Turn::of` for every row. Functions that are long stand apart, so that the short steps stay together.
#[inline(always)]
fn turned<const ROWS: usize>(turn: Turn, values: &mut [f64; ROWS]) {
    for value in values {
        *value = match turn {
            Turn::Negative => -*value,
            Turn::Not => Turn::Not.of(*value),
            Turn::Abs => value.abs(),
            Turn::Sqrt => value.sqrt(),
            Turn::Floor | Turn::Ln | Turn::Exp => long(turn, *value),
        };
    }
}

#[inline(never)]
fn long(turn: Turn, value: f64) -> f64 {
    turn.of(value)
}
