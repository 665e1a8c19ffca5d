//! Checking: from a term to a formula; names are found, kinds fit, and every fault is told.

use super::formula::{Combine, Formula, Turn};
use super::function::{FUNCTIONS, Function};
use super::term::{Form, Operator, Term};
use super::vocabulary::{Sort, Vocabulary};
use super::{Fault, Stretch};
use crate::family::{Catalogue, did_you_mean, nearest};

/// Most fields that are told of a vocabulary.
const MOST_TOLD: usize = 30;

/// What the whole expression must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A number.
    Number,
    /// A condition, true or false.
    Truth,
}

impl Wanted {
    const fn noun(self) -> &'static str {
        match self {
            Self::Number => "a number",
            Self::Truth => "a condition",
        }
    }
}

/// The formula that a term states in the words of a vocabulary, or everything wrong with it.
pub fn check(term: &Term, vocabulary: &Vocabulary, wanted: Wanted) -> Result<Formula, Vec<Fault>> {
    let mut checker = Checker { vocabulary, faults: Vec::new() };
    match checker.wanted(term, wanted) {
        Some(formula) if checker.faults.is_empty() => Ok(formula),
        _ => Err(checker.faults),
    }
}

/// What a part turned out to be.
enum Kind {
    Number,
    Truth,
    Level,
    Text,
}

struct Checker<'a> {
    vocabulary: &'a Vocabulary,
    faults: Vec<Fault>,
}

impl Checker<'_> {
    fn refuse<T>(&mut self, fault: Fault) -> Option<T> {
        self.faults.push(fault);
        None
    }

    fn wanted(&mut self, term: &Term, wanted: Wanted) -> Option<Formula> {
        match wanted {
            Wanted::Number => self.number(term),
            Wanted::Truth => self.truth(term),
        }
    }

    fn choice(&mut self, of: &[Term; 3], wanted: Wanted) -> Option<(Formula, Kind)> {
        let condition = self.truth(&of[0]);
        let (yes, no) = (self.wanted(&of[1], wanted), self.wanted(&of[2], wanted));
        let kind = if wanted == Wanted::Number { Kind::Number } else { Kind::Truth };
        Some((Formula::choice(condition?, yes?, no?), kind))
    }

    /// A part that must be a number.
    fn number(&mut self, term: &Term) -> Option<Formula> {
        let (formula, kind) = self.any(term, Wanted::Number)?;
        match kind {
            Kind::Number | Kind::Level => Some(formula),
            Kind::Truth => {
                let fault = Fault::at(term.place, format!("expected a number, found the condition `{term}`"));
                self.refuse(fault.help(format!("write `if {term} then 1 else 0`")))
            }
            Kind::Text => self.refuse(self.text_alone(term, "a number")),
        }
    }

    /// A part that must be true or false.
    fn truth(&mut self, term: &Term) -> Option<Formula> {
        let (formula, kind) = self.any(term, Wanted::Truth)?;
        match kind {
            Kind::Truth => Some(formula),
            Kind::Level => Some(Formula::combined(Combine::AtLeast, formula, Formula::Constant(1.0))),
            Kind::Number => {
                let fault = Fault::at(term.place, format!("expected a condition, found the number `{term}`"));
                self.refuse(fault.help(format!("compare it with something, as in `{term} > 0`")))
            }
            Kind::Text => self.refuse(self.text_alone(term, "a condition")),
        }
    }

    /// A part of any kind; where it is a choice, both its values are of the wanted one.
    fn any(&mut self, term: &Term, wanted: Wanted) -> Option<(Formula, Kind)> {
        match &term.form {
            Form::Number(number) => Some((Formula::Constant(*number), Kind::Number)),
            Form::Truth(truth) => Some((Formula::Constant(f64::from(*truth)), Kind::Truth)),
            Form::Text(_) => self.refuse(self.text_alone(term, wanted.noun())),
            Form::Name(name) => self.field(name, term.place),
            Form::Call(name, named, arguments) => {
                self.call((name, *named), term.place, arguments).map(|formula| (formula, Kind::Number))
            }
            Form::Negative(of) => self.number(of).map(|of| (Formula::turned(Turn::Negative, of), Kind::Number)),
            Form::Not(of) => self.truth(of).map(|of| (Formula::turned(Turn::Not, of), Kind::Truth)),
            Form::Pair(operator, of) => self.pair(*operator, &of[0], &of[1]),
            Form::Choice(of) => self.choice(of, wanted),
            Form::Missing => None,
        }
    }

    fn field(&mut self, name: &str, place: Stretch) -> Option<(Formula, Kind)> {
        let Some(position) = self.vocabulary.position(name) else {
            let fault = self.unknown(name, place);
            return self.refuse(fault);
        };
        let field = &self.vocabulary.fields[position];
        let kind = match field.sort {
            Sort::Number => Kind::Number,
            Sort::Truth => Kind::Truth,
            Sort::Level => Kind::Level,
            Sort::Text(_) => Kind::Text,
        };
        Some((Formula::Field(position, field.moves), kind))
    }

    fn text_alone(&self, term: &Term, wanted: &str) -> Fault {
        let fault = Fault::at(term.place, format!("expected {wanted}, found the text {term}"));
        let text = match &term.form {
            Form::Name(name) => self.vocabulary.position(name).map(|position| &self.vocabulary.fields[position].sort),
            _ => None,
        };
        match text {
            Some(Sort::Text(known)) if !known.is_empty() => {
                fault.help(format!("compare it with something, as in `{term} == '{}'`", known[0]))
            }
            _ => fault.help("a text can only be compared with an attribute that is one".to_owned()),
        }
    }

    fn unknown(&self, name: &str, place: Stretch) -> Fault {
        let known: Vec<String> = self.vocabulary.names().map(|name| format!("`{name}`")).collect();
        let known = match &known[..] {
            [] => "there is none".to_owned(),
            [told @ .., _] if told.len() > MOST_TOLD => {
                format!("known: {} and {} more", told[..MOST_TOLD].join(", "), known.len() - MOST_TOLD)
            }
            all => format!("known: {}", all.join(", ")),
        };
        let difference = || {
            let (left, right) = name.split_once('-')?;
            let known = self.vocabulary.position(left).is_some();
            known.then(|| format!("a subtraction needs spaces: write `{left} - {right}`"))
        };
        let call = || FUNCTIONS.find(name).map(|_| format!("a function needs parentheses, as in `{name}(…)`"));
        let help = difference().or_else(call).or_else(|| did_you_mean(name, self.vocabulary.names()));
        Fault::at(place, format!("`{name}` is not a {}", self.vocabulary.noun)).note(known).help(help)
    }

    fn call(&mut self, (name, named): (&str, Stretch), place: Stretch, arguments: &[Term]) -> Option<Formula> {
        let given: Vec<Option<Formula>> = arguments.iter().map(|argument| self.number(argument)).collect();
        let Some(row) = FUNCTIONS.find(name) else {
            let names = || FUNCTIONS.entries.iter().map(|entry| entry.member.keyword);
            let known = names().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            let fault = Fault::at(named, format!("`{name}` is not a function")).note(format!("functions: {known}"));
            return self.refuse(fault.help(did_you_mean(name, names())));
        };
        let function = FUNCTIONS.entries[row].make;
        let (takes, right) = function.takes(given.len());
        if !right {
            return self.refuse(Fault::at(place, format!("`{name}` takes {takes}, found {}", given.len())));
        }
        applied(function, given.into_iter().collect::<Option<_>>()?)
    }

    fn pair(&mut self, operator: Operator, left: &Term, right: &Term) -> Option<(Formula, Kind)> {
        if matches!(operator, Operator::Equal | Operator::Unequal)
            && let Some((field, text)) = self.told(left, right).or_else(|| self.told(right, left))
        {
            return self.text(operator, field, text);
        }
        let unknown = |term: &Term| matches!(&term.form, Form::Name(name) if self.vocabulary.position(name).is_none());
        match (&left.form, &right.form) {
            (Form::Text(_), _) if unknown(right) => return self.any(right, Wanted::Number),
            (_, Form::Text(_)) if unknown(left) => return self.any(left, Wanted::Number),
            _ => {}
        }
        let logic = matches!(operator, Operator::And | Operator::Or);
        let wanted = if logic { Wanted::Truth } else { Wanted::Number };
        let (left, right) = (self.wanted(left, wanted), self.wanted(right, wanted));
        let kind = if logic || operator.compares() { Kind::Truth } else { Kind::Number };
        Some((Formula::combined(combine(operator), left?, right?), kind))
    }

    /// The field of texts that one part names, and the other part.
    fn told<'t>(&self, one: &Term, other: &'t Term) -> Option<(usize, &'t Term)> {
        let Form::Name(name) = &one.form else { return None };
        let position = self.vocabulary.position(name)?;
        matches!(self.vocabulary.fields[position].sort, Sort::Text(_)).then_some((position, other))
    }

    /// Whether a field of texts is a certain one.
    fn text(&mut self, operator: Operator, position: usize, term: &Term) -> Option<(Formula, Kind)> {
        let field = &self.vocabulary.fields[position];
        let Sort::Text(texts) = &field.sort else { return None };
        let known = || texts.iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join(", ");
        let Form::Text(text) = &term.form else {
            let fault =
                Fault::at(term.place, format!("expected a text to compare `{}` with, found `{term}`", field.name));
            let help = match &term.form {
                Form::Name(name) if texts.contains(name) => Some(format!("put it into quotes: `'{name}'`")),
                _ => None,
            };
            return self.refuse(fault.note(format!("known: {}", known())).help(help));
        };
        let Some(row) = texts.iter().position(|known| known == text) else {
            let fault = Fault::at(term.place, format!("`{}` is never `{text}`", field.name));
            let near = nearest(text, texts.iter().map(String::as_str)).map(|near| format!("did you mean `{near}`?"));
            return self.refuse(fault.note(format!("known: {}", known())).help(near));
        };
        let field = Formula::Field(position, field.moves);
        Some((Formula::combined(combine(operator), field, Formula::Constant(row as f64)), Kind::Truth))
    }
}

/// A function of formulas of the right number.
fn applied(function: Function, given: Vec<Formula>) -> Option<Formula> {
    let mut given = given.into_iter();
    let first = given.next()?;
    match function {
        Function::One(turn) => Some(Formula::turned(turn, first)),
        Function::Many(combine) => Some(given.fold(first, |all, one| Formula::combined(combine, all, one))),
        Function::Clamp => {
            let raised = Formula::combined(Combine::Maximum, first, given.next()?);
            Some(Formula::combined(Combine::Minimum, raised, given.next()?))
        }
    }
}

const fn combine(operator: Operator) -> Combine {
    match operator {
        Operator::Or => Combine::Or,
        Operator::And => Combine::And,
        Operator::Less => Combine::Less,
        Operator::AtMost => Combine::AtMost,
        Operator::More => Combine::More,
        Operator::AtLeast => Combine::AtLeast,
        Operator::Equal => Combine::Equal,
        Operator::Unequal => Combine::Unequal,
        Operator::Add => Combine::Add,
        Operator::Subtract => Combine::Subtract,
        Operator::Multiply => Combine::Multiply,
        Operator::Divide => Combine::Divide,
    }
}
