//! Terms: an expression as written, each part with its place in the text.
//!
//! Names may mean nothing and kinds may not fit: only `check` knows. Printing a term gives a text that parses to the
//! same term.

use std::fmt;

use super::Stretch;
use super::token::{is_keyword, is_plain_name};

/// A part of an expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Where it stands.
    pub place: Stretch,
    /// What it is.
    pub form: Form,
}

/// What a part of an expression is.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// A number that is not negative; durations are seconds, shares are fractions.
    Number(f64),
    /// `true` or `false`.
    Truth(bool),
    /// Text in quotes.
    Text(String),
    /// The name of a field.
    Name(String),
    /// A function, where its name stands, and what it is given.
    Call(String, Stretch, Vec<Term>),
    /// A minus sign before a value.
    Negative(Box<Term>),
    /// `not` before a condition.
    Not(Box<Term>),
    /// Two values with an operator between them.
    Pair(Operator, Box<[Term; 2]>),
    /// `if` condition `then` value `else` value.
    Choice(Box<[Term; 3]>),
    /// Nothing where something was expected; a fault says so.
    Missing,
}

/// What stands between two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `or`.
    Or,
    /// `and`.
    And,
    /// `<`.
    Less,
    /// `<=`.
    AtMost,
    /// `>`.
    More,
    /// `>=`.
    AtLeast,
    /// `==`.
    Equal,
    /// `!=`.
    Unequal,
    /// `+`.
    Add,
    /// `-`.
    Subtract,
    /// `*`.
    Multiply,
    /// `/`.
    Divide,
}

/// How tightly `not` binds, on the scale of `Operator::level`.
pub(super) const NOT: u8 = 3;
/// How tightly comparisons bind.
const COMPARISON: u8 = 4;
/// How tightly a minus sign before a value binds.
pub(super) const NEGATIVE: u8 = 7;
/// How tightly what holds together by itself binds.
const WHOLE: u8 = 8;

impl Operator {
    /// How tightly it binds [1 is loosest].
    pub(super) const fn level(self) -> u8 {
        match self {
            Self::Or => 1,
            Self::And => 2,
            Self::Less | Self::AtMost | Self::More | Self::AtLeast | Self::Equal | Self::Unequal => COMPARISON,
            Self::Add | Self::Subtract => 5,
            Self::Multiply | Self::Divide => 6,
        }
    }

    /// Whether it compares.
    pub(super) const fn compares(self) -> bool {
        self.level() == COMPARISON
    }

    /// The way it is written.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Or => "or",
            Self::And => "and",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Equal => "==",
            Self::Unequal => "!=",
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
        }
    }
}

impl Form {
    /// How tightly its parts hold together.
    const fn level(&self) -> u8 {
        match self {
            Self::Pair(operator, _) => operator.level(),
            Self::Not(_) => NOT,
            Self::Negative(_) => NEGATIVE,
            Self::Choice(_) => 0,
            _ => WHOLE,
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.form {
            Form::Number(number) => write_number(*number, out),
            Form::Truth(truth) => write!(out, "{truth}"),
            Form::Text(text) if text.contains('\'') => write!(out, "\"{text}\""),
            Form::Text(text) => write!(out, "'{text}'"),
            Form::Name(name) if is_plain_name(name) && !is_keyword(name) => out.write_str(name),
            Form::Name(name) => write!(out, "`{name}`"),
            Form::Call(name, _, arguments) => {
                let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
                write!(out, "{name}({})", arguments.join(", "))
            }
            Form::Negative(term) => write!(out, "-{}", Within(term, NEGATIVE)),
            Form::Not(term) => write!(out, "not {}", Within(term, NOT)),
            Form::Pair(operator, terms) => {
                let level = operator.level();
                let left = if operator.compares() { level + 1 } else { level };
                write!(out, "{} {} {}", Within(&terms[0], left), operator.sign(), Within(&terms[1], level + 1))
            }
            Form::Choice(terms) => write!(out, "if {} then {} else {}", terms[0], terms[1], terms[2]),
            Form::Missing => out.write_str("…"),
        }
    }
}

/// A term within another: in parentheses if it would fall apart there.
struct Within<'a>(&'a Term, u8);

impl fmt::Display for Within<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.form.level() < self.1 { write!(out, "({})", self.0) } else { write!(out, "{}", self.0) }
    }
}

/// The shorter of the plain and the scientific way.
fn write_number(number: f64, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (plain, scientific) = (number.to_string(), format!("{number:e}"));
    out.write_str(if plain.len() <= scientific.len() + 6 { &plain } else { &scientific })
}
