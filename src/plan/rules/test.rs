//! Tests: conditions made ready, with what they read and when time alone may change them.

use super::Crews;
use crate::expression::{Combine, Course, Formula, Moves, Program, Slope};
use crate::scenario::{Condition, Count, Crew, Gauge};
use crate::units::TeamId;

/// A condition made ready.
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    /// Whether it holds.
    pub program: Program,
    /// What its fields read.
    pub sources: Vec<Source>,
    /// Comparisons in it that time alone can make true or false.
    pub crossings: Vec<Crossing>,
    /// Whether it reads the time of day, which begins again at midnight.
    pub reads_clock: bool,
}

/// A comparison that time alone can make true or false.
#[derive(Debug, Clone, PartialEq)]
pub struct Crossing {
    /// What it compares with 0.
    pub program: Program,
    /// What its fields read.
    pub sources: Vec<Source>,
    /// By how much that changes every second.
    pub slope: f64,
}

/// Where the value of a field of a condition comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// Contacts that wait in a queue.
    Length(u32),
    /// Longest time in a queue of those who wait there.
    OldestWait(u32),
    /// Wait of one who comes now.
    ExpectedWait(u32),
    /// Share answered in time lately.
    ServiceLevel(u32),
    /// Whether a queue is within its hours.
    Open(u32),
    /// So many people of these teams.
    People(Count, Vec<TeamId>),
    /// Time since midnight.
    TimeOfDay,
    /// Whether a switch is on.
    Switch(u32),
}

impl Test {
    /// A condition made ready; `step` are the teams that its step counts in.
    pub(super) fn new(condition: &Condition, crews: &Crews<'_>, step: &[TeamId]) -> Self {
        let gauges = &condition.gauges;
        let sources = |program: &Program| -> Vec<Source> {
            program.fields().iter().map(|&field| source(gauges[field], crews, step)).collect()
        };
        let program = Program::new(&condition.formula);
        let mut differences = Vec::new();
        add_differences(&condition.formula, &mut differences);
        let crossing = |(formula, slope): (Formula, f64)| {
            let program = Program::new(&formula);
            Crossing { sources: sources(&program), program, slope }
        };
        let sources = sources(&program);
        Self {
            reads_clock: sources.contains(&Source::TimeOfDay),
            crossings: differences.into_iter().map(crossing).collect(),
            program,
            sources,
        }
    }
}

fn source(gauge: Gauge, crews: &Crews<'_>, step: &[TeamId]) -> Source {
    match gauge {
        Gauge::Length(queue) => Source::Length(queue.0),
        Gauge::OldestWait(queue) => Source::OldestWait(queue.0),
        Gauge::ExpectedWait(queue) => Source::ExpectedWait(queue.0),
        Gauge::ServiceLevel(queue) => Source::ServiceLevel(queue.0),
        Gauge::Open(queue) => Source::Open(queue.0),
        Gauge::People(Crew::Team(team), count) => Source::People(count, vec![team]),
        Gauge::People(Crew::Queue(queue), count) => Source::People(count, crews.members[queue.index()].clone()),
        Gauge::People(Crew::Step, count) => Source::People(count, step.to_vec()),
        Gauge::TimeOfDay => Source::TimeOfDay,
        Gauge::Switch(number) => Source::Switch(number as u32),
    }
}

/// Adds the difference of both sides of every comparison, where it changes evenly while nothing happens, and by how
/// much every second.
fn add_differences(formula: &Formula, found: &mut Vec<(Formula, f64)>) {
    match formula {
        Formula::Constant(_) | Formula::Field(..) => {}
        Formula::Turned(_, of) => add_differences(of, found),
        Formula::Choice(of) => of.iter().for_each(|part| add_differences(part, found)),
        Formula::Combined(combine, of) => {
            of.iter().for_each(|part| add_differences(part, found));
            let compares = matches!(
                combine,
                Combine::Less | Combine::AtMost | Combine::More | Combine::AtLeast | Combine::Equal | Combine::Unequal
            );
            let difference = still(&Formula::Combined(Combine::Subtract, of.clone()));
            if compares && let Course::Straight(Slope::Common(slope)) = Course::of(&difference) {
                found.push((difference, slope));
            }
        }
    }
}

/// The formula while nothing happens: only the clock moves.
fn still(formula: &Formula) -> Formula {
    match formula {
        Formula::Field(field, Moves::Events) => Formula::Field(*field, Moves::Never),
        Formula::Constant(_) | Formula::Field(..) => formula.clone(),
        Formula::Turned(turn, of) => Formula::Turned(*turn, Box::new(still(of))),
        Formula::Combined(combine, of) => Formula::Combined(*combine, Box::new(of.each_ref().map(still))),
        Formula::Choice(of) => Formula::Choice(Box::new(of.each_ref().map(still))),
    }
}
