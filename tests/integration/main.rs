//! What Switchboard promises, one module per promise.

mod architecture;
mod bank;
mod chances;
mod cli;
mod compare;
mod conservation;
mod families;
mod golden;
mod mistakes;
mod pages;
mod readme;
mod repeatability;
mod same_order;
mod scenarios;
mod stage;
mod storyboards;
mod theory;
mod trust;
