//! What the sections of a scenario share: short ways to describe a setting, and to make values from settings.

use super::read::{Finding, Findings, Names};
use crate::calendar::{Calendar, unheeded};
use crate::family::{Complaint, Kind, Located, Need, Setting, Settings, Value};
use crate::random::{Distribution, distribution};
use crate::units::{Share, Span};

/// A setting that must be written.
pub(super) const fn required(name: &'static str, kind: Kind, summary: &'static str) -> Setting {
    Setting { name, kind, need: Need::Required, summary }
}

/// A setting that may be absent.
pub(super) const fn optional(name: &'static str, kind: Kind, summary: &'static str) -> Setting {
    Setting { name, kind, need: Need::Optional, summary }
}

/// A setting that reads as this TOML value when it is absent.
pub(super) const fn default(name: &'static str, kind: Kind, value: &'static str, summary: &'static str) -> Setting {
    Setting { name, kind, need: Need::Default(value), summary }
}

/// What every section is built with.
#[derive(Debug)]
pub(super) struct Site<'a> {
    /// Every name of the scenario.
    pub names: &'a Names,
    /// When the scenario plays.
    pub calendar: &'a Calendar,
    /// Whether that is what the file says; defaults stand in for what could not be read.
    pub calendar_is_told: bool,
    /// The problems found while building.
    pub findings: &'a mut Findings,
}

impl Site<'_> {
    /// The distribution of a setting that is required or has a default.
    pub(super) fn distribution(&mut self, settings: &Settings, name: &str) -> Option<Distribution> {
        let chosen = settings.member(name);
        self.findings.made(&chosen.settings, distribution::make(&chosen))
    }

    /// The same, with an expectation that is not endless.
    pub(super) fn duration(&mut self, settings: &Settings, name: &'static str) -> Option<Distribution> {
        let distribution = self.distribution(settings, name)?;
        if distribution.mean().is_finite() {
            return Some(distribution);
        }
        let complaint = Complaint::about(name, format!("`{name}` lasts for ever on average, expected an end"));
        self.findings.complain(settings, complaint.help("give it a finite duration, such as \"3m\""));
        None
    }

    /// Warns of what was written beside a single value of setting `name` to no effect, except what is heeded anyway.
    pub(super) fn warn_of_unheeded(&mut self, settings: &Settings, name: &str, heeded: &[&str]) {
        for unheeded in unheeded(settings, name).into_iter().filter(|unheeded| !heeded.contains(unheeded)) {
            let message = format!("`{unheeded}` has no effect: the single value of `{name}` holds all the time");
            let help = format!("write a list in `{name}`, or remove `{unheeded}`");
            let place = settings.place_of(unheeded);
            self.findings.add(Finding::warning(place, message).label("not heeded").help(help));
        }
    }

    /// A span that ends.
    pub(super) fn finite(&mut self, settings: &Settings, name: &'static str) -> Option<Span> {
        let found = finite(settings, name);
        self.findings.made(settings, found)
    }
}

/// A span that ends.
pub(super) fn finite(settings: &Settings, name: &'static str) -> Result<Span, Complaint> {
    let span = settings.span(name);
    let complaint = || Complaint::about(name, format!("`{name}` is `never`, expected a duration that ends"));
    if span.is_never() { Err(complaint()) } else { Ok(span) }
}

/// The shares of a list of shares.
pub(super) fn shares(list: &[Located]) -> Vec<Share> {
    let share = |located: &Located| match located.value {
        Value::Share(share) => share,
        _ => panic!("a list of shares holds {located:?}"),
    };
    list.iter().map(share).collect()
}

/// A list that holds something.
pub(super) fn filled(settings: &Settings, name: &'static str) -> Result<Vec<Located>, Complaint> {
    let list = settings.list(name);
    if list.is_empty() {
        return Err(Complaint::about(name, format!("`{name}` is an empty list, expected at least one entry")));
    }
    Ok(list)
}
