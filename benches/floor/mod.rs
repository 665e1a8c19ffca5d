//! The floor: two single-purpose event loops, each the fastest honest program for one workload.
//!
//! Every arrival and every end of service is taken as an event, in order of time; one number is drawn
//! for each time between arrivals, each service and each patience that matters. Nothing is derived from
//! the memoryless property or from the recursions that hold for first come, first served.

mod counts;
mod draws;
pub(crate) mod w1;
pub(crate) mod w2;
mod waiting;
mod winner_tree;

pub(crate) use counts::Counts;
