//! Exits: how a visit to an IVR flow ended; every visit ends exactly once.

/// How a visit to a flow ended, by the last thing on the way that decided it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Exit {
    /// Self-service did what was wanted.
    Resolved,
    /// Self-service seemed to do what was wanted; the customer comes back.
    FalselyContained,
    /// The customer asked for an agent instead of going on.
    ZeroOut,
    /// A step failed: attempts were used up, nobody was recognised, data was not found, a task was not done.
    Failed,
    /// The customer was sent to another channel.
    Deflected,
    /// It was closed.
    AfterHours,
    /// A choice was taken for another.
    Misrouted,
    /// The customer hung up.
    HungUp,
    /// The contact went where it was meant to go.
    Routed,
    /// The run was cut while it lasted.
    Unfinished,
    /// The visit goes on in another flow, or there was a visit before it: counted there.
    PassedOn,
    /// After the talk, a survey was answered.
    Surveyed,
    /// After the talk, the customer left without having answered a survey.
    Parted,
}

impl Exit {
    /// Every exit, in the order of their numbers.
    pub const ALL: [Self; 13] = [
        Self::Resolved,
        Self::FalselyContained,
        Self::ZeroOut,
        Self::Failed,
        Self::Deflected,
        Self::AfterHours,
        Self::Misrouted,
        Self::HungUp,
        Self::Routed,
        Self::Unfinished,
        Self::PassedOn,
        Self::Surveyed,
        Self::Parted,
    ];

    /// Whether it ends a visit that stood before service, or in its place.
    pub const fn ends_visit(self) -> bool {
        (self as u8) <= Self::Unfinished as u8
    }

    /// The word in journals.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Resolved => "resolved",
            Self::FalselyContained => "falsely-contained",
            Self::ZeroOut => "zero-out",
            Self::Failed => "failed",
            Self::Deflected => "deflected",
            Self::AfterHours => "after-hours",
            Self::Misrouted => "misrouted",
            Self::HungUp => "hung-up",
            Self::Routed => "routed",
            Self::Unfinished => "unfinished",
            Self::PassedOn => "passed-on",
            Self::Surveyed => "surveyed",
            Self::Parted => "parted",
        }
    }

    /// Whether the word says what the outcome of the contact does not.
    pub const fn is_telling(self) -> bool {
        !matches!(self, Self::Resolved | Self::HungUp | Self::Routed | Self::Unfinished | Self::PassedOn | Self::Parted)
    }
}

#[cfg(test)]
mod tests {
    use super::Exit;

    #[test]
    fn exits_are_listed_in_the_order_of_their_numbers() {
        assert!(Exit::ALL.iter().enumerate().all(|(number, exit)| *exit as usize == number));
    }
}
