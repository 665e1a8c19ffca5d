//! What Switchboard promises, one module per promise.

mod conservation;
mod mistakes;
mod stage;
mod storyboards;
mod theory;
mod cli;
mod mistakes;
mod repeatability;
