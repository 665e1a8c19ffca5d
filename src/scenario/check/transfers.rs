//! Transfers: more than all talks, talks that never come, and contacts that are passed on for ever.

use std::collections::BTreeSet;

use super::Ground;
use crate::scenario::read::Finding;
use crate::scenario::{ContactType, Reach, TransferRule};
use crate::units::QueueId;

/// What sums of shares may be above the whole by rounding alone.
const ROUNDING: f64 = 1e-9;

pub(super) fn check(ground: &mut Ground<'_>, reach: &[Reach]) {
    let scenario = ground.scenario;
    for (contact, reach) in scenario.contacts.iter().zip(reach).filter(|(contact, _)| !contact.transfers.is_empty()) {
        let queues: BTreeSet<QueueId> = reach.stays.iter().map(|(queue, _)| *queue).collect();
        too_often(ground, contact, &queues);
        for from in contact.transfers.iter().filter_map(|rule| rule.from).filter(|from| !queues.contains(from)) {
            let (name, queue) = (&contact.name, &scenario.queues[from.index()].name);
            let message =
                format!("`contacts.{name}` never comes to the queue `{queue}`: no talk there ends in a transfer");
            let place = ground.setting("contacts", name, "transfers");
            ground.warn(place, message, "name a queue that it comes to in `from`, or leave `from` out");
        }
        for_ever(ground, contact, &queues);
    }
}

/// Probability that a talk in a queue ends in, or comes to, some transfer.
fn total(contact: &ContactType, queue: QueueId, level: u16, counts: impl Fn(&TransferRule) -> bool) -> f64 {
    let rules = contact.transfers.iter().filter(|rule| rule.applies_to(queue) && counts(rule));
    rules.map(|rule| rule.probability_at(level).get()).sum()
}

/// Levels that the probabilities of a contact type tell apart.
fn levels(contact: &ContactType) -> std::ops::RangeInclusive<u16> {
    let most = contact.transfers.iter().map(|rule| rule.probability.len()).max().unwrap_or(1);
    1..=most.min(usize::from(u16::MAX)) as u16
}

fn too_often(ground: &mut Ground<'_>, contact: &ContactType, queues: &BTreeSet<QueueId>) {
    for &queue in queues {
        let above = |level: &u16| total(contact, queue, *level, |_| true) > 1.0 + ROUNDING;
        let Some(level) = levels(contact).find(above) else { continue };
        let (name, sum) = (&ground.scenario.queues[queue.index()].name, total(contact, queue, level, |_| true));
        let message = format!(
            "the transfers of `contacts.{}` add up to {}% of the talks in the queue `{name}` at level {level}, expected \
             100% at most",
            contact.name,
            (sum * 1e4).round() / 1e2
        );
        let place = ground.setting("contacts", &contact.name, "transfers");
        ground
            .findings
            .add(Finding::error(place, message).help("lower a `probability`, or tell them apart by `from`".to_owned()));
        return;
    }
}

/// Queues from which every talk leads on to another that does the same: nobody would ever be served.
fn for_ever(ground: &mut Ground<'_>, contact: &ContactType, queues: &BTreeSet<QueueId>) {
    let passes = |rule: &TransferRule| rule.how.passes_on();
    let surely = |queue: QueueId| levels(contact).all(|level| total(contact, queue, level, passes) > 1.0 - ROUNDING);
    let mut ends: BTreeSet<QueueId> = queues.iter().copied().filter(|&queue| !surely(queue)).collect();
    loop {
        let leads = |queue: &QueueId| {
            let rules = contact.transfers.iter().filter(|rule| passes(rule) && rule.applies_to(*queue));
            rules.into_iter().any(|rule| ends.contains(&rule.to))
        };
        let more: Vec<QueueId> = queues.difference(&ends).copied().filter(leads).collect();
        if more.is_empty() {
            break;
        }
        ends.extend(more);
    }
    if let Some(queue) = queues.difference(&ends).next() {
        let name = &ground.scenario.queues[queue.index()].name;
        let message = format!(
            "every talk of `contacts.{}` in the queue `{name}` ends in a transfer, and so does every one after it: \
             nobody is ever served",
            contact.name
        );
        let place = ground.setting("contacts", &contact.name, "transfers");
        let help = "let some talks end without a transfer: a `probability` below 1".to_owned();
        ground.findings.add(Finding::error(place, message).help(help));
    }
}
