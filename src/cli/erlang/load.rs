//! The work that arrives, as planners say it: arrivals, talk and wrap-up.

use clap::Args;

use super::super::failure::Failure;
use crate::units::{Rate, Span};

/// Work that arrives.
#[derive(Debug, Args)]
pub(super) struct Work {
    /// Contacts that arrive, such as 240/h
    #[arg(long, value_name = "RATE")]
    arrivals: Rate,
    /// Mean time with the customer, such as 3m
    #[arg(long, value_name = "TIME")]
    talk: Span,
    /// Mean time the agent needs afterwards
    #[arg(long, value_name = "TIME", default_value = "0s")]
    wrap_up: Span,
}

impl Work {
    /// Contacts that arrive [1/s].
    pub(super) fn arrival_rate(&self) -> f64 {
        self.arrivals.as_per_second()
    }

    /// Contacts that a busy agent finishes [1/s].
    pub(super) fn service_rate(&self) -> Result<f64, Failure> {
        let handling = self.talk.plus(self.wrap_up);
        if handling == Span::ZERO || handling.is_never() {
            return Err(Failure::Mistake(
                "handling takes no time or never ends: expected a `--talk` such as `3m`".to_owned(),
            ));
        }
        Ok(1.0 / handling.as_seconds())
    }
}
