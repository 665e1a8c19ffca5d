//! Sets of small numbers with the first member at hand: words of 64 bits under words that say which words are not empty.

/// A set of numbers below a bound fixed at the start.
#[derive(Debug, Clone)]
pub(crate) struct BitTree {
    /// Bit `n % 64` of word `n / 64` is member `n`; no words where one is enough.
    members: Vec<u64>,
    /// Levels above; each bit says whether a word of the level below is not empty. None where there are few words.
    between: Vec<Vec<u64>>,
    /// The same of the highest level, or of the members; the members themselves where one word is enough.
    top: u64,
}

impl BitTree {
    /// The empty set of numbers below `bound`.
    pub(crate) fn new(bound: usize) -> Self {
        let words = |bound: usize| bound.div_ceil(64).max(1);
        let (members, mut between) = (vec![0; if bound > 64 { words(bound) } else { 0 }], Vec::new());
        let mut below = members.len();
        while below > 64 {
            between.push(vec![0; words(below)]);
            below = words(below);
        }
        Self { members, between, top: 0 }
    }

    /// The members: bit `n % 64` of word `n / 64` is member `n`.
    #[inline(always)]
    pub(crate) fn words(&self) -> &[u64] {
        if self.members.is_empty() { std::slice::from_ref(&self.top) } else { &self.members }
    }

    /// The members as one word, where that is enough.
    #[inline(always)]
    pub(crate) fn one_word(&self) -> Option<u64> {
        self.members.is_empty().then_some(self.top)
    }

    /// Whether there is no member.
    #[inline(always)]
    pub(crate) fn is_empty(&self) -> bool {
        self.top == 0
    }

    /// Puts a number in.
    #[inline(always)]
    pub(crate) fn insert(&mut self, number: usize) {
        if self.members.is_empty() {
            self.insert_in_word(number);
        } else {
            self.insert_among_many(number);
        }
    }

    /// Puts a number into a set that one word holds.
    #[inline(always)]
    pub(crate) fn insert_in_word(&mut self, number: usize) {
        self.top |= 1 << (number % 64);
    }

    /// Takes a number out of a set that one word holds, on a condition.
    #[inline(always)]
    pub(crate) fn remove_from_word_if(&mut self, number: usize, condition: bool) {
        self.top &= !(u64::from(condition) << (number % 64));
    }

    #[inline(always)]
    fn insert_among_many(&mut self, number: usize) {
        self.members[number / 64] |= 1 << (number % 64);
        let mut at = number / 64;
        for level in &mut self.between {
            level[at / 64] |= 1 << (at % 64);
            at /= 64;
        }
        self.top |= 1 << (at % 64);
    }

    /// Takes a number out.
    #[inline(always)]
    pub(crate) fn remove(&mut self, number: usize) {
        self.remove_if(number, true);
    }

    /// Takes a number out on a condition. Whether a word is empty now is chance, so that nothing here branches on it.
    #[inline(always)]
    pub(crate) fn remove_if(&mut self, number: usize, condition: bool) {
        if self.members.is_empty() {
            self.remove_from_word_if(number, condition);
        } else {
            self.remove_among_many(number, condition);
        }
    }

    #[inline(always)]
    fn remove_among_many(&mut self, number: usize, condition: bool) {
        let word = &mut self.members[number / 64];
        *word &= !(u64::from(condition) << (number % 64));
        let (mut at, mut empty) = (number / 64, *word == 0);
        for level in &mut self.between {
            let word = &mut level[at / 64];
            *word &= !(u64::from(empty) << (at % 64));
            empty = *word == 0;
            at /= 64;
        }
        self.top &= !(u64::from(empty) << (at % 64));
    }

    /// The least member that is at least `from`.
    #[inline(always)]
    pub(crate) fn first_from(&self, from: usize) -> Option<usize> {
        let rest = rest_of(self.words(), from);
        if rest != 0 {
            return Some(from / 64 * 64 + rest.trailing_zeros() as usize);
        }
        if self.members.is_empty() { None } else { self.first_beyond(from / 64 + 1) }
    }

    /// The least member of the words from `word` on.
    fn first_beyond(&self, word: usize) -> Option<usize> {
        let mut at = word;
        for (height, level) in self.between.iter().enumerate() {
            let rest = rest_of(level, at);
            if rest != 0 {
                return Some(self.descend(height, at / 64 * 64 + rest.trailing_zeros() as usize));
            }
            at = at / 64 + 1;
        }
        let rest = rest_of(&[self.top], at);
        (rest != 0).then(|| self.descend(self.between.len(), rest.trailing_zeros() as usize))
    }

    /// The least member below bit `at` of the level at `height` above the members.
    fn descend(&self, height: usize, mut at: usize) -> usize {
        for level in self.between[..height].iter().rev() {
            at = at * 64 + level[at].trailing_zeros() as usize;
        }
        at * 64 + self.members[at].trailing_zeros() as usize
    }
}

/// The bits of a level from one on that lie in the same word.
#[inline(always)]
fn rest_of(level: &[u64], at: usize) -> u64 {
    level.get(at / 64).map_or(0, |word| word & (u64::MAX << (at % 64)))
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
        for (bound, member) in [(1, 0), (64, 63), (65, 64), (10_000, 9_000)] {
            let mut set = BitTree::new(bound);
            assert!(set.is_empty());
            set.insert(member);
            assert_eq!((set.first_from(0), set.first_from(member + 1)), (Some(member), None));
            set.remove(member);
            assert_eq!((set.first_from(0), set.is_empty()), (None, true));
        }
    }
}
