//! The family of distributions: how long something takes.
mod constant;
mod exponential;
mod never;

pub use constant::Constant;
pub use exponential::Exponential;
pub use never::Never;
