//! The README: what it shows is what the command prints.

use std::fs;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

use crate::golden;

/// The first fenced text of a kind.
fn fenced<'a>(page: &'a str, kind: &str) -> &'a str {
    let opened = page.split(&format!("```{kind}\n")).nth(1).unwrap_or_else(|| panic!("README.md has no `{kind}`"));
    opened.split("```").next().unwrap_or_default()
}

/// A folder with the README's scenario in it.
fn desk(readme: &str) -> TempDir {
    let desk = tempfile::tempdir().expect("a folder");
    fs::write(desk.path().join("support.toml"), fenced(readme, "toml")).expect("the scenario can be written");
    desk
}

fn switchboard(desk: &TempDir, arguments: &[&str]) -> Output {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("switchboard"));
    command.current_dir(desk.path()).args(arguments).output().expect("the command can be run")
}

#[test]
fn the_scenario_in_the_readme_prints_what_stands_below_it() {
    let readme = golden::text("README.md");
    let ran = switchboard(&desk(&readme), &["run", "support.toml", "--quiet"]);
    let printed = String::from_utf8(ran.stdout).expect("text");
    let shown = fenced(&readme, "text");
    assert!(fenced(&readme, "toml").lines().count() == 10, "the scenario has no longer ten lines");
    assert!(printed.contains(shown), "README.md shows\n{shown}\nand this is printed:\n{printed}");
}

#[test]
fn a_run_leaves_the_files_that_the_readme_names() {
    let desk = desk(&golden::text("README.md"));
    switchboard(&desk, &["run", "support.toml", "--quiet"]);
    for file in ["report.html", "summary.json", "measures.csv", "waits.svg", "waits.png"] {
        let path = desk.path().join("results/support").join(file);
        assert!(path.metadata().is_ok_and(|file| file.len() > 0), "{file} is missing or empty");
    }
}

#[test]
fn a_misspelt_key_is_met_as_the_readme_shows() {
    let readme = golden::text("README.md");
    let desk = desk(&readme);
    let wrong = fenced(&readme, "toml").replace("patience", "patiance");
    fs::write(desk.path().join("support.toml"), wrong).expect("the scenario can be written");
    let ran = switchboard(&desk, &["run", "support.toml"]);
    let said = String::from_utf8(ran.stderr).expect("text");
    assert_eq!(ran.status.code(), Some(2));
    let shown = readme.split("```text\n").nth(2).and_then(|rest| rest.split("```").next()).expect("a mistake");
    let unsaid: Vec<&str> = shown.lines().filter(|line| !said.contains(line)).collect();
    assert!(unsaid.is_empty(), "README.md shows {unsaid:#?}, and this is said:\n{said}");
}

#[test]
fn numbers_of_trust_in_the_readme_are_those_of_the_page() {
    let (readme, page) = (golden::text("README.md"), golden::text("docs/trust.md"));
    let table = readme.split("## How far to trust it").nth(1).and_then(|rest| rest.split("\n## ").next());
    let rows = table.expect("a table").lines().filter(|line| line.starts_with("| ")).skip(2);
    let cells = rows.map(|row| row.splitn(4, '|').nth(3).unwrap_or_default().trim());
    let unknown: Vec<&str> = cells.filter(|cells| !page.contains(cells)).collect();
    assert!(unknown.is_empty(), "README.md has numbers that docs/trust.md does not: {unknown:#?}");
}

#[test]
fn the_readme_is_short() {
    assert!(golden::text("README.md").lines().count() <= 200);
}
