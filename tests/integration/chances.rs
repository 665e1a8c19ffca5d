//! Chances: the n-th contact of a type has the same ones whatever the centre does with it.

use std::collections::BTreeMap;

use switchboard::record::{ContactRecord, Observer, Outcome};
use switchboard::units::{AgentId, Instant, Span, TeamId};

use crate::stage;

/// By type, customer and attempt: when first attempts came, how long talks took, how long waits that ended in giving up.
#[derive(Debug, Default, PartialEq)]
struct Fates {
    came: BTreeMap<(u32, u64), Instant>,
    talked: BTreeMap<(u32, u64, u16), Span>,
    gave_up: BTreeMap<(u32, u64, u16), Span>,
    wrapped_up: BTreeMap<(u32, u64, u16), Span>,
}

fn key(contact: &ContactRecord) -> (u32, u64, u16) {
    (contact.kind.0, contact.customer, contact.attempt)
}

impl Observer for Fates {
    fn arrived(&mut self, now: Instant, contact: &ContactRecord) {
        if contact.attempt == 1 {
            self.came.insert((contact.kind.0, contact.customer), now);
        }
    }

    fn talked(&mut self, now: Instant, contact: &ContactRecord, _: AgentId, _: TeamId) {
        self.talked.insert(key(contact), now.since(contact.answered));
    }

    fn handled(&mut self, _: Instant, contact: &ContactRecord, wrap_up: Span, _: AgentId, _: TeamId) {
        self.wrapped_up.insert(key(contact), wrap_up);
    }

    fn ended(&mut self, now: Instant, contact: &ContactRecord, outcome: Outcome) {
        if outcome == Outcome::Abandoned {
            self.gave_up.insert(key(contact), now.since(contact.entered));
        }
    }
}

fn fates(agents: u32, order: &str, replication: u64) -> Fates {
    let text = format!(
        "[horizon]\nlength = '5h'\n[routing]\nagent_order = ['{order}']\n[contacts.a]\narrivals = '60/h'\ntalk = {{ \
         exponential = '3m' }}\nwrap_up = {{ gamma = {{ mean = '1m', cv = 0.5 }} }}\npatience = {{ exponential = \
         '2m' }}\nqueue = 'q'\nredial.abandoned = {{ probability = 0.7, delay = {{ exponential = '9m' }} \
         }}\n[contacts.b]\narrivals = {{ renewal = {{ uniform = {{ least = '0s', most = '2m' }} }} }}\ntalk = {{ \
         lognormal = {{ mean = '3m', cv = 1 }} }}\npatience = {{ weibull = {{ mean = '1m', cv = 0.7 }} }}\nqueue = \
         'q'\n[queues.q]\n[teams.t]\nagents = {agents}\n[teams.u]\nagents = 2\n"
    );
    let mut fates = Fates::default();
    stage::watch(&stage::plan(&text), stage::SEED, replication, &mut fates);
    fates
}

/// Things that both know of, and whether they agree on all of them.
fn common<K: Ord, V: PartialEq>(one: &BTreeMap<K, V>, other: &BTreeMap<K, V>) -> (usize, bool) {
    let pairs: Vec<_> = one.iter().filter_map(|(key, value)| Some((value, other.get(key)?))).collect();
    (pairs.len(), pairs.iter().all(|(value, other)| value == other))
}

#[test]
fn a_contacts_chances_do_not_depend_on_agents_or_routing() {
    let (scarce, ample) = (fates(1, "longest-idle", 0), fates(4, "random", 0));
    assert_eq!(scarce.came, ample.came);
    let commons = [
        common(&scarce.talked, &ample.talked),
        common(&scarce.wrapped_up, &ample.wrapped_up),
        common(&scarce.gave_up, &ample.gave_up),
    ];
    assert!(commons.iter().all(|(number, same)| *number > 20 && *same), "{commons:?}");
}

#[test]
fn replications_differ_and_each_is_repeatable() {
    assert_eq!(fates(2, "random", 3), fates(2, "random", 3));
    assert_ne!(fates(2, "random", 3), fates(2, "random", 4));
}
