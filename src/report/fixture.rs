//! A summary made by hand: a bank's day of 34 half hours, three contact types, two queues, two teams.

use crate::record::{MeasureRow, RunHead, SCHEMA, ScenarioHead, Summary};

/// Where in the day an interval lies [0 to 1], and its civil start.
fn half_hours() -> Vec<(f64, String)> {
    let start = |index: usize| format!("1999-02-02T{:02}:{:02}:00", 7 + index / 2, 30 * (index % 2));
    (0..34).map(|index| (index as f64 / 33.0, start(index))).collect()
}

/// A number with six decimals, as many as any reader of JSON gets back exactly.
fn short(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
}

/// A row with an interval of the given half-width.
fn row(measure: &str, of: &str, name: &str, unit: &str, mean: f64, half: f64) -> MeasureRow {
    MeasureRow {
        measure: measure.to_owned(),
        of: of.to_owned(),
        name: name.to_owned(),
        interval_start: None,
        mean: Some(mean),
        low: Some((mean - half).max(0.0)),
        high: Some(mean + half),
        unit: unit.to_owned(),
        replications: 200,
    }
}

/// Things of a kind with their part of the load.
const THINGS: [(&str, &str, f64); 8] = [
    ("all", "", 1.0),
    ("queue", "service desk", 0.8),
    ("queue", "securities", 0.2),
    ("contacts", "regular service", 0.66),
    ("contacts", "internet support", 0.14),
    ("contacts", "stock exchange", 0.2),
    ("team", "generalists", 0.8),
    ("team", "brokers", 0.2),
];

/// A measure, its unit, and its value by load and part of the load.
type Recipe = (&'static str, &'static str, fn(f64, f64) -> f64);

/// Measures of customers, with their unit and how they follow the load.
const CUSTOMERS: [Recipe; 13] = [
    ("arrived", "contacts", |load, part| 100.0 * load * part),
    ("offered", "contacts", |load, part| 100.0 * load * part),
    ("answered", "contacts", |load, part| 100.0 * load * part * (1.0 - 0.2 * load)),
    ("abandoned", "contacts", |load, part| 20.0 * load * load * part),
    ("abandonment", "share", |load, part| 0.2 * load + 0.02 * (1.0 - part)),
    ("service_level", "share", |load, part| 0.95 - 0.5 * load - 0.1 * part),
    ("mean_wait", "s", |load, part| 5.0 + 100.0 * load * load + 20.0 * part),
    ("wait_p50", "s", |load, part| 60.0 * load * load + 10.0 * part),
    ("wait_p80", "s", |load, part| 120.0 * load * load + 20.0 * part),
    ("wait_p90", "s", |load, part| 190.0 * load * load + 30.0 * part),
    ("wait_p95", "s", |load, part| 260.0 * load * load + 40.0 * part),
    ("wait_p99", "s", |load, part| 420.0 * load * load + 60.0 * part),
    ("queue_length", "contacts", |load, part| 6.0 * load * load * part),
];

/// Measures of agents.
const AGENTS: [Recipe; 4] = [
    ("staffed", "agents", |load, part| (2.0 + 10.0 * load * part).round()),
    ("busy", "agents", |load, part| (2.0 + 10.0 * load * part).round() * (0.4 + 0.5 * load)),
    ("occupancy", "share", |load, part| 0.4 + 0.5 * load + 0.05 * part),
    ("cost", "money", |load, part| 10.0 + 200.0 * load * part),
];

/// Rows of one thing: totals, or one interval.
fn rows(of: &str, name: &str, part: f64, load: f64) -> Vec<MeasureRow> {
    let made = |list: &[Recipe]| {
        let one = |(measure, unit, of_load): &Recipe| {
            let mean = of_load(load, part);
            row(measure, of, name, unit, mean, if *measure == "staffed" { 0.0 } else { 0.03 + 0.03 * mean })
        };
        list.iter().map(one).collect::<Vec<_>>()
    };
    let (customers, agents) = (of != "team", of == "team" || of == "all");
    let mut found = if customers { made(&CUSTOMERS) } else { Vec::new() };
    found.extend(if agents { made(&AGENTS) } else { Vec::new() });
    for row in &mut found {
        if row.unit == "share" {
            let half = row.high.unwrap_or(0.0) - row.mean.unwrap_or(0.0);
            row.high = row.high.map(|_| (row.mean.unwrap_or(0.0) + half / 3.0).min(1.0));
            row.low = row.mean.map(|mean| (mean - half / 3.0).max(0.0));
        }
    }
    found
}

/// Load over the day [0 to 1]: two humps, the morning one higher.
fn load(day: f64) -> f64 {
    let hump = |middle: f64, width: f64| (-((day - middle) / width).powi(2)).exp();
    0.05 + 0.9 * hump(0.25, 0.16) + 0.5 * hump(0.62, 0.18)
}

/// The whole summary.
pub(super) fn fixture() -> Summary {
    let totals = THINGS.iter().flat_map(|(of, name, part)| {
        rows(of, name, *part, 0.6).into_iter().map(|mut row| {
            if matches!(row.unit.as_str(), "contacts" | "money") && row.measure != "queue_length" {
                for number in [&mut row.mean, &mut row.low, &mut row.high] {
                    *number = number.map(|number| 34.0 * number);
                }
            }
            row
        })
    });
    let targets = THINGS.iter().filter(|(of, ..)| *of == "queue");
    let targets = targets.map(|(of, name, _)| MeasureRow {
        low: None,
        high: None,
        ..row("service_level_target", of, name, "share", 0.8, 0.0)
    });
    let by_interval = THINGS.iter().flat_map(|(of, name, part)| {
        half_hours().into_iter().flat_map(|(day, start)| {
            let rows = rows(of, name, *part, load(day)).into_iter();
            rows.map(move |row| MeasureRow { interval_start: Some(start.clone()), ..row })
        })
    });
    let mut measures: Vec<MeasureRow> = totals.chain(targets).chain(by_interval).collect();
    for row in &mut measures {
        for number in [&mut row.mean, &mut row.low, &mut row.high] {
            *number = number.map(short);
        }
    }
    Summary { measures, ..empty() }
}

/// The same heads without a single number.
pub(super) fn empty() -> Summary {
    Summary {
        schema: SCHEMA.to_owned(),
        scenario: ScenarioHead {
            name: "anonymous-bank".to_owned(),
            title: "a bank's Tuesday in February".to_owned(),
            question: Some("How long do customers wait, and how many give up?".to_owned()),
            file: "scenarios/centres/anonymous-bank.toml".to_owned(),
            overrides: vec!["queues.securities.capacity=20".to_owned()],
            start: "1999-02-02T07:00:00".to_owned(),
            length: 61_200.0,
            interval: 1_800.0,
            warm_up: 0.0,
        },
        run: RunHead {
            replications: 200,
            method: "replications".to_owned(),
            first: 0,
            seed: 1,
            threads: 8,
            confidence: 0.95,
            contacts: 412_345,
            events: 2_345_678,
            wall_seconds: 0.412,
            version: "0.1.0".to_owned(),
            digest: "9f3c2a7be01d4455".to_owned(),
            note: None,
        },
        measures: Vec::new(),
    }
}
