//! What a floor program counts: whole numbers, of the contacts that arrive after the warm-up.

/// Ticks in a minute; a tick is a microsecond.
pub(crate) const TICKS_PER_MINUTE: u64 = 60_000_000;
/// Contacts that arrive before this are not counted [ticks].
pub(crate) const WARM_UP: u64 = 200 * TICKS_PER_MINUTE;
/// Waits up to this are answered in time [ticks].
const IN_TIME: u64 = TICKS_PER_MINUTE / 3;

/// Counts of one run.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    /// Contacts that arrived after the warm-up.
    pub(crate) contacts: u64,
    /// Contacts that found nobody free.
    pub(crate) waited: u64,
    /// Contacts whose patience ended before an agent was free.
    pub(crate) abandoned: u64,
    /// Contacts that waited, and were answered within 20 seconds.
    pub(crate) answered_soon: u64,
    /// Contacts answered by a group of which they are the first skill; zero on W1.
    pub(crate) first_skill: u64,
    /// Sum of the waits of all contacts, answered or abandoned [ticks].
    pub(crate) waits: u64,
}

impl Counts {
    /// Mean wait of all contacts [minutes].
    pub(crate) fn mean_wait(&self) -> f64 {
        self.per_contact(self.waits) / TICKS_PER_MINUTE as f64
    }

    /// Share of contacts that found nobody free.
    pub(crate) fn waited_share(&self) -> f64 {
        self.per_contact(self.waited)
    }

    /// Share of contacts that abandoned.
    pub(crate) fn abandoned_share(&self) -> f64 {
        self.per_contact(self.abandoned)
    }

    /// Share of all contacts that were answered within 20 seconds.
    pub(crate) fn answered_in_time_share(&self) -> f64 {
        self.per_contact(self.contacts - self.waited + self.answered_soon)
    }

    /// Share of answered contacts whose group has them as first skill.
    pub(crate) fn first_skill_share(&self) -> f64 {
        self.first_skill as f64 / (self.contacts - self.abandoned) as f64
    }

    fn per_contact(&self, sum: u64) -> f64 {
        sum as f64 / self.contacts as f64
    }

    /// A contact that waited from `arrived` until it was answered.
    #[inline]
    pub(super) fn answer(&mut self, arrived: u64, wait: u64) {
        // Multiplying by 0 or 1 instead of branching: one path for contacts of the warm-up and others.
        let counted = u64::from(arrived >= WARM_UP);
        self.waited += counted;
        self.waits += counted * wait;
        self.answered_soon += counted & u64::from(wait <= IN_TIME);
    }

    /// A contact that waited from `arrived` until its patience ended.
    #[inline]
    pub(super) fn abandon(&mut self, arrived: u64, wait: u64) {
        let counted = u64::from(arrived >= WARM_UP);
        self.waited += counted;
        self.waits += counted * wait;
        self.abandoned += counted;
    }
}
