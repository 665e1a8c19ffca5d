//! A task that the customer may finish without an agent: with an IVR, a bot, a page of answers.

use super::{HANG_UP, Make, Wiring};
use crate::family::{Complaint, Entry, Kind, Member, Scope, Settings};
use crate::random::distribution::DISTRIBUTIONS;
use crate::scenario::attempts::{ZERO_OUT, at_most_all, zero_out};
use crate::scenario::section::{default, optional, required};
use crate::scenario::{Aim, Attempts, Deed, Ending, Turn, Way};
use crate::units::{ContactTypeId, Share};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "self-service",
        summary: "a task that the customer may finish without an agent: with an IVR, a bot, a page of answers",
        main: None,
        settings: &[
            required("time", Kind::Family(&DISTRIBUTIONS), "how long the task takes"),
            HANG_UP,
            ZERO_OUT,
            required("contained", Kind::Share, "share of those who try that are done: they end as self-served"),
            default(
                "falsely",
                Kind::Share,
                "0",
                "share of those done whose problem is not solved: they come back, and count as reconnects then",
            ),
            default(
                "back_after",
                Kind::Family(&DISTRIBUTIONS),
                "\"0s\"",
                "time after which they come back; not those whose time is beyond the horizon",
            ),
            optional(
                "back_as",
                Kind::Name(Scope::Contacts),
                "the type that they come back as, such as one for calls, and count as follow-ups then; without, their \
                 own",
            ),
            default(
                "handling",
                Kind::Number(0.001, 1_000.0),
                "1",
                "work on those who tried and are not done takes so many times as long: below 1 where the agent knows what \
                 they have told, above 1 where only the hard ones are left",
            ),
            default("cost", Kind::Number(0.0, 1e6), "0", "what one use costs, in money, done or not"),
            required("next", Kind::Name(Scope::Nodes), "the node of those who tried and are not done"),
        ],
        example: "{ self-service = { time = { exponential = \"90s\" }, contained = \"35%\", next = \"to-billing\" } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let time = wiring.site.duration(settings, "time");
    let back_after = wiring.site.duration(settings, "back_after");
    let next = wiring.node(settings, "next");
    let (asking, asks) = zero_out(settings, wiring)?;
    let (hang_up, zero_out) = (settings.share("hang_up"), Attempts::at(&asking, 0));
    let (contained, falsely) = (settings.share("contained"), settings.share("falsely"));
    let right = at_most_all(&[("hang_up", hang_up), ("zero_out", zero_out)], "the customers")
        .and_then(|()| comes_back(settings, falsely));
    wiring.site.findings.made(settings, right)?;
    let left = |share: Share| share < Share::ONE;
    let mut ways: Vec<Way> = Way::hang_up(&[hang_up]).into_iter().chain(asks).collect();
    let done = |turn, name, ending| Way::new(turn, name, Aim::End(ending));
    let resolved = done(Turn::Resolved, "resolved", Ending::Resolved);
    ways.push(resolved.only_if(contained > Share::ZERO && left(falsely)));
    let seems = done(Turn::FalselyContained, "falsely contained", Ending::FalselyContained);
    ways.push(seems.only_if(contained > Share::ZERO && falsely > Share::ZERO));
    ways.push(Way::new(Turn::Failed, "not done", Aim::Node(next?)).only_if(left(contained)));
    let (time, back_after) = (time?, back_after?);
    let name = settings.find_text("back_as");
    let back_as = name.map(|name| ContactTypeId::of(wiring.site.names.position(Scope::Contacts, &name)));
    let (handling, cost) = (settings.number("handling"), settings.number("cost"));
    let deed = Deed::SelfService { time, hang_up, zero_out, contained, falsely, back_after, back_as, handling, cost };
    Some((deed, ways))
}

/// Who comes back does so after some time: the others would call for ever at one moment.
fn comes_back(settings: &Settings, falsely: Share) -> Result<(), Complaint> {
    let at_once = |located: &crate::family::Located| located.place == settings.place;
    if falsely > Share::ZERO && settings.find("back_after").is_some_and(at_once) {
        let text = "customers come back, and nothing says after which time, expected `back_after`";
        return Err(Complaint::about("falsely", text).help("write `back_after = { exponential = \"4h\" }`"));
    }
    Ok(())
}
