//! `run`: plays a scenario, prints what came out, and writes it into a folder.

mod journal;
mod log;

use std::path::PathBuf;
use std::thread::available_parallelism;

use clap::Args;

use super::failure::Failure;
use super::interrupt;
use super::output::{colour_on_stderr, say};
use super::progress::Bar;
use super::results::{Results, folder};
use super::values::{self, Replications};
use crate::plan::Plan;
use crate::report::Format;
use crate::scenario::{Diagnostic, Method, Scenario, render};
use crate::stats::until::Goal;
use crate::study::{Ended, Outcome, Source, Study, Watch};
use crate::units::Share;

/// Replications that a goal of precision is given when nobody says how many.
const MOST_FOR_A_GOAL: u64 = 10_000;

/// Play a scenario: prints a table, and writes charts, tables and a report into results/<scenario>/.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Run {
    /// The scenario, a TOML file
    file: PathBuf,
    /// How many times to play it, or which replications: 20, or 500..1000 [default: the scenario's, 20]
    #[arg(long, short = 'n', value_name = "N|A..B")]
    replications: Option<Replications>,
    /// Names the chance: same seed, same numbers [default: the scenario's, 1]
    #[arg(long)]
    seed: Option<u64>,
    /// Threads to play on; the result is the same on any number [default: one for each core]
    #[arg(long, value_parser = values::threads)]
    threads: Option<usize>,
    /// Probability that a confidence interval covers [default: the scenario's, 95%]
    #[arg(long, value_parser = values::confidence)]
    confidence: Option<Share>,
    /// Change one setting of the scenario, such as contacts.billing.arrivals=300/h; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    set: Vec<String>,
    /// Stop as soon as a measure is this sure, such as 'service_level ± 1%' or 'mean_wait[queue billing] +- 2s';
    /// without --replications, at most 10000 are played
    #[arg(long, value_name = "GOAL")]
    until: Option<Goal>,
    /// Folder to write into [default: results/<scenario>]
    #[arg(long, value_name = "DIR", conflicts_with = "no_files")]
    out: Option<PathBuf>,
    /// Write no files except those asked for by name
    #[arg(long)]
    no_files: bool,
    /// How the result is printed
    #[arg(long, value_parser = values::format(), default_value = "table")]
    format: Format,
    /// Write every contact into a CSV file, a pipe or /dev/stdout; plays on one thread, so that contacts come in order
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,
    /// Write everything that happens in one replication, decisions of routing included, as lines of JSON into a file, a
    /// pipe or /dev/stdout
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
    /// Which replication the journal tells [default: the first]
    #[arg(long, value_name = "N", requires = "journal")]
    journal_replication: Option<u64>,
    /// Say nothing but errors beside the result
    #[arg(long, short)]
    quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  switchboard run bank.toml
  switchboard run bank.toml --replications 100 --set teams.front.agents=14 --out results/fourteen
  switchboard run bank.toml --until 'service_level ± 1%' --format json | jq .run
  switchboard run bank.toml --replications 500..1000 --out part-2    (see `switchboard merge`)

An interrupted run still shows and writes the replications that were finished.";

impl Run {
    pub(super) fn act(&self) -> Result<(), Failure> {
        let (scenario, warnings) = Scenario::read(&self.file, &self.set)?;
        if !warnings.is_empty() && !self.quiet {
            say(render(&warnings, colour_on_stderr()).trim_end());
        }
        let until = self.goal(&scenario)?;
        let out = (!self.no_files).then(|| folder(self.out.as_deref(), &scenario.name));
        let results = Results::prepare(out, self.format, self.quiet)?;
        let plan = Plan::new(scenario);
        let study = self.study(&plan, until);
        let outcome = match self.tell_journal(&study).and_then(|()| self.play(&study)) {
            Ok(outcome) => outcome,
            Err(failure) => {
                results.give_up();
                return Err(failure);
            }
        };
        self.tell(&outcome, warnings, study.confidence, results)
    }

    /// The goal asked for here, or by the scenario.
    fn goal(&self, scenario: &Scenario) -> Result<Option<Goal>, Failure> {
        let written = || scenario.replicate.until.as_deref().map(str::parse).transpose();
        let written = written().map_err(|error| Failure::Mistake(format!("`replicate.until`: {error}")));
        self.until.clone().map_or_else(|| written, |goal| Ok(Some(goal)))
    }

    fn study<'plan>(&self, plan: &'plan Plan, until: Option<Goal>) -> Study<'plan> {
        let mut study = Study::new(plan);
        study.source = Source { file: self.file.display().to_string(), overrides: self.set.clone() };
        study.threads = self.threads.unwrap_or_else(|| available_parallelism().map_or(1, std::num::NonZero::get));
        study.seed = self.seed.unwrap_or(study.seed);
        study.confidence = self.confidence.unwrap_or(study.confidence);
        if let Some(Replications(range)) = &self.replications {
            study.replications = range.clone();
        } else if self.until.is_some() && plan.scenario.replicate.method == Method::Replications {
            study.replications.end = study.replications.start + MOST_FOR_A_GOAL;
        }
        study.until = until;
        study
    }

    /// Writes the journal of one replication before all are played and counted.
    fn tell_journal(&self, study: &Study<'_>) -> Result<(), Failure> {
        let Some(path) = &self.journal else { return Ok(()) };
        let replication = self.journal_replication.unwrap_or(study.replications.start);
        journal::write(study, replication, path)
    }

    fn play(&self, study: &Study<'_>) -> Result<Outcome, Failure> {
        let bar = Bar::new(study.replications.end - study.replications.start, self.quiet);
        let watch = Watch { cancel: interrupt::listen(), progress: &|progress| bar.show(progress) };
        let outcome = match &self.log {
            Some(path) => log::run(study, path, &watch),
            None => study.run(&watch).map_err(Failure::from),
        };
        bar.clear();
        outcome
    }

    /// Shows and writes what came out; an early end keeps its exit code.
    fn tell(
        &self,
        outcome: &Outcome,
        warnings: Vec<Diagnostic>,
        confidence: Share,
        results: Results,
    ) -> Result<(), Failure> {
        let messages = warnings.into_iter().map(|warning| warning.message);
        let messages: Vec<String> = messages.chain(outcome.warnings.iter().cloned()).collect();
        let shown = results.show(&outcome.evidence, confidence, &messages);
        let note = outcome.evidence.note.iter().filter(|_| !self.quiet || outcome.ended == Ended::LimitMet);
        outcome.warnings.iter().chain(note).for_each(|line| say(&format!("note: {line}")));
        match outcome.ended {
            Ended::AsAsked | Ended::Precise => shown,
            Ended::Cancelled => shown.and(Err(Failure::Interrupted)),
            Ended::LimitMet => shown.and(Err(Failure::SaidFailed)),
        }
    }
}
