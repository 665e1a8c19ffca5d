//! Criterion benches, a module per question.

#[path = "floor/winner_tree.rs"]
mod winner_tree;

#[path = "main/expression.rs"]
mod expression;
#[path = "main/take_and_put_back.rs"]
mod take_and_put_back;

use criterion::Criterion;

fn main() {
    // Criterion's plots need a font, and plotters as built for this package has none registered here.
    let mut criterion = Criterion::default().without_plots().configure_from_args();
    expression::define(&mut criterion);
    take_and_put_back::define(&mut criterion);
    criterion.final_summary();
}
