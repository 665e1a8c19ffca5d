//! Criterion benches, a module per question.

#[path = "floor/winner_tree.rs"]
mod winner_tree;

#[path = "main/take_and_put_back.rs"]
mod take_and_put_back;

use criterion::Criterion;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    take_and_put_back::define(&mut criterion);
    criterion.final_summary();
}
