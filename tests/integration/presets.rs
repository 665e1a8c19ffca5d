//! Presets and `show`: every preset can be read, says what it leaves out and where it comes from, gives way to what the
//! file says, and what is shown of any scenario plays the same.

use std::path::Path;

use switchboard::family::Catalogue;
use switchboard::plan::Plan;
use switchboard::scenario::preset::PRESETS;
use switchboard::scenario::{Detail, Scenario, render};
use switchboard::study::{Study, Watch};

use crate::{golden, stage};

/// A centre that has what the examples of presets name.
fn centre(policy: &str) -> String {
    format!(
        "[horizon]\nstart = '2026-01-05T20:00'\nlength = '3h'\n[routing]\npolicy = {policy}\n\
         [contacts.loans]\narrivals = '60/h'\ntalk = {{ exponential = '3m' }}\nskill = 'billing'\npatience = {{ \
         exponential = '5m' }}\n\
         [contacts.gold]\narrivals = '20/h'\ntalk = {{ exponential = '2m' }}\nrequires = 'sales'\nqueue = 'second'\n\
         priority = 2\n[queues.second]\n\
         [contacts.mail]\nchannel = 'email'\narrivals = '10/h'\ntalk = '5m'\n\
         [teams.experts]\nagents = 2\nskills = {{ billing = 5, sales = 9 }}\nattributes = {{ preference = 90 }}\n\
         at_once = {{ email = 4 }}\n\
         [teams.juniors]\nagents = 3\nskills = {{ billing = 2, sales = 6 }}\nattributes = {{ preference = 40 }}\n"
    )
}

/// A text read without a mistake, with the warnings about it.
fn read(text: &str, base: &Path) -> (Scenario, String) {
    match Scenario::parse(text, "centre.toml", base, &[]) {
        Ok((scenario, warnings)) => (scenario, render(&warnings, false)),
        Err(problems) => panic!("{}\n{text}", problems.render(false)),
    }
}

fn shown(text: &str, base: &Path, detail: Detail) -> String {
    let shown = Scenario::show_text(text, "centre.toml", base, (&[], detail));
    shown.unwrap_or_else(|problems| panic!("{}", problems.render(false))).0
}

/// Fingerprint of a replication.
fn digest(scenario: Scenario) -> String {
    let plan = Plan::new(scenario);
    let study = Study { replications: 0..1, ..Study::new(&plan) };
    let outcome = study.run(&Watch::nobody()).expect("it can be played");
    outcome.evidence.summary(study.confidence).run.digest
}

/// Every preset by its example.
fn policies() -> impl Iterator<Item = (&'static str, &'static str)> {
    (0..PRESETS.len()).map(|row| (PRESETS.member(row).keyword, PRESETS.member(row).example))
}

#[test]
fn every_preset_says_what_it_leaves_out_and_where_it_comes_from() {
    for row in 0..PRESETS.len() {
        let headings: Vec<&str> = PRESETS.notes(row).iter().map(|note| note.heading).collect();
        assert_eq!(headings, ["leaves out", "sources"], "{}", PRESETS.member(row).keyword);
    }
}

#[test]
fn every_preset_becomes_lines_that_play_the_same_without_it() {
    for (keyword, example) in policies() {
        let text = centre(example);
        let (scenario, _) = read(&text, Path::new(""));
        let journal = stage::journal(&Plan::new(scenario), stage::SEED, 0);
        let expanded = shown(&text, Path::new(""), Detail::Expanded);
        assert!(!expanded.contains("\npolicy = "), "{keyword}: {expanded}");
        assert!(expanded.contains(&format!(" # preset {keyword}\n")), "{keyword}: {expanded}");
        let (again, _) = read(&expanded, Path::new(""));
        assert_eq!(stage::journal(&Plan::new(again), stage::SEED, 0), journal, "{keyword}\n{expanded}");
        let own = shown(&text, Path::new(""), Detail::AsWritten);
        let (again, _) = read(&own, Path::new(""));
        assert_eq!(stage::journal(&Plan::new(again), stage::SEED, 0), journal, "{keyword}\n{own}");
    }
}

#[test]
fn every_scenario_shown_plays_the_same() {
    for file in golden::files("scenarios", "toml") {
        let path = golden::path(&file);
        let base = path.parent().expect("a file has a folder");
        let text = golden::text(&file);
        let (scenario, warnings) = read(&text, base);
        let played = digest(scenario);
        for detail in [Detail::AsWritten, Detail::Expanded] {
            let again = shown(&text, base, detail);
            let (scenario, same_warnings) = read(&again, base);
            assert_eq!(same_warnings, warnings, "{file}\n{again}");
            assert_eq!(digest(scenario), played, "{file}\n{again}");
            assert_eq!(shown(&again, base, Detail::AsWritten), shown(&again, base, Detail::AsWritten));
        }
    }
}

/// The lines of a page that hold a key, without what is said behind them.
fn lines<'a>(page: &'a str, key: &str) -> Vec<&'a str> {
    let lines = page.lines().filter(|line| line.starts_with(&format!("{key} = ")));
    lines.map(|line| line.split(" #").next().unwrap_or_default()).collect()
}

#[test]
fn what_the_file_says_beside_a_preset_wins() {
    let text = centre("'avaya-ead-loa'\nagent_order = ['random']");
    let page = shown(&text, Path::new(""), Detail::Expanded);
    assert_eq!(lines(&page, "agent_order"), ["agent_order = [\"random\"]"]);
    assert!(page.contains("contact_order = [{ priority = \"lower\" }, \"longest-wait\"] # preset avaya-ead-loa"));
    let text = centre("{ cxone = { initial = 7 } }") + "[queues.loans]\nscore = { base = 9 }\n";
    let page = shown(&text, Path::new(""), Detail::Expanded);
    assert_eq!(lines(&page, "base"), ["base = 7", "base = 9", "base = 7"], "{page}");
}

#[test]
fn a_queue_may_have_a_preset_of_its_own() {
    let text =
        centre("{ asterisk = 'linear' }").replace("[queues.second]\n", "[queues.second]\npolicy = 'uccx-circular'\n");
    let page = shown(&text, Path::new(""), Detail::Expanded);
    assert_eq!(lines(&page, "agent_order"), ["agent_order = [\"circular\"]", "agent_order = [\"fixed-order\"]"]);
    assert!(page.contains("agent_order = [\"circular\"] # preset uccx-circular"), "{page}");
}

#[test]
fn what_is_shown_of_a_scenario_is_shown_again() {
    for (keyword, example) in policies() {
        let expanded = shown(&centre(example), Path::new(""), Detail::Expanded);
        let settings = |page: &str| -> Vec<String> {
            let lines = page.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
            lines.map(|line| line.split(" # preset").next().unwrap_or_default().to_owned()).collect()
        };
        let again = shown(&expanded, Path::new(""), Detail::Expanded);
        assert_eq!(settings(&again), settings(&expanded), "{keyword}");
    }
}
