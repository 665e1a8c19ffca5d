//! Many at once: a campaign goes out, a line goes down.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use super::moments::{AT, DAYS, moments};
use super::process::tally;
use super::{Make, Process, Source};
use crate::calendar::{Calendar, Steps};
use crate::family::{Choice, Complaint, Entry, Kind, Member, Need, Setting, Settings};
use crate::random::distribution::{DISTRIBUTIONS, make as distribution};
use crate::random::mathematics::{ln, log1p};
use crate::random::{Distribution, Purpose, Sampler, Stream, Streams};
use crate::units::{Instant, Span};

const VARIES: [Choice; 3] = [
    Choice { word: "not", summary: "Exactly `size`." },
    Choice { word: "poisson", summary: "Poisson: each of very many customers comes by chance." },
    Choice { word: "geometric", summary: "Geometric, at least 1: mostly small, sometimes large." },
];

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "batch",
        summary: "Many at once, or soon after each other: a campaign goes out, a line goes down.",
        main: None,
        settings: &[
            AT,
            DAYS,
            Setting {
                name: "size",
                kind: Kind::Count(1, 1_000_000),
                need: Need::Required,
                summary: "Expected number of contacts in each batch.",
            },
            Setting {
                name: "varies",
                kind: Kind::Choice(&VARIES),
                need: Need::Default("\"not\""),
                summary: "How the number turns out.",
            },
            Setting {
                name: "spread",
                kind: Kind::Family(&DISTRIBUTIONS),
                need: Need::Default("\"0s\""),
                summary: "How long after the moment each contact arrives.",
            },
        ],
        example: "{ batch = { at = \"10:00\", size = 200, spread = { exponential = \"10m\" } } }",
    },
    make,
};

fn make(settings: &Settings, calendar: &Calendar) -> Result<Arc<dyn Process>, Complaint> {
    let size = match settings.choice("varies") {
        "not" => Size::Exact(settings.count("size")),
        "poisson" => Size::Poisson(settings.count("size") as f64),
        _ => Size::Geometric(settings.count("size") as f64),
    };
    let spread = distribution(&settings.member("spread"))
        .map_err(|complaint| Complaint { setting: Some("spread"), ..complaint })?;
    Ok(Arc::new(Batch::of(moments(settings, calendar)?, size, spread, calendar.end())))
}

/// How many contacts a batch has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Size {
    /// Always so many.
    Exact(u64),
    /// Poisson with this mean.
    Poisson(f64),
    /// Geometric from 1 with this mean, at least 1.
    Geometric(f64),
}

/// Contacts in batches.
#[derive(Debug, Clone)]
pub struct Batch {
    /// When batches begin, in order.
    moments: Arc<[Instant]>,
    size: Size,
    /// How long after the beginning each contact arrives.
    spread: Distribution,
    /// End of the horizon.
    end: Instant,
}

impl Batch {
    /// Batches of this size that begin at these moments, in order.
    pub fn of(moments: Vec<Instant>, size: Size, spread: Distribution, end: Instant) -> Self {
        Self { moments: moments.into(), size, spread, end }
    }
}

impl Size {
    fn mean(self) -> f64 {
        match self {
            Self::Exact(size) => size as f64,
            Self::Poisson(mean) | Self::Geometric(mean) => mean,
        }
    }

    fn draw(self, stream: &mut Stream) -> u64 {
        match self {
            Self::Exact(size) => size,
            Self::Poisson(mean) => count_until(mean, stream),
            Self::Geometric(mean) if mean <= 1.0 => 1,
            Self::Geometric(mean) => 1 + (ln(stream.uniform()) / log1p(-1.0 / mean)) as u64,
        }
    }
}

/// Arrivals of a Poisson process of rate 1 before `time`.
fn count_until(time: f64, stream: &mut Stream) -> u64 {
    let (mut count, mut at) = (0, stream.exponential());
    while at < time {
        count += 1;
        at += stream.exponential();
    }
    count
}

impl Process for Batch {
    /// Each batch is counted where its contacts arrive on average.
    fn expected(&self, calendar: &Calendar) -> Steps {
        let delay = Span::seconds(self.spread.mean());
        tally(self.moments.iter().map(|moment| (*moment + delay, self.size.mean())), calendar)
    }

    fn source(&self, streams: &Streams, kind: u32) -> Source {
        Source::Other(Box::new(Spreading {
            moments: Arc::clone(&self.moments),
            begun: 0,
            coming: BinaryHeap::new(),
            size: self.size,
            sizes: streams.named(Purpose::Batch, kind),
            spread: self.spread.sampler(),
            delays: streams.named(Purpose::Arrivals, kind),
            end: self.end,
        }))
    }
}

/// Batches that have begun and whose contacts are still coming.
#[derive(Debug)]
struct Spreading {
    moments: Arc<[Instant]>,
    /// How many batches have begun.
    begun: usize,
    /// Arrivals still to come out of them.
    coming: BinaryHeap<Reverse<Instant>>,
    size: Size,
    sizes: Stream,
    spread: Sampler,
    delays: Stream,
    end: Instant,
}

impl Spreading {
    fn begin(&mut self, moment: Instant) {
        self.begun += 1;
        for _ in 0..self.size.draw(&mut self.sizes) {
            let arrival = moment + self.spread.draw(&mut self.delays);
            if arrival < self.end {
                self.coming.push(Reverse(arrival));
            }
        }
    }
}

impl Iterator for Spreading {
    type Item = Instant;

    fn next(&mut self) -> Option<Instant> {
        while let Some(moment) = self.moments.get(self.begun).copied() {
            if self.coming.peek().is_some_and(|Reverse(first)| *first <= moment) {
                break;
            }
            self.begin(moment);
        }
        self.coming.pop().map(|Reverse(arrival)| arrival)
    }
}
