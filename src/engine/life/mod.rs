//! The life of a contact and of an agent: one file for each turn it can take.

mod again;
mod arrive;
mod asked;
mod decide;
mod deed;
mod door;
mod flow;
mod follow;
mod lead;
mod leave;
mod offer;
mod plain;
mod queue;
mod readings;
mod serve;
mod staff;
mod why_not;
