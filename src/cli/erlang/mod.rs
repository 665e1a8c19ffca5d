//! `erlang`: closed forms for planning at a desk.

mod a;
mod answer;
mod b;
mod c;
mod goal;
mod load;

use clap::{Args, Subcommand};

use super::failure::Failure;

/// Compute a closed form: Erlang B, C or A.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Erlang {
    #[command(subcommand)]
    model: Model,
}

const EXAMPLES: &str = "\
Examples:
  switchboard erlang b --load 100 --blocking 1%
  switchboard erlang c --arrivals 240/h --talk 3m --wrap-up 30s --agents 16
  switchboard erlang a --arrivals 240/h --talk 3m --patience 2m --service-level 80% --within 20s";

/// The models.
#[derive(Debug, Subcommand)]
enum Model {
    A(a::A),
    B(b::B),
    C(c::C),
}

impl Erlang {
    pub(super) fn act(&self) -> Result<(), Failure> {
        match &self.model {
            Model::A(a) => a.act(),
            Model::B(b) => b.act(),
            Model::C(c) => c.act(),
        }
    }
}
