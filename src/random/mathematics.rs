//! Fixed mathematics: functions whose bits are the same on every platform and in every build.
//!
//! Whatever is drawn goes through here and not through the standard library, whose logarithms differ by platform.

pub(super) use libm::{expm1, log1p};
