//! Always the same.

use super::Make;
use super::parameters::required;
use crate::family::{Entry, Kind, Member};
use crate::random::{Distribution, Law, Stream};
use crate::units::Span;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "constant",
        summary: "Always the same duration.",
        main: Some("value"),
        settings: &[required("value", Kind::Span, "The duration; `\"never\"` is allowed.")],
        example: "\"3m\"",
    },
    make: |settings| Ok(Distribution::constant(settings.span("value"))),
};

/// One duration.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Constant {
    /// The duration [seconds].
    pub value: f64,
}

impl Constant {
    /// Always this span; infinite for `Span::NEVER`.
    pub fn of(span: Span) -> Self {
        Self { value: if span.is_never() { f64::INFINITY } else { span.as_seconds() } }
    }
}

impl Law for Constant {
    fn mean(&self) -> f64 {
        self.value
    }

    fn variance(&self) -> f64 {
        if self.value.is_finite() { 0.0 } else { f64::INFINITY }
    }

    fn cdf(&self, x: f64) -> f64 {
        if x >= self.value { 1.0 } else { 0.0 }
    }

    fn quantile(&self, _p: f64) -> f64 {
        self.value
    }

    fn sample(&self, _stream: &mut Stream) -> f64 {
        self.value
    }
}
