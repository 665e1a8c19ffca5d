//! Output: data to stdout, words to stderr, and no panic when nobody reads.

use std::io::{self, IsTerminal, Write};

use serde::Serialize;

use super::failure::Failure;

/// Prints data.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Err(Failure::NobodyReads),
        Err(cause) => Err(Failure::Failed(format!("cannot write to stdout: {cause}"))),
    }
}

/// Prints data as JSON.
pub(super) fn print_json(data: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(data).map_err(|error| Failure::Failed(error.to_string()))?;
    print(&format!("{text}\n"))
}

/// Says a line to whoever watches.
pub(super) fn say(line: &str) {
    // Where nobody can be told, nobody can be told that either.
    let _ = writeln!(io::stderr(), "{line}");
}

/// Whether words may be coloured: on a terminal, unless <https://no-color.org> or a plain terminal asks for none.
pub(super) fn colour_on_stderr() -> bool {
    let asked_for_none = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let plain = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    io::stderr().is_terminal() && !asked_for_none && !plain
}
