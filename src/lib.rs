//! Switchboard: a contact-center routing and queue simulator.

pub mod family;
pub mod random;
pub mod units;
