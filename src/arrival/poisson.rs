//! Independent customers: arrivals by chance at a rate that may change through the day and with how busy it is.

use std::sync::Arc;

use super::busyness::{BUSYNESS, Busyness};
use super::source::{self, Piece};
use super::{Make, Process, Source};
use crate::calendar::{AMOUNTS, Calendar, EVERY, FROM, RATES, REPEAT, Steps, profile};
use crate::family::{Complaint, Entry, Kind, Member, Need, Setting, Settings};
use crate::random::{Purpose, Streams};
use crate::units::Instant;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "poisson",
        summary: "Independent customers: arrivals by chance at a rate that may change through the day.",
        main: Some("rate"),
        settings: &[
            Setting {
                name: "rate",
                kind: RATES,
                need: Need::Optional,
                summary: "Arrivals per unit of time (bare numbers: per hour), one for all or by interval.",
            },
            Setting {
                name: "counts",
                kind: AMOUNTS,
                need: Need::Optional,
                summary: "Instead of `rate`: expected arrivals in each interval of length `every`.",
            },
            EVERY,
            FROM,
            REPEAT,
            Setting {
                name: "busyness",
                kind: Kind::Table(&BUSYNESS),
                need: Need::Optional,
                summary: "How much busier or quieter than expected days and intervals turn out.",
            },
        ],
        example: "\"240/h\"",
    },
    make,
};

fn make(settings: &Settings, calendar: &Calendar) -> Result<Arc<dyn Process>, Complaint> {
    let rates = match (settings.find("rate").is_some(), settings.find("counts").is_some()) {
        (true, false) => profile(settings, "rate", calendar)?,
        (false, true) => {
            let hours = settings.span("every").as_hours();
            profile(settings, "counts", calendar)?.map(|count| count / hours)
        }
        (true, true) => {
            let text = "`counts` and `rate` say the same thing twice, expected one";
            return Err(Complaint::about("counts", text).help("remove one"));
        }
        (false, false) => return Err(Complaint::whole("nothing says how many; expected `rate` or `counts`")),
    };
    let told = settings.find_table("busyness");
    let busyness = told.and_then(|told| Busyness::told(&told, settings.span("every"), calendar));
    Ok(Arc::new(Poisson::of(&rates, busyness)))
}

/// A Poisson process, or a mixture of them over busy and quiet days.
#[derive(Debug, Clone)]
pub struct Poisson {
    /// Arrivals [per hour], cut where factors change.
    rates: Steps,
    /// The same without factors, ready to draw.
    pieces: Arc<[Piece]>,
    busyness: Option<Busyness>,
}

impl Poisson {
    /// Arrivals at one rate [per hour] until `end`.
    pub fn constant(per_hour: f64, end: Instant) -> Self {
        Self::of(&Steps::constant(per_hour, end), None)
    }

    fn of(rates: &Steps, busyness: Option<Busyness>) -> Self {
        let merged = rates.merged();
        let rates = busyness.as_ref().map_or(merged.clone(), |busyness| busyness.cut(&merged));
        Self { rates, pieces: source::pieces(&merged), busyness }
    }
}

impl Process for Poisson {
    fn expected(&self, _calendar: &Calendar) -> Steps {
        self.rates.merged()
    }

    fn source(&self, streams: &Streams, kind: u32) -> Source {
        let stream = streams.named(Purpose::Arrivals, kind);
        match &self.busyness {
            None => source::poisson(&self.pieces, stream),
            Some(busyness) => source::poisson(&source::pieces(&busyness.apply(&self.rates, streams, kind)), stream),
        }
    }
}
