use std::fs;

use assert_cmd::Command;

use crate::golden;

/// The first fenced text of a kind.
fn fenced<'a>(page: &'a str, kind: &str) -> &'a str {
    let opened = page.split(&format!("```{kind}\n")).nth(1).unwrap_or_else(|| panic!("the page has no `{kind}`"));
    opened.split("```").next().unwrap_or_default()
}

#[test]
fn the_page_shows_what_the_command_prints() {
    let page = golden::text("docs/explain.md");
    let desk = tempfile::tempdir().expect("a folder");
    fs::write(desk.path().join("counter.toml"), fenced(&page, "toml")).expect("the scenario can be written");
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("switchboard"));
    let ran = command.current_dir(desk.path()).args(["explain", "counter.toml", "--contact", "1"]).output();
    let printed = String::from_utf8(ran.expect("it runs").stdout).expect("text");
    let page = page.replacen(fenced(&page, "text"), &printed, 1);
    assert_eq!(golden::difference("docs/explain.md", &page), None);
}
