//! What Switchboard promises, one module per promise.

mod mistakes;
