//! `erlang c`: customers who wait for ever.

use clap::Args;

use super::super::failure::Failure;
use super::super::values::Printed;
use super::answer::{Number, row, show};
use super::goal::{Asked, Within};
use super::load::Work;
use crate::theory::ErlangC;

/// Agents with a queue in which nobody gives up (M/M/n).
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct C {
    #[command(flatten)]
    work: Work,
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
  switchboard erlang c --arrivals 240/h --talk 3m --agents 14
  switchboard erlang c --arrivals 240/h --talk 3m --wrap-up 30s --service-level 80% --within 20s
  switchboard erlang c --arrivals 240/h --talk 3m --asa 10s";

impl C {
    pub(super) fn act(&self) -> Result<(), Failure> {
        if self.asked.is_about_abandonment() {
            return Err(Failure::Mistake("nobody abandons in Erlang C: ask `switchboard erlang a`".to_owned()));
        }
        let (arrival_rate, service_rate) = (self.work.arrival_rate(), self.work.service_rate()?);
        let queue = ErlangC { arrival_rate, service_rate, agents: 0 };
        let agents = self.asked.agents(&self.within, |goal| queue.least_agents(goal))?;
        let found = ErlangC { agents, ..queue }.solve().map_err(Failure::mistake)?;
        let rows = [
            row("load", "offered load [erlangs]", Number::Amount(arrival_rate / service_rate)),
            row("agents", "agents", Number::Count(agents)),
            row(
                "service_level",
                "answered in time",
                Number::Share(found.service_level(self.within.within.as_seconds())),
            ),
            row("within", "time that counts", Number::Seconds(Some(self.within.within.as_seconds()))),
            row("asa", "mean wait", Number::Seconds(Some(found.mean_wait))),
            row("wait_probability", "must wait", Number::Share(found.wait_probability)),
            row("wait_of_delayed", "mean wait of those who wait", Number::Seconds(Some(found.mean_wait_of_delayed))),
            row("wait_p90", "wait of 90%, at most", Number::Seconds(found.wait_quantile(0.9))),
            row("queue_length", "mean number waiting", Number::Amount(found.mean_queue_length)),
            row("occupancy", "occupancy", Number::Share(found.occupancy)),
        ];
        show("Erlang C: M/M/n", &rows, self.format)
    }
}
