//! Exactly so many in each interval, anywhere within it.

use std::sync::Arc;

use super::{Make, Process, Source};
use crate::calendar::{COUNTS, Calendar, EVERY, FROM, REPEAT, Steps, profile};
use crate::family::{Complaint, Entry, Member, Need, Setting, Settings};
use crate::random::mathematics::expm1;
use crate::random::{Purpose, Stream, Streams};
use crate::units::{Instant, Span};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "fixed",
        summary: "Exactly so many in each interval, anywhere within it: no chance in how many, only in when.",
        main: Some("counts"),
        settings: &[
            Setting {
                name: "counts",
                kind: COUNTS,
                need: Need::Required,
                summary: "Arrivals in each interval of length `every`; one number is for every interval. An interval \
                          that the run cuts keeps its part, rounded.",
            },
            EVERY,
            FROM,
            REPEAT,
        ],
        example: "{ fixed = { counts = [12, 20, 16], every = \"1h\", from = \"08:00\" } }",
    },
    make,
};

fn make(settings: &Settings, calendar: &Calendar) -> Result<Arc<dyn Process>, Complaint> {
    let every = settings.span("every");
    let counts = profile(settings, "counts", calendar)?;
    let intervals = counts.pieces().flat_map(|piece| intervals(piece, every));
    let kept = |(from, to, count): (Instant, Instant, f64)| {
        let part = to.since(from).as_seconds() / every.as_seconds();
        (from, to, (count * part).round())
    };
    Ok(Arc::new(Fixed { counts: Arc::new(Steps::of(intervals.map(kept), calendar.end())) }))
}

/// The intervals that a piece of one count is made of, the last perhaps cut short.
fn intervals((from, to, count): (Instant, Instant, f64), every: Span) -> impl Iterator<Item = (Instant, Instant, f64)> {
    let later = move |start: &Instant| Some(*start + every).filter(|next| *next < to);
    std::iter::successors(Some(from), later).map(move |start| (start, (start + every).min(to), count))
}

/// Given counts, placed uniformly.
#[derive(Debug, Clone)]
pub struct Fixed {
    /// Arrivals in each piece [whole numbers].
    counts: Arc<Steps>,
}

impl Process for Fixed {
    fn expected(&self, calendar: &Calendar) -> Steps {
        let rate = |(from, to, count): (Instant, Instant, f64)| {
            let hours = to.since(from).as_hours();
            (from, to, if hours > 0.0 { count / hours } else { 0.0 })
        };
        Steps::of(self.counts.pieces().map(rate), calendar.end())
    }

    fn source(&self, streams: &Streams, kind: u32) -> Source {
        let counts = Arc::clone(&self.counts);
        let placed = Placed {
            counts,
            piece: 0,
            left: 0,
            position: 0.0,
            end: 0.0,
            stream: streams.named(Purpose::Arrivals, kind),
        };
        Source::Other(Box::new(placed))
    }
}

/// The arrivals of one piece after the other, each the first of what is left.
#[derive(Debug)]
struct Placed {
    counts: Arc<Steps>,
    /// The next piece to enter.
    piece: usize,
    /// Arrivals still to come in the present piece.
    left: u64,
    /// The last arrival [ticks].
    position: f64,
    /// End of the present piece [ticks].
    end: f64,
    stream: Stream,
}

impl Iterator for Placed {
    type Item = Instant;

    fn next(&mut self) -> Option<Instant> {
        while self.left == 0 {
            let (from, to, count) = self.counts.piece(self.piece)?;
            self.piece += 1;
            (self.left, self.position, self.end) = (count as u64, from.as_ticks() as f64, to.as_ticks() as f64);
        }
        // The least of `left` uniform numbers is 1 - U^(1/left).
        let share = -expm1(-self.stream.exponential() / self.left as f64);
        self.position += (self.end - self.position) * share;
        self.left -= 1;
        Some(Instant::ticks(self.position.min(self.end - 1.0) as u64))
    }
}
