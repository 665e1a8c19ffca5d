//! Interruption: the first asks a study to end where it is, the second ends the program.

use std::sync::atomic::{AtomicBool, Ordering};

use super::output::say;

static ASKED: AtomicBool = AtomicBool::new(false);

/// From now on an interruption sets the flag that is returned.
pub(super) fn listen() -> &'static AtomicBool {
    let handler = || {
        if ASKED.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
        say("\ninterrupted: finishing the replications being played; interrupt again to give up");
    };
    // Without a handler an interruption ends the program, which is what the second one does anyway.
    let _ = ctrlc::set_handler(handler);
    &ASKED
}
