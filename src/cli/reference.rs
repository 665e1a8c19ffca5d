//! `reference`: the reference of scenario files.

use clap::Args;

use super::failure::Failure;
use super::output::print;

/// Print the reference of scenario files, in Markdown: every setting, its default and its meaning.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  switchboard reference > reference.md")]
pub(super) struct Reference {}

impl Reference {
    pub(super) fn act() -> Result<(), Failure> {
        print(&crate::scenario::reference())
    }
}
