//! Programs: expressions made ready, as a flat list of small steps on one running value and a short stack.
//!
//! Evaluation takes no memory, never jumps and cannot fail: every part is worked out whether it is needed or not, so
//! that the price depends on the text alone. The numbers are those of the formula, to the bit.

use super::compile::compile;
use super::course::Course;
use super::formula::{Combine, Formula, Turn};
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
        let field = |field: u32| [fields[field as usize]];
        let [value] = if self.deepest <= SHALLOW { self.run::<1, SHALLOW>(field) } else { self.run::<1, MOST>(field) };
        value
    }

    /// Its values in many rows at once, at a fraction of the price: `columns` holds the values of the first of its
    /// `fields` in all rows, then those of the second, and so on.
    pub fn evaluate_rows(&self, columns: &[f64], values: &mut [f64]) {
        let rows = values.len();
        assert_eq!(columns.len(), rows * self.fields.len(), "every field has a value in every row");
        let (blocks, rest) = values.as_chunks_mut::<BLOCK>();
        let first_of_rest = rows - rest.len();
        for (number, block) in blocks.iter_mut().enumerate() {
            *block = self.block(|field| {
                let start = field as usize * rows + number * BLOCK;
                columns[start..start + BLOCK].try_into().unwrap_or([0.0; BLOCK])
            });
        }
        let last = self.block(|field| {
            let start = field as usize * rows + first_of_rest;
            std::array::from_fn(|row| if row < rest.len() { columns[start + row] } else { 0.0 })
        });
        rest.copy_from_slice(&last[..rest.len()]);
    }

    fn block(&self, field: impl Fn(u32) -> [f64; BLOCK]) -> [f64; BLOCK] {
        if self.deepest <= SHALLOW { self.run::<BLOCK, SHALLOW>(field) } else { self.run::<BLOCK, MOST>(field) }
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
    fn run<const ROWS: usize, const DEEPEST: usize>(&self, field: impl Fn(u32) -> [f64; ROWS]) -> [f64; ROWS] {
        let mut stack = [[0.0; ROWS]; DEEPEST];
        let (mut value, mut height) = ([0.0; ROWS], 0);
        for step in &self.steps {
            match *step {
                Step::Take(number) => value = [number; ROWS],
                Step::TakeField(of) => value = field(of),
                Step::TakeScaled(of, factor) => value = field(of).map(|it| it * factor),
                Step::TakeEither(of, yes, no) => value = field(of).map(|it| either(it, yes, no)),
                Step::Add(number) => value = value.map(|it| it + number),
                Step::AddField(of) => value = zip(value, field(of), |it, other| it + other),
                Step::AddScaled(of, factor) => value = zip(value, field(of), |it, other| it + other * factor),
                Step::AddEither(of, yes, no) => {
                    value = zip(value, field(of), |it, other| it + either(other, yes, no));
                }
                Step::With(combine, number) => value = combined(combine, value, [number; ROWS]),
                Step::WithField(combine, of) => value = combined(combine, value, field(of)),
                Step::Into(combine, number) => value = combined(combine, [number; ROWS], value),
                Step::FieldInto(combine, of) => value = combined(combine, field(of), value),
                Step::Turn(turn) => value = turned(turn, value),
                Step::Push => {
                    stack[height] = value;
                    height += 1;
                }
                Step::Pop(combine) => {
                    height -= 1;
                    value = combined(combine, stack[height], value);
                }
                Step::Choose => {
                    height -= 2;
                    let (conditions, yes, no) = (stack[height], stack[height + 1], value);
                    value = std::array::from_fn(|row| either(conditions[row], yes[row], no[row]));
                }
            }
        }
        value
    }
}

#[inline(always)]
fn either(condition: f64, yes: f64, no: f64) -> f64 {
    if condition == 0.0 { no } else { yes }
}

#[inline(always)]
fn zip<const ROWS: usize>(left: [f64; ROWS], right: [f64; ROWS], of: impl Fn(f64, f64) -> f64) -> [f64; ROWS] {
    std::array::from_fn(|row| of(left[row], right[row]))
}

/// `Turn::of` for every row. Functions that are long stand apart, so that the short steps stay together.
#[inline(always)]
fn turned<const ROWS: usize>(turn: Turn, value: [f64; ROWS]) -> [f64; ROWS] {
    match turn {
        Turn::Negative => value.map(|it| -it),
        Turn::Not => value.map(|it| Turn::Not.of(it)),
        Turn::Abs => value.map(f64::abs),
        Turn::Sqrt => value.map(f64::sqrt),
        Turn::Floor | Turn::Ln | Turn::Exp => value.map(|it| long(turn, it)),
    }
}

#[inline(never)]
fn long(turn: Turn, value: f64) -> f64 {
    turn.of(value)
}

/// `Combine::of` for every row; what is to be done is looked up once for all.
#[inline(always)]
fn combined<const ROWS: usize>(combine: Combine, left: [f64; ROWS], right: [f64; ROWS]) -> [f64; ROWS] {
    macro_rules! each {
        ($($member:ident)+) => {
            match combine { $(Combine::$member => zip(left, right, |one, other| Combine::$member.of(one, other)),)+ }
        };
    }
    each!(Add Subtract Multiply Divide Minimum Maximum Less AtMost More AtLeast Equal Unequal And Or)
}
