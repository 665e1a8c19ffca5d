//! What Switchboard promises, one module per promise.

mod bank;
mod chances;
mod cli;
mod architecture;
mod conservation;
mod families;
mod golden;
mod mistakes;
mod repeatability;
mod pages;
mod scenarios;
mod stage;
mod storyboards;
mod theory;
mod trust;
