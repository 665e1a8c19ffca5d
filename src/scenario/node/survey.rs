//! Questions about the talk.

use super::{Make, Wiring};
use crate::family::{Entry, Kind, Member, Settings};
use crate::random::distribution::DISTRIBUTIONS;
use crate::scenario::section::{default, required};
use crate::scenario::{Aim, Deed, Ending, Turn, Way};
use crate::units::Share;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "survey",
        summary: "questions about the talk, for flows that are named by `after_talk`; the contact ends",
        main: None,
        settings: &[
            required("taken", Kind::Share, "share who answer them; the others hang up at once"),
            required("time", Kind::Family(&DISTRIBUTIONS), "how long answering takes"),
            default("hang_up", Kind::Share, "0", "probability that one who began hangs up after that time, in vain"),
        ],
        example: "{ survey = { taken = \"25%\", time = \"40s\", hang_up = \"10%\" } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let time = wiring.site.duration(settings, "time")?;
    let (taken, hang_up) = (settings.share("taken"), settings.share("hang_up"));
    let leave = taken < Share::ONE || hang_up > Share::ZERO;
    let part = Way::new(Turn::HangUp, "hang up", Aim::End(Ending::HungUp)).only_if(leave);
    let answered = Way::new(Turn::On, "answered", Aim::End(Ending::Surveyed));
    let possible = taken > Share::ZERO && hang_up < Share::ONE;
    Some((Deed::Survey { taken, time, hang_up }, vec![part, answered.only_if(possible)]))
}
