//! Families and their settings: the one description from which keywords, checks, lists, reference and schema come.
//!
//! A family is a closed list of members that answer one question ("how long does it last?"). Each member says its
//! keyword, what it is and which settings it takes; nothing here reads a file or knows what a member does.

#[cfg(test)]
pub(crate) mod example;
mod kind;
mod later;
mod settings;
mod suggest;

pub use kind::{Around, Choice, Kind, Need, Scope, Setting, Subject};
pub use later::Later;
pub use settings::{Chosen, Complaint, Located, Place, Settings, Value};
pub use suggest::{did_you_mean, nearest};

/// What a person is told of one member of a family.
#[derive(Debug)]
pub struct Member {
    /// The word that chooses it in a scenario.
    pub keyword: &'static str,
    /// What it is, in one sentence.
    pub summary: &'static str,
    /// The setting that a bare value fills: `{ constant = "3m" }` is `{ constant = { value = "3m" } }`.
    pub main: Option<&'static str>,
    /// What it can be told, in the order of the reference.
    pub settings: &'static [Setting],
    /// A value that can be written in a scenario as it stands.
    pub example: &'static str,
}

/// One row of a family's list: what is told of a member, and how to make it.
#[derive(Debug)]
pub struct Entry<Make: 'static> {
    /// What a person is told.
    pub member: Member,
    /// How the family makes it from its settings.
    pub make: Make,
}

/// A closed list of members, sorted by keyword.
#[derive(Debug)]
pub struct Family<Make: 'static> {
    /// The family's name as `switchboard list` shows it, in the plural.
    pub name: &'static str,
    /// The question its members answer.
    pub summary: &'static str,
    /// The member that a bare value chooses: `talk = "3m"` is a `constant` one.
    pub bare: Option<&'static str>,
    /// The members, sorted by keyword.
    pub entries: &'static [Entry<Make>],
}

/// A family seen without knowing what its members make.
pub trait Catalogue: Sync + std::fmt::Debug {
    /// The family's name, in the plural.
    fn name(&self) -> &'static str;
    /// The question its members answer.
    fn summary(&self) -> &'static str;
    /// The keyword that a bare value chooses.
    fn bare(&self) -> Option<&'static str>;
    /// How many members there are.
    fn len(&self) -> usize;
    /// The member in row `index` of the list.
    fn member(&self, index: usize) -> &'static Member;

    /// Whether there is nothing to choose.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row of the member with this keyword.
    fn find(&self, keyword: &str) -> Option<usize> {
        (0..self.len()).find(|&index| self.member(index).keyword == keyword)
    }
}

impl<Make: Sync + std::fmt::Debug> Catalogue for Family<Make> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn summary(&self) -> &'static str {
        self.summary
    }

    fn bare(&self) -> Option<&'static str> {
        self.bare
    }

    fn len(&self) -> usize {
        self.entries.len()
    }

    fn member(&self, index: usize) -> &'static Member {
        &self.entries[index].member
    }
}
