//! The price of a rule that is written in a scenario, beside the same rule in Rust.
//!
//! Both meet the same rows of fields, and hand every score out.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput};
use rand::SeedableRng;
use rand_distr::{Distribution, Exp1};
use rand_xoshiro::Xoshiro256PlusPlus;
use switchboard::expression::{Field, Moves, Program, Sort, Vocabulary, Wanted, read};

/// Candidates of one decision.
const ROWS: usize = 1_000;

/// Wait [s], whether a VIP, occupancy of the agent, in the order of first mention.
type Row = [f64; 3];

/// A rule in both languages.
struct Rule {
    name: &'static str,
    written: &'static str,
    native: fn(&Row) -> f64,
}

const RULES: &[Rule] = &[
    Rule {
        name: "weighted sum",
        written: "wait * 2 + (if vip then 100 else 0) - agent.occupancy * 30",
        native: |[wait, vip, occupancy]| wait * 2.0 + if *vip == 0.0 { 0.0 } else { 100.0 } - occupancy * 30.0,
    },
    Rule {
        name: "nested",
        written: "if wait > 1m and not vip then max(wait - 30s, 10) / (1 + agent.occupancy) else sqrt(wait + 1)",
        native: |[wait, vip, occupancy]| {
            if *wait > 60.0 && *vip == 0.0 { (wait - 30.0).max(10.0) / (1.0 + occupancy) } else { (wait + 1.0).sqrt() }
        },
    },
];

/// Adds the group.
pub(crate) fn define(criterion: &mut Criterion) {
    let rows = rows();
    let mut group = criterion.benchmark_group("score of a candidate");
    group.throughput(Throughput::Elements(ROWS as u64));
    for rule in RULES {
        let program = program(rule.written);
        assert!(rows.iter().all(|row| program.evaluate(row) == (rule.native)(row)), "{} is another rule", rule.name);
        group.bench_function(BenchmarkId::new("native", rule.name), |bencher| {
            let native = black_box(rule.native);
            bencher.iter(|| each(&rows, native));
        });
        group.bench_function(BenchmarkId::new("expression", rule.name), |bencher| {
            let program = black_box(&program);
            bencher.iter(|| each(&rows, |row| program.evaluate(row)));
        });
        let columns: Vec<f64> = (0..3).flat_map(|field| rows.iter().map(move |row| row[field])).collect();
        let mut values = vec![0.0; ROWS];
        group.bench_function(BenchmarkId::new("expression in rows", rule.name), |bencher| {
            let program = black_box(&program);
            bencher.iter(|| {
                program.evaluate_rows(black_box(&columns), &mut values);
                black_box(&values);
            });
        });
    }
    group.finish();
}

/// Scores every row.
fn each(rows: &[Row], score: impl Fn(&Row) -> f64) {
    for row in rows {
        black_box(score(black_box(row)));
    }
}

/// The program of a rule; its fields stand in the order of the rows.
fn program(written: &str) -> Program {
    let field = |(name, sort): (&str, Sort)| Field { name: name.to_owned(), sort, moves: Moves::Events };
    let fields = [("wait", Sort::Number), ("vip", Sort::Truth), ("agent.occupancy", Sort::Number)].map(field);
    let vocabulary = Vocabulary { fields: fields.to_vec(), noun: "field" };
    let formula = read(written, &vocabulary, Wanted::Number).expect("the rule is well formed");
    let program = Program::new(&formula);
    assert_eq!(program.fields(), [0, 1, 2]);
    program
}

/// Waits of a minute on average; every fifth contact is a VIP.
fn rows() -> Vec<Row> {
    let generator = Xoshiro256PlusPlus::seed_from_u64(1);
    let draws: Vec<f64> = Exp1.sample_iter(generator).take(ROWS).collect();
    draws.iter().map(|draw| [draw * 60.0, f64::from(*draw < 0.2231), (-draw).exp()]).collect()
}
