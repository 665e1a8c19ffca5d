//! One replication played for a listener: nothing is counted, and it is the same story that the study counts.

use super::{Study, StudyError};
use crate::engine::{Ending, play};
use crate::random::Streams;
use crate::record::Observer;

impl Study<'_> {
    /// Plays the replication of this number before a listener; batch means have only number 0, the one long run.
    pub fn listen(&self, replication: u64, listener: impl Observer) -> Result<Ending, StudyError> {
        if self.batches() && replication > 0 {
            return Err(StudyError::BatchesFromTheMiddle(replication));
        }
        Ok(play(self.plan, Streams::new(self.seed, replication), listener))
    }
}
