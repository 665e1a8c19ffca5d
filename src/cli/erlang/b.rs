//! `erlang b`: lines without a queue.

use clap::Args;

use super::super::failure::Failure;
use super::super::values::Printed;
use super::answer::{Number, row, show};
use crate::theory::ErlangB;
use crate::units::Share;

/// Lines without a queue: whoever finds all taken is lost (M/M/n/n).
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct B {
    /// Offered load in erlangs: arrivals times mean holding time
    #[arg(long, value_name = "ERLANGS", required_unless_present = "lines")]
    load: Option<f64>,
    /// How many lines there are
    #[arg(long, value_name = "N", required_unless_present = "load")]
    lines: Option<u64>,
    /// Greatest share of contacts that may be lost: in place of --lines or --load, which is then found
    #[arg(long, value_name = "SHARE")]
    blocking: Option<Share>,
    /// How the result is printed
    #[arg(long, value_enum, default_value_t)]
    format: Printed,
}

const EXAMPLES: &str = "\
Examples:
  switchboard erlang b --load 100 --lines 110        how many are lost
  switchboard erlang b --load 100 --blocking 1%      how many lines it takes
  switchboard erlang b --lines 110 --blocking 1%     how much load they carry";

impl B {
    pub(super) fn act(&self) -> Result<(), Failure> {
        let (load, lines) = match (self.load, self.lines, self.blocking) {
            (Some(load), Some(lines), None) => (load, lines),
            (Some(load), None, Some(goal)) => (load, ErlangB::least_lines(load, goal.get()).map_err(Failure::mistake)?),
            (None, Some(lines), Some(goal)) => {
                (ErlangB::greatest_load(lines, goal.get()).map_err(Failure::mistake)?, lines)
            }
            _ => {
                return Err(Failure::Mistake(
                    "expected exactly two of `--load`, `--lines` and `--blocking`".to_owned(),
                ));
            }
        };
        let found = ErlangB { offered_load: load, lines }.solve().map_err(Failure::mistake)?;
        let rows = [
            row("load", "offered load [erlangs]", Number::Amount(load)),
            row("lines", "lines", Number::Count(lines)),
            row("blocking", "contacts lost", Number::Share(found.blocking)),
            row("carried", "carried load [erlangs]", Number::Amount(found.carried_load)),
            row("occupancy", "occupancy of a line", Number::Share(found.occupancy)),
        ];
        show("Erlang B: M/M/n/n", &rows, self.format)
    }
}
