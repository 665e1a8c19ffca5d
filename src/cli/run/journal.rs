//! The journal of a run: one replication played first of all, every line written into its file as it happens.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

use super::super::failure::Failure;
use crate::report::explain::{JOURNAL, JournalHead, JsonJournal, Naming};
use crate::scenario::Method;
use crate::study::Study;

/// Plays one replication of a study and writes its journal.
pub(super) fn write(study: &Study<'_>, replication: u64, path: &Path) -> Result<(), Failure> {
    let all =
        if study.plan.scenario.replicate.method == Method::BatchMeans { 0..1 } else { study.replications.clone() };
    if !all.contains(&replication) {
        return Err(Failure::Mistake(format!(
            "replication `{replication}` is not played, expected `--journal-replication` from {} to {}",
            all.start,
            all.end.saturating_sub(1)
        )));
    }
    let out = open(path)?;
    let naming = Naming::of(study.plan);
    let mut journal = JsonJournal::new(&naming, &head(study, replication), out);
    let ending = study.listen(replication, &mut journal)?;
    match journal.finish(&ending) {
        Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Err(Failure::NobodyReads),
        Err(cause) => Err(refused(path, &cause)),
        Ok(_) => Ok(()),
    }
}

fn head(study: &Study<'_>, replication: u64) -> JournalHead {
    let scenario = &study.plan.scenario;
    JournalHead {
        schema: JOURNAL,
        scenario: scenario.name.clone(),
        file: study.source.file.clone(),
        overrides: study.source.overrides.clone(),
        seed: study.seed,
        replication,
        start: format!("{:.0}", scenario.horizon.calendar.start),
        version: env!("CARGO_PKG_VERSION"),
    }
}

/// Where the lines go: stdout, a pipe or device, or a file that is not there or holds a journal.
fn open(path: &Path) -> Result<Box<dyn Write>, Failure> {
    if path == Path::new("/dev/stdout") {
        return Ok(Box::new(io::stdout()));
    }
    let is_file = !fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir());
    if is_file && !ours(path) {
        return Err(Failure::Mistake(format!(
            "`{}` is not a journal, so it is not overwritten: move it away, or give `--journal` another file",
            path.display()
        )));
    }
    let opened = if is_file { File::create(path) } else { OpenOptions::new().write(true).open(path) };
    Ok(Box::new(opened.map_err(|cause| refused(path, &cause))?))
}

fn refused(path: &Path, cause: &io::Error) -> Failure {
    let advice = "give `--journal` a file in a folder that exists";
    Failure::Failed(format!("cannot write `{}`: {cause}; {advice}", path.display()))
}

/// Whether the file may be replaced: it is not there, or holds a journal.
fn ours(path: &Path) -> bool {
    let Ok(file) = File::open(path) else { return !path.exists() };
    let begins = format!("{{\"schema\":\"{JOURNAL}\"");
    let mut first = Vec::new();
    let read = file.take(begins.len() as u64).read_to_end(&mut first);
    read.is_ok() && first == begins.as_bytes()
}
