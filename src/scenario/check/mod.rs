//! Checks across sections: what no section can see alone.
//!
//! Errors are what cannot be played, such as a loop that never takes time; everything else here is a warning about
//! what is lawful but probably not meant.

mod alike;
mod callbacks;
mod campaigns;
mod flows;
mod graph;
mod idle;
mod load;
mod loops;
mod people;
mod preferred;
mod ranking;
mod service;
mod starving;
mod steps;
mod switches;
mod transfers;
mod turns;

use super::read::{Finding, Findings, Node};
use super::{Method, Reach, Scenario};
use crate::family::Place;

/// A scenario without errors so far, and where its parts stand in the file.
#[derive(Debug)]
struct Ground<'a> {
    scenario: &'a Scenario,
    root: &'a Node,
    findings: &'a mut Findings,
}

impl Ground<'_> {
    /// Where the name of a table such as `[queues.NAME]` stands; a queue without table stands with its contact type.
    fn named(&self, section: &str, name: &str) -> Place {
        let find = |section: &str| self.root.get(section)?.entries().iter().find(|entry| entry.key == name);
        find(section).or_else(|| find("contacts")).map_or(self.root.place, |entry| entry.place)
    }

    /// Where a setting of a named table stands, or the table's name if it is not written.
    fn setting(&self, section: &str, name: &str, setting: &str) -> Place {
        let table = self.root.get(section).and_then(|section| section.get(name));
        let written = table.and_then(|table| table.get(setting)).map(|node| node.place);
        written.unwrap_or_else(|| self.named(section, name))
    }

    /// Where an attribute of a team stands; with the whole file if the team lacks it.
    fn attribute(&self, team: &str, attribute: &str) -> Place {
        let table = self.root.get("teams").and_then(|teams| teams.get(team)).and_then(|team| team.get("attributes"));
        let entry = table.and_then(|table| table.entries().iter().find(|entry| entry.key == attribute));
        entry.map_or(self.root.place, |entry| entry.place)
    }

    fn warn(&mut self, place: Place, message: impl Into<String>, help: &str) {
        self.findings.add(Finding::warning(place, message).help(help.to_owned()));
    }
}

/// Every check; the tree tells where to point.
pub(super) fn all(scenario: &Scenario, root: &Node, findings: &mut Findings) {
    let mut ground = Ground { scenario, root, findings };
    graph::check(&mut ground);
    loops::check(&mut ground);
    flows::check(&mut ground);
    people::check(&mut ground);
    campaigns::check(&mut ground);
    intervals(&mut ground);
    diagnostics(&mut ground);
    let reach: Vec<Reach> = scenario.contacts.iter().map(|contact| scenario.reach(contact)).collect();
    idle::check(&mut ground, &reach);
    service::check(&mut ground, &reach);
    steps::check(&mut ground, &reach);
    switches::check(&mut ground);
    starving::check(&mut ground, &reach);
    turns::check(&mut ground);
    ranking::check(&mut ground);
    preferred::check(&mut ground);
    load::check(&mut ground);
    transfers::check(&mut ground, &reach);
    callbacks::check(&mut ground);
    alike::check(&mut ground);
}

/// What is diagnosed is diagnosed of whole runs, and batch means have only one.
fn diagnostics(ground: &mut Ground<'_>) {
    if !ground.scenario.horizon.diagnostics || ground.scenario.replicate.method != Method::BatchMeans {
        return;
    }
    let horizon = ground.root.get("horizon");
    let written = horizon.and_then(|horizon| horizon.get("diagnostics")).or(horizon);
    let place = written.map_or(ground.root.place, |node| node.place);
    let message = "diagnostics are of whole runs, and `replicate.method = \"batch-means\"` cuts one run into pieces";
    let help = "write `method = \"replications\"`, or leave `diagnostics` out".to_owned();
    ground.findings.add(Finding::error(place, message).label("needs replications").help(help));
}

/// Intervals that do not meet midnight make days that cannot be compared.
fn intervals(ground: &mut Ground<'_>) {
    const DAY: u64 = 86_400 * crate::units::TICKS_PER_SECOND;
    let (interval, length) = (ground.scenario.horizon.interval, ground.scenario.horizon.calendar.length);
    let ticks = interval.as_ticks();
    if DAY.is_multiple_of(ticks) || ticks.is_multiple_of(DAY) || ticks >= length.as_ticks() {
        return;
    }
    let place = ground
        .root
        .get("horizon")
        .map_or(ground.root.place, |horizon| horizon.get("interval").map_or(horizon.place, |interval| interval.place));
    let message = format!("an interval of `{interval}` does not divide the day: no two days have the same intervals");
    ground.warn(place, message, "15m, 30m and 1h divide it");
}
