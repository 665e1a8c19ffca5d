//! How cost grows: with agents, with threads, from nothing to the first result, and in memory over a year.
//!
//! `cargo bench --bench growth` prints medians over alternating rounds. Options follow `--`: `--save` writes
//! `results/speed/growth.md` and `.csv`, `--rounds N` changes the number of rounds from three.

#[path = "growth/agents.rs"]
mod agents;
#[path = "side_by_side/cpu_time.rs"]
mod cpu_time;
#[path = "side_by_side/machine.rs"]
mod machine;
#[path = "growth/memory.rs"]
mod memory;
#[path = "growth/rounds.rs"]
mod rounds;
#[path = "growth/start.rs"]
mod start;
#[path = "growth/table.rs"]
mod table;
#[path = "growth/threads.rs"]
mod threads;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rounds::{Asked, Question, asked};
use table::Figure;

/// In the order of the table.
const QUESTIONS: [Question; 4] = [agents::ask, threads::ask, start::ask, memory::ask];

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().collect();
    if arguments.get(1).is_some_and(|argument| argument == memory::INSIDE) {
        arguments.remove(1);
        return memory::play(arguments);
    }
    match asked(arguments.into_iter().skip(1), 3).and_then(|asked| measure(&asked)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn measure(asked: &Asked) -> Result<(), String> {
    let figures = rounds::figures(&QUESTIONS, asked.rounds)?;
    let table = table::markdown(&figures);
    println!("{table}");
    if asked.save {
        save(&figures, &table, asked.rounds).map_err(|error| format!("results/speed: {error}"))?;
    }
    Ok(())
}

fn save(figures: &[Figure], table: &str, rounds: u64) -> std::io::Result<()> {
    let folder = path("results/speed");
    std::fs::write(folder.join("growth.csv"), table::csv(figures))?;
    let text = format!(
        "# Growth\n\n\
         Medians of {rounds} alternating rounds. Machine: {}; version {}.\nEvery round is in `growth.csv`.\n\n\
         ```text\ncargo bench --bench growth -- --rounds {rounds} --save\n```\n\n{table}",
        machine::processor(),
        env!("CARGO_PKG_VERSION"),
    );
    std::fs::write(folder.join("growth.md"), text)
}

/// A path inside the package.
fn path(inside: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(inside)
}
