//! What a log recorded, again: the same arrivals in every replication.

use std::sync::Arc;

use jiff::civil::DateTime;

use super::process::tally;
use super::{LeftOut, Make, Process, Source};
use crate::calendar::{Calendar, Steps};
use crate::family::{Choice, Complaint, Entry, Kind, Located, Member, Need, Setting, Settings, Value};
use crate::random::Streams;
use crate::units::{Clock, Instant, Span, TICKS_PER_SECOND};

const TIME: Kind = Kind::Either(&[Kind::Clock, Kind::DateTime, Kind::Number(0.0, 1e12)]);
const DAY: i64 = 86_400 * TICKS_PER_SECOND as i64;

const REPLAYS: [Choice; 3] = [
    Choice {
        word: "dates",
        summary: "Dates are those of the run; times of day are of its first day; numbers are seconds from its start.",
    },
    Choice { word: "align", summary: "Dates are moved so that the earliest falls on the first day of the run." },
    Choice { word: "daily", summary: "All times of day, whatever the date, come again each day of the run." },
];

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "trace",
        summary: "What a log recorded, again: the same arrivals in every replication.",
        main: Some("times"),
        settings: &[
            Setting {
                name: "times",
                kind: Kind::Series(&TIME),
                need: Need::Required,
                summary: "When contacts arrived, in any order: times of day, dates with times, or seconds.",
            },
            Setting {
                name: "replay",
                kind: Kind::Choice(&REPLAYS),
                need: Need::Default("\"dates\""),
                summary: "Which days the times belong to.",
            },
        ],
        example: "{ trace = { times = [\"08:00:12\", \"08:00:47\", \"08:03\"] } }",
    },
    make,
};

fn make(settings: &Settings, calendar: &Calendar) -> Result<Arc<dyn Process>, Complaint> {
    let times = settings.list("times");
    let trace = match settings.choice("replay") {
        "daily" => Trace::daily(&times, calendar),
        "align" => Trace::once(&times, calendar, shift(&times, calendar)),
        _ => Trace::once(&times, calendar, 0),
    };
    if !times.is_empty() && trace.arrivals().next().is_none() {
        let (count, start) = (times.len(), calendar.start);
        let text = format!("none of the {count} times lies within the run of {} from {start}", calendar.length);
        return Err(Complaint::about("times", text).help("write `replay = \"align\"`, or change the start of the run"));
    }
    Ok(Arc::new(trace))
}

/// What moves the earliest date to the first day of the run [ticks].
fn shift(times: &[Located], calendar: &Calendar) -> i64 {
    let dates = times.iter().filter_map(|located| match located.value {
        Value::DateTime(date_time) => Some(date_time.date()),
        _ => None,
    });
    dates.min().map_or(0, |first| {
        let days = calendar.start.date().duration_since(first).as_hours() / 24;
        days.saturating_mul(DAY)
    })
}

/// Recorded arrivals.
#[derive(Debug, Clone)]
pub struct Trace {
    /// Recorded times, sorted [ticks after each midnight].
    times: Arc<[i64]>,
    /// The midnights after which they are replayed [ticks from the start of the horizon].
    midnights: Arc<[i64]>,
    /// End of the horizon [ticks].
    end: i64,
    /// Recorded times outside the horizon.
    left_out: Option<LeftOut>,
}

impl Trace {
    /// These recorded times, each with its ticks after each of these midnights.
    fn of(recorded: &[Located], tick: impl Fn(&Located) -> i64, midnights: Vec<i64>, calendar: &Calendar) -> Self {
        let mut times: Vec<i64> = recorded.iter().map(tick).collect();
        let end = i64::try_from(calendar.end().as_ticks()).unwrap_or(i64::MAX);
        let played = |ticks: i64| midnights.iter().any(|midnight| (0..end).contains(&midnight.saturating_add(ticks)));
        let outside = || recorded.iter().zip(&times).filter(|(_, ticks)| !played(**ticks));
        let (count, of) = (outside().count(), recorded.len());
        let left_out = outside().next().map(|(first, _)| LeftOut { count, of, first: first.place });
        times.sort_unstable();
        Self { times: times.into(), midnights: midnights.into(), end, left_out }
    }

    /// Each time once, dates moved by `shift` [ticks].
    fn once(times: &[Located], calendar: &Calendar, shift: i64) -> Self {
        let first_midnight = calendar.days().next().map_or(0, |day| day.midnight);
        let tick = |located: &Located| match located.value {
            Value::Clock(clock) => first_midnight + of_clock(clock),
            Value::DateTime(date_time) => since(calendar.start, date_time).saturating_add(shift),
            ref other => of_number(other),
        };
        Self::of(times, tick, vec![0], calendar)
    }

    /// Each time of day once a day.
    fn daily(times: &[Located], calendar: &Calendar) -> Self {
        let tick = |located: &Located| match located.value {
            Value::Clock(clock) => of_clock(clock),
            Value::DateTime(date_time) => since(date_time.date().to_datetime(jiff::civil::Time::midnight()), date_time),
            ref other => of_number(other) % DAY,
        };
        Self::of(times, tick, calendar.days().map(|day| day.midnight).collect(), calendar)
    }

    /// Every arrival of a run, in order.
    fn arrivals(&self) -> impl Iterator<Item = Instant> + Send + use<> {
        let (times, midnights, end) = (Arc::clone(&self.times), Arc::clone(&self.midnights), self.end);
        let (per_day, all) = (times.len(), times.len() * midnights.len());
        (0..all)
            .map(move |index| midnights[index / per_day].saturating_add(times[index % per_day]))
            .skip_while(|ticks| *ticks < 0)
            .take_while(move |ticks| *ticks < end)
            .map(|ticks| Instant::ticks(ticks as u64))
    }
}

fn of_clock(clock: Clock) -> i64 {
    clock.since_midnight().as_ticks() as i64
}

fn since(start: DateTime, date_time: DateTime) -> i64 {
    i64::try_from(date_time.duration_since(start).as_micros()).unwrap_or(i64::MAX)
}

fn of_number(value: &Value) -> i64 {
    match value {
        Value::Number(seconds) => i64::try_from(Span::seconds(*seconds).as_ticks()).unwrap_or(i64::MAX),
        other => panic!("a recorded time is a time of day, a date or seconds: {other:?}"),
    }
}

impl Process for Trace {
    fn expected(&self, calendar: &Calendar) -> Steps {
        tally(self.arrivals().map(|arrival| (arrival, 1.0)), calendar)
    }

    fn source(&self, _streams: &Streams, _kind: u32) -> Source {
        Source::Other(Box::new(self.arrivals()))
    }

    fn left_out(&self) -> Option<LeftOut> {
        self.left_out
    }
}
