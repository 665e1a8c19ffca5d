//! Pages of `docs/` that follow from the lists of the program, and pages that must agree with its sources.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;
use switchboard::family::Member;
use switchboard::stats::MEASURES;
use switchboard::stats::measure::{Formula, Measure, Rule, Shown, Sum, Unit};
use switchboard::study::Study;

use crate::{families, golden, scenarios};

/// A summary as a sentence: a capital first, a full stop last.
fn sentence(summary: &str) -> String {
    let mut signs = summary.chars();
    let first: String = signs.next().map(|sign| sign.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{}{}", signs.as_str(), if summary.ends_with(['.', '?']) { "" } else { "." })
}

const MEASURES_OPENING: &str = "\
# Measures

What a study reports. This page is written from the program's own list by a test (`UPDATE_GOLDEN=1 cargo test pages`);
`switchboard list measures` shows the same list in short, and [the summary format](summary-format.md) says where the
numbers stand. A measure is made from fields, which are counted as whole numbers for each thing, interval and
replication; they are at the end of this page. A ratio is a ratio of sums over all replications, never a mean of ratios
([statistics](statistics.md)).

Every measure can be a goal: `switchboard run FILE --until 'mean_wait ± 1s'`, or `'mean_wait[queue billing] ± 5% relative'`.
[Diagnostics](explain.md#diagnostics) of routing are measures too, where `horizon.diagnostics = true` asks for them.
";

#[test]
fn the_page_of_measures_follows_the_list() {
    let mut page = MEASURES_OPENING.to_owned();
    for entry in MEASURES.entries {
        page += &measure(&entry.member, &entry.make);
    }
    page += "\n## Fields\n\nTimes are counted in ticks (microseconds), money and service levels in millionths.\n\n";
    page += "| field | holds |\n| --- | --- |\n";
    page += &fields();
    assert_eq!(golden::difference("docs/measures.md", &page), None);
}

fn measure(member: &Member, measure: &Measure) -> String {
    let unit = match measure.unit {
        Unit::Share => "a share, 0 to 1".to_owned(),
        unit => unit.word().to_owned(),
    };
    let mut text = format!("\n## {}\n\n{} Unit: {unit}.\n", member.keyword, sentence(member.summary));
    if !measure.variants.is_empty() {
        writeln!(text, "{}", sentence(measure.variants)).expect("text takes everything");
    }
    text += "\n| of | is | shown |\n| --- | --- | --- |\n";
    text + &measure.rules.iter().map(rule).collect::<String>()
}

fn rule(rule: &Rule) -> String {
    let of: Vec<&str> = rule.of.iter().map(|kind| kind.word()).collect();
    let shown = match rule.shown {
        Shown::ByInterval => "in total and by interval",
        Shown::ByIntervalIfKept => "in total; by interval if asked for",
        Shown::InTotal => "in total",
    };
    format!("| {} | {} | {shown} |\n", of.join(", "), formula(&rule.formula))
}

fn formula(formula: &Formula) -> String {
    match *formula {
        Formula::PerReplication(fields) => format!("{}, per replication", sum(fields)),
        Formula::Ratio { above, below } => format!("{} / {}", grouped(above), grouped(below)),
        Formula::TimeAverage(fields) => format!("{} / `Elapsed`", grouped(fields)),
        Formula::Quantile(percent) => format!("{percent} % quantile of waits, averaged over replications"),
        Formula::Maximum { of, .. } => format!("`{of:?}`, the most in a replication, averaged over replications"),
    }
}

fn sum(fields: Sum) -> String {
    fields.iter().map(|field| format!("`{field:?}`")).collect::<Vec<_>>().join(" + ")
}

/// A sum as one part of a fraction.
fn grouped(fields: Sum) -> String {
    if fields.len() == 1 { sum(fields) } else { format!("({})", sum(fields)) }
}

/// Name and meaning of every field, as its source says it.
fn fields() -> String {
    let source = golden::text("src/stats/counts.rs");
    let list = source.split("pub enum Field {").nth(1).and_then(|rest| rest.split("\n}").next());
    let mut rows = String::new();
    let mut meaning = String::new();
    for line in list.expect("the list of fields").lines().map(str::trim) {
        if let Some(said) = line.strip_prefix("/// ") {
            meaning = if meaning.is_empty() { said.to_owned() } else { format!("{meaning} {said}") };
        } else if let Some(name) = line.strip_suffix(',') {
            writeln!(rows, "| `{name}` | {meaning} |").expect("text takes everything");
            meaning.clear();
        }
    }
    rows
}

const FAMILIES_OPENING: &str = "\
# Families

Everything that can be chosen by a word. This page is written from the program's own lists by a test
(`UPDATE_GOLDEN=1 cargo test pages`); `switchboard list FAMILY` shows the settings of every member, [the scenario
file](scenario-file.md) documents those that a scenario chooses from, [measures](measures.md) the numbers, and [the
architecture](architecture.md#families) how a member is added.
";

#[test]
fn the_page_of_families_follows_the_lists() {
    let mut page = FAMILIES_OPENING.to_owned();
    for family in families::everything() {
        let (name, summary) = (family.name(), sentence(family.summary()));
        write!(page, "\n## {name}\n\n{summary}\n\n| keyword | what it is |\n| --- | --- |\n").expect("text takes it");
        for member in families::members(family) {
            writeln!(page, "| `{}` | {} |", member.keyword, sentence(member.summary)).expect("text takes everything");
        }
    }
    assert_eq!(golden::difference("docs/families.md", &page), None);
}

/// Every key of a JSON value and of what it holds.
fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, inner)| {
            found.insert(key.clone());
            keys(inner, found);
        }),
        Value::Array(list) => list.iter().for_each(|inner| keys(inner, found)),
        _ => {}
    }
}

#[test]
fn the_page_of_the_summary_names_every_key_of_it() {
    let page = golden::text("docs/summary-format.md");
    let plan = scenarios::plan("scenarios/first/one-queue.toml");
    let outcome = Study { replications: 0..2, ..Study::new(&plan) }.run(&switchboard::study::Watch::nobody());
    let evidence = outcome.expect("the study can be played").evidence;
    let summary = serde_json::to_value(evidence.summary(plan.scenario.replicate.confidence)).expect("a summary");
    let mut found = BTreeSet::new();
    keys(&summary, &mut found);
    let saved = serde_json::to_value(&evidence).expect("evidence");
    keys(&saved, &mut found);
    let missing: Vec<&String> = found.iter().filter(|key| !page.contains(&format!("`{key}`"))).collect();
    assert!(missing.is_empty(), "docs/summary-format.md does not name {missing:?}");
    assert!(page.contains(switchboard::record::SCHEMA), "docs/summary-format.md names another version");
    for unit in [Unit::Contacts, Unit::Customers, Unit::Agents, Unit::Share, Unit::Seconds, Unit::Hours, Unit::Money] {
        assert!(page.contains(&format!("`{}`", unit.word())), "docs/summary-format.md misses `{}`", unit.word());
    }
}

#[test]
fn the_order_of_simultaneous_events_is_told_as_the_engine_tells_it() {
    let source = golden::text("src/engine/mod.rs");
    let table: String = source.lines().filter_map(|line| Some(format!("|{}\n", line.strip_prefix("//! |")?))).collect();
    let page = golden::text("docs/architecture.md");
    let (before, rest) = page.split_once("| rank |").expect("docs/architecture.md has a table of ranks");
    let (_, after) = rest.split_once("\n\n").expect("something follows the table");
    assert_eq!(golden::difference("docs/architecture.md", &format!("{before}{table}\n{after}")), None);
}

#[test]
fn every_dependency_is_accounted_for() {
    let manifest: toml::Table = golden::text("Cargo.toml").parse().expect("a manifest");
    let page = golden::text("docs/architecture.md");
    for list in ["dependencies", "dev-dependencies"] {
        for name in manifest[list].as_table().expect("a list of dependencies").keys() {
            assert!(page.contains(&format!("| {name} |")), "docs/architecture.md does not say why there is `{name}`");
        }
    }
}

/// Targets of the links in a Markdown text, without their anchors.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    ends.map(|target| target.split('#').next().unwrap_or_default())
}

#[test]
fn every_link_between_pages_leads_somewhere() {
    let mut pages = golden::files("docs", "md");
    pages.extend(["README.md", "CHANGELOG.md", "scenarios/README.md"].map(str::to_owned));
    for page in pages {
        let text = golden::text(&page);
        let folder = golden::path(&page).parent().expect("a page has a folder").to_owned();
        // Evidence is saved by those who measure, each time they do.
        let outside = |target: &&str| target.contains("://") || target.contains("results/");
        for target in links(&text).filter(|target| !target.is_empty() && !outside(target)) {
            assert!(folder.join(target).exists(), "{page} links to `{target}`, which is not there");
        }
    }
}
