//! Ranking: settings of types and queues that no key looks at, and scores that fall while contacts wait.

use super::Ground;
use crate::expression::{Course, Slope};
use crate::routing::{AgentKey, ContactKey, Guard, QueueKey};
use crate::scenario::{AboveTarget, Membership, Scan};
use crate::units::QueueId;

pub(super) fn check(ground: &mut Ground<'_>) {
    unread(ground);
    falling(ground);
    equal_weights(ground);
    unranked(ground);
    heads_before_windows(ground);
    shares(ground);
}

/// Settings that only keys read, none of which is in use.
fn unread(ground: &mut Ground<'_>) {
    let routing = &ground.scenario.routing;
    let keys = ground.scenario.contact_keys();
    let has = |wanted: &[ContactKey]| keys.clone().any(|key| wanted.iter().any(|wanted| key.uses(wanted)));
    let read_by_formula = |name: &str| keys.clone().any(|key| key.reads_field(name));
    let weighed = [QueueKey::MaxWeight, QueueKey::QueueRatio, QueueKey::QueueWeight];
    let objective = has(&[ContactKey::Deadline, ContactKey::WaitToObjective, ContactKey::MeanWaitToObjective])
        || read_by_formula("objective")
        || read_by_formula("deadline");
    let settings = [
        ("score", has(&[ContactKey::Score]), "`contact_order = [\"score\"]`"),
        ("objective", objective, "`contact_order = [\"deadline\"]` or `[\"wait-to-objective\"]`"),
        ("waiting_cost", has(&[ContactKey::Cmu, ContactKey::GeneralisedCmu]), "`contact_order = [\"cmu\"]`"),
        ("value", read_by_formula("value"), "an expression that names it in `contact_order`"),
        (
            "weight",
            routing.queue_order.iter().any(|key| weighed.contains(key)) || !routing.guards.is_empty(),
            "`queue_order = [\"max-weight\"]`",
        ),
    ];
    for (setting, _, reader) in settings.into_iter().filter(|(_, read, _)| !read) {
        for section in ["contacts", "queues"] {
            let tables = ground.root.get(section).map_or(&[][..], |tables| tables.entries());
            let written = tables.iter().filter_map(|table| Some((&table.key, table.node.get(setting)?.place)));
            for (name, place) in written.collect::<Vec<_>>() {
                let message = format!("`{setting}` in `{section}.{name}` has no effect: no key of an order reads it");
                ground.warn(place, message, &format!("write {reader} in `[routing]`, or remove it"));
            }
        }
    }
}

/// Expressions that are larger for those who came later, which is not seen within a type, queue and class.
fn falling(ground: &mut Ground<'_>) {
    let formulas = ground.scenario.contact_keys().filter_map(|key| match key {
        ContactKey::Expression(formula) => Some(Course::of(formula)),
        _ => None,
    });
    let falls = |course: Course| matches!(course, Course::Straight(Slope::Common(slope)) if slope < 0.0);
    if formulas.into_iter().any(falls) {
        let routing = ground.root.get("routing");
        let written = routing.and_then(|routing| routing.get("contact_order")).map(|order| order.place);
        let message = "an expression falls while a contact waits, but of one type, queue and class only the contact \
                       that has waited longest is looked at";
        let help = "for the newest first write the key \"newest-first\"";
        ground.warn(written.unwrap_or(ground.root.place), message, help);
    }
}

/// Guards for heavier queues where no queue is heavier than another.
fn equal_weights(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    let by_weight = |guard: &&Guard| matches!(guard, Guard::HeavierQueue | Guard::HeavierQueueAnyMember);
    let Some(guard) = scenario.routing.guards.iter().find(by_weight) else { return };
    if scenario.queues.windows(2).all(|pair| pair[0].weight == pair[1].weight) {
        let routing = ground.root.get("routing").and_then(|routing| routing.get("guards"));
        let place = routing.map_or(ground.root.place, |guards| guards.place);
        let message = format!("the guard `{}` has no effect: all queues have the same weight", guard.keyword());
        ground.warn(place, message, "give a queue a larger `weight`, or remove the guard");
    }
}

/// Places taken in a queue, and the order of the whole centre, where nothing goes by them.
fn unranked(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    let by_wait = |queue: QueueId| {
        let last = |key: &&ContactKey| matches!(key, ContactKey::NewestFirst | ContactKey::Random) || key.reads_wait();
        scenario.order_within(queue).iter().find(last).is_some_and(ContactKey::reads_wait)
    };
    for contact in scenario.contacts.iter().filter(|contact| contact.position.is_some()) {
        let stays = scenario.reach(contact).stays;
        if !stays.iter().any(|(queue, _)| by_wait(*queue)) {
            let place = ground.setting("contacts", &contact.name, "position");
            let message =
                format!("`position` in `contacts.{}` has no effect: its queue does not go by waits", contact.name);
            ground.warn(place, message, "write `contact_order = \"longest-wait\"`, or remove it");
        }
    }
    let by_queue = !scenario.routing.queue_order.is_empty();
    if by_queue && scenario.queues.iter().all(|queue| queue.contact_order.is_some()) {
        let written = ground.root.get("routing").and_then(|routing| routing.get("contact_order"));
        if let Some(place) = written.map(|order| order.place) {
            let message = "`contact_order` in `[routing]` has no effect: queues are chosen first, and each has an order of \
                           its own";
            ground.warn(place, message, "remove it, or the orders of the queues");
        }
    }
}

/// Windows in queues whose head alone may be taken.
fn heads_before_windows(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    for (number, queue) in scenario.queues.iter().enumerate().filter(|(_, queue)| queue.scan == Scan::HeadOnly) {
        let order = scenario.order_within(QueueId::of(number));
        if order.iter().any(|key| matches!(key, ContactKey::Window(_))) {
            let place = ground.setting("queues", &queue.name, "scan");
            let message = format!("the window has no effect on the queue `{}`: only its head may be taken", queue.name);
            ground.warn(place, message, "remove `scan`, or give the queue a `contact_order` without a window");
        }
    }
}

/// Keys that go by targets where no team has one, and targets that no key reads.
fn shares(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    let agent_keys = || scenario.queues.iter().flat_map(|queue| &queue.agent_order);
    let read = scenario.routing.queue_order.contains(&QueueKey::ShareDeficit)
        || agent_keys().any(|key| key.uses(&AgentKey::TargetShare));
    for team in &scenario.teams {
        let unread = |member: &&Membership| member.target.is_some() && member.above_target == AboveTarget::Serve;
        if !read && team.queues.iter().any(|member| unread(&member)) {
            let message = format!("`target` in `teams.{}` has no effect: no key of an order reads it", team.name);
            let help = "write `queue_order = [\"share-deficit\"]` or `agent_order = [\"target-share\"]`, or remove it";
            ground.warn(ground.setting("teams", &team.name, "queues"), message, help);
        }
    }
    if read && scenario.teams.iter().flat_map(|team| &team.queues).all(|member| member.target.is_none()) {
        let place = ground.root.get("routing").map_or(ground.root.place, |routing| routing.place);
        let message = "keys go by the targets of teams for queues, and no team has one";
        ground.warn(place, message, "write `queues = { NAME = { target = \"25%\" } }` in a team");
    }
}
