//! Plain values: flags, numbers, quantities with units, words and names.

use std::str::FromStr;

use jiff::civil::DateTime;

use super::Reader;
use super::hours;
use super::tree::{Node, Tree};
use super::words::example;
use crate::family::{Choice, Kind, Scope, Value, did_you_mean};
use crate::units::Share;

impl Reader<'_> {
    /// A value that holds no others.
    pub(super) fn plain(&mut self, node: &Node, kind: &'static Kind) -> Option<Value> {
        match kind {
            Kind::Choice(choices) => self.choice(node, kind, choices).map(Value::Choice),
            Kind::Name(scope) => self.name(node, kind, *scope).map(Value::Text),
            Kind::Requirement => self.requirement(node, kind).map(Value::Text),
            Kind::Score(subject) => self.score(node, kind, *subject).map(Value::Text),
            Kind::Condition(around) => self.condition(node, kind, *around).map(Value::Text),
            Kind::Path => self.file_path(node, kind).map(Value::Text),
            Kind::Hours => match hours::hours(node) {
                Ok(hours) => Some(Value::Hours(hours)),
                Err(refusal) => self.refuse_at(&refusal),
            },
            Kind::Days => match hours::days_of(node) {
                Ok(days) => Some(Value::Days(days)),
                Err(refusal) => self.refuse_at(&refusal),
            },
            _ => scalar(&node.tree, kind).or_else(|| self.refuse_with(node, kind, advice(&node.tree, kind))),
        }
    }

    fn choice(&mut self, node: &Node, kind: &Kind, choices: &'static [Choice]) -> Option<&'static str> {
        let Tree::Text(text) = &node.tree else {
            return self.refuse(node, kind);
        };
        let words = || choices.iter().map(|choice| choice.word);
        words().find(|word| word == text).or_else(|| self.refuse_with(node, kind, did_you_mean(text, words())))
    }

    fn name(&mut self, node: &Node, kind: &Kind, scope: Scope) -> Option<String> {
        let Tree::Text(text) = &node.tree else {
            return self.refuse(node, kind);
        };
        self.known(scope, text, node.place).then(|| text.clone())
    }

    /// A path as the machine needs it: relative ones start at the scenario's folder.
    fn file_path(&mut self, node: &Node, kind: &Kind) -> Option<String> {
        let Tree::Text(text) = &node.tree else {
            return self.refuse(node, kind);
        };
        Some(self.base.join(text).to_string_lossy().into_owned())
    }

    /// Reports what a part of a value is not.
    fn refuse_at<T>(&mut self, refusal: &hours::Refusal) -> Option<T> {
        let message = format!("{}: {}", self.here(), &refusal.text);
        let finding = super::Finding::error(refusal.place, message).label("not understood");
        self.findings.add(finding.help(example(refusal.kind).map(|example| format!("write it as {example}"))));
        None
    }
}

/// A value that is right or wrong by itself.
fn scalar(tree: &Tree, kind: &Kind) -> Option<Value> {
    match (kind, tree) {
        (Kind::Flag, Tree::Flag(flag)) => Some(Value::Flag(*flag)),
        (Kind::Count(least, most), Tree::Whole(number)) => {
            u64::try_from(*number).ok().filter(|count| (least..=most).contains(&count)).map(Value::Count)
        }
        (Kind::Number(least, most), Tree::Whole(_) | Tree::Number(_)) => {
            number(tree).filter(|number| (least..=most).contains(&number)).map(Value::Number)
        }
        (Kind::Share, Tree::Whole(_) | Tree::Number(_)) => {
            number(tree).and_then(|number| Share::new(number).ok()).map(Value::Share)
        }
        (Kind::Share, Tree::Text(text)) => parsed(text, Value::Share),
        (Kind::Rate, Tree::Text(text)) => parsed(text, Value::Rate),
        (Kind::Span, Tree::Text(text)) if text == "never" => Some(Value::Span(crate::units::Span::NEVER)),
        (Kind::Span, Tree::Text(text)) => parsed(text, Value::Span),
        (Kind::Clock, Tree::Text(text) | Tree::Moment(text)) => parsed(text, Value::Clock),
        (Kind::DateTime, Tree::Text(text) | Tree::Moment(text)) => date_time(text).map(Value::DateTime),
        (Kind::Text, Tree::Text(text)) => Some(Value::Text(text.clone())),
        _ => None,
    }
}

fn parsed<T: FromStr>(text: &str, make: impl FnOnce(T) -> Value) -> Option<Value> {
    text.parse().ok().map(make)
}

/// A civil date and time, or a date alone for its midnight; a zone is refused, not ignored.
fn date_time(text: &str) -> Option<DateTime> {
    let civil = |sign: char| sign.is_ascii_digit() || matches!(sign, '-' | ':' | '.' | 'T' | 't' | ' ');
    text.chars().all(civil).then(|| text.trim().parse().ok()).flatten()
}

fn number(tree: &Tree) -> Option<f64> {
    match tree {
        Tree::Whole(number) => Some(*number as f64),
        Tree::Number(number) => Some(*number).filter(|number| number.is_finite()),
        _ => None,
    }
}

/// How to write what was probably meant.
fn advice(tree: &Tree, kind: &Kind) -> Option<String> {
    match (kind, number(tree)) {
        (Kind::Span, Some(number)) => Some(format!("write the unit: \"{number}s\", \"{number}m\" or \"{number}h\"")),
        (Kind::Rate, Some(number)) => Some(format!("write the unit: \"{number}/h\" or \"{number}/m\"")),
        (Kind::Share, Some(number)) if (1.0..=100.0).contains(&number) => {
            Some(format!("for {number} percent write \"{number}%\" or {}", number / 100.0))
        }
        (Kind::DateTime, _) => Some("write it as \"2026-03-02T08:00\", without a time zone".to_owned()),
        _ => example(kind).map(|example| format!("write it as {example}")),
    }
}
