//! What was observed: durations, a histogram, or a survival curve.

use super::Make;
use super::parameters::{optional, required};
use crate::family::{Choice, Complaint, Entry, Kind, Located, Member, Need, Setting, Settings, Value};
use crate::random::{Distribution, Law};
use crate::units::Span;

mod curve;

pub use curve::{Curve, Tail};

const HISTOGRAM: [Setting; 2] = [
    required("edges", Kind::Series(&Kind::Span), "Where the classes begin and end, rising: one more than `counts`."),
    required("counts", Kind::Series(&Kind::Number(0.0, 1e15)), "How many durations fell in each class."),
];

const TAILS: [Choice; 3] = [
    Choice {
        word: "exponential",
        summary: "They leave at a constant rate, the one of an exponential law through the last point.",
    },
    Choice { word: "last", summary: "All of them end at the last time." },
    Choice { word: "never", summary: "They never end." },
];

const SURVIVAL: [Setting; 3] = [
    required("times", Kind::Series(&Kind::Span), "Times, rising."),
    required("shares", Kind::Series(&Kind::Share), "Share that lasts longer than each time, falling."),
    Setting {
        name: "tail",
        kind: Kind::Choice(&TAILS),
        need: Need::Default("\"exponential\""),
        summary: "What becomes of those who outlast the last time.",
    },
];

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "empirical",
        summary: "What was observed: one of durations, a histogram, or a survival curve such as Kaplan-Meier gives.",
        main: Some("values"),
        settings: &[
            optional("values", Kind::Series(&Kind::Span), "Observed durations, each drawn equally often."),
            optional("histogram", Kind::Table(&HISTOGRAM), "Classes and counts; uniform inside each class."),
            optional("survival", Kind::Table(&SURVIVAL), "A survival curve; straight lines between its points."),
        ],
        example: "{ empirical = { survival = { times = [\"10s\", \"1m\", \"5m\"], shares = [0.95, 0.7, 0.3] } } }",
    },
    make,
};

fn make(settings: &Settings) -> Result<Distribution, Complaint> {
    let (values, histogram) = (settings.find_list("values"), settings.find_table("histogram"));
    match (values, histogram, settings.find_table("survival")) {
        (Some(values), None, None) => from_values(&values),
        (None, Some(table), None) => from_histogram(&table),
        (None, None, Some(table)) => from_survival(&table),
        _ => Err(Complaint::whole("expected exactly one of `values`, `histogram` and `survival`")),
    }
}

fn from_values(list: &[Located]) -> Result<Distribution, Complaint> {
    let mut seconds = durations("values", list)?;
    if seconds.is_empty() {
        return Err(Complaint::about("values", "`values` is empty, expected at least one duration"));
    }
    seconds.sort_by(f64::total_cmp);
    Ok(Distribution::of(Observed { seconds }))
}

fn from_histogram(table: &Settings) -> Result<Distribution, Complaint> {
    let edges = durations("histogram", &table.list("edges"))?;
    let counts: Vec<f64> = table.list("counts").iter().map(number).collect();
    if counts.is_empty() || edges.len() != counts.len() + 1 {
        let text = format!("{} edges for {} counts, expected one edge more than counts", edges.len(), counts.len());
        return Err(Complaint::about("histogram", text));
    }
    rising("histogram", &edges)?;
    let total: f64 = counts.iter().sum();
    if total <= 0.0 {
        return Err(Complaint::about("histogram", "all counts are 0, expected at least one above"));
    }
    let mut reached = 0.0;
    let mut knots = vec![(edges[0], 0.0)];
    for (edge, count) in edges[1..].iter().zip(&counts) {
        reached += count / total;
        knots.push((*edge, reached.min(1.0)));
    }
    Ok(Distribution::of(Curve::of(knots, Tail::Last)))
}

fn from_survival(table: &Settings) -> Result<Distribution, Complaint> {
    let times = durations("survival", &table.list("times"))?;
    let shares: Vec<f64> = table.list("shares").iter().map(number).collect();
    if times.is_empty() || times.len() != shares.len() {
        let text = format!("{} times for {} shares, expected as many and at least one", times.len(), shares.len());
        return Err(Complaint::about("survival", text));
    }
    rising("survival", &times)?;
    if let Some((share, next)) = shares.iter().zip(&shares[1..]).find(|(share, next)| next > share) {
        let text = format!("a share rises from {share} to {next}, expected falling shares");
        return Err(Complaint::about("survival", text).help("a survival curve counts who is left, not who has gone"));
    }
    let start = (times[0] > 0.0).then_some((0.0, 0.0));
    let knots = start.into_iter().chain(times.iter().zip(&shares).map(|(time, share)| (*time, 1.0 - share))).collect();
    let tail = match table.choice("tail") {
        "exponential" => Tail::Exponential,
        "last" => Tail::Last,
        _ => Tail::Never,
    };
    Ok(Distribution::of(Curve::of(knots, tail)))
}

/// Durations of a list, all of which must end [seconds].
fn durations(name: &'static str, list: &[Located]) -> Result<Vec<f64>, Complaint> {
    let seconds = |located: &Located| match located.value {
        Value::Span(Span::NEVER) => Err(Complaint::about(name, "found `never`, expected durations that end")),
        Value::Span(span) => Ok(span.as_seconds()),
        _ => panic!("a duration was declared: {located:?}"),
    };
    list.iter().map(seconds).collect()
}

fn number(located: &Located) -> f64 {
    match located.value {
        Value::Number(number) => number,
        Value::Share(share) => share.get(),
        _ => panic!("a number or share was declared: {located:?}"),
    }
}

fn rising(name: &'static str, times: &[f64]) -> Result<(), Complaint> {
    match times.iter().zip(&times[1..]).find(|(first, second)| second <= first) {
        None => Ok(()),
        Some((first, second)) => {
            let (first, second) = (Span::seconds(*first), Span::seconds(*second));
            Err(Complaint::about(name, format!("{second} follows {first}, expected rising times")))
        }
    }
}

/// Durations as they were observed, each equally likely.
#[derive(Debug, Clone, PartialEq)]
pub struct Observed {
    /// The durations [seconds], sorted, at least one.
    seconds: Vec<f64>,
}

impl Law for Observed {
    fn mean(&self) -> f64 {
        self.seconds.iter().sum::<f64>() / self.seconds.len() as f64
    }

    fn variance(&self) -> f64 {
        let mean = self.mean();
        self.seconds.iter().map(|second| (second - mean).powi(2)).sum::<f64>() / self.seconds.len() as f64
    }

    fn cdf(&self, x: f64) -> f64 {
        self.seconds.partition_point(|second| *second <= x) as f64 / self.seconds.len() as f64
    }

    fn quantile(&self, p: f64) -> f64 {
        let rank = (p * self.seconds.len() as f64).ceil() as usize;
        self.seconds[rank.clamp(1, self.seconds.len()) - 1]
    }
}
