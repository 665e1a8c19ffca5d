//! What Switchboard promises, one module per promise.

mod chances;
mod cli;
mod conservation;
mod mistakes;
mod repeatability;
mod stage;
mod storyboards;
mod theory;
