//! Which way a measure is better, where everybody agrees.
//!
//! A measure that is not here has no side of its own: whoever selects by it says which way is better.

use std::fmt;

/// Which of two numbers is the better one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// The smaller one.
    Less,
    /// The greater one.
    More,
}

/// Measures of which less is better, sorted.
const LESS: [&str; 35] = [
    "abandoned",
    "abandonment",
    "asa",
    "balked",
    "blocked",
    "blocking",
    "closed",
    "contacts_per_customer",
    "cost",
    "cost_per_contact",
    "customer_wait",
    "ejected",
    "estimate_error",
    "estimate_squared_error",
    "idle_while_waiting",
    "left_openly",
    "left_silently",
    "longest_idle_while_waiting",
    "longest_wait",
    "mean_wait",
    "overtakes",
    "overtime",
    "queue_length",
    "queue_most",
    "redials",
    "repeat_rate",
    "response_time",
    "starved",
    "unfinished",
    "wait_p50",
    "wait_p80",
    "wait_p90",
    "wait_p95",
    "wait_p99",
    "workload_spread",
];
/// Measures of which more is better, sorted.
const MORE: [&str; 8] = [
    "answered",
    "answered_at_once",
    "containment",
    "customers_served",
    "replies_in_time",
    "self_served",
    "served",
    "service_level",
];

/// Which way the measure with this keyword is better; `None` where that depends on who is asked.
pub fn better(keyword: &str) -> Option<Better> {
    let keyword = keyword.split(':').next().unwrap_or_default();
    let less = LESS.contains(&keyword).then_some(Better::Less);
    less.or_else(|| MORE.contains(&keyword).then_some(Better::More))
}

impl Better {
    /// The word in reports and arguments.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Less => "less",
            Self::More => "more",
        }
    }

    /// The number turned so that more is better.
    pub fn oriented(self, number: f64) -> f64 {
        match self {
            Self::Less => -number,
            Self::More => number,
        }
    }
}

impl fmt::Display for Better {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::family::Catalogue;
    use crate::stats::MEASURES;
    use crate::stats::diagnosis::DIAGNOSTICS;

    #[test]
    fn every_keyword_is_that_of_a_measure_and_stands_once() {
        assert!(LESS.is_sorted() && MORE.is_sorted());
        for keyword in LESS.iter().chain(&MORE) {
            let is_known = MEASURES.find(keyword).is_some() || DIAGNOSTICS.find(keyword).is_some();
            assert!(is_known, "{keyword}");
        }
        assert!(LESS.iter().all(|keyword| !MORE.contains(keyword)));
    }

    #[test]
    fn a_further_definition_of_service_level_is_better_the_same_way() {
        assert_eq!(better("service_level:strict"), Some(Better::More));
        assert_eq!(better("occupancy"), None);
    }
}
