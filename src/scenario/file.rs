//! From a file to the scenario: text, tree, overrides, settings, sections, checks.

use std::path::Path;

use toml::de::DeTable;

use super::diagnostic::{Diagnostic, Problems, Severity};
use super::preset::{Expanded, expand};
use super::read::{Finding, Findings, Names, Node, Reader, Sources, apply, text_of};
use super::section::{Site, default, optional, required};
use super::{Campaign, Flow, Queue, Routing, Scenario, Switch};
use super::{
    campaigns, contacts, customers, experience, flows, horizon, limits, lines, queues, rehearsal, replicate, routing,
    switches, teams,
};
use crate::family::{Kind, Place, Setting, Settings};
use crate::routing::AgentKey;

/// Every table of a scenario.
pub(super) static SETTINGS: &[Setting] = &[
    optional("title", Kind::Text, "title for people; without, the file's name"),
    optional("question", Kind::Text, "the question that the scenario answers"),
    default("horizon", Kind::Table(horizon::SETTINGS), "{}", "when the scenario plays and how its time is reported"),
    required("contacts", Kind::Tables(contacts::SETTINGS), "contact types: who arrives and what they need"),
    default("queues", Kind::Tables(queues::SETTINGS), "{}", "queues; a contact type without one brings its own"),
    optional(
        "customers",
        Kind::Table(customers::SETTINGS),
        "that customers are followed over all the contacts that an issue takes, and who knows what they have told; \
         without, each contact is for itself",
    ),
    optional(
        "experience",
        Kind::Table(experience::SETTINGS),
        "what customers make of their issues, by links that were observed: correlation, not cause; without, nothing is \
         said of it",
    ),
    default("teams", Kind::Tables(teams::SETTINGS), "{}", "teams: people who are alike"),
    default("flows", Kind::Tables(flows::SETTINGS), "{}", "IVR flows: what contacts walk through before a queue"),
    default(
        "campaigns",
        Kind::Tables(campaigns::SETTINGS),
        "{}",
        "lists of customers that the centre calls, while agents are free",
    ),
    default(
        "lines",
        Kind::Tables(lines::SETTINGS),
        "{}",
        "groups of trunk lines; who finds all taken hears a busy tone",
    ),
    default(
        "switches",
        Kind::Tables(switches::SETTINGS),
        "{}",
        "what goes on and off by the state of the centre and by the clock, for conditions to name",
    ),
    default(
        "routing",
        Kind::Table(routing::SETTINGS),
        "{}",
        "how agents and contacts are matched; the keyword of a preset alone stands for its `policy`",
    ),
    default("replicate", Kind::Table(replicate::SETTINGS), "{}", "how often it is played, and with which chance"),
    default("limits", Kind::Table(limits::SETTINGS), "{}", "where a run ends to protect the machine"),
];

/// A checked scenario and what is suspect about it.
pub type Checked = (Scenario, Vec<Diagnostic>);

impl Scenario {
    /// The scenario in a file, with overrides such as `contacts.billing.arrivals.per_hour=300` applied in order; with
    /// it come the warnings. Other files are looked for beside it.
    pub fn read(path: &Path, overrides: &[String]) -> Result<Checked, Problems> {
        let text = text_of(path).map_err(|reason| unreadable(path, &reason))?;
        let base = path.parent().unwrap_or(Path::new(""));
        Self::parse(&text, &path.display().to_string(), base, overrides)
    }

    /// The scenario in a text that messages call `name`; other files are looked for in the folder `base`.
    pub fn parse(text: &str, name: &str, base: &Path, overrides: &[String]) -> Result<Checked, Problems> {
        let (scenario, diagnostics, _) = Written::new(text, name, overrides).checked(base)?;
        Ok((scenario, diagnostics))
    }
}

/// A file before anybody asks what it means, with overrides applied.
#[derive(Debug)]
pub(super) struct Written {
    /// What messages call it.
    pub(super) name: String,
    /// The texts that were read.
    pub(super) sources: Sources,
    /// The tree; `None` where the text is not TOML.
    pub(super) root: Option<Node>,
    /// What is wrong with the text or the overrides.
    findings: Findings,
}

/// A scenario, what is suspect about it, and its file with every preset written out.
pub(super) type WrittenOut = (Scenario, Vec<Diagnostic>, (Node, Vec<Expanded>));

impl Written {
    /// The file in a text.
    pub(super) fn new(text: &str, name: &str, overrides: &[String]) -> Self {
        let mut sources = Sources::default();
        let file = sources.add(name, text);
        let (root, findings) = match tree(text, file) {
            Ok(mut root) => {
                let misplaced = apply(&mut root, overrides, &mut sources);
                (Some(root), misplaced)
            }
            Err(findings) => (None, findings),
        };
        Self { name: name.to_owned(), sources, root, findings }
    }

    /// What it says, with presets written out; or every problem.
    pub(super) fn checked(&mut self, base: &Path) -> Result<WrittenOut, Problems> {
        let mut findings = std::mem::take(&mut self.findings);
        let (mut made, mut out) = (None, None);
        if let Some(mut root) = self.root.clone() {
            let (expanded, refused) = expand(&mut root, &mut self.sources);
            let (scenario, mut found) = scenario(&root, stem(&self.name), base, &mut self.sources);
            found.all.iter_mut().for_each(|finding| expanded.iter().for_each(|it| it.credit(finding)));
            // A policy that makes no lines leaves things unused that it would have used.
            found.all.retain(|finding| finding.severity == Severity::Error || !refused.any_error());
            findings.all.extend(refused.all.into_iter().chain(found.all));
            (made, out) = (scenario, Some((root, expanded)));
        }
        let failed = findings.any_error();
        let diagnostics = located(findings, &self.sources);
        match made.zip(out) {
            Some((scenario, out)) if !failed => Ok((scenario, diagnostics, out)),
            _ => Err(Problems { diagnostics }),
        }
    }

    /// What is found in a tree that says the same in other words.
    pub(super) fn found_in(&mut self, root: &Node, base: &Path) -> Findings {
        scenario(root, stem(&self.name), base, &mut self.sources).1
    }
}

pub(super) fn unreadable(path: &Path, reason: &str) -> Problems {
    let message = format!("cannot read `{}`: {reason}", path.display());
    let help = Some("`switchboard new NAME` writes a scenario to start from".to_owned());
    Problems {
        diagnostics: vec![Diagnostic { severity: Severity::Error, message, spot: None, notes: Vec::new(), help }],
    }
}

/// The file's name without folders and ending.
fn stem(name: &str) -> String {
    Path::new(name).file_stem().map_or_else(|| name.to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// The text as a tree, or every syntax error.
fn tree(text: &str, file: u32) -> Result<Node, Findings> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Ok(Node::of(&table, file));
    }
    let mut findings = Findings::default();
    for error in errors {
        let span = error.span().unwrap_or_default();
        let place = Place { file, start: span.start as u32, end: span.end as u32 };
        let help = syntax_help(error.message(), text.get(span).unwrap_or_default());
        findings.add(Finding::error(place, format!("this is not TOML: {}", error.message())).help(help));
    }
    Err(findings)
}

fn syntax_help(message: &str, found: &str) -> Option<String> {
    let quoted = message.contains("must be quoted") && !found.trim().is_empty();
    quoted.then(|| format!("write quotes around it: \"{}\"", found.trim()))
}

/// Findings in the order of the files, each once.
fn located(mut findings: Findings, sources: &Sources) -> Vec<Diagnostic> {
    findings.all.sort_by_key(|finding| finding.place.map(|place| (place.file, place.start)));
    let mut diagnostics: Vec<Diagnostic> = findings.all.into_iter().map(|finding| sources.locate(finding)).collect();
    diagnostics.dedup();
    diagnostics
}

/// Everything after the tree: settings, sections, checks.
fn scenario(root: &Node, name: String, base: &Path, sources: &mut Sources) -> (Option<Scenario>, Findings) {
    let names = Names::of(root);
    let calendar_is_told = root.get("horizon").is_none_or(|horizon| {
        let mut reader = Reader::new(base, sources, &names);
        reader.table(horizon, horizon::SETTINGS).is_some() && reader.findings.all.is_empty()
    });
    let mut reader = Reader::new(base, sources, &names);
    let settings = reader.table(root, SETTINGS);
    let queues = own_queues(root, &mut reader);
    let (mut findings, orphans) = (reader.findings, reader.orphans);
    let scenario = settings.and_then(|settings| {
        if let Ok(horizon) = horizon::build(&settings.table("horizon")) {
            let calendar = &horizon.calendar;
            let mut site = Site { names: &names, calendar, calendar_is_told, findings: &mut findings };
            for (kind, located) in &orphans {
                rehearsal::rehearse(kind, located, &mut site);
            }
        }
        assemble(name, &settings, &queues, (&names, calendar_is_told, &mut findings))
    });
    if let Some(scenario) = &scenario
        && !findings.any_error()
    {
        super::check::all(scenario, root, &mut findings);
    }
    (scenario, findings)
}

/// The queues that contact types bring, by their names.
fn own_queues(root: &Node, reader: &mut Reader<'_>) -> Vec<(String, Settings)> {
    let written = root.get("queues").map_or(0, |queues| queues.entries().len());
    let names = reader.names.queues[written..].to_vec();
    let place = |name: &str| root.get("contacts").and_then(|it| it.get(name)).map_or(root.place, |it| it.place);
    let table = |name: String| Some((name.clone(), reader.table(&Node::table(place(&name)), queues::SETTINGS)?));
    names.into_iter().filter_map(table).collect()
}

/// The sections, each built as far as it can be.
fn assemble(
    name: String,
    settings: &Settings,
    own_queues: &[(String, Settings)],
    (names, calendar_is_told, findings): (&Names, bool, &mut Findings),
) -> Option<Scenario> {
    let part = |name| settings.table(name);
    let parts = |name| settings.tables(name);
    let replicate = findings.made(&part("replicate"), replicate::build(&part("replicate")));
    let limits = findings.made(&part("limits"), limits::build(&part("limits")));
    let (routing, agent_order) = routing_of(&part("routing"), names, findings);
    let horizon = findings.made(&part("horizon"), horizon::build(&part("horizon")))?;
    let calendar = horizon.calendar;
    let mut site = Site { names, calendar: &calendar, calendar_is_told, findings };
    if parts("contacts").is_empty() && names.contacts.is_empty() {
        let place = settings.place_of("contacts");
        site.findings.add(Finding::error(place, "there are no contact types, expected at least one `[contacts.NAME]`"));
    }
    let contacts = every(&parts("contacts"), |name, table| contacts::build(name, table, &mut site));
    let flows: Vec<Flow> = every(&parts("flows"), |name, table| flows::build(name, table, &mut site));
    let teams = every(&parts("teams"), |name, table| teams::build(name, table, &mut site));
    let all_queues = [parts("queues"), own_queues.to_vec()].concat();
    let queues: Vec<Queue> = every(&all_queues, |name, table| queues::build(name, table, &agent_order, &mut site));
    let switches: Vec<Switch> = every(&parts("switches"), |name, table| switches::build(name, table, &mut site));
    let campaigns: Vec<Campaign> = every(&parts("campaigns"), |name, table| campaigns::build(name, table, &mut site));
    let customers = match settings.find_table("customers") {
        Some(table) => Some(customers::build(&table, &mut site)?),
        None => None,
    };
    let lines = every(&parts("lines"), |name, table| Some(lines::build(name, table)));
    Some(Scenario {
        title: settings.find_text("title").unwrap_or_else(|| name.clone()),
        name,
        question: settings.find_text("question"),
        horizon,
        skills: names.skills.clone(),
        attributes: names.attributes.iter().map(|(name, _)| name.clone()).collect(),
        lines,
        switches,
        campaigns,
        flows,
        contacts,
        customers,
        experience: settings.find_table("experience").map(|table| experience::build(&table)),
        queues,
        teams,
        routing: routing?,
        replicate: replicate?,
        limits: limits?,
    })
}

fn routing_of(table: &Settings, names: &Names, findings: &mut Findings) -> (Option<Routing>, Vec<AgentKey>) {
    let order = routing::agent_order(table, names, findings).unwrap_or_default();
    (findings.made(table, routing::build(table)), order)
}

fn every<T>(tables: &[(String, Settings)], mut build: impl FnMut(&str, &Settings) -> Option<T>) -> Vec<T> {
    tables.iter().filter_map(|(name, table)| build(name, table)).collect()
}
