use std::fs;
use std::io::Read;
#[cfg(unix)]
use std::os::unix::fs::FileTypeExt;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::{folder, switchboard};

#[test]
fn a_run_prints_tables_and_says_on_stderr_where_the_report_is() {
    let folder = folder();
    let said = switchboard(folder.path(), &["run", "office.toml"]).with_code(0);
    assert!(said.stdout.contains("4 replications, seed 1"), "{}", said.stdout);
    assert!(said.stderr.contains("again:  switchboard run office.toml --replications 4 --seed 1 --confidence 95%"));
    assert!(!said.stdout.contains("report.html"));
    for name in ["summary.json", "measures.csv", "report.html", "estimates.json", "waits.svg", "waits.png"] {
        assert!(folder.path().join("results/office").join(name).exists(), "{name}");
    }
}

#[test]
fn json_on_stdout_is_the_documented_summary_and_nothing_else() {
    let folder = folder();
    let summary =
        switchboard(folder.path(), &["run", "office.toml", "--format", "json", "--no-files"]).with_code(0).json();
    assert_eq!(summary["schema"], "switchboard.summary/1");
    assert_eq!(summary["scenario"]["file"], "office.toml");
    for key in ["replications", "seed", "threads", "confidence", "contacts", "events", "wall_seconds", "version"] {
        assert!(!summary["run"][key].is_null(), "{key}");
    }
    let keys = ["measure", "of", "name", "interval_start", "mean", "low", "high", "unit", "replications"];
    let row = summary["measures"][0].as_object().expect("a row");
    assert_eq!(row.keys().map(String::as_str).collect::<Vec<_>>(), keys);
    assert!(!folder.path().join("results").exists());
}

#[test]
fn what_is_printed_is_what_is_written() {
    let folder = folder();
    let said =
        switchboard(folder.path(), &["run", "office.toml", "--format", "csv", "--out", "here", "-q"]).with_code(0);
    assert_eq!(fs::read_to_string(folder.path().join("here/measures.csv")).expect("a table"), said.stdout);
    assert_eq!(said.stderr, "");
}

#[test]
fn the_command_that_is_printed_gives_the_same_numbers() {
    let folder = folder();
    let first =
        ["run", "office.toml", "-n", "3..7", "--set", "teams.front.agents=5", "--seed", "9", "--format", "json"];
    let first = switchboard(folder.path(), &first).with_code(0);
    let again = first.stderr.lines().find_map(|line| line.strip_prefix("again:  switchboard ")).expect("the command");
    assert!(again.contains("--replications 3..7"), "{again}");
    let words: Vec<&str> = again.split(' ').chain(["--format", "json"]).collect();
    let second = switchboard(folder.path(), &words).with_code(0);
    assert_eq!(first.json()["measures"], second.json()["measures"]);
    assert_eq!(first.json()["run"]["digest"], second.json()["run"]["digest"]);
}

#[test]
fn threads_do_not_change_the_digest() {
    let folder = folder();
    let digest = |threads: &str| -> Value {
        let arguments = ["run", "office.toml", "--threads", threads, "--format", "json", "--no-files"];
        switchboard(folder.path(), &arguments).with_code(0).json()["run"]["digest"].clone()
    };
    assert_eq!(digest("1"), digest("3"));
}

#[test]
fn an_override_changes_the_scenario_and_is_named_in_the_summary() {
    let folder = folder();
    let arguments = ["run", "office.toml", "--set", "teams.front.agents=7", "--format", "json", "--no-files"];
    let summary = switchboard(folder.path(), &arguments).with_code(0).json();
    assert_eq!(summary["scenario"]["overrides"][0], "teams.front.agents=7");
    let rows = summary["measures"].as_array().expect("rows");
    let staffed = rows.iter().find(|row| row["measure"] == "staffed" && row["of"] == "team").expect("a row");
    assert_eq!(staffed["mean"], 7.0);
}

#[test]
fn a_goal_of_precision_ends_the_run_early_and_says_so() {
    let folder = folder();
    let arguments = ["run", "office.toml", "--until", "arrived ± 20", "--format", "json", "--no-files"];
    let summary = switchboard(folder.path(), &arguments).with_code(0).json();
    assert!(summary["run"]["note"].as_str().is_some_and(|note| note.contains("reached")), "{}", summary["run"]);
}

#[test]
fn mistakes_are_told_on_stderr_with_code_two() {
    let folder = folder();
    for (arguments, part) in [
        (&["run", "nowhere.toml"][..], "cannot read `nowhere.toml`"),
        (&["run", "office.toml", "--set", "teams.front.agnts=3"], "did you mean `agents`?"),
        (&["run", "office.toml", "-n", "0"], "such as `20`"),
        (&["run", "office.toml", "--confidence", "100%"], "below 100%"),
        (&["run", "office.toml", "--threads", "0"], "from 1 to"),
        (&["run", "office.toml", "--until", "asa ± 2"], "a duration such as `2s`"),
        (&["run", "office.toml", "--until", "asa[queue sales] ± 2s"], "`queue billing`"),
        (&["run", "office.toml", "--format", "yaml"], "possible values: csv, json, table"),
        (&["run", "office.toml", "--no-files", "--log", "office.toml"], "is not a contact log"),
        (&["run", "office.toml", "--out", "office.toml"], "results need a folder"),
        (&["ruin", "office.toml"], "'run'"),
        (&[], "Usage"),
    ] {
        let said = switchboard(folder.path(), arguments).with_code(2);
        assert!(said.stderr.contains(part), "{arguments:?}: {}", said.stderr);
        assert_eq!(said.stdout, "", "{arguments:?}");
    }
}

#[test]
fn a_limit_ends_the_run_with_code_one_and_an_explanation() {
    let folder = folder();
    for (limit, part) in
        [("limits.events=10", "`limits.events` of 10"), ("limits.memory=1000", "`limits.memory` is 1000 B")]
    {
        let said = switchboard(folder.path(), &["run", "office.toml", "--set", limit]).with_code(1);
        assert!(said.stderr.contains(part) && said.stderr.contains("--set"), "{}", said.stderr);
    }
}

#[test]
fn a_file_of_somebody_else_is_not_overwritten() {
    let folder = folder();
    let notes = folder.path().join("out/waits.svg");
    fs::create_dir(folder.path().join("out")).expect("a folder");
    fs::write(&notes, "mine").expect("a file");
    let said = switchboard(folder.path(), &["run", "office.toml", "--out", "out"]).with_code(2);
    assert!(said.stderr.contains("not written by switchboard") && said.stdout.is_empty(), "{}", said.stderr);
    assert_eq!(fs::read_to_string(notes).expect("a file"), "mine");
}

#[test]
fn results_are_replaced_by_the_next_run() {
    let folder = folder();
    switchboard(folder.path(), &["run", "office.toml"]).with_code(0);
    switchboard(folder.path(), &["run", "office.toml", "--seed", "2"]).with_code(0);
    let summary = fs::read_to_string(folder.path().join("results/office/summary.json")).expect("a summary");
    assert_eq!(serde_json::from_str::<Value>(&summary).expect("JSON")["run"]["seed"], 2);
}

#[test]
fn the_contact_log_has_a_row_for_each_contact_in_order_of_replications() {
    let folder = folder();
    let arguments = ["run", "office.toml", "--log", "contacts.csv", "--no-files", "--format", "json"];
    let contacts = switchboard(folder.path(), &arguments).with_code(0).json()["run"]["contacts"].clone();
    let log = fs::read_to_string(folder.path().join("contacts.csv")).expect("a log");
    let replications: Vec<u64> = log.lines().skip(1).filter_map(|line| line.rsplit(',').next()?.parse().ok()).collect();
    assert_eq!(contacts, replications.len());
    assert!(replications.is_sorted());
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2, "no temporary file is left");
    switchboard(folder.path(), &arguments).with_code(0);
}

#[cfg(unix)]
#[test]
fn the_contact_log_may_go_to_a_device_or_down_a_pipe() {
    let folder = folder();
    let run = ["run", "office.toml", "--no-files", "--format", "json", "--log"];
    let summary = switchboard(folder.path(), &[&run[..], &["/dev/null"]].concat()).with_code(0).json();
    let said = switchboard(folder.path(), &[&run[..], &["/dev/stdout"]].concat()).with_code(0);
    let (log, printed) = said.stdout.split_at(said.stdout.find('{').expect("the summary follows the log"));
    assert!(log.starts_with("serial,customer,attempt,"), "{log}");
    assert_eq!(summary["run"]["contacts"], log.lines().count() - 1);
    assert_eq!(serde_json::from_str::<Value>(printed).expect("JSON")["measures"], summary["measures"]);
    assert!(fs::metadata("/dev/null").expect("a device").file_type().is_char_device());
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let folder = folder();
    for arguments in [&["schema"][..], &["completions", "bash"], &["run", "office.toml", "--format", "json"]] {
        let mut child = Command::new(assert_cmd::cargo::cargo_bin!("switchboard"))
            .current_dir(folder.path())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        drop(child.stdout.take());
        let mut stderr = String::new();
        child.stderr.take().expect("stderr").read_to_string(&mut stderr).expect("words");
        assert_eq!(child.wait().expect("it ends").code(), Some(0), "{arguments:?}: {stderr}");
        assert!(!stderr.contains("panic"), "{stderr}");
    }
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_shows_and_writes_what_was_finished() {
    let folder = folder();
    let child = Command::new(assert_cmd::cargo::cargo_bin!("switchboard"))
        .current_dir(folder.path())
        .args(["run", "office.toml", "-n", "1000000000", "--format", "json", "--out", "part"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    std::thread::sleep(std::time::Duration::from_millis(500));
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    assert!(killed.success());
    let output = child.wait_with_output().expect("it ends");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{stderr}");
    let summary: Value = serde_json::from_slice(&output.stdout).expect("a summary");
    assert!(summary["run"]["replications"].as_u64().is_some_and(|count| count > 0));
    assert!(summary["run"]["note"].as_str().is_some_and(|note| note.starts_with("interrupted after")), "{stderr}");
    assert!(folder.path().join("part/estimates.json").exists());
}

#[test]
fn check_says_what_was_understood_or_every_mistake() {
    let folder = folder();
    let said = switchboard(folder.path(), &["check", "office.toml"]).with_code(0);
    assert!(
        said.stdout.starts_with("office: 1 contact type, 1 queue, 1 team with 4 agents; 2h from 2026-01-05T00:00:00")
    );
    fs::write(folder.path().join("bad.toml"), "contcts = 1\n[teams.front]\nagents = 'many'\n").expect("a file");
    let said = switchboard(folder.path(), &["check", "bad.toml"]).with_code(2);
    assert!(
        said.stdout.is_empty() && said.stderr.contains("`contcts`") && said.stderr.contains("`many`"),
        "{}",
        said.stderr
    );
    let said = switchboard(folder.path(), &["check", "bad.toml", "--format", "json"]).with_code(2);
    assert_eq!(said.json()["playable"], false);
    assert!(said.json()["problems"].as_array().is_some_and(|problems| problems.len() >= 2));
}

#[test]
fn warnings_are_told_and_do_not_stop_a_run() {
    let folder = folder();
    let setting = ["--set", "teams.front.agents=2", "--set", "contacts.billing.patience=never"];
    let said = switchboard(folder.path(), &[&["check", "office.toml"][..], &setting].concat()).with_code(0);
    assert!(said.stderr.contains("warning"), "{}", said.stderr);
    let said =
        switchboard(folder.path(), &[&["run", "office.toml", "--no-files", "--format", "json"][..], &setting].concat());
    assert!(said.stderr.contains("warning"), "{}", said.stderr);
    said.with_code(0).json();
}
