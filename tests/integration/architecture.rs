//! Architecture: who may import whom, how long files are, and what may not be in them.

use std::collections::BTreeMap;

use crate::golden;

/// Longest file, its tests aside [lines].
const LONGEST: usize = 400;

/// The modules on each step of the stair, as `docs/architecture.md` draws it: `NUMBER module module   meaning`.
fn stair() -> BTreeMap<String, u32> {
    let page = golden::text("docs/architecture.md");
    let drawn = page.split("## The stair").nth(1).and_then(|rest| rest.split("```").nth(1)).expect("a stair");
    let mut stair = BTreeMap::new();
    for line in drawn.lines().skip(1) {
        let (level, rest) = line.trim().split_once(' ').unwrap_or_else(|| panic!("`{line}` is no step"));
        let modules = rest.split("  ").next().unwrap_or_default();
        let level: u32 = level.parse().unwrap_or_else(|_| panic!("`{line}` begins with no number"));
        stair.extend(modules.split(' ').map(|module| (module.to_owned(), level)));
    }
    stair
}

/// The module that a source file belongs to.
fn module(file: &str) -> &str {
    let inside = file.trim_start_matches("src/");
    inside.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// The modules that a line of code names.
fn named(line: &str) -> impl Iterator<Item = &str> {
    let code = if line.trim_start().starts_with("//") { "" } else { line };
    code.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_').unwrap_or(rest.len());
        &rest[..end]
    })
}

fn sources() -> Vec<String> {
    golden::files("src", "rs")
}

#[test]
fn every_module_stands_on_the_stair() {
    let stair = stair();
    for file in sources() {
        let module = module(&file);
        assert!(
            matches!(module, "lib" | "main") || stair.contains_key(module),
            "`{module}` has no step in docs/architecture.md"
        );
    }
    for module in stair.keys() {
        assert!(golden::path(&format!("src/{module}/mod.rs")).exists(), "docs/architecture.md draws `{module}`");
    }
}

#[test]
fn imports_go_down_the_stair() {
    let stair = stair();
    let mut upward = Vec::new();
    for file in sources().iter().filter(|file| !matches!(module(file), "lib" | "main")) {
        let own = module(file);
        for (number, line) in golden::text(file).lines().enumerate() {
            assert!(!line.contains("crate::{"), "{file}:{}: name one module in each `use crate::`", number + 1);
            let up = named(line).filter(|other| *other != own);
            let up = up.filter(|other| stair.get(*other).is_some_and(|level| *level >= stair[own]));
            upward.extend(up.map(|other| format!("{file}:{}: `{own}` may not import `{other}`", number + 1)));
        }
    }
    assert!(upward.is_empty(), "\n{}", upward.join("\n"));
}

/// Lines before the tests at the foot of a file.
fn length(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().collect();
    let tests = lines.windows(2).position(|pair| pair[0] == "#[cfg(test)]" && pair[1].starts_with("mod tests {"));
    tests.unwrap_or(lines.len())
}

#[test]
fn no_source_file_is_too_long_to_read() {
    let lengths = sources().into_iter().filter(|file| !file.ends_with("tests.rs"));
    let lengths = lengths.map(|file| (length(&golden::text(&file)), file));
    let long: Vec<String> =
        lengths.filter(|(lines, _)| *lines > LONGEST).map(|(lines, file)| format!("{file}: {lines} lines")).collect();
    assert!(long.is_empty(), "longer than {LONGEST} lines without tests:\n{}", long.join("\n"));
}

#[test]
fn nothing_is_left_to_do_and_nothing_points_outside() {
    // Written in two parts, so that this file does not find itself.
    let unwanted =
        [("TO", "DO"), ("FIX", "ME"), ("todo", "!("), ("unimplemented", "!("), ("\"/ho", "me/"), ("\"/us", "r/")];
    let unwanted = unwanted.map(|(first, second)| format!("{first}{second}"));
    let folders = [("src", "rs"), ("tests", "rs"), ("benches", "rs"), ("scenarios", "toml"), ("docs", "md")];
    let mut found = Vec::new();
    for file in folders.iter().flat_map(|(folder, ending)| golden::files(folder, ending)) {
        for (number, line) in golden::text(&file).lines().enumerate() {
            let bad = unwanted.iter().filter(|word| line.contains(word.as_str()));
            found.extend(bad.map(|word| format!("{file}:{}: `{word}`", number + 1)));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_module_opens_with_what_it_is() {
    for file in sources().into_iter().filter(|file| !file.ends_with("tests.rs")) {
        let text = golden::text(&file);
        assert!(text.starts_with("//! "), "{file} does not open with a sentence that says what it is");
        assert!(!text.starts_with("//! This "), "{file} opens with `This`, not with a noun");
    }
}
