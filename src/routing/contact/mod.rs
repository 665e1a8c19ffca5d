//! Contact ordering: the keys that rank waiting contacts for a free agent (contact surplus).

mod cmu;
mod deadline;
mod expression;
mod generalised_cmu;
mod longest_wait;
mod newest_first;
mod priority;
mod random;
mod score;
mod wait_to_objective;

pub use priority::Urgent;
pub use score::{SCORE, Score};

use crate::expression::{Formula, Vocabulary};
use crate::family::{Entry, Family, Member, Settings};
use crate::record::ToldKey;

/// One key of the ordered list that picks the contact.
#[derive(Debug, Clone, PartialEq)]
pub enum ContactKey {
    /// Largest cost of waiting by the hour over mean handle time.
    Cmu,
    /// Earliest end of the wait that is aimed at.
    Deadline,
    /// Largest value of a formula over the fields of a contact.
    Expression(Formula),
    /// Largest cost of waiting by the hour times wait, over mean handle time.
    GeneralisedCmu,
    /// Longest time in the queue, credited time included.
    LongestWait,
    /// Shortest time in the queue.
    NewestFirst,
    /// Most urgent class.
    Priority(Urgent),
    /// Uniformly at random among those still equal.
    Random,
    /// Most points by the score of its type or queue.
    Score,
    /// Largest wait over the wait that is aimed at.
    WaitToObjective,
}

impl ContactKey {
    /// Why this key cannot stand behind another one; `None` when it can.
    pub const fn unheard_after(&self, before: &Self) -> Option<&'static str> {
        match (before, self) {
            (Self::Random, _) => Some("no two contacts are equal under the key before it"),
            (Self::Priority(_), Self::Priority(_)) => Some("contacts that are still equal are of one class"),
            _ => None,
        }
    }

    /// Whether it is a formula over this field of a contact.
    pub fn reads_field(&self, name: &str) -> bool {
        let Self::Expression(formula) = self else { return false };
        let position = Vocabulary::of_contacts().position(name);
        position.is_some_and(|position| formula.fields().contains(&position))
    }

    /// Whether it looks at the wait, and so at what a contact was credited with.
    pub const fn reads_wait(&self) -> bool {
        !matches!(self, Self::Cmu | Self::NewestFirst | Self::Priority(_) | Self::Random)
    }
}

/// How a key is made from what it is told.
pub type Make = fn(&Settings) -> ContactKey;

impl ContactKey {
    /// Its word in the list.
    pub const fn keyword(&self) -> &'static str {
        match self {
            Self::Cmu => "cmu",
            Self::Deadline => "deadline",
            Self::Expression(_) => "expression",
            Self::GeneralisedCmu => "generalised-cmu",
            Self::LongestWait => "longest-wait",
            Self::NewestFirst => "newest-first",
            Self::Priority(_) => "priority",
            Self::Random => "random",
            Self::Score => "score",
            Self::WaitToObjective => "wait-to-objective",
        }
    }
}

impl ContactKey {
    /// How its numbers are told.
    pub fn told(&self) -> ToldKey {
        let telling = match self {
            Self::Cmu => cmu::TOLD,
            Self::Deadline => deadline::TOLD,
            Self::Expression(_) => expression::TOLD,
            Self::GeneralisedCmu => generalised_cmu::TOLD,
            Self::LongestWait | Self::NewestFirst => longest_wait::TOLD,
            Self::Priority(_) => priority::TOLD,
            Self::Random => random::TOLD,
            Self::Score => score::TOLD,
            Self::WaitToObjective => wait_to_objective::TOLD,
        };
        ToldKey { keyword: self.keyword(), telling }
    }
}

/// Every contact-ordering key, sorted by keyword.
pub static CONTACT_KEYS: Family<Make> = Family {
    name: "contact-keys",
    summary: "what ranks the waiting contacts that a free agent may take",
    bare: None,
    entries: &[
        cmu::ENTRY,
        deadline::ENTRY,
        expression::ENTRY,
        generalised_cmu::ENTRY,
        longest_wait::ENTRY,
        newest_first::ENTRY,
        priority::ENTRY,
        random::ENTRY,
        score::ENTRY,
        wait_to_objective::ENTRY,
    ],
};

/// The entry of a key without settings.
const fn entry(make: Make, keyword: &'static str, summary: &'static str, example: &'static str) -> Entry<Make> {
    Entry { member: Member { keyword, summary, main: None, settings: &[], example }, make }
}
