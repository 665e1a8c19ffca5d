//! A fixed number of exponential phases, one after the other.

use super::parameters::{finite, required};
use super::{Gamma, Make};
use crate::family::{Complaint, Entry, Kind, Member, Settings};
use crate::random::Distribution;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "erlang",
        summary: "A number of exponential phases one after the other: the more, the steadier.",
        main: None,
        settings: &[
            required("mean", Kind::Span, "Mean duration of the whole."),
            required("phases", Kind::Count(1, 10_000), "Number of phases."),
        ],
        example: "{ erlang = { mean = \"3m\", phases = 4 } }",
    },
    make,
};

fn make(settings: &Settings) -> Result<Distribution, Complaint> {
    let (mean, phases) = (finite(settings, "mean")?, settings.count("phases"));
    if phases == 1 || mean == 0.0 {
        return Ok(Distribution::exponential(settings.span("mean")));
    }
    Ok(Distribution::of(Gamma::of(phases as f64, mean / phases as f64)))
}
