//! Adding to numbers of which there is one for each of several ends or kinds.

use super::{Counts, Field};
use crate::record::{AttemptEnd, Exit, Fate, IssueEnd, OfferEnd, Transfer};

impl Counts {
    /// Adds to the visits to flows that ended like this.
    pub const fn add_exit(&mut self, exit: Exit, value: u64) {
        if exit.ends_visit() {
            self.add(Field::FlowVisits, value);
        }
        let field = match exit {
            Exit::Resolved => Field::ExitResolved,
            Exit::FalselyContained => Field::ExitFalselyContained,
            Exit::ZeroOut => Field::ExitZeroOut,
            Exit::Failed => Field::ExitFailed,
            Exit::Deflected => Field::ExitDeflected,
            Exit::AfterHours => Field::ExitAfterHours,
            Exit::Misrouted => Field::ExitMisrouted,
            Exit::Surveyed => Field::Surveyed,
            Exit::HungUp | Exit::Routed | Exit::Unfinished | Exit::PassedOn | Exit::Parted => return,
        };
        self.add(field, value);
    }

    /// Adds offers that ended like this, and their time [ticks].
    pub const fn add_offers(&mut self, how: OfferEnd, number: u64, time: u64) {
        self.0[Field::OfferAnswered as usize + how as usize] += number;
        let field = if matches!(how, OfferEnd::Answered) { Field::OfferTimeAnswered } else { Field::OfferTimeLost };
        self.add(field, time);
    }

    /// Adds attempts that ended like this.
    pub const fn add_attempts(&mut self, how: AttemptEnd, value: u64) {
        self.0[Field::DialLive as usize + how as usize] += value;
    }

    /// Adds records with this fate.
    pub const fn add_records(&mut self, fate: Fate, value: u64) {
        self.0[Field::RecordReached as usize + fate as usize] += value;
    }

    /// Adds issues that ended like this.
    pub const fn add_issues(&mut self, how: IssueEnd, value: u64) {
        self.0[Field::IssueResolved as usize + how as usize] += value;
    }

    /// Adds transfers of one kind.
    pub const fn add_transfers(&mut self, how: Transfer, value: u64) {
        self.0[Field::TransferCold as usize + how as usize] += value;
    }
}
