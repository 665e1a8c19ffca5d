use std::fs;

use serde_json::Value;

use super::{folder, switchboard};

#[test]
fn a_contact_of_the_log_is_explained_with_the_same_agent_and_times() {
    let folder = folder();
    switchboard(folder.path(), &["run", "office.toml", "--no-files", "--log", "log.csv"]).with_code(0);
    let log = fs::read_to_string(folder.path().join("log.csv")).expect("a log");
    let mut rows = csv::Reader::from_reader(log.as_bytes());
    let row =
        rows.records().filter_map(Result::ok).find(|row| &row[14] == "1" && &row[12] == "served" && &row[10] != "0");
    let row = row.expect("somebody waited in replication 1");
    let words = ["explain", "office.toml", "--contact", &row[0], "--replication", "1", "--format", "json"];
    let story = switchboard(folder.path(), &words).with_code(0).json();
    assert_eq!(story["schema"], "switchboard.explanation/1");
    let steps = story["steps"].as_array().expect("steps");
    let answer = steps.iter().find(|step| step["decision"]["chosen"].is_u64()).expect("an agent takes it");
    assert_eq!((&answer["decision"]["agent"], &answer["time"]), (&Value::from(&row[13]), &Value::from(&row[8])));
    assert_eq!(steps[0]["time"], row[6]);
}

#[test]
fn a_journal_does_not_change_the_run_and_holds_one_replication() {
    let folder = folder();
    let run = ["run", "office.toml", "--no-files", "--format", "json"];
    let plain = switchboard(folder.path(), &run).with_code(0).json();
    let journal = ["--journal", "j.jsonl", "--journal-replication", "2"];
    let told = switchboard(folder.path(), &[&run[..], &journal[..]].concat()).with_code(0).json();
    assert_eq!((&told["run"]["digest"], &told["measures"]), (&plain["run"]["digest"], &plain["measures"]));
    let text = fs::read_to_string(folder.path().join("j.jsonl")).expect("a journal");
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(
        (&lines[0]["schema"], &lines[0]["replication"]),
        (&Value::from("switchboard.journal/1"), &Value::from(2))
    );
    assert_eq!(lines.last().expect("an end")["event"], "run-ended");
    // What is a journal already may be replaced, and the same run writes the same one.
    switchboard(folder.path(), &[&run[..], &journal[..]].concat()).with_code(0);
    assert_eq!(fs::read_to_string(folder.path().join("j.jsonl")).expect("a journal"), text);
}

#[test]
fn whom_nobody_knows_is_met_with_who_is_there() {
    let folder = folder();
    for (words, part) in [
        (&["--contact", "99999"][..], "contacts came, numbered from 0 to "),
        (&["--agent", "fornt 1", "--at", "10:00"], "those of the team `front` are `front 1` to `front 4`"),
        (&["--agent", "front 5", "--at", "10:00"], "`front 1` to `front 4`"),
        (&["--agent", "front 1", "--at", "2001-01-01T10:00"], "outside the horizon"),
        (&["--agent", "front 1", "--at", "ten"], "such as `10:42`"),
        (&["--agent", "front 1"], "--at"),
        (&[], "--contact"),
    ] {
        let said = switchboard(folder.path(), &[&["explain", "office.toml"], words].concat()).with_code(2);
        assert!(said.stderr.contains(part) && said.stdout.is_empty(), "{words:?}: {}", said.stderr);
    }
    for (words, code, part) in [
        (&["--journal", "office.toml"][..], 2, "is not a journal"),
        (&["--journal", "j.jsonl", "--journal-replication", "4"], 2, "from 0 to 3"),
        (&["--journal-replication", "1"], 2, "--journal"),
        (&["--journal", "nowhere/j.jsonl"], 1, "in a folder that exists"),
    ] {
        let said = switchboard(folder.path(), &[&["run", "office.toml", "--no-files"], words].concat()).with_code(code);
        assert!(said.stderr.contains(part), "{words:?}: {}", said.stderr);
    }
}

#[test]
fn a_diagnosis_is_a_table_or_json() {
    let folder = folder();
    let table = switchboard(folder.path(), &["diagnose", "office.toml"]).with_code(0).stdout;
    assert!(table.contains("workload_spread") && table.contains("team front"), "{table}");
    let json =
        switchboard(folder.path(), &["diagnose", "office.toml", "-n", "2", "--format", "json"]).with_code(0).json();
    assert_eq!((&json["schema"], &json["replications"]), (&Value::from("switchboard.diagnosis/1"), &Value::from(2)));
    let idle = json["diagnostics"].as_array().expect("rows").iter().find(|row| row["cause"] == "unexplained");
    assert_eq!(idle.expect("it is always told")["mean"], 0.0);
}
