//! `compare`: several configurations played with the same customers, and which differences between them are real.

mod vary;

use std::path::PathBuf;
use std::str::FromStr;
use std::thread::available_parallelism;

use clap::{Args, ValueEnum};

use super::failure::Failure;
use super::interrupt;
use super::output::{colour_on_stderr, print, say};
use super::progress::Bar;
use super::reproduce::{quoted, replications};
use super::results::{definitions, folder};
use super::values::{self, Replications};
use crate::plan::Plan;
use crate::record::Comparison;
use crate::report::{Origin, ResultsFolder, compare as report};
use crate::scenario::{Diagnostic, Problems, Scenario, render};
use crate::stats::compare::{Better, Subject, better};
use crate::study::compare::{self as study, Against, Choice, Configuration};
use crate::study::{Source, Watch};
use crate::units::Share;
use vary::{Variant, Vary, variants};

/// Measures that are compared when nobody says which.
const MEASURES: [&str; 4] = ["service_level", "mean_wait", "abandonment", "occupancy"];
/// Compared beside these where anybody costs anything.
const COST: &str = "cost";

/// Compare configurations that meet the same customers: which differences are real, and which one is the best.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Compare {
    /// The scenarios, TOML files; the first one is the base
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Play one setting with each of several values, such as teams.front.agents=8,9,10; commas inside quotes, brackets
    /// and braces belong to a value; repeated, every combination is played
    #[arg(long, value_name = "PATH=A,B,…")]
    vary: Vec<String>,
    /// Change one setting of every scenario, such as contacts.billing.arrivals=300/h; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    set: Vec<String>,
    /// How many times to play each, or which replications: 20, or 500..1000 [default: the base's, 20]
    #[arg(long, short = 'n', value_name = "N|A..B")]
    replications: Option<Replications>,
    /// Names the chance, which all share [default: the base's, 1]
    #[arg(long)]
    seed: Option<u64>,
    /// Threads to play on; the result is the same on any number [default: one for each core]
    #[arg(long, value_parser = values::threads)]
    threads: Option<usize>,
    /// A measure to compare, such as mean_wait, mean_wait:billing (a queue) or 'occupancy[team front]'; may be repeated
    /// [default: service level, mean wait, abandonment, occupancy, cost]
    #[arg(long, value_name = "MEASURE")]
    measure: Vec<String>,
    /// Which differences are looked at; fewer of them have narrower intervals
    #[arg(long, value_enum, default_value_t)]
    against: Pairs,
    /// Probability that all intervals cover together, and that the best is found [default: the base's, 95%]
    #[arg(long, value_parser = values::confidence)]
    confidence: Option<Share>,
    /// Find the configuration that is the best in this measure
    #[arg(long, value_name = "MEASURE", requires = "indifference")]
    select: Option<String>,
    /// Which way that measure is better [default: what everybody agrees on, such as less waiting]
    #[arg(long, value_enum, requires = "select")]
    prefer: Option<Side>,
    /// Smallest difference in that measure that matters, such as 2s or 1%
    #[arg(long, value_name = "AMOUNT", requires = "select")]
    indifference: Option<String>,
    /// Replications of each before the first one may drop out
    #[arg(long, value_name = "N", default_value_t = 20)]
    first: u64,
    /// Most replications of any in the search for the best
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    most: u64,
    /// Folder to write into [default: results/<scenario>-compare]
    #[arg(long, value_name = "DIR", conflicts_with = "no_files")]
    out: Option<PathBuf>,
    /// Write no files
    #[arg(long)]
    no_files: bool,
    /// How the result is printed
    #[arg(long, value_enum, default_value_t)]
    format: Form,
    /// Say nothing but errors beside the result
    #[arg(long, short)]
    quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  switchboard compare bank.toml --vary teams.front.agents=13,14,15
  switchboard compare bank.toml --vary 'routing.agent_order=[\"longest-idle\"],[\"random\"]' -n 100
  switchboard compare before.toml after.toml --measure mean_wait:billing --measure cost
  switchboard compare bank.toml --vary teams.front.agents=13,14,15 --select mean_wait --indifference 2s

Exit codes: 0 done, 1 failed, 2 a mistake in the arguments or a scenario, 130 interrupted.";

/// How a comparison is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people
    #[default]
    Table,
    /// For programs
    Json,
    /// The differences, one in a row
    Csv,
}

/// Which differences are looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Pairs {
    /// Those of every two configurations
    #[default]
    Each,
    /// Those of every configuration against the first
    Base,
}

/// Which way a measure is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Side {
    /// Less is better
    Less,
    /// More is better
    More,
}

impl Side {
    fn better(self) -> Better {
        match self {
            Self::Less => Better::Less,
            Self::More => Better::More,
        }
    }
}

/// What was understood of the arguments about measures.
struct Asked {
    subjects: Vec<Subject>,
    choice: Option<Choice>,
}

impl Compare {
    pub(super) fn act(&self) -> Result<(), Failure> {
        let (variants, asked) = self.understood()?;
        let (plans, warnings) = self.plans(&variants)?;
        if !warnings.is_empty() && !self.quiet {
            say(render(&warnings, colour_on_stderr()).trim_end());
        }
        let folder = self.folder(&plans[0])?;
        let compare = self.study(&variants, &plans, asked);
        let comparison = match self.play(&compare) {
            Ok(comparison) => comparison,
            Err(failure) => {
                if let Some(folder) = folder {
                    // A folder that was there before, with files in it, refuses and stays.
                    let _ = std::fs::remove_dir(folder.path());
                }
                return Err(failure);
            }
        };
        self.show(&comparison, folder, &self.again(&compare, &comparison))
    }

    /// The arguments, or every mistake in them.
    fn understood(&self) -> Result<(Vec<Variant>, Asked), Failure> {
        let mut mistakes = Vec::new();
        let varied: Vec<Vary> = kept(self.vary.iter().map(|text| Vary::read(text)), &mut mistakes);
        let mut subjects: Vec<Subject> = Vec::new();
        for subject in kept(self.measure.iter().map(|text| measure("--measure", text)), &mut mistakes) {
            if !subjects.contains(&subject) {
                subjects.push(subject);
            }
        }
        let choice = self.choice(&mut mistakes);
        let count = vary::count(self.files.len(), &varied);
        if count > study::MOST_CONFIGURATIONS {
            mistakes.push(format!(
                "the files and values make {count} configurations, expected at most {}: vary fewer values",
                study::MOST_CONFIGURATIONS
            ));
        }
        if mistakes.is_empty() {
            Ok((variants(&self.files, &varied), Asked { subjects, choice }))
        } else {
            Err(Failure::mistakes(&mistakes))
        }
    }

    /// How the best is to be looked for, if it is.
    fn choice(&self, mistakes: &mut Vec<String>) -> Option<Choice> {
        let (select, indifference) = (self.select.as_ref()?, self.indifference.as_ref()?);
        let subject = kept([measure("--select", select)], mistakes).pop()?;
        let amount = subject.amount(indifference).map_err(|error| format!("`--indifference {indifference}`: {error}"));
        let better = self.prefer.map(Side::better).or_else(|| better(&subject.measure)).ok_or_else(|| {
            format!(
                "`--select {select}`: which way it is better depends on who is asked: add `--prefer less` or \
                 `--prefer more`"
            )
        });
        let (amount, better) = (kept([amount], mistakes).pop(), kept([better], mistakes).pop());
        Some(Choice { subject, better: better?, indifference: amount?, first: self.first, most: self.most })
    }

    /// Every configuration made ready, with what is suspect; or everything that is wrong with any of them.
    fn plans(&self, variants: &[Variant]) -> Result<(Vec<Plan>, Vec<Diagnostic>), Failure> {
        let (mut plans, mut warnings, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
        for variant in variants {
            let overrides = [self.set.clone(), variant.changes.clone()].concat();
            match Scenario::read(&variant.file, &overrides) {
                Ok((scenario, suspect)) => {
                    plans.push(Plan::new(scenario));
                    add(&mut warnings, suspect, variant);
                }
                Err(problems) => add(&mut wrong, problems.diagnostics, variant),
            }
        }
        if wrong.is_empty() { Ok((plans, warnings)) } else { Err(Problems { diagnostics: wrong }.into()) }
    }

    /// The folder for files, asked before anything is played.
    fn folder(&self, base: &Plan) -> Result<Option<ResultsFolder>, Failure> {
        if self.no_files {
            return Ok(None);
        }
        let name = format!("{}-compare", base.scenario.name);
        let folder = ResultsFolder::open(folder(self.out.as_deref(), &name))?;
        folder.check(&report::FILES)?;
        Ok(Some(folder))
    }

    fn study<'plan>(&self, variants: &[Variant], plans: &'plan [Plan], asked: Asked) -> study::Compare<'plan> {
        let configuration = |(variant, plan): (&Variant, &'plan Plan)| Configuration {
            name: variant.name.clone(),
            plan,
            source: Source {
                file: variant.file.display().to_string(),
                overrides: [self.set.clone(), variant.changes.clone()].concat(),
            },
        };
        let asked_for = &plans[0].scenario.replicate;
        study::Compare {
            configurations: variants.iter().zip(plans).map(configuration).collect(),
            subjects: if asked.subjects.is_empty() { usual(plans) } else { asked.subjects },
            replications: self.replications.as_ref().map_or(0..asked_for.count, |Replications(range)| range.clone()),
            seed: self.seed.unwrap_or(asked_for.seed),
            threads: self.threads.unwrap_or_else(|| available_parallelism().map_or(1, std::num::NonZero::get)),
            confidence: self.confidence.unwrap_or(asked_for.confidence),
            against: match self.against {
                Pairs::Each => Against::Each,
                Pairs::Base => Against::Base,
            },
            choice: asked.choice,
        }
    }

    /// The command that gives the same numbers again.
    fn again(&self, compare: &study::Compare<'_>, comparison: &Comparison) -> String {
        let first = comparison.run.first;
        let played = first..first.saturating_add(comparison.run.replications);
        let mut words = vec!["switchboard".to_owned(), "compare".to_owned()];
        words.extend(self.files.iter().map(|file| quoted(&file.display().to_string())));
        let mut add = |argument: &str, value: &str| words.extend([argument.to_owned(), quoted(value)]);
        self.vary.iter().for_each(|text| add("--vary", text));
        self.set.iter().for_each(|text| add("--set", text));
        self.measure.iter().for_each(|text| add("--measure", text));
        add("--replications", &replications(&played));
        add("--seed", &compare.seed.to_string());
        add("--confidence", &compare.confidence.to_string());
        if compare.against == Against::Base {
            add("--against", "base");
        }
        if let (Some(select), Some(indifference), Some(choice)) = (&self.select, &self.indifference, &compare.choice) {
            add("--select", select);
            add("--prefer", choice.better.word());
            add("--indifference", indifference);
            add("--first", &choice.first.to_string());
            add("--most", &choice.most.to_string());
        }
        words.join(" ")
    }

    fn play(&self, compare: &study::Compare<'_>) -> Result<Comparison, Failure> {
        let each = compare.replications.end - compare.replications.start;
        let bar = Bar::new(each.saturating_mul(compare.configurations.len() as u64), self.quiet);
        let watch = Watch { cancel: interrupt::listen(), progress: &|progress| bar.show(progress) };
        let comparison = compare.run(&watch);
        bar.clear();
        Ok(comparison?)
    }

    /// Prints what came out, then writes the files; an early end keeps its exit code.
    fn show(&self, comparison: &Comparison, folder: Option<ResultsFolder>, again: &str) -> Result<(), Failure> {
        let printed = print(&match self.format {
            Form::Table => report::table(comparison),
            Form::Json => report::json(comparison),
            Form::Csv => report::csv(comparison),
        });
        if let Some(mut folder) = folder {
            let origin = Origin { command: again, warnings: &[] };
            report::write_all(comparison, &definitions(), origin, &mut folder)?;
            if !self.quiet {
                say(&format!("report: {}", folder.path().join("report.html").display()));
                say(&format!("again:  {again}"));
            }
        }
        if comparison.run.note.is_some() { printed.and(Err(Failure::Interrupted)) } else { printed }
    }
}

/// A measure that an argument names.
fn measure(argument: &str, text: &str) -> Result<Subject, String> {
    Subject::from_str(text).map_err(|error| format!("`{argument} {text}`: {error}"))
}

/// What could be read; what could not is a mistake.
fn kept<T>(read: impl IntoIterator<Item = Result<T, String>>, mistakes: &mut Vec<String>) -> Vec<T> {
    read.into_iter().filter_map(|read| read.map_err(|mistake| mistakes.push(mistake)).ok()).collect()
}

/// Adds what was not said of another configuration before; values that are varied are named by their own argument.
fn add(all: &mut Vec<Diagnostic>, found: Vec<Diagnostic>, variant: &Variant) {
    for mut diagnostic in found {
        let varied =
            |file: &str| file.strip_prefix("--set ").is_some_and(|text| variant.changes.iter().any(|it| it == text));
        if let Some(spot) = diagnostic.spot.as_mut().filter(|spot| varied(&spot.file)) {
            spot.file = spot.file.replacen("--set", "--vary", 1);
        }
        if !all.contains(&diagnostic) {
            all.push(diagnostic);
        }
    }
}

/// The measures that everybody asks for first.
fn usual(plans: &[Plan]) -> Vec<Subject> {
    let costly = plans.iter().any(|plan| plan.scenario.teams.iter().any(|team| team.cost_per_hour > 0.0));
    let keywords = MEASURES.into_iter().chain(costly.then_some(COST));
    keywords.filter_map(|keyword| Subject::of_all(keyword).ok()).collect()
}
