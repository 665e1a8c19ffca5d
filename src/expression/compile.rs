//! Compiling: from a formula to a program.
//!
//! What can be had in one step is joined to the step that uses it, so that a weighted sum takes one step for each of
//! its parts.

use super::course::Course;
use super::formula::{Combine, Formula, Turn};
use super::program::{Program, Step};

pub(super) fn compile(formula: &Formula) -> Program {
    let mut compiler = Compiler { steps: Vec::new(), fields: formula.fields(), height: 0, deepest: 0 };
    compiler.put(formula);
    let Compiler { steps, fields, deepest, .. } = compiler;
    Program { steps, fields, deepest, course: Course::of(formula) }
}

/// What can be had in one step.
#[derive(Clone, Copy)]
enum Source {
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
    fn take(self) -> Step {
        match self {
            Self::Constant(number) => Step::Take(number),
            Self::Field(field) => Step::TakeField(field),
            Self::Scaled(field, factor) => Step::TakeScaled(field, factor),
            Self::Either(field, yes, no) => Step::TakeEither(field, yes, no),
        }
    }

    fn add(self) -> Step {
        match self {
            Self::Constant(number) => Step::Add(number),
            Self::Field(field) => Step::AddField(field),
            Self::Scaled(field, factor) => Step::AddScaled(field, factor),
            Self::Either(field, yes, no) => Step::AddEither(field, yes, no),
        }
    }

    fn subtract(self) -> Step {
        match self {
            Self::Constant(number) => Step::Add(-number),
            Self::Field(field) => Step::AddScaled(field, -1.0),
            Self::Scaled(field, factor) => Step::AddScaled(field, -factor),
            Self::Either(field, yes, no) => Step::AddEither(field, -yes, -no),
        }
    }
}

/// The step that combines the value with a source, if there is one.
fn with(combine: Combine, right: Source) -> Option<Step> {
    match (combine, right) {
        (Combine::Add, _) => Some(right.add()),
        (Combine::Subtract, _) => Some(right.subtract()),
        (_, Source::Constant(number)) => Some(Step::With(combine, number)),
        (_, Source::Field(field)) => Some(Step::WithField(combine, field)),
        _ => None,
    }
}

/// The step that combines a source with the value, if there is one.
fn into(combine: Combine, left: Source) -> Option<Step> {
    match (combine, left) {
        (Combine::Add, _) => Some(left.add()),
        (_, Source::Constant(number)) => Some(Step::Into(combine, number)),
        (_, Source::Field(field)) => Some(Step::FieldInto(combine, field)),
        _ => None,
    }
}

struct Compiler {
    steps: Vec<Step>,
    fields: Vec<usize>,
    /// Values on the stack at this point.
    height: usize,
    deepest: usize,
}

impl Compiler {
    /// Adds what makes the running value that of a formula.
    fn put(&mut self, formula: &Formula) {
        if let Some(source) = self.source(formula) {
            return self.take(source);
        }
        match formula {
            Formula::Turned(turn, of) => {
                self.put(of);
                self.steps.push(Step::Turn(*turn));
            }
            Formula::Combined(combine, of) => self.combined(*combine, &of[0], &of[1]),
            Formula::Choice(of) => {
                self.push(&of[0]);
                self.push(&of[1]);
                self.put(&of[2]);
                self.steps.push(Step::Choose);
                self.height -= 2;
            }
            Formula::Constant(_) | Formula::Field(..) => panic!("{formula:?} can be had in one step"),
        }
    }

    fn combined(&mut self, combine: Combine, left: &Formula, right: &Formula) {
        if let Some(step) = self.source(right).and_then(|right| with(combine, right)) {
            self.put(left);
            self.steps.push(step);
        } else if let Some(step) = self.source(left).and_then(|left| into(combine, left)) {
            self.put(right);
            self.steps.push(step);
        } else {
            self.push(left);
            self.put(right);
            self.steps.push(Step::Pop(combine));
            self.height -= 1;
        }
    }

    fn take(&mut self, source: Source) {
        if let (Some(last @ Step::Push), Source::Field(field)) = (self.steps.last_mut(), source) {
            *last = Step::PushField(field);
        } else {
            self.steps.push(source.take());
        }
    }

    /// Adds what puts a formula on the stack.
    fn push(&mut self, formula: &Formula) {
        self.put(formula);
        self.steps.push(Step::Push);
        self.height += 1;
        self.deepest = self.deepest.max(self.height);
    }

    /// What can be had in one step.
    fn source(&self, formula: &Formula) -> Option<Source> {
        match formula {
            Formula::Constant(value) => Some(Source::Constant(*value)),
            Formula::Field(field, _) => Some(Source::Field(self.place(*field))),
            Formula::Turned(Turn::Negative, of) => match of.as_ref() {
                Formula::Field(field, _) => Some(Source::Scaled(self.place(*field), -1.0)),
                _ => None,
            },
            Formula::Turned(Turn::Not, of) => match of.as_ref() {
                Formula::Field(field, _) => Some(Source::Either(self.place(*field), 0.0, 1.0)),
                _ => None,
            },
            Formula::Combined(Combine::Multiply, of) => match of.as_ref() {
                [Formula::Field(field, _), Formula::Constant(factor)]
                | [Formula::Constant(factor), Formula::Field(field, _)] => {
                    Some(Source::Scaled(self.place(*field), *factor))
                }
                _ => None,
            },
            Formula::Choice(of) => match of.as_ref() {
                [Formula::Field(field, _), Formula::Constant(yes), Formula::Constant(no)] => {
                    Some(Source::Either(self.place(*field), *yes, *no))
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn place(&self, field: usize) -> u32 {
        let place = self.fields.iter().position(|known| *known == field);
        place.expect("every field of the formula was collected") as u32
    }
}
