//! `diagnose`: plays a scenario and tells what its routing leaves undone, turns around or spreads unevenly.

use std::path::PathBuf;
use std::thread::available_parallelism;

use clap::Args;
use serde_json::json;

use super::failure::Failure;
use super::output::{colour_on_stderr, print, print_json, say};
use super::values::{self, Printed, Replications};
use crate::plan::Plan;
use crate::scenario::{Scenario, render};
use crate::stats::diagnosis::DiagnosticRow;
use crate::study::Study;

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
        let (scenario, warnings) = Scenario::read(&self.file, &self.set)?;
        if !warnings.is_empty() {
            say(render(&warnings, colour_on_stderr()).trim_end());
        }
        let plan = Plan::new(scenario);
        let mut study = Study::new(&plan);
        study.seed = self.seed.unwrap_or(study.seed);
        study.threads = self.threads.unwrap_or_else(|| available_parallelism().map_or(1, std::num::NonZero::get));
        if let Some(Replications(range)) = &self.replications {
            study.replications = range.clone();
        }
        let centre = study.centre();
        let found = study.diagnose(&centre)?;
        let rows = found.rows(&centre, study.confidence);
        let (name, seed, confidence) = (&plan.scenario.name, study.seed, study.confidence);
        match self.format {
            Printed::Json => print_json(&json!({
                "schema": DIAGNOSIS,
                "scenario": name,
                "seed": seed,
                "replications": found.replications,
                "confidence": confidence.get(),
                "diagnostics": rows,
            })),
            Printed::Table => {
                let head = format!("{name}: {} replications, seed {seed}, {confidence} intervals", found.replications);
                print(&format!("{head}\n\n{}", table(&rows)))
            }
        }
    }
}

/// Rows in columns as wide as they need.
fn table(rows: &[DiagnosticRow]) -> String {
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

fn cells(row: &DiagnosticRow) -> [String; 6] {
    let number =
        |number: f64| if row.unit == "share" { format!("{:.2}%", number * 100.0) } else { format!("{number:.3}") };
    let interval = row.low.zip(row.high).map(|(low, high)| format!("{} to {}", number(low), number(high)));
    [
        row.diagnostic.to_owned(),
        format!("{} {}", row.of, row.name),
        row.cause.to_owned(),
        row.mean.map_or_else(|| "-".to_owned(), number),
        interval.unwrap_or_default(),
        row.unit.to_owned(),
    ]
}
