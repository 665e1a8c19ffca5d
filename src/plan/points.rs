//! Points: what keys say of the contacts of one lane, worked out as far as it does not depend on the moment.

use std::sync::Arc;

use super::LanePlan;
use super::ranking::{Known, Line, Measure};
use crate::expression::{Program, Vocabulary};
use crate::routing::{ContactKey, QueueKey, Score, Urgent};
use crate::scenario::{ContactType, Queue, Scenario};
use crate::units::Span;

/// Points that stand still.
pub(super) fn still(points: f64) -> Measure {
    Measure::Line(Line::of(points, 0.0))
}

/// What a key of the queue order measures, by lane.
pub(super) fn of_queues(key: QueueKey, scenario: &Scenario, lanes: &[LanePlan]) -> Vec<Measure> {
    let total: f64 = scenario.queues.iter().map(|queue| queue.weight).sum();
    let measure = |lane: &LanePlan| {
        let weight = scenario.queues[lane.queue.index()].weight;
        match key {
            QueueKey::LongestQueue => Measure::Length(1.0),
            QueueKey::LongestWait => Measure::QueueWait,
            QueueKey::MaxWeight => Measure::Length(weight),
            QueueKey::QueueRatio => Measure::Excess(if total > 0.0 { weight / total } else { 0.0 }),
            QueueKey::QueueWeight => still(weight),
            QueueKey::ShareDeficit => {
                Measure::Deficit(scenario.teams.iter().map(|team| team.target(lane.queue)).collect())
            }
        }
    };
    lanes.iter().map(measure).collect()
}

/// What a key of a contact order measures, by lane; after a window, contacts of one lane are drawn apart.
pub(super) fn of_contacts(
    key: &ContactKey,
    after_window: bool,
    scenario: &Scenario,
    lanes: &[LanePlan],
) -> Vec<Measure> {
    match key {
        ContactKey::Random if after_window => vec![Measure::DrawnEach; lanes.len()],
        ContactKey::Random => vec![Measure::Drawn; lanes.len()],
        ContactKey::Expression(formula) => {
            let program = Arc::new(Program::new(formula));
            let of =
                |lane: &LanePlan| Measure::Program(Arc::clone(&program), Place::new(scenario, lane).sources(&program));
            lanes.iter().map(of).collect()
        }
        ContactKey::PairScore => {
            let points = |lane: &LanePlan| scenario.teams.iter().map(|team| team.points(lane.queue)).collect();
            lanes.iter().map(|lane| Measure::Pair(points(lane))).collect()
        }
        ContactKey::MeanWaitToObjective => {
            let by_tick = |lane: &LanePlan| Span::ticks(1).as_seconds() / Place::new(scenario, lane).objective();
            lanes.iter().map(|lane| Measure::MeanWait(lane.kind, by_tick(lane))).collect()
        }
        ContactKey::PredictedWait => vec![Measure::Predicted; lanes.len()],
        ContactKey::WeightedSum(parts) => of_sum(parts, scenario, lanes),
        _ => lanes.iter().map(|lane| Measure::Line(Place::new(scenario, lane).line(key))).collect(),
    }
}

/// What a weighted sum measures, by lane: a line, where its parts are lines without bounds.
fn of_sum(parts: &[(ContactKey, f64)], scenario: &Scenario, lanes: &[LanePlan]) -> Vec<Measure> {
    let columns: Vec<(Vec<Measure>, f64)> =
        parts.iter().map(|(key, weight)| (of_contacts(key, false, scenario, lanes), weight * seconds(key))).collect();
    let of = |lane: usize| {
        let parts: Vec<(Measure, f64)> =
            columns.iter().map(|(measures, weight)| (measures[lane].clone(), *weight)).collect();
        let line = |(measure, weight): &(Measure, f64)| match measure {
            Measure::Line(line) if line.is_unbounded() || *weight == 0.0 => {
                Some((line.base * weight, line.per_minute * weight))
            }
            _ => None,
        };
        let lines: Option<Vec<(f64, f64)>> = parts.iter().map(line).collect();
        match lines {
            Some(lines) => Measure::Line(Line::of(
                lines.iter().map(|(base, _)| base).sum(),
                lines.iter().map(|(_, per_minute)| per_minute).sum(),
            )),
            None => Measure::Sum(parts),
        }
    };
    (0..lanes.len()).map(of).collect()
}

/// How many units of what a key says in a sum make one of its points.
fn seconds(key: &ContactKey) -> f64 {
    match key {
        ContactKey::Deadline | ContactKey::LongestWait | ContactKey::NewestFirst => 60.0,
        _ => 1.0,
    }
}

/// Where the contacts of a lane wait.
struct Place<'a> {
    contact: &'a ContactType,
    queue: &'a Queue,
    /// Priority class.
    class: f64,
    /// Points.
    score: Score,
}

impl<'a> Place<'a> {
    fn new(scenario: &'a Scenario, lane: &LanePlan) -> Self {
        let (contact, queue) = (&scenario.contacts[lane.kind as usize], &scenario.queues[lane.queue.index()]);
        Self { contact, queue, class: f64::from(lane.urgency), score: lane.score }
    }

    /// Wait that is aimed at [seconds]; more than 0.
    fn objective(&self) -> f64 {
        self.contact.objective.unwrap_or(self.queue.objective).max(Span::ticks(1)).as_seconds()
    }

    /// Mean talk and wrap-up at normal speed [seconds]; more than 0.
    fn handle_time(&self) -> f64 {
        let shortest = Span::ticks(1).as_seconds();
        (self.contact.talk.mean() + self.contact.wrap_up.mean()).max(shortest)
    }

    /// The points of a key that gives points for waiting.
    fn line(&self, key: &ContactKey) -> Line {
        let dearness = self.contact.waiting_cost / self.handle_time();
        match key {
            ContactKey::Cmu => Line::of(dearness, 0.0),
            ContactKey::Deadline => Line::of(-self.objective() / 60.0, 1.0),
            ContactKey::GeneralisedCmu => Line::of(0.0, dearness),
            ContactKey::NewestFirst => Line::of(0.0, -1.0),
            ContactKey::Priority(Urgent::Lower) => Line::of(-self.class, 0.0),
            ContactKey::Priority(Urgent::Higher) => Line::of(self.class, 0.0),
            ContactKey::Score => {
                let base = self.score.base + self.score.per_class * self.class;
                let Score { per_minute, least, most, .. } = self.score;
                Line { base, per_minute, least, most }
            }
            ContactKey::WaitToObjective => Line::of(0.0, 60.0 / self.objective()),
            _ => Line::of(0.0, 1.0),
        }
    }

    /// Where the values of the fields of a program come from.
    fn sources(&self, program: &Program) -> Vec<Known> {
        let vocabulary = Vocabulary::of_contacts();
        program.fields().iter().map(|&field| self.source(&vocabulary.fields[field].name)).collect()
    }

    fn source(&self, field: &str) -> Known {
        match field {
            "attempt" => Known::Attempt,
            "deadline" => Known::Left(self.objective()),
            "further_wait" => Known::Further,
            "handle_time" => Known::Fixed(self.handle_time()),
            "objective" => Known::Fixed(self.objective()),
            "priority" => Known::Fixed(self.class),
            "queue_length" => Known::Length,
            "value" => Known::Fixed(self.contact.value),
            "wait" => Known::Wait,
            "wait_since_arrival" => Known::SinceArrival,
            _ => panic!("the field `{field}` of a contact has a source"),
        }
    }
}
