//! Cells: the numbers of one interval, laid out so that one contact touches few of them.

use crate::record::{Exit, OfferEnd, Outcome};
use crate::stats::Grade;

/// Stays of one type in one queue that began in one interval.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct StayCell {
    /// Stays by grade, but for those answered without any wait.
    pub(super) grades: [u32; Grade::COUNT],
    /// Stays answered without any wait.
    pub(super) at_once: u32,
    /// Contacts that came straight to this stay and were served there: an outcome that no cell of the type counts too.
    pub(super) served: u32,
    /// Waits that ended in an answer, in hanging up, in anything else [ticks].
    pub(super) waits: [u64; 3],
    /// Longest wait [ticks].
    pub(super) longest: u64,
    /// Talk and wrap-up of answered stays [ticks].
    pub(super) talk: u64,
    pub(super) wrap_up: u64,
}

impl StayCell {
    /// Stays by grade; an answer without any wait is in time, whatever the threshold.
    pub(super) fn all_grades(&self) -> [u32; Grade::COUNT] {
        let mut grades = self.grades;
        grades[Grade::AnsweredInTime as usize] += self.at_once;
        grades
    }
}

/// What happened to stays of one type in one queue that began in one interval, aside from talk.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct AsideCell {
    /// Times that work was put on hold.
    pub(super) interruptions: u32,
    /// Time on hold, and in nobody's hands [ticks].
    pub(super) on_hold: u64,
    pub(super) inactive: u64,
}

/// Contacts of one type that arrived in one interval.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct KindCell {
    /// Redials, reconnects, follow-ups and those whom the centre called.
    pub(super) came_again: [u32; 4],
    /// Contacts by outcome, but for those counted where they stayed.
    pub(super) outcomes: [u32; Outcome::ALL.len()],
    /// Customers who will not come again; of these, served ones; contacts they needed.
    pub(super) gone: [u32; 3],
    /// Time that the customers who will not come again waited [ticks].
    pub(super) customer_wait: u64,
}

/// Visits to flows of contacts of one type that arrived in one interval.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct FlowCell {
    /// Visits by how they ended.
    pub(super) exits: [u32; Exit::ALL.len()],
    /// Time in flows [ticks].
    pub(super) time: u64,
    /// Uses of self-service.
    pub(super) uses: u32,
    /// What they cost [millionths of the money unit].
    pub(super) cost: u64,
}

/// A queue in one interval.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct QueueCell {
    /// Contacts waiting, summed over time [contact-ticks].
    pub(super) area: u64,
    /// Most contacts waiting.
    pub(super) most: u32,
    /// Waits of contacts that were answered through another queue, or went from there [ticks].
    pub(super) beside: u64,
}

/// A team in one interval.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct TeamCell {
    /// People by state, summed over time [agent-ticks].
    pub(super) areas: [u64; crate::record::AgentState::COUNT],
    /// People past the end of their shift, summed over time [agent-ticks].
    pub(super) overtime: u64,
    /// Contacts answered.
    pub(super) answered: u32,
    /// Offers by how they ended, and their time [agent-ticks].
    pub(super) offers: [(u32, u64); OfferEnd::COUNT],
}

/// People of a team now.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct PeopleNow {
    /// People by state, but for those available; who have not come are counted below zero, so that all make none.
    pub(super) states: [Level; crate::record::AgentState::COUNT],
    /// People past the end of their shift.
    pub(super) overtime: Level,
    /// Contacts they have answered since the last look.
    pub(super) answered: u32,
}

/// Contacts waiting in a queue now.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct WaitingNow {
    pub(super) level: Level,
    /// Most there were since the last look.
    most: u32,
}

/// A number of things over time, and its sum over time since the last look.
///
/// Entering takes the moment off the sum and leaving puts it on: no product, no moment of the last change.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Level {
    /// How many there are; below zero of what is only taken away from.
    count: i32,
    /// Sum over time, short of `count` times now [ticks, wrapping].
    area: u64,
}

impl Level {
    /// One more.
    #[inline(always)]
    pub(super) fn rise(&mut self, now: u64) {
        self.count += 1;
        self.area = self.area.wrapping_sub(now);
    }

    /// One fewer.
    #[inline(always)]
    pub(super) fn fall(&mut self, now: u64) {
        self.count -= 1;
        self.area = self.area.wrapping_add(now);
    }

    /// The sum over time since the last look, which is now.
    pub(super) fn look(&mut self, now: u64) -> u64 {
        let standing = (i64::from(self.count) as u64).wrapping_mul(now);
        let area = self.area.wrapping_add(standing);
        self.area = standing.wrapping_neg();
        area
    }
}

impl WaitingNow {
    /// One more.
    #[inline(always)]
    pub(super) fn rise(&mut self, now: u64) {
        self.level.rise(now);
        self.most = self.most.max(self.level.count as u32);
    }

    /// Most there were since the last look, and their sum over time; the look is now.
    pub(super) fn look(&mut self, now: u64) -> (u32, u64) {
        (std::mem::replace(&mut self.most, self.level.count as u32), self.level.look(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_summed_over_time_from_look_to_look() {
        let mut waiting = WaitingNow::default();
        waiting.rise(10);
        waiting.rise(20);
        waiting.level.fall(50);
        // One from 10 to 100, another from 20 to 50.
        assert_eq!(waiting.look(100), (2, 120));
        // One from 100 to 130.
        assert_eq!(waiting.look(130), (1, 30));
    }
}
