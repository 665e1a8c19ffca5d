//! `merge`: results of ranges of replications become results of all of them.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::Failure;
use super::output::say;
use super::results::{EVIDENCE_FILE, Results};
use super::values;
use crate::report::Format;
use crate::study::{Evidence, merge};
use crate::units::Share;

/// Merge results of ranges of replications exactly, as if they had been played together.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Merge {
    /// Folders that `switchboard run` wrote
    #[arg(required = true, value_name = "DIR")]
    parts: Vec<PathBuf>,
    /// Folder to write into; without, the result is only printed
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Probability that a confidence interval covers [default: that of the first part]
    #[arg(long, value_parser = values::confidence)]
    confidence: Option<Share>,
    /// How the result is printed
    #[arg(long, value_parser = values::format(), default_value = "table")]
    format: Format,
    /// Say nothing but errors beside the result
    #[arg(long, short)]
    quiet: bool,
}

const EXAMPLES: &str = "\
Example, on two machines and then on one of them:
  switchboard run bank.toml --replications 0..500 --out part-1
  switchboard run bank.toml --replications 500..1000 --out part-2
  switchboard merge part-1 part-2 --out whole";

impl Merge {
    pub(super) fn act(&self) -> Result<(), Failure> {
        let parts = self.parts.iter().map(|part| evidence_in(part)).collect::<Result<Vec<_>, _>>()?;
        let all = merge(parts)?;
        let results = Results::prepare(self.out.clone(), self.format, self.quiet)?;
        let confidence = self.confidence.map_or_else(|| Share::new(all.confidence), Ok).map_err(Failure::mistake)?;
        results.show(&all, confidence, &[])?;
        all.note.iter().filter(|_| !self.quiet).for_each(|note| say(&format!("note: {note}")));
        Ok(())
    }
}

/// What a run saved in a folder.
fn evidence_in(folder: &Path) -> Result<Evidence, Failure> {
    let path = if folder.is_dir() { folder.join(EVIDENCE_FILE) } else { folder.to_owned() };
    let text = fs::read_to_string(&path).map_err(|cause| {
        let advice = "expected a folder that `switchboard run` wrote";
        Failure::Mistake(format!("cannot read `{}`: {cause}; {advice}", path.display()))
    })?;
    serde_json::from_str(&text).map_err(|error| {
        Failure::Mistake(format!(
            "`{}` holds no estimates that can be merged: {error}; play that part again",
            path.display()
        ))
    })
}
