//! Time: what is summed over time is booked at the end of each row.

use super::Tally;
use crate::record::AgentState;
use crate::units::Instant;

impl Tally {
    /// Moves on to the row of this moment, which is later than the present one.
    #[cold]
    pub(super) fn turn(&mut self, now: Instant) {
        while now >= self.row_ends {
            self.look(self.row_ends);
            if self.row == self.rows.last() {
                self.row_ends = Instant::NEVER;
                return;
            }
            self.row_ends = self.layout.starts(self.row + 1).min(self.layout.end);
            self.row += 1;
            self.first_stay = self.row * self.bounds.len();
        }
    }

    /// Books everything that is summed over time in the present row.
    pub(super) fn look(&mut self, now: Instant) {
        let ticks = now.as_ticks();
        let queues = self.waiting.len();
        for (waiting, cell) in self.waiting.iter_mut().zip(&mut self.queues[self.row * queues..]) {
            let (most, area) = waiting.look(ticks);
            cell.most = cell.most.max(most);
            cell.area = cell.area.wrapping_add(area);
        }
        let teams = self.people.len();
        for (people, cell) in self.people.iter_mut().zip(&mut self.teams[self.row * teams..]) {
            let mut available = 0_u64;
            for (level, area) in people.states.iter_mut().zip(&mut cell.areas) {
                let more = level.look(ticks);
                *area = area.wrapping_add(more);
                available = available.wrapping_sub(more);
            }
            let area = &mut cell.areas[AgentState::Available as usize];
            *area = area.wrapping_add(available);
            cell.overtime = cell.overtime.wrapping_add(people.overtime.look(ticks));
        }
        self.book_answers();
    }
}
