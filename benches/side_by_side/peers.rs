//! The scripts under `benches/peers`, run by Python in a process of their own.
//!
//! A script measures its own CPU time, so the start of Python and the imports are not counted.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::outcome::{Measures, Outcome, Workload};

/// SimPy, a process per contact.
pub(crate) fn simpy(workload: Workload, seed: u64, contacts: u64) -> Result<Outcome, String> {
    run("simpy_idiomatic.py", workload, seed, contacts)
}

/// SimPy tuned by hand.
pub(crate) fn simpy_tuned(workload: Workload, seed: u64, contacts: u64) -> Result<Outcome, String> {
    run("simpy_tuned.py", workload, seed, contacts)
}

/// Ciw, which can express W1 only.
pub(crate) fn ciw(workload: Workload, seed: u64, contacts: u64) -> Result<Outcome, String> {
    run("ciw_network.py", workload, seed, contacts)
}

fn run(script: &str, workload: Workload, seed: u64, contacts: u64) -> Result<Outcome, String> {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers").join(script);
    let output = Command::new(&python)
        .arg("-B")
        .arg(path)
        .arg(workload.name())
        .args(["--contacts", &contacts.to_string(), "--seed", &seed.to_string()])
        .output()
        .map_err(|error| format!("`{python}` does not start: {error}"))?;
    if output.status.success() {
        read(&String::from_utf8_lossy(&output.stdout))
    } else {
        let complaint = String::from_utf8_lossy(&output.stderr);
        Err(complaint.lines().last().unwrap_or("no output").to_owned())
    }
}

/// Reads the line of JSON a script prints.
fn read(line: &str) -> Result<Outcome, String> {
    let value: Value = serde_json::from_str(line).map_err(|error| format!("`{line}`: {error}"))?;
    let number = |key: &str| value[key].as_f64().ok_or_else(|| format!("`{line}` has no `{key}`"));
    Ok(Outcome {
        seconds: number("seconds")?,
        contacts: number("contacts")? as u64,
        counted: number("counted")? as u64,
        measures: Measures {
            mean_wait: Some(number("mean_wait_min")?),
            waited: Some(number("p_wait")?),
            abandoned: Some(number("abandoned")?),
            ..Measures::default()
        },
    })
}
