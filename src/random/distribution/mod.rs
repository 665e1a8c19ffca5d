//! The family of distributions: how long something takes.
//!
//! Every member accepts whatever its settings allow without NaN: a mean of zero or a spread of zero is a constant, and
//! what cannot be a law is refused with a complaint.

mod beta;
mod constant;
mod empirical;
mod erlang;
mod exponential;
mod gamma;
mod hyperexponential;
mod lognormal;
mod mixture;
mod nested;
mod never;
mod parameters;
mod pareto;
mod shifted;
mod triangular;
mod truncated;
mod uniform;
mod weibull;

#[cfg(test)]
mod tests;

pub use beta::Beta;
pub use constant::Constant;
pub use empirical::{Curve, Observed, Tail};
pub use exponential::Exponential;
pub use gamma::Gamma;
pub use hyperexponential::Hyperexponential;
pub use lognormal::Lognormal;
pub use mixture::Mixture;
pub use never::Never;
pub use pareto::Pareto;
pub use shifted::Shifted;
pub use triangular::Triangular;
pub use truncated::Truncated;
pub use uniform::Uniform;
pub use weibull::Weibull;

use super::Distribution;
use crate::family::{Chosen, Complaint, Family, Settings};

/// How a distribution is made from its settings.
pub type Make = fn(&Settings) -> Result<Distribution, Complaint>;

/// Every distribution, sorted by keyword.
pub static DISTRIBUTIONS: Family<Make> = Family {
    name: "distributions",
    summary: "How long does it take?",
    bare: Some("constant"),
    entries: &[
        beta::ENTRY,
        constant::ENTRY,
        empirical::ENTRY,
        erlang::ENTRY,
        exponential::ENTRY,
        gamma::ENTRY,
        hyperexponential::ENTRY,
        lognormal::ENTRY,
        mixture::ENTRY,
        never::ENTRY,
        pareto::ENTRY,
        shifted::ENTRY,
        triangular::ENTRY,
        truncated::ENTRY,
        uniform::ENTRY,
        weibull::ENTRY,
    ],
};

/// The distribution that was chosen.
pub fn make(chosen: &Chosen) -> Result<Distribution, Complaint> {
    (DISTRIBUTIONS.entries[chosen.index].make)(&chosen.settings)
}
