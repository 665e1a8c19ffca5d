//! Who is compared: one row per program, in the order of the table.
//!
//! A program is a name, the number of contacts it needs for a run of about three seconds, of which CPU time is known to a hundredth,, and a function that
//! runs a workload once. To add one, write a module beside this one and a line in [`competitors`].

use super::cpu_time::timed;
use super::floor::{Counts, w1, w2};
use super::outcome::{Measures, Outcome, Workload};
use super::peers;
use super::switchboard::switchboard;

/// One program.
pub(crate) struct Competitor {
    /// The name in the table.
    pub(crate) name: &'static str,
    /// Contacts of one run.
    pub(crate) contacts: u64,
    /// Runs the workload once; the error says why it cannot.
    pub(crate) run: Run,
}

/// Workload, seed, contacts to what came out.
pub(crate) type Run = fn(Workload, u64, u64) -> Result<Outcome, String>;

/// The name of the program to which all are compared.
pub(crate) const FLOOR: &str = "floor";
/// The name of the program the second ratio refers to.
pub(crate) const SIMPY: &str = "SimPy";

/// All programs.
pub(crate) fn competitors() -> Vec<Competitor> {
    vec![
        Competitor {
            name: FLOOR,
            contacts: 120_000_000,
            run: |workload, seed, contacts| Ok(floor(workload, seed, contacts)),
        },
        Competitor { name: "switchboard", contacts: 56_000_000, run: switchboard },
        Competitor { name: "SimPy tuned", contacts: 500_000, run: peers::simpy_tuned },
        Competitor { name: SIMPY, contacts: 200_000, run: peers::simpy },
        Competitor { name: "Ciw", contacts: 50_000, run: peers::ciw },
    ]
}

/// The floor's run.
pub(crate) fn floor(workload: Workload, seed: u64, contacts: u64) -> Outcome {
    let run = match workload {
        Workload::W1 => w1::run,
        Workload::W2 => w2::run,
    };
    let (counts, seconds) = timed(|| run(seed, contacts));
    Outcome { seconds, contacts, counted: counts.contacts, measures: measures(workload, &counts) }
}

fn measures(workload: Workload, counts: &Counts) -> Measures {
    Measures {
        mean_wait: Some(counts.mean_wait()),
        waited: Some(counts.waited_share()),
        abandoned: Some(counts.abandoned_share()),
        in_time: Some(counts.answered_in_time_share()),
        first_skill: (workload == Workload::W2).then(|| counts.first_skill_share()),
    }
}
