//! `check`: every mistake and suspicion in a scenario, or what was understood.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::failure::Failure;
use super::output::{colour_on_stderr, print, print_json, say};
use super::values::Printed;
use crate::plan::Plan;
use crate::scenario::{Diagnostic, Method, Scenario, render};

/// Find every mistake in a scenario, and say what was understood.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Check {
    /// The scenario, a TOML file
    file: PathBuf,
    /// Change one setting first, such as contacts.billing.arrivals=300/h; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    set: Vec<String>,
    /// How the result is printed
    #[arg(long, value_enum, default_value_t)]
    format: Printed,
}

const EXAMPLES: &str = "\
Examples:
  switchboard check bank.toml
  switchboard check bank.toml --format json

Exit codes: 0 playable, with or without warnings; 2 mistakes.";

impl Check {
    pub(super) fn act(&self) -> Result<(), Failure> {
        let (scenario, diagnostics) = match Scenario::read(&self.file, &self.set) {
            Ok((scenario, warnings)) => (Some(scenario), warnings),
            Err(problems) => (None, problems.diagnostics),
        };
        let understood = scenario.map(understood);
        match self.format {
            Printed::Table => tell(understood.as_deref(), &diagnostics)?,
            Printed::Json => {
                let playable = understood.is_some();
                print_json(&json!({ "playable": playable, "understood": understood, "problems": diagnostics }))?;
            }
        }
        if understood.is_some() { Ok(()) } else { Err(Failure::SaidMistake) }
    }
}

fn tell(understood: Option<&str>, diagnostics: &[Diagnostic]) -> Result<(), Failure> {
    if !diagnostics.is_empty() {
        say(render(diagnostics, colour_on_stderr()).trim_end());
    }
    understood.map_or(Ok(()), |line| print(&format!("{line}\n")))
}

/// What the program will play, in one line.
fn understood(scenario: Scenario) -> String {
    let plan = Plan::new(scenario);
    let scenario = &plan.scenario;
    let (horizon, replicate) = (&scenario.horizon, &scenario.replicate);
    let times = match replicate.method {
        Method::Replications => counted(replicate.count as usize, "replication"),
        Method::BatchMeans => counted(replicate.count as usize, "batch").replace("batchs", "batches"),
    };
    format!(
        "{}: {}, {}, {} with {}; {} from {:.0} in intervals of {}; {times}, seed {}",
        scenario.name,
        counted(scenario.contacts.len(), "contact type"),
        counted(scenario.queues.len(), "queue"),
        counted(scenario.teams.len(), "team"),
        counted(plan.agents.len(), "agent"),
        horizon.calendar.length,
        horizon.calendar.start,
        horizon.interval,
        replicate.seed,
    )
}

fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
