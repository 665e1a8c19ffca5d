//! What Switchboard promises, one module per promise.

mod cli;
mod mistakes;
mod repeatability;
