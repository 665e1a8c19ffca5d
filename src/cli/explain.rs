//! `explain`: plays one replication again and tells what happened to a contact, or what an agent did, and why.

use std::path::PathBuf;

use clap::{ArgGroup, Args, ValueEnum};

use super::failure::Failure;
use super::output::{colour_on_stderr, print, print_json, say};
use crate::engine::Ending;
use crate::plan::Plan;
use crate::report::explain::{AgentStory, ContactStory, Naming, Story};
use crate::scenario::{Scenario, render};
use crate::study::Study;

/// Tell what happened to a contact, or what an agent did at a time, and why.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, group = ArgGroup::new("whom").required(true))]
pub(super) struct Explain {
    /// The scenario, a TOML file
    file: PathBuf,
    /// Number of the contact, as in the contact log: the first to come is 0
    #[arg(long, value_name = "NUMBER", group = "whom")]
    contact: Option<u64>,
    /// The agent: team and number in it, such as 'front 7'
    #[arg(long, value_name = "NAME", group = "whom", requires = "at")]
    agent: Option<String>,
    /// The time to look at, such as 10:42 or 2026-03-02T10:42
    #[arg(long, value_name = "TIME", requires = "agent")]
    at: Option<String>,
    /// Which replication, from 0
    #[arg(long, value_name = "N", default_value_t = 0)]
    replication: u64,
    /// Names the chance: same seed, same story [default: the scenario's, 1]
    #[arg(long)]
    seed: Option<u64>,
    /// Change one setting of the scenario, such as contacts.billing.arrivals=300/h; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    set: Vec<String>,
    /// How the story is told
    #[arg(long, value_enum, default_value_t)]
    format: Told,
}

/// How a story is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Told {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

const EXAMPLES: &str = "\
Examples:
  switchboard run bank.toml --log contacts.csv      contacts with their numbers, replications and agents
  switchboard explain bank.toml --contact 4711
  switchboard explain bank.toml --agent 'front 7' --at 10:42 --replication 3
  switchboard explain bank.toml --contact 4711 --set teams.front.agents=14 --format json";

impl Explain {
    pub(super) fn act(&self) -> Result<(), Failure> {
        let (scenario, warnings) = Scenario::read(&self.file, &self.set)?;
        if !warnings.is_empty() {
            say(render(&warnings, colour_on_stderr()).trim_end());
        }
        let plan = Plan::new(scenario);
        let naming = Naming::of(&plan);
        let mut study = Study::new(&plan);
        study.seed = self.seed.unwrap_or(study.seed);
        let mut story = match (&self.contact, &self.agent, &self.at) {
            (Some(contact), ..) => self.of_contact(*contact, &study, &naming)?,
            (None, Some(agent), Some(at)) => self.of_agent((agent, at), &study, &naming)?,
            _ => return Err(Failure::mistake("expected `--contact NUMBER`, or `--agent NAME --at TIME`")),
        };
        story.title = format!("{}, in replication {} with seed {}", story.title, self.replication, study.seed);
        match self.format {
            Told::Text => print(&story.text(&naming)),
            Told::Json => print_json(&story.json(&naming)),
        }
    }

    fn of_contact(&self, contact: u64, study: &Study<'_>, naming: &Naming) -> Result<Story, Failure> {
        let mut story = ContactStory::new(naming, contact);
        let ending = study.listen(self.replication, &mut story)?;
        warn(&ending);
        story.tell().map_err(|came| {
            let known = match came.checked_sub(1) {
                None => "no contact came".to_owned(),
                Some(last) => format!("{came} contacts came, numbered from 0 to {last}"),
            };
            let replication = self.replication;
            Failure::Mistake(format!("contact `{contact}` did not come in replication {replication}: {known}"))
        })
    }

    fn of_agent(&self, asked: (&str, &str), study: &Study<'_>, naming: &Naming) -> Result<Story, Failure> {
        let agent = naming.find_agent(asked.0).map_err(|error| Failure::Mistake(format!("`--agent`: {error}")))?;
        let at = naming.find_moment(asked.1).map_err(|error| Failure::Mistake(format!("`--at`: {error}")))?;
        let mut story = AgentStory::new(naming, agent, at);
        let ending = study.listen(self.replication, &mut story)?;
        warn(&ending);
        Ok(story.tell())
    }
}

/// Says that a limit of the scenario cut the story short.
fn warn(ending: &Ending) {
    if ending.limit.is_some() {
        say("note: the run met a limit of the scenario and ended before its time; the story ends there");
    }
}
