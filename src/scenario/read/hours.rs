//! Opening hours and days of the week as people write them.

use super::tree::{Node, Tree};
use crate::family::{Kind, Place};
use crate::units::{Clock, Hours, Weekday};

/// Why a part of a value is not understood.
#[derive(Debug)]
pub(super) struct Refusal {
    /// The part.
    pub place: Place,
    /// What it should be.
    pub kind: &'static Kind,
    /// What was found and expected.
    pub text: String,
}

fn refusal(node: &Node, kind: &'static Kind, expected: &str) -> Refusal {
    Refusal { place: node.place, kind, text: format!("expected {expected}, found {}", node.tree) }
}

/// One span of the day, by its bounds.
type Opening = (Clock, Clock);

/// `"08:00-18:00"`, several of them in a list, `"always"`, `"closed"`, or a table of these by days.
pub(super) fn hours(node: &Node) -> Result<Hours, Refusal> {
    let mut hours = Hours::default();
    match &node.tree {
        Tree::Table(entries) => {
            let mut told = [false; 7];
            for entry in entries {
                let key = Node { place: entry.place, tree: Tree::Text(entry.key.clone()) };
                for day in days_of(&key)? {
                    if std::mem::replace(&mut told[day.index()], true) {
                        return Err(refusal(&key, &Kind::Hours, &format!("`{day}` only once")));
                    }
                    open(&mut hours, day, &openings(&entry.node)?);
                }
            }
        }
        _ => Weekday::ALL.iter().try_for_each(|day| openings(node).map(|spans| open(&mut hours, *day, &spans)))?,
    }
    hours.days.iter_mut().for_each(|day| day.sort());
    let apart = |day: &Vec<Opening>| day.windows(2).all(|pair| pair[0].1 <= pair[1].0);
    if hours.days.iter().all(apart) {
        Ok(joined(hours))
    } else {
        let text = "expected opening hours apart from each other, found some that overlap".to_owned();
        Err(Refusal { place: node.place, kind: &Kind::Hours, text })
    }
}

/// Spans that touch become one.
fn joined(mut hours: Hours) -> Hours {
    for day in &mut hours.days {
        day.dedup_by(|later, earlier| {
            let touch = earlier.1 == later.0;
            if touch {
                earlier.1 = later.1;
            }
            touch
        });
    }
    hours
}

/// Adds openings to a day; what passes midnight opens the next day too.
fn open(hours: &mut Hours, day: Weekday, openings: &[Opening]) {
    let midnight = Clock::seconds(0).expect("midnight is a time of day");
    let end_of_day = Clock::seconds(86_400).expect("24:00 is a time of day");
    for (from, to) in openings {
        if from < to {
            hours.days[day.index()].push((*from, *to));
            continue;
        }
        hours.days[day.index()].push((*from, end_of_day));
        if *to > midnight {
            hours.days[(day.index() + 1) % 7].push((midnight, *to));
        }
    }
}

/// The openings of one day.
fn openings(node: &Node) -> Result<Vec<Opening>, Refusal> {
    match &node.tree {
        Tree::Text(text) => opening(text).ok_or_else(|| refusal(node, &Kind::Hours, "opening hours")),
        Tree::List(items) => Ok(items.iter().map(openings).collect::<Result<Vec<_>, _>>()?.concat()),
        _ => Err(refusal(node, &Kind::Hours, "opening hours")),
    }
}

fn opening(text: &str) -> Option<Vec<Opening>> {
    match text.trim() {
        "always" => Some(vec![(Clock::seconds(0)?, Clock::seconds(86_400)?)]),
        "closed" => Some(Vec::new()),
        span => {
            let (from, to) = span.split_once('-')?;
            let (from, to) = (from.parse().ok()?, to.parse().ok()?);
            (from != to && from < Clock::seconds(86_400)?).then(|| vec![(from, to)])
        }
    }
}

/// `"mon"`, `"mon-fri"`, `"daily"`, or several with commas or in a list; each day once, from Monday.
pub(super) fn days_of(node: &Node) -> Result<Vec<Weekday>, Refusal> {
    let mut chosen = [false; 7];
    choose(node, &mut chosen)?;
    Ok(Weekday::ALL.into_iter().filter(|day| chosen[day.index()]).collect())
}

fn choose(node: &Node, chosen: &mut [bool; 7]) -> Result<(), Refusal> {
    match &node.tree {
        Tree::Text(text) => {
            let ranges = text.split(',').map(range).collect::<Option<Vec<_>>>();
            let days = ranges.ok_or_else(|| refusal(node, &Kind::Days, "days of the week"))?.concat();
            for day in days {
                chosen[day] = true;
            }
            Ok(())
        }
        Tree::List(items) => items.iter().try_for_each(|item| choose(item, chosen)),
        _ => Err(refusal(node, &Kind::Days, "days of the week")),
    }
}

/// Days by number; a range may pass Sunday.
fn range(text: &str) -> Option<Vec<usize>> {
    if text.trim() == "daily" {
        return Some((0..7).collect());
    }
    let (from, to) = text.split_once('-').unwrap_or((text, text));
    let (from, to) = (from.parse::<Weekday>().ok()?.index(), to.parse::<Weekday>().ok()?.index());
    let length = (to + 7 - from) % 7;
    Some((0..=length).map(|step| (from + step) % 7).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Node {
        Node { place: Place::default(), tree: Tree::Text(text.to_owned()) }
    }

    #[test]
    fn a_range_of_days_may_pass_sunday() {
        let days = days_of(&text("sat-mon")).map(|days| days.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(days.ok(), Some(vec!["mon".to_owned(), "sat".to_owned(), "sun".to_owned()]));
    }

    #[test]
    fn hours_past_midnight_open_the_next_day() {
        let hours = hours(&text("22:00-06:00")).expect("these are hours");
        let written: Vec<String> = hours.days[0].iter().map(|(from, to)| format!("{from}-{to}")).collect();
        assert_eq!(written, ["00:00-06:00", "22:00-24:00"]);
    }

    #[test]
    fn hours_round_the_clock_are_always() {
        assert!(hours(&text("00:00-24:00")).is_ok_and(|hours| hours.is_always()));
        let halves = Node { place: Place::default(), tree: Tree::List(vec![text("00:00-12:00"), text("12:00-24:00")]) };
        assert!(hours(&halves).is_ok_and(|hours| hours.is_always()));
    }

    #[test]
    fn overlapping_and_empty_hours_are_refused() {
        let both = Node { place: Place::default(), tree: Tree::List(vec![text("08:00-12:00"), text("11:00-13:00")]) };
        assert!(hours(&both).is_err());
        assert!(hours(&text("08:00-08:00")).is_err());
        assert!(hours(&text("late")).is_err());
    }
}
