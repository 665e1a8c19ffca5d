//! Parsing: from text to a term, by binding levels, going on after a fault to find the others.
//!
//! Written by hand: reading on after a mistake, words of advice and a bound on depth are most of it, and would remain
//! so on top of a library.

use super::term::{Form, NEGATIVE, NOT, Operator, Term};
use super::token::{Lexeme, Token, tokens};
use super::{Fault, Stretch};
use crate::family::nearest;

/// Most faults that are told of one expression.
const MOST_FAULTS: usize = 8;

/// The term that a text writes, or everything that keeps it from being one.
pub fn parse(text: &str) -> Result<Term, Vec<Fault>> {
    let (term, faults) = recover(text);
    if faults.is_empty() { Ok(term) } else { Err(faults) }
}

/// What a text writes as far as it can be told, and everything that is wrong with it.
pub(super) fn recover(text: &str) -> (Term, Vec<Fault>) {
    let mut faults = Vec::new();
    let lexemes = tokens(text, &mut faults);
    if lexemes.is_empty() {
        return (missing(Stretch::default()), faults);
    }
    let mut parser = Parser { text, lexemes, at: 0, faults };
    let term = parser.all();
    let mut faults = parser.faults;
    faults.sort_by_key(|fault| fault.place.start);
    faults.dedup_by_key(|fault| fault.place.start);
    faults.truncate(MOST_FAULTS);
    (term, faults)
}

struct Parser<'a> {
    text: &'a str,
    /// The last one is `End`.
    lexemes: Vec<Lexeme>,
    /// The next one.
    at: usize,
    faults: Vec<Fault>,
}

impl Parser<'_> {
    fn token(&self) -> &Token {
        &self.lexemes[self.at].token
    }

    fn place(&self) -> Stretch {
        self.lexemes[self.at].place
    }

    /// Goes past the next token; `End` stays.
    fn pass(&mut self) -> Lexeme {
        let lexeme = self.lexemes[self.at].clone();
        self.at = (self.at + 1).min(self.lexemes.len() - 1);
        lexeme
    }

    fn passes(&mut self, token: &Token) -> bool {
        let here = self.token() == token;
        if here {
            self.pass();
        }
        here
    }

    /// What stands next, for a sentence that ends with "found".
    fn found(&self) -> String {
        match (self.token(), self.place()) {
            (Token::End, _) => "the end".to_owned(),
            (_, Stretch { start, end }) => format!("`{}`", self.text[start..end].replace('`', "")),
        }
    }

    fn fault(&mut self, expected: &str) -> &mut Fault {
        let text = format!("expected {expected}, found {}", self.found());
        self.faults.push(Fault::at(self.place(), text));
        self.faults.last_mut().expect("a fault was just added")
    }

    /// The whole text.
    fn all(&mut self) -> Term {
        let mut term = self.expression(0);
        while *self.token() != Token::End {
            let help = match self.token() {
                Token::Close => Some("it closes nothing: remove it, or open one before".to_owned()),
                Token::Then | Token::Else => {
                    Some("a choice is written `if CONDITION then VALUE else VALUE`".to_owned())
                }
                _ => None,
            };
            self.fault("an operator or the end").help = help;
            self.pass();
            term = self.more(term, 0);
        }
        term
    }

    /// A value and what is joined to it by operators that bind at least so tightly.
    fn expression(&mut self, least: u8) -> Term {
        let first = self.operand();
        self.more(first, least)
    }

    fn more(&mut self, mut left: Term, least: u8) -> Term {
        let mut compared = false;
        loop {
            match *self.token() {
                Token::Operator(operator) if operator.level() >= least => {
                    let chained = compared && operator.compares();
                    if chained {
                        self.chained(&left);
                    }
                    self.pass();
                    let right = self.expression(operator.level() + 1);
                    left = if chained { missing(left.place.to(right.place)) } else { pair(operator, left, right) };
                    compared = operator.compares();
                }
                ref token if token.begins_value() => {
                    self.no_operator();
                    if self.token().begins_value() {
                        self.operand();
                    }
                }
                _ => return left,
            }
        }
    }

    fn chained(&mut self, left: &Term) {
        let help = match &left.form {
            Form::Pair(_, terms) => {
                let (left, middle) = (left, &terms[1]);
                format!("write `{left} and {middle} {} …`", self.found().trim_matches('`'))
            }
            _ => "join them with `and`".to_owned(),
        };
        let text = format!("comparisons do not chain, found another {}", self.found());
        self.faults.push(Fault::at(self.place(), text).help(help));
    }

    /// Goes past a word that was meant as an operator.
    fn no_operator(&mut self) {
        let meant = match self.token() {
            Token::Name(name) => nearest(name, ["and", "or", "then", "else"]),
            _ => None,
        };
        let help = match self.token() {
            Token::Name(_) => meant.map(|word| format!("write `{word}`")),
            Token::Open => match &self.lexemes[self.at.saturating_sub(1)].token {
                Token::Number(_) | Token::Close => Some("a product needs its sign: `*`".to_owned()),
                _ => None,
            },
            Token::If | Token::Not | Token::Truth(_) => Some("join conditions with `and` or `or`".to_owned()),
            _ => None,
        };
        let fault = self.fault("an operator");
        fault.note = Some("operators: `+ - * /`, `< <= > >= == !=`, `and`, `or`".to_owned());
        fault.help = help;
        if meant.is_some() {
            self.pass();
        }
    }

    /// One value with what stands before it.
    fn operand(&mut self) -> Term {
        let Lexeme { token, place } = self.lexemes[self.at].clone();
        let form = match token {
            Token::Number(number) => Form::Number(number),
            Token::Truth(truth) => Form::Truth(truth),
            Token::Text(text) => Form::Text(text),
            Token::Quoted(name) => Form::Name(name),
            Token::Name(name) => return self.name(name),
            Token::Operator(Operator::Subtract) => return self.before(NEGATIVE, Form::Negative),
            Token::Not => return self.before(NOT, Form::Not),
            Token::If => return self.choice(),
            Token::Open => return self.parentheses(),
            _ => {
                self.fault("a value").note =
                    Some("a value is a number, a name, a function, `if` … or something in parentheses".to_owned());
                return missing(place);
            }
        };
        self.pass();
        Term { place, form }
    }

    fn before(&mut self, level: u8, form: impl FnOnce(Box<Term>) -> Form) -> Term {
        let place = self.pass().place;
        let term = self.expression(level);
        Term { place: place.to(term.place), form: form(Box::new(term)) }
    }

    fn parentheses(&mut self) -> Term {
        let open = self.pass().place;
        let term = self.expression(0);
        let close = self.close(open);
        Term { place: open.to(close), form: term.form }
    }

    /// The parenthesis that closes another; its place.
    fn close(&mut self, open: Stretch) -> Stretch {
        let place = self.place();
        if self.passes(&Token::Close) {
            return place;
        }
        let character = self.text[..open.start].chars().count() + 1;
        self.fault("`)`").help = Some(format!("close the parenthesis that opens at character {character}"));
        Stretch { start: open.start, end: self.lexemes[self.at.saturating_sub(1)].place.end }
    }

    fn choice(&mut self) -> Term {
        let first = self.pass().place;
        let condition = self.expression(0);
        self.part(&Token::Then, "`then`");
        let yes = self.expression(0);
        if !self.part(&Token::Else, "`else`") {
            let form = Form::Choice(Box::new([condition, yes, missing(self.place())]));
            return Term { place: first.to(self.place()), form };
        }
        let no = self.expression(0);
        Term { place: first.to(no.place), form: Form::Choice(Box::new([condition, yes, no])) }
    }

    fn part(&mut self, token: &Token, name: &str) -> bool {
        let there = self.passes(token);
        if !there {
            let help = "a choice is written `if CONDITION then VALUE else VALUE`".to_owned();
            self.fault(name).help = Some(help);
        }
        there
    }

    /// A field, or a function with what it is given.
    fn name(&mut self, name: String) -> Term {
        let place = self.pass().place;
        let open = self.place();
        if !self.passes(&Token::Open) {
            return Term { place, form: Form::Name(name) };
        }
        let mut arguments = Vec::new();
        if *self.token() != Token::Close {
            arguments.push(self.expression(0));
            while self.passes(&Token::Comma) {
                arguments.push(self.expression(0));
            }
        }
        let close = self.close(open);
        Term { place: place.to(close), form: Form::Call(name, place, arguments) }
    }
}

fn missing(place: Stretch) -> Term {
    Term { place, form: Form::Missing }
}

fn pair(operator: Operator, left: Term, right: Term) -> Term {
    let place = left.place.to(right.place);
    Term { place, form: Form::Pair(operator, Box::new([left, right])) }
}
