//! Criterion benches, a module per question.

#[path = "floor/winner_tree.rs"]
mod winner_tree;

#[path = "main/centre.rs"]
mod centre;
#[path = "main/take_and_put_back.rs"]
mod take_and_put_back;
#[path = "main/whole_runs.rs"]
mod whole_runs;

use criterion::Criterion;

fn main() {
    // Criterion's plots need a font, and plotters as built for this package has none registered here.
    let mut criterion = Criterion::default().without_plots().configure_from_args();
    take_and_put_back::define(&mut criterion);
    whole_runs::define(&mut criterion);
    criterion.final_summary();
}
