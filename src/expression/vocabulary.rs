//! Vocabularies: the fields that an expression may name.

use super::contact_field::CONTACT_FIELDS;
use crate::family::Family;

/// The fields that an expression may name, and what they are called together.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// The fields; programs name them by position.
    pub fields: Vec<Field>,
    /// What one of them is called, as in "`x` is not a …".
    pub noun: &'static str,
}

/// Something that has a value whenever an expression is evaluated.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The name.
    pub name: String,
    /// What its value is.
    pub sort: Sort,
    /// How its value changes.
    pub moves: Moves,
}

/// What the value of a field is; all are handed over as numbers.
#[derive(Debug, Clone, PartialEq)]
pub enum Sort {
    /// A number.
    Number,
    /// True or false: 1 or 0.
    Truth,
    /// A whole number that, where a condition is expected, stands for "at least 1".
    Level,
    /// One of these texts, by position; any other number is none of them.
    Text(Vec<String>),
}

/// How the value of a field changes while one contact waits and one agent is free.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Moves {
    /// Not at all.
    Never,
    /// By this much every second.
    Clock(f64),
    /// When something happens, or in another way than evenly.
    Events,
}

/// What a catalogue says of a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FieldKind {
    /// Whether it is true or false, not a number.
    pub truth: bool,
    /// How its value changes.
    pub moves: Moves,
}

impl Vocabulary {
    /// The fields of some catalogues, in their order.
    pub fn of(catalogues: &[&Family<FieldKind>], noun: &'static str) -> Self {
        let entries = catalogues.iter().flat_map(|catalogue| catalogue.entries);
        let fields = entries.map(|entry| Field {
            name: entry.member.keyword.to_owned(),
            sort: if entry.make.truth { Sort::Truth } else { Sort::Number },
            moves: entry.make.moves,
        });
        Self { fields: fields.collect(), noun }
    }

    /// The fields of a contact.
    pub fn of_contacts() -> Self {
        Self::of(&[&CONTACT_FIELDS], "field of a contact")
    }

    /// The position of the field with this name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// Every name, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|field| field.name.as_str())
    }
}
