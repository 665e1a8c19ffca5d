//! `erlang a`: customers who give up waiting.

use clap::Args;

use super::super::failure::Failure;
use super::super::values::{self, Printed};
use super::answer::{Number, row, show};
use super::goal::{Asked, Within};
use super::load::Work;
use crate::theory::ErlangA;
use crate::units::Span;

/// Agents with a queue whose customers give up after an exponential patience (M/M/n+M).
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct A {
    #[command(flatten)]
    work: Work,
    /// Mean time after which a waiting customer hangs up, such as 3m; never for endless patience
    #[arg(long, value_name = "TIME", value_parser = values::span_or_never)]
    patience: Span,
    /// Trunk lines; without, no bound
    #[arg(long, value_name = "N")]
    lines: Option<u64>,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    within: Within,
    /// How the result is printed
    #[arg(long, value_enum, default_value_t)]
    format: Printed,
}

const EXAMPLES: &str = "\
Examples:
  switchboard erlang a --arrivals 240/h --talk 3m --patience 2m --agents 12
  switchboard erlang a --arrivals 240/h --talk 3m --patience 2m --abandonment 3%";

impl A {
    pub(super) fn act(&self) -> Result<(), Failure> {
        let (arrival_rate, service_rate) = (self.work.arrival_rate(), self.work.service_rate()?);
        let abandonment_rate = self.abandonment_rate()?;
        let queue = ErlangA { arrival_rate, service_rate, abandonment_rate, agents: 0, lines: self.lines };
        let agents = self.asked.agents(&self.within, |goal| queue.least_agents(goal))?;
        let found = ErlangA { agents, ..queue }.solve().map_err(Failure::mistake)?;
        let within = self.within.within.as_seconds();
        let rows = [
            row("load", "offered load [erlangs]", Number::Amount(arrival_rate / service_rate)),
            row("agents", "agents", Number::Count(agents)),
            row("service_level", "answered in time", Number::Share(found.within(within).answered)),
            row("within", "time that counts", Number::Seconds(Some(within))),
            row("asa", "mean wait of those answered", Number::Seconds(found.mean_wait_of_answered)),
            row("mean_wait", "mean wait of all", Number::Seconds(found.mean_wait)),
            row("wait_probability", "must wait", Number::Share(found.wait_probability)),
            row("abandonment", "abandoned", Number::Share(found.abandoned)),
            row("blocking", "found every line taken", Number::Share(found.blocked)),
            row("wait_p90", "wait of 90%, at most", Number::Seconds(found.wait_quantile(0.9))),
            row("queue_length", "mean number waiting", Number::Amount(found.mean_queue_length)),
            row("occupancy", "occupancy", Number::Share(found.occupancy)),
        ];
        show("Erlang A: M/M/n+M", &rows, self.format)
    }

    /// Waiting customers who give up, each [1/s].
    fn abandonment_rate(&self) -> Result<f64, Failure> {
        match self.patience {
            Span::NEVER => Ok(0.0),
            Span::ZERO => Err(Failure::Mistake(
                "a patience of `0s` leaves no queue: expected more, or ask `switchboard erlang b`".to_owned(),
            )),
            patience => Ok(1.0 / patience.as_seconds()),
        }
    }
}
