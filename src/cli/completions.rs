//! `completions`: what a shell needs to complete arguments.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::failure::Failure;
use super::output::print;

/// Print what a shell needs to complete arguments.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  switchboard completions bash > ~/.local/share/bash-completion/completions/switchboard"
)]
pub(super) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(super) fn act(&self) -> Result<(), Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut super::Arguments::command(), "switchboard", &mut script);
        print(&String::from_utf8_lossy(&script))
    }
}
