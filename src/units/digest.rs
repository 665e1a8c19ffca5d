//! A fingerprint of bytes and whole numbers: equal in equal order, equal digest, on every platform and in every version.
//!
//! It tells runs apart and notices edits; it keeps no secrets and stops no forger.

use std::fmt;

/// FNV-1a with 64 bits over bytes, those of a number lowest first
/// (<http://www.isthe.com/chongo/tech/comp/fnv/>).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest(u64);

impl Default for Digest {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Digest {
    /// Takes in one number.
    pub fn add(&mut self, number: u64) {
        self.add_bytes(&number.to_le_bytes());
    }

    /// Takes in bytes.
    pub fn add_bytes(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// The digest of some bytes alone.
    pub fn of(bytes: &[u8]) -> Self {
        let mut digest = Self::default();
        digest.add_bytes(bytes);
        digest
    }

    /// The digest as a number.
    pub const fn get(self) -> u64 {
        self.0
    }

    /// Takes in several numbers.
    pub fn add_all(&mut self, numbers: &[u64]) {
        for &number in numbers {
            self.add(number);
        }
    }
}

impl fmt::Display for Digest {
    /// Sixteen hexadecimal digits.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_vectors_hold() {
        assert_eq!(Digest::default().to_string(), "cbf29ce484222325");
        assert_eq!(Digest::of(b"a").to_string(), "af63dc4c8601ec8c");
        assert_eq!(Digest::of(b"foobar").get(), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn order_and_zeros_count() {
        let of = |numbers: &[u64]| {
            let mut digest = Digest::default();
            digest.add_all(numbers);
            digest
        };
        assert_ne!(of(&[1, 2]), of(&[2, 1]));
        assert_ne!(of(&[0]), of(&[0, 0]));
    }
}
