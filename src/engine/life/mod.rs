//! The life of a contact and of an agent: one file for each turn it can take.

mod again;
mod arrive;
mod asked;
mod decide;
mod door;
mod flow;
mod lead;
mod leave;
mod offer;
mod plain;
mod queue;
mod serve;
mod staff;
