//! A story: what happened, step by step, as text for people or as JSON.

use serde_json::{Value, json};

use super::Naming;
use super::data;
use crate::record::Decision;
use crate::units::Instant;

/// Name and version of the JSON form of an explanation.
pub const EXPLANATION: &str = "switchboard.explanation/1";

/// What happened to one contact, or what one agent did.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Story {
    /// What it is about, in one line.
    pub title: String,
    /// What happened, in order.
    pub steps: Vec<Step>,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// When.
    pub at: Instant,
    /// What, in one sentence without its full stop.
    pub sentence: String,
    /// Why, line by line.
    pub details: Vec<String>,
    /// The decision behind it.
    pub decision: Option<Decision>,
}

impl Step {
    /// Something that needs no reason.
    pub(super) fn plain(at: Instant, sentence: impl Into<String>) -> Self {
        Self { at, sentence: sentence.into(), details: Vec::new(), decision: None }
    }
}

impl Story {
    /// For people: the title, then a line to each step with its reasons below.
    pub fn text(&self, naming: &Naming) -> String {
        let clocks: Vec<String> = self.steps.iter().map(|step| naming.clock(step.at)).collect();
        let width = clocks.iter().map(String::len).max().unwrap_or(0);
        let step = |(step, clock): (&Step, String)| {
            let details = step.details.iter().map(|line| format!("{:width$}    {line}\n", ""));
            std::iter::once(format!("{clock:width$}  {}\n", step.sentence)).chain(details).collect::<String>()
        };
        let steps: String = self.steps.iter().zip(clocks).map(step).collect();
        format!("{}\n\n{steps}", self.title)
    }

    /// For programs.
    pub fn json(&self, naming: &Naming) -> Value {
        let step = |step: &Step| {
            json!({
                "at": step.at.since(Instant::START).as_seconds(),
                "time": naming.civil(step.at),
                "sentence": step.sentence,
                "details": step.details,
                "decision": step.decision.as_ref().map(|decision| data::decision(decision, naming)),
            })
        };
        json!({
            "schema": EXPLANATION,
            "title": self.title,
            "steps": self.steps.iter().map(step).collect::<Vec<_>>(),
        })
    }
}
