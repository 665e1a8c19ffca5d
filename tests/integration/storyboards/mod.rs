//! Storyboards: tiny centres whose day is told line by line.
//!
//! A story is a scenario and the journal it must give, with times that can be checked in the head. A scenario is
//! written as in a file, except that `at 0s, 5s` stands for contacts that come at these times after midnight.

mod admission;
mod after_call;
mod after_talk;
mod again;
mod agents;
mod backlog;
mod blending;
mod breaks;
mod callbacks;
mod chasers;
mod closing;
mod counts;
mod deferred;
mod dialling;
mod endings;
mod estimates;
mod flows;
mod guards;
mod holds;
mod idle_clocks;
mod imperfections;
mod instants;
mod issues;
mod limits;
mod lists;
mod messages;
mod offering;
mod offers;
mod ordering;
mod orders;
mod own;
mod own_orders;
mod pairs;
mod places;
mod presets;
mod published;
mod queues;
mod requirements;
mod reserves;
mod rings_at_desks;
mod rooms;
mod schedules;
mod self_service;
mod several_queues;
mod shifts;
mod steps;
mod switches;
mod transfers;
mod turns;
mod waiting;
mod waiting_longer;

use switchboard::units::Span;

use crate::stage;

/// A day in this centre goes like that.
fn story(scenario: &str, expected: &str) {
    let told = journal(scenario);
    let wanted: String =
        expected.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|it| [it, "\n"]).collect();
    assert!(told == wanted, "the day went otherwise\n\n{}", side_by_side(&wanted, &told));
}

/// The journal of a scenario written with `at`.
fn journal(scenario: &str) -> String {
    stage::journal(&stage::plan(&scheduled(scenario)), stage::SEED, 0)
}

/// What agents answer, in order: the contact, and after how long a wait.
fn answers(scenario: &str) -> Vec<String> {
    journal(scenario).lines().filter_map(|line| Some(line.split_once(" answers ")?.1.to_owned())).collect()
}

/// How many lines of a journal end like this.
fn ending(journal: &str, end: &str) -> usize {
    journal.lines().filter(|line| line.ends_with(end)).count()
}

/// Writes `at 0s, 1m` as the file format does.
pub(crate) fn scheduled(scenario: &str) -> String {
    let line = |line: &str| match line.trim().strip_prefix("arrivals = at ") {
        Some(times) => {
            let clocks: Vec<String> = times.split(',').map(clock).collect();
            format!("arrivals = {{ scheduled = [{}] }}\n", clocks.join(", "))
        }
        None => format!("{}\n", line.trim()),
    };
    scenario.lines().map(line).collect()
}

fn clock(after_midnight: &str) -> String {
    let span: Span = after_midnight.trim().parse().expect("a duration");
    let seconds = span.as_ticks() / switchboard::units::TICKS_PER_SECOND;
    format!("\"{:02}:{:02}:{:02}\"", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// Both days, with a mark before the first line that differs.
fn side_by_side(wanted: &str, told: &str) -> String {
    let same = wanted.lines().zip(told.lines()).take_while(|(one, other)| one == other).count();
    let marked = |text: &str| -> String {
        let mark = |(number, line)| format!("{} {line}\n", if number == same { ">" } else { " " });
        text.lines().enumerate().map(mark).collect()
    };
    format!("expected\n{}\ntold\n{}", marked(wanted), marked(told))
}
