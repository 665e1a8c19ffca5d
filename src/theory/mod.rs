//! Closed forms and exact chains of queueing theory: what a simulated center must agree with.
//!
//! Pure functions of numbers; nothing here knows of scenarios, engines or units. Every model is a plain record of
//! rates and counts with a `solve` that checks them and answers with measures or a [`ModelError`], never with a
//! number that is not one. The caller chooses the unit of time: rates per minute give waits in minutes.
//!
//! | model | in the field | waits | gives up |
//! |---|---|---|---|
//! | [`ErlangB`] | M/M/n/n, Erlang's loss model | no | |
//! | [`ErlangC`] | M/M/n, Erlang's delay model | for ever | no |
//! | [`ErlangA`] | M/M/n+M and M/M/n/K+M, Palm's model | yes | exponential patience |
//! | [`LimitedLines`] | M/M/n/K | while a line is free | no |
//! | [`SingleAgent`] | M/G/1 | for ever | no |
//! | [`PriorityClasses`] | M/M/n with non-preemptive priorities | for ever | no |
//! | [`Retrials`] | M/M/n/n with retrials | no, tries again | with a probability |
//! | [`TimeVarying`] | M(t)/M/n(t)+M | yes | exponential patience |
//! | [`Chain`] | any finite Markov chain | | |

mod chain;
mod erlang_a;
mod erlang_b;
mod erlang_c;
mod error;
mod limited_lines;
mod priority_classes;
mod retrials;
mod single_agent;
mod staffing;
mod state_window;
mod time_varying;

pub use chain::{Chain, Evolution, Stationary};
pub use erlang_a::{ErlangA, ErlangAMeasures, WithinThreshold};
pub use erlang_b::{ErlangB, ErlangBMeasures};
pub use erlang_c::{ErlangC, ErlangCMeasures};
pub use error::ModelError;
pub use limited_lines::{LimitedLines, LimitedLinesMeasures};
pub use priority_classes::{PriorityClassMeasures, PriorityClasses};
pub use retrials::{RetrialMeasures, Retrials};
pub use single_agent::{SingleAgent, SingleAgentMeasures};
pub use staffing::Goal;
pub use time_varying::{IntervalMeasures, StaffedInterval, TimeVarying, TimeVaryingMeasures};
