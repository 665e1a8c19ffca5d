//! The contact log of a run: written beside its name and put in place when it is whole, or sent down a pipe as it comes.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use super::super::failure::Failure;
use crate::plan::Plan;
use crate::report::{ContactLog, LogNames};
use crate::study::{Listener, Outcome, Study, Watch};

/// Beginning of the first line of every contact log.
const HEADING: &str = "serial,customer,attempt,";

impl<W: Write + Send> Listener for ContactLog<W> {
    fn begin(&mut self, replication: u64) {
        Self::begin(self, replication);
    }
}

/// Plays a study with every contact written to a file, a pipe or a device.
pub(super) fn run(study: &Study<'_>, path: &Path, watch: &Watch<'_>) -> Result<Outcome, Failure> {
    if path == Path::new("/dev/stdout") {
        return stream(study, io::stdout(), path, watch);
    }
    if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        let open = fs::OpenOptions::new().write(true).open(path);
        return stream(study, open.map_err(|cause| refused(path, &cause))?, path, watch);
    }
    if !ours(path) {
        return Err(Failure::Mistake(format!(
            "`{}` is not a contact log, so it is not overwritten: move it away, or give `--log` another file",
            path.display()
        )));
    }
    let refused = |cause: io::Error| refused(path, &cause);
    let temporary = temporary(path);
    let file = File::create(&temporary).map_err(refused)?;
    let mut log = ContactLog::new(BufWriter::new(file), names(study.plan));
    let outcome = study.run_heard(&mut log, watch).map_err(Failure::from);
    let written = log.finish().and_then(|()| if outcome.is_ok() { fs::rename(&temporary, path) } else { Ok(()) });
    if written.is_err() || outcome.is_err() {
        // The first error is the one to report.
        let _ = fs::remove_file(&temporary);
    }
    written.map_err(refused)?;
    outcome
}

/// The same with every contact sent on as it comes; nothing can be taken back.
fn stream(study: &Study<'_>, into: impl Write + Send, path: &Path, watch: &Watch<'_>) -> Result<Outcome, Failure> {
    let mut log = ContactLog::new(BufWriter::new(into), names(study.plan));
    let outcome = study.run_heard(&mut log, watch).map_err(Failure::from);
    match log.finish() {
        Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Err(Failure::NobodyReads),
        Err(cause) => Err(refused(path, &cause)),
        Ok(()) => outcome,
    }
}

fn refused(path: &Path, cause: &io::Error) -> Failure {
    let advice = "give `--log` a file in a folder that exists";
    Failure::Failed(format!("cannot write `{}`: {cause}; {advice}", path.display()))
}

/// Whether the file may be replaced: it is not there, or holds a contact log.
fn ours(path: &Path) -> bool {
    let Ok(file) = File::open(path) else { return !path.exists() };
    let mut first = Vec::new();
    let read = file.take(HEADING.len() as u64).read_to_end(&mut first);
    read.is_ok() && first == HEADING.as_bytes()
}

/// A name beside the file's own.
fn temporary(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.switchboard-tmp", std::process::id()))
}

/// What things are called in the log.
fn names(plan: &Plan) -> LogNames {
    let scenario = &plan.scenario;
    let people = |(team, people): (&crate::scenario::Team, &crate::plan::TeamPlan)| {
        let name = team.name.clone();
        (1..=people.agents.len()).map(move |number| format!("{name}-{number}"))
    };
    LogNames {
        start: scenario.horizon.calendar.start,
        contacts: scenario.contacts.iter().map(|kind| kind.name.clone()).collect(),
        queues: scenario.queues.iter().map(|queue| queue.name.clone()).collect(),
        agents: scenario.teams.iter().zip(&plan.teams).flat_map(people).collect(),
    }
}
