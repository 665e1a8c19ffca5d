//! Sets of small numbers with the first member at hand: words of 64 bits under words that say which words are not empty.

/// A set of numbers below a bound fixed at the start.
#[derive(Debug, Clone)]
pub(crate) struct BitTree {
    /// Levels from the members up; each bit of a level says whether a word below it is not empty.
    levels: Vec<Vec<u64>>,
}

impl BitTree {
    /// The empty set of numbers below `bound`.
    pub(crate) fn new(bound: usize) -> Self {
        let mut levels = Vec::new();
        let mut words = bound.div_ceil(64).max(1);
        loop {
            levels.push(vec![0; words]);
            if words == 1 {
                return Self { levels };
            }
            words = words.div_ceil(64);
        }
    }

    /// The words of the lowest level: bit `n % 64` of word `n / 64` is member `n`.
    #[inline(always)]
    pub(crate) fn words(&self) -> &[u64] {
        &self.levels[0]
    }

    /// Puts a number in.
    #[inline(always)]
    pub(crate) fn insert(&mut self, number: usize) {
        let mut at = number;
        for level in &mut self.levels {
            let word = &mut level[at / 64];
            let was_empty = *word == 0;
            *word |= 1 << (at % 64);
            if !was_empty {
                return;
            }
            at /= 64;
        }
    }

    /// Takes a number out.
    #[inline(always)]
    pub(crate) fn remove(&mut self, number: usize) {
        let mut at = number;
        for level in &mut self.levels {
            let word = &mut level[at / 64];
            *word &= !(1 << (at % 64));
            if *word != 0 {
                return;
            }
            at /= 64;
        }
    }

    /// The least member that is at least `from`.
    pub(crate) fn first_from(&self, from: usize) -> Option<usize> {
        let mut at = from;
        for (height, level) in self.levels.iter().enumerate() {
            let rest = level.get(at / 64).map_or(0, |word| word & (u64::MAX << (at % 64)));
            if rest != 0 {
                let found = at / 64 * 64 + rest.trailing_zeros() as usize;
                return Some(self.descend(height, found));
            }
            at = at / 64 + 1;
        }
        None
    }

    /// The least member below bit `at` of the level at `height`.
    fn descend(&self, height: usize, mut at: usize) -> usize {
        for level in self.levels[..height].iter().rev() {
            at = at * 64 + level[at].trailing_zeros() as usize;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_member_from_a_number_on_is_found_across_words_and_levels() {
        let mut set = BitTree::new(300_000);
        for member in [5, 63, 64, 70_000, 299_999] {
            set.insert(member);
        }
        let found: Vec<_> = [0, 6, 64, 65, 70_001, 300_000].map(|from| set.first_from(from)).into();
        assert_eq!(found, [Some(5), Some(63), Some(64), Some(70_000), Some(299_999), None]);
    }

    #[test]
    fn what_is_taken_out_is_not_found() {
        let mut set = BitTree::new(10_000);
        set.insert(9_000);
        set.remove(9_000);
        assert_eq!(set.first_from(0), None);
    }
}
