//! Words for kinds: what a message calls what was expected, and how it is written.

use crate::family::{Around, Catalogue, Kind, Subject};

/// Words in backticks with commas.
pub(in crate::scenario) fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// The keywords of a family.
pub(in crate::scenario) fn keywords(family: &dyn Catalogue) -> impl Iterator<Item = &'static str> {
    (0..family.len()).map(|index| family.member(index).keyword)
}

/// What a kind is called, with its article.
pub(in crate::scenario) fn noun(kind: &Kind) -> String {
    match kind {
        Kind::Flag => "`true` or `false`".to_owned(),
        Kind::Count(0, u64::MAX) => "a whole number, 0 or more".to_owned(),
        Kind::Count(least, u64::MAX) => format!("a whole number, {least} or more"),
        Kind::Count(least, most) => format!("a whole number from {least} to {most}"),
        Kind::Number(least, most) => number(*least, *most),
        Kind::Share => "a share from 0 to 1".to_owned(),
        Kind::Rate => "a rate".to_owned(),
        Kind::Span => "a duration".to_owned(),
        Kind::Clock => "a time of day".to_owned(),
        Kind::DateTime => "a date and time".to_owned(),
        Kind::Hours => "opening hours".to_owned(),
        Kind::Days => "days of the week".to_owned(),
        Kind::Text => "text".to_owned(),
        Kind::Path => "the path of a file".to_owned(),
        Kind::Choice(choices) => format!("one of {}", listed(choices.iter().map(|choice| choice.word))),
        Kind::Name(scope) => format!("the name of a {}", super::names::noun(*scope)),
        Kind::Requirement => "a condition over skills and attributes".to_owned(),
        Kind::Score(Subject::Contact) => "a number made of fields of a contact".to_owned(),
        Kind::Score(Subject::Agent) => "a number made of fields of an agent".to_owned(),
        Kind::Condition(_) => "a condition over the state of the centre".to_owned(),
        Kind::Family(family) => format!("one of {}", listed(keywords(*family))),
        Kind::Table(settings) => format!("a table with {}", listed(settings.iter().map(|setting| setting.name))),
        Kind::Tables(_) => "a table of named tables".to_owned(),
        Kind::Map(_, of) => format!("a table from names to {}", plural(of)),
        Kind::List(of) => format!("a list of {}", plural(of)),
        Kind::Series(of) => format!("a list of {}, or a column of a CSV file", plural(of)),
        Kind::Either(kinds) => kinds.iter().map(noun).collect::<Vec<_>>().join(", or "),
    }
}

fn number(least: f64, most: f64) -> String {
    let bounded = |bound: f64| bound.is_finite() && bound.abs() < f64::MAX;
    match (bounded(least), bounded(most)) {
        (true, true) => format!("a number from {least} to {most}"),
        (true, false) if least > 0.0 && least < 1e-6 => "a number above 0".to_owned(),
        (true, false) => format!("a number, {least} or more"),
        (false, true) => format!("a number, {most} or less"),
        (false, false) => "a number".to_owned(),
    }
}

/// What several of a kind are called.
fn plural(kind: &Kind) -> String {
    let word = match kind {
        Kind::Flag => "flags",
        Kind::Count(..) => "whole numbers",
        Kind::Number(..) => "numbers",
        Kind::Share => "shares",
        Kind::Rate => "rates",
        Kind::Span => "durations",
        Kind::Clock => "times of day",
        Kind::DateTime => "dates and times",
        Kind::Hours => "opening hours",
        Kind::Days => "days",
        Kind::Text => "texts",
        Kind::Path => "paths",
        Kind::Choice(_) => "words",
        Kind::Name(scope) => return format!("names of a {}", super::names::noun(*scope)),
        Kind::Requirement | Kind::Condition(_) => "conditions",
        Kind::Score(_) => "scores",
        Kind::Family(family) => family.name(),
        Kind::Table(_) | Kind::Tables(_) | Kind::Map(..) => "tables",
        Kind::List(_) | Kind::Series(_) => "lists",
        Kind::Either(kinds) => return kinds.iter().map(plural).collect::<Vec<_>>().join(" or "),
    };
    word.to_owned()
}

/// How a kind is written, if an example says more than its name.
pub(in crate::scenario) fn example(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Share => Some("\"80%\" or 0.8"),
        Kind::Rate => Some("\"240/h\", \"4/m\" or \"1000/d\""),
        Kind::Span => Some("\"90s\", \"2m30s\" or \"1h\""),
        Kind::Clock => Some("\"08:30\""),
        Kind::DateTime => Some("\"2026-03-02T08:00\""),
        Kind::Hours => Some("\"08:00-18:00\" or { mon-fri = \"08:00-18:00\", sat = \"09:00-13:00\" }"),
        Kind::Days => Some("\"mon-fri\" or [\"mon\", \"sat\"]"),
        Kind::Requirement => Some("\"billing >= 3 and (spanish or english)\""),
        Kind::Score(Subject::Contact) => Some("\"wait * 2 + (if priority < 3 then 100 else 0)\""),
        Kind::Score(Subject::Agent) => Some("\"agent.idle - agent.occupancy * 5m\""),
        Kind::Condition(Around::Centre) => Some("\"queue.sales.length > 10 and team.front.available >= 2\""),
        Kind::Condition(_) => Some("\"queue.length > 10 and queue.oldest_wait > 60s\""),
        Kind::Series(_) => Some("[…] or { csv = \"file.csv\", column = \"name\" }"),
        Kind::Family(family) => {
            let usual = family.bare().and_then(|keyword| family.find(keyword)).unwrap_or(0);
            (!family.is_empty()).then(|| family.member(usual).example)
        }
        _ => None,
    }
}
