//! Plain plans: what most centres do without, so that the engine has a course compiled without looking for it.

use super::{Choose, Need, Plan, Rules};
use crate::scenario::AtShiftEnd;

/// How the engine plays a plan; where both will do, they give the same to the last bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// Looking for everything that a plan may ask for.
    General,
    /// Without what plain plans do without, for those alone.
    Plain,
}

impl Plan {
    /// The plain course where there is one channel, whole agents all work at one pace, answer at once and never hand a
    /// contact back, nothing asks for the state of the centre, nobody is called or asked, and an index serves the orders of agents and contacts.
    /// What changes any of this must be named here.
    pub(super) fn quickest_course(&self) -> Course {
        let plain = self.one_seat
            && self.one_pace
            && self.teams.iter().all(|team| team.offers.is_none() && team.at_shift_end == AtShiftEnd::Finish)
            && !self.notes_answers()
            && !self.has_holds()
            && !self.rules.any
            && !self.looks_closer
            && !self.beside
            && !self.rules.looks_at_talks()
            && !self.dials()
            && self.after_calls.is_empty()
            && !self.wrap_ups_free_room
            && !self.sees_late
            && self.ranking.is_indexed()
            && !self.ranking.is_special
            && self.needs.iter().all(Need::is_at_hand);
        if plain { Course::Plain } else { Course::General }
    }
}

impl Rules {
    /// Whether talks are looked at as they begin.
    #[inline(always)]
    pub const fn looks_at_talks(&self) -> bool {
        self.passes_on || self.issues
    }
}

impl Need {
    /// Whether the bench has the next agent at hand, whoever else stays free.
    fn is_at_hand(&self) -> bool {
        matches!(self.choose, Choose::LongestIdle | Choose::FixedOrder) && self.holds.is_empty()
    }
}
