//! What Switchboard promises, one module per promise.

mod conservation;
mod golden;
mod mistakes;
mod scenarios;
mod stage;
mod storyboards;
mod theory;
mod trust;
