//! The course of an expression: how its value goes while time passes.
//!
//! What goes along a straight line can be kept in order without being worked out again: equal slopes never overtake
//! each other, and two lines cross once.

use super::formula::{Combine, Formula, Turn};
use super::vocabulary::Moves;

/// How a value goes while time passes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Course {
    /// It stays as it is.
    Fixed,
    /// It changes evenly: by this much every second, or `None` where that differs from contact to contact.
    Straight(Option<f64>),
    /// It follows from the clock alone, but not evenly.
    Bent,
    /// It depends on what happens meanwhile.
    Unsteady,
}

impl Course {
    /// The course of a formula.
    pub fn of(formula: &Formula) -> Self {
        match formula {
            Formula::Constant(_) => Self::Fixed,
            Formula::Field(_, moves) => Self::of_field(*moves),
            Formula::Turned(Turn::Negative, of) => Self::of(of).scaled(Some(-1.0)),
            Formula::Turned(_, of) => Self::through([Self::of(of)]),
            Formula::Combined(combine, of) => Self::combined(*combine, &of[0], &of[1]),
            Formula::Choice(of) => Self::choice(of.each_ref().map(Self::of)),
        }
    }

    fn of_field(moves: Moves) -> Self {
        match moves {
            Moves::Never => Self::Fixed,
            Moves::Clock(slope) => Self::even(Some(slope)),
            Moves::Events => Self::Unsteady,
        }
    }

    /// An even course; one without slope stays as it is.
    fn even(slope: Option<f64>) -> Self {
        if slope == Some(0.0) { Self::Fixed } else { Self::Straight(slope) }
    }

    /// Change per second, of what changes evenly or not at all.
    fn slope(self) -> Option<Option<f64>> {
        match self {
            Self::Fixed => Some(Some(0.0)),
            Self::Straight(slope) => Some(slope),
            Self::Bent | Self::Unsteady => None,
        }
    }

    /// The course of so many times the value; `None` for a number that differs from contact to contact.
    fn scaled(self, factor: Option<f64>) -> Self {
        match self {
            Self::Straight(slope) => Self::even(slope.zip(factor).map(|(slope, factor)| slope * factor)),
            _ => self,
        }
    }

    /// The course of something that does not keep straight lines straight.
    fn through<const N: usize>(of: [Self; N]) -> Self {
        if of.contains(&Self::Unsteady) {
            Self::Unsteady
        } else if of.iter().all(|course| *course == Self::Fixed) {
            Self::Fixed
        } else {
            Self::Bent
        }
    }

    fn combined(combine: Combine, left: &Formula, right: &Formula) -> Self {
        let constant = |formula: &Formula| if let Formula::Constant(value) = formula { Some(*value) } else { None };
        let (one, other) = (Self::of(left), Self::of(right));
        match (combine, one, other) {
            (Combine::Add, ..) => Self::sum(one, other),
            (Combine::Subtract, ..) => Self::sum(one, other.scaled(Some(-1.0))),
            (Combine::Multiply, Self::Straight(_), Self::Fixed) => one.scaled(constant(right)),
            (Combine::Multiply, Self::Fixed, Self::Straight(_)) => other.scaled(constant(left)),
            (Combine::Divide, Self::Straight(_), Self::Fixed) => one.scaled(constant(right).map(f64::recip)),
            _ => Self::through([one, other]),
        }
    }

    fn sum(one: Self, other: Self) -> Self {
        match (one.slope(), other.slope()) {
            (Some(one), Some(other)) => Self::even(one.zip(other).map(|(one, other)| one + other)),
            _ => Self::through([one, other]),
        }
    }

    fn choice([condition, yes, no]: [Self; 3]) -> Self {
        match (condition, yes.slope(), no.slope()) {
            (Self::Fixed, Some(yes), Some(no)) => Self::even(if yes == no { yes } else { None }),
            _ => Self::through([condition, yes, no]),
        }
    }
}
