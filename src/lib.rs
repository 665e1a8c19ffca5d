//! Switchboard: a contact-center routing and queue simulator.

pub mod arrival;
pub mod calendar;
pub mod channel;
pub mod cli;
pub mod engine;
pub mod family;
pub mod plan;
pub mod random;
pub mod record;
pub mod report;
pub mod routing;
pub mod scenario;
pub mod stats;
pub mod study;
pub mod theory;
pub mod units;
