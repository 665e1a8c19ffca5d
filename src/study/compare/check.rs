//! Checks before anything is played: every mistake at once, and what each configuration counts.

use std::cmp::Ordering;

use super::{Against, Compare, CompareError};
use crate::plan::Plan;
use crate::record::MissingRow;
use crate::scenario::Method;
use crate::stats::compare::{Probe, Subject};
use crate::stats::{Layout, Scope, Shape, WaitsKept};
use crate::study::{StudyError, layout};

/// Most configurations that are compared at once.
pub(crate) const MOST_CONFIGURATIONS: usize = 40;

/// What is known before anything is played.
#[derive(Debug)]
pub(super) struct Ready {
    /// What each configuration counts.
    pub(super) layouts: Vec<Layout>,
    /// By configuration, then measure: where it is counted; none where there is no such measure.
    pub(super) probes: Vec<Vec<Option<Probe>>>,
    /// Measures that some configurations do not have.
    pub(super) missing: Vec<MissingRow>,
    /// Threads that are useful and fit into memory.
    pub(super) threads: usize,
    /// What is legal but suspect.
    pub(super) warnings: Vec<String>,
}

impl Ready {
    /// What is known of a comparison, or every mistake in it.
    pub(super) fn of(compare: &Compare<'_>) -> Result<Self, CompareError> {
        let mut mistakes = plain_mistakes(compare);
        let layouts: Vec<Layout> = compare.configurations.iter().map(|it| counted(it.plan)).collect();
        let shapes: Vec<Shape> = layouts.iter().map(|layout| layout::shape(layout, false).totals_only()).collect();
        let subjects = compare.subjects();
        let find = |shape: &Shape| subjects.iter().map(|subject| Probe::find(subject, shape)).collect();
        let probes: Vec<Vec<Option<Probe>>> = shapes.iter().map(find).collect();
        let mut missing = Vec::new();
        for (row, subject) in subjects.iter().enumerate() {
            let without = |(_, probes): &(usize, &Vec<Option<Probe>>)| probes[row].is_none();
            let names =
                probes.iter().enumerate().filter(without).map(|(who, _)| compare.configurations[who].name.clone());
            let configurations: Vec<String> = names.collect();
            if configurations.len() == probes.len() {
                mistakes.push(nowhere(subject, &shapes));
            } else if !configurations.is_empty() {
                mistakes.extend(no_choice(compare, subject, &configurations));
                missing.push(MissingRow { measure: subject.to_string(), configurations });
            }
        }
        if !mistakes.is_empty() {
            return Err(CompareError::Mistakes(mistakes));
        }
        let (threads, mut warnings) = threads(compare, &layouts)?;
        warnings.extend(suspicions(compare));
        Ok(Self { layouts, probes, missing, threads, warnings })
    }

    /// Differences that intervals are made for: pairs of configurations that both have the measure.
    pub(super) fn comparisons(&self, compare: &Compare<'_>) -> u64 {
        let both = |row: usize, (one, other): (usize, usize)| {
            self.probes[one][row].is_some() && self.probes[other][row].is_some()
        };
        let rows = 0..compare.subjects().len();
        rows.map(|row| compare.pairs().into_iter().filter(|pair| both(row, *pair)).count() as u64).sum()
    }
}

/// What a run counts, but for waits by interval, which nobody reads here.
fn counted(plan: &Plan) -> Layout {
    Layout { waits: WaitsKept::Together, ..layout::of(plan) }
}

/// Mistakes that nobody has to look into a configuration for.
fn plain_mistakes(compare: &Compare<'_>) -> Vec<String> {
    let mut mistakes = Vec::new();
    let count = compare.configurations.len();
    if count < 2 {
        mistakes.push(
            "found one configuration, expected two or more: name another file, or give values such as \
             `--vary teams.front.agents=8,9`"
                .to_owned(),
        );
    }
    if count > MOST_CONFIGURATIONS {
        mistakes
            .push(format!("found {count} configurations, expected at most {MOST_CONFIGURATIONS}: vary fewer values"));
    }
    if compare.subjects().is_empty() {
        mistakes.push("found no measure to compare, expected one such as `mean_wait`".to_owned());
    }
    if compare.count() < 2 {
        mistakes.push(format!(
            "found {} replication, expected two or more: one says nothing about how sure a difference is",
            compare.count()
        ));
    }
    let long = |it: &&super::Configuration<'_>| it.plan.scenario.replicate.method == Method::BatchMeans;
    mistakes.extend(compare.configurations.iter().find(long).map(|it| {
        format!(
            "`{}` has `replicate.method = \"batch-means\"`, and only replications can be compared: add \
             `--set replicate.method=replications`",
            it.name
        )
    }));
    mistakes.extend(compare.choice.iter().filter(|choice| choice.first < 2 || choice.most < choice.first).map(
        |choice| {
            format!(
                "found a first stage of {} and at most {} replications, expected two or more in the first stage and at \
             least as many in all",
                choice.first, choice.most
            )
        },
    ));
    mistakes
}

/// A measure that no configuration has.
fn nowhere(subject: &Subject, shapes: &[Shape]) -> String {
    let mut things: Vec<&Scope> = Vec::new();
    for scope in shapes.iter().flat_map(|shape| Probe::things(&subject.measure, shape)) {
        if !things.contains(&scope) {
            things.push(scope);
        }
    }
    // Names of the kind that was meant come before all others.
    let like = |scope: &Scope| (scope.of == subject.of, strsim::jaro_winkler(&subject.name, &scope.name));
    let Some(near) = things.iter().max_by(|one, other| like(one).partial_cmp(&like(other)).unwrap_or(Ordering::Equal))
    else {
        let help = if crate::stats::diagnosis::read(&subject.measure).is_some() {
            "; diagnostics are measures where `horizon.diagnostics = true`"
        } else {
            ""
        };
        return format!("no configuration has `{subject}`, expected a measure that one of them has{help}");
    };
    let named: Vec<String> = things.iter().map(|scope| words(scope)).collect();
    format!(
        "no configuration has `{subject}`, expected one of `{}`, which have `{}`; did you mean `{}[{}]`?",
        named.join("`, `"),
        subject.measure,
        subject.measure,
        words(near)
    )
}

/// `queue billing`, or `all`.
fn words(scope: &Scope) -> String {
    format!("{} {}", scope.of.word(), scope.name).trim_end().to_owned()
}

/// The best cannot be looked for among configurations without the measure.
fn no_choice(compare: &Compare<'_>, subject: &Subject, without: &[String]) -> Option<String> {
    let choice = compare.choice.as_ref().filter(|choice| choice.subject == *subject);
    choice.map(|_| {
        format!(
            "the best cannot be chosen by `{subject}`, which `{}` does not have: leave it out",
            without.join("`, `")
        )
    })
}

/// How many threads are useful and fit into the smallest limit on memory.
fn threads(compare: &Compare<'_>, layouts: &[Layout]) -> Result<(usize, Vec<String>), StudyError> {
    let needed = layouts.iter().map(Layout::bytes).max().unwrap_or(0).max(1);
    let limit = compare.configurations.iter().map(|it| it.plan.scenario.limits.memory).min().unwrap_or(u64::MAX);
    let fitting = limit / needed;
    if fitting == 0 {
        return Err(StudyError::Memory { needed, limit });
    }
    let useful = compare.threads.max(1);
    let warning = ((fitting as usize) < useful).then(|| {
        format!("played on {fitting} threads instead of {useful}, so that counting stays within `limits.memory`")
    });
    Ok((useful.min(fitting as usize), warning.into_iter().collect()))
}

/// What may make a comparison mean something else than its owner thinks.
fn suspicions(compare: &Compare<'_>) -> Vec<String> {
    let Some((base, others)) = compare.configurations.split_first() else { return Vec::new() };
    let times = |plan: &Plan| {
        let horizon = &plan.scenario.horizon;
        (horizon.calendar.start, horizon.calendar.length, horizon.warm_up)
    };
    let customers = |plan: &Plan| plan.scenario.contacts.iter().map(|kind| kind.name.clone()).collect::<Vec<_>>();
    let names = |differ: &dyn Fn(&Plan) -> bool| {
        let found: Vec<&str> = others.iter().filter(|it| differ(it.plan)).map(|it| it.name.as_str()).collect();
        found.join("`, `")
    };
    let longer = names(&|plan| times(plan) != times(base.plan));
    let strangers = names(&|plan| customers(plan) != customers(base.plan));
    let mut warnings = Vec::new();
    if !longer.is_empty() {
        warnings.push(format!(
            "`{longer}` and `{}` differ in `horizon.start`, `length` or `warm_up`: sums such as `answered` are over \
             other times",
            base.name
        ));
    }
    if !strangers.is_empty() {
        warnings.push(format!(
            "`{strangers}` and `{}` do not list the same contact types in the same order, so not all of their customers are \
             the same: intervals hold, but differences take more replications to show",
            base.name
        ));
    }
    if compare.against == Against::Each && compare.configurations.len() > 10 {
        warnings.push(
            "every two configurations are compared, which makes each interval wide; `--against base` makes fewer \
             comparisons"
                .to_owned(),
        );
    }
    warnings
}
