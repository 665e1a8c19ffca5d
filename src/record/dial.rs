//! Dialling as observers see it: attempts to reach the customers of a list, how each ended, and what became of records.

use crate::units::{CampaignId, ContactTypeId, Instant};

/// An attempt to reach the customer of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempt {
    /// The campaign.
    pub campaign: CampaignId,
    /// Type of the contacts that the campaign brings.
    pub kind: ContactTypeId,
    /// Number of the record in its list, from 0.
    pub record: u32,
    /// 1 for the first attempt at this record.
    pub number: u16,
    /// When it began: when it was dialled, or an agent began to look at the record.
    pub began: Instant,
}

/// Set in the numbers of customers who are on a list.
const ON_A_LIST: u64 = 1 << 38;
/// Bits of the number in the list.
const RECORD_BITS: u32 = 24;
/// Bits of the number of the campaign.
const CAMPAIGN_BITS: u32 = 14;

impl Attempt {
    /// Number of the customer, whom no other record and no other contact has.
    pub const fn customer(&self) -> u64 {
        let campaign = self.campaign.0 as u64 & ((1 << CAMPAIGN_BITS) - 1);
        ON_A_LIST | campaign << RECORD_BITS | self.record as u64
    }
}

/// The campaign and the record of a customer who was called.
pub const fn on_list(customer: u64) -> (CampaignId, u32) {
    let campaign = customer >> RECORD_BITS & ((1 << CAMPAIGN_BITS) - 1);
    (CampaignId(campaign as u32), (customer & ((1 << RECORD_BITS) - 1)) as u32)
}

/// What is on the line when a number is called, whatever it is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Called {
    /// A person.
    Live,
    /// An answering machine.
    Machine,
    /// A busy tone.
    Busy,
    /// Nobody answers.
    NoAnswer,
    /// There is no such number.
    BadNumber,
}

impl Called {
    /// Number of them.
    pub const COUNT: usize = 5;

    /// Each, in the order of their numbers.
    pub const ALL: [Self; Self::COUNT] = [Self::Live, Self::Machine, Self::Busy, Self::NoAnswer, Self::BadNumber];
}

/// How an attempt ended; every attempt ends exactly once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum AttemptEnd {
    /// A person answered: a contact comes.
    Live,
    /// A machine answered.
    Machine,
    /// The line was busy.
    Busy,
    /// Nobody answered.
    NoAnswer,
    /// There is no such number.
    BadNumber,
    /// A person answered, was taken for a machine and heard nobody.
    TakenForMachine,
    /// A machine answered and was taken for a person: a contact comes, until its agent notices.
    TakenForLive,
    /// The agent who dialled went home meanwhile.
    AgentLeft,
    /// The run was cut meanwhile.
    Unfinished,
}

impl AttemptEnd {
    /// Number of ways.
    pub const COUNT: usize = 9;

    /// Every way, in the order of their numbers.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Live,
        Self::Machine,
        Self::Busy,
        Self::NoAnswer,
        Self::BadNumber,
        Self::TakenForMachine,
        Self::TakenForLive,
        Self::AgentLeft,
        Self::Unfinished,
    ];

    /// The word in journals.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Machine => "machine",
            Self::Busy => "busy",
            Self::NoAnswer => "no-answer",
            Self::BadNumber => "bad-number",
            Self::TakenForMachine => "taken-for-machine",
            Self::TakenForLive => "taken-for-live",
            Self::AgentLeft => "agent-left",
            Self::Unfinished => "unfinished",
        }
    }

    /// Whether a contact comes of it.
    pub const fn brings_contact(self) -> bool {
        matches!(self, Self::Live | Self::TakenForLive)
    }

    /// Whether it says what was on the line.
    pub const fn is_told(self) -> bool {
        !matches!(self, Self::AgentLeft | Self::Unfinished)
    }
}

/// What became of a record; every record ends exactly once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Fate {
    /// An agent served the customer.
    Reached,
    /// All attempts that the campaign makes were in vain.
    GivenUp,
    /// There is no such number.
    BadNumber,
    /// It was never dialled.
    NotTried,
    /// It was to be dialled again when the run ended.
    ToBeRetried,
    /// An attempt or its contact was under way when the run was cut.
    Unfinished,
}

impl Fate {
    /// Number of fates.
    pub const COUNT: usize = 6;

    /// Every fate, in the order of their numbers.
    pub const ALL: [Self; Self::COUNT] =
        [Self::Reached, Self::GivenUp, Self::BadNumber, Self::NotTried, Self::ToBeRetried, Self::Unfinished];

    /// The word in journals.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::GivenUp => "given-up",
            Self::BadNumber => "bad-number",
            Self::NotTried => "not-tried",
            Self::ToBeRetried => "to-be-retried",
            Self::Unfinished => "unfinished",
        }
    }
}

/// Records of one campaign with the same fate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Records {
    /// The campaign.
    pub campaign: CampaignId,
    /// Type of the contacts that the campaign brings.
    pub kind: ContactTypeId,
    /// The first of them in the list, from 0; they need not follow each other.
    pub first: u32,
    /// How many.
    pub count: u32,
    /// What became of them.
    pub fate: Fate,
}
