//! Wrong scenarios and the exact words that meet them: `tests/mistakes/NAME.toml` and `NAME.txt` beside it.
//!
//! A first line `# --set KEY=VALUE` is applied as an override. `UPDATE_GOLDEN=1` rewrites the texts.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use switchboard::scenario::{Scenario, render};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes")
}

fn files() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).expect("the folder of mistakes is there");
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    files
}

/// What a user reads who checks this text.
fn said(text: &str, name: &str) -> String {
    let overrides = text.lines().map_while(|line| line.strip_prefix("# --set ")).map(str::to_owned);
    match Scenario::parse(text, name, &folder(), &overrides.collect::<Vec<_>>()) {
        Ok((_, warnings)) => render(&warnings, false),
        Err(problems) => problems.render(false),
    }
}

#[test]
fn every_mistake_is_met_with_the_words_kept_beside_it() {
    let mut wrong = Vec::new();
    for path in files() {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("the file can be read");
        let said = said(&text, &name).replace(&folder().display().to_string(), "tests/mistakes") + "\n";
        let kept = path.with_extension("txt");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&kept, &said).expect("the words can be written");
        }
        if fs::read_to_string(&kept).unwrap_or_default() != said || said == "\n" {
            wrong.push(format!("{name} says now:\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_file_that_is_not_there_is_a_problem_and_not_a_crash() {
    let problems = Scenario::read(Path::new("nowhere/centre.toml"), &[]).expect_err("there is no such file");
    assert!(problems.render(false).starts_with("error: cannot read `nowhere/centre.toml`"), "{problems}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
        said(&text, "any.toml");
    }

    #[test]
    fn a_changed_mistake_is_read_or_refused(file in 0_usize..1_000, at in 0.0..1.0_f64, cut in 0_usize..12, new in "\\PC{0,6}") {
        let files = files();
        let text = fs::read_to_string(&files[file % files.len()]).expect("the file can be read");
        let signs: Vec<char> = text.chars().collect();
        let start = (at * signs.len() as f64) as usize;
        let end = (start + cut).min(signs.len());
        let changed: String = signs[..start].iter().copied().chain(new.chars()).chain(signs[end..].iter().copied()).collect();
        said(&changed, "changed.toml");
    }

    #[test]
    fn any_override_is_applied_or_refused(key in "[a-z.\"\\[0-9]{0,20}", value in "\\PC{0,12}") {
        let text = "[contacts.a]\narrivals = \"1/h\"\ntalk = \"1m\"\n[teams.t]\nagents = 1\n";
        let read = Scenario::parse(text, "any.toml", Path::new(""), &[format!("{key}={value}"), format!("{key}{value}")]);
        if let Err(problems) = read {
            problems.render(true);
        }
    }
}
