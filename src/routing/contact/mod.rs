//! Contact ordering: the keys that rank waiting contacts for a free agent (contact surplus).

mod cmu;
mod deadline;
mod expression;
mod generalised_cmu;
mod longest_wait;
mod mean_wait_to_objective;
mod newest_first;
mod pair_score;
mod predicted_wait;
mod priority;
mod random;
mod score;
mod wait_to_objective;
mod weighted_sum;
mod window;

pub use priority::Urgent;
pub use score::{SCORE, Score};

use crate::expression::{Formula, Vocabulary};
use crate::family::{Complaint, Entry, Family, Member, Settings};
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
    /// Largest mean wait of its type over the wait that is aimed at.
    MeanWaitToObjective,
    /// Shortest time in the queue.
    NewestFirst,
    /// Most points of the contact and the agent who asks together.
    PairScore,
    /// Largest sum of wait and expected further wait.
    PredictedWait,
    /// Most urgent class.
    Priority(Urgent),
    /// Uniformly at random among those still equal.
    Random,
    /// Most points by the score of its type or queue.
    Score,
    /// Largest wait over the wait that is aimed at.
    WaitToObjective,
    /// Largest sum of what these keys say, each so many times.
    WeightedSum(Vec<(Self, f64)>),
    /// Only so many contacts, those that the keys before it put first, go on to the keys after it.
    Window(u32),
}

impl ContactKey {
    /// Why this key cannot stand behind another one; `None` when it can.
    pub const fn unheard_after(&self, before: &Self) -> Option<&'static str> {
        match (before, self) {
            (_, Self::Window(_)) | (Self::Window(_), _) => None,
            (Self::Random, _) => Some("no two contacts are equal under the key before it"),
            (Self::Priority(_), Self::Priority(_)) => Some("contacts that are still equal are of one class"),
            _ => None,
        }
    }

    /// Whether it is a formula over this field of a contact.
    pub fn reads_field(&self, name: &str) -> bool {
        match self {
            Self::Expression(formula) => {
                let position = Vocabulary::of_contacts().position(name);
                position.is_some_and(|position| formula.fields().contains(&position))
            }
            Self::WeightedSum(parts) => parts.iter().any(|(key, _)| key.reads_field(name)),
            _ => false,
        }
    }

    /// Whether it is this key, or a sum with this key in it.
    pub fn uses(&self, wanted: &Self) -> bool {
        match self {
            Self::WeightedSum(parts) => parts.iter().any(|(key, _)| key.uses(wanted)),
            _ => self == wanted,
        }
    }

    /// Whether it says how long the queue will need for its next contact.
    pub fn reads_pace(&self) -> bool {
        self.uses(&Self::PredictedWait) || self.reads_field("further_wait")
    }

    /// Whether it goes by the contacts that agents have taken so far.
    pub fn reads_answers(&self) -> bool {
        self.reads_pace() || self.uses(&Self::MeanWaitToObjective)
    }

    /// Whether it looks at the wait, and so at what a contact was credited with.
    pub fn reads_wait(&self) -> bool {
        match self {
            Self::Cmu | Self::NewestFirst | Self::Priority(_) | Self::Random | Self::Window(_) => false,
            Self::WeightedSum(parts) => parts.iter().any(|(key, _)| key.reads_wait()),
            _ => true,
        }
    }
}

/// How a key is made from what it is told.
pub type Make = fn(&Settings) -> Result<ContactKey, Complaint>;

impl ContactKey {
    /// Its word in the list.
    pub const fn keyword(&self) -> &'static str {
        match self {
            Self::Cmu => "cmu",
            Self::Deadline => "deadline",
            Self::Expression(_) => "expression",
            Self::GeneralisedCmu => "generalised-cmu",
            Self::LongestWait => "longest-wait",
            Self::MeanWaitToObjective => "mean-wait-to-objective",
            Self::NewestFirst => "newest-first",
            Self::PairScore => "pair-score",
            Self::PredictedWait => "predicted-wait",
            Self::Priority(_) => "priority",
            Self::Random => "random",
            Self::Score => "score",
            Self::WaitToObjective => "wait-to-objective",
            Self::WeightedSum(_) => "weighted-sum",
            Self::Window(_) => "window",
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
            Self::MeanWaitToObjective => mean_wait_to_objective::TOLD,
            Self::PairScore => pair_score::TOLD,
            Self::PredictedWait => predicted_wait::TOLD,
            Self::Priority(_) => priority::TOLD,
            Self::Random => random::TOLD,
            Self::Score => score::TOLD,
            Self::WaitToObjective => wait_to_objective::TOLD,
            Self::WeightedSum(_) => weighted_sum::TOLD,
            Self::Window(_) => window::TOLD,
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
        mean_wait_to_objective::ENTRY,
        newest_first::ENTRY,
        pair_score::ENTRY,
        predicted_wait::ENTRY,
        priority::ENTRY,
        random::ENTRY,
        score::ENTRY,
        wait_to_objective::ENTRY,
        weighted_sum::ENTRY,
        window::ENTRY,
    ],
};

/// The entry of a key without settings.
const fn entry(make: Make, keyword: &'static str, summary: &'static str, example: &'static str) -> Entry<Make> {
    Entry { member: Member { keyword, summary, main: None, settings: &[], example }, make }
}
