//! Exclusions: why somebody could not be chosen.

use super::Rule;
use crate::units::{SkillId, Span};

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
    /// The agent's team serves other queues.
    OtherQueues,
    /// The agent is not at work.
    NotAtWork,
    /// The agent is on a break.
    OnBreak,
    /// The agent is not ready after a missed contact, for so long.
    NotReady(Span),
    /// The agent is with this contact [number from 0].
    Busy(u64),
    /// This contact rings at the agent [number from 0].
    Ringing(u64),
    /// The agent looks at a record of a campaign and dials it.
    Dialling,
    /// The agent is finishing this contact [number from 0].
    WrappingUp(u64),
    /// The agent holds so many contacts that one more does not fit.
    NoRoom(u32),
    /// The agent takes a break as soon as free.
    BreakIsDue,
    /// The agent goes home as soon as free.
    ShiftIsOver,
    /// A rule of routing keeps a free agent and the contact apart.
    Rule(Rule),
}

impl Exclusion {
    /// The word in journals.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoSkill(_) => "no-skill",
            Self::LevelTooLow { .. } => "level-too-low",
            Self::RequirementNotMet => "requirement-not-met",
            Self::OtherQueues => "other-queues",
            Self::NotAtWork => "not-at-work",
            Self::OnBreak => "on-break",
            Self::NotReady(_) => "not-ready",
            Self::Busy(_) => "busy",
            Self::Ringing(_) => "ringing",
            Self::Dialling => "dialling",
            Self::WrappingUp(_) => "wrapping-up",
            Self::NoRoom(_) => "no-room",
            Self::BreakIsDue => "break-is-due",
            Self::ShiftIsOver => "shift-is-over",
            Self::Rule(rule) => rule.keyword,
        }
    }

    /// Whether it says that the agent may never serve such a contact, whatever the moment.
    pub const fn is_for_good(self) -> bool {
        matches!(self, Self::NoSkill(_) | Self::LevelTooLow { .. } | Self::RequirementNotMet | Self::OtherQueues)
    }

    /// The rule that keeps an agent who has nothing to do from a contact that the agent may serve, if that is why.
    pub const fn rule(self) -> Option<Rule> {
        if let Self::Rule(rule) = self { Some(rule) } else { None }
    }
}
