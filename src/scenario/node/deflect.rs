//! To another channel.

use super::{HANG_UP, Make, Wiring};
use crate::family::{Entry, Kind, Member, Scope, Settings};
use crate::random::distribution::DISTRIBUTIONS;
use crate::scenario::section::{default, optional};
use crate::scenario::{Aim, Deed, Ending, Follow, Turn, Way};
use crate::units::{ContactTypeId, Share};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "deflect",
        summary: "to another channel: the contact ends as deflected, and its customer may come there",
        main: None,
        settings: &[
            default("time", Kind::Family(&DISTRIBUTIONS), "\"0s\"", "how long saying so takes"),
            HANG_UP,
            optional(
                "contacts",
                Kind::Name(Scope::Contacts),
                "the type that the customer comes as; without, nothing is known of it",
            ),
            default("share", Kind::Share, "1", "share of the customers who come there"),
            default("delay", Kind::Family(&DISTRIBUTIONS), "\"0s\"", "time until they come; not beyond the horizon"),
        ],
        example: "{ deflect = { contacts = \"billing\", share = \"60%\", delay = \"5m\" } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let (time, delay) = (wiring.site.duration(settings, "time"), wiring.site.duration(settings, "delay"));
    let hang_up = settings.share("hang_up");
    let name = settings.find_text("contacts");
    let kind = name.as_ref().map(|name| ContactTypeId::of(wiring.site.names.position(Scope::Contacts, name)));
    let where_to = name.map_or("another channel".to_owned(), |name| format!("comes as {name}"));
    let on = Way::new(Turn::On, where_to, Aim::End(Ending::Deflected)).only_if(hang_up < Share::ONE);
    let ways = Way::hang_up(&[hang_up]).into_iter().chain([on]).collect();
    Some((Deed::Follow(Follow { kind, share: settings.share("share"), time: time?, hang_up, delay: delay? }), ways))
}
