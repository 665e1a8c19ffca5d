//! Switchboard: a contact-center routing and queue simulator.
