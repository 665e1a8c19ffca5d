//! `diagnose`: plays a scenario and tells what its routing leaves undone, turns around or spreads unevenly.

use std::path::PathBuf;
use std::thread::available_parallelism;

use clap::Args;
use serde::Serialize;
use serde_json::json;

use super::failure::Failure;
use super::interrupt;
use super::output::{colour_on_stderr, print, print_json, say};
use super::progress::Bar;
use super::values::{self, Printed, Replications};
use crate::plan::Plan;
use crate::record::MeasureRow;
use crate::scenario::{Method, Scenario, render};
use crate::stats::diagnosis::read;
use crate::study::{Ended, Study, Watch};

/// Name and version of the JSON form.
const DIAGNOSIS: &str = "switchboard.diagnosis/1";

/// Find idle agents beside waiting contacts, overtaking, starvation and uneven work.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Diagnose {
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
    /// Change one setting of the scenario, such as contacts.billing.arrivals=300/h; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    set: Vec<String>,
    /// How the result is printed
    #[arg(long, value_enum, default_value_t)]
    format: Printed,
}

const EXAMPLES: &str = "\
Examples:
  switchboard diagnose bank.toml
  switchboard diagnose bank.toml -n 100 --set 'routing.contact_order=[\"longest-wait\"]' --format json
  switchboard list diagnostics                what is looked for
  switchboard explain bank.toml --contact 4711        why one contact went where it went";

impl Diagnose {
    pub(super) fn act(&self) -> Result<(), Failure> {
        let (mut scenario, warnings) = Scenario::read(&self.file, &self.set)?;
        if !warnings.is_empty() {
            say(render(&warnings, colour_on_stderr()).trim_end());
        }
        scenario.horizon.diagnostics = true;
        if scenario.replicate.method == Method::BatchMeans {
            // The one long run is looked at as a whole.
            (scenario.replicate.method, scenario.replicate.count) = (Method::Replications, 1);
        }
        let plan = Plan::new(scenario);
        let mut study = Study::new(&plan);
        study.seed = self.seed.unwrap_or(study.seed);
        study.threads = self.threads.unwrap_or_else(|| available_parallelism().map_or(1, std::num::NonZero::get));
        if let Some(Replications(range)) = &self.replications {
            study.replications = range.clone();
        }
        let bar = Bar::new(study.replications.end - study.replications.start, false);
        let outcome = study.run(&Watch { cancel: interrupt::listen(), progress: &|progress| bar.show(progress) });
        bar.clear();
        let outcome = outcome?;
        let summary = outcome.evidence.summary(study.confidence);
        outcome.warnings.iter().chain(&summary.run.note).for_each(|line| say(&format!("note: {line}")));
        let totals = summary.measures.iter().filter(|row| row.interval_start.is_none());
        let rows: Vec<Row<'_>> = totals.filter_map(row).collect();
        let (name, seed, confidence, replications) =
            (&plan.scenario.name, study.seed, study.confidence, summary.run.replications);
        let printed = match self.format {
            Printed::Json => print_json(&json!({
                "schema": DIAGNOSIS,
                "scenario": name,
                "seed": seed,
                "replications": replications,
                "confidence": confidence.get(),
                "diagnostics": rows,
            })),
            Printed::Table => {
                let head = format!("{name}: {replications} replications, seed {seed}, {confidence} intervals");
                print(&format!("{head}\n\n{}", table(&rows)))
            }
        };
        match outcome.ended {
            Ended::AsAsked | Ended::Precise => printed,
            Ended::Cancelled => printed.and(Err(Failure::Interrupted)),
            Ended::LimitMet => printed.and(Err(Failure::SaidFailed)),
        }
    }
}

/// One number, with what it is about and how sure it is.
#[derive(Debug, Serialize)]
struct Row<'a> {
    diagnostic: &'static str,
    /// Kind of thing it is about: `all`, `queue` or `team`.
    of: &'a str,
    name: &'a str,
    /// The cause, for diagnostics that have several; empty for others.
    cause: &'a str,
    mean: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    unit: &'a str,
}

/// A measure as a row, if it is a diagnostic.
fn row(measure: &MeasureRow) -> Option<Row<'_>> {
    let (diagnostic, cause) = read(&measure.measure)?;
    let MeasureRow { of, name, mean, low, high, unit, .. } = measure;
    let (mean, low, high) = (*mean, *low, *high);
    Some(Row { diagnostic: diagnostic.keyword(), of, name, cause, mean, low, high, unit })
}

/// Rows in columns as wide as they need.
fn table(rows: &[Row<'_>]) -> String {
    let head = ["diagnostic", "of", "by", "mean", "interval", "unit"].map(str::to_owned);
    let cells: Vec<[String; 6]> = std::iter::once(head).chain(rows.iter().map(cells)).collect();
    let width = |column: usize| cells.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 6] = std::array::from_fn(width);
    let line = |row: &[String; 6]| {
        let [a, b, c, d, e, f] = widths;
        let text =
            format!("{:a$}  {:b$}  {:c$}  {:>d$}  {:>e$}  {:f$}", row[0], row[1], row[2], row[3], row[4], row[5]);
        format!("{}\n", text.trim_end())
    };
    cells.iter().map(line).collect()
}

fn cells(row: &Row<'_>) -> [String; 6] {
    let number =
        |number: f64| if row.unit == "share" { format!("{:.2}%", number * 100.0) } else { format!("{number:.3}") };
    let interval = row.low.zip(row.high).map(|(low, high)| format!("{} to {}", number(low), number(high)));
    [
        row.diagnostic.to_owned(),
        format!("{} {}", row.of, row.name).trim_end().to_owned(),
        row.cause.to_owned(),
        row.mean.map_or_else(|| "-".to_owned(), number),
        interval.unwrap_or_default(),
        row.unit.to_owned(),
    ]
}
