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

fn of(kind: &'static str, measure: &'static str, exact: f64) -> Known {
    Known { kind, ..known(measure, exact) }
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
    let wait = |class: usize| exact[class].expect("below full load").mean_wait;
    ("priorities", "M/M/3, two classes", vec![of("first", "mean_wait", wait(0)), of("second", "mean_wait", wait(1))])
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
        _ if number >= 100.0 => format!("{number:.0}"),
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
## Where the answer was observed

[A bank's average weekday](../scenarios/centres/anonymous-bank.toml) is built from its call log: arrival rates, talk times,
patience and the agents present. No number was fitted to waits, but four rules of how presence is read off the log were
settled after seeing simulated ones. Its [own page](../scenarios/centres/anonymous-bank/README.md) sets every half hour,
every single day, and days the model has not seen beside the log, and says what misses and why. The weekday as a whole:

| offered | log | mean wait | log | abandoned | log | within 20 s | log |
| --- | --- | --- | --- | --- | --- | --- | --- |
";

const EXAMPLES: &str = "
## Where documents work an example

The documents of platforms, and guides for planners, work a few examples by hand. Each is played by a test of this
name, or of names that begin with it: once with the rules that this project has of its own, and once with the preset of
the platform, where there is one.

| example | from | test |
| --- | --- | --- |
";

/// Examples that are played: what they are about, where they stand, and how the tests are called.
const PLAYED: &[(&str, &str, &str)] = &[
    ("a chat keeps a call out, and a task lets it in: seven steps", "Amazon Connect, channels", "golden_y1_connect"),
    ("queues of a profile by priority and delay", "Amazon Connect, routing profiles", "golden_y2_connect"),
    ("the agent by level, idle time, occupancy and share", "Avaya Business Advocate, p. 36", "golden_y3_avaya"),
    ("the call by current and predicted wait and objective", "Avaya Business Advocate, p. 29", "golden_y4_a"),
    ("most and least skilled, one skill and two", "Cisco Unified CCX, resource selection", "golden_y5_uccx"),
    ("1 + 5 a minute overtakes 3 + 1 a minute", "NICE CXone, skill priority", "golden_y6_cxone"),
    ("a point of priority is worth a minute", "Genesys Cloud, conversation score", "golden_y7_genesys"),
    ("penalties 1 and 2 are equal once raised", "Asterisk, `queuerules.conf`", "golden_y8_"),
    ("levels add up, keep their ranks, and begin anew", "Dynamics 365, bullseye", "golden_y9_"),
    ("3 calls for each free agent become 4.05", "Dynamics 365, predictive dialling", "golden_y10_dynamics"),
    ("five service levels of the same calls", "ICMI, service level calculations", "golden_y11_icmi"),
    ("100 people at 30 % shrinkage take 143", "wewfm.com, capacity planning", "golden_y12_shrinkage"),
    ("ten spoken digits, twice, at 98 % each", "lumenvox.com, \"Leveraging information\"", "golden_y13_"),
    (
        "of 1,000 chats a bot settles 550, hands on 350, and 100 come back",
        "ccplanning.net, self-service",
        "golden_y14_",
    ),
    ("50 agents and impatient customers", "Garnett, Mandelbaum and Reiman (2002), table 1", "published_fifty_agents"),
    ("priority that grows with the wait", "Kleinrock (1964)", "published_priority_that_grows"),
    ("two agents of different speed", "Singh (1970)", "published_the_number_present"),
];

/// The lines of the examples, each of which must have a test.
fn examples() -> String {
    let files = ["tests/integration", "src/dialling"].into_iter().flat_map(|folder| golden::files(folder, "rs"));
    let tests: String = files.map(|file| golden::text(&file)).collect();
    let line = |&(what, from, test): &(&str, &str, &str)| {
        assert!(tests.contains(&format!("fn {test}")), "no test is called `{test}`");
        format!("| {what} | {from} | `{test}` |\n")
    };
    PLAYED.iter().map(line).collect()
}

const CLOSING: &str = "
## What this does not show

A simulation is exact about the model and silent about the rest. Agents here do not tire, customers do not talk to each
other, and patience does not depend on announcements. Waits at the edge of capacity are sensitive to every input: try
`--set` with a tenth more or less of each before a decision hangs on one number.
";

/// The line of the bank's weekday: simulated beside observed.
fn bank() -> String {
    let summary = summary("scenarios/centres/anonymous-bank.toml");
    let log = golden::text("scenarios/centres/anonymous-bank/observed.csv");
    let last = log.lines().last().expect("the log has a weekday");
    let observed: Vec<f64> = last.split(',').skip(1).map(|cell| cell.parse().expect("a number")).collect();
    let measures = ["offered", "mean_wait", "abandonment", "service_level"];
    let simulated = measures.map(|measure| row(&summary, &known(measure, 0.0)));
    let pair = |(row, observed): (&MeasureRow, f64)| {
        format!(" {} | {} |", shown(row.mean.expect("there are calls"), &row.unit), shown(observed, &row.unit))
    };
    let cells: String = simulated.into_iter().zip(observed).map(pair).collect();
    format!("|{cells}\n")
}

#[test]
fn simulated_and_exact_values_agree_as_the_page_on_trust_says() {
    let (table, missed) = theory();
    let page = format!("{OPENING}{table}{BANK}{}{EXAMPLES}{}{CLOSING}", bank(), examples());
    let difference = golden::difference("docs/trust.md", &page);
    assert!(missed.is_empty(), "intervals miss the exact value:\n{}", missed.concat());
    assert_eq!(difference, None);
}
