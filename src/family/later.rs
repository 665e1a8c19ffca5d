//! A family that is named before it is put together: by one of its own members.

use super::{Catalogue, Member};

/// The family that this leads to, looked up when it is asked.
#[derive(Debug)]
pub struct Later(pub fn() -> &'static dyn Catalogue);

impl Catalogue for Later {
    fn name(&self) -> &'static str {
        (self.0)().name()
    }

    fn summary(&self) -> &'static str {
        (self.0)().summary()
    }

    fn bare(&self) -> Option<&'static str> {
        (self.0)().bare()
    }

    fn len(&self) -> usize {
        (self.0)().len()
    }

    fn member(&self, index: usize) -> &'static Member {
        (self.0)().member(index)
    }
}
