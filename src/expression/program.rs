//! Programs: expressions made ready, as a flat list of small operations on one running value and a short stack.
//!
//! Evaluation takes no memory and cannot fail; the numbers are those of the formula, to the bit.

use super::compile::compile;
use super::course::Course;
use super::formula::{Combine, Formula, Turn};

/// An expression made ready.
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    /// What is done, in order.
    pub(super) operations: Vec<Operation>,
    /// Fields that it reads, as positions in the vocabulary; operations name them by their place here.
    pub(super) fields: Vec<usize>,
    /// Most values that wait on the stack at once.
    pub(super) deepest: usize,
    /// How its value goes while time passes.
    pub(super) course: Course,
}

/// One step; "the value" is the one that runs through the program.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Operation {
    /// The value becomes this.
    Take(Source),
    /// The value becomes the value combined with this.
    Combine(Combine, Source),
    /// The value becomes this combined with the value.
    CombineInto(Combine, Source),
    /// The value becomes what is made of it.
    Turn(Turn),
    /// The value is put on the stack.
    Push,
    /// The value becomes what was last put on the stack, combined with the value.
    Pop(Combine),
    /// Goes on at this operation.
    Jump(u32),
    /// Goes on at this operation if the value is 0.
    JumpIfFalse(u32),
    /// Goes on at this operation if the value is not 0.
    JumpIfTrue(u32),
}

/// What can be had in one step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Source {
    /// Always this.
    Constant(f64),
    /// The value of a field.
    Field(u32),
    /// The value of a field, so many times.
    Scaled(u32, f64),
    /// The first number where a field is true, else the second.
    Either(u32, f64, f64),
}

impl Source {
    #[inline(always)]
    fn value(self, fields: &[f64]) -> f64 {
        match self {
            Self::Constant(value) => value,
            Self::Field(field) => fields[field as usize],
            Self::Scaled(field, factor) => fields[field as usize] * factor,
            Self::Either(field, yes, no) => {
                if fields[field as usize] == 0.0 {
                    no
                } else {
                    yes
                }
            }
        }
    }
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
        match self.deepest {
            0..=4 => self.run::<4>(fields),
            5..=16 => self.run::<16>(fields),
            _ => self.run::<{ super::token::MOST }>(fields),
        }
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

    fn run<const DEEPEST: usize>(&self, fields: &[f64]) -> f64 {
        let mut stack = [0.0; DEEPEST];
        let (mut value, mut height, mut next) = (0.0, 0, 0);
        while let Some(operation) = self.operations.get(next) {
            next += 1;
            match *operation {
                Operation::Take(source) => value = source.value(fields),
                Operation::Combine(combine, source) => value = combine.of(value, source.value(fields)),
                Operation::CombineInto(combine, source) => value = combine.of(source.value(fields), value),
                Operation::Turn(turn) => value = turn.of(value),
                Operation::Push => {
                    stack[height] = value;
                    height += 1;
                }
                Operation::Pop(combine) => {
                    height -= 1;
                    value = combine.of(stack[height], value);
                }
                Operation::Jump(to) => next = to as usize,
                Operation::JumpIfFalse(to) if value == 0.0 => next = to as usize,
                Operation::JumpIfTrue(to) if value != 0.0 => next = to as usize,
                Operation::JumpIfFalse(_) | Operation::JumpIfTrue(_) => {}
            }
        }
        value
    }
}
