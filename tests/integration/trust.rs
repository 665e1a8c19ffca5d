//! How far to trust it: scenarios whose answer is known are played, and `docs/trust.md` sets both side by side.

use std::fmt::Write as _;

use switchboard::record::{MeasureRow, Summary};
use switchboard::study::Study;
use switchboard::theory::{
    ErlangA, ErlangB, ErlangC, LimitedLines, PriorityClasses, Retrials, SingleAgent, StaffedInterval, TimeVarying,
};
use switchboard::units::Share;

use crate::{golden, scenarios};

const HOUR: f64 = 3_600.0;

/// A number whose exact value is known.
struct Known {
    /// Keyword of the measure.
    measure: &'static str,
    /// Contact type it is about; empty for the whole centre.
    kind: &'static str,
    /// Reporting interval; none for the whole run.
    interval: Option<usize>,
    exact: f64,
}

fn known(measure: &'static str, exact: f64) -> Known {
    Known { measure, kind: "", interval: None, exact }
}

fn of(kind: &'static str, known: Known) -> Known {
    Known { kind, ..known }
}

/// File in `scenarios/theory`, the model in words, and what is known of it.
type Model = (&'static str, &'static str, Vec<Known>);

fn models() -> Vec<Model> {
    vec![erlang_b(), erlang_c(), erlang_a(), mmnk(), mg1(), priorities(), retrials(), day_with_peak()]
}

fn erlang_b() -> Model {
    let exact = ErlangB { offered_load: 8.0, lines: 10 }.solve().expect("a model");
    ("erlang-b", "Erlang B, M/M/10/10", vec![known("blocking", exact.blocking), known("busy", exact.carried_load)])
}

fn erlang_c() -> Model {
    let queue = ErlangC { arrival_rate: 200.0 / HOUR, service_rate: 1.0 / 180.0, agents: 13 };
    let exact = queue.solve().expect("a model");
    let known = vec![
        known("mean_wait", exact.mean_wait),
        known("service_level", exact.service_level(20.0)),
        known("queue_length", exact.mean_queue_length),
        known("occupancy", exact.occupancy),
    ];
    ("erlang-c", "Erlang C, M/M/13", known)
}

fn erlang_a() -> Model {
    let queue = ErlangA {
        arrival_rate: 120.0 / HOUR,
        service_rate: 1.0 / 300.0,
        abandonment_rate: 1.0 / 120.0,
        agents: 10,
        lines: None,
    };
    let exact = queue.solve().expect("a model");
    let known = vec![
        known("abandonment", exact.abandoned),
        known("mean_wait", exact.mean_wait.expect("some get in")),
        known("asa", exact.mean_wait_of_answered.expect("some are answered")),
        known("mean_time_to_abandon", exact.mean_wait_of_abandoned.expect("some give up")),
        known("service_level", exact.within(20.0).answered),
        known("occupancy", exact.occupancy),
    ];
    ("erlang-a", "Erlang A, M/M/10+M", known)
}

fn mmnk() -> Model {
    let queue = LimitedLines { arrival_rate: 120.0 / HOUR, service_rate: 1.0 / 150.0, agents: 5, lines: 9 };
    let exact = queue.solve().expect("a model");
    let known = vec![
        known("blocking", exact.blocking),
        known("mean_wait", exact.mean_wait.expect("some get in")),
        known("queue_length", exact.mean_queue_length),
    ];
    ("mmnk", "M/M/5/9", known)
}

fn mg1() -> Model {
    let queue = SingleAgent { arrival_rate: 12.0 / HOUR, mean_service: 180.0, service_variation: 1.2 };
    let exact = queue.solve().expect("a model");
    ("mg1", "M/G/1, lognormal", vec![known("mean_wait", exact.mean_wait), known("occupancy", exact.occupancy)])
}

fn priorities() -> Model {
    let queue = PriorityClasses { arrival_rates: vec![20.0 / HOUR, 28.0 / HOUR], service_rate: 1.0 / 180.0, agents: 3 };
    let exact = queue.solve().expect("a model");
    let wait = |class: usize| known("mean_wait", exact[class].expect("below full load").mean_wait);
    ("priorities", "M/M/3, two classes", vec![of("first", wait(0)), of("second", wait(1))])
}

fn retrials() -> Model {
    let queue = Retrials {
        arrival_rate: 100.0 / HOUR,
        service_rate: 1.0 / 180.0,
        retrial_rate: 1.0 / 120.0,
        return_probability: 0.8,
        lines: 6,
    };
    let exact = queue.solve().expect("a model");
    let attempts = 1.0 + exact.retrials_per_contact.expect("some arrive");
    let served = exact.mean_busy * queue.service_rate / queue.arrival_rate;
    let known = vec![
        known("blocking", 1.0 - served / attempts),
        known("repeat_rate", 1.0 - 1.0 / attempts),
        known("busy", exact.mean_busy),
    ];
    ("retrials", "M/M/6/6 with retrials", known)
}

fn day_with_peak() -> Model {
    let interval = |(rate, agents)| StaffedInterval { duration: 1_800.0, arrival_rate: rate / HOUR, agents };
    let model = TimeVarying {
        service_rate: 1.0 / 240.0,
        abandonment_rate: 1.0 / 180.0,
        initial_contacts: 0,
        intervals: [(100.0, 9), (180.0, 12), (150.0, 8), (60.0, 5)].map(interval).into(),
    };
    let exact = model.solve().expect("a model");
    let both = |(number, one): (usize, &switchboard::theory::IntervalMeasures)| {
        let at = |measure, time: f64| Known { interval: Some(number), ..known(measure, time / 1_800.0) };
        [at("queue_length", one.waiting_time), at("busy", one.busy_time)]
    };
    ("day-with-peak", "M(t)/M/n(t)+M", exact.intervals.iter().enumerate().flat_map(both).collect())
}

/// The row of a summary that estimates a known number.
fn row<'a>(summary: &'a Summary, known: &Known) -> &'a MeasureRow {
    let of = if known.kind.is_empty() { "all" } else { "contacts" };
    let about = |row: &&MeasureRow| row.measure == known.measure && row.of == of && row.name == known.kind;
    let mut rows = summary.measures.iter().filter(about);
    match known.interval {
        None => rows.find(|row| row.interval_start.is_none()),
        Some(number) => rows.filter(|row| row.interval_start.is_some()).nth(number),
    }
    .expect("the summary has this number")
}

/// A number with its unit, as in a table.
fn shown(number: f64, unit: &str) -> String {
    match unit {
        "share" => format!("{:.2} %", 100.0 * number),
        "s" => format!("{number:.2} s"),
        _ => format!("{number:.3}"),
    }
}

/// The line of a number, and whether its interval holds the exact value.
fn line(summary: &Summary, known: &Known) -> (String, bool) {
    let MeasureRow { measure, unit, mean, low, high, interval_start, .. } = row(summary, known);
    let (mean, low, high) = (mean.expect("a mean"), low.expect("an interval"), high.expect("an interval"));
    let clock = interval_start.as_ref().map_or(String::new(), |start| format!(", {}", &start[11..16]));
    let kind = if known.kind.is_empty() { String::new() } else { format!(", {}", known.kind) };
    let holds = low <= known.exact && known.exact <= high;
    let [mean, low, high, exact] = [mean, low, high, known.exact].map(|number| shown(number, unit));
    let verdict = if holds { "yes" } else { "**no**" };
    (format!("`{measure}`{kind}{clock} | {mean} | {low} to {high} | {exact} | {verdict} |\n"), holds)
}

fn summary(file: &str) -> Summary {
    let plan = scenarios::plan(file);
    let confidence = Share::new(0.999).expect("a share");
    scenarios::played(&Study { confidence, threads: 2, ..Study::new(&plan) })
}

/// The lines of every model, and the ones whose interval misses.
fn theory() -> (String, Vec<String>) {
    let (mut table, mut missed) = (String::new(), Vec::new());
    for (file, model, numbers) in models() {
        let summary = summary(&format!("scenarios/theory/{file}.toml"));
        for (number, known) in numbers.iter().enumerate() {
            let (line, holds) = line(&summary, known);
            let named = if number == 0 { format!("[{model}](../scenarios/theory/{file}.toml)") } else { String::new() };
            write!(table, "| {named} | {line}").expect("text takes everything");
            missed.extend((!holds).then(|| format!("{file}: {line}")));
        }
    }
    (table, missed)
}

const OPENING: &str = "\
# How far to trust it

This page is written by a test (`UPDATE_GOLDEN=1 cargo test trust`), which fails when the numbers or the verdicts change.

## Where the answer is known

Each scenario is played as its file says, with seed 1. The interval is the one that `switchboard run --confidence 99.9%`
shows; out of a thousand such intervals, one misses the exact value by chance. `switchboard erlang` prints the exact
values of Erlang B, C and A; all models are in `src/theory`, tested against published values.

| model | number | simulated | 99.9 % interval | exact | inside |
| --- | --- | --- | --- | --- | --- |
";

const BANK: &str = "
## A real bank's weekday

[A bank's call log](../scenarios/centres/anonymous-bank.toml) of 20 weekdays gave arrival rates, talk times, patience and
the agents present. No number was fitted to waits, but four rules of how presence is read off the log were settled after
seeing simulated ones; the head of the scenario names them. The simulated day (100 replications) beside the log:

| from | offered | log | mean wait | log | abandoned | log | within 20 s | log |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
";

const CLOSING: &str = "
## What this does not show

A simulation is exact about the model and silent about the rest. Agents here do not tire, customers do not talk to each
other, and patience does not depend on announcements. Waits at the edge of capacity are sensitive to every input: try
`--set` with a tenth more or less of each before a decision hangs on one number.
";

/// What was simulated and what was observed in one half hour, or in the whole day.
struct Compared {
    name: String,
    /// Offered, mean wait [s], abandoned [share], within 20 s [share].
    simulated: [f64; 4],
    /// The same from the log.
    observed: [f64; 4],
}

impl Compared {
    fn line(&self) -> String {
        let cell = |column: usize, [simulated, observed]: [f64; 2]| match column {
            0 => format!(" {simulated:.1} | {observed:.1} |"),
            1 => format!(" {simulated:.0} s | {observed:.0} s |"),
            _ => format!(" {:.0} % | {:.0} % |", 100.0 * simulated, 100.0 * observed),
        };
        let cells = (0..4).map(|column| cell(column, [self.simulated[column], self.observed[column]]));
        format!("| {} |{}\n", self.name, cells.collect::<String>())
    }

    /// How far the simulated number is from the observed one.
    fn apart(&self, column: usize) -> f64 {
        (self.simulated[column] - self.observed[column]).abs()
    }
}

/// The bank's half hours, and after them its weekday.
fn bank() -> Vec<Compared> {
    let summary = summary("scenarios/centres/anonymous-bank.toml");
    let log = golden::text("scenarios/centres/anonymous-bank/observed.csv");
    log.lines().skip(1).enumerate().map(|(place, line)| compared(&summary, place, line)).collect()
}

fn compared(summary: &Summary, place: usize, line: &str) -> Compared {
    let cells: Vec<&str> = line.split(',').collect();
    let interval = (cells[0] != "weekday").then_some(place);
    let mean = |measure| row(summary, &Known { interval, ..known(measure, 0.0) }).mean.expect("there are calls");
    let observed: Vec<f64> = cells[1..].iter().map(|cell| cell.parse().expect("a number")).collect();
    Compared {
        name: cells[0].to_owned(),
        simulated: ["offered", "mean_wait", "abandonment", "service_level"].map(mean),
        observed: observed.try_into().expect("four numbers"),
    }
}

/// How well it all agrees, in words.
fn verdict(bank: &[Compared]) -> String {
    let (day, hours) = bank.split_last().expect("there is a weekday");
    let median = |column| {
        let mut apart: Vec<f64> = hours.iter().map(|hour| hour.apart(column)).collect();
        apart.sort_by(f64::total_cmp);
        apart[apart.len() / 2]
    };
    format!(
        "\nOver the weekday, the mean wait comes out {:.0} % off, abandonment {:.0} % (both relative), and the share within \
         20 s\n{:.1} points. A half hour of the log is an average of 20 days, and differs by {:.0} s of mean wait, {:.1} \
         points of\nabandonment and {:.1} points of service in the median half hour.\n",
        100.0 * day.apart(1) / day.observed[1],
        100.0 * day.apart(2) / day.observed[2],
        100.0 * day.apart(3),
        median(1),
        100.0 * median(2),
        100.0 * median(3)
    )
}

#[test]
fn the_bank_s_weekday_comes_out_close_to_its_log() {
    let bank = bank();
    let day = bank.last().expect("there is a weekday");
    assert!(day.apart(1) < 0.35 * day.observed[1], "mean wait: {}", day.line());
    assert!(day.apart(2) < 0.25 * day.observed[2], "abandonment: {}", day.line());
    assert!(day.apart(3) < 0.08, "within 20 s: {}", day.line());
}

#[test]
fn simulated_and_exact_values_agree_as_the_page_on_trust_says() {
    let (table, missed) = theory();
    let bank = bank();
    let lines: String = bank.iter().map(Compared::line).collect();
    let page = format!("{OPENING}{table}{BANK}{lines}{}{CLOSING}", verdict(&bank));
    let difference = golden::difference("docs/trust.md", &page);
    assert!(missed.is_empty(), "intervals miss the exact value:\n{}", missed.concat());
    assert_eq!(difference, None);
}
