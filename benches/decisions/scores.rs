//! A rule that is written in a scenario, beside the same rule in Rust.
//!
//! Both meet the same rows of fields, and hand every score out.

use std::hint::black_box;

use rand::SeedableRng;
use rand_distr::{Distribution, Exp1};
use rand_xoshiro::Xoshiro256PlusPlus;
use switchboard::expression::{Field, Moves, Program, Sort, Vocabulary, Wanted, read};

use super::centres::price_of;
use super::table::Figure;

/// Candidates of one decision.
const ROWS: usize = 100;
/// Decisions that are timed together.
const DECISIONS: usize = 100_000;

/// Wait [s], whether a VIP, occupancy of the agent, in the order of first mention.
type Row = [f64; 3];

/// A rule in both languages.
struct Rule {
    question: &'static str,
    written: &'static str,
    native: fn(&Row) -> f64,
}

const RULES: [Rule; 2] = [
    Rule {
        question: "score of a candidate, weighted sum",
        written: "wait * 2 + (if vip then 100 else 0) - agent.occupancy * 30",
        native: |[wait, vip, occupancy]| wait * 2.0 + if *vip == 0.0 { 0.0 } else { 100.0 } - occupancy * 30.0,
    },
    Rule {
        question: "score of a candidate, nested",
        written: "if wait > 1m and not vip then max(wait - 30s, 10) / (1 + agent.occupancy) else sqrt(wait + 1)",
        native: |[wait, vip, occupancy]| {
            if *wait > 60.0 && *vip == 0.0 { (wait - 30.0).max(10.0) / (1.0 + occupancy) } else { (wait + 1.0).sqrt() }
        },
    },
];

/// Each rule natively, one candidate after another, and in rows as a scan works it out.
pub(crate) fn ask(round: u64) -> Result<Vec<Figure>, String> {
    let rows = rows();
    let prices: Result<Vec<Vec<Figure>>, String> = RULES.iter().map(|rule| prices(rule, &rows, round)).collect();
    prices.map(|prices| prices.into_iter().flatten().collect())
}

fn prices(rule: &Rule, rows: &[Row], round: u64) -> Result<Vec<Figure>, String> {
    let program = program(rule.written)?;
    if rows.iter().any(|row| program.evaluate(row) != (rule.native)(row)) {
        return Err(format!("`{}` is another rule in Rust", rule.written));
    }
    let columns: Vec<f64> = (0..3).flat_map(|field| rows.iter().map(move |row| row[field])).collect();
    let in_rows = || {
        let mut values = vec![0.0; ROWS];
        for _ in 0..DECISIONS {
            black_box(&program).evaluate_rows(black_box(&columns), &mut values);
            black_box(&values);
        }
        (DECISIONS * ROWS) as u64
    };
    let native = black_box(rule.native);
    let figure =
        |case: &str, value| Figure { question: rule.question, case: case.to_owned(), round, value, unit: "ns" };
    Ok(vec![
        figure("native", price_of(|| each(rows, native))),
        figure("expression, one by one", price_of(|| each(rows, |row| black_box(&program).evaluate(row)))),
        figure("expression, in rows", price_of(in_rows)),
    ])
}

/// Scores every row again and again; how many scores there were.
fn each(rows: &[Row], score: impl Fn(&Row) -> f64) -> u64 {
    for _ in 0..DECISIONS {
        for row in rows {
            black_box(score(black_box(row)));
        }
    }
    (DECISIONS * ROWS) as u64
}

/// The program of a rule; its fields stand in the order of the rows.
fn program(written: &str) -> Result<Program, String> {
    let field = |(name, sort): (&str, Sort)| Field { name: name.to_owned(), sort, moves: Moves::Events };
    let fields = [("wait", Sort::Number), ("vip", Sort::Truth), ("agent.occupancy", Sort::Number)].map(field);
    let vocabulary = Vocabulary { fields: fields.to_vec(), noun: "field" };
    let formula = read(written, &vocabulary, Wanted::Number).map_err(|fault| format!("`{written}`: {fault:?}"))?;
    let program = Program::new(&formula);
    if program.fields() == [0, 1, 2] { Ok(program) } else { Err(format!("`{written}` names other fields")) }
}

/// Waits of a minute on average; every fifth contact is a VIP.
fn rows() -> Vec<Row> {
    let generator = Xoshiro256PlusPlus::seed_from_u64(1);
    let draws: Vec<f64> = Exp1.sample_iter(generator).take(ROWS).collect();
    draws.iter().map(|draw| [draw * 60.0, f64::from(*draw < 0.2231), (-draw).exp()]).collect()
}
