//! The command: what it prints and writes, and how it meets mistakes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::cli::{Said, switchboard};
use crate::golden;

const OFFICE: &str = "\
contacts.billing = { arrivals = '60/h', patience = { exponential = '3m' }, talk = { exponential = '3m' } }
teams.front = { agents = 4, cost_per_hour = 20 }
horizon = { length = '2h' }
replicate = { count = 4 }
";

/// A folder that holds `office.toml`.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("office.toml"), OFFICE).expect("a scenario");
    folder
}

/// Compares the office in a folder.
fn compared(folder: &TempDir, more: &[&str]) -> Said {
    switchboard(folder.path(), &[&["compare", "office.toml"], more].concat())
}

const AGENTS: [&str; 2] = ["--vary", "teams.front.agents=3,4,5"];

fn text(folder: &TempDir, file: &str) -> String {
    fs::read_to_string(folder.path().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn a_comparison_prints_tables_and_writes_its_files() {
    let folder = folder();
    let said = compared(&folder, &AGENTS).with_code(0);
    for words in [
        "3 configurations: agents=3; agents=4; agents=5",
        "4 replications of each, seed 1",
        "In short",
        "agents=5 against agents=4",
    ] {
        assert!(said.stdout.contains(words), "{words}: {}", said.stdout);
    }
    let results = "results/office-compare";
    assert!(said.stderr.contains(results) && said.stderr.contains("again:  switchboard compare office.toml --vary"));
    for name in
        ["comparison.json", "differences.csv", "estimates.csv", "difference-cost.svg", "difference-mean_wait.png"]
    {
        assert!(!fs::read(folder.path().join(results).join(name)).expect(name).is_empty(), "{name}");
    }
    assert_eq!(text(&folder, &format!("{results}/comparison.txt")), said.stdout);
    compared(&folder, &[&AGENTS[..], &["--measure", "occupancy"]].concat()).with_code(0);
    assert!(!folder.path().join(results).join("difference-cost.svg").exists(), "a chart of the comparison before");
    assert!(folder.path().join(results).join("difference-occupancy.svg").exists());
}

#[test]
fn the_command_that_is_printed_gives_the_same_numbers() {
    let folder = folder();
    let more = ["--measure", "mean_wait:billing", "-n", "3..9", "--seed", "7", "--against", "base", "--format", "json"];
    let select = ["--select", "occupancy", "--prefer", "less", "--indifference", "2%", "--first", "5", "--most", "50"];
    let first = compared(&folder, &[&AGENTS[..], &more, &select].concat()).with_code(0);
    let again = first.stderr.lines().find_map(|line| line.strip_prefix("again:  switchboard ")).expect("the command");
    let words: Vec<&str> = again.split(' ').chain(["--format", "json"]).collect();
    let second = switchboard(folder.path(), &words).with_code(0);
    for key in ["configurations", "estimates", "differences", "selection"] {
        assert_eq!(first.json()[key], second.json()[key], "{key}");
    }
}

#[test]
fn threads_change_no_number() {
    let folder = folder();
    let on = |threads: &str| {
        let more = ["--no-files", "--format", "csv", "--threads", threads];
        compared(&folder, &[&AGENTS[..], &more].concat()).with_code(0).stdout
    };
    assert_eq!(on("1"), on("2"));
}

#[test]
fn the_same_file_twice_differs_by_nothing() {
    let folder = folder();
    let found = compared(&folder, &["office.toml", "--no-files", "--format", "json"]).with_code(0).json();
    let rows = found["differences"].as_array().expect("rows");
    assert!(rows.iter().all(|row| row["difference"] == 0.0 && row["verdict"] == "identical"), "{rows:#?}");
    assert_eq!(found["configurations"][1]["name"], "office #2");
    assert!(!folder.path().join("results").exists());
}

#[test]
fn csv_has_a_difference_in_each_row() {
    let folder = folder();
    let said = compared(&folder, &[&AGENTS[..], &["--no-files", "--format", "csv", "--measure", "cost"]].concat())
        .with_code(0);
    let lines: Vec<&str> = said.stdout.lines().collect();
    assert_eq!(
        lines[0],
        "measure,of,name,configuration,against,difference,low,high,unit,verdict,better,variance_reduction,replications"
    );
    assert_eq!(lines.len(), 4);
    assert!(lines[1].starts_with("cost,all,,agents=4,agents=3,"), "{}", lines[1]);
}

#[test]
fn every_mistake_in_the_arguments_is_said_at_once() {
    let folder = folder();
    let wrong = ["--vary", "agents", "--measure", "mean_wiat", "--select", "occupancy", "--indifference", "1s"];
    let said = compared(&folder, &wrong).with_code(2);
    let parts = ["found no `=`", "did you mean `mean_wait`", "percentage points", "`--prefer less`"];
    for part in parts {
        assert!(said.stderr.contains(part), "{part}: {}", said.stderr);
    }
    assert_eq!(said.stderr.matches("error: ").count(), parts.len());
    assert!(said.stdout.is_empty() && !folder.path().join("results").exists());
}

#[test]
fn every_mistake_in_a_configuration_is_shown_in_its_place() {
    let folder = folder();
    let said = compared(&folder, &["--vary", "teams.front.agents=x,4,-1", "--set", "horizon.lenght=1h"]).with_code(2);
    for part in
        ["--vary teams.front.agents=x:1:20", "--vary teams.front.agents=-1", "--set horizon.lenght=1h", "3 errors"]
    {
        assert!(said.stderr.contains(part), "{part}: {}", said.stderr);
    }
}

#[test]
fn what_cannot_be_compared_is_refused_with_what_would_do() {
    let folder = folder();
    for (more, part) in [
        (&[][..], "`--vary teams.front.agents=8,9`"),
        (&["office.toml", "-n", "1"], "expected two or more"),
        (&["office.toml", "--measure", "mean_wait:bills"], "did you mean `mean_wait[queue billing]`"),
        (
            &["--vary", "teams.front.agents=1,2,3,4,5,6,7", "--vary", "replicate.seed=1,2,3,4,5,6"],
            "make 42 configurations",
        ),
        (&["office.toml", "--select", "mean_wait"], "--indifference"),
        (
            &["office.toml", "--select", "mean_wait", "--indifference", "1s", "--first", "1"],
            "two or more in the first stage",
        ),
        (&["office.toml", "--set", "replicate.method=batch-means"], "only replications can be compared"),
        (&["nowhere.toml"], "cannot read `nowhere.toml`"),
    ] {
        let said = compared(&folder, more).with_code(2);
        assert!(said.stderr.contains(part), "{part}: {}", said.stderr);
    }
    assert!(!folder.path().join("results/office-compare/comparison.json").exists());
}

#[test]
fn files_of_others_are_left_alone() {
    let folder = folder();
    let out = folder.path().join("here");
    fs::create_dir(&out).expect("a folder");
    fs::write(out.join("differences.csv"), "mine").expect("a file");
    let said = compared(&folder, &[&AGENTS[..], &["--out", "here"]].concat()).with_code(2);
    assert!(said.stderr.contains("was not written by switchboard"), "{}", said.stderr);
    assert_eq!(fs::read_to_string(out.join("differences.csv")).expect("still there"), "mine");
    assert_eq!(fs::read_dir(&out).expect("a folder").count(), 1);
}

#[test]
fn the_page_of_comparisons_names_every_key_of_the_record() {
    let folder = folder();
    let select = ["--select", "mean_wait", "--indifference", "1m", "--no-files", "--format", "json"];
    let found = compared(&folder, &[&AGENTS[..], &select, &["--measure", "mean_wait"]].concat()).with_code(0).json();
    let page = golden::text("docs/compare.md");
    let mut keys = BTreeSet::new();
    collect(&found, &mut keys);
    // What was played is told as the summary tells it.
    collect(&serde_json::json!({ "measure": "", "configurations": [] }), &mut keys);
    let summary = golden::text("docs/summary-format.md");
    let untold = |key: &&String| !page.contains(&format!("`{key}`")) && !summary.contains(&format!("`{key}`"));
    let missing: Vec<&String> = keys.iter().filter(untold).collect();
    assert!(missing.is_empty(), "docs/compare.md does not name {missing:?}");
    assert!(page.contains(switchboard::record::COMPARISON), "docs/compare.md names another version");
    for verdict in ["higher", "lower", "not-shown", "identical", "unknown"] {
        assert!(page.contains(&format!("`{verdict}`")), "docs/compare.md does not name `{verdict}`");
    }
}

fn collect(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, inner)| {
            found.insert(key.clone());
            collect(inner, found);
        }),
        Value::Array(list) => list.iter().for_each(|inner| collect(inner, found)),
        _ => {}
    }
}

#[test]
fn the_example_on_the_page_prints_what_stands_below_it() {
    let page = golden::text("docs/compare.md");
    let command = page.split("```sh\n").nth(1).and_then(|rest| rest.split("\n```").next()).expect("a command");
    let words: Vec<String> =
        command.trim_start_matches("switchboard ").split(' ').map(|word| word.replace('\'', "")).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).chain(["--no-files"]).collect();
    let said = switchboard(Path::new(env!("CARGO_MANIFEST_DIR")), &words).with_code(0);
    let (before, rest) = page.split_once("```text\n").expect("what it prints");
    let (_, after) = rest.split_once("```").expect("the end of what it prints");
    assert_eq!(golden::difference("docs/compare.md", &format!("{before}```text\n{}```{after}", said.stdout)), None);
}

#[test]
fn presets_are_compared_as_values_of_one_setting() {
    let folder = folder();
    let scenario = golden::text("scenarios/policies/two-presets.toml");
    fs::write(folder.path().join("presets.toml"), scenario).expect("a scenario");
    let vary = r#"routing.policy=uccx-most-skilled,uccx-least-skilled,{ asterisk = "random" }"#;
    let measure = "mean_wait:repairs";
    let arguments = ["compare", "presets.toml", "--vary", vary, "--measure", measure, "--format", "json", "--no-files"];
    let said = switchboard(folder.path(), &arguments).with_code(0).json();
    let names: Vec<&str> =
        said["configurations"].as_array().expect("a list").iter().filter_map(|it| it["name"].as_str()).collect();
    assert_eq!(names, ["policy=uccx-most-skilled", "policy=uccx-least-skilled", "policy={ asterisk = random }"]);
    let difference = &said["differences"][0];
    assert_eq!(
        difference["verdict"], "lower",
        "whoever can do repairs stays free under `uccx-least-skilled`: {difference}"
    );
    let vary = "routing=uccx-most-skilled,uccx-least-skilled";
    let arguments = ["compare", "presets.toml", "--vary", vary, "--measure", measure, "--format", "json", "--no-files"];
    let whole = switchboard(folder.path(), &arguments).with_code(0).json();
    assert_eq!(whole["differences"][0]["verdict"], "lower", "a preset's keyword alone is the whole of `routing`");
}
