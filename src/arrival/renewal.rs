//! One arrival after another with independent gaps of any law.

use std::sync::Arc;

use super::{Make, Process, Source};
use crate::calendar::{Calendar, Steps};
use crate::family::{Complaint, Entry, Kind, Member, Need, Setting, Settings};
use crate::random::distribution::{DISTRIBUTIONS, make as distribution};
use crate::random::{Distribution, Purpose, Sampler, Stream, Streams};
use crate::units::{Instant, Span};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "renewal",
        summary: "One arrival after another with independent gaps: steadier or burstier than chance.",
        main: Some("gap"),
        settings: &[
            Setting {
                name: "gap",
                kind: Kind::Family(&DISTRIBUTIONS),
                need: Need::Required,
                summary: "Time between arrivals.",
            },
            Setting {
                name: "first",
                kind: Kind::Family(&DISTRIBUTIONS),
                need: Need::Optional,
                summary: "Time from the start to the first arrival; a gap if it is not given.",
            },
        ],
        example: "{ renewal = { gap = { gamma = { mean = \"15s\", cv = 2 } }, first = \"0s\" } }",
    },
    make,
};

fn make(settings: &Settings, calendar: &Calendar) -> Result<Arc<dyn Process>, Complaint> {
    let told = |name| settings.find_member(name).map(|chosen| distribution(&chosen)).transpose();
    let named = |name: &'static str| told(name).map_err(|complaint| Complaint { setting: Some(name), ..complaint });
    let gap = named("gap")?.unwrap_or_else(Distribution::never);
    // Shorter than the clock's tick, and time would stand still.
    if gap.mean() < Span::ticks(1).as_seconds() {
        let text = "the mean of `gap` is zero, expected a microsecond or more";
        return Err(Complaint::about("gap", text).help("`batch` lets many arrive at once"));
    }
    let first = named("first")?.unwrap_or_else(|| gap.clone());
    Ok(Arc::new(Renewal { gap, first, end: calendar.end() }))
}

/// A renewal process.
#[derive(Debug, Clone)]
pub struct Renewal {
    /// Time between arrivals.
    gap: Distribution,
    /// Time to the first arrival.
    first: Distribution,
    /// End of the horizon.
    end: Instant,
}

impl Process for Renewal {
    /// The rate of the long run; the first hours differ where the first gap does.
    fn expected(&self, calendar: &Calendar) -> Steps {
        Steps::constant(3_600.0 / self.gap.mean(), calendar.end())
    }

    fn source(&self, streams: &Streams, kind: u32) -> Source {
        let mut stream = streams.named(Purpose::Arrivals, kind);
        let next = Instant::START + self.first.sampler().draw(&mut stream);
        Source::Other(Box::new(Renewed { next, gap: self.gap.sampler(), stream, end: self.end }))
    }
}

#[derive(Debug)]
struct Renewed {
    next: Instant,
    gap: Sampler,
    stream: Stream,
    end: Instant,
}

impl Iterator for Renewed {
    type Item = Instant;

    fn next(&mut self) -> Option<Instant> {
        let arrival = self.next;
        if arrival >= self.end {
            return None;
        }
        self.next = arrival + self.gap.draw(&mut self.stream);
        Some(arrival)
    }
}
