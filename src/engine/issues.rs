//! Issues: what is known of customers over their contacts; kept only where the scenario follows them.

use std::collections::BTreeMap;

use super::contact::NONE;
use crate::record::{ContactRecord, IssueRecord};
use crate::units::{Instant, Span};

/// By type and number of the customer.
pub(crate) type Customer = (u32, u64);

/// Issues that have not ended, by who comes about them next or is there.
#[derive(Debug, Default)]
pub(crate) struct Issues {
    pub(crate) of: BTreeMap<Customer, Issue>,
}

/// One issue so far.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says something else of where it stands")]
pub(crate) struct Issue {
    /// What others will be told of it.
    pub(crate) record: IssueRecord,
    /// Who has been told what it is about, and in which queue.
    pub(crate) heard: Vec<(u32, u32)>,
    /// Who talked to the customer last.
    pub(crate) server: u32,
    /// What the present talk takes longer, as something is explained again in it.
    pub(crate) again: Span,
    /// Answers so far; names the chance of the next explanation.
    pub(crate) answers: u64,
    /// Whether an agent has answered the present contact.
    pub(crate) answered: bool,
    /// Whether the last talk, or self-service, did not help.
    pub(crate) unresolved: bool,
    /// Whether the customer would come again after the end of the run.
    pub(crate) goes_on: bool,
    /// Whether the customer of another contact would come about it after the end of the run.
    pub(crate) beyond: bool,
    /// Who comes about it next: the customer of a contact of another type.
    pub(crate) next: Option<Customer>,
}

impl Issue {
    /// An issue whose first contact came then.
    pub(crate) fn opened(contact: &ContactRecord, at: Instant) -> Self {
        Self {
            record: IssueRecord::opened(contact.kind, contact.customer, at),
            heard: Vec::new(),
            server: NONE,
            again: Span::ZERO,
            answers: 0,
            answered: false,
            unresolved: false,
            goes_on: false,
            beyond: false,
            next: None,
        }
    }
}

impl Issues {
    /// The issue that a contact is about.
    pub(crate) fn of(&mut self, contact: &ContactRecord) -> &mut Issue {
        self.of.entry(customer(contact)).or_insert_with(|| Issue::opened(contact, contact.arrived))
    }
}

/// Whose contact it is.
pub(crate) fn customer(contact: &ContactRecord) -> Customer {
    (contact.kind.0, contact.customer)
}
