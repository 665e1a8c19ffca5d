//! Tokens: the words and signs of an expression.
//!
//! A sign from another language is a fault that says what to write, and is then taken for what was meant, so that
//! reading goes on.

use super::term::Operator;
use super::{Fault, Stretch};
use crate::units::Span;

/// Most words and signs in one expression; bounds how deep its parts can lie inside one another.
pub(super) const MOST: usize = 500;

/// One word or sign.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A number, duration or share.
    Number(f64),
    /// `true` or `false`.
    Truth(bool),
    /// Text in quotes.
    Text(String),
    /// A name without backquotes.
    Name(String),
    /// A name in backquotes.
    Quoted(String),
    /// What stands between two values; also the minus sign before one.
    Operator(Operator),
    /// `not`.
    Not,
    /// `if`.
    If,
    /// `then`.
    Then,
    /// `else`.
    Else,
    /// `(`.
    Open,
    /// `)`.
    Close,
    /// `,`.
    Comma,
    /// Nothing follows.
    End,
}

/// A token and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Lexeme {
    pub token: Token,
    pub place: Stretch,
}

const KEYWORDS: &[(&str, Token)] = &[
    ("and", Token::Operator(Operator::And)),
    ("or", Token::Operator(Operator::Or)),
    ("not", Token::Not),
    ("if", Token::If),
    ("then", Token::Then),
    ("else", Token::Else),
    ("true", Token::Truth(true)),
    ("false", Token::Truth(false)),
];

/// Signs, longer ones first.
const SIGNS: &[(&str, Token)] = &[
    ("<=", Token::Operator(Operator::AtMost)),
    (">=", Token::Operator(Operator::AtLeast)),
    ("==", Token::Operator(Operator::Equal)),
    ("!=", Token::Operator(Operator::Unequal)),
    ("<", Token::Operator(Operator::Less)),
    (">", Token::Operator(Operator::More)),
    ("+", Token::Operator(Operator::Add)),
    ("-", Token::Operator(Operator::Subtract)),
    ("*", Token::Operator(Operator::Multiply)),
    ("/", Token::Operator(Operator::Divide)),
    ("(", Token::Open),
    (")", Token::Close),
    (",", Token::Comma),
];

/// Signs of other languages, and what they mean here; looked for before `SIGNS`.
const FOREIGN: &[(&str, Token)] = &[
    ("<>", Token::Operator(Operator::Unequal)),
    ("=<", Token::Operator(Operator::AtMost)),
    ("=>", Token::Operator(Operator::AtLeast)),
    ("&&", Token::Operator(Operator::And)),
    ("||", Token::Operator(Operator::Or)),
    ("&", Token::Operator(Operator::And)),
    ("|", Token::Operator(Operator::Or)),
    ("≤", Token::Operator(Operator::AtMost)),
    ("≥", Token::Operator(Operator::AtLeast)),
    ("≠", Token::Operator(Operator::Unequal)),
    ("×", Token::Operator(Operator::Multiply)),
    ("÷", Token::Operator(Operator::Divide)),
    ("−", Token::Operator(Operator::Subtract)),
    ("^", Token::Operator(Operator::Multiply)),
];

impl Token {
    /// The way it is written, for signs and keywords.
    fn sign(&self) -> &'static str {
        let known = KEYWORDS.iter().chain(SIGNS).find(|(_, token)| token == self);
        known.map_or("", |(sign, _)| sign)
    }

    /// Whether a value can begin with it.
    pub(super) fn begins_value(&self) -> bool {
        use Token::{If, Name, Not, Number, Open, Quoted, Text, Truth};
        matches!(self, Number(_) | Truth(_) | Text(_) | Name(_) | Quoted(_) | Not | If | Open)
    }
}

/// Whether a word belongs to the language.
pub(super) fn is_keyword(word: &str) -> bool {
    KEYWORDS.iter().any(|(keyword, _)| *keyword == word)
}

/// Whether a name can be written without backquotes.
pub(super) fn is_plain_name(name: &str) -> bool {
    name.starts_with(begins_name) && name_length(name) == name.len()
}

fn begins_name(sign: char) -> bool {
    sign.is_alphabetic() || sign == '_'
}

/// Bytes of the name that a text begins with: hyphens and dots only between other letters.
fn name_length(text: &str) -> usize {
    let letter = |sign: char| sign.is_alphanumeric() || sign == '_';
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let joins = matches!(sign, '-' | '.') && signs.peek().is_some_and(|(_, next)| letter(*next));
        if !letter(sign) && !joins {
            return at;
        }
    }
    text.len()
}

/// The words and signs of a text, `End` last; faults are added for what is none.
pub(super) fn tokens(text: &str, faults: &mut Vec<Fault>) -> Vec<Lexeme> {
    let mut scanner = Scanner { text, at: 0, faults };
    let mut lexemes = Vec::new();
    while let Some(lexeme) = scanner.next() {
        lexemes.push(lexeme);
        if lexemes.len() > MOST {
            let place = Stretch { start: 0, end: text.len() };
            let words = format!("the expression is longer than {MOST} words and signs, expected fewer");
            *scanner.faults = vec![Fault::at(place, words).help("say it more briefly, or in several parts".to_owned())];
            return Vec::new();
        }
    }
    lexemes.push(Lexeme { token: Token::End, place: Stretch { start: text.len(), end: text.len() } });
    lexemes
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    faults: &'a mut Vec<Fault>,
}

impl Scanner<'_> {
    fn next(&mut self) -> Option<Lexeme> {
        loop {
            let rest = &self.text[self.at..];
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            let first = trimmed.chars().next()?;
            let start = self.at;
            if let Some(token) = self.token(trimmed, first) {
                return Some(Lexeme { token, place: Stretch { start, end: self.at } });
            }
        }
    }

    /// The token that the rest begins with; `None` after a sign that means nothing.
    fn token(&mut self, rest: &str, first: char) -> Option<Token> {
        match first {
            '0'..='9' | '.' => Some(self.number(rest)),
            '\'' | '"' => Some(Token::Text(self.enclosed(rest, first, "text"))),
            '`' => Some(Token::Quoted(self.enclosed(rest, first, "a name"))),
            _ if begins_name(first) => Some(self.word(rest)),
            _ => self.sign(rest, first),
        }
    }

    fn word(&mut self, rest: &str) -> Token {
        let word = &rest[..name_length(rest)];
        self.at += word.len();
        let keyword = KEYWORDS.iter().find(|(keyword, _)| *keyword == word);
        keyword.map_or_else(|| Token::Name(word.to_owned()), |(_, token)| token.clone())
    }

    fn number(&mut self, rest: &str) -> Token {
        let body = &rest[..number_length(rest)];
        let place = Stretch { start: self.at, end: self.at + body.len() };
        self.at = place.end;
        if let Some(number) = body.parse::<f64>().ok().filter(|number| number.is_finite()) {
            if rest[body.len()..].starts_with('%') {
                self.at += 1;
                return Token::Number(number / 100.0);
            }
            return Token::Number(number);
        }
        if let Ok(span) = body.parse::<Span>() {
            return Token::Number(span.as_seconds());
        }
        let body = &rest[..name_length(rest).max(body.len())];
        let place = Stretch { end: place.start + body.len(), ..place };
        self.at = place.end;
        let fault = Fault::at(place, format!("expected a number, a duration or a share, found `{body}`"));
        let fault = fault.note("numbers: 30, 2.5; durations: 250ms, 90s, 2m30s, 1h; shares: 80%");
        self.faults.push(fault.help(format!("if it is a name, put it into backquotes: `` `{body}` ``")));
        Token::Number(1.0)
    }

    /// What stands between two of the same quotes.
    fn enclosed(&mut self, rest: &str, quote: char, what: &str) -> String {
        let inside = &rest[1..];
        let place = |end: usize| Stretch { start: self.at, end };
        if let Some(length) = inside.find(quote).filter(|length| *length > 0 || quote != '`') {
            self.at += length + 2;
            return inside[..length].to_owned();
        }
        let fault = if inside.starts_with(quote) {
            Fault::at(place(self.at + 2), format!("expected {what} between backquotes, found nothing"))
        } else {
            let fault = Fault::at(place(self.text.len()), format!("{what} begins with {quote} and does not end"));
            fault.help(format!("close it with {quote}"))
        };
        self.at = fault.place.end;
        self.faults.push(fault);
        inside.trim_end_matches(quote).to_owned()
    }

    fn sign(&mut self, rest: &str, first: char) -> Option<Token> {
        let begins = |(sign, _): &&(&str, Token)| rest.starts_with(sign);
        let foreign = FOREIGN.iter().find(begins);
        let known = SIGNS.iter().find(begins).filter(|_| foreign.is_none());
        let length = foreign.or(known).map_or(first.len_utf8(), |(sign, _)| sign.len());
        let place = Stretch { start: self.at, end: self.at + length };
        self.at = place.end;
        if let Some((_, token)) = known {
            return Some(token.clone());
        }
        let meant = match first {
            '=' if foreign.is_none() => Some(Token::Operator(Operator::Equal)),
            '!' => Some(Token::Not),
            _ => foreign.map(|(_, token)| token.clone()),
        };
        let help = match (&meant, first) {
            (_, '^') => Some("there is no power: multiply, as in `wait * wait`".to_owned()),
            (Some(token), _) => Some(format!("write `{}`", token.sign())),
            (None, _) => None,
        };
        self.faults.push(Fault::at(place, format!("`{}` is no sign of expressions", &rest[..length])).help(help));
        meant
    }
}

/// Bytes of the number or duration that a text begins with, right or wrong.
fn number_length(text: &str) -> usize {
    let mut before = ['0', '0'];
    for (at, sign) in text.char_indices() {
        let exponent = matches!(sign, '+' | '-') && matches!(before, ['0'..='9' | '.', 'e' | 'E']);
        if !(sign.is_alphanumeric() || matches!(sign, '.' | '_') || exponent) {
            return at;
        }
        before = [before[1], sign];
    }
    text.len()
}
