//! The price of a routing decision: by how many can be chosen, by rule, and by who wrote the rule.
//!
//! `cargo bench --bench decisions` prints medians of CPU time over alternating rounds. Options follow `--`: `--save` writes
//! tables, rounds and a chart into `results/decisions/`, `--rounds N` changes the number of rounds from five.

#[path = "decisions/agents.rs"]
mod agents;
#[path = "decisions/centres.rs"]
mod centres;
#[path = "decisions/chart.rs"]
mod chart;
#[path = "decisions/contacts.rs"]
mod contacts;
#[path = "side_by_side/cpu_time.rs"]
mod cpu_time;
#[path = "side_by_side/machine.rs"]
mod machine;
#[path = "decisions/memory.rs"]
mod memory;
#[path = "growth/rounds.rs"]
mod rounds;
#[path = "decisions/scores.rs"]
mod scores;
#[path = "growth/table.rs"]
mod table;

use std::path::Path;
use std::process::ExitCode;

use rounds::{Asked, Question, asked};
use table::Figure;

/// In the order of the table.
const QUESTIONS: [Question; 5] = [agents::by_index, contacts::ask, memory::ask, agents::by_scan, scores::ask];

fn main() -> ExitCode {
    match asked(std::env::args().skip(1), 5).and_then(|asked| measure(&asked)) {
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
        save(&figures, &table, asked.rounds).map_err(|error| format!("results/decisions: {error}"))?;
    }
    Ok(())
}

fn save(figures: &[Figure], table: &str, rounds: u64) -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("results/decisions");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("decisions.csv"), table::csv(figures))?;
    let picture = chart::picture(figures);
    std::fs::write(folder.join("decisions.svg"), picture.svg())?;
    std::fs::write(folder.join("decisions.png"), picture.png())?;
    let text = format!(
        "# The price of a decision\n\n\
         Medians of {rounds} alternating rounds. Machine: {}; version {}.\nEvery round is in `decisions.csv`.\n\n\
         ```text\ncargo bench --bench decisions -- --rounds {rounds} --save\n```\n\n{table}",
        machine::processor(),
        env!("CARGO_PKG_VERSION"),
    );
    std::fs::write(folder.join("decisions.md"), text)
}
