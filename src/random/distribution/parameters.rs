//! Settings that several distributions share, and the complaints about them.

use crate::family::{Complaint, Kind, Need, Setting, Settings};
use crate::random::Distribution;
use crate::units::Span;

/// Below this coefficient of variation a law is its mean.
const LEAST_CV: f64 = 1e-6;

/// A setting that may be absent because another pair of settings replaces it.
pub(super) const fn optional(name: &'static str, kind: Kind, summary: &'static str) -> Setting {
    Setting { name, kind, need: Need::Optional, summary }
}

/// A setting that must be there.
pub(super) const fn required(name: &'static str, kind: Kind, summary: &'static str) -> Setting {
    Setting { name, kind, need: Need::Required, summary }
}

/// The mean, where another description may stand instead.
pub(super) const MEAN: Setting = optional("mean", Kind::Span, "Mean duration.");

/// The coefficient of variation, where another description may stand instead.
pub(super) const CV: Setting =
    optional("cv", Kind::Number(0.0, 100.0), "Coefficient of variation: standard deviation divided by mean.");

/// Which of two complete descriptions the author chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Described {
    /// By the first pair of settings.
    First,
    /// By the second pair.
    Second,
}

/// Exactly one of two pairs of settings, whole.
pub(super) fn one_pair(
    settings: &Settings,
    first: [&'static str; 2],
    second: [&'static str; 2],
) -> Result<Described, Complaint> {
    let present = |names: [&'static str; 2]| names.map(|name| settings.find(name).is_some());
    let expected = format!("expected `{}` and `{}`, or `{}` and `{}`", first[0], first[1], second[0], second[1]);
    match (present(first), present(second)) {
        ([true, true], [false, false]) => Ok(Described::First),
        ([false, false], [true, true]) => Ok(Described::Second),
        ([false, false], [false, false]) => Err(Complaint::whole(format!("nothing says how long; {expected}"))),
        ([true, true], [one, _]) => {
            let extra = if one { second[0] } else { second[1] };
            Err(Complaint::about(extra, format!("`{extra}` contradicts `{}`; {expected}", first[0])).help("remove one"))
        }
        _ => Err(Complaint::whole(format!("`{}` is missing; {expected}", missing(settings, first, second)))),
    }
}

/// The setting whose absence leaves a pair half.
fn missing(settings: &Settings, first: [&'static str; 2], second: [&'static str; 2]) -> &'static str {
    let half = |pair: [&'static str; 2]| pair.iter().any(|name| settings.find(name).is_some());
    let pair = if half(first) { first } else { second };
    if settings.find(pair[0]).is_some() { pair[1] } else { pair[0] }
}

/// The law that mean and variation leave no room for: a constant.
pub(super) fn without_spread(mean: Span, cv: f64) -> Option<Distribution> {
    (mean == Span::ZERO || mean.is_never() || cv < LEAST_CV).then(|| Distribution::constant(mean))
}

/// A span that must end.
pub(super) fn finite(settings: &Settings, name: &'static str) -> Result<f64, Complaint> {
    let span = settings.span(name);
    if span.is_never() {
        return Err(Complaint::about(name, format!("`{name}` is `never`, expected a duration that ends")));
    }
    Ok(span.as_seconds())
}

/// Two spans in order.
pub(super) fn bounds(settings: &Settings) -> Result<(f64, f64), Complaint> {
    let (least, most) = (finite(settings, "least")?, finite(settings, "most")?);
    if most < least {
        let text = format!("`most` is {}, less than `least`, {}", settings.span("most"), settings.span("least"));
        return Err(Complaint::about("most", text).help("swap the two"));
    }
    Ok((least, most))
}

/// Shares that must add up to one.
pub(super) fn whole(name: &'static str, shares: impl Iterator<Item = f64>) -> Result<(), Complaint> {
    let sum: f64 = shares.sum();
    if (sum - 1.0).abs() > 1e-6 {
        let text = format!("the shares of `{name}` add up to {sum:.6}, expected 1");
        return Err(Complaint::about(name, text).help("change one of them so that nothing is missing or double"));
    }
    Ok(())
}
