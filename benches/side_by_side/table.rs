//! The comparison in rows, as a Markdown table and as CSV.

use std::fmt::Write as _;

use super::competitors::{FLOOR, SIMPY};
use super::outcome::{Outcome, Workload};

/// All rounds of one program on one workload.
pub(crate) struct Row {
    /// The program.
    pub(crate) name: &'static str,
    /// The model.
    pub(crate) workload: Workload,
    /// One outcome per round.
    pub(crate) runs: Vec<Outcome>,
    /// Why there are none, or what lies outside the reference intervals.
    pub(crate) remarks: Vec<String>,
}

impl Row {
    /// Median of the contacts simulated per second of CPU time.
    pub(crate) fn speed(&self) -> Option<f64> {
        let mut speeds: Vec<f64> = self.runs.iter().map(|run| run.contacts as f64 / run.seconds).collect();
        speeds.sort_by(f64::total_cmp);
        let last = speeds.len().checked_sub(1)?;
        Some(f64::midpoint(speeds[last / 2], speeds[last.div_ceil(2)]))
    }

    fn verdict(&self) -> String {
        match (self.runs.is_empty(), self.remarks.is_empty()) {
            (true, _) => format!("skipped: {}", self.remarks.join("; ")),
            (false, true) => "inside".to_owned(),
            (false, false) => format!("OUTSIDE: {}", self.remarks.join("; ")),
        }
    }
}

/// The table people read.
pub(crate) fn markdown(rows: &[Row]) -> String {
    let mut text = String::from(
        "| workload | program | contacts per run | contacts/s | of the floor | times SimPy | 99.9 % intervals |\n\
         |---|---|--:|--:|--:|--:|---|\n",
    );
    for row in rows {
        let contacts = row.runs.first().map_or_else(String::new, |run| run.contacts.to_string());
        let speed = row.speed().map_or_else(String::new, |speed| format!("{speed:.0}"));
        let of_floor = ratio(rows, row, FLOOR).map_or_else(String::new, |ratio| format!("{ratio:.4}"));
        let of_simpy = ratio(rows, row, SIMPY).map_or_else(String::new, |ratio| format!("{ratio:.1}"));
        let (workload, name, verdict) = (row.workload.name(), row.name, row.verdict());
        // Writing to a string cannot fail.
        let _ = writeln!(text, "| {workload} | {name} | {contacts} | {speed} | {of_floor} | {of_simpy} | {verdict} |");
    }
    text
}

fn ratio(rows: &[Row], row: &Row, base: &str) -> Option<f64> {
    let base = rows.iter().find(|other| other.name == base && other.workload == row.workload)?;
    Some(row.speed()? / base.speed()?)
}

/// Every round, one line each.
pub(crate) fn csv(rows: &[Row]) -> String {
    let mut text = String::from(
        "workload,program,round,contacts,counted,cpu_seconds,contacts_per_second,\
         mean_wait_minutes,waited,abandoned,answered_within_20_s,first_skill\n",
    );
    for row in rows {
        for (round, run) in row.runs.iter().enumerate() {
            let measures = run.measures.values();
            let measures = measures.map(|value| value.map_or_else(String::new, |value| format!("{value:.6}")));
            let _ = writeln!(
                text,
                "{},{},{},{},{},{:.3},{:.0},{}",
                row.workload.name(),
                row.name,
                round + 1,
                run.contacts,
                run.counted,
                run.seconds,
                run.contacts as f64 / run.seconds,
                measures.join(",")
            );
        }
    }
    text
}
