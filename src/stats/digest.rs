//! A fingerprint of whole numbers: equal numbers in equal order, equal digest, on every platform and in every version.
//!
//! It tells runs apart; it does not keep secrets.

use std::fmt;

/// FNV-1a with 64 bits over the bytes of each number, lowest first
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
        number.to_le_bytes().into_iter().for_each(|byte| self.add_byte(byte));
    }

    fn add_byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
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
        let mut digest = Digest::default();
        digest.add_byte(b'a');
        assert_eq!(digest.to_string(), "af63dc4c8601ec8c");
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
