//! Transfers: an agent passes a contact on, or asks somebody else about it.

use crate::units::{AgentId, QueueId, TeamId};

/// What an agent does who does not finish a contact alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Transfer {
    /// Sends it to another queue, and is done with it.
    Cold,
    /// Stays with the customer until somebody answers in another queue, tells that one, and leaves.
    Warm,
    /// Asks somebody in another queue while the customer waits, and finishes it alone.
    Consult,
    /// Takes somebody of another queue in, and stays until the end.
    Conference,
}

impl Transfer {
    /// Every kind, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Cold, Self::Warm, Self::Consult, Self::Conference];

    /// The word in files and journals.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Cold => "cold",
            Self::Warm => "warm",
            Self::Consult => "consult",
            Self::Conference => "conference",
        }
    }

    /// Whether the customer goes over to somebody else.
    pub const fn passes_on(self) -> bool {
        matches!(self, Self::Cold | Self::Warm)
    }
}

/// A transfer as it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandOver {
    /// Of which kind it is.
    pub how: Transfer,
    /// Where it goes; `None`: back into the flow in which the customer was misunderstood.
    pub to: Option<QueueId>,
    /// Transfers of the contact so far, this one included; questions and conferences are none.
    pub number: u16,
    /// Who has talked to the customer until now.
    pub agent: AgentId,
    /// Of which team that is.
    pub team: TeamId,
}

#[cfg(test)]
mod tests {
    use super::Transfer;

    #[test]
    fn transfers_are_listed_in_the_order_of_their_numbers() {
        assert!(Transfer::ALL.iter().enumerate().all(|(number, how)| *how as usize == number));
    }
}
