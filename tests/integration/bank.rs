//! The anonymous bank: simulated waits meet those that its customers had.
//!
//! The observed numbers and the tables of the scenario are kept with it. The log they come from is not; what needs it
//! is skipped, and says so, where it is absent.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use switchboard::plan::Plan;
use switchboard::record::Summary;
use switchboard::scenario::Scenario;
use switchboard::study::{Study, Watch};
use tempfile::TempDir;

/// What callers of one period met, simulated or observed.
#[derive(Debug, Clone, Copy, Default)]
struct Waits {
    /// Callers who wanted an agent.
    offered: f64,
    /// Mean wait of all of them [s].
    mean_wait: f64,
    /// Share who gave up.
    abandoned: f64,
    /// Share answered within 20 s.
    within_20s: f64,
}

/// How far simulated waits may be off.
struct Aim {
    /// Of the observed mean wait.
    mean_wait: f64,
    /// Of the observed share who gave up.
    abandoned: f64,
    /// Difference of the shares answered within 20 s.
    within_20s: f64,
}

const WEEKDAY: Aim = Aim { mean_wait: 0.35, abandoned: 0.25, within_20s: 0.08 };
const REPLAY: Aim = Aim { mean_wait: 0.15, abandoned: 0.15, within_20s: 0.08 };

impl Waits {
    /// The last line of a table `observed.csv`: the whole day.
    fn observed(folder: &Path) -> Self {
        let table = fs::read_to_string(folder.join("observed.csv")).expect("the observed numbers can be read");
        let last = table.lines().last().expect("the table has lines");
        let numbers: Vec<f64> = last.split(',').skip(1).map(|cell| cell.parse().expect("a number")).collect();
        let [offered, mean_wait, abandoned, within_20s] = numbers[..] else { panic!("four numbers, not {last}") };
        Self { offered, mean_wait, abandoned, within_20s }
    }

    fn simulated(scenario: &Path, replications: u64) -> Self {
        let read = Scenario::read(scenario, &[]);
        let (scenario, _) = read.unwrap_or_else(|problems| panic!("{}", problems.render(false)));
        let plan = Plan::new(scenario);
        let study = Study { replications: 0..replications, threads: 2, ..Study::new(&plan) };
        let outcome = study.run(&Watch::nobody()).expect("the study can be played");
        Self::found(&outcome.evidence.summary(study.confidence))
    }

    fn found(summary: &Summary) -> Self {
        let total = |measure: &str| {
            let mut rows = summary.measures.iter().filter(|row| row.of == "all" && row.interval_start.is_none());
            rows.find(|row| row.measure == measure).and_then(|row| row.mean).unwrap_or_else(|| panic!("no `{measure}`"))
        };
        Self {
            offered: total("offered"),
            mean_wait: total("mean_wait"),
            abandoned: total("abandonment"),
            within_20s: total("service_level"),
        }
    }

    /// Several days as one.
    fn together(days: &[Self]) -> Self {
        let offered = days.iter().map(|day| day.offered).sum::<f64>();
        let mean = |of: fn(&Self) -> f64| days.iter().map(|day| day.offered * of(day)).sum::<f64>() / offered;
        Self {
            offered,
            mean_wait: mean(|day| day.mean_wait),
            abandoned: mean(|day| day.abandoned),
            within_20s: mean(|day| day.within_20s),
        }
    }

    fn meets(self, aim: &Aim, observed: Self) -> bool {
        (self.mean_wait / observed.mean_wait - 1.0).abs() <= aim.mean_wait
            && (self.abandoned / observed.abandoned - 1.0).abs() <= aim.abandoned
            && (self.within_20s - observed.within_20s).abs() <= aim.within_20s
    }
}

fn scenario() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/centres/anonymous-bank.toml")
}

/// Folder of tables and scripts.
fn folder() -> PathBuf {
    scenario().with_extension("")
}

/// The tables derived anew and the days to replay, unless something that takes is missing.
fn derived() -> Option<TempDir> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").into_os_string();
    let data = Path::new(&env::var_os("SWITCHBOARD_DATA").unwrap_or_else(beside)).join("anonymous-bank-feb1999");
    if !data.join("anonymous_bank_1999_02.tsv.gz").is_file() {
        return skipped(&format!("no call log in `{}`; SWITCHBOARD_DATA names the folder above", data.display()));
    }
    if !Command::new("python3").arg("--version").output().is_ok_and(|said| said.status.success()) {
        return skipped("no `python3` to derive the tables with");
    }
    let place = TempDir::new().expect("a temporary folder");
    let mut derive = Command::new("python3");
    derive.env("PYTHONDONTWRITEBYTECODE", "1").arg(folder().join("derive.py")).arg(data);
    derive.arg("--out").arg(place.path().join("tables")).arg("--trace").arg(place.path().join("days"));
    let said = derive.output().expect("python3 can be started");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    Some(place)
}

/// Past the capture of the test harness, so that it is heard.
fn skipped(reason: &str) -> Option<TempDir> {
    writeln!(std::io::stderr(), "SKIPPED, a test of the anonymous bank: {reason}").expect("stderr takes everything");
    None
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

#[test]
fn the_average_weekday_is_as_the_bank_had_it() {
    let (simulated, observed) = (Waits::simulated(&scenario(), 200), Waits::observed(&folder()));
    assert!(simulated.meets(&WEEKDAY, observed), "{simulated:?}\n{observed:?}");
}

#[test]
fn the_log_gives_the_tables_of_the_scenario() {
    let Some(place) = derived() else { return };
    for table in entries(&place.path().join("tables")) {
        let kept = folder().join(table.file_name().expect("a file has a name"));
        let (new, old) = (fs::read_to_string(&table), fs::read_to_string(&kept));
        assert!(new.expect("a table") == old.unwrap_or_default(), "{} differs from what the log gives", kept.display());
    }
    let count =
        |folder: &Path| entries(folder).iter().filter(|path| path.extension().is_some_and(|it| it == "csv")).count();
    assert_eq!(count(&folder()), count(&place.path().join("tables")), "a table nobody derives");
}

#[test]
fn the_days_of_the_log_played_again_are_as_the_bank_had_them() {
    let Some(place) = derived() else { return };
    let days = entries(&place.path().join("days"));
    assert_eq!(days.len(), 20);
    let simulated: Vec<Waits> = days.iter().map(|day| Waits::simulated(&day.join("day.toml"), 30)).collect();
    let observed: Vec<Waits> = days.iter().map(|day| Waits::observed(day)).collect();
    for ((day, one), other) in days.iter().zip(&simulated).zip(&observed) {
        assert_eq!(one.offered, other.offered, "every call of the log comes again on {}", day.display());
    }
    let (simulated, observed) = (Waits::together(&simulated), Waits::together(&observed));
    assert!(simulated.meets(&REPLAY, observed), "{simulated:?}\n{observed:?}");
}
