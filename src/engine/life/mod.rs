//! The life of a contact and of an agent: one file for each turn it can take.

mod after_call;
mod again;
mod arrive;
mod asked;
pub(super) mod beside;
mod closer;
mod decide;
mod desk;
mod door;
mod flow;
mod hold;
mod lead;
mod leave;
mod load;
mod offer;
pub(super) mod own;
mod pause;
mod plain;
mod queue;
mod readings;
mod reasons;
pub(super) mod round;
mod serve;
pub(super) mod site;
mod staff;
pub(super) mod vain;
mod why_not;
