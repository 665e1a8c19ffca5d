//! Centres for the benches: scenario texts made ready to be played.

use std::path::Path;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion};
use switchboard::plan::Plan;
use switchboard::scenario::Scenario;

/// The plan of a scenario text.
pub(crate) fn plan(text: &str) -> Plan {
    let read = Scenario::parse(text, "bench.toml", Path::new(""), &[]);
    let (scenario, _) = read.unwrap_or_else(|problems| panic!("{}", problems.render(false)));
    Plan::new(scenario)
}

/// A group whose rounds are whole runs of some milliseconds, and therefore few.
pub(crate) fn group<'a>(criterion: &'a mut Criterion, name: &str) -> BenchmarkGroup<'a, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    group
}
