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
    /// It changes evenly.
    Straight(Slope),
    /// It follows from the clock alone, but not evenly.
    Bent,
    /// It depends on what happens meanwhile.
    Unsteady,
}

/// By how much a value changes every second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Slope {
    /// By this much, for every contact.
    Common(f64),
    /// By what differs from contact to contact.
    Own,
}

impl Slope {
    /// The slope of a sum.
    fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Common(one), Self::Common(other)) => Self::Common(one + other),
            _ => Self::Own,
        }
    }

    /// The slope of so many times the value; `None` for a number that differs from contact to contact.
    fn times(self, factor: Option<f64>) -> Self {
        match (self, factor) {
            (Self::Common(slope), Some(factor)) => Self::Common(slope * factor),
            _ => Self::Own,
        }
    }
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
            Moves::Clock(slope) => Self::even(Slope::Common(slope)),
            Moves::Events => Self::Unsteady,
        }
    }

    /// An even course; one without slope stays as it is.
    fn even(slope: Slope) -> Self {
        if slope == Slope::Common(0.0) { Self::Fixed } else { Self::Straight(slope) }
    }

    /// Change per second, of what changes evenly or not at all.
    fn slope(self) -> Option<Slope> {
        match self {
            Self::Fixed => Some(Slope::Common(0.0)),
            Self::Straight(slope) => Some(slope),
            Self::Bent | Self::Unsteady => None,
        }
    }

    /// The course of so many times the value; `None` for a number that differs from contact to contact.
    fn scaled(self, factor: Option<f64>) -> Self {
        match self {
            Self::Straight(slope) => Self::even(slope.times(factor)),
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
            (Some(one), Some(other)) => Self::even(one.plus(other)),
            _ => Self::through([one, other]),
        }
    }

    fn choice([condition, yes, no]: [Self; 3]) -> Self {
        match (condition, yes.slope(), no.slope()) {
            (Self::Fixed, Some(yes), Some(no)) => Self::even(if yes == no { yes } else { Slope::Own }),
            _ => Self::through([condition, yes, no]),
        }
    }
}
