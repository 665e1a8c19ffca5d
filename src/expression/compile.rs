//! Compiling: from a formula to a program.
//!
//! What can be had in one step is joined to the operation that uses it, so that a weighted sum takes one operation for
//! each of its parts.

use super::course::Course;
use super::formula::{Combine, Formula};
use super::program::{Operation, Program, Source};

pub(super) fn compile(formula: &Formula) -> Program {
    let mut compiler = Compiler { operations: Vec::new(), fields: formula.fields(), height: 0, deepest: 0 };
    compiler.put(formula);
    let Compiler { operations, fields, deepest, .. } = compiler;
    Program { operations, fields, deepest, course: Course::of(formula) }
}

struct Compiler {
    operations: Vec<Operation>,
    fields: Vec<usize>,
    /// Values on the stack at this point.
    height: usize,
    deepest: usize,
}

impl Compiler {
    fn add(&mut self, operation: Operation) {
        self.operations.push(operation);
    }

    /// Adds what makes the running value that of a formula.
    fn put(&mut self, formula: &Formula) {
        if let Some(source) = self.source(formula) {
            return self.add(Operation::Take(source));
        }
        match formula {
            Formula::Turned(turn, of) => {
                self.put(of);
                self.add(Operation::Turn(*turn));
            }
            Formula::Combined(combine, of) => self.combined(*combine, &of[0], &of[1]),
            Formula::Choice(of) => self.choice(&of[0], &of[1], &of[2]),
            Formula::Constant(_) | Formula::Field(..) => panic!("{formula:?} can be had in one step"),
        }
    }

    fn combined(&mut self, combine: Combine, left: &Formula, right: &Formula) {
        if let Some(right) = self.source(right) {
            self.put(left);
            self.add(Operation::Combine(combine, right));
        } else if matches!(combine, Combine::And | Combine::Or) {
            self.logic(combine, left, right);
        } else if let Some(left) = self.source(left) {
            self.put(right);
            self.add(Operation::CombineInto(combine, left));
        } else {
            self.put(left);
            self.add(Operation::Push);
            self.height += 1;
            self.deepest = self.deepest.max(self.height);
            self.put(right);
            self.add(Operation::Pop(combine));
            self.height -= 1;
        }
    }

    /// The second condition is looked at only where the first does not decide.
    fn logic(&mut self, combine: Combine, left: &Formula, right: &Formula) {
        self.put(left);
        let jump = if combine == Combine::And { Operation::JumpIfFalse } else { Operation::JumpIfTrue };
        let decided = self.jump(jump);
        self.put(right);
        self.land(decided, jump);
    }

    fn choice(&mut self, condition: &Formula, yes: &Formula, no: &Formula) {
        self.put(condition);
        let otherwise = self.jump(Operation::JumpIfFalse);
        self.put(yes);
        let done = self.jump(Operation::Jump);
        self.land(otherwise, Operation::JumpIfFalse);
        self.put(no);
        self.land(done, Operation::Jump);
    }

    /// Adds a jump to a place that is not known yet.
    fn jump(&mut self, jump: fn(u32) -> Operation) -> usize {
        self.add(jump(0));
        self.operations.len() - 1
    }

    /// Lets an earlier jump lead here.
    fn land(&mut self, from: usize, jump: fn(u32) -> Operation) {
        self.operations[from] = jump(self.operations.len() as u32);
    }

    /// What can be had in one step.
    fn source(&self, formula: &Formula) -> Option<Source> {
        match formula {
            Formula::Constant(value) => Some(Source::Constant(*value)),
            Formula::Field(field, _) => Some(Source::Field(self.place(*field))),
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
