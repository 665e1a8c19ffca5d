//! What Switchboard promises, one module per promise.

mod cli;
mod chances;
mod conservation;
mod mistakes;
mod repeatability;
mod stage;
mod storyboards;
mod theory;
