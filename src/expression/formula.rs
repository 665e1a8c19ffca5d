//! Formulas: expressions that are right, with positions of fields instead of names, and what is constant worked out.
//!
//! A formula can be evaluated as it stands; a `Program` of it gives the same numbers faster.

/// A checked expression: a number, or a truth as 1 or 0.
#[derive(Debug, Clone, PartialEq)]
pub enum Formula {
    /// Always this.
    Constant(f64),
    /// The value of a field: its position in the vocabulary, and how it changes.
    Field(usize, super::Moves),
    /// Something made of one value.
    Turned(Turn, Box<Formula>),
    /// Something made of two values.
    Combined(Combine, Box<[Formula; 2]>),
    /// The second value where the first is true, else the third.
    Choice(Box<[Formula; 3]>),
}

/// What can be made of one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// With the other sign.
    Negative,
    /// 1 of 0, else 0.
    Not,
    /// Without sign.
    Abs,
    /// The next whole number below.
    Floor,
    /// Natural logarithm.
    Ln,
    /// Power of e.
    Exp,
    /// Square root.
    Sqrt,
}

/// What can be made of two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Combine {
    /// Sum.
    Add,
    /// Difference.
    Subtract,
    /// Product.
    Multiply,
    /// Quotient.
    Divide,
    /// The smaller; no number if one of them is none.
    Minimum,
    /// The larger; no number if one of them is none.
    Maximum,
    /// Whether the first is smaller.
    Less,
    /// Whether the first is not larger.
    AtMost,
    /// Whether the first is larger.
    More,
    /// Whether the first is not smaller.
    AtLeast,
    /// Whether they are equal.
    Equal,
    /// Whether they differ.
    Unequal,
    /// Whether both are true.
    And,
    /// Whether one of them is true.
    Or,
}

/// A truth as a number.
#[inline(always)]
fn truth(truth: bool) -> f64 {
    select(truth, 1.0, 0.0)
}

/// One of two numbers by their bits, without a branch that could be foretold wrongly.
#[inline(always)]
pub(super) fn select(first: bool, one: f64, other: f64) -> f64 {
    let mask = u64::from(first).wrapping_neg();
    f64::from_bits((one.to_bits() & mask) | (other.to_bits() & !mask))
}

impl Turn {
    /// The value made of another.
    #[inline(always)]
    pub fn of(self, value: f64) -> f64 {
        match self {
            Self::Negative => -value,
            Self::Not => truth(value == 0.0),
            Self::Abs => value.abs(),
            Self::Floor => value.floor(),
            // The same bits on every platform.
            Self::Ln => libm::log(value),
            Self::Exp => libm::exp(value),
            Self::Sqrt => value.sqrt(),
        }
    }
}

impl Combine {
    /// The value made of two others.
    #[inline(always)]
    pub fn of(self, left: f64, right: f64) -> f64 {
        match self {
            Self::Add => left + right,
            Self::Subtract => left - right,
            Self::Multiply => left * right,
            Self::Divide => left / right,
            Self::Minimum => select(left < right || left.is_nan(), left, right),
            Self::Maximum => select(left > right || left.is_nan(), left, right),
            Self::Less => truth(left < right),
            Self::AtMost => truth(left <= right),
            Self::More => truth(left > right),
            Self::AtLeast => truth(left >= right),
            Self::Equal => truth(left == right),
            Self::Unequal => truth(left != right),
            Self::And => truth(left != 0.0 && right != 0.0),
            Self::Or => truth(left != 0.0 || right != 0.0),
        }
    }
}

impl Formula {
    /// Something made of one formula, worked out if that is constant.
    pub(super) fn turned(turn: Turn, of: Self) -> Self {
        match of {
            Self::Constant(value) => Self::Constant(turn.of(value)),
            _ => Self::Turned(turn, Box::new(of)),
        }
    }

    /// Something made of two formulas, worked out as far as they are constant.
    pub(super) fn combined(combine: Combine, left: Self, right: Self) -> Self {
        match (combine, left, right) {
            (_, Self::Constant(left), Self::Constant(right)) => Self::Constant(combine.of(left, right)),
            (Combine::And, Self::Constant(truth), other) | (Combine::And, other, Self::Constant(truth)) => {
                if truth == 0.0 { Self::Constant(0.0) } else { other }
            }
            (Combine::Or, Self::Constant(truth), other) | (Combine::Or, other, Self::Constant(truth)) => {
                if truth == 0.0 { other } else { Self::Constant(1.0) }
            }
            (_, left, right) => Self::Combined(combine, Box::new([left, right])),
        }
    }

    /// A choice, made already if its condition is constant.
    pub(super) fn choice(condition: Self, yes: Self, no: Self) -> Self {
        match condition {
            Self::Constant(0.0) => no,
            Self::Constant(_) => yes,
            _ => Self::Choice(Box::new([condition, yes, no])),
        }
    }

    /// Its value, where those of all fields of the vocabulary are these.
    pub fn value(&self, fields: &[f64]) -> f64 {
        match self {
            Self::Constant(value) => *value,
            Self::Field(field, _) => fields[*field],
            Self::Turned(turn, of) => turn.of(of.value(fields)),
            Self::Combined(combine, of) => combine.of(of[0].value(fields), of[1].value(fields)),
            Self::Choice(of) => of[if of[0].value(fields) == 0.0 { 2 } else { 1 }].value(fields),
        }
    }

    /// Its value where those of some fields are known, if these decide it.
    pub fn known(&self, field: &impl Fn(usize) -> Option<f64>) -> Option<f64> {
        match self {
            Self::Constant(value) => Some(*value),
            Self::Field(position, _) => field(*position),
            Self::Turned(turn, of) => Some(turn.of(of.known(field)?)),
            Self::Combined(combine, of) => match (combine, of[0].known(field), of[1].known(field)) {
                (_, Some(left), Some(right)) => Some(combine.of(left, right)),
                (Combine::And, Some(0.0), _) | (Combine::And, _, Some(0.0)) => Some(0.0),
                (Combine::Or, Some(truth), _) | (Combine::Or, _, Some(truth)) if truth != 0.0 => Some(1.0),
                _ => None,
            },
            Self::Choice(of) => of[if of[0].known(field)? == 0.0 { 2 } else { 1 }].known(field),
        }
    }

    /// Whether it is true, where the values of all fields of the vocabulary are these.
    pub fn holds(&self, fields: &[f64]) -> bool {
        self.value(fields) != 0.0
    }

    /// The same, where each largest part that is made of such fields alone, and of more than one name, is a field of its
    /// own: from `next` on, in the order of `parts`, which these are added to.
    #[must_use]
    pub fn parted(&self, is_such: &impl Fn(usize) -> bool, next: usize, parts: &mut Vec<Self>) -> Self {
        let plain = matches!(self, Self::Constant(_) | Self::Field(..));
        let fields = self.fields();
        if !plain && !fields.is_empty() && fields.into_iter().all(is_such) {
            parts.push(self.clone());
            return Self::Field(next + parts.len() - 1, super::Moves::Never);
        }
        let mut inner = |of: &Self| of.parted(is_such, next, parts);
        match self {
            Self::Constant(_) | Self::Field(..) => self.clone(),
            Self::Turned(turn, of) => Self::Turned(*turn, Box::new(inner(of))),
            Self::Combined(combine, of) => Self::Combined(*combine, Box::new(of.each_ref().map(inner))),
            Self::Choice(of) => Self::Choice(Box::new(of.each_ref().map(inner))),
        }
    }

    /// Adds the positions of the fields that it names, each once, in the order of first mention.
    pub(super) fn add_fields(&self, fields: &mut Vec<usize>) {
        match self {
            Self::Constant(_) => {}
            Self::Field(field, _) if fields.contains(field) => {}
            Self::Field(field, _) => fields.push(*field),
            Self::Turned(_, of) => of.add_fields(fields),
            Self::Combined(_, of) => of.iter().for_each(|part| part.add_fields(fields)),
            Self::Choice(of) => of.iter().for_each(|part| part.add_fields(fields)),
        }
    }

    /// Positions of the fields that it names, each once, in the order of first mention.
    pub fn fields(&self) -> Vec<usize> {
        let mut fields = Vec::new();
        self.add_fields(&mut fields);
        fields
    }
}
