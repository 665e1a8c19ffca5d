//! Routing for the whole centre: how a free agent picks among waiting contacts.

use crate::routing::ContactKey;

/// How agents and contacts are matched.
#[derive(Debug, Clone)]
pub struct Routing {
    /// Keys that pick the contact, first key first. Never empty.
    pub contact_order: Vec<ContactKey>,
}
