//! Contacts per second of several programs on the same two workloads, side by side in one run.
//!
//! `cargo bench --bench side_by_side` alternates the programs, so that a change of the machine's pace meets
//! all of them, and prints medians of CPU time over the rounds, ratios, and whether each program's results
//! lie inside the reference intervals. Options follow `--`: `--save` writes `results/speed/side-by-side.csv`
//! and `.md`, `--rounds N` changes the number of rounds from five, `--only NAME` leaves out all other
//! programs but the floor.

mod floor;

#[path = "side_by_side/competitors.rs"]
mod competitors;
#[path = "side_by_side/cpu_time.rs"]
mod cpu_time;
#[path = "side_by_side/machine.rs"]
mod machine;
#[path = "side_by_side/outcome.rs"]
mod outcome;
#[path = "side_by_side/peers.rs"]
mod peers;
#[path = "side_by_side/reference.rs"]
mod reference;
#[path = "side_by_side/switchboard.rs"]
mod switchboard;
#[path = "side_by_side/table.rs"]
mod table;

use std::path::Path;
use std::process::ExitCode;

use competitors::{Competitor, FLOOR, competitors};
use outcome::Workload;
use reference::Reference;
use table::{Row, csv, markdown};

/// What is asked on the command line.
struct Asked {
    /// Rounds of each program.
    rounds: u64,
    /// Whether to write the results.
    save: bool,
    /// The one program to compare with the floor, if not all.
    only: Option<String>,
}

fn main() -> ExitCode {
    match asked(std::env::args().skip(1)).and_then(|asked| compare(&asked)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn asked(mut arguments: impl Iterator<Item = String>) -> Result<Asked, String> {
    let mut asked = Asked { rounds: 5, save: false, only: None };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            // Cargo adds this one.
            "--bench" => {}
            "--save" => asked.save = true,
            "--only" => {
                asked.only = Some(arguments.next().ok_or("`--only` needs a program's name")?);
            }
            "--rounds" => {
                let rounds = arguments.next().and_then(|rounds| rounds.parse().ok());
                asked.rounds = rounds.filter(|&rounds| rounds > 0).ok_or("`--rounds` needs a number from 1")?;
            }
            other => {
                return Err(format!("`{other}` is not one of --save, --rounds N, --only NAME"));
            }
        }
    }
    Ok(asked)
}

fn compare(asked: &Asked) -> Result<(), String> {
    let wanted = |name: &str| name == FLOOR || asked.only.as_ref().is_none_or(|only| only == name);
    let programs: Vec<Competitor> = competitors().into_iter().filter(|program| wanted(program.name)).collect();
    let mut rows = Vec::new();
    for workload in Workload::ALL {
        rows.extend(rounds(&programs, workload, asked.rounds)?);
    }
    let table = markdown(&rows);
    println!("{table}");
    if asked.save {
        save(&rows, &table, asked.rounds).map_err(|error| format!("results/speed: {error}"))?;
    }
    Ok(())
}

/// Alternates the programs on a workload; one that cannot run is skipped from then on, aloud.
fn rounds(programs: &[Competitor], workload: Workload, rounds: u64) -> Result<Vec<Row>, String> {
    let reference = Reference::of(workload)?;
    let mut rows: Vec<Row> = programs.iter().map(|program| empty_row(program, workload)).collect();
    for round in 1..=rounds {
        for (program, row) in programs.iter().zip(&mut rows) {
            if row.remarks.is_empty() {
                run(program, row, round);
            }
        }
    }
    for row in rows.iter_mut().filter(|row| row.remarks.is_empty()) {
        row.remarks = reference.misses(&row.runs);
    }
    Ok(rows)
}

fn empty_row(program: &Competitor, workload: Workload) -> Row {
    Row { name: program.name, workload, runs: Vec::new(), remarks: Vec::new() }
}

fn run(program: &Competitor, row: &mut Row, round: u64) {
    let (name, workload) = (program.name, row.workload.name());
    match (program.run)(row.workload, round, program.contacts) {
        Ok(outcome) => {
            let speed = outcome.contacts as f64 / outcome.seconds;
            eprintln!("{workload} round {round}: {name} {speed:.0} contacts/s");
            row.runs.push(outcome);
        }
        Err(reason) => {
            eprintln!("{workload}: {name} is skipped: {reason}");
            row.runs.clear();
            row.remarks.push(reason);
        }
    }
}

fn save(rows: &[Row], table: &str, rounds: u64) -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("results/speed");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("side-by-side.csv"), csv(rows))?;
    let text = format!(
        "# Side by side\n\n\
         Contacts per second of CPU time, medians of {rounds} alternating rounds with seeds 1 to {rounds}, \
         one thread.\nMachine: {}. Every round is in `side-by-side.csv`.\n\n\
         ```text\npip install simpy==4.1.2 ciw==3.2.7\n\
         cargo bench --bench side_by_side -- --rounds {rounds} --save\n```\n\n{table}",
        machine::processor()
    );
    std::fs::write(folder.join("side-by-side.md"), text)
}
