//! `show`: a scenario written anew, with presets and defaults written out if asked for.

use std::path::PathBuf;

use clap::Args;

use super::failure::Failure;
use super::output::{colour_on_stderr, print, say};
use crate::scenario::{Detail, Scenario, render};

/// Print a scenario as TOML: its own settings in the order of the reference, or all that it leaves unsaid too.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Show {
    /// The scenario, a TOML file
    file: PathBuf,
    /// Write out every preset as the lines it stands for, and every default
    #[arg(long)]
    expanded: bool,
    /// Change one setting first, such as routing.policy=uccx-most-skilled; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    set: Vec<String>,
}

const EXAMPLES: &str = "\
Examples:
  switchboard show bank.toml
  switchboard show bank.toml --expanded
  switchboard show bank.toml --expanded --set routing.policy=amazon-connect > bank-on-connect.toml

What is printed is a scenario that plays the same; files that it names are looked for beside it.

Exit codes: 0 shown, with or without warnings; 2 mistakes.";

impl Show {
    pub(super) fn act(&self) -> Result<(), Failure> {
        let detail = if self.expanded { Detail::Expanded } else { Detail::AsWritten };
        let (page, warnings) = Scenario::show(&self.file, &self.set, detail)?;
        if !warnings.is_empty() {
            say(render(&warnings, colour_on_stderr()).trim_end());
        }
        print(&page)
    }
}
