//! What Switchboard promises, one module per promise.

mod agent_keys;
mod architecture;
mod bank;
mod chances;
mod cli;
mod compare;
mod conservation;
mod explain;
mod families;
mod golden;
mod mistakes;
mod pages;
mod presets;
mod readme;
mod repeatability;
mod same_order;
mod scenarios;
mod stage;
mod storyboards;
mod theory;
mod trust;
