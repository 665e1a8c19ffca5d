//! One thread against two: the same replications of `w1-one-hundred-agents`, in turn.

use std::time::Instant;

use switchboard::study::{Study, Watch};

use super::agents::plan;
use super::table::Figure;

/// Replications of five days.
const REPLICATIONS: u64 = 400;

/// Plays on one thread, then on two.
pub(crate) fn ask(round: u64) -> Result<Vec<Figure>, String> {
    let plan = plan(&[])?;
    let elapsed = |threads: usize| {
        let study = Study { replications: 0..REPLICATIONS, threads, ..Study::new(&plan) };
        let began = Instant::now();
        study.run(&Watch::nobody()).map_err(|error| error.to_string())?;
        let (value, case) = (began.elapsed().as_secs_f64(), if threads == 1 { "one thread" } else { "two threads" });
        Ok(Figure { question: "57.6 million contacts", case: case.to_owned(), round, value, unit: "s" })
    };
    [1, 2].map(elapsed).into_iter().collect()
}
