//! The command line: arguments in, what is printed and the exit code out.
//!
//! Data goes to stdout, words about it to stderr. Exit codes: 0 done, 1 failed, 2 the user's mistake, 130 interrupted.
//! One subcommand, one file; nothing below this module knows that there are arguments.

mod check;
mod compare;
mod completions;
mod diagnose;
mod erlang;
mod explain;
mod failure;
mod flow;
mod interrupt;
mod list;
mod merge;
mod new;
mod output;
mod progress;
mod reference;
mod reproduce;
mod results;
mod run;
mod schema;
mod show;
mod values;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Failure;

/// Contact-center routing and queue simulator: one scenario file in, waits, service levels and charts out.
#[derive(Debug, Parser)]
#[command(name = "switchboard", version, max_term_width = 100, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  switchboard new bank                        write bank.toml to start from
  switchboard check bank.toml                 find every mistake in it
  switchboard run bank.toml                   play it; tables here, charts in results/bank/
  switchboard compare bank.toml --vary teams.front.agents=13,14    which differences are real
  switchboard erlang c --arrivals 240/h --talk 3m --service-level 80% --within 20s

Exit codes: 0 done, 1 failed, 2 a mistake in the arguments or the scenario, 130 interrupted.";

/// The subcommands, sorted.
#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Compare(Box<compare::Compare>),
    Completions(completions::Completions),
    Diagnose(diagnose::Diagnose),
    Erlang(erlang::Erlang),
    Explain(explain::Explain),
    Flow(flow::Flow),
    List(list::List),
    Merge(merge::Merge),
    New(new::New),
    Reference(reference::Reference),
    Run(run::Run),
    Schema(schema::Schema),
    Show(show::Show),
}

/// Does what the arguments ask for; the first one is the program's name.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Arguments::try_parse_from(arguments) {
        Ok(Arguments { command }) => failure::code(command.act()),
        Err(refusal) => {
            // A closed terminal cannot be told about itself.
            let _ = refusal.print();
            ExitCode::from(refusal.exit_code() as u8)
        }
    }
}

impl Command {
    fn act(self) -> Result<(), Failure> {
        match self {
            Self::Check(check) => check.act(),
            Self::Compare(compare) => compare.act(),
            Self::Completions(completions) => completions.act(),
            Self::Diagnose(diagnose) => diagnose.act(),
            Self::Erlang(erlang) => erlang.act(),
            Self::Explain(explain) => explain.act(),
            Self::Flow(flow) => flow.act(),
            Self::List(list) => list.act(),
            Self::Merge(merge) => merge.act(),
            Self::New(new) => new.act(),
            Self::Reference(_) => reference::Reference::act(),
            Self::Run(run) => run.act(),
            Self::Schema(_) => schema::Schema::act(),
            Self::Show(show) => show.act(),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_arguments_fit_together() {
        super::Arguments::command().debug_assert();
    }
}
