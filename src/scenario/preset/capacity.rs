//! Capacity in presets: what one person holds at once, as several platforms say it.

use super::schedule::quoted;
use crate::channel::CHANNELS;
use crate::family::{Kind, Located, Setting, Settings, Value};
use crate::scenario::section::optional;

/// Contacts of a channel at once.
pub(super) const MOST: Setting = optional(
    "most",
    Kind::Map(None, &Kind::Count(0, 1_000)),
    "by channel: contacts of it that one person holds at once; without, the channel's own number",
);

/// What a person has to give.
pub(super) const UNITS: Setting = optional(
    "units",
    Kind::Count(1, 10_000),
    "capacity of a person, of which each contact takes its weight; without, contacts take even parts of a person",
);

/// What contacts take of it.
pub(super) const WEIGHTS: Setting = optional(
    "weights",
    Kind::Map(None, &Kind::Count(1, 10_000)),
    "by channel or contact type, which comes first: units that one contact takes; without, so many that the channel's own \
     number fits in",
);

/// The entry `key` of a room that says what a map of counts does; nothing where that is not written.
pub(super) fn counts(settings: &Settings, name: &str, key: &str) -> Option<String> {
    let count = |located: &Located| if let Value::Count(count) = located.value { count } else { 0 };
    let counts: Vec<String> =
        settings.find_map(name)?.iter().map(|(of, located)| format!("{} = {}", quoted(of), count(located))).collect();
    Some(format!("{key} = {{ {} }}", counts.join(", ")))
}

/// The room of people with so many units, where they are written.
pub(super) fn weighed(settings: &Settings) -> Option<String> {
    let units = settings.find_count("units").map(|units| format!("units = {units}"));
    let entries: Vec<String> = units.into_iter().chain(counts(settings, "weights", "weights")).collect();
    (!entries.is_empty()).then(|| format!("{{ {} }}", entries.join(", ")))
}

/// The entry of a room that lets every other channel beside these.
pub(super) fn beside(channels: &[String]) -> String {
    let others = |of: &String| {
        let others: Vec<String> = keywords().filter(|other| other != of).map(|other| quoted(&other)).collect();
        format!("{} = [{}]", quoted(of), others.join(", "))
    };
    format!("beside = {{ {} }}", channels.iter().map(others).collect::<Vec<_>>().join(", "))
}

/// A room in which each channel has a bound of its own, and none keeps out another.
pub(super) fn apart(entries: impl IntoIterator<Item = String>) -> String {
    let entries: Vec<String> = entries.into_iter().chain([beside(&keywords().collect::<Vec<_>>())]).collect();
    format!("{{ {} }}", entries.join(", "))
}

fn keywords() -> impl Iterator<Item = String> {
    CHANNELS.entries.iter().map(|entry| entry.member.keyword.to_owned())
}
