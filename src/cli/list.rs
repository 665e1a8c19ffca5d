//! `list`: every family and its members, as the program itself reads them.

use clap::Args;
use serde_json::{Value, json};

use super::failure::Failure;
use super::output::{print, print_json};
use super::values::Printed;
use crate::expression::FUNCTIONS;
use crate::family::{Catalogue, Member, Need, Setting};
use crate::record::RULES;
use crate::report::{CHARTS, FORMATS};
use crate::scenario::{TEMPLATES, families};
use crate::stats::MEASURES;
use crate::stats::diagnosis::DIAGNOSTICS;

/// Show what can be chosen: distributions, arrivals, measures, …
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct List {
    /// One family, such as distributions; without, all families
    family: Option<String>,
    /// How the result is printed
    #[arg(long, value_enum, default_value_t)]
    format: Printed,
}

const EXAMPLES: &str = "\
Examples:
  switchboard list
  switchboard list distributions
  switchboard list measures --format json";

impl List {
    pub(super) fn act(&self) -> Result<(), Failure> {
        let known = everything();
        let shown = match &self.family {
            None => known,
            Some(name) => vec![find(&known, name)?],
        };
        match (self.format, &self.family) {
            (Printed::Json, _) => print_json(&shown.iter().map(|family| described(*family)).collect::<Vec<_>>()),
            (Printed::Table, None) => print(&overview(&shown)),
            (Printed::Table, Some(_)) => print(&shown.iter().map(|family| page(*family)).collect::<String>()),
        }
    }
}

/// Every family, sorted by name.
fn everything() -> Vec<&'static dyn Catalogue> {
    let mut all = families();
    let others: [&'static dyn Catalogue; 7] =
        [&CHARTS, &DIAGNOSTICS, &FORMATS, &FUNCTIONS, &MEASURES, &RULES, &TEMPLATES];
    all.extend(others);
    all.sort_by_key(|family| family.name());
    all
}

fn find(known: &[&'static dyn Catalogue], name: &str) -> Result<&'static dyn Catalogue, Failure> {
    let asked = name.to_lowercase().replace(['_', ' '], "-");
    let same = |family: &&&'static dyn Catalogue| family.name().replace(['_', ' '], "-") == asked;
    if let Some(family) = known.iter().find(same) {
        return Ok(*family);
    }
    let near = |family: &&dyn Catalogue| strsim::jaro_winkler(&asked, family.name());
    let near = known.iter().copied().max_by(|a, b| near(a).total_cmp(&near(b))).map_or("", Catalogue::name);
    let names: Vec<&str> = known.iter().map(|family| family.name()).collect();
    let names = names.join("`, `");
    Err(Failure::Mistake(format!("there is no family `{name}`, expected one of `{names}`; did you mean `{near}`?")))
}

fn members(family: &dyn Catalogue) -> impl Iterator<Item = &'static Member> + '_ {
    (0..family.len()).map(|index| family.member(index))
}

/// Families with their questions and their members' keywords.
fn overview(families: &[&'static dyn Catalogue]) -> String {
    let family = |family: &&'static dyn Catalogue| {
        let keywords: Vec<&str> = members(*family).map(|member| member.keyword).collect();
        format!("{}: {}\n  {}\n\n", family.name(), family.summary(), wrapped(&keywords.join(", "), "  "))
    };
    let families: String = families.iter().map(family).collect();
    format!("{families}`switchboard list FAMILY` shows the members of one family with their settings.\n")
}

/// A family with everything about its members.
fn page(family: &'static dyn Catalogue) -> String {
    let members: String = members(family).map(entry).collect();
    format!("{}: {}\n{members}", family.name(), family.summary())
}

/// A member with its settings and its example.
fn entry(member: &'static Member) -> String {
    let setting = |setting: &Setting| {
        let main = if member.main == Some(setting.name) { ", main" } else { "" };
        let words = format!("{} ({}{main}): {}", setting.name, need(setting.need), setting.summary);
        format!("    {}\n", wrapped(&words, "      "))
    };
    let settings: String = member.settings.iter().map(setting).collect();
    let example = match member.example {
        "" => String::new(),
        example if example == member.keyword => String::new(),
        example => format!("  example: {example}\n"),
    };
    format!("\n{}\n  {}\n{settings}{example}", member.keyword, wrapped(member.summary, "  "))
}

fn need(need: Need) -> String {
    match need {
        Need::Required => "required".to_owned(),
        Need::Optional => "optional".to_owned(),
        Need::Default(value) => format!("default {value}"),
    }
}

/// Text in lines of a readable length, all but the first behind an indent.
fn wrapped(text: &str, indent: &str) -> String {
    let mut lines = String::new();
    let mut length = 0;
    for word in text.split(' ') {
        if length > 0 && length + word.chars().count() > 96 {
            lines += "\n";
            lines += indent;
            length = 0;
        } else if length > 0 {
            lines += " ";
        }
        lines += word;
        length += word.chars().count() + 1;
    }
    lines
}

fn described(family: &dyn Catalogue) -> Value {
    let setting =
        |setting: &Setting| json!({ "name": setting.name, "need": need(setting.need), "summary": setting.summary });
    let member = |member: &'static Member| {
        json!({
            "keyword": member.keyword,
            "summary": member.summary,
            "main": member.main,
            "settings": member.settings.iter().map(setting).collect::<Vec<_>>(),
            "example": member.example,
        })
    };
    json!({
        "family": family.name(),
        "summary": family.summary(),
        "bare": family.bare(),
        "members": members(family).map(member).collect::<Vec<_>>(),
    })
}
