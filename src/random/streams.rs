//! The names of chance: one independent stream for each purpose, kind of entity and entity.
//!
//! What one part of the centre draws never shifts what another draws: the n-th contact of a type meets the same
//! chances under every routing policy.

use super::Stream;

/// What a stream decides. The numbers are part of what a seed means and are never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u32)]
pub enum Purpose {
    /// When contacts of a type arrive.
    Arrivals = 1,
    /// How busy a day or an interval is, beyond its rate.
    Busyness = 2,
    /// How long a contact is willing to wait.
    Patience = 3,
    /// How long an agent talks.
    Talk = 4,
    /// How long an agent works after the talk.
    WrapUp = 5,
    /// Whether a contact that must wait leaves at once.
    Balking = 6,
    /// Choices and times inside an IVR flow.
    Flow = 7,
    /// Whether and when an unserved customer tries again.
    Redial = 8,
    /// Whether and when a served customer comes back.
    Reconnect = 9,
    /// Which people are away for the day.
    Absence = 10,
    /// Ties and shares decided by routing.
    Routing = 11,
    /// How a fractional or random number of people turns out.
    Staffing = 12,
    /// How many arrive together, and who they are.
    Batch = 13,
    /// Which contact type or queue an arrival belongs to.
    Mix = 14,
    /// When breaks and shifts begin and end.
    Breaks = 15,
    /// Whether an offer is taken, and how long it rings.
    Offer = 16,
    /// Resampling of finished observations.
    Bootstrap = 17,
    /// Interruptions and turns inside one contact: holds, messages, replies.
    Turns = 18,
    /// Among those who wait with it, which place a contact draws.
    Places = 19,
    /// Whose turn it is where chance decides between lines.
    Whose = 20,
    /// Whether a callback is accepted, and what comes of each call.
    Callback = 21,
    /// What follows for an agent who has not answered.
    Aftermath = 31,
    /// What is on the line when a record is dialled, and what the customer brings who answers.
    Dial = 32,
    /// When a record is dialled again.
    DialAgain = 33,
    /// Whether an agent passes a contact on, and how long everything about that takes.
    Transfer = 40,
    /// How long a customer explains again what others know.
    Explanation = 43,
    /// Whether a talk helps, and whether the customer knows.
    Resolution = 42,
    /// Whether and when a customer comes about a contact that waits.
    Chase = 41,
}

/// All streams of one replication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Streams {
    seed: u64,
    replication: u64,
    /// 128 bits that stand for the seed and the replication.
    root: [u64; 2],
}

impl Streams {
    /// The streams of replication number `replication` under `seed`.
    pub fn new(seed: u64, replication: u64) -> Self {
        let [first, second] = spread([STEP, SECOND_STEP], seed, replication);
        Self { seed, replication, root: [finish(finish(first)), finish_otherwise(finish_otherwise(second))] }
    }

    /// The seed of the study.
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// The number of the replication.
    pub const fn replication(&self) -> u64 {
        self.replication
    }

    /// The stream for a purpose of one kind of entity, such as the patience of contact type 3.
    #[inline]
    pub fn named(&self, purpose: Purpose, kind: u32) -> Stream {
        self.keyed(purpose, kind, u64::MAX)
    }

    /// The stream of one entity, such as the redial decisions of the contact with number `key`; not `u64::MAX`, which
    /// is the stream of the kind itself.
    #[inline]
    pub fn keyed(&self, purpose: Purpose, kind: u32, key: u64) -> Stream {
        let name = (purpose as u64) << 32 | u64::from(kind);
        let [first, second] = spread(self.root, name, key);
        Stream::with_state([finish(first), finish(second), finish_otherwise(first), finish_otherwise(second)])
    }
}

/// Odd, from the golden ratio: the step of splitmix64.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
/// Odd, from the square root of two.
const SECOND_STEP: u64 = 0x6a09_e667_f3bc_c909;
/// Even, so that the map of `spread` is one to one.
const EVEN_STEP: u64 = 0xbb67_ae85_84ca_a73a;

/// Two words from two words, one to one for each root: the determinant of the steps is odd, so no two names meet.
#[inline]
fn spread(root: [u64; 2], name: u64, key: u64) -> [u64; 2] {
    let first = root[0].wrapping_add(name.wrapping_mul(EVEN_STEP)).wrapping_add(key.wrapping_mul(STEP));
    let second = root[1].wrapping_add(name.wrapping_mul(SECOND_STEP)).wrapping_add(key.wrapping_mul(EVEN_STEP));
    [first, second]
}

/// The finaliser of splitmix64 (D. Stafford's variant 13).
#[inline]
fn finish(mut word: u64) -> u64 {
    word = (word ^ word >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ word >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ word >> 31
}

/// The finaliser of MurmurHash3, for a second word out of the same one.
#[inline]
fn finish_otherwise(mut word: u64) -> u64 {
    word = (word ^ word >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    word = (word ^ word >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    word ^ word >> 33
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// Every stream of a small grid of names, by its first word.
    fn first_words() -> Vec<u64> {
        let purposes = [Purpose::Arrivals, Purpose::Patience, Purpose::Talk, Purpose::Turns];
        let mut words = Vec::new();
        for (seed, replication) in (0..8).flat_map(|seed| (0..8).map(move |replication| (seed, replication))) {
            let streams = Streams::new(seed, replication);
            for (purpose, kind) in purposes.into_iter().flat_map(|purpose| (0..8).map(move |kind| (purpose, kind))) {
                words.push(streams.named(purpose, kind).bits());
                words.extend((0..64).map(|key| streams.keyed(purpose, kind, key).bits()));
            }
        }
        words
    }

    #[test]
    fn no_two_names_share_a_stream() {
        let words = first_words();
        assert_eq!(words.iter().collect::<HashSet<_>>().len(), words.len());
    }

    #[test]
    fn each_bit_of_the_first_word_is_set_half_of_the_time_over_all_names() {
        let words = first_words();
        let half = words.len() as f64 / 2.0;
        for bit in 0..64 {
            let set = words.iter().filter(|word| **word >> bit & 1 == 1).count() as f64;
            // Binomial; 64 bits at 99.9 % together: 99.998 % each, 4.3 standard deviations.
            assert!((set - half).abs() < 4.3 * (half / 2.0).sqrt(), "bit {bit}: {set} of {}", words.len());
        }
    }

    #[test]
    fn streams_of_neighbouring_names_are_uncorrelated() {
        let n = 50_000_u64;
        let streams = Streams::new(1, 0);
        let first = |kind, key| streams.keyed(Purpose::Redial, kind, key).uniform() - 0.5;
        let other = Streams::new(2, 0);
        let pairs: [&dyn Fn(u64) -> f64; 4] = [
            &|key| first(0, key) * first(0, key + 1),
            &|key| first(0, key) * first(1, key),
            &|key| first(0, key) * (other.keyed(Purpose::Redial, 0, key).uniform() - 0.5),
            &|key| first(0, key) * (streams.keyed(Purpose::Reconnect, 0, key).uniform() - 0.5),
        ];
        for pair in pairs {
            let correlation = 12.0 * (0..n).map(pair).sum::<f64>() / n as f64;
            // Four at 99.9 % together: 3.7 standard errors of 1 / root n.
            assert!(correlation.abs() < 3.7 / (n as f64).sqrt(), "{correlation}");
        }
    }

    #[test]
    fn a_seed_means_these_bits() {
        let streams = Streams::new(42, 7);
        let mut stream = streams.named(Purpose::Arrivals, 0);
        let mut keyed = streams.keyed(Purpose::Redial, 3, 1_000);
        assert_eq!([stream.bits(), keyed.bits()], [1_391_355_648_397_006_467, 16_871_033_167_319_016_008]);
        let drawn = [stream.uniform(), stream.exponential(), stream.normal()];
        let bits = [4_600_039_269_453_909_370, 4_605_838_405_442_822_904, 13_824_691_778_092_892_975];
        assert_eq!(drawn.map(f64::to_bits), bits);
    }

    #[test]
    fn the_same_name_gives_the_same_stream() {
        assert_eq!(Streams::new(5, 9).named(Purpose::Talk, 2), Streams::new(5, 9).named(Purpose::Talk, 2));
    }
}
