//! From the command to its result: the smallest scenario, by the program itself.

use std::process::{Command, Stdio};
use std::time::Instant;

use super::path;
use super::table::Figure;

/// Starts in a round, of which the median counts.
const STARTS: usize = 21;

/// Runs the program again and again.
pub(crate) fn ask(round: u64) -> Result<Vec<Figure>, String> {
    let mut seconds: Vec<f64> = (0..STARTS).map(|_| elapsed()).collect::<Result<_, _>>()?;
    seconds.sort_by(f64::total_cmp);
    let value = seconds[STARTS / 2] * 1e3;
    Ok(vec![Figure {
        question: "from command to table",
        case: "scenarios/first/one-queue.toml".to_owned(),
        round,
        value,
        unit: "ms",
    }])
}

fn elapsed() -> Result<f64, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_switchboard"));
    command.arg("run").arg(path("scenarios/first/one-queue.toml")).args(["--no-files", "--quiet"]);
    let began = Instant::now();
    let status = command.stdout(Stdio::null()).status().map_err(|error| error.to_string())?;
    let seconds = began.elapsed().as_secs_f64();
    if status.success() { Ok(seconds) } else { Err(format!("the program ended with {status}")) }
}
