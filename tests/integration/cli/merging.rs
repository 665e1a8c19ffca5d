use super::{folder, switchboard};

#[test]
fn parts_merge_into_the_whole() {
    let folder = folder();
    let run = |range: &str, out: &str| {
        switchboard(folder.path(), &["run", "office.toml", "-n", range, "--out", out, "--format", "json"])
            .with_code(0)
            .json()
    };
    run("0..3", "first");
    run("3..8", "second");
    let whole = run("8", "whole");
    let arguments = ["merge", "second", "first", "--out", "merged", "--format", "json"];
    let merged = switchboard(folder.path(), &arguments).with_code(0);
    assert_eq!(merged.json()["measures"], whole["measures"]);
    assert_eq!(merged.json()["run"]["digest"], whole["run"]["digest"]);
    assert!(merged.stderr.contains("again:  switchboard run office.toml --replications 8 "), "{}", merged.stderr);
    let again = switchboard(folder.path(), &["merge", "merged", "--format", "json"]).with_code(0);
    assert_eq!(again.json()["run"]["digest"], whole["run"]["digest"]);
}

#[test]
fn parts_that_do_not_fit_are_refused_with_a_reason() {
    let folder = folder();
    for (out, more) in [("a", &[][..]), ("b", &["--seed", "2"]), ("c", &["--set", "teams.front.agents=5"])] {
        let run = [&["run", "office.toml", "--out", out][..], more].concat();
        switchboard(folder.path(), &run).with_code(0);
    }
    std::fs::write(folder.path().join("broken.json"), "{").expect("a file");
    for (part, reason) in [
        ("a", "would count twice"),
        ("b", "found seed `2`, expected `1`"),
        ("c", "the scenario or its overrides were changed"),
        ("nowhere", "cannot read `nowhere`"),
        ("broken.json", "holds no estimates"),
    ] {
        let said = switchboard(folder.path(), &["merge", "a", part]).with_code(2);
        assert!(said.stderr.contains(reason) && said.stdout.is_empty(), "{part}: {}", said.stderr);
    }
}

#[test]
fn the_commands_that_are_printed_for_ranges_with_gaps_give_the_same_numbers() {
    let folder = folder();
    for (range, out) in [("0..2", "first"), ("5..8", "second")] {
        let run = ["run", "office.toml", "-n", range, "--out", out, "--confidence", "90%"];
        switchboard(folder.path(), &run).with_code(0);
    }
    let merged = ["merge", "first", "second", "--out", "merged", "--format", "json"];
    let merged = switchboard(folder.path(), &merged).with_code(0);
    let again = merged.stderr.lines().find_map(|line| line.strip_prefix("again:  ")).expect("commands");
    let commands: Vec<&str> = again.split(" && ").collect();
    assert_eq!(commands.len(), 3, "{again}");
    let mut printed = String::new();
    for command in commands {
        let words: Vec<&str> = command.split(' ').skip(1).chain(["--format", "json"]).collect();
        printed = switchboard(folder.path(), &words).with_code(0).stdout;
    }
    let again: serde_json::Value = serde_json::from_str(&printed).expect("a summary");
    assert_eq!(again["measures"], merged.json()["measures"]);
    assert_eq!(again["run"]["digest"], merged.json()["run"]["digest"]);
}
