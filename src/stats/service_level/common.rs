//! What every definition of service level can be told, and how it is made from that.

use super::{BookedIn, ClockStart, Grade, OpenTime, ServiceLevel, Weights};
use crate::family::{Choice, Complaint, Kind, Need, Setting, Settings};
use crate::units::Span;

/// The threshold of a definition that fixes it.
const TWENTY_SECONDS: Span = Span::ticks(20 * crate::units::TICKS_PER_SECOND);

/// Bound of a short abandonment in definitions that do not treat it apart; it decides `short_abandoned` alone.
const USUAL_SHORT: Span = Span::ticks(5 * crate::units::TICKS_PER_SECOND);

pub(super) const THRESHOLD: Setting = Setting {
    name: "threshold",
    kind: Kind::Span,
    need: Need::Default("\"20s\""),
    summary: "the time T; a wait of exactly T is in time",
};

pub(super) const SHORT_BOUND: Setting = Setting {
    name: "short",
    kind: Kind::Span,
    need: Need::Default("\"5s\""),
    summary: "bound of a short abandonment, at most the threshold; a wait of exactly that is short",
};

pub(super) const CLOCK: Setting = Setting {
    name: "clock",
    kind: Kind::Choice(&[
        Choice { word: "enqueue", summary: "the clock starts when the contact enters this queue" },
        Choice { word: "arrival", summary: "the clock starts when the contact comes to the centre" },
    ]),
    need: Need::Default("\"enqueue\""),
    summary: "where the clock starts; it stops when an agent answers or the contact leaves",
};

/// When the clock runs, by default as this says.
pub(super) const fn runs(default: &'static str) -> Setting {
    Setting {
        name: "runs",
        kind: Kind::Choice(&[
            Choice { word: "always", summary: "day and night" },
            Choice {
                word: "in-hours",
                summary: "in the opening hours of the queue within the horizon; `queue.service_level` of conditions goes by \
                          the whole wait all the same",
            },
        ]),
        need: Need::Default(default),
        summary: "when the clock runs",
    }
}

pub(super) const RUNS: Setting = runs("\"always\"");

pub(super) const BOOKED: Setting = Setting {
    name: "booked",
    kind: Kind::Choice(&[
        Choice { word: "arrival", summary: "the interval in which the contact entered the queue" },
        Choice { word: "event", summary: "the interval in which it left the queue" },
    ]),
    need: Need::Default("\"arrival\""),
    summary: "which interval a contact is counted in",
};

pub(super) const NAME: Setting = Setting {
    name: "name",
    kind: Kind::Text,
    need: Need::Optional,
    summary: "what reports call it; the keyword if absent",
};

/// For definitions that know no short abandonments.
pub(super) const COMMON: &[Setting] = &[THRESHOLD, CLOCK, RUNS, BOOKED, NAME];
/// For definitions that treat short abandonments apart.
pub(super) const SHORT: &[Setting] = &[THRESHOLD, SHORT_BOUND, CLOCK, RUNS, BOOKED, NAME];
/// For a definition whose threshold is part of it.
pub(super) const FIXED: &[Setting] = &[CLOCK, RUNS, BOOKED, NAME];

/// A definition that counts each grade once or not at all.
pub(super) fn plain(
    settings: &Settings,
    keyword: &str,
    numerator: &[Grade],
    denominator: &[Grade],
) -> Result<ServiceLevel, Complaint> {
    definition(settings, keyword, ones(numerator), ones(denominator))
}

/// A definition by its weights.
pub(super) fn definition(
    settings: &Settings,
    keyword: &str,
    numerator: Weights,
    denominator: Weights,
) -> Result<ServiceLevel, Complaint> {
    let threshold = settings.find_span("threshold").unwrap_or(TWENTY_SECONDS);
    let short = settings.find_span("short").unwrap_or(USUAL_SHORT.min(threshold));
    if short > threshold {
        let text = format!("`{short}` is longer than the threshold of `{threshold}`, expected at most that");
        return Err(Complaint::about("short", text));
    }
    let clock = if settings.choice("clock") == "arrival" { ClockStart::Arrival } else { ClockStart::Enqueue };
    let booked = if settings.choice("booked") == "event" { BookedIn::Event } else { BookedIn::Arrival };
    let name = settings.find_text("name").unwrap_or_else(|| keyword.to_owned());
    let open = (settings.choice("runs") == "in-hours").then(OpenTime::default);
    Ok(ServiceLevel { name, threshold, short, clock, open, booked, numerator, denominator })
}

fn ones(grades: &[Grade]) -> Weights {
    let mut weights = [0.0; Grade::COUNT];
    for grade in grades {
        weights[*grade as usize] = 1.0;
    }
    weights
}
