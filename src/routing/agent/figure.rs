//! Figures: the numbers that agents are compared by; they name what is asked for and hold no value.

/// Which end of a number goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// The lowest.
    Lowest,
    /// The highest.
    Highest,
}

/// A number that everybody in a team shares; it may depend on the contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TeamFigure {
    /// Level in the skill that the contact needs [0 where it needs none].
    Level,
    /// Sum of the levels in all skills that the contact names.
    LevelSum,
    /// Number of skills.
    Skills,
    /// Cost of a person [money per hour].
    Cost,
    /// How many times as long the contact takes [1 is normal].
    TimeFactor,
    /// A skill's level or an attribute: position in `Team::traits`.
    Trait(usize),
}

/// A number of the agent's own, as it is when the contact looks for an agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Time since something happened to the agent, or since what else starts the clock [ticks].
    Idle(Since, Resets),
    /// Share of the time since coming to work, breaks aside, with a contact in hand [0 to 1].
    Occupancy,
    /// Contacts taken.
    Answered(Window),
    /// Time with customers, of contacts that are over [ticks].
    TalkTime(Window),
    /// Talk and wrap-up per contact that is over [ticks]; 0 without one.
    MeanHandleTime(Window),
    /// Contacts in hand.
    Load,
    /// Share of the capacity that is free [0 to 1].
    Spare,
    /// Place in the file [0 is the first].
    Order,
}

/// What starts an idle clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// Becoming available for the contact's channel.
    Available,
    /// The end of the last contact, wrap-up included; coming to work where there was none.
    LastEnd,
    /// The same, of contacts of the queue alone.
    LastEndThisQueue,
    /// Taking the last contact; coming to work where there was none.
    LastAssignment,
    /// The same, of contacts of the contact's channel alone.
    LastAssignmentThisChannel,
    /// The last offer, whatever became of it; coming to work where there was none.
    LastOffer,
    /// Having no contact in hand any more.
    NoContact,
    /// Coming to work.
    Login,
}

/// What else starts an idle clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resets {
    /// Whether the end of a break does.
    pub breaks: bool,
    /// Whether a missed contact does.
    pub misses: bool,
    /// What coming to work does.
    pub login: AtLogin,
}

/// What coming to work does to an idle clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtLogin {
    /// It starts the clock.
    Starts,
    /// Until something starts the clock, the agent counts as idle for ever.
    First,
    /// Nothing: the clock runs on from before.
    RunsOn,
}

impl Resets {
    /// Only coming to work.
    pub const USUAL: Self = Self { breaks: false, misses: false, login: AtLogin::Starts };
}

/// What a count or a time goes back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// Coming to work.
    Login,
    /// The last midnight.
    Midnight,
}

impl First {
    /// What a number is multiplied by so that the lowest product goes first.
    pub const fn sign(self) -> f64 {
        match self {
            Self::Lowest => 1.0,
            Self::Highest => -1.0,
        }
    }
}

impl Reading {
    /// Whether it is known only where clocks are kept for every agent.
    pub const fn needs_clocks(self) -> bool {
        !matches!(self, Self::Idle(Since::Available, _) | Self::Load | Self::Spare | Self::Order)
    }
}
