//! The command line: exit codes, data on stdout, words on stderr, files that are only ever its own.

mod closed_forms;
mod drawing;
mod explaining;
mod lists;
mod merging;
mod playing;

use std::path::Path;

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin_cmd;
use serde_json::Value;
use tempfile::TempDir;

/// A small office that plays in no time.
const OFFICE: &str = "\
contacts.billing = { arrivals = '60/h', patience = { exponential = '3m' }, talk = { exponential = '3m' } }
teams.front = { agents = 4 }
horizon = { length = '2h' }
replicate = { count = 4 }
";

/// What a command left behind.
pub(crate) struct Said {
    code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Said {
    /// Stdout as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", self.stdout, self.stderr))
    }

    /// Fails unless the command ended with this code.
    #[track_caller]
    pub(crate) fn with_code(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}{}", self.stdout, self.stderr);
        self
    }
}

/// A folder that holds `office.toml`.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("office.toml"), OFFICE).expect("a scenario");
    folder
}

/// Runs the program in a folder.
pub(crate) fn switchboard(folder: &Path, arguments: &[&str]) -> Said {
    let mut command: Command = cargo_bin_cmd!("switchboard");
    let output = command.current_dir(folder).args(arguments).output().expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Said { code: output.status.code(), stdout: text(&output.stdout), stderr: text(&output.stderr) }
}
