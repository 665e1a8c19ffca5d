//! What Switchboard promises, one module per promise.

mod architecture;
mod bank;
mod chances;
mod cli;
mod conservation;
mod explain;
mod families;
mod golden;
mod mistakes;
mod pages;
mod readme;
mod repeatability;
mod scenarios;
mod stage;
mod storyboards;
mod theory;
mod trust;
