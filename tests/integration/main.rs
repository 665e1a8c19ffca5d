//! What Switchboard promises, one module per promise.

mod chances;
mod conservation;
mod mistakes;
mod stage;
mod storyboards;
mod theory;
