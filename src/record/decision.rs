//! A decision of routing: who asked, who could be chosen, who could not and why, and what was chosen.
//!
//! Put together only for listeners who ask for it; ids and numbers, never names.

use std::cmp::Ordering;

use super::ContactRecord;
use crate::units::{AgentId, Instant, SkillId, Span};

/// One of the two questions of routing, answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// A contact is here: which agent?
    Agent(Choice<ContactRecord, AgentId>),
    /// An agent is free: which contact?
    Contact(Choice<AgentId, ContactRecord>),
}

/// What was compared, and what came out.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice<Asking, Of> {
    /// Who asked.
    pub asking: Asking,
    /// Keywords of the keys, in the order in which they are compared; the last one is the final tie-break.
    pub keys: Vec<&'static str>,
    /// Who could be chosen; the chosen one first, the others in the order of the keys.
    pub candidates: Vec<Candidate<Of>>,
    /// Who was there and could not be chosen.
    pub excluded: Vec<(Of, Exclusion)>,
    /// What was chosen; `None` when there was nobody.
    pub chosen: Option<Of>,
    /// What keeps the one who asked from everybody for now, free or not.
    pub held_back: Option<Exclusion>,
    /// Waiting contacts that are in neither list, because there were so many.
    pub left_out: usize,
}

/// One who could be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate<Of> {
    /// Who.
    pub who: Of,
    /// What the keys say, in their order.
    pub readings: Vec<Reading>,
}

/// What one key says about one candidate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    /// Level in the skill asked for; the highest is first.
    Level(u16),
    /// Available since then; the earliest is first.
    Since(Instant),
    /// Place in the order of the file, from 0; the lowest is first.
    Place(u32),
    /// Priority class; the lowest is first.
    Class(u16),
    /// Wait that counts, and how much of it is credited time; the longest is first.
    Wait(Span, Span),
    /// Number in the order of arrival, from 0; the lowest is first.
    Serial(u64),
    /// The key draws at random.
    Drawn,
    /// The key says something that is not told.
    Untold,
}

/// Why somebody could not be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exclusion {
    /// The agent lacks the skill.
    NoSkill(SkillId),
    /// The agent has the skill, but not well enough.
    LevelTooLow {
        /// The skill.
        skill: SkillId,
        /// The agent's level.
        has: u16,
        /// The least level that will do.
        needs: u16,
    },
    /// The agent does not meet what the contact type requires.
    RequirementNotMet,
    /// The agent is not at work.
    NotAtWork,
    /// The agent is on a break.
    OnBreak,
    /// The agent is with this contact [number from 0].
    Busy(u64),
    /// The agent is finishing this contact [number from 0].
    WrappingUp(u64),
    /// The agent holds so many contacts that one more does not fit.
    NoRoom(u32),
    /// The agent takes a break as soon as free.
    BreakIsDue,
    /// The agent goes home as soon as free.
    ShiftIsOver,
    /// The contact's queue is closed.
    QueueClosed,
    /// A rule of routing of this keyword keeps them apart.
    Rule(&'static str),
}

impl Exclusion {
    /// The word in journals.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoSkill(_) => "no-skill",
            Self::LevelTooLow { .. } => "level-too-low",
            Self::RequirementNotMet => "requirement-not-met",
            Self::NotAtWork => "not-at-work",
            Self::OnBreak => "on-break",
            Self::Busy(_) => "busy",
            Self::WrappingUp(_) => "wrapping-up",
            Self::NoRoom(_) => "no-room",
            Self::BreakIsDue => "break-is-due",
            Self::ShiftIsOver => "shift-is-over",
            Self::QueueClosed => "closed",
            Self::Rule(keyword) => keyword,
        }
    }

    /// Whether it says that the agent may never serve such a contact, whatever the moment.
    pub const fn is_for_good(self) -> bool {
        matches!(self, Self::NoSkill(_) | Self::LevelTooLow { .. } | Self::RequirementNotMet)
    }

    /// Whether it keeps an agent who has nothing to do from a contact that the agent may serve.
    pub const fn holds_back(self) -> bool {
        matches!(self, Self::QueueClosed | Self::Rule(_))
    }
}

impl Reading {
    /// Which of two readings of one key is first; `Equal` where the key does not decide, or does not tell.
    pub fn compare(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Level(mine), Self::Level(theirs)) => theirs.cmp(&mine),
            (Self::Since(mine), Self::Since(theirs)) => mine.cmp(&theirs),
            (Self::Place(mine), Self::Place(theirs)) => mine.cmp(&theirs),
            (Self::Class(mine), Self::Class(theirs)) => mine.cmp(&theirs),
            (Self::Wait(mine, _), Self::Wait(theirs, _)) => theirs.cmp(&mine),
            (Self::Serial(mine), Self::Serial(theirs)) => mine.cmp(&theirs),
            _ => Ordering::Equal,
        }
    }
}

impl<Of> Candidate<Of> {
    /// Which of two candidates is first, key after key.
    pub fn compare(&self, other: &Self) -> Ordering {
        let pairs = self.readings.iter().zip(&other.readings);
        pairs.map(|(mine, theirs)| mine.compare(*theirs)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    }

    /// Position of the key that puts this one before another, or draws between them; `None` where what is told of the
    /// keys does not.
    pub fn ahead_by(&self, other: &Self) -> Option<usize> {
        let mut pairs = self.readings.iter().zip(&other.readings).map(|(mine, theirs)| (mine, mine.compare(*theirs)));
        let decides = pairs.position(|(mine, order)| order.is_ne() || *mine == Reading::Drawn)?;
        self.readings[decides].compare(other.readings[decides]).is_le().then_some(decides)
    }
}

impl<Asking, Of: PartialEq> Choice<Asking, Of> {
    /// Puts the candidates in order, the chosen one first.
    pub(crate) fn put_in_order(&mut self) {
        self.candidates.sort_by(Candidate::compare);
        let chosen = self.candidates.iter().position(|candidate| Some(&candidate.who) == self.chosen.as_ref());
        if let Some(place) = chosen {
            self.candidates[..=place].rotate_right(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(who: u32, readings: &[Reading]) -> Candidate<u32> {
        Candidate { who, readings: readings.to_vec() }
    }

    #[test]
    fn the_first_key_that_differs_decides() {
        let one = candidate(1, &[Reading::Level(3), Reading::Since(Instant::ticks(9))]);
        let other = candidate(2, &[Reading::Level(3), Reading::Since(Instant::ticks(4))]);
        assert_eq!((one.compare(&other), one.ahead_by(&other)), (Ordering::Greater, None));
        assert_eq!(other.ahead_by(&one), Some(1));
        let drawn = [candidate(1, &[Reading::Drawn]), candidate(2, &[Reading::Drawn])];
        assert_eq!((drawn[0].compare(&drawn[1]), drawn[0].ahead_by(&drawn[1])), (Ordering::Equal, Some(0)));
    }

    #[test]
    fn the_chosen_stands_first_whatever_is_told_of_the_keys() {
        let candidates = [7, 3, 5].map(|place| candidate(place, &[Reading::Untold, Reading::Place(place)])).to_vec();
        let (keys, excluded) = (vec![], vec![]);
        let mut choice =
            Choice { asking: (), keys, candidates, excluded, chosen: Some(5), held_back: None, left_out: 0 };
        choice.put_in_order();
        assert_eq!(choice.candidates.iter().map(|candidate| candidate.who).collect::<Vec<_>>(), [5, 3, 7]);
    }
}
