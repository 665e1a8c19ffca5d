//! Callbacks: offered and accepted, called and reached, and how long customers waited for them.

use super::Tally;
use crate::record::{CallbackTurn, ContactRecord};
use crate::stats::{Counts, Field};
use crate::units::Instant;

/// Callbacks of stays of one type in one queue that began in one interval.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CallbackCell {
    /// Accepted, declined, dialled, reached, connected, and of these in time.
    numbers: [u32; 6],
    /// From acceptance to connection [ticks].
    wait: u64,
}

/// The numbers, in their order.
const FIELDS: [Field; 6] = [
    Field::CallbackAccepted,
    Field::CallbackDeclined,
    Field::CallbackDialled,
    Field::CallbackReached,
    Field::CallbackConnected,
    Field::CallbackInTime,
];

impl Tally {
    /// Something happens with the callback of a contact.
    #[cold]
    pub(super) fn count_callback(&mut self, now: Instant, contact: &ContactRecord, turn: CallbackTurn) {
        let (at, _) = self.stay(contact);
        self.callbacks.resize(self.stays.len(), CallbackCell::default());
        let CallbackCell { numbers, wait } = &mut self.callbacks[at];
        match turn {
            CallbackTurn::Accepted => numbers[0] += 1,
            CallbackTurn::Declined => numbers[1] += 1,
            CallbackTurn::Dialled(_) => numbers[2] += 1,
            CallbackTurn::Reached(_) => numbers[3] += 1,
            CallbackTurn::NotReached(_) => {}
            CallbackTurn::Connected { accepted, promised } => {
                numbers[4] += 1;
                numbers[5] += u32::from(now <= promised);
                *wait += now.since(accepted).as_ticks();
            }
        }
    }

    /// Adds the callbacks of a cell.
    pub(super) fn add_callbacks(&self, cell: usize, counts: &mut Counts) {
        let Some(cell) = self.callbacks.get(cell) else { return };
        FIELDS.into_iter().zip(cell.numbers).for_each(|(field, number)| counts.add(field, u64::from(number)));
        counts.add(Field::CallbackWait, cell.wait);
    }
}
