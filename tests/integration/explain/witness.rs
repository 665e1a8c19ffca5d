//! A second witness of diagnostics: the same numbers from the lines of a journal, by rules that are written out here.

use std::collections::BTreeMap;

use serde_json::Value;
use switchboard::record::MeasureRow;

use super::diagnosis::diagnosed;
use super::journal::lines;
use crate::stage;

/// Every rule that a stage of waiting or a team states.
const CENTRE: &str = "
horizon = { start = '2026-01-05T00:00', length = '12h' }
contacts.a = { arrivals = '40/h', talk = { exponential = '3m' }, skill = 's' }
contacts.gold = { arrivals = '12/h', talk = { exponential = '3m' }, skill = 's', queue = 'a', priority = 1 }
contacts.b = { arrivals = '40/h', talk = { exponential = '3m' }, skill = 't' }
queues.a = { steps = [{ at = '1m', requires = 'true', teams = ['late'] }] }
teams.main = { agents = 2, skills = ['s', 't'] }
teams.late = { agents = 1 }
teams.delayed = { agents = 1, skills = ['s', 't'], queues = { a = {}, b = { delay = '40s' } } }
teams.keeper = { agents = 2, skills = ['t'], keep_free = { b = 1 } }
";

const TEAMS: [&str; 4] = ["main", "late", "delayed", "keeper"];

/// What keeps a contact that has waited so long [seconds] from a team; `None` where the team never serves it.
fn rule(kind: &str, wait: f64, team: &str) -> Option<&'static str> {
    match (kind, team) {
        ("a", "main" | "delayed") | ("b", "main") => Some("unexplained"),
        ("a", "late") => Some(if wait < 60.0 { "step" } else { "unexplained" }),
        ("b", "delayed") => Some(if wait < 40.0 { "delay" } else { "unexplained" }),
        ("b", "keeper") => Some("kept-free"),
        _ => None,
    }
}

/// What the lines add up to.
#[derive(Default)]
struct Witness {
    /// By contact that waits: its queue, which is named as its type, and since when.
    waiting: BTreeMap<u64, (String, f64)>,
    available: BTreeMap<String, u32>,
    /// By queue and rule [seconds].
    apart: BTreeMap<(String, &'static str), f64>,
    /// By queue: answers, those after the step, and those out of order.
    answers: BTreeMap<String, [f64; 3]>,
    /// By queue: stays, and those that waited for more than ten times 20 s.
    stays: BTreeMap<String, [f64; 2]>,
}

impl Witness {
    /// Counts the time from one moment to another, at neither end of which anything changes but a stage in between.
    fn pass(&mut self, from: f64, to: f64) {
        for (kind, since) in self.waiting.values() {
            let bounds = [40.0, 60.0].map(|stage| (since + stage).clamp(from, to));
            for (from, to) in [(from, bounds[0]), (bounds[0], bounds[1]), (bounds[1], to)] {
                let there = TEAMS.iter().filter(|team| self.available.get(**team).is_some_and(|free| *free > 0));
                let mut rules = there.filter_map(|team| rule(kind, from.midpoint(to) - since, team));
                let all: Vec<&str> = rules.by_ref().collect();
                let nearest = all.iter().find(|rule| **rule == "unexplained").or(all.first());
                if let Some(rule) = nearest {
                    *self.apart.entry((kind.clone(), rule)).or_default() += to - from;
                }
            }
        }
    }

    fn hear(&mut self, line: &Value) {
        let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
        let (at, wait) = (line["at"].as_f64().unwrap_or(0.0), line["wait"].as_f64().unwrap_or(0.0));
        match line["event"].as_str().unwrap_or_default() {
            "began-waiting" => {
                self.waiting.insert(line["contact"].as_u64().expect("a number"), (text("queue"), at));
            }
            "stopped-waiting" => {
                self.waiting.remove(&line["contact"].as_u64().expect("a number"));
            }
            "moved" => {
                let team = text("agent").rsplit_once('-').map(|(team, _)| team.to_owned()).unwrap_or_default();
                let free = self.available.entry(team).or_default();
                *free += u32::from(text("to") == "available");
                *free -= u32::from(text("from") == "available");
            }
            "answered" => {
                let queue = text("queue");
                let older = self.waiting.values().any(|(other, since)| *other == queue && *since < at - wait - 1e-9);
                let counts = self.answers.entry(queue).or_default();
                counts[0] += 1.0;
                counts[1] += f64::from(u8::from(wait >= 60.0));
                counts[2] += f64::from(u8::from(older));
            }
            _ => {}
        }
        if matches!(line["event"].as_str(), Some("answered" | "departed")) {
            let counts = self.stays.entry(text("queue")).or_default();
            counts[0] += 1.0;
            counts[1] += f64::from(u8::from(wait > 200.0));
        }
    }
}

#[test]
fn the_lines_of_a_journal_add_up_to_the_diagnostics() {
    let mut witness = Witness::default();
    let mut last = 0.0;
    for line in &lines(&stage::plan(CENTRE)) {
        let at = line["at"].as_f64().unwrap_or(last);
        witness.pass(last, at);
        witness.hear(line);
        last = at;
    }
    let rows: Vec<MeasureRow> = diagnosed(CENTRE, 1, 1);
    let told = |measure: &str, queue: &str| {
        let row = rows.iter().find(|row| row.measure == measure && row.of == "queue" && row.name == queue);
        row.and_then(|row| row.mean).unwrap_or_else(|| panic!("no {measure} of {queue} in {rows:?}"))
    };
    let near = |one: f64, other: f64| (one - other).abs() < 1e-4;
    for (queue, rule) in [("a", "step"), ("b", "delay"), ("b", "kept-free")] {
        let apart = witness.apart.get(&(queue.to_owned(), rule)).copied().unwrap_or(0.0);
        let measured = told(&format!("idle_while_waiting:{rule}"), queue);
        assert!(apart > 1.0 && near(apart, measured), "{queue} by {rule}: {apart} s, measured {measured} s");
    }
    for queue in ["a", "b"] {
        assert_eq!(witness.apart.get(&(queue.to_owned(), "unexplained")).copied().unwrap_or(0.0), 0.0);
        let [answers, _, overtakes] = witness.answers[queue];
        assert!(answers > 100.0, "{queue}: {answers}");
        assert_eq!(told("overtakes:order", queue) + told("overtakes:ability", queue), overtakes);
        let [stays, starved] = witness.stays[queue];
        assert!(near(told("starved", queue), starved / stays));
    }
    assert!(witness.answers.values().any(|[_, _, overtakes]| *overtakes > 0.0));
    let [answers, late, _] = witness.answers["a"];
    assert!(late > 0.0 && near(told("answered_at_step:1", "a"), late / answers));
    assert!(near(told("answered_at_step:0", "a"), 1.0 - late / answers));
}
