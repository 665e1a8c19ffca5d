//! Quantiles of the waits of answered stays, one measure for each share of a closed list.

use super::{Entry, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const P50: Entry<Measure> = entry(
    "wait_p50",
    "wait that 50 % of answered stays of a run do not exceed, averaged over the runs that had any",
    "wait_p50 ± 2s",
    quantile(&[rule(50)]),
);

pub(super) const P80: Entry<Measure> = entry(
    "wait_p80",
    "wait that 80 % of answered stays of a run do not exceed, averaged over the runs that had any",
    "wait_p80 ± 2s",
    quantile(&[rule(80)]),
);

pub(super) const P90: Entry<Measure> = entry(
    "wait_p90",
    "wait that 90 % of answered stays of a run do not exceed, averaged over the runs that had any",
    "wait_p90 ± 2s",
    quantile(&[rule(90)]),
);

pub(super) const P95: Entry<Measure> = entry(
    "wait_p95",
    "wait that 95 % of answered stays of a run do not exceed, averaged over the runs that had any",
    "wait_p95 ± 2s",
    quantile(&[rule(95)]),
);

pub(super) const P99: Entry<Measure> = entry(
    "wait_p99",
    "wait that 99 % of answered stays of a run do not exceed, averaged over the runs that had any",
    "wait_p99 ± 2s",
    quantile(&[rule(99)]),
);

const fn quantile(rules: &'static [Rule]) -> Measure {
    Measure {
        unit: Unit::Seconds,
        variants: "Read from a histogram, within 1.6 % of the true quantile. Averaging over runs lets the interval \
         be Student's; for few stays a run it is not the quantile of all runs together. For each interval with \
         `horizon.wait_quantiles = \"by-interval\"`.",
        rules,
    }
}

const fn rule(percent: u8) -> Rule {
    Rule { of: STAY_SCOPES, formula: Formula::Quantile(percent), shown: Shown::ByIntervalIfKept }
}
