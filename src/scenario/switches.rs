//! Switches: what goes on and off in a centre by its state and by the clock, with two thresholds and a lag.

use super::condition::Condition;
use super::section::{Site, default, finite, optional};
use crate::arrival::{DAYS, MOMENT, moments};
use crate::family::{Around, Complaint, Kind, Setting, Settings};
use crate::units::{Hours, Instant, QueueId, Span};

/// Something that is on or off.
#[derive(Debug, Clone)]
pub struct Switch {
    /// Name given in the file.
    pub name: String,
    /// What turns it on; `None`: nothing but its hours.
    pub on: Option<Condition>,
    /// What turns it off; `None`: that the first does not hold any more.
    pub off: Option<Condition>,
    /// It is off outside them.
    pub hours: Hours,
    /// It is off outside these, too, first moment on and first moment off again, in order and apart; `None`: no more
    /// than that.
    pub times: Option<Vec<(Instant, Instant)>>,
    /// Time between two looks at the conditions; `None`: after everything that happens.
    pub every: Option<Span>,
    /// Time from a decision until it takes effect.
    pub lag: Span,
}

pub(super) static SETTINGS: &[Setting] = &[
    optional("on", Kind::Condition(Around::Centre), "what turns it on; without, it is on during its hours"),
    optional(
        "off",
        Kind::Condition(Around::Centre),
        "what turns it off, even while `on` holds; without, that `on` does not hold any more",
    ),
    default("hours", Kind::Hours, "\"always\"", "when it can be on"),
    optional(
        "at",
        Kind::List(&MOMENT),
        "what happens once or every day, such as an outage: dates with times, or times of day, from which it can be on, \
         and at no others",
    ),
    DAYS,
    optional("lasts", Kind::Span, "how long it can be on from each such time; without, to the end of the run"),
    optional(
        "every",
        Kind::Span,
        "time between two looks at the conditions, from the start of the run; without, after everything that happens, \
         and when time alone makes a comparison true or false",
    ),
    default("lag", Kind::Span, "\"0s\"", "time from a decision until it takes effect, one decision at a time"),
];

/// The switch of these settings.
pub(super) fn build(name: &str, settings: &Settings, site: &mut Site<'_>) -> Option<Switch> {
    let condition = |setting| site.condition(settings, setting, Around::Centre, QueueId(0));
    let (on, off) = (condition("on"), condition("off"));
    let (hours, times) = (settings.hours("hours"), times(settings, site)?);
    if on.is_none() && (off.is_some() || hours.is_always() && times.is_none()) {
        let found = if off.is_some() { "`off` without `on`" } else { "neither `on` nor `hours` nor `at`" };
        let complaint = Complaint::whole(format!("the switch `{name}` never goes on by itself: found {found}"));
        site.findings.complain(settings, complaint.help("write `on = \"queue.NAME.length > 10\"`, `hours` or `at`"));
        return None;
    }
    let every = some_time(settings, "every");
    let every = site.findings.made(settings, every)?;
    let lag = site.finite(settings, "lag")?;
    Some(Switch { name: name.to_owned(), on, off, hours, times, every, lag })
}

/// The times from `at`, as long as each lasts; those that touch become one.
#[expect(clippy::option_option, reason = "what cannot be read is told from what is not written")]
fn times(settings: &Settings, site: &mut Site<'_>) -> Option<Option<Vec<(Instant, Instant)>>> {
    let lasts = settings.find_span("lasts").unwrap_or(Span::NEVER);
    if settings.find("at").is_none() {
        let beside = ["days", "lasts"].into_iter().find(|name| settings.find(name).is_some());
        return match beside {
            None => Some(None),
            Some(name) => {
                let complaint = Complaint::about(name, format!("`{name}` says nothing without `at`"));
                site.findings.complain(settings, complaint.help("write `at`, or remove it"));
                None
            }
        };
    }
    if lasts == Span::ZERO {
        let complaint = Complaint::about("lasts", "`lasts` is `0s`, expected some time");
        site.findings.complain(settings, complaint.help("write how long it is on, such as \"30m\""));
        return None;
    }
    let moments = moments(settings, site.calendar);
    let mut times: Vec<(Instant, Instant)> = Vec::new();
    for begins in site.findings.made(settings, moments)? {
        let ends = if lasts.is_never() { Instant::NEVER } else { begins + lasts };
        match times.last_mut() {
            Some(last) if last.1 >= begins => last.1 = last.1.max(ends),
            _ => times.push((begins, ends)),
        }
    }
    Some(Some(times))
}

/// A span above zero, if it is written.
pub(super) fn some_time(settings: &Settings, name: &'static str) -> Result<Option<Span>, Complaint> {
    if settings.find(name).is_none() {
        return Ok(None);
    }
    let span = finite(settings, name)?;
    if span == Span::ZERO {
        let complaint = Complaint::about(name, format!("`{name}` is `0s`, expected some time between two looks"));
        return Err(complaint.help("leave it out to look after everything that happens"));
    }
    Ok(Some(span))
}
