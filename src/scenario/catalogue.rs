//! Every family that a scenario can choose from.

use super::after_call::AFTER_CALLS;
use super::leave::{LEAVING, WHEN_CLOSED};
use super::node::NODES;
use super::preset::PRESETS;
use super::schedule::AFTER_LAST;
use crate::arrival::ARRIVALS;
use crate::channel::CHANNELS;
use crate::dialling::DIALLING;
use crate::family::Catalogue;
use crate::random::distribution::DISTRIBUTIONS;
use crate::routing::{AGENT_KEYS, CONTACT_KEYS, ESTIMATORS, GUARDS, QUEUE_KEYS};
use crate::stats::SERVICE_LEVELS;

/// Every family that a scenario can choose from, sorted by name.
pub fn families() -> Vec<&'static dyn Catalogue> {
    let mut families: Vec<&'static dyn Catalogue> = vec![
        &AFTER_CALLS,
        &AFTER_LAST,
        &AGENT_KEYS,
        &ARRIVALS,
        &CHANNELS,
        &CONTACT_KEYS,
        &DIALLING,
        &DISTRIBUTIONS,
        &ESTIMATORS,
        &GUARDS,
        &LEAVING,
        &NODES,
        &PRESETS,
        &QUEUE_KEYS,
        &SERVICE_LEVELS,
        &WHEN_CLOSED,
    ];
    families.sort_by_key(|family| family.name());
    families
}
