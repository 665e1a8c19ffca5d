//! Digits that the customer keys in or says.

use super::{Make, Wiring};
use crate::family::{Entry, Kind, Member, Scope, Settings};
use crate::scenario::attempts::{ATTEMPTS, FAILED, HANG_UP, NO_INPUT, TIME, TIMEOUT, ZERO_OUT, attempts};
use crate::scenario::section::{default, required};
use crate::scenario::{Aim, Deed, Turn, Way};
use crate::units::Share;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "collect",
        summary: "digits that the customer keys in or says, each of which may be misunderstood",
        main: None,
        settings: &[
            TIME,
            required("digits", Kind::Count(1, 100), "how many, all of which must be understood"),
            default("recognised", Kind::Share, "1", "share of the digits that are understood"),
            HANG_UP,
            ZERO_OUT,
            NO_INPUT,
            TIMEOUT,
            ATTEMPTS,
            required("next", Kind::Name(Scope::Nodes), "the node after all digits were understood"),
            FAILED,
        ],
        example: "{ collect = { time = \"12s\", digits = 10, recognised = \"98%\", next = \"menu\", failed = \
                  \"to-billing\" } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let next = wiring.node(settings, "next");
    let misunderstood = 1.0 - all_understood(settings.share("recognised"), settings.count("digits"));
    let no_match = Share::new(misunderstood).expect("what is left of a share is a share");
    let (attempts, mut ways) = attempts(settings, no_match, wiring)?;
    ways.push(Way::new(Turn::On, "understood", Aim::Node(next?)));
    Some((Deed::Ask(attempts), ways))
}

/// The share of strings of so many digits of which every digit is understood.
fn all_understood(each: Share, digits: u64) -> f64 {
    (0..digits).fold(1.0, |all, _| all * each.get())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of lumenvox.com, "Leveraging information": 98 % for each spoken digit.
    #[test]
    fn golden_y13_ten_digits_at_98_percent_are_82_percent_and_two_such_strings_67_percent() {
        let digit = Share::new(0.98).expect("a share");
        assert_eq!(format!("{:.1}", 100.0 * all_understood(digit, 10)), "81.7");
        assert_eq!(format!("{:.1}", 100.0 * all_understood(digit, 20)), "66.8");
    }
}
