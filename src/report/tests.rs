use super::fixture::{empty, fixture};
use super::*;

const DEFINITIONS: Definitions<'static> = &[
    ("offered", "contacts offered to a queue"),
    (
        "service_level",
        "contacts answered within <20 s>, as a share of those offered, however long the sentence that says it may be",
    ),
    ("wait_p42", "not measured here"),
];

fn text(summary: &Summary, keyword: &str) -> String {
    render(summary, DEFINITIONS, Format::find(keyword).expect("a format"))
}

/// The bank with one queue and two intervals, and few measures.
fn small() -> Summary {
    let mut summary = fixture();
    let wanted = ["offered", "service_level", "mean_wait", "staffed", "occupancy"];
    summary.measures.retain(|row| {
        let early = row.interval_start.as_deref().is_none_or(|start| start < "1999-02-02T08:00");
        early && wanted.contains(&row.measure.as_str()) && (row.of == "all" || row.name == "securities")
    });
    summary
}

#[test]
fn the_table_is_for_people() {
    insta::assert_snapshot!(text(&small(), "table"), @r"
    a bank's Tuesday in February
    How long do customers wait, and how many give up?
    200 replications, seed 1, 95 % intervals; 412,345 contacts in 0.41s

    Centre
    ──────────────────────────────
     measure                value
    ══════════════════════════════
     offered           2,040 ± 62
     service level   55.0 % ± 1.6
     mean wait        1m 01s ± 2s
     staffed                    8
     occupancy       75.0 % ± 1.7
    ──────────────────────────────

    Queues
    ──────────────────────────────────────────────────────
     queue         offered   service level      mean wait
    ══════════════════════════════════════════════════════
     securities   408 ± 13    63.0 % ± 1.6   45.0s ± 1.4s
    ──────────────────────────────────────────────────────

    By half hour
    ────────────────────────────────────────────────────────────────────────────
     from       offered   service level      mean wait   staffed      occupancy
    ════════════════════════════════════════════════════════════════════════════
     07:00   12.8 ± 0.4    78.6 % ± 1.8   26.6s ± 0.8s         3   51.4 % ± 1.5
     07:30   18.7 ± 0.6    75.7 % ± 1.8   28.5s ± 0.9s         4   54.3 % ± 1.5
    ────────────────────────────────────────────────────────────────────────────

    service level: contacts answered within <20 s>, as a share of those offered, however long the
      sentence that says it may be
    ");
}

#[test]
fn the_table_fits_into_100_columns() {
    for line in text(&fixture(), "table").lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
    assert!(!text(&fixture(), "table").contains("service \n"), "no cell is broken into two lines");
}

#[test]
fn names_are_broken_between_words_and_numbers_not_at_all() {
    let mut summary = fixture();
    let long = "urgencies-at-night of all districts";
    summary.measures.iter_mut().filter(|row| row.name == "securities").for_each(|row| long.clone_into(&mut row.name));
    let text = text(&summary, "table");
    let broken: Vec<&str> =
        text.lines().skip_while(|line| !line.contains("urgencies-")).take(4).map(str::trim).collect();
    assert!(broken[0].starts_with("urgencies-") && broken[0].contains('±'), "{text}");
    assert_eq!(broken[1..].join(" "), "at-night of all districts", "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
}

#[test]
fn json_reads_back_as_the_same_summary() {
    let read: Summary = serde_json::from_str(&text(&fixture(), "json")).expect("JSON");
    assert_eq!(read, fixture());
    assert!(text(&fixture(), "json").starts_with("{\n  \"schema\": \"switchboard.summary/1\",\n  \"scenario\": {"));
}

#[test]
fn csv_reads_back_as_the_same_rows() {
    let mut summary = fixture();
    summary.measures[0].name = "a \"b\", c\nd".to_owned();
    summary.measures[1].mean = Some(0.1 + 0.2);
    summary.measures[2].low = None;
    let text = text(&summary, "csv");
    assert!(text.starts_with("measure,of,name,interval_start,mean,low,high,unit,replications\r\narrived,all,"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Result<Vec<crate::record::MeasureRow>, _> = reader.deserialize().collect();
    assert_eq!(rows.expect("CSV"), summary.measures);
}

#[test]
fn an_empty_summary_is_a_report_without_numbers() {
    assert!(text(&empty(), "table").contains("Nothing was measured."));
    assert_eq!(text(&empty(), "csv").lines().count(), 1);
    assert!(page(&empty(), DEFINITIONS, Origin::default()).contains("Nothing was measured"));
}

#[test]
fn numbers_that_are_none_are_absent_everywhere() {
    let mut summary = fixture();
    for row in &mut summary.measures {
        (row.mean, row.low, row.high) = (Some(f64::NAN), Some(f64::NEG_INFINITY), None);
    }
    summary.run.confidence = f64::NAN;
    for keyword in Format::keywords() {
        let text = text(&summary, keyword);
        assert!(!text.contains("NaN") && !text.contains("inf"), "{keyword}");
    }
    assert!(!page(&summary, DEFINITIONS, Origin::default()).contains("NaN"));
}

#[test]
fn absurd_numbers_are_told_in_every_format() {
    for absurd in [1e300, -1e300, f64::MAX, f64::MIN_POSITIVE, 0.0, -0.0] {
        let mut summary = fixture();
        for (index, row) in summary.measures.iter_mut().enumerate() {
            let number = [&mut row.mean, &mut row.low, &mut row.high].into_iter().nth(index % 3);
            *number.expect("one of three") = Some(absurd);
        }
        (summary.scenario.length, summary.scenario.interval, summary.run.wall_seconds) = (absurd, absurd, absurd);
        (summary.run.replications, summary.run.first) = (u64::MAX, u64::MAX);
        Format::keywords().for_each(|keyword| assert!(!text(&summary, keyword).is_empty()));
        assert!(!page(&summary, DEFINITIONS, Origin::default()).contains("NaN"));
    }
}

#[test]
fn the_page_tells_all_there_is_and_needs_nothing_else() {
    let warnings = ["nobody can serve `x`".to_owned()];
    let origin = Origin { command: "switchboard run bank.toml --seed 1", warnings: &warnings };
    let html = page(&fixture(), DEFINITIONS, origin);
    for words in [
        "How long do customers wait, and how many give up?",
        "nobody can serve `x`",
        "switchboard run bank.toml --seed 1",
        "9f3c2a7be01d4455",
        "queues.securities.capacity=20",
        "contacts answered within &#60;20 s&#62;",
    ] {
        assert!(html.contains(words), "{words}");
    }
    assert_eq!(html.matches("<svg").count(), 8);
    assert_eq!(html.matches("role=\"img\"").count(), 8);
    assert!(!html.contains("not measured here"), "only what was measured is defined");
    assert!(!html.contains("<script") && !html.contains("src=") && !html.contains("href="));
}

#[test]
fn the_author_cannot_write_markup_into_the_page() {
    let nasty = "</title><script>alert(\"&'\")</script>";
    let mut summary = fixture();
    for words in [&mut summary.scenario.name, &mut summary.scenario.title, &mut summary.scenario.file] {
        nasty.clone_into(words);
    }
    summary.scenario.question = Some(nasty.to_owned());
    summary.scenario.overrides = vec![nasty.to_owned()];
    summary.run.note = Some(nasty.to_owned());
    summary.measures.iter_mut().for_each(|row| nasty.clone_into(&mut row.name));
    let warnings = [nasty.to_owned()];
    let html = page(&summary, &[("offered", nasty)], Origin { command: nasty, warnings: &warnings });
    assert!(!html.contains("<script"));
}

#[test]
fn everything_is_written_and_charts_of_an_earlier_run_go() {
    let guard = tempfile::tempdir().expect("a temporary folder");
    let mut folder = ResultsFolder::open(guard.path()).expect("opened");
    let first = write_all(&fixture(), DEFINITIONS, Origin::default(), &mut folder).expect("written");
    assert_eq!(first.len(), 2 + 8 * 2 + 1);
    let named = |path: &PathBuf| file_names().any(|name| folder.path().join(name) == *path);
    assert!(first.iter().all(named), "a folder is asked for every file before anything is played");
    assert!(first.iter().all(|path| path.is_file()));
    let mut fewer = fixture();
    fewer.measures.retain(|row| row.measure == "mean_wait");
    let second = write_all(&fewer, DEFINITIONS, Origin::default(), &mut folder).expect("written");
    assert_eq!(second.len(), 5);
    let left = std::fs::read_dir(guard.path()).expect("listed").count();
    assert_eq!(left, second.len() + 1, "the files and the list");
}

#[test]
fn nothing_is_written_when_one_file_may_not_be() {
    let guard = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(guard.path().join("report.html"), "mine").expect("written");
    let mut folder = ResultsFolder::open(guard.path()).expect("opened");
    assert!(write_all(&fixture(), DEFINITIONS, Origin::default(), &mut folder).is_err());
    assert_eq!(std::fs::read_dir(guard.path()).expect("listed").count(), 1);
}

#[test]
fn formats_are_sorted_by_keyword() {
    assert_eq!(Format::keywords().collect::<Vec<_>>(), ["csv", "json", "table"]);
    assert_eq!(Format::find("yaml"), None);
}
