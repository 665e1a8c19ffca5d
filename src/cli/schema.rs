//! `schema`: the JSON Schema of scenario files, for editors.

use clap::Args;

use super::failure::Failure;
use super::output::print_json;

/// Print the JSON Schema of scenario files, so that editors complete and check them.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  switchboard schema > switchboard.schema.json\n\n\
    and as the first line of a scenario:\n  #:schema ./switchboard.schema.json")]
pub(super) struct Schema {}

impl Schema {
    pub(super) fn act() -> Result<(), Failure> {
        print_json(&crate::scenario::schema())
    }
}
