//! Switchboard: a contact-center routing and queue simulator.

pub mod channel;
pub mod calendar;
pub mod family;
pub mod random;
pub mod record;
pub mod routing;
pub mod stats;
pub mod theory;
pub mod units;
