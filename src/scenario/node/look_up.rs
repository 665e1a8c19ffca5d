//! A look at data elsewhere.

use super::{HANG_UP, Make, Wiring, pass};
use crate::family::{Complaint, Entry, Kind, Member, Scope, Settings};
use crate::random::distribution::DISTRIBUTIONS;
use crate::scenario::section::{default, optional, required};
use crate::scenario::{Deed, Way};
use crate::units::Share;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "look-up",
        summary: "a look at data elsewhere, such as the customer's account, which may fail",
        main: None,
        settings: &[
            required("time", Kind::Family(&DISTRIBUTIONS), "how long it takes, whatever comes of it"),
            HANG_UP,
            default("failure", Kind::Share, "0", "share of those who wait for it for whom nothing is found"),
            required("next", Kind::Name(Scope::Nodes), "the node after it"),
            optional("failed", Kind::Name(Scope::Nodes), "the node where nothing was found; needed if that can be"),
        ],
        example: "{ look-up = { time = \"2s\", failure = \"1%\", next = \"balance\", failed = \"to-billing\" } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let made = pass(settings, wiring);
    if settings.share("failure") > Share::ZERO && settings.find("failed").is_none() {
        let complaint = Complaint::about("failure", "where nothing is found there is no way on, expected `failed`");
        wiring.site.findings.complain(settings, complaint.help("write `failed = \"NODE\"`"));
        return None;
    }
    made
}
