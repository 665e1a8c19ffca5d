use std::collections::BTreeSet;

use switchboard::family::Catalogue;
use switchboard::record::{CallbackTurn, Choice, ContactRecord, Decision, Exclusion, Observer, RULES, Rule};
use switchboard::routing::{AGENT_KEYS, CONTACT_KEYS, GUARDS, QUEUE_KEYS};
use switchboard::units::{AgentId, Instant, TeamId};

use super::study;
use crate::{families, stage};

/// A centre in which every key has something to decide: people and contacts differ in whatever a key may look at.
const EVERYTHING: &str = "
horizon = { start = '2026-01-05T08:00', length = '10h' }
contacts.gold = { arrivals = '30/h', talk = { exponential = '3m' }, wrap_up = '30s', skill = 'gold', priority = 1, waiting_cost = 5, objective = '10s', value = 3, score = { base = 2, per_minute = 3 }, head_start = '20s' }
contacts.plain = { arrivals = '60/h', talk = { exponential = '2m' }, patience = { exponential = '10m' } }
contacts.mail = { arrivals = '40/h', channel = 'email', talk = { exponential = '5m' } }
queues.gold = { weight = 2 }
teams.first = { agents = 3, skills = { gold = 2 }, cost_per_hour = 30, at_once = { email = 2 }, fill = 'in-turn', attributes = { distance = 3 }, time_factor = { plain = 0.8 }, queues = { gold = { target = 0.2 }, plain = { target = 0.5, points = { base = 2 } }, mail = { target = 0.3 } } }
teams.second = { agents = 3, skills = { gold = 1, silver = 4 }, cost_per_hour = 20, attributes = { distance = 9 }, time_factor = { gold = 1.5 }, queues = { gold = { target = 0.6, points = { base = 3 } }, plain = { target = 0.3 }, mail = { target = 0.1 } } }
[[teams.late.shifts]]
people = 2
start = '09:00'
end = '17:00'
[[teams.late.shifts]]
people = 1
start = '11:00'
end = '17:00'
[teams.late]
skills = { gold = 3 }
";

/// What keys say, and which of them decide.
#[derive(Default)]
struct Heard {
    /// Keys that decided between the chosen one and another, or drew.
    decided: BTreeSet<&'static str>,
    /// Keys by which somebody was compared, and those of them that told a number of somebody.
    keys: BTreeSet<&'static str>,
    numbers: BTreeSet<&'static str>,
    amiss: BTreeSet<String>,
}

impl Heard {
    fn hear<Asking, Of>(&mut self, choice: &Choice<Asking, Of>) {
        if choice.candidates.is_empty() {
            return;
        }
        for (place, key) in choice.keys.iter().enumerate() {
            let telling = &key.telling;
            let told = telling.draws || telling.phrase.contains("{}") || !telling.zero.is_empty();
            if !told || !telling.below.is_empty() && !telling.below.contains("{}") {
                self.amiss.insert(format!("`{}` has no place for its number", key.keyword));
            }
            self.keys.insert(key.keyword);
            let mut readings = choice.candidates.iter().filter_map(|candidate| candidate.readings.get(place));
            if readings.any(|reading| reading.amount.is_finite()) {
                self.numbers.insert(key.keyword);
            }
        }
        if let Some((first, others)) = choice.candidates.split_first() {
            self.decided.extend(others.iter().filter_map(|other| choice.decisive(first, other)).map(|key| key.keyword));
        }
    }
}

impl Observer for Heard {
    const EXPLAINS: bool = true;

    fn wonders(&self, _now: Instant, contact: Option<&ContactRecord>, agent: Option<AgentId>) -> bool {
        contact.is_some() && agent.is_some()
    }

    fn decided(&mut self, _now: Instant, decision: &Decision) {
        match decision {
            Decision::Agent(choice) => self.hear(choice),
            Decision::Contact(choice) => self.hear(choice),
        }
    }
}

/// Plays the centre with each key of a family at the head of an order, and fails with every key that is not told.
fn each_key_is_told(family: &dyn Catalogue, order: &str) {
    let mut amiss = Vec::new();
    for member in families::members(family) {
        let keys =
            if member.example.starts_with('[') { member.example.to_owned() } else { format!("[{}]", member.example) };
        // So small that not everybody gets through.
        let keys = keys.replace("window = 100", "window = 2").replace("window = 10", "window = 2");
        let plan = stage::plan(&format!("{EVERYTHING}[routing]\n{order} = {keys}\n"));
        let mut heard = Heard::default();
        study(&plan).listen(0, &mut heard).expect("it is played");
        amiss.extend(heard.keys.difference(&heard.numbers).map(|key| format!("{key}: tells no number")));
        amiss.extend(heard.amiss.into_iter().map(|what| format!("{}: {what}", member.keyword)));
        if !heard.decided.contains(member.keyword) {
            amiss.push(format!("{}: is never told to have decided, only {:?}", member.keyword, heard.decided));
        }
        super::decisions::agree(&plan, stage::SEED);
    }
    assert!(amiss.is_empty(), "{}:\n{}", family.name(), amiss.join("\n"));
}

#[test]
fn every_key_of_agents_tells_its_number_and_that_it_decided() {
    each_key_is_told(&AGENT_KEYS, "agent_order");
}

#[test]
fn every_key_of_contacts_tells_its_number_and_that_it_decided() {
    each_key_is_told(&CONTACT_KEYS, "contact_order");
}

#[test]
fn every_key_of_queues_tells_its_number_and_that_it_decided() {
    each_key_is_told(&QUEUE_KEYS, "queue_order");
}

/// Rules that are told, and those among them that lack a number.
#[derive(Default)]
struct Rules {
    told: BTreeSet<&'static str>,
    amiss: BTreeSet<Rule>,
}

impl Rules {
    fn hear(&mut self, why: Exclusion) {
        let Some(rule) = why.rule() else { return };
        self.told.insert(rule.keyword);
        if rule.words.matches("{}").count() != rule.amounts.iter().flatten().count() {
            self.amiss.insert(rule);
        }
    }
}

impl Observer for Rules {
    const EXPLAINS: bool = true;

    fn decided(&mut self, _now: Instant, decision: &Decision) {
        let (held_back, excluded): (_, Vec<Exclusion>) = match decision {
            Decision::Agent(choice) => (choice.held_back, choice.excluded.iter().map(|(_, why)| *why).collect()),
            Decision::Contact(choice) => (choice.held_back, choice.excluded.iter().map(|(_, why)| *why).collect()),
        };
        for why in excluded.into_iter().chain(held_back) {
            self.hear(why);
        }
    }

    fn rang(&mut self, _now: Instant, _contact: &ContactRecord, _agent: AgentId, _team: TeamId) {
        self.told.insert("ringing");
    }

    fn callback(&mut self, _now: Instant, _contact: &ContactRecord, turn: CallbackTurn) {
        if matches!(turn, CallbackTurn::NotReached(_)) {
            self.told.insert("callback");
        }
    }
}

/// Every rule has a part in this centre.
const RULED: &str = "
horizon = { start = '2026-01-05T08:00', length = '6h' }
contacts.a = { arrivals = '50/h', talk = { exponential = '3m' }, skill = 's' }
contacts.b = { arrivals = '50/h', talk = { exponential = '3m' }, skill = 't' }
contacts.c = { arrivals = '40/h', talk = { exponential = '3m' }, queue = 'a' }
queues.a = { scan = 'head-only', steps = [{ at = '1m', requires = 'true', teams = ['late'] }] }
queues.b = { hours = '09:00-24:00', when_closed = 'wait', steps = [{ at = '2m', mode = 'replace', teams = ['main'] }] }
teams.main = { agents = 2, skills = ['s', 't'] }
teams.late = { agents = 1 }
teams.delayed = { agents = 1, skills = ['s', 't'], queues = { a = {}, b = { delay = '40s' } } }
teams.sharing = { agents = 2, skills = ['s', 't'], queues = { a = { target = 0.99 }, b = { target = 0.01, above_target = 'stay-idle' } } }
teams.keeper = { agents = 2, skills = ['t'], keep_free = { b = 1 }, offers = { accept = 0.5, ring = '5s' } }
";

/// Every rule that asks for the state of the centre has a part in this one, a guard at a time.
const HELD: &str = "
horizon = { start = '2026-01-05T08:00', length = '6h' }
contacts.x = { arrivals = '40/h', talk = { exponential = '3m' } }
contacts.y = { arrivals = '40/h', talk = { exponential = '3m' } }
contacts.z = { arrivals = '40/h', talk = { exponential = '3m' }, skill = 's' }
queues.x = { weight = 5, overload = ['queue.length >= 3'] }
queues.y = { weight = 1 }
queues.z = { weight = 1 }
switches.rush = { on = 'queue.x.length > 3' }
teams.main = { agents = 2, skills = ['s'] }
teams.late = { agents = 2, skills = ['s'], queues = { x = { delay = '40s' }, y = {}, z = {} } }
teams.helpers = { agents = 1, skills = ['s'], queues = { y = { while = 'switch.rush' }, z = {} } }
teams.learners = { agents = 1, skills = ['s'], skills_while = { s = 'switch.rush' } }
";

/// Every rule of people who hold several contacts, or have some of their own, has a part in this one.
const DESKS: &str = "
horizon = { start = '2026-01-05T08:00', length = '6h' }
contacts.call = { arrivals = '30/h', talk = { exponential = '3m' }, preferred_agent = { team = 'desk', wait = '2m' } }
contacts.chat = { channel = 'chat', arrivals = '40/h', talk = { exponential = '4m' } }
contacts.mail = { channel = 'email', arrivals = '20/h', talk = { exponential = '5m' } }
teams.desk = { agents = 2, fill = 'in-turn', room = { most = { phone = 1, chat = 2, email = 1 }, beside = { phone = [], chat = ['email'] } } }
teams.narrow = { agents = 2, room = { most = { phone = 0, chat = 2, email = 1 } } }
";

/// Customers who are called back, and called again.
const CALLED: &str = "
horizon = { start = '2026-01-05T08:00', length = '2h' }
contacts.x = { arrivals = '60/h', talk = { exponential = '3m' } }
queues.x = { callback = { offer_at = '0s', answer = 0.5 } }
teams.main = { agents = 3 }
";

/// Rules of those who are asked again, matched or known to be free later.
const LATER: &str = "
horizon = { start = '2026-01-05T08:00', length = '2h' }
contacts.x = { arrivals = '60/h', talk = { exponential = '3m' } }
queues.x = { offers = { same_agent_after = '1m' } }
teams.main = { agents = 3, offers = { accept = 0.5, ring = '5s' } }
";

/// A queue that looks at the first few of its people only, most of whom may not take what waits.
const FEW: &str = "
horizon = { start = '2026-01-05T08:00', length = '2h' }
routing = { agent_order = ['longest-idle', { window = { first = 2, of = 'members' } }, 'best-skill'] }
contacts.x = { arrivals = '60/h', talk = { exponential = '3m' }, skill = 's', queue = 'q' }
contacts.y = { arrivals = '30/h', talk = { exponential = '3m' }, queue = 'q' }
queues.q = {}
teams.many = { agents = 6 }
teams.able = { agents = 4, skills = ['s'] }
";

#[test]
fn every_rule_that_keeps_apart_is_told_with_all_its_numbers() {
    let guarded = GUARDS.entries.iter().map(|entry| {
        let guard = entry.member.keyword;
        format!("{HELD}routing.guards = ['{guard}']\n")
    });
    let mut rules = Rules::default();
    let never = LATER.replace("'1m'", "'never'");
    let late = ["match_every = '7s'", "free_seen_after = '20s'"].map(|rule| format!("{LATER}routing = {{ {rule} }}\n"));
    for text in guarded.chain([RULED, DESKS, CALLED, FEW].map(str::to_owned)).chain([never]).chain(late) {
        study(&stage::plan(&text)).listen(0, &mut rules).expect("it is played");
    }
    assert!(rules.amiss.is_empty(), "{:?}", rules.amiss);
    assert_eq!(rules.told, RULES.entries.iter().map(|entry| entry.member.keyword).collect());
}
