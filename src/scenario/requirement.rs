//! Requirements: what an agent must be able to do or be, as a condition over skills and attributes.
//!
//! Everybody in a team is alike, so a requirement is met by a whole team or by nobody in it.

use super::Team;
use crate::expression::{Formula, Vocabulary, Wanted, read};
use crate::units::SkillId;

/// A condition over the skills and attributes of a team.
#[derive(Debug, Clone, PartialEq)]
pub struct Requirement {
    /// As the file writes it.
    pub text: String,
    /// Its fields are positions in `Team::traits`.
    formula: Formula,
}

impl Requirement {
    /// A requirement that the reader has found to be right.
    pub(super) fn new(text: String, traits: &Vocabulary) -> Self {
        let formula = read(&text, traits, Wanted::Truth).expect("the reader refuses a wrong requirement");
        Self { text, formula }
    }

    /// Whether the people of a team meet it.
    pub fn is_met_by(&self, team: &Team) -> bool {
        self.formula.holds(&team.traits)
    }

    /// Whether the people of a team would meet it if they had these skills at any level.
    pub(super) fn is_met_without(&self, dropped: &[SkillId], team: &Team) -> bool {
        if dropped.is_empty() {
            return self.is_met_by(team);
        }
        let mut traits = team.traits.clone();
        for skill in dropped {
            traits[skill.index()] = f64::from(u16::MAX);
        }
        self.formula.holds(&traits)
    }

    /// Whether it looks at this skill.
    pub fn asks_for(&self, skill: SkillId) -> bool {
        self.looks_at(skill.index())
    }

    /// Whether it looks at this one of `Team::traits`.
    pub(super) fn looks_at(&self, position: usize) -> bool {
        self.formula.fields().contains(&position)
    }

    /// Whether it is the same for every team, whatever its skills.
    pub(super) fn is_constant(&self) -> bool {
        self.formula.fields().is_empty()
    }
}
