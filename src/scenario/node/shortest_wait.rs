//! The way into the queue with the shortest expected wait, such as the best of several sites.

use super::{Make, Wiring};
use crate::family::{Complaint, Entry, Kind, Located, Member, Scope, Setting, Settings};
use crate::random::distribution::DISTRIBUTIONS;
use crate::scenario::section::{default, optional, required};
use crate::scenario::{Aim, Deed, Destination, Turn, Way};
use crate::units::QueueId;

static SITE: &[Setting] = &[
    default("factor", Kind::Number(0.0, 1_000.0), "1", "its expected wait counts so many times"),
    default("plus", Kind::Span, "\"0s\"", "its expected wait counts so much longer"),
    default("delay", Kind::Family(&DISTRIBUTIONS), "\"0s\"", "time that the transfer there takes"),
    optional("priority", Kind::Count(0, 65_535), "priority class there; without, the contact type's"),
];

static SITES: Kind = Kind::Table(SITE);

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "shortest-wait",
        summary: "the way into the queue with the shortest expected wait: nothing where somebody is free, else the \
                  contacts waiting and this one, times the mean talk and wrap-up, over the people at work who may serve \
                  it; of several the first",
        main: None,
        settings: &[
            required(
                "queues",
                Kind::Map(Some(Scope::Queues), &SITES),
                "`NAME = { plus = …, delay = … }` for each queue",
            ),
            default(
                "refreshed_every",
                Kind::Span,
                "\"0s\"",
                "how often the expected waits are worked out, the first time at the start; with 0s anew for each contact",
            ),
        ],
        example: "{ shortest-wait = { queues = { billing = {}, sales = { plus = \"10s\", delay = \"2s\" } } } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let written = settings.find_map("queues").unwrap_or_default();
    if written.is_empty() {
        let complaint = Complaint::about("queues", "there is no queue to choose from, expected at least one");
        wiring.site.findings.complain(settings, complaint);
        return None;
    }
    let sites: Vec<Option<Destination>> = written.iter().map(|(name, located)| site(name, located, wiring)).collect();
    let refreshed_every = wiring.site.finite(settings, "refreshed_every");
    let sites: Vec<Destination> = sites.into_iter().collect::<Option<_>>()?;
    let way = |(number, ((name, _), site)): (u16, (&(String, Located), &Destination))| {
        Way::new(Turn::Case(number), format!("queue {name}"), Aim::Queue(site.queue, site.priority))
    };
    let ways = (0..).zip(written.iter().zip(&sites)).map(way).collect();
    Some((Deed::ShortestWait { sites, refreshed_every: refreshed_every? }, ways))
}

fn site(name: &str, located: &Located, wiring: &mut Wiring<'_, '_>) -> Option<Destination> {
    let table = located.table();
    let queue = QueueId::of(wiring.site.names.position(Scope::Queues, name));
    let (delay, plus) = (wiring.site.duration(table, "delay"), wiring.site.finite(table, "plus"));
    Some(Destination {
        queue,
        factor: table.number("factor"),
        plus: plus?,
        delay: delay?,
        priority: table.find_count("priority").map(|priority| priority as u16),
    })
}
