//! Conditions on the measured state of the centre: a typed expression over queues, teams, switches and the time of day.
//!
//! One vocabulary for every rule that looks at the centre; what a rule does with the answer is its own.

use super::Scenario;
use super::read::Names;
use super::section::Site;
use crate::expression::{Field, FieldKind, Formula, Moves, QUEUE_FIELDS, Sort, TEAM_FIELDS, Vocabulary, Wanted, read};
use crate::family::{Around, Family, Settings};
use crate::units::{QueueId, TeamId};

/// A condition over the state of the centre.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// As the file writes it.
    pub text: String,
    /// Its fields are positions in `gauges`.
    pub formula: Formula,
    /// What its fields read.
    pub gauges: Vec<Gauge>,
}

/// Something of the centre that can be read at any moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gauge {
    /// Contacts that wait in a queue.
    Length(QueueId),
    /// Longest time in a queue of those who wait there [seconds].
    OldestWait(QueueId),
    /// Wait of one who comes now [seconds].
    ExpectedWait(QueueId),
    /// Share answered in time of those who were answered or gave up lately.
    ServiceLevel(QueueId),
    /// Whether a queue is within its hours.
    Open(QueueId),
    /// So many people.
    People(Crew, Count),
    /// Time since midnight [seconds].
    TimeOfDay,
    /// Whether a switch is on: its position among all.
    Switch(usize),
}

/// Which people are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crew {
    /// Those of a team.
    Team(TeamId),
    /// Those who may serve a queue.
    Queue(QueueId),
    /// Those whom the step counts in in which the condition stands.
    Step,
}

/// What is counted of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// With room for one contact more.
    Available,
    /// With nothing in hand, waiting for a contact.
    Idle,
    /// At work, on a break too.
    Staffed,
}

impl Condition {
    /// A condition that the reader has found to be right.
    pub(super) fn new(text: String, names: &Names, around: Around, here: QueueId) -> Self {
        let (words, gauges) = gauges(names, around, here);
        let formula = read(&text, &words, Wanted::Truth).expect("the reader refuses a wrong condition");
        Self { text, formula, gauges }
    }

    /// What it reads, each once.
    pub fn reads(&self) -> Vec<Gauge> {
        self.formula.fields().into_iter().map(|field| self.gauges[field]).collect()
    }

    /// The switch that it names, if it says nothing else.
    pub fn names_switch(&self) -> Option<usize> {
        let Formula::Field(field, _) = self.formula else { return None };
        if let Gauge::Switch(number) = self.gauges[field] { Some(number) } else { None }
    }

    /// Whether it says the same as another, wherever it stands.
    pub fn same_as(&self, other: &Self) -> bool {
        self.text == other.text && self.reads() == other.reads()
    }

    /// Its value where it is always the same.
    pub(super) fn constant(&self) -> Option<bool> {
        if let Formula::Constant(value) = self.formula { Some(value != 0.0) } else { None }
    }
}

impl Site<'_> {
    /// The condition of an optional setting.
    pub(super) fn condition(&self, table: &Settings, name: &str, around: Around, here: QueueId) -> Option<Condition> {
        table.find_text(name).map(|text| Condition::new(text, self.names, around, here))
    }
}

impl Scenario {
    /// Every condition of the file.
    pub(super) fn conditions(&self) -> Vec<&Condition> {
        let mut all: Vec<&Condition> =
            self.switches.iter().flat_map(|switch| [&switch.on, &switch.off]).flatten().collect();
        all.extend(self.flows.iter().flat_map(|flow| &flow.nodes).flat_map(super::Node::conditions));
        for queue in &self.queues {
            all.extend(queue.overflow.iter().map(|rule| &rule.when));
            all.extend(queue.wait_check.iter().map(|check| &check.only_if));
            all.extend(queue.callback.iter().filter_map(|callback| callback.only_if.as_ref()));
            all.extend(&queue.overload);
            all.extend(queue.steps.iter().flat_map(|step| [&step.only_if, &step.skip_if]).flatten());
        }
        for team in &self.teams {
            all.extend(team.queues.iter().filter_map(|member| member.while_.as_ref()));
            all.extend(team.skills_while.iter().map(|(_, condition)| condition));
            let adaptive = team.keep_free.iter().filter_map(|keep| keep.others.adaptive());
            all.extend(adaptive.flat_map(|of| [&of.raise_if, &of.lower_if]).flatten());
        }
        all
    }
}

/// The words of a condition and what they read; `here` is the queue in which it stands.
pub(super) fn gauges(names: &Names, around: Around, here: QueueId) -> (Vocabulary, Vec<Gauge>) {
    let mut words = Words { fields: Vec::new(), gauges: Vec::new() };
    if around != Around::Centre {
        words.queue("queue", here);
    }
    for (number, name) in names.queues.iter().enumerate() {
        words.queue(&format!("queue.{name}"), QueueId::of(number));
    }
    if around == Around::Step {
        words.people("step", Crew::Step);
    }
    for (number, name) in names.teams.iter().enumerate() {
        words.people(&format!("team.{name}"), Crew::Team(TeamId::of(number)));
    }
    for (number, name) in names.switches.iter().enumerate() {
        words.add(format!("switch.{name}"), FieldKind { truth: true, moves: Moves::Events }, Gauge::Switch(number));
    }
    let time = FieldKind { truth: false, moves: Moves::Clock(1.0) };
    words.add("time_of_day".to_owned(), time, Gauge::TimeOfDay);
    (Vocabulary { fields: words.fields, noun: "field of the centre" }, words.gauges)
}

struct Words {
    fields: Vec<Field>,
    gauges: Vec<Gauge>,
}

impl Words {
    fn add(&mut self, name: String, kind: FieldKind, gauge: Gauge) {
        let sort = if kind.truth { Sort::Truth } else { Sort::Number };
        self.fields.push(Field { name, sort, moves: kind.moves });
        self.gauges.push(gauge);
    }

    fn all(&mut self, before: &str, family: &Family<FieldKind>, gauge: impl Fn(&str) -> Gauge) {
        for entry in family.entries {
            let keyword = entry.member.keyword;
            self.add(format!("{before}.{keyword}"), entry.make, gauge(keyword));
        }
    }

    fn queue(&mut self, before: &str, queue: QueueId) {
        self.all(before, &QUEUE_FIELDS, |field| match field {
            "length" => Gauge::Length(queue),
            "oldest_wait" => Gauge::OldestWait(queue),
            "expected_wait" => Gauge::ExpectedWait(queue),
            "service_level" => Gauge::ServiceLevel(queue),
            "open" => Gauge::Open(queue),
            other => Gauge::People(Crew::Queue(queue), count(other)),
        });
    }

    fn people(&mut self, before: &str, crew: Crew) {
        self.all(before, &TEAM_FIELDS, |field| Gauge::People(crew, count(field)));
    }
}

fn count(field: &str) -> Count {
    match field {
        "available" => Count::Available,
        "idle" => Count::Idle,
        "staffed" => Count::Staffed,
        other => panic!("the field `{other}` of people is counted"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_of_a_field_is_a_condition() {
        let names = Names { teams: vec!["front".to_owned()], ..Names::default() };
        for entry in QUEUE_FIELDS.entries.iter().chain(TEAM_FIELDS.entries) {
            let text = entry.member.example.trim_matches('"').to_owned();
            assert_eq!(Condition::new(text, &names, Around::Step, QueueId(0)).reads().len(), 1);
        }
    }
}
