use super::*;
use crate::record::{
    COMPARISON, CompareHead, ConfigurationRow, ContenderRow, DifferenceRow, EstimateRow, MissingRow, ScenarioHead,
    Selection, StageRow, Verdict,
};

/// Names that would break out of text, attributes or a terminal.
const NASTY: &str = "<script>&\"'\u{1}\u{202e} ä漢字";

fn configuration(name: &str) -> ConfigurationRow {
    ConfigurationRow {
        name: name.to_owned(),
        scenario: ScenarioHead {
            name: "bank".to_owned(),
            title: "a bank".to_owned(),
            question: None,
            file: "bank.toml".to_owned(),
            overrides: Vec::new(),
            start: "2026-03-02T08:00:00".to_owned(),
            length: 36_000.0,
            interval: 1_800.0,
            warm_up: 0.0,
        },
        played: 20,
        contacts: 1_000,
        events: 5_000,
        digest: "9f3c2a7be01d4455".to_owned(),
    }
}

/// A number with six decimals, as many as any reader of JSON gets back exactly.
fn short(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
}

fn estimate(measure: &str, configuration: &str, unit: &str, [mean, half]: [f64; 2]) -> EstimateRow {
    EstimateRow {
        measure: measure.to_owned(),
        of: "all".to_owned(),
        name: String::new(),
        configuration: configuration.to_owned(),
        mean: Some(mean),
        low: Some(short(mean - half)),
        high: Some(short(mean + half)),
        unit: unit.to_owned(),
        replications: 20,
    }
}

fn difference(measure: &str, (configuration, against): (&str, &str), [middle, half]: [f64; 2]) -> DifferenceRow {
    let (unit, better) = match measure {
        "mean_wait" => ("s", Some("less")),
        "service_level" => ("share", Some("more")),
        _ => ("share", None),
    };
    let verdict = match (middle - half, middle + half) {
        (low, _) if low > 0.0 => Verdict::Higher,
        (_, high) if high < 0.0 => Verdict::Lower,
        _ => Verdict::NotShown,
    };
    DifferenceRow {
        measure: measure.to_owned(),
        of: "all".to_owned(),
        name: String::new(),
        configuration: configuration.to_owned(),
        against: against.to_owned(),
        difference: Some(middle),
        low: Some(short(middle - half)),
        high: Some(short(middle + half)),
        unit: unit.to_owned(),
        verdict,
        better: better.map(str::to_owned),
        variance_reduction: Some(12.34),
        replications: 20,
    }
}

/// Three configurations: waits that differ, a level of service that gets worse, an occupancy that may differ.
fn fixture() -> Comparison {
    Comparison {
        schema: COMPARISON.to_owned(),
        run: CompareHead {
            replications: 20,
            first: 0,
            seed: 1,
            threads: 2,
            confidence: 0.95,
            comparisons: 9,
            each: 0.994_444,
            wall_seconds: 0.5,
            version: "0.1.0".to_owned(),
            note: None,
            warnings: vec!["something is suspect".to_owned()],
        },
        configurations: ["four", "five", "six"].map(configuration).to_vec(),
        estimates: vec![
            estimate("mean_wait", "four", "s", [45.0, 3.0]),
            estimate("mean_wait", "five", "s", [26.0, 2.0]),
            estimate("mean_wait", "six", "s", [14.0, 2.0]),
            estimate("service_level", "four", "share", [0.8, 0.02]),
            estimate("service_level", "five", "share", [0.7, 0.02]),
            estimate("occupancy", "four", "share", [0.8, 0.01]),
            estimate("occupancy", "five", "share", [0.8, 0.01]),
        ],
        differences: vec![
            difference("mean_wait", ("five", "four"), [-19.0, 2.0]),
            difference("mean_wait", ("six", "four"), [-31.0, 3.0]),
            difference("mean_wait", ("six", "five"), [-12.0, 1.5]),
            difference("service_level", ("five", "four"), [-0.1, 0.02]),
            difference("occupancy", ("five", "four"), [0.001, 0.005]),
        ],
        missing: vec![MissingRow { measure: "service_level".to_owned(), configurations: vec!["six".to_owned()] }],
        selection: Some(Selection {
            procedure: "KN".to_owned(),
            measure: "mean_wait".to_owned(),
            of: "all".to_owned(),
            name: String::new(),
            unit: "s".to_owned(),
            better: "less".to_owned(),
            indifference: 2.0,
            confidence: 0.95,
            exact: false,
            first: 20,
            eta: 0.19,
            longest: 75,
            most: 10_000,
            best: Some("six".to_owned()),
            stages: vec![StageRow { replications: 20, out: vec!["four".to_owned()], left: vec!["five".to_owned()] }],
            contenders: vec![ContenderRow {
                configuration: "four".to_owned(),
                replications: 20,
                mean: Some(45.0),
                behind: Some("six".to_owned()),
            }],
        }),
    }
}

/// The fixture with other differences.
fn changed(change: impl Fn(&mut DifferenceRow)) -> Comparison {
    let mut comparison = fixture();
    comparison.differences.iter_mut().for_each(change);
    comparison
}

#[test]
fn the_table_is_for_people() {
    insta::assert_snapshot!(table(&fixture()), @r"
    3 configurations: four; five; six
    20 replications of each, seed 1; 95 % intervals that hold for all 9 differences together

    Mean wait
    ────────────────────────────────────────────────────────────────────
     configuration      estimate   difference         real?   reduction
    ════════════════════════════════════════════════════════════════════
     four               45s ± 3s         base
     five               26s ± 2s    -19s ± 2s   yes, better       12.3×
     six                14s ± 2s    -31s ± 3s   yes, better       12.3×
     six against five               -12s ± 2s   yes, better       12.3×
    ────────────────────────────────────────────────────────────────────

    Service level
    ────────────────────────────────────────────────────────────────────────────
     configuration       estimate           difference        real?   reduction
    ════════════════════════════════════════════════════════════════════════════
     four            80.0 % ± 2.0                 base
     five            70.0 % ± 2.0   -10.0 points ± 2.0   yes, worse       12.3×
    ────────────────────────────────────────────────────────────────────────────

    Occupancy
    ──────────────────────────────────────────────────────────────────────────
     configuration       estimate          difference       real?   reduction
    ══════════════════════════════════════════════════════════════════════════
     four            80.0 % ± 1.0                base
     five            80.0 % ± 1.0   +0.1 points ± 0.5   not shown       12.3×
    ──────────────────────────────────────────────────────────────────────────

    In short
    five against four: better: mean wait; worse: service level; no difference shown: occupancy.
    six against four: better: mean wait.

    The best by mean wait, less is better
    ──────────────────────────────────────────────────────────────
     configuration   replications   estimate   dropped out behind
    ══════════════════════════════════════════════════════════════
     four                      20        45s                  six
    ──────────────────────────────────────────────────────────────
    after 20 replications, left: five
    The best is six. Guarantee: if one configuration is better in mean wait than every other by 2.0s or
      more, it is the one found with a probability of at least 95 % (KN, for many replications).

    real?: the interval holds no zero; all intervals hold together with the stated confidence.
      reduction: how many times fewer replications are needed because all meet the same customers.
    note: `service_level` is not in `six`, so it is compared among the others only.
    note: something is suspect.
    ");
}

#[test]
fn a_race_without_a_winner_promises_nothing() {
    let mut comparison = fixture();
    comparison.selection.iter_mut().for_each(|selection| selection.best = None);
    let told = table(&comparison);
    assert!(told.contains("nothing is guaranteed; it takes at most 75") && !told.contains("Guarantee"), "{told}");
}

#[test]
fn the_table_fits_into_100_columns_whatever_the_names() {
    let mut comparison = changed(|row| row.configuration = "a very long name ".repeat(20));
    comparison.configurations[1].name = "a very long name ".repeat(20);
    for line in table(&comparison).lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
}

#[test]
fn many_pairs_are_left_to_the_file() {
    let mut comparison = fixture();
    let pair = difference("mean_wait", ("six", "five"), [-12.0, 1.5]);
    comparison.differences = std::iter::repeat_n(pair, 11).collect();
    assert!(table(&comparison).contains("11 other pairs: see differences.csv"));
}

#[test]
fn json_reads_back_as_the_same_comparison() {
    assert_eq!(serde_json::from_str::<Comparison>(&json(&fixture())).expect("JSON"), fixture());
}

#[test]
fn csv_has_a_row_for_each_difference() {
    let text = csv(&fixture());
    assert_eq!(text.lines().count(), 6);
    assert!(text.contains("mean_wait,all,,five,four,-19.0,-21.0,-17.0,s,lower,less,12.34,20\r\n"), "{text}");
}

#[test]
fn every_measure_has_a_chart_with_zero_and_every_pair() {
    let pictures = differences(&fixture());
    let names: Vec<&str> = pictures.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["difference-mean_wait", "difference-service_level", "difference-occupancy"]);
    let svg = pictures[0].1.svg();
    for words in ["six − five", "real, better", "difference in mean wait [seconds]", "base: four"] {
        assert!(svg.contains(words), "{words}");
    }
    assert!(pictures[1].1.svg().contains("real, worse") && pictures[2].1.svg().contains("no difference shown"));
}

#[test]
fn absurd_numbers_and_names_never_break_a_picture() {
    for absurd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300, 1e-300, 0.0] {
        let comparison = changed(|row| {
            (row.difference, row.low, row.high) = (Some(absurd), Some(absurd), Some(absurd));
            row.configuration = NASTY.to_owned();
            row.name = NASTY.to_owned();
            row.of = "queue".to_owned();
        });
        table(&comparison);
        for (name, picture) in differences(&comparison) {
            let svg = picture.svg();
            assert!(!svg.contains("NaN") && !svg.contains("inf\"") && !svg.contains("<script"), "{name} with {absurd}");
            assert!(!name.contains(['/', '<', ' ', '\u{1}']), "{name}");
        }
    }
    let nothing = changed(|row| (row.difference, row.low, row.high) = (None, None, None));
    assert!(differences(&nothing).is_empty() && table(&nothing).contains('–'));
}

#[test]
fn charts_of_an_earlier_comparison_are_removed() {
    let place = tempfile::tempdir().expect("a folder");
    let mut folder = ResultsFolder::open(place.path()).expect("a folder");
    write_all(&fixture(), &[], Origin::default(), &mut folder).expect("written");
    let mut fewer = fixture();
    fewer.differences.truncate(3);
    let written = write_all(&fewer, &[], Origin::default(), &mut folder).expect("written");
    assert_eq!(written.len(), FILES.len() + 2);
    assert!(!place.path().join("difference-occupancy.svg").exists());
    assert!(place.path().join("difference-mean_wait.png").exists());
}

#[test]
fn the_page_holds_verdicts_charts_definitions_and_the_command() {
    let definitions = [("mean_wait", "time that stays waited"), ("cost", "money")];
    let origin = Origin { command: "switchboard compare bank.toml --seed 1", warnings: &[] };
    let html = page(&fixture(), &definitions, origin);
    for words in [
        "A bank: four, five or six".to_lowercase().as_str(),
        "six against four: better: mean wait.",
        "yes, better",
        "difference in mean wait [seconds]",
        "<dt>mean wait</dt><dd>time that stays waited</dd>",
        "<code>switchboard compare bank.toml --seed 1</code>",
        "best by mean wait",
        "something is suspect",
        "<code>differences.csv</code>, <code>estimates.csv</code> and <code>comparison.json</code>",
    ] {
        assert!(html.to_lowercase().contains(&words.to_lowercase()), "{words}");
    }
    assert!(!html.contains("money") && !html.contains("src=") && !html.contains("href="));
}

#[test]
fn the_author_cannot_write_markup_into_the_page() {
    let mut comparison = fixture();
    comparison.configurations[0].scenario.title = NASTY.to_owned();
    comparison.configurations[1].name = NASTY.to_owned();
    comparison.run.warnings = vec![NASTY.to_owned()];
    let html = page(&comparison, &[], Origin { command: NASTY, warnings: &[] });
    assert!(!html.contains("<script") && html.contains("&#60;script&#62;"), "{html}");
}
