//! What Switchboard promises, one module per promise.

mod architecture;
mod conservation;
mod families;
mod golden;
mod mistakes;
mod pages;
mod scenarios;
mod stage;
mod storyboards;
mod theory;
mod trust;
