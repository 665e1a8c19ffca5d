//! A team at one moment: how many of its people are there, where they are counted rather than named.

/// How many are where.
#[derive(Debug, Clone, Default)]
pub(crate) struct TeamNow {
    /// People who are there and not about to go.
    pub(crate) present: u32,
    /// People who go home as soon as they finish, whoever that is first.
    pub(crate) surplus: u32,
    /// People at home, who comes first last in the list.
    pub(crate) at_home: Vec<u32>,
    /// People at work, counted or with shifts.
    pub(crate) at_work: u32,
}

impl TeamNow {
    /// Everybody at home.
    pub(super) fn new(agents: &std::ops::Range<u32>) -> Self {
        Self { present: 0, surplus: 0, at_work: 0, at_home: agents.clone().rev().collect() }
    }
}
