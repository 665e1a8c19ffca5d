//! The horizon: when the scenario plays, what is left out at its start, and how its time is cut into intervals.

use super::section::{default, finite, optional};
use crate::calendar::Calendar;
use crate::family::{Choice, Complaint, Kind, Setting, Settings};
use crate::stats::WaitsKept;
use crate::units::Span;

/// When a scenario plays.
#[derive(Debug, Clone)]
pub struct Horizon {
    /// Civil start and length.
    pub calendar: Calendar,
    /// Time at the start that no measure counts.
    pub warm_up: Span,
    /// Length of a reporting interval; intervals are counted from the end of the warm-up, the last may be shorter.
    pub interval: Span,
    /// What happens to contacts present at the end.
    pub at_end: AtEnd,
    /// Whether quantiles of waits are told for each interval, too.
    pub wait_quantiles: WaitsKept,
    /// Whether routing is diagnosed in every run.
    pub diagnostics: bool,
}

/// What happens at the end of the horizon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtEnd {
    /// Nothing new arrives; those present are served, leave or give up, agents stay until the last has gone.
    Drain,
    /// Everything stops; contacts present end as unfinished.
    Cut,
}

pub(super) static SETTINGS: &[Setting] = &[
    default(
        "start",
        Kind::DateTime,
        "\"2026-01-05T00:00\"",
        "civil date and time at which it begins, a Monday by default",
    ),
    default("length", Kind::Span, "\"1d\"", "how long contacts arrive; at most 10 years"),
    optional(
        "interval",
        Kind::Span,
        "length of a reporting interval; without, 30m for a length of up to 7 days and 1d beyond",
    ),
    default("warm_up", Kind::Span, "\"0s\"", "time at the start that no measure counts; less than `length`"),
    default("at_end", Kind::Choice(AT_END), "\"drain\"", "what happens to contacts present at the end"),
    default(
        "wait_quantiles",
        Kind::Choice(WAIT_QUANTILES),
        "\"in-total\"",
        "for what time `wait_p50` to `wait_p99` are told",
    ),
    default(
        "diagnostics",
        Kind::Flag,
        "false",
        "whether [diagnostics](explain.md#diagnostics) are measures of the run; every decision that leaves somebody \
         waiting is then looked into, which takes several times as long",
    ),
];

const AT_END: &[Choice] = &[
    Choice { word: "drain", summary: "nothing new arrives; those present are served, leave or give up" },
    Choice { word: "cut", summary: "everything stops; contacts present end as unfinished" },
];

const WAIT_QUANTILES: &[Choice] = &[
    Choice {
        word: "by-interval",
        summary: "for each interval too; takes some 4 kB for each interval and type in a queue",
    },
    Choice { word: "in-total", summary: "for the whole horizon after the warm-up" },
];

const DAY: Span = Span::minutes(24 * 60);
const LONGEST: Span = Span::minutes(24 * 60 * 3_653);
const MOST_INTERVALS: u64 = 1_000_000;

/// The horizon of these settings.
pub(super) fn build(settings: &Settings) -> Result<Horizon, Complaint> {
    let (length, warm_up) = (length(settings)?, finite(settings, "warm_up")?);
    if warm_up >= length {
        let text = format!("a warm-up of `{warm_up}` leaves nothing of a length of `{length}`");
        return Err(Complaint::about("warm_up", text).help("make the horizon longer or the warm-up shorter"));
    }
    let interval = interval(settings, length)?;
    let at_end = if settings.choice("at_end") == "cut" { AtEnd::Cut } else { AtEnd::Drain };
    let by_interval = settings.choice("wait_quantiles") == "by-interval";
    let wait_quantiles = if by_interval { WaitsKept::ByInterval } else { WaitsKept::Together };
    let calendar = Calendar { start: settings.date_time("start"), length };
    let diagnostics = settings.flag("diagnostics");
    Ok(Horizon { calendar, warm_up, interval, at_end, wait_quantiles, diagnostics })
}

fn length(settings: &Settings) -> Result<Span, Complaint> {
    let length = settings.span("length");
    if length == Span::ZERO || length > LONGEST {
        let text = format!("found a length of `{length}`, expected more than 0s and at most 10 years");
        return Err(Complaint::about("length", text).help("a day is \"1d\", a week \"1w\", a year \"365d\""));
    }
    Ok(length)
}

fn interval(settings: &Settings, length: Span) -> Result<Span, Complaint> {
    let usual = if length.as_ticks() <= 7 * DAY.as_ticks() { Span::minutes(30) } else { DAY };
    let interval = settings.find_span("interval").unwrap_or(usual);
    if interval == Span::ZERO || length.as_ticks() / interval.as_ticks().max(1) > MOST_INTERVALS {
        let text = format!("intervals of `{interval}` cut `{length}` into too many pieces, expected at most a million");
        return Err(Complaint::about("interval", text).help("30m is usual"));
    }
    Ok(interval)
}
