//! Needs: which agents may serve a contact, in which order they are asked.
//!
//! The ordered keys of a queue are worked out as far as they do not depend on the moment: into tiers of pools, best
//! tier first, and one rule for choosing within a tier.

use super::hold::{Holds, able_at_times};
use super::order::{Able, Key};
use super::view::view;
use super::{LanePlan, Profile};
use crate::routing::{AgentKey, Reading, Since};
use crate::scenario::{AboveTarget, CourseNode, Scenario};
use crate::units::{ContactTypeId, Span};

/// How an agent is chosen within a tier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choose {
    /// Longest available; of several since the same instant, by `Need::ranks`.
    LongestIdle,
    /// First in the file.
    FixedOrder,
    /// Any, each equally likely.
    Random,
    /// By `Need::keys`, looking at everybody who is available.
    Scan,
    /// By `Need::by`, once it is clear that no rule keeps the contact from everybody or from some.
    Closer,
}

/// What a contact needs of an agent.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// Its row of seats: that of its channel, or of those who would put something on hold for it.
    pub channel: u32,
    /// The queue, where what a key says depends on it.
    pub queue: Option<u32>,
    /// Profiles that may serve it.
    pub profiles: Vec<u32>,
    /// Bit sets of pools, best tier first, each as many words as hold all pools.
    pub tiers: Vec<u64>,
    /// What a contact asks when it looks for an agent.
    pub choose: Choose,
    /// How to choose within a tier; never `Choose::Closer`.
    pub by: Choose,
    /// By pool: who is asked first of those available since the same instant.
    pub ranks: Vec<u32>,
    /// Keys that a scan compares, first key first; empty for any other choice.
    pub keys: Vec<Key>,
    /// Pools whose people something may keep from it, and what: a row of `Plan::holds`.
    pub holds: Vec<(u32, u32)>,
    /// Pools whose people take it only while its queue makes no more than this share of their work.
    pub limits: Vec<(u32, f64)>,
    /// By pool: where steps and penalties of the queue put its people, where a contact rings at those of the first such
    /// place alone; else empty.
    pub places: Vec<f64>,
    /// Whom the choice looks at in the first place, whether or not they may serve the contact: its tier is all who work
    /// for the queue, and its keys end with a window; `None`: everybody who may.
    pub view: Option<Box<Self>>,
}

impl Need {
    /// Whether everybody who is available in a tier may be taken.
    pub fn takes_all(&self) -> bool {
        self.limits.is_empty() && self.view.is_none()
    }
}

/// All needs, and which lane has which.
pub(super) struct Needs {
    pub(super) needs: Vec<Need>,
    pub(super) of_lane: Vec<u32>,
}

/// The needs of lanes; by contact type its row of seats, and the number of all rows.
pub(super) fn needs(
    lanes: &[LanePlan],
    profiles: &[Profile],
    (rows, seats): (&[u32], usize),
    holds: &mut Holds<'_>,
) -> Needs {
    let mut all = Needs { needs: Vec::new(), of_lane: Vec::new() };
    for lane in lanes {
        let need = need(lane, profiles, (rows[lane.kind as usize] as usize, seats), holds);
        let found = all.needs.iter().position(|known| *known == need);
        all.of_lane.push(found.unwrap_or(all.needs.len()) as u32);
        if found.is_none() {
            all.needs.push(need);
        }
    }
    all
}

/// The needs of lanes, in the order of the needs known, of those who would put something on hold: theirs is the second
/// half of the rows of seats.
pub(super) fn interruptions(
    lanes: &[LanePlan],
    profiles: &[Profile],
    (rows, seats): (&[u32], usize),
    (known, holds): (&Needs, &mut Holds<'_>),
) -> Vec<Need> {
    if rows.iter().max().is_none_or(|&most| seats == most as usize + 1) {
        return Vec::new();
    }
    let mut of = |number: usize| {
        let lane = known.of_lane.iter().position(|&need| need as usize == number).expect("a lane has every need");
        let lane = &lanes[lane];
        need(lane, profiles, (seats / 2 + rows[lane.kind as usize] as usize, seats), holds)
    };
    (0..known.needs.len()).map(&mut of).collect()
}

fn need(lane: &LanePlan, profiles: &[Profile], (channel, seats): (usize, usize), holds: &mut Holds<'_>) -> Need {
    let scenario = holds.scenario;
    let node = &holds.courses.of(lane.kind, lane.queue)[lane.stage as usize];
    let found = found(scenario, (lane, node), profiles);
    let able: Vec<(u32, u16)> = found.iter().map(|(profile, able)| (*profile, able.level)).collect();
    let (first_pool, pools) = (channel * profiles.len(), profiles.len() * seats);
    let people = Able {
        scenario,
        profiles,
        kind: ContactTypeId(lane.kind),
        queue: lane.queue,
        levels: &able,
        first_pool,
        pools,
    };
    let keys = &scenario.queues[lane.queue.index()].agent_order;
    let behind = keys.iter().position(|key| matches!(key, AgentKey::View(_))).map_or(0, |place| place + 1);
    let mut order: Vec<Key> = keys[behind..].iter().map(|key| people.key(key)).collect();
    let view = (behind > 0).then(|| Box::new(view(&keys[..behind], &people, channel as u32)));
    let mut places = Vec::new();
    if found.iter().any(|(_, able)| (able.pool, able.penalty) != (0, 0)) {
        order.insert(0, pool_key(&found, first_pool, pools));
        if let (Key::Pool(table), true) = (&order[0], scenario.queues[lane.queue.index()].offering.first_pool) {
            places.clone_from(table);
        }
    }
    let by_step = usize::from(found.iter().any(|(_, able)| able.pool > 0));
    let windowed = order.iter().any(|key| matches!(key, Key::Window(_)));
    let leading = order.iter().take_while(|key| matches!(key, Key::Pool(_))).count();
    let rest = order.split_off(if windowed { by_step } else { leading });
    let limits = limits(lane, &people);
    let open: Vec<usize> = able.iter().map(|(profile, _)| first_pool + *profile as usize).collect();
    let choose = if limits.is_empty() && view.is_none() { choose(&rest) } else { Choose::Scan };
    Need {
        channel: channel as u32,
        queue: (!limits.is_empty() || rest.iter().any(Key::is_of_queue)).then_some(lane.queue.0),
        profiles: able.iter().map(|(profile, _)| *profile).collect(),
        tiers: tiers(&open, &order, pools),
        choose: if closer(scenario, lane) { Choose::Closer } else { choose },
        by: choose,
        ranks: ranks(&open, &rest, pools),
        keys: if choose == Choose::Scan { rest } else { Vec::new() },
        holds: holds.of(lane, &people, channel),
        limits,
        places,
        view,
    }
}

/// Whether some rule beyond an order keeps the contacts of a lane from agents.
fn closer(scenario: &Scenario, lane: &LanePlan) -> bool {
    let offering = &scenario.queues[lane.queue.index()].offering;
    offering.same_agent_after > Span::ZERO || scenario.routing.match_every > Span::ZERO
}

/// Profiles that may ever serve a lane's contacts, at its place of their course, and how.
pub(super) fn found(
    scenario: &Scenario,
    (lane, node): (&LanePlan, &CourseNode),
    profiles: &[Profile],
) -> Vec<(u32, crate::scenario::Able)> {
    let teams = able_at_times(scenario, &scenario.contacts[lane.kind as usize], (lane, node));
    let each = profiles.iter().enumerate();
    each.filter_map(|(number, one)| teams[one.team.index()].map(|able| (number as u32, able))).collect()
}

/// Pools whose people stay idle rather than serve the queue of a lane beyond its target.
fn limits(lane: &LanePlan, people: &Able<'_>) -> Vec<(u32, f64)> {
    let limit = |&(profile, _): &(u32, u16)| {
        let team = &people.scenario.teams[people.profiles[profile as usize].team.index()];
        let member = team.membership(lane.queue).filter(|member| member.above_target == AboveTarget::StayIdle)?;
        Some((people.first_pool as u32 + profile, member.target?.get()))
    };
    people.levels.iter().filter_map(limit).collect()
}

/// The pool that a step of the queue has put people into, then their penalty; both come before every key.
fn pool_key(found: &[(u32, crate::scenario::Able)], first_pool: usize, pools: usize) -> Key {
    key_of_pools(found, (first_pool, pools), |able| f64::from(able.pool) * 65_536.0 + f64::from(able.penalty))
}

/// A key that says something of how people may serve.
pub(super) fn key_of_pools(
    found: &[(u32, crate::scenario::Able)],
    (first_pool, pools): (usize, usize),
    says: impl Fn(&crate::scenario::Able) -> f64,
) -> Key {
    let mut table = vec![0.0; pools];
    for (profile, able) in found {
        table[first_pool + *profile as usize] = says(able);
    }
    Key::Pool(table)
}

/// Who can serve these keys without looking at everybody.
fn choose(keys: &[Key]) -> Choose {
    let shared = |keys: &[Key]| keys.iter().all(|key| matches!(key, Key::Pool(_)));
    match keys {
        [] | [Key::Own(Reading::Order, _)] => Choose::FixedOrder,
        [Key::Own(Reading::Idle(Since::Available, _), _), then @ .., Key::Own(Reading::Order, _)] if shared(then) => {
            Choose::LongestIdle
        }
        [Key::Own(Reading::Idle(Since::Available, _), _), then @ ..] if shared(then) => Choose::LongestIdle,
        [Key::Random(None)] => Choose::Random,
        _ => Choose::Scan,
    }
}

/// What the keys that teams share say of a pool, first key first.
fn shared(keys: &[Key], pool: usize) -> impl Iterator<Item = f64> + '_ {
    keys.iter().filter_map(move |key| if let Key::Pool(table) = key { Some(table[pool]) } else { None })
}

/// Open pools as the keys that teams share put them in order; equal ones in the order of the file.
fn sorted(open: &[usize], keys: &[Key]) -> Vec<usize> {
    let mut sorted = open.to_vec();
    sorted.sort_by(|&one, &other| shared(keys, one).partial_cmp(shared(keys, other)).expect("no key gives NaN"));
    sorted
}

/// By pool: its place where the keys that teams share decide, then the order of the file.
fn ranks(open: &[usize], keys: &[Key], pools: usize) -> Vec<u32> {
    let mut ranks = vec![0; pools];
    for (rank, pool) in sorted(open, keys).into_iter().enumerate() {
        ranks[pool] = rank as u32;
    }
    ranks
}

/// Open pools as bit sets, one for each value that the keys can take, the best value first.
pub(super) fn tiers(open: &[usize], keys: &[Key], pools: usize) -> Vec<u64> {
    let sorted = sorted(open, keys);
    let alike = |one: &usize, other: &usize| shared(keys, *one).eq(shared(keys, *other));
    let tier = |members: &[usize]| {
        let mut mask = vec![0_u64; pools.div_ceil(64).max(1)];
        for pool in members {
            mask[pool / 64] |= 1 << (pool % 64);
        }
        mask
    };
    sorted.chunk_by(alike).flat_map(tier).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Clocks, Plan};
    use crate::scenario::Scenario;

    /// The one need of a centre whose teams have levels 1, 2 and 2 and cost 10, 20 and 30, and what its clocks keep.
    fn need(order: &str) -> (Need, Clocks) {
        let team = |(name, level, cost): (&str, u16, u16)| {
            format!("[teams.{name}]\nagents = 1\nskills = {{ s = {level} }}\ncost_per_hour = {cost}\n")
        };
        let teams: String = [("a", 1, 10), ("b", 2, 20), ("c", 2, 30)].into_iter().map(team).collect();
        let text = format!(
            "[contacts.k]\narrivals = '1/h'\ntalk = '1m'\nskill = 's'\n[routing]\nagent_order = {order}\n{teams}"
        );
        let (scenario, _) = Scenario::parse(&text, "need.toml", std::path::Path::new(""), &[]).expect("a scenario");
        let plan = Plan::new(scenario);
        (plan.needs[0].clone(), plan.clocks)
    }

    #[test]
    fn what_an_index_serves_needs_no_look_at_everybody_and_no_clocks() {
        let choice = |order| {
            let (need, clocks) = need(order);
            assert!(need.keys.is_empty() && clocks == Clocks::None, "{order}");
            need.choose
        };
        assert_eq!(choice("['best-skill', 'cost', 'longest-idle', 'own-skill-count']"), Choose::LongestIdle);
        assert_eq!(choice("['longest-idle', 'worst-skill', 'fixed-order']"), Choose::LongestIdle);
        assert_eq!(choice("[{ expression = 'agent.level * 2 - agent.cost' }, 'random']"), Choose::Random);
        assert_eq!(choice("['slowest']"), Choose::FixedOrder);
        assert_eq!(choice("[{ longest-idle = 'available' }, 'fixed-order']"), Choose::LongestIdle);
    }

    #[test]
    fn what_a_team_shares_in_a_score_is_worked_out_beforehand() {
        let (need, _) =
            need("[{ expression = 'agent.idle * 2 + (if s >= 2 then 100 else s) - agent.occupancy * 30' }]");
        let [Key::Score(score)] = &need.keys[..] else { panic!("a score: {:?}", need.keys) };
        let tables: Vec<&Vec<f64>> = score.sources.iter().filter_map(|source| source.table()).collect();
        assert_eq!((score.sources.len(), tables), (3, vec![&vec![1.0, 100.0, 100.0]]));
    }

    #[test]
    fn every_other_list_is_scanned_and_keeps_the_clocks_that_it_asks_for() {
        let choice = |order| {
            let (need, clocks) = need(order);
            (need.choose, need.keys.len(), clocks)
        };
        assert_eq!(choice("['longest-idle', 'random']"), (Choose::Scan, 2, Clocks::None));
        assert_eq!(choice("['best-skill', 'load', 'cost']"), (Choose::Scan, 2, Clocks::None));
        assert_eq!(choice("['occupancy']"), (Choose::Scan, 1, Clocks::Kept));
        assert_eq!(choice("['cost', 'circular']"), (Choose::Scan, 1, Clocks::Kept));
        assert_eq!(choice("[{ longest-idle = 'last-end-this-queue' }]"), (Choose::Scan, 1, Clocks::KeptByQueue));
    }

    #[test]
    fn keys_of_the_team_that_lead_a_list_become_tiers_best_first() {
        assert_eq!(need("['best-skill', 'longest-idle']").0.tiers, [0b110, 0b001]);
        assert_eq!(need("['best-skill', { cost = 'highest' }, 'random']").0.tiers, [0b100, 0b010, 0b001]);
        assert_eq!(need("['longest-idle', { cost = 'highest' }]").0.tiers, [0b111]);
        assert_eq!(need("['longest-idle', { cost = 'highest' }]").0.ranks, [2, 1, 0]);
    }
}
