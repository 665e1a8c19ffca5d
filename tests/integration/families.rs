//! Families: every list is sorted, every member has one name wherever it appears, and every example can be read.

use switchboard::expression::FUNCTIONS;
use switchboard::family::{Catalogue, Member, Need};
use switchboard::record::RULES;
use switchboard::report::{CHARTS, FORMATS};
use switchboard::scenario::{TEMPLATES, families};
use switchboard::stats::MEASURES;
use switchboard::stats::diagnosis::DIAGNOSTICS;
use switchboard::stats::until::Goal;

use crate::golden;

/// Where the members of a family live; families of two or three words share one file.
const FOLDERS: [(&str, &str); 23] = [
    ("after-calls", "src/scenario/after_call.rs"),
    ("agent-keys", "src/routing/agent/"),
    ("arrivals", "src/arrival/"),
    ("channels", "src/channel/"),
    ("charts", "src/report/chart/"),
    ("closed-actions", "src/scenario/leave.rs"),
    ("contact-keys", "src/routing/contact/"),
    ("diagnostics", "src/stats/diagnosis/diagnostic.rs"),
    ("dialling-modes", "src/dialling/"),
    ("distributions", "src/random/distribution/"),
    ("estimators", "src/routing/estimate/"),
    ("formats", "src/report/format/"),
    ("functions", "src/expression/function.rs"),
    ("guards", "src/routing/guard/"),
    ("measures", "src/stats/measure/"),
    ("nodes", "src/scenario/node/"),
    ("presets", "src/scenario/preset/"),
    ("queue-keys", "src/routing/queue/"),
    ("rules", "src/record/rule.rs"),
    ("service-levels", "src/stats/service_level/"),
    ("step-endings", "src/scenario/schedule.rs"),
    ("templates", "src/scenario/template/"),
    ("wait-endings", "src/scenario/leave.rs"),
];

/// Every family, sorted by name.
pub(crate) fn everything() -> Vec<&'static dyn Catalogue> {
    let mut all = families();
    let others: [&'static dyn Catalogue; 7] =
        [&CHARTS, &DIAGNOSTICS, &FORMATS, &FUNCTIONS, &MEASURES, &RULES, &TEMPLATES];
    all.extend(others);
    all.sort_by_key(|family| family.name());
    all
}

/// The members of a family, in the order of its list.
pub(crate) fn members(family: &dyn Catalogue) -> impl Iterator<Item = &'static Member> + '_ {
    (0..family.len()).map(|index| family.member(index))
}

/// Fails with every member of which something is amiss.
fn each(amiss: impl Fn(&dyn Catalogue, &'static Member) -> Option<String>) {
    let mut found = Vec::new();
    for family in everything() {
        for member in members(family) {
            found.extend(amiss(family, member).map(|what| format!("{}, {}: {what}", family.name(), member.keyword)));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_list_is_sorted_and_names_nothing_twice() {
    for family in everything() {
        let keywords: Vec<&str> = members(family).map(|member| member.keyword).collect();
        assert!(keywords.is_sorted_by(|a, b| a < b), "{}: {keywords:?}", family.name());
        assert!(family.bare().is_none_or(|bare| family.find(bare).is_some()), "{}: bare", family.name());
    }
}

#[test]
fn every_member_says_what_it_is() {
    each(|family, member| {
        let silent = member.summary.trim().is_empty() || family.summary().trim().is_empty();
        silent.then(|| "has no summary".to_owned())
    });
}

#[test]
fn every_setting_says_what_it_is_and_the_main_one_is_among_them() {
    each(|_, member| {
        let silent = member.settings.iter().find(|setting| setting.summary.trim().is_empty());
        let main = member.main.is_none_or(|main| member.settings.iter().any(|setting| setting.name == main));
        match silent {
            Some(setting) => Some(format!("`{}` has no summary", setting.name)),
            None => (!main).then(|| "its main setting is not in its list".to_owned()),
        }
    });
}

#[test]
fn every_member_lives_in_a_file_of_its_name() {
    each(|family, member| {
        let folder = FOLDERS.iter().find(|(name, _)| *name == family.name());
        let Some((_, folder)) = folder else { return Some("the family has no known folder".to_owned()) };
        let file = match (folder.ends_with('/'), family.name()) {
            (false, _) => (*folder).to_owned(),
            (true, "templates") => format!("{folder}{}.toml", member.keyword),
            // Quantiles differ in one number.
            (true, "measures") if member.keyword.starts_with("wait_p") => format!("{folder}wait_quantiles.rs"),
            (true, _) => format!("{folder}{}.rs", member.keyword.replace('-', "_")),
        };
        (!golden::path(&file).exists()).then(|| format!("expected it in {file}"))
    });
}

#[test]
fn every_example_can_be_read() {
    each(|family, member| match family.name() {
        "measures" => member.example.parse::<Goal>().err().map(|error| error.to_string()),
        "templates" => None,
        "charts" | "diagnostics" | "formats" | "rules" => {
            (member.example != member.keyword).then(|| "its example is its keyword".to_owned())
        }
        _ => format!("it = {}", member.example).parse::<toml::Table>().err().map(|error| error.to_string()),
    });
}

#[test]
fn every_default_can_be_read() {
    each(|_, member| {
        let unread = member.settings.iter().find(|setting| match setting.need {
            Need::Default(text) => format!("it = {text}").parse::<toml::Table>().is_err(),
            Need::Required | Need::Optional => false,
        });
        unread.map(|setting| format!("the default of `{}` is no TOML", setting.name))
    });
}

#[test]
fn every_member_is_on_its_page() {
    let (scenario, measures) = (golden::text("docs/scenario-file.md"), golden::text("docs/measures.md"));
    let others = golden::text("docs/families.md");
    each(|family, member| {
        let (page, heading) = match family.name() {
            "measures" => (&measures, format!("\n## {}\n", member.keyword)),
            "charts" | "diagnostics" | "formats" | "functions" | "rules" | "templates" => {
                (&others, format!("| `{}` |", member.keyword))
            }
            _ => (&scenario, format!("\n### {}\n", member.keyword)),
        };
        (!page.contains(&heading)).then(|| "is not on its page".to_owned())
    });
}
