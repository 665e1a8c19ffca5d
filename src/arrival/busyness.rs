//! Days and intervals that are busier than their rate says: random factors with mean 1.

use std::fmt::Debug;
use std::sync::Arc;

use crate::calendar::{Calendar, Steps};
use crate::family::{Kind, Need, Setting, Settings};
use crate::random::distribution::Gamma;
use crate::random::{Law, Purpose, Streams};
use crate::units::{Instant, Span};

/// The stream of days that several contact types share.
const SHARED: u32 = u32::MAX;
/// Marks the keys of intervals, so that they never meet the keys of days.
const INTERVAL: u64 = 1 << 32;
/// Variation below this is none.
const LEAST_CV: f64 = 1e-6;

/// What may be said of busyness.
pub(super) const BUSYNESS: [Setting; 3] = [
    Setting {
        name: "gamma_cv",
        kind: Kind::Number(0.0, 10.0),
        need: Need::Default("0"),
        summary: "Coefficient of variation of a gamma factor with mean 1 that each day draws for all its rates.",
    },
    Setting {
        name: "interval_gamma_cv",
        kind: Kind::Number(0.0, 10.0),
        need: Need::Default("0"),
        summary: "The same for a factor that each interval of length `every`, from midnight, draws: Poisson-gamma counts.",
    },
    Setting {
        name: "shared",
        kind: Kind::Flag,
        need: Need::Default("false"),
        summary: "Whether a busy day is busy for all contact types that say so; otherwise each type has its own days.",
    },
];

/// How busy days turn out. Correlated days, or days that remember the day before, are other implementations.
pub trait DayFactor: Send + Sync + Debug {
    /// The factor, of mean 1, of day number `day` for contact type `kind`.
    fn factor(&self, streams: &Streams, kind: u32, day: u32) -> f64;
}

/// Independent days with a gamma factor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GammaDays {
    law: Gamma,
    /// Whether all contact types take the same rank of the law on the same day.
    shared: bool,
}

/// Random factors on the rates of a process.
#[derive(Debug, Clone)]
pub(super) struct Busyness {
    /// One factor for each day.
    days: Option<Arc<dyn DayFactor>>,
    /// One factor for each interval.
    intervals: Option<Gamma>,
    /// Length of an interval.
    every: Span,
    calendar: Calendar,
}

impl GammaDays {
    /// Days that each contact type has for itself, of this coefficient of variation, a positive number.
    pub fn own(cv: f64) -> Self {
        Self { law: Gamma::with(1.0, cv), shared: false }
    }

    /// Days that are as busy for one contact type as for another, of this coefficient of variation.
    pub fn shared(cv: f64) -> Self {
        Self { shared: true, ..Self::own(cv) }
    }
}

impl DayFactor for GammaDays {
    fn factor(&self, streams: &Streams, kind: u32, day: u32) -> f64 {
        let mut stream = streams.keyed(Purpose::Busyness, if self.shared { SHARED } else { kind }, u64::from(day));
        // By inversion where laws of different spread must agree on how busy the day is.
        if self.shared { self.law.quantile(stream.uniform()) } else { self.law.sample(&mut stream) }
    }
}

impl Busyness {
    /// The factors asked for; `None` when rates stay as they are.
    pub(super) fn told(settings: &Settings, every: Span, calendar: &Calendar) -> Option<Self> {
        let gamma = |name| Some(settings.number(name)).filter(|cv| *cv >= LEAST_CV).map(|cv| Gamma::with(1.0, cv));
        let days = gamma("gamma_cv")
            .map(|law| -> Arc<dyn DayFactor> { Arc::new(GammaDays { law, shared: settings.flag("shared") }) });
        let intervals = gamma("interval_gamma_cv");
        let random = days.is_some() || intervals.is_some();
        random.then_some(Self { days, intervals, every, calendar: *calendar })
    }

    /// The rates cut where factors change.
    pub(super) fn cut(&self, rates: &Steps) -> Steps {
        let every = if self.intervals.is_some() { self.every } else { Span::minutes(24 * 60) };
        rates.cut(&self.calendar, every)
    }

    /// The rates of one replication, from rates that are already cut.
    pub(super) fn apply(&self, rates: &Steps, streams: &Streams, kind: u32) -> Steps {
        let end_of_first_day = self.calendar.days().nth(1).map_or(0, |day| day.midnight as u64);
        let (mut day, mut next_day) = (0, end_of_first_day);
        let mut factor = self.day(streams, kind, 0);
        let pieces = rates.pieces().map(|(from, to, rate)| {
            while next_day > 0 && from >= Instant::ticks(next_day) {
                (day, next_day) = (day + 1, next_day.saturating_add(Span::minutes(24 * 60).as_ticks()));
                factor = self.day(streams, kind, day);
            }
            (from, to, rate * factor * self.interval(streams, kind, from))
        });
        Steps::of(pieces, rates.end())
    }

    fn day(&self, streams: &Streams, kind: u32, day: u32) -> f64 {
        self.days.as_ref().map_or(1.0, |days| days.factor(streams, kind, day))
    }

    /// The factor of the interval, counted from midnight, that holds `from`.
    fn interval(&self, streams: &Streams, kind: u32, from: Instant) -> f64 {
        let into = self.calendar.since_midnight(from).as_ticks() % self.every.as_ticks().max(1);
        let key = INTERVAL + Span::minutes(24 * 60).as_ticks() + from.as_ticks() - into;
        let draw = |law: &Gamma| law.sample(&mut streams.keyed(Purpose::Busyness, kind, key));
        self.intervals.as_ref().map_or(1.0, draw)
    }
}
