//! Memory at its highest, over a year of 500 people: this program calls itself, plays as the command line does, and
//! asks the system for its own high-water mark at the end.
//!
//! The mark is read from `/proc`; where there is none, the question is left out, aloud.

use std::ffi::OsString;
use std::process::{Command, ExitCode, Stdio};

use super::path;
use super::table::Figure;

/// First argument of the inner call.
pub(crate) const INSIDE: &str = "--inside";

/// Plays the year without files and with all of them, on two threads.
pub(crate) fn ask(round: u64) -> Result<Vec<Figure>, String> {
    let folder = std::env::temp_dir().join(format!("switchboard-growth-{}", std::process::id()));
    let out = folder.to_string_lossy().into_owned();
    let asked = [("no files", vec!["--no-files".to_owned()]), ("all files", vec!["--out".to_owned(), out])];
    let marks = asked.map(|(case, more)| mark(&more).map(|mark| (case, mark)));
    // What is left in the system's folder for temporary files is in nobody's way.
    let _ = std::fs::remove_dir_all(&folder);
    let mut figures = Vec::new();
    for mark in marks {
        let (case, Some(value)) = mark? else {
            eprintln!("memory is skipped: this system tells no high-water mark");
            continue;
        };
        let case = format!("a year of 500 people, {case}");
        figures.push(Figure { question: "memory at its highest", case, round, value, unit: "MB" });
    }
    Ok(figures)
}

/// The high-water mark of one run [MB].
fn mark(more: &[String]) -> Result<Option<f64>, String> {
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(own);
    command.args([INSIDE, "run"]).arg(path("results/speed/year.toml"));
    command.args(["--replications", "2", "--threads", "2", "--quiet"]).args(more);
    let output = command.stdout(Stdio::null()).stderr(Stdio::piped()).output().map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("the year ended with {}: {said}", output.status));
    }
    Ok(said.lines().find_map(|line| line.strip_prefix(INSIDE)?.trim().parse().ok()))
}

/// The inner call: does what the command line does, and tells the mark on stderr.
pub(crate) fn play(arguments: Vec<String>) -> ExitCode {
    let code = switchboard::cli::main(arguments.into_iter().map(OsString::from));
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<f64>().ok());
    if let Some(kilobytes) = kilobytes {
        eprintln!("{INSIDE} {}", kilobytes * 1_024.0 / 1e6);
    }
    code
}
