//! The file as written: tables, lists and plain values, each with its place, in the order of the file.

use std::fmt;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::family::Place;

/// One value as written.
#[derive(Debug, Clone)]
pub(in crate::scenario) struct Node {
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub tree: Tree,
}

/// What a value is, before anybody asks what it means.
#[derive(Debug, Clone)]
pub(in crate::scenario) enum Tree {
    /// Text in quotes.
    Text(String),
    /// A whole number.
    Whole(i128),
    /// A number with a fraction.
    Number(f64),
    /// `true` or `false`.
    Flag(bool),
    /// A date, a time or both, without quotes.
    Moment(String),
    /// A list.
    List(Vec<Node>),
    /// A table.
    Table(Vec<Branches>),
}

/// One key of a table and what it holds.
#[derive(Debug, Clone)]
pub(in crate::scenario) struct Branches {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub place: Place,
    /// What it holds.
    pub node: Node,
}

impl Node {
    /// An empty table that stands here.
    pub(in crate::scenario) fn table(place: Place) -> Self {
        Self { place, tree: Tree::Table(Vec::new()) }
    }

    /// What a key of this table holds, if this is a table that has it.
    pub(in crate::scenario) fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }

    /// The entries of this table; none if it is not one.
    pub(in crate::scenario) fn entries(&self) -> &[Branches] {
        match &self.tree {
            Tree::Table(entries) => entries,
            _ => &[],
        }
    }

    /// The tree of a parsed TOML table of text number `file`.
    pub(in crate::scenario) fn of(table: &Spanned<DeTable<'_>>, file: u32) -> Self {
        Self { place: place(table, file), tree: Tree::Table(entries(table.get_ref(), file)) }
    }

    fn of_value(value: &Spanned<DeValue<'_>>, file: u32) -> Self {
        Self { place: place(value, file), tree: tree(value.get_ref(), file) }
    }
}

fn place<T>(spanned: &Spanned<T>, file: u32) -> Place {
    let span = spanned.span();
    Place { file, start: span.start as u32, end: span.end as u32 }
}

/// The entries in the order of the file: the parser sorts them by key.
fn entries(table: &DeTable<'_>, file: u32) -> Vec<Branches> {
    let entry = |(key, value): (&Spanned<DeString<'_>>, &Spanned<DeValue<'_>>)| Branches {
        key: key.get_ref().to_string(),
        place: place(key, file),
        node: Node::of_value(value, file),
    };
    let mut entries: Vec<Branches> = table.iter().map(entry).collect();
    entries.sort_by_key(|entry| entry.place.start);
    entries
}

fn tree(value: &DeValue<'_>, file: u32) -> Tree {
    match value {
        DeValue::String(text) => Tree::Text(text.to_string()),
        DeValue::Integer(digits) => match i128::from_str_radix(digits.as_str(), digits.radix()) {
            Ok(number) => Tree::Whole(number),
            Err(_) => Tree::Number(digits.as_str().parse().unwrap_or(f64::INFINITY)),
        },
        DeValue::Float(digits) => Tree::Number(digits.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(flag) => Tree::Flag(*flag),
        DeValue::Datetime(moment) => Tree::Moment(moment.to_string()),
        DeValue::Array(items) => Tree::List(items.iter().map(|item| Node::of_value(item, file)).collect()),
        DeValue::Table(table) => Tree::Table(entries(table, file)),
    }
}

impl fmt::Display for Tree {
    /// What it is, for a sentence that begins with "found".
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(out, "the text `{}`", shortened(text)),
            Self::Whole(number) => write!(out, "the number `{number}`"),
            Self::Number(number) => write!(out, "the number `{number:?}`"),
            Self::Flag(flag) => write!(out, "`{flag}`"),
            Self::Moment(moment) => write!(out, "`{moment}`"),
            Self::List(_) => out.write_str("a list"),
            Self::Table(_) => out.write_str("a table"),
        }
    }
}

/// The first characters of a text that is too long for a message.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    let one_line = text.replace(['\n', '\r', '\t'], " ");
    match one_line.char_indices().nth(LONGEST) {
        Some((byte, _)) => format!("{}…", &one_line[..byte]),
        None => one_line,
    }
}
