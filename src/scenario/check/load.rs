//! Load: work that comes faster than it can be done, from customers who never leave.
//!
//! A set of teams must have, over the horizon, at least as many hours as the work that no other team can do; in a
//! single interval it may have less, since queues are there for that.

use super::Ground;
use super::service::can_serve;
use crate::calendar::Calendar;
use crate::channel::Channel;
use crate::scenario::{AfterLast, ContactType, Entrance, Scenario, Shift, Staffing, Team, WhenClosed};
use crate::units::{Instant, Share};

pub(super) fn check(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    let patient = || scenario.contacts.iter().filter(|contact| endless(scenario, contact));
    let mut judged: Vec<Vec<bool>> = Vec::new();
    for contact in patient() {
        let teams = able(scenario, contact);
        if !teams.contains(&true) || judged.contains(&teams) {
            continue;
        }
        let bound = |other: &&ContactType| able(scenario, other).iter().zip(&teams).all(|(able, here)| !able || *here);
        let work: f64 = patient().filter(bound).map(|other| work_hours(scenario, other)).sum();
        let staffed: f64 = scenario
            .teams
            .iter()
            .zip(&teams)
            .filter(|(_, able)| **able)
            .map(|(team, _)| staffed_hours(scenario, team) * at_once(scenario, team))
            .sum();
        judged.push(teams);
        if work > staffed {
            let message = format!(
                "{work:.0} hours of work come to {staffed:.0} staffed hours, and `contacts.{}` waits for ever: the queue only grows",
                contact.name
            );
            let place = ground.setting("contacts", &contact.name, "patience");
            ground.warn(place, message, "staff more people, or write a `patience` such as { exponential = \"3m\" }");
        }
    }
}

/// Whether contacts wait in their queue until they are served; who comes by a flow is not judged.
fn endless(scenario: &Scenario, contact: &ContactType) -> bool {
    match contact.entrance {
        Entrance::Queue(queue) => {
            let queue = &scenario.queues[queue.index()];
            contact.patience.is_never()
                && contact.balking == Share::ZERO
                && queue.maximum_wait.is_none()
                && queue.overflow.is_empty()
                && queue.no_agents.is_none()
                && !matches!(queue.schedule.after_last, AfterLast::Leave(_))
                && queue.capacity.is_none()
                && contact.lines.is_none()
        }
        Entrance::Flow(_) => false,
    }
}

pub(super) fn able(scenario: &Scenario, contact: &ContactType) -> Vec<bool> {
    scenario.teams.iter().map(|team| can_serve(scenario, team, contact)).collect()
}

/// Work that arrives while the queue takes contacts, done by the fastest team [hours].
pub(super) fn work_hours(scenario: &Scenario, contact: &ContactType) -> f64 {
    let Entrance::Queue(queue) = contact.entrance else { return 0.0 };
    let (calendar, queue) = (&scenario.horizon.calendar, &scenario.queues[queue.index()]);
    let waits = !contact.channel.live || queue.when_closed == WhenClosed::Wait;
    let open = if waits { vec![(Instant::START, calendar.end())] } else { calendar.openings(&queue.hours) };
    let arrivals: f64 = contact
        .arrivals
        .iter()
        .map(|process| process.expected(calendar))
        .map(|steps| open.iter().map(|(from, to)| steps.integral(*from, *to)).sum::<f64>())
        .sum();
    arrivals * (contact.talk.mean() + contact.wrap_up.mean()) / 3_600.0 * fastest(scenario, contact)
}

fn fastest(scenario: &Scenario, contact: &ContactType) -> f64 {
    let factor = |team: &Team| {
        let own = team.speed.iter().find(|speed| scenario.contacts[speed.contact.index()].name == contact.name);
        own.map_or(1.0, |speed| speed.time_factor)
    };
    scenario
        .teams
        .iter()
        .filter(|team| can_serve(scenario, team, contact))
        .map(factor)
        .fold(f64::INFINITY, f64::min)
        .min(1e3)
}

/// Most contacts that one person of a team holds at once.
pub(super) fn at_once(scenario: &Scenario, team: &Team) -> f64 {
    let channels = scenario.contacts.iter().map(|contact| contact.channel);
    let Some(room) = &team.room else {
        let own = |channel: Channel| team.at_once.iter().find(|(name, _)| *name == channel.name);
        return channels.map(|channel| own(channel).map_or(channel.at_once, |own| own.1)).max().map_or(1.0, f64::from);
    };
    if let Some(total) = room.total {
        return f64::from(total);
    }
    let weights =
        room.weights.iter().map(|(_, weight)| weight).chain(room.weights_of_types.iter().map(|(_, weight)| weight));
    match room.units {
        Some(units) => {
            f64::from(units) / weights.min().map_or(f64::from(units) / 3.0, |least| f64::from(*least).max(1.0))
        }
        None => {
            channels.map(|channel| f64::from(channel.at_once)).sum::<f64>()
                + room.most.iter().map(|(_, most)| f64::from(*most)).sum::<f64>()
        }
    }
}

/// Time that people of a team are there [hours].
pub(super) fn staffed_hours(scenario: &Scenario, team: &Team) -> f64 {
    let calendar = &scenario.horizon.calendar;
    let paid = match &team.staffing {
        Staffing::Counts(steps) => steps.integral(Instant::START, calendar.end()),
        Staffing::Shifts(shifts) => shifts.iter().map(|shift| shift_hours(shift, calendar)).sum(),
    };
    paid * team.absence.rest().get() * team.shrinkage.rest().get()
}

fn shift_hours(shift: &Shift, calendar: &Calendar) -> f64 {
    let breaks: f64 = shift.breaks.iter().map(|pause| pause.length.as_hours()).sum();
    let working = (shift.length.as_hours() - breaks) / shift.length.as_hours();
    let days = calendar.days().filter(|day| shift.days.contains(&day.weekday));
    let end = calendar.end().as_ticks() as i64;
    let inside = days.map(|day| {
        let from = day.midnight + shift.start.since_midnight().as_ticks() as i64;
        let to = from + shift.length.as_ticks() as i64;
        (to.min(end) - from.max(0)).max(0) as f64 / (3_600.0 * crate::units::TICKS_PER_SECOND as f64)
    });
    inside.sum::<f64>() * working * f64::from(shift.people)
}
