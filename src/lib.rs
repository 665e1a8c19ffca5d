//! Switchboard: a contact-center routing and queue simulator.

pub mod arrival;
pub mod calendar;
pub mod family;
pub mod random;
pub mod units;
