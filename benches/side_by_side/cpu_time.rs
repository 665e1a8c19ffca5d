//! CPU time of this process, of all its threads, in user and system mode.
//!
//! Where the system does not tell it (it is read from `/proc`), elapsed time stands in for it, which
//! overstates a program on a busy machine.

use std::time::Instant;

/// Clock ticks per second in `/proc/<pid>/stat`; part of Linux's interface on all common machines.
const TICKS_PER_SECOND: f64 = 100.0;

/// What a piece of work gives, and the CPU time it took [seconds].
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let elapsed = Instant::now();
    let before = process_seconds();
    let result = work();
    let seconds = match (before, process_seconds()) {
        (Some(before), Some(after)) => after - before,
        _ => elapsed.elapsed().as_secs_f64(),
    };
    (result, seconds)
}

fn process_seconds() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program may hold blanks and parentheses; the third field follows the last one.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut times = fields.split_whitespace().skip(11);
    let user: f64 = times.next()?.parse().ok()?;
    let system: f64 = times.next()?.parse().ok()?;
    Some((user + system) / TICKS_PER_SECOND)
}
