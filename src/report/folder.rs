//! The results folder: files that appear whole or not at all, and never in place of what was not written here.
//!
//! A small list, `.switchboard`, keeps the fingerprint of each file written. A file that is not listed, or no longer
//! matches its fingerprint, belongs to somebody else and is left alone. The list names a file before the file appears,
//! so that an interruption at any moment leaves nothing that the next run would mistake for another's.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use std::{fmt, fs, io};

use crate::units::Digest;

/// Name of the list.
const MANIFEST: &str = ".switchboard";
/// First line of the list.
const HEADING: &str = "switchboard results 1";
/// End of the name of a file that is being written.
const TEMPORARY: &str = ".switchboard-tmp";
/// A temporary file this old belongs to a run that was interrupted.
const STALE: Duration = Duration::from_secs(600);

/// A folder for results.
#[derive(Debug)]
pub struct ResultsFolder {
    /// Where it is.
    path: PathBuf,
    /// Fingerprint and name of each file written here; a name has two while it is being replaced.
    written: BTreeSet<(String, u64)>,
}

/// Why a result was not written.
#[derive(Debug)]
pub enum FolderError {
    /// Something else has the folder's name.
    NotAFolder(PathBuf),
    /// A file is in the way that was not written here, or was changed since.
    NotOurs(PathBuf),
    /// A name that is not that of a plain file, or is kept for the list.
    BadName(String),
    /// The system refused.
    Refused {
        /// What was tried: `create`, `read`, `write`, `rename`.
        doing: &'static str,
        /// On what.
        path: PathBuf,
        /// What it said.
        cause: io::Error,
    },
}

impl ResultsFolder {
    /// The folder at a path, made if it is not there; files left half written by an interrupted run are removed.
    pub fn open(path: impl Into<PathBuf>) -> Result<Self, FolderError> {
        let path = path.into();
        if path.exists() && !path.is_dir() {
            return Err(FolderError::NotAFolder(path));
        }
        fs::create_dir_all(&path).map_err(refused("create", &path))?;
        remove_stale(&path);
        let list = path.join(MANIFEST);
        let written = match fs::read_to_string(&list) {
            Ok(text) => read_list(&text).ok_or(FolderError::NotOurs(list))?,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => BTreeSet::new(),
            Err(cause) if cause.kind() == io::ErrorKind::InvalidData => return Err(FolderError::NotOurs(list)),
            Err(cause) => return Err(FolderError::Refused { doing: "read", path: list, cause }),
        };
        Ok(Self { path, written })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Names of the files that were written here, sorted.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.written.iter().map(|(name, _)| name.clone()).collect();
        names.dedup();
        names
    }

    /// Says whether these files may be written, before any of them is.
    pub fn check(&self, names: &[&str]) -> Result<(), FolderError> {
        names.iter().try_for_each(|name| self.present(name).map(|_| ()))
    }

    /// Writes one file, in place of one that was written here before; returns where it is.
    pub fn write(&mut self, name: &str, content: &[u8]) -> Result<PathBuf, FolderError> {
        let before = self.present(name)?;
        let now = Digest::of(content).get();
        self.written.retain(|(other, print)| other != name || Some(*print) == before);
        if before == Some(now) {
            return Ok(self.path.join(name));
        }
        self.written.insert((name.to_owned(), now));
        self.save_list()?;
        self.replace(name, content)
    }

    /// Removes a file that was written here and not changed since; leaves any other alone.
    pub fn remove(&mut self, name: &str) -> Result<(), FolderError> {
        let Ok(Some(_)) = self.present(name) else { return Ok(()) };
        let path = self.path.join(name);
        fs::remove_file(&path).map_err(refused("remove", &path))?;
        self.written.retain(|(other, _)| other != name);
        self.save_list()
    }

    /// The fingerprint of a file that may be replaced; `None` when there is no such file.
    fn present(&self, name: &str) -> Result<Option<u64>, FolderError> {
        let plain = Path::new(name).file_name().is_some_and(|file| file == name);
        if !plain || name == MANIFEST || name.ends_with(TEMPORARY) || name.contains(['\n', '\r']) {
            return Err(FolderError::BadName(name.to_owned()));
        }
        let path = self.path.join(name);
        match fs::symlink_metadata(&path) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
            Ok(found) if !found.is_file() => return Err(FolderError::NotOurs(path)),
            _ => {}
        }
        let print = Digest::of(&fs::read(&path).map_err(refused("read", &path))?).get();
        let ours = self.written.contains(&(name.to_owned(), print));
        if ours { Ok(Some(print)) } else { Err(FolderError::NotOurs(path)) }
    }

    /// Writes the list.
    fn save_list(&self) -> Result<(), FolderError> {
        let lines = self.written.iter().map(|(name, print)| format!("{print:016x} {name}\n"));
        let text = format!("{HEADING}\n{}", lines.collect::<String>());
        self.replace(MANIFEST, text.as_bytes()).map(|_| ())
    }

    /// Puts a file in place in one step.
    fn replace(&self, name: &str, content: &[u8]) -> Result<PathBuf, FolderError> {
        let path = self.path.join(name);
        let temporary = self.path.join(format!(".{name}.{}{TEMPORARY}", std::process::id()));
        fs::write(&temporary, content).map_err(refused("write", &temporary))?;
        let renamed = fs::rename(&temporary, &path).map_err(refused("rename", &path));
        if renamed.is_err() {
            // The first error is the one to report.
            let _ = fs::remove_file(&temporary);
        }
        renamed.map(|()| path)
    }
}

/// The default folder of a scenario: `results/<name>`, signs that a path would obey replaced.
pub fn default_path(scenario: &str) -> PathBuf {
    let name = file_stem(scenario);
    Path::new("results").join(if name.is_empty() { "scenario" } else { &name })
}

/// A name as the stem of a file: signs that a path would obey replaced; empty when nothing is left.
pub fn file_stem(name: &str) -> String {
    let plain = |letter: char| if letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.') { letter } else { '-' };
    name.chars().map(plain).collect::<String>().trim_start_matches('.').to_owned()
}

/// Removes files that interrupted runs left; what cannot be removed is in nobody's way.
fn remove_stale(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let ours = entry.file_name().to_str().is_some_and(|name| name.starts_with('.') && name.ends_with(TEMPORARY));
        let changed = entry.metadata().and_then(|found| found.modified()).unwrap_or_else(|_| SystemTime::now());
        if ours && changed.elapsed().is_ok_and(|age| age >= STALE) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The list's lines; `None` when this is not such a list.
fn read_list(text: &str) -> Option<BTreeSet<(String, u64)>> {
    let lines = text.strip_prefix(HEADING)?.strip_prefix('\n')?.lines();
    lines
        .map(|line| {
            line.split_once(' ').and_then(|(print, name)| Some((name.to_owned(), u64::from_str_radix(print, 16).ok()?)))
        })
        .collect()
}

/// Says what was tried when the system refused.
fn refused(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> FolderError {
    let path = path.to_owned();
    move |cause| FolderError::Refused { doing, path, cause }
}

impl fmt::Display for FolderError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAFolder(path) => {
                write!(out, "`{}` is a file, and results need a folder: give another with `--out DIR`", path.display())
            }
            Self::NotOurs(path) => write!(
                out,
                "`{}` was not written by switchboard or was changed since, so it is not overwritten: move it away, or \
                 give another folder with `--out DIR`",
                path.display()
            ),
            Self::BadName(name) => write!(out, "`{name}` is not the plain name of a result file"),
            Self::Refused { doing, path, cause } => {
                write!(
                    out,
                    "cannot {doing} `{}`: {cause}; check the folder, or give another with `--out DIR`",
                    path.display()
                )
            }
        }
    }
}

impl std::error::Error for FolderError {}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder that disappears with its guard.
    fn folder() -> (tempfile::TempDir, PathBuf) {
        let guard = tempfile::tempdir().expect("a temporary folder");
        let path = guard.path().join("results/bank");
        (guard, path)
    }

    #[test]
    fn what_was_written_here_is_replaced_by_the_next_run() {
        let (_guard, path) = folder();
        for content in ["one", "two", "two", "three"] {
            let written = ResultsFolder::open(&path).and_then(|mut folder| folder.write("a.txt", content.as_bytes()));
            assert_eq!(fs::read_to_string(written.expect("written")).expect("read"), content);
        }
        assert_eq!(fs::read_dir(&path).expect("listed").count(), 2, "the file and the list, no temporaries");
    }

    #[test]
    fn a_file_of_somebody_else_is_left_alone() {
        let (_guard, path) = folder();
        let mut folder = ResultsFolder::open(&path).expect("opened");
        fs::write(path.join("notes.txt"), "mine").expect("written");
        let error = folder.write("notes.txt", b"ours").expect_err("refused");
        assert!(matches!(error, FolderError::NotOurs(_)));
        assert!(error.to_string().contains("move it away, or give another folder with `--out DIR`"), "{error}");
        assert_eq!(fs::read_to_string(path.join("notes.txt")).expect("read"), "mine");
    }

    #[test]
    fn a_file_edited_since_is_left_alone_and_known_before_anything_is_written() {
        let (_guard, path) = folder();
        let mut folder = ResultsFolder::open(&path).expect("opened");
        folder.write("a.txt", b"ours").expect("written");
        fs::write(path.join("a.txt"), "edited").expect("edited");
        assert!(folder.check(&["new.txt", "a.txt"]).is_err());
        assert!(folder.write("a.txt", b"again").is_err());
        folder.remove("a.txt").expect("left alone");
        assert_eq!(fs::read_to_string(path.join("a.txt")).expect("read"), "edited");
    }

    #[test]
    fn a_run_interrupted_between_list_and_file_hinders_nobody() {
        let (_guard, path) = folder();
        let mut folder = ResultsFolder::open(&path).expect("opened");
        folder.write("a.txt", b"old").expect("written");
        folder.written.insert(("a.txt".to_owned(), Digest::of(b"new").get()));
        folder.save_list().expect("saved");
        let mut next = ResultsFolder::open(&path).expect("opened");
        next.write("a.txt", b"newer").expect("written");
        assert_eq!(fs::read_to_string(path.join("a.txt")).expect("read"), "newer");
    }

    #[test]
    fn old_temporaries_go_and_young_ones_stay() {
        let (_guard, path) = folder();
        ResultsFolder::open(&path).expect("opened");
        let (old, young) = (path.join(".a.svg.1.switchboard-tmp"), path.join(".b.svg.2.switchboard-tmp"));
        for file in [&old, &young] {
            fs::write(file, "half").expect("written");
        }
        let opened = fs::File::options().write(true).open(&old).expect("opened");
        opened.set_modified(SystemTime::now() - 2 * STALE).expect("aged");
        ResultsFolder::open(&path).expect("opened");
        assert!(!old.exists() && young.exists());
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        let (_guard, path) = folder();
        let mut folder = ResultsFolder::open(&path).expect("opened");
        for name in ["", "..", "../a", "/etc/passwd", "a/b", ".switchboard", "x\ny"] {
            assert!(matches!(folder.write(name, b""), Err(FolderError::BadName(_))), "{name}");
        }
        assert_eq!(default_path("../bank day"), Path::new("results/-bank-day"));
        assert_eq!(default_path(".."), Path::new("results/scenario"));
    }

    #[test]
    fn a_file_in_the_place_of_the_folder_is_explained() {
        let (guard, _) = folder();
        let path = guard.path().join("file");
        fs::write(&path, "").expect("written");
        assert!(matches!(ResultsFolder::open(&path), Err(FolderError::NotAFolder(_))));
    }
}
