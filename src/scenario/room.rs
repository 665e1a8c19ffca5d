//! Room: how many contacts one person of a team holds at once, which of them beside which, and which give way.

use super::read::{Finding, listed};
use super::section::{Site, default, optional};
use crate::channel::CHANNELS;
use crate::family::{Choice, Complaint, Kind, Located, Setting, Settings, Value, did_you_mean};
use crate::units::{ContactTypeId, Span};

/// A channel, by its keyword, and a number of its contacts.
pub type OfChannel<Number> = (&'static str, Number);

/// What one person has room for, where a team says it in so many words.
#[derive(Debug, Clone)]
pub struct Room {
    /// Contacts of a channel at once.
    pub most: Vec<OfChannel<u16>>,
    /// Contacts of all channels at once; `None`: no bound.
    pub total: Option<u16>,
    /// What a person has to give; `None`: contacts are not weighed.
    pub units: Option<u32>,
    /// What one contact takes of that, by channel.
    pub weights: Vec<OfChannel<u32>>,
    /// What one contact takes of that, by contact type; comes before its channel's.
    pub weights_of_types: Vec<(ContactTypeId, u32)>,
    /// By channel: other channels that may be taken beside it; those that are missing follow `beside_any`.
    pub beside: Vec<OfChannel<Vec<&'static str>>>,
    /// Whether any other channel may be taken beside one that `beside` does not name.
    pub beside_any: bool,
    /// By channel: channels for which its contacts are put on hold.
    pub interruptible_by: Vec<OfChannel<Vec<&'static str>>>,
    /// Work that is added whenever somebody comes back to a contact that was on hold.
    pub set_up: Span,
    /// Interruptions within interruptions.
    pub nesting: u16,
}

/// What people with some room left do while a contact that comes first for them does not fit in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// They take nothing that comes behind it.
    InTurn,
    /// They take the next that fits.
    WhatFits,
}

/// How people choose among waiting deferred contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pull {
    /// They do not: contacts come as `contact_order` says.
    No,
    /// The one that came to its queue first.
    Oldest,
    /// The one that takes the least time.
    Easiest,
    /// The oldest of those that ask for a skill, if there is any.
    OwnSkills,
}

/// Contacts of a channel that one person holds at once, of which each takes an even part.
pub(super) const AT_ONCE: Kind = Kind::Map(None, &Kind::Count(1, 100));

/// The setting of a team.
pub(super) const ROOM: Kind = Kind::Table(SETTINGS);

const LISTS: Kind = Kind::Map(None, &Kind::List(&Kind::Text));

static SETTINGS: &[Setting] = &[
    optional(
        "most",
        Kind::Map(None, &Kind::Count(0, 1_000)),
        "by channel: contacts of it at once; without, the channel's own number, and no bound where `units` are given",
    ),
    optional("total", Kind::Count(1, 1_000), "contacts of all channels together; without, no bound"),
    optional(
        "units",
        Kind::Count(1, 10_000),
        "what a person has to give, of which each contact takes its weight; without, contacts are not weighed",
    ),
    optional(
        "weights",
        Kind::Map(None, &Kind::Count(1, 10_000)),
        "by channel or contact type, which comes first: units that one contact takes; without, so many that the channel's \
         own number fits in",
    ),
    optional(
        "beside",
        LISTS,
        "by channel: a list of the other channels whose contacts may be taken while one of it is held; of several held, all \
         must allow it. Without, any where `total` or `units` bound them together, and else none",
    ),
    optional(
        "interruptible_by",
        LISTS,
        "by channel: a list of channels for whose contacts it gives way: if there is no room otherwise, work on it is put on \
         hold, and goes on when those are done; it is still held meanwhile",
    ),
    default("set_up", Kind::Span, "\"0s\"", "work that is added whenever somebody comes back to what was on hold"),
    default(
        "nesting",
        Kind::Count(1, 100),
        "1",
        "interruptions within interruptions: with 1, what interrupts is not interrupted",
    ),
];

pub(super) const FILL: Kind = Kind::Choice(&[
    Choice { word: "in-turn", summary: "nothing that comes behind it, so that room is left for it" },
    Choice {
        word: "what-fits",
        summary: "the next that fits; those that take much room wait while others keep coming",
    },
]);

pub(super) const PULL: Kind = Kind::Choice(&[
    Choice { word: "no", summary: "they do not: what `contact_order` puts first" },
    Choice { word: "oldest", summary: "the one that came to its queue first" },
    Choice { word: "easiest", summary: "the one that takes the least time at normal speed: they pick cherries" },
    Choice { word: "own-skills", summary: "of those whose type asks for a skill the oldest; if there is none, of all" },
]);

/// How people with some room left go on.
pub(super) fn fill(settings: &Settings) -> Fill {
    if settings.choice("fill") == "what-fits" { Fill::WhatFits } else { Fill::InTurn }
}

/// How people choose among deferred contacts.
pub(super) fn pull(settings: &Settings) -> Pull {
    match settings.choice("pull") {
        "oldest" => Pull::Oldest,
        "easiest" => Pull::Easiest,
        "own-skills" => Pull::OwnSkills,
        _ => Pull::No,
    }
}

/// How many times as long everything takes, by contacts in hand; empty where always as long.
pub(super) fn slowdown(settings: &Settings) -> Vec<f64> {
    let number = |located: &Located| if let Value::Number(factor) = located.value { factor } else { 1.0 };
    settings.find_list("slowdown").unwrap_or_default().iter().map(number).collect()
}

/// Even parts of a person, by channel.
pub(super) fn at_once(settings: &Settings, site: &mut Site<'_>) -> Option<Vec<OfChannel<u16>>> {
    let counts = by_channel(settings, "at_once", site)?;
    Some(counts.into_iter().map(|(channel, located)| (channel, count(&located) as u16)).collect())
}

/// The room of this table in the settings of a team.
pub(super) fn room(settings: &Settings, table: &Settings, site: &mut Site<'_>) -> Option<Room> {
    if settings.find("at_once").is_some() {
        let text = "found both `at_once` and `room`, expected one of them";
        let help = "in `room`, write the numbers of `at_once` as `most`, or as `weights` beside `units`";
        site.findings.complain(settings, Complaint::about("at_once", text).help(help));
        return None;
    }
    let most = by_channel(table, "most", site);
    let (weights, weights_of_types) = weights(table, site)?;
    let (beside, gives_way) = (lists(table, "beside", site), lists(table, "interruptible_by", site));
    let set_up = site.finite(table, "set_up");
    let interruptible_by = gives_way?;
    unused_without_interruption(table, interruptible_by.is_empty(), site);
    let bounded = table.find("total").is_some() || table.find("units").is_some();
    Some(Room {
        most: most?.into_iter().map(|(channel, located)| (channel, count(&located) as u16)).collect(),
        total: table.find_count("total").map(|total| total as u16),
        units: table.find_count("units").map(|units| units as u32),
        weights,
        weights_of_types,
        beside: beside?,
        beside_any: bounded,
        interruptible_by,
        set_up: set_up?,
        nesting: table.count("nesting") as u16,
    })
}

type Weights = (Vec<OfChannel<u32>>, Vec<(ContactTypeId, u32)>);

/// Weights by channel and by contact type.
fn weights(table: &Settings, site: &mut Site<'_>) -> Option<Weights> {
    let written = table.find_map("weights").unwrap_or_default();
    let units = table.find_count("units");
    if units.is_none() && !written.is_empty() {
        let complaint = Complaint::about("weights", "found `weights` without `units`, expected both");
        site.findings.complain(table, complaint.help("write `units`, what a person has to give"));
        return None;
    }
    let (mut by_channel, mut by_type) = (Some(Vec::new()), Vec::new());
    for (name, located) in &written {
        let weight = count(located) as u32;
        if u64::from(weight) > units.unwrap_or(u64::MAX) {
            let message =
                format!("a contact of `{name}` takes {weight} units of {}, and nobody can take it", units.unwrap_or(0));
            site.findings
                .add(Finding::error(located.place, message).help("lower its weight, or raise `units`".to_owned()));
            by_channel = None;
        } else if let Some(row) = site.names.contacts.iter().position(|known| known == name) {
            by_type.push((ContactTypeId::of(row), weight));
        } else if let Some(channel) = keyword(name) {
            if let Some(known) = &mut by_channel {
                known.push((channel, weight));
            }
        } else {
            let message = format!("`weights`: `{name}` is not a channel or contact type");
            let channels = keywords().map(str::to_owned);
            let known: Vec<String> = channels.chain(site.names.contacts.iter().cloned()).collect();
            let help = did_you_mean(name, known.iter().map(String::as_str));
            site.findings.add(Finding::error(located.place, message).label("not defined").help(help));
            by_channel = None;
        }
    }
    Some((by_channel?, by_type))
}

/// A map whose keys are channels.
fn by_channel(settings: &Settings, name: &str, site: &mut Site<'_>) -> Option<Vec<OfChannel<Located>>> {
    let written = settings.find_map(name).unwrap_or_default();
    let entries: Vec<_> = written
        .into_iter()
        .map(|(word, located)| {
            let channel = channel(name, (&word, &located), site);
            channel.map(|channel| (channel, located))
        })
        .collect();
    entries.into_iter().collect()
}

/// A map from channels to lists of channels.
fn lists(table: &Settings, name: &str, site: &mut Site<'_>) -> Option<Vec<OfChannel<Vec<&'static str>>>> {
    let entries = by_channel(table, name, site)?;
    let lists: Vec<_> =
        entries.iter().map(|(of, located)| list(name, (of, located), site).map(|list| (*of, list))).collect();
    lists.into_iter().collect()
}

fn list(name: &str, (of, located): (&str, &Located), site: &mut Site<'_>) -> Option<Vec<&'static str>> {
    let Value::List(items) = &located.value else { panic!("`{name}` holds {located:?}") };
    let mut channels = Vec::new();
    for item in items {
        let Value::Text(word) = &item.value else { panic!("`{name}` holds {item:?}") };
        let channel = channel(name, (word, item), site)?;
        if channel == of {
            let message = format!("`{name}`: `{of}` names itself, expected other channels");
            let help = "how many of one channel are held at once is said in `most`".to_owned();
            site.findings.add(Finding::error(item.place, message).help(help));
            return None;
        }
        channels.push(channel);
    }
    Some(channels)
}

fn channel(setting: &str, (word, located): (&str, &Located), site: &mut Site<'_>) -> Option<&'static str> {
    let channel = keyword(word);
    if channel.is_none() {
        let message = format!("`{setting}`: `{word}` is not a channel");
        let finding = Finding::error(located.place, message).label("not a channel");
        site.findings.add(finding.help(format!("the channels are {}", listed(keywords()))));
    }
    channel
}

/// Warns of what is said about interruptions where there are none.
fn unused_without_interruption(table: &Settings, none: bool, site: &mut Site<'_>) {
    let written = ["set_up", "nesting"].into_iter().filter(|name| none && is_written(table, name));
    for name in written {
        let message = format!("`{name}` has no effect: nothing is `interruptible_by` anything");
        let help = format!("write `interruptible_by`, or remove `{name}`");
        site.findings.add(Finding::warning(table.place_of(name), message).label("not heeded").help(help));
    }
}

/// Whether a setting with a default was written: what was not stands where its table does.
fn is_written(table: &Settings, name: &str) -> bool {
    table.place_of(name) != table.place
}

fn keywords() -> impl Iterator<Item = &'static str> {
    CHANNELS.entries.iter().map(|entry| entry.member.keyword)
}

fn keyword(word: &str) -> Option<&'static str> {
    keywords().find(|keyword| *keyword == word)
}

fn count(located: &Located) -> u64 {
    if let Value::Count(count) = located.value { count } else { panic!("a map of counts holds {located:?}") }
}
