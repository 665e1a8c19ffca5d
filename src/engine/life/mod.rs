//! The life of a contact and of an agent: one file for each turn it can take.

mod again;
mod arrive;
mod asked;
mod decide;
mod deed;
mod desk;
mod door;
mod flow;
mod follow;
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
mod serve;
mod staff;
mod why_not;
