//! Texts kept in the repository and compared with what the program says now; `UPDATE_GOLDEN=1` rewrites them.

use std::fs;
use std::path::{Path, PathBuf};

/// A path inside the repository.
pub(crate) fn path(inside: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(inside)
}

/// The text of a file in the repository.
pub(crate) fn text(inside: &str) -> String {
    fs::read_to_string(path(inside)).unwrap_or_else(|problem| panic!("`{inside}` cannot be read: {problem}"))
}

/// What differs from the text kept, if anything does.
pub(crate) fn difference(inside: &str, said: &str) -> Option<String> {
    let kept = path(inside);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(kept.parent().expect("a file has a folder")).expect("the folder can be made");
        fs::write(&kept, said).expect("the text can be written");
    }
    let old = fs::read_to_string(&kept).unwrap_or_default();
    let pairs = old.lines().map(Some).chain(std::iter::repeat(None)).zip(said.lines());
    let first = pairs.enumerate().find(|(_, (was, is))| *was != Some(*is));
    let first = first.map_or((0, ""), |(number, (_, line))| (number + 1, line));
    (old != said)
        .then(|| format!("{inside} is out of date, rewrite it with UPDATE_GOLDEN=1; line {}: {}", first.0, first.1))
}

/// Every file below a folder of the repository with this ending, sorted; paths inside the repository.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(path(folder)).unwrap_or_else(|problem| panic!("`{folder}`: {problem}")) {
        let entry = entry.expect("the folder can be read");
        let inside = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(files(&inside, ending));
        } else if entry.path().extension().is_some_and(|it| it == ending) {
            found.push(inside);
        }
    }
    found.sort();
    found
}
