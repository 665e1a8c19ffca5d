//! Results as a command leaves them: printed, written beside each other, and with the command that gives them again.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::output::{print, say};
use super::reproduce;
use crate::report::{self, Format, Origin, ResultsFolder};
use crate::stats::MEASURES;
use crate::stats::diagnosis::DIAGNOSTICS;
use crate::study::Evidence;
use crate::units::Share;

/// File in which evidence is saved.
pub(super) const EVIDENCE_FILE: &str = "estimates.json";

/// Where results go and how they are shown.
#[derive(Debug)]
pub(super) struct Results {
    /// Folder for files; none when no files are wanted.
    folder: Option<ResultsFolder>,
    /// How the numbers are printed.
    pub(super) format: Format,
    /// Whether to say where the files are.
    pub(super) quiet: bool,
}

impl Results {
    /// Makes sure that files may be written before anything is played.
    pub(super) fn prepare(folder: Option<PathBuf>, format: Format, quiet: bool) -> Result<Self, Failure> {
        let folder = folder.map(ResultsFolder::open).transpose()?;
        if let Some(folder) = &folder {
            let names: Vec<String> = report::file_names().chain([EVIDENCE_FILE.to_owned()]).collect();
            folder.check(&names.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        Ok(Self { folder, format, quiet })
    }

    /// Leaves no empty folder behind when there is nothing to show.
    pub(super) fn give_up(self) {
        if let Some(folder) = self.folder {
            // A folder that was there before, with files in it, refuses and stays.
            let _ = std::fs::remove_dir(folder.path());
        }
    }

    /// Prints the numbers, then writes the files.
    pub(super) fn show(mut self, evidence: &Evidence, confidence: Share, warnings: &[String]) -> Result<(), Failure> {
        let summary = evidence.summary(confidence);
        let definitions = definitions();
        let printed = print(&report::render(&summary, &definitions, self.format));
        if let Some(folder) = &mut self.folder {
            let command = reproduce::command(evidence, confidence);
            let saved = serde_json::to_vec(evidence).map_err(|error| Failure::Failed(error.to_string()))?;
            report::write_all(&summary, &definitions, Origin { command: &command, warnings }, folder)?;
            folder.write(EVIDENCE_FILE, &saved)?;
            if !self.quiet {
                say(&format!("report: {}", folder.path().join("report.html").display()));
                say(&format!("again:  {command}"));
            }
        }
        printed
    }
}

/// What every measure means, diagnostics last.
pub(super) fn definitions() -> Vec<(&'static str, &'static str)> {
    let (measures, diagnostics) = (MEASURES.entries.iter(), DIAGNOSTICS.entries.iter());
    let members = measures.map(|entry| &entry.member).chain(diagnostics.map(|entry| &entry.member));
    members.map(|member| (member.keyword, member.summary)).collect()
}

/// The folder to write into: the one asked for, or `results/<scenario>`.
pub(super) fn folder(asked: Option<&Path>, scenario: &str) -> PathBuf {
    asked.map_or_else(|| report::default_path(scenario), Path::to_owned)
}
