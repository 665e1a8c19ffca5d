//! A message for somebody to work on.

use super::{HANG_UP, Make, Wiring};
use crate::family::{Entry, Kind, Member, Scope, Settings};
use crate::random::Distribution;
use crate::random::distribution::DISTRIBUTIONS;
use crate::scenario::section::required;
use crate::scenario::{Aim, Deed, Ending, Follow, Turn, Way};
use crate::units::{ContactTypeId, Share, Span};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "voicemail",
        summary: "a message: the contact ends as left-message, and one of another type comes in its place",
        main: None,
        settings: &[
            required("time", Kind::Family(&DISTRIBUTIONS), "how long leaving it takes"),
            HANG_UP,
            required("contacts", Kind::Name(Scope::Contacts), "the type that the message is a contact of"),
        ],
        example: "{ voicemail = { time = \"30s\", hang_up = \"20%\", contacts = \"billing\" } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let time = wiring.site.duration(settings, "time")?;
    let hang_up = settings.share("hang_up");
    let name = settings.text("contacts");
    let kind = ContactTypeId::of(wiring.site.names.position(Scope::Contacts, &name));
    let left = Way::new(Turn::On, format!("message for {name}"), Aim::End(Ending::LeftMessage));
    let ways = Way::hang_up(&[hang_up]).into_iter().chain([left.only_if(hang_up < Share::ONE)]).collect();
    let delay = Distribution::constant(Span::ZERO);
    Some((Deed::Follow(Follow { kind: Some(kind), share: Share::ONE, time, hang_up, delay }), ways))
}
