//! `new`: a scenario file to start from.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::failure::Failure;
use super::output::{print, say};
use crate::scenario::TEMPLATES;

/// Write a scenario file to start from; never overwrites one.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct New {
    /// Name of the scenario; the file is NAME.toml
    name: PathBuf,
    /// What to start from; `switchboard list templates` describes them
    #[arg(long, default_value = "minimal", value_parser = PossibleValuesParser::new(keywords()))]
    template: String,
}

const EXAMPLES: &str = "\
Examples:
  switchboard new bank
  switchboard new clinic --template ivr";

fn keywords() -> impl Iterator<Item = &'static str> {
    TEMPLATES.entries.iter().map(|entry| entry.member.keyword)
}

impl New {
    pub(super) fn act(&self) -> Result<(), Failure> {
        let path = with_ending(&self.name);
        let entry = TEMPLATES.entries.iter().find(|entry| entry.member.keyword == self.template);
        let text = entry.map(|entry| entry.make).unwrap_or_default();
        write_new(&path, text).map_err(|cause| refused(&path, &cause))?;
        print(&format!("{}\n", path.display()))?;
        say(&format!("play it with: switchboard run {}", path.display()));
        Ok(())
    }
}

/// The name with `.toml` behind it, once.
fn with_ending(name: &Path) -> PathBuf {
    let text = name.as_os_str();
    if name.extension().is_some_and(|ending| ending == "toml") {
        return name.to_owned();
    }
    let mut path = text.to_owned();
    path.push(".toml");
    path.into()
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}

fn refused(path: &Path, cause: &io::Error) -> Failure {
    let path = path.display();
    match cause.kind() {
        io::ErrorKind::AlreadyExists => {
            Failure::Mistake(format!("`{path}` is there already and is not overwritten: choose another name"))
        }
        io::ErrorKind::NotFound => {
            Failure::Mistake(format!("cannot write `{path}`: its folder is not there, make it first"))
        }
        _ => Failure::Failed(format!("cannot write `{path}`: {cause}")),
    }
}
