//! Functions: what an expression may call; each is a line of arithmetic, so they share a file.

use super::formula::{Combine, Turn};
use crate::family::{Entry, Family, Member};

/// How a function works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    /// Of one number.
    One(Turn),
    /// Of two numbers or more, from left to right.
    Many(Combine),
    /// A number held between two bounds; where they cross, the upper one holds.
    Clamp,
}

impl Function {
    /// How many numbers it is given, in words, and whether so many are right.
    pub(super) fn takes(self, given: usize) -> (&'static str, bool) {
        match self {
            Self::One(_) => ("one number", given == 1),
            Self::Many(_) => ("two numbers or more", given >= 2),
            Self::Clamp => ("three numbers: value, least, most", given == 3),
        }
    }
}

/// Every function, sorted by name.
pub static FUNCTIONS: Family<Function> = Family {
    name: "functions",
    summary: "what an expression may call",
    bare: None,
    entries: &[
        entry("abs", Function::One(Turn::Abs), "the number without its sign", "\"abs(x)\""),
        entry(
            "clamp",
            Function::Clamp,
            "the first number, held between the second and the third",
            "\"clamp(x, 0, 60)\"",
        ),
        entry("exp", Function::One(Turn::Exp), "e to the power of the number", "\"exp(x / 60)\""),
        entry("floor", Function::One(Turn::Floor), "the next whole number below", "\"floor(x / 30)\""),
        entry("ln", Function::One(Turn::Ln), "the natural logarithm; of 0 or less, no number", "\"ln(1 + x)\""),
        entry("max", Function::Many(Combine::Maximum), "the largest of the numbers", "\"max(x, 60s)\""),
        entry("min", Function::Many(Combine::Minimum), "the smallest of the numbers", "\"min(x, 5m)\""),
        entry("sqrt", Function::One(Turn::Sqrt), "the square root; of less than 0, no number", "\"sqrt(x)\""),
    ],
};

const fn entry(keyword: &'static str, make: Function, summary: &'static str, example: &'static str) -> Entry<Function> {
    Entry { member: Member { keyword, summary, main: None, settings: &[], example }, make }
}
