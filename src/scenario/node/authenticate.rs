//! Finding out who calls.

use super::{Make, Wiring};
use crate::family::{Entry, Kind, Member, Scope, Settings};
use crate::scenario::attempts::{ATTEMPTS, FAILED, HANG_UP, NO_INPUT, TIME, TIMEOUT, ZERO_OUT, attempts};
use crate::scenario::section::required;
use crate::scenario::{Aim, Deed, Turn, Way};
use crate::units::Share;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "authenticate",
        summary: "finding out who calls, which may take several attempts",
        main: None,
        settings: &[
            TIME,
            required("success", Kind::Share, "share of the answers that are right"),
            HANG_UP,
            ZERO_OUT,
            NO_INPUT,
            TIMEOUT,
            ATTEMPTS,
            required("next", Kind::Name(Scope::Nodes), "the node of those who are known"),
            FAILED,
        ],
        example: "{ authenticate = { time = \"20s\", success = \"85%\", attempts = 2, next = \"balance\", failed = \
                  \"to-billing\" } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let next = wiring.node(settings, "next");
    let wrong = Share::new(1.0 - settings.share("success").get()).expect("what is left of a share is a share");
    let (attempts, mut ways) = attempts(settings, wrong, wiring)?;
    ways.push(Way::new(Turn::On, "known", Aim::Node(next?)));
    Some((Deed::Ask(attempts), ways))
}
