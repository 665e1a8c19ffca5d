//! What every arrival process promises, tried on each member's own example, and what each promises alone.

use super::*;
use crate::family::{Catalogue, example};
use crate::random::Streams;
use crate::units::{Instant, Span};

/// Days from a Monday at midnight.
fn days(days: u64) -> Calendar {
    Calendar { start: "2026-03-02T00:00".parse().expect("a date"), length: Span::minutes(24 * 60 * days) }
}

fn process(written: &str, calendar: &Calendar) -> Arc<dyn Process> {
    make(&example::member(&ARRIVALS, written), calendar).expect(written)
}

fn arrivals(process: &dyn Process, streams: Streams) -> Vec<Instant> {
    let mut source = process.source(&streams, 0);
    let arrivals = std::iter::repeat_with(|| source.next()).take_while(|arrival| *arrival != Instant::NEVER).collect();
    assert_eq!(source.next(), Instant::NEVER);
    arrivals
}

fn count(written: &str, calendar: &Calendar, replication: u64) -> f64 {
    arrivals(process(written, calendar).as_ref(), Streams::new(1, replication)).len() as f64
}

fn minute(minutes: u64) -> Instant {
    Instant::START + Span::minutes(minutes)
}

/// Mean and variance of a sample, and the standard error of the variance.
fn moments(sample: &[f64]) -> (f64, f64, f64) {
    let n = sample.len() as f64;
    let mean = sample.iter().sum::<f64>() / n;
    let central = |power| sample.iter().map(|x| (x - mean).powi(power)).sum::<f64>() / n;
    (mean, central(2), ((central(4) - central(2).powi(2)) / n).sqrt())
}

const BUSY: &str =
    "{ poisson = { rate = [30, 60], every = \"6h\", busyness = { gamma_cv = 0.5, interval_gamma_cv = 1 } } }";

fn written() -> Vec<&'static str> {
    let mut written: Vec<_> = ARRIVALS.entries.iter().map(|entry| entry.member.example).collect();
    written.extend([
        BUSY,
        "{ poisson = { rate = { weekdays = [60, 0, 120], sun = 1 }, every = \"8h\" } }",
        "{ poisson = { counts = [3, 9], every = \"12h\" } }",
        "{ fixed = 2 }",
        "{ trace = { times = [30, \"10:00\", \"2026-03-03T00:00\"] } }",
        "{ trace = { times = [\"1999-02-01T10:00\", \"1999-02-02T11:00\"], replay = \"align\" } }",
        "{ trace = { times = [\"1999-02-01T10:00\", \"1999-02-02T11:00\"], replay = \"daily\" } }",
        "{ batch = { at = \"10:00\", size = 50, varies = \"geometric\", spread = { exponential = \"1h\" } } }",
    ]);
    written
}

#[test]
fn the_list_is_sorted_and_each_example_chooses_its_member() {
    assert!(ARRIVALS.entries.iter().map(|entry| entry.member.keyword).is_sorted());
    for (index, entry) in ARRIVALS.entries.iter().enumerate() {
        assert_eq!(example::member(&ARRIVALS, entry.member.example).index, index, "{}", entry.member.keyword);
        assert!(ARRIVALS.find(entry.member.keyword).is_some());
    }
}

#[test]
fn arrivals_rise_lie_within_the_run_and_come_again_with_the_same_seed() {
    let calendar = days(8);
    for text in written() {
        let process = process(text, &calendar);
        let first = arrivals(process.as_ref(), Streams::new(7, 3));
        assert!(!first.is_empty() && first.is_sorted(), "{text}");
        assert!(first.iter().all(|arrival| *arrival < calendar.end()), "{text}");
        assert_eq!(first, arrivals(process.as_ref(), Streams::new(7, 3)), "{text}");
    }
}

#[test]
fn as_many_arrive_as_are_expected() {
    let calendar = days(8);
    for text in written() {
        let expected = process(text, &calendar).expected(&calendar).integral(Instant::START, calendar.end());
        let counts: Vec<_> = (0..200).map(|replication| count(text, &calendar, replication)).collect();
        let (mean, variance, _) = moments(&counts);
        // Renewals of cv 2 that begin with an arrival are (cv² + 1) / 2 ahead of their rate (D. Cox, Renewal Theory,
        // section 4.2).
        let ahead = if text.contains("renewal") { 2.5 } else { 0.0 };
        // 15 processes at 99.9 % together: 4.1 standard errors.
        let error = 4.1 * (variance / 200.0).sqrt() + 1e-9;
        assert!((mean - expected - ahead).abs() <= error, "{text}: {mean} of {expected} + {ahead}");
    }
}

#[test]
fn poisson_counts_of_each_piece_have_poisson_mean_and_variance() {
    let calendar = days(1);
    let process = process("{ poisson = { rate = [4, 0, 20], every = \"8h\" } }", &calendar);
    let mut counts = [const { Vec::new() }; 3];
    for replication in 0..2_000 {
        let arrivals = arrivals(process.as_ref(), Streams::new(1, replication));
        let before = |hours: u64| arrivals.partition_point(|arrival| *arrival < minute(60 * hours)) as f64;
        let edges = [0.0, before(8), before(16), before(24)];
        counts.iter_mut().zip(edges.windows(2)).for_each(|(counts, pair)| counts.push(pair[1] - pair[0]));
    }
    for (counts, expected) in counts.iter().zip([32.0, 0.0, 160.0]) {
        let (mean, variance, error) = moments(counts);
        // Six intervals at 99.9 % together: 3.8 standard errors.
        assert!((mean - expected).abs() <= 3.8 * (expected / 2_000.0).sqrt(), "{mean} of {expected}");
        assert!((variance - expected).abs() <= 3.8 * error, "variance {variance} of {expected}");
    }
}

#[test]
fn busy_days_add_the_square_of_the_mean_times_the_factors_variance() {
    // 240 a day; day factors of cv 0.5: 240 + 240² / 4. Interval factors of cv 1 in 48 intervals of 5: 240 + 48 * 25.
    for (busyness, expected) in [("gamma_cv = 0.5", 14_640.0), ("interval_gamma_cv = 1", 1_440.0)] {
        let written = format!("{{ poisson = {{ rate = \"10/h\", busyness = {{ {busyness} }} }} }}");
        let counts: Vec<_> = (0..2_000).map(|replication| count(&written, &days(1), replication)).collect();
        let (mean, variance, error) = moments(&counts);
        assert!((mean - 240.0).abs() <= 3.6 * (expected / 2_000.0_f64).sqrt(), "{written}: {mean}");
        assert!((variance - expected).abs() <= 3.6 * error, "{written}: {variance} of {expected}");
    }
}

#[test]
fn shared_days_are_busy_for_every_contact_type() {
    let (own, shared) = (GammaDays::own(0.5), GammaDays::shared(0.5));
    let product = |replication| {
        let streams = Streams::new(1, replication);
        (own.factor(&streams, 0, 0) - 1.0) * (own.factor(&streams, 1, 0) - 1.0)
    };
    // Own days are uncorrelated: 3.3 standard errors of 1 / root 2000.
    let correlation = (0..2_000).map(product).sum::<f64>() / 2_000.0 / 0.25;
    assert!(correlation.abs() < 3.3 / 2_000_f64.sqrt(), "{correlation}");
    let streams = Streams::new(1, 0);
    assert_eq!(shared.factor(&streams, 0, 4), shared.factor(&streams, 9, 4));
    assert_ne!(shared.factor(&streams, 0, 4), shared.factor(&streams, 0, 5));
}

#[test]
fn fixed_counts_are_exact_in_every_interval() {
    let calendar = days(2);
    let arrivals = arrivals(process("{ fixed = [3, 0, 7] }", &calendar).as_ref(), Streams::new(1, 0));
    for (from, expected) in [(0, 3), (30, 0), (60, 7), (90, 0), (1_440, 3), (1_500, 7)] {
        let inside = arrivals.iter().filter(|arrival| (minute(from)..minute(from + 30)).contains(*arrival));
        assert_eq!(inside.count(), expected, "from minute {from}");
    }
    assert_eq!(count("{ fixed = 5 }", &days(1), 0), 240.0);
    assert_eq!(count("{ fixed = { counts = { tue = 5 } } }", &days(7), 0), 240.0);
}

#[test]
fn fixed_arrivals_lie_anywhere_in_their_interval() {
    let calendar = days(1);
    let arrivals =
        arrivals(process("{ fixed = { counts = 1000, every = \"1d\" } }", &calendar).as_ref(), Streams::new(1, 0));
    let most = arrivals.iter().enumerate().map(|(rank, arrival)| {
        (arrival.as_ticks() as f64 / calendar.length.as_ticks() as f64 - rank as f64 / 1_000.0).abs()
    });
    // Kolmogorov and Smirnov at 99.9 %, and one rank.
    assert!(most.fold(0.0, f64::max) < (2_000_f64.ln() / 2_000.0).sqrt() + 0.001);
}

#[test]
fn a_schedule_is_kept_on_every_day_and_a_date_once() {
    let process = process("{ scheduled = [\"10:00\", \"2026-03-03T09:00\", \"2026-03-09T09:00\"] }", &days(2));
    let expected = [minute(600), minute(1_440 + 540), minute(1_440 + 600)];
    assert_eq!(arrivals(process.as_ref(), Streams::new(1, 0)), expected);
}

#[test]
fn a_batch_without_spread_arrives_at_once() {
    let process = process("{ batch = { at = \"10:00\", size = 3 } }", &days(1));
    assert_eq!(arrivals(process.as_ref(), Streams::new(1, 0)), [minute(600); 3]);
}

#[test]
fn a_trace_is_replayed_by_date_aligned_or_daily() {
    let calendar = days(2);
    let log = "times = [\"1999-02-02T11:00\", \"1999-02-01T10:00\"]";
    for (replay, expected) in [("align", vec![600, 1_440 + 660]), ("daily", vec![600, 660, 1_440 + 600, 1_440 + 660])] {
        let process = process(&format!("{{ trace = {{ {log}, replay = \"{replay}\" }} }}"), &calendar);
        let expected: Vec<_> = expected.into_iter().map(minute).collect();
        assert_eq!(arrivals(process.as_ref(), Streams::new(1, 0)), expected, "{replay}");
    }
    let complaint =
        make(&example::member(&ARRIVALS, &format!("{{ trace = {{ {log} }} }}")), &calendar).expect_err("1999");
    assert_eq!(complaint.setting, Some("times"));
}

#[test]
fn nothing_arrives_at_a_rate_of_zero_or_in_no_time() {
    let nothing = Calendar { length: Span::ZERO, ..days(0) };
    for text in written() {
        let made = make(&example::member(&ARRIVALS, text), &nothing);
        assert!(made.is_err() || arrivals(made.expect(text).as_ref(), Streams::new(1, 0)).is_empty(), "{text}");
    }
    for text in ["\"0/h\"", "{ per_hour = 0 }", "{ fixed = 0 }", "{ renewal = \"never\" }", "{ trace = [] }"] {
        assert_eq!(count(text, &days(1), 0), 0.0, "{text}");
    }
    assert_eq!(count("{ poisson = { rate = [0, 0], busyness = { gamma_cv = 10 } } }", &days(1), 0), 0.0);
}

#[test]
fn the_limits_of_settings_do_no_harm() {
    let moment = Calendar { length: Span::ticks(1), ..days(0) };
    for text in ["{ per_hour = 1000000000 }", "{ fixed = 1000 }", "{ renewal = \"1ms\" }"] {
        let arrivals = arrivals(process(text, &moment).as_ref(), Streams::new(1, 0));
        assert!(arrivals.iter().all(|arrival| *arrival == Instant::START), "{text}");
    }
    let chosen = example::member(&ARRIVALS, "{ renewal = \"0s\" }");
    assert_eq!(make(&chosen, &moment).expect_err("no gap").setting, Some("gap"));
}
