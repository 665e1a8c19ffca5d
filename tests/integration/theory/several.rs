//! Several contacts in hand, one on hold, one in nobody's hands, one for one person alone: against exact chains.

use switchboard::record::Outcome;
use switchboard::stats::Field;
use switchboard::theory::Chain;

use super::{LONG, agree, check, ended, mean, observe};

/// A chain's long run, and means over it.
struct LongRun<State> {
    chain: Chain<State>,
    shares: Vec<f64>,
}

impl<State: Clone + Eq + std::hash::Hash> LongRun<State> {
    fn new(first: State, next: impl Fn(&State) -> Vec<(State, f64)>) -> Self {
        let chain = Chain::explore(first, 20_000, next).expect("a small chain");
        let shares = chain.stationary(1e-12).expect("it settles").probabilities;
        Self { chain, shares }
    }

    fn mean(&self, of: impl Fn(&State) -> u32) -> f64 {
        self.chain.mean(&self.shares, |state| f64::from(of(state)))
    }

    fn share(&self, of: impl Fn(&State) -> bool) -> f64 {
        self.mean(|state| u32::from(of(state)))
    }
}

/// How many times as long each of so many chats takes.
const SLOWDOWN: [f64; 4] = [1.0, 1.0, 1.4, 2.0];

/// Chats with the first and the second agent, and chats waiting.
type Chats = (u32, u32, u32);

/// A chat goes to whoever has fewer, the first of equals; each agent holds three, and is slower with more.
fn after_chat((one, two, waiting): Chats) -> Vec<(Chats, f64)> {
    let mut next = Vec::new();
    match (one, two, waiting) {
        (3, 3, 0..4) => next.push(((3, 3, waiting + 1), 1.5)),
        (3, 3, _) => {}
        _ if one <= two => next.push(((one + 1, two, 0), 1.5)),
        _ => next.push(((one, two + 1, 0), 1.5)),
    }
    let rate = |chats: u32| f64::from(chats) / 3.0 / SLOWDOWN[chats as usize];
    if waiting > 0 {
        next.push(((one, two, waiting - 1), rate(one) + rate(two)));
    } else {
        next.push(((one.saturating_sub(1), two, 0), rate(one)));
        next.push(((one, two.saturating_sub(1), 0), rate(two)));
    }
    next
}

#[test]
fn concurrency_of_three_with_load_dependent_speed() {
    let run = LongRun::new((0, 0, 0), |&state| after_chat(state));
    let centre = format!(
        "{LONG}[contacts.chat]\nchannel = 'chat'\narrivals = '90/h'\ntalk = {{ exponential = '3m' }}\n[queues.chat]\ncapacity \
         = 4\nagent_order = ['load', 'fixed-order']\n[teams.one]\nagents = 1\nslowdown = [1, 1.4, 2]\n[teams.two]\nagents = \
         1\nslowdown = [1, 1.4, 2]\n"
    );
    // Scopes: the centre, its queue, its type, its channel, then the two teams.
    let in_hand = run.mean(|state| state.0 + state.1) / (1.5 * (1.0 - run.share(|state| *state == (3, 3, 4))));
    let checks = [
        check("the first busy", run.share(|state| state.0 > 0), mean(4, Field::AgentTalking)),
        check("the second busy", run.share(|state| state.1 > 0), mean(5, Field::AgentTalking)),
        check("chats waiting", run.mean(|state| state.2), mean(0, Field::QueueArea)),
        check("chats refused", run.share(|state| *state == (3, 3, 4)), ended(Outcome::Blocked)),
        check("length of a chat", in_hand * 60.0, super::seconds(0, &[Field::Talk], super::ANSWERED)),
    ];
    agree(&observe(&centre, 40), &checks);
}

/// Calls and mails in hand, calls and mails waiting.
type Blended = (u32, u32, u32, u32);

/// Four people take calls as they come, and mails only while more than two of them are free.
fn after_blended((calls, mails, ringing, letters): Blended) -> Vec<(Blended, f64)> {
    let free = 4 - calls - mails;
    let mut next = Vec::new();
    match (free, ringing) {
        (1.., _) => next.push(((calls + 1, mails, 0, letters), 0.6)),
        (0, 0..5) => next.push(((calls, mails, ringing + 1, letters), 0.6)),
        _ => {}
    }
    match (free, letters) {
        (3.., _) => next.push(((calls, mails + 1, ringing, letters), 0.4)),
        (_, 0..5) => next.push(((calls, mails, ringing, letters + 1), 0.4)),
        _ => {}
    }
    // Whoever has just finished, beside those who are free, takes a call, or a mail, or is free too.
    let freed = |calls: u32, mails: u32| match (ringing, letters, free) {
        (1.., ..) => (calls + 1, mails, ringing - 1, letters),
        (0, 1.., 2..) => (calls, mails + 1, 0, letters - 1),
        _ => (calls, mails, 0, letters),
    };
    if calls > 0 {
        next.push((freed(calls - 1, mails), f64::from(calls) / 3.0));
    }
    if mails > 0 {
        next.push((freed(calls, mails - 1), f64::from(mails) / 5.0));
    }
    next
}

#[test]
fn blending_with_a_threshold() {
    let run = LongRun::new((0, 0, 0, 0), |&state| after_blended(state));
    let centre = format!(
        "{LONG}[contacts.call]\narrivals = '36/h'\ntalk = {{ exponential = '3m' }}\n[contacts.mail]\nchannel = \
         'email'\narrivals = '24/h'\ntalk = {{ exponential = '5m' }}\n[queues.call]\ncapacity = 5\n[queues.mail]\ncapacity = \
         5\n[teams.desk]\nagents = 4\nkeep_free = {{ mail = 2 }}\n"
    );
    // Scopes: the centre, two queues, two types, two channels, the team.
    let refused = 0.6 * run.share(|state| state.0 + state.1 == 4 && state.2 == 5)
        + 0.4 * run.share(|state| 4 - state.0 - state.1 < 3 && state.3 == 5);
    let checks = [
        check("people busy", run.mean(|state| state.0 + state.1), mean(0, Field::AgentTalking)),
        check("calls waiting", run.mean(|state| state.2), mean(1, Field::QueueArea)),
        check("mails waiting", run.mean(|state| state.3), mean(2, Field::QueueArea)),
        check("refused", refused, ended(Outcome::Blocked)),
    ];
    agree(&observe(&centre, 100), &checks);
}

/// Calls present, whether a mail is in hand, and mails waiting.
type Interrupted = (u32, bool, u32);

/// One person: a call puts the mail on hold, which goes on where it was when no call is left.
fn after_interruption((calls, mail, waiting): Interrupted) -> Vec<(Interrupted, f64)> {
    let mut next = Vec::new();
    if calls < 4 {
        next.push(((calls + 1, mail, waiting), 0.15));
    }
    match (calls, mail, waiting) {
        (0, false, _) => next.push(((0, true, 0), 0.1)),
        (_, _, 0..4) => next.push(((calls, mail, waiting + 1), 0.1)),
        _ => {}
    }
    let idle = |mail: bool| if mail || waiting == 0 { (0, mail, waiting) } else { (0, true, waiting - 1) };
    match calls {
        0 if mail => next.push((idle(false), 0.25)),
        0 => {}
        1 => next.push((idle(mail), 1.0 / 3.0)),
        _ => next.push(((calls - 1, mail, waiting), 1.0 / 3.0)),
    }
    next
}

#[test]
fn mails_that_give_way_to_calls_and_go_on_where_they_were() {
    let run = LongRun::new((0, false, 0), |&state| after_interruption(state));
    let centre = format!(
        "{LONG}[contacts.call]\narrivals = '9/h'\ntalk = {{ exponential = '3m' }}\n[contacts.mail]\nchannel = \
         'email'\narrivals = '6/h'\ntalk = {{ exponential = '4m' }}\n[queues.call]\ncapacity = 3\n[queues.mail]\ncapacity = \
         4\n[teams.desk]\nagents = 1\nroom = {{ interruptible_by = {{ email = ['phone'] }} }}\n"
    );
    let interrupted = 0.15 * run.share(|state| state.0 == 0 && state.1);
    let per_minute = |observed: &super::Observed| {
        let (number, elapsed) = mean(0, Field::Interruptions)(observed);
        (number, elapsed / (60.0 * switchboard::units::TICKS_PER_SECOND as f64))
    };
    let checks = [
        check("busy", run.share(|state| state.0 > 0 || state.1), mean(0, Field::AgentTalking)),
        check("calls waiting", run.mean(|state| state.0.saturating_sub(1)), mean(1, Field::QueueArea)),
        check("mails waiting", run.mean(|state| state.2), mean(2, Field::QueueArea)),
        check("mails on hold", run.share(|state| state.0 > 0 && state.1), mean(0, Field::OnHold)),
        check("interruptions", interrupted, per_minute),
    ];
    agree(&observe(&centre, 100), &checks);
}

/// Whether the agent works, contacts inactive, contacts waiting; there are six lines.
type Silent = (bool, u32, u32);

/// After some work, a customer goes or falls silent; whoever writes again waits like a newcomer.
fn after_silence((works, inactive, waiting): Silent) -> Vec<(Silent, f64)> {
    let came = |inactive: u32| if works { (true, inactive, waiting + 1) } else { (true, inactive, 0) };
    let freed = |inactive: u32| if waiting > 0 { (true, inactive, waiting - 1) } else { (false, inactive, 0) };
    let mut next = Vec::new();
    if u32::from(works) + inactive + waiting < 6 {
        next.push((came(inactive), 0.3));
    }
    if inactive > 0 {
        next.push((came(inactive - 1), f64::from(inactive) * 0.2));
    }
    if works {
        next.push((freed(inactive), 0.5));
        next.push((freed(inactive + 1), 0.4));
    }
    next
}

#[test]
fn customers_who_fall_silent_and_wait_again() {
    let run = LongRun::new((false, 0, 0), |&state| after_silence(state));
    let centre = format!(
        "{LONG}[lines.six]\ncount = 6\n[contacts.message]\nchannel = 'chat'\nlines = 'six'\narrivals = '18/h'\ntalk = {{ \
         exponential = '2m' }}\npauses = {{ after = {{ exponential = '2.5m' }}, length = {{ exponential = '5m' }}, \
         inactive_after = '0s', without_room = 'requeue' }}\n[teams.desk]\nagents = 1\nat_once = {{ chat = 1 }}\n"
    );
    let checks = [
        check("busy", run.share(|state| state.0), mean(0, Field::AgentTalking)),
        check("waiting", run.mean(|state| state.2), mean(0, Field::QueueArea)),
        check("no line", run.share(|state| u32::from(state.0) + state.1 + state.2 == 6), ended(Outcome::Blocked)),
        check("inactive", run.mean(|state| state.1), mean(0, Field::Inactive)),
    ];
    agree(&observe(&centre, 150), &checks);
}

/// Whose customer comes next (the second agent's, if true), and for each agent: with a customer, and who waits for that
/// agent alone.
type Owned = (bool, (bool, u32), (bool, u32));

/// Customers of two agents come in turn, and wait for their own; when four wait, the others go to whoever is free.
fn after_owned((second, one, two): Owned) -> Vec<(Owned, f64)> {
    let (own, other) = if second { (two, one) } else { (one, two) };
    let (own, other) = match (own, other) {
        ((false, _), _) => ((true, own.1), other),
        _ if own.1 + other.1 < 4 => ((true, own.1 + 1), other),
        (_, (false, waiting)) => (own, (true, waiting)),
        _ => (own, other),
    };
    let (first, then) = if second { (other, own) } else { (own, other) };
    let freed = |(_, waiting): (bool, u32)| (waiting > 0, waiting.saturating_sub(1));
    let mut next = vec![((!second, first, then), 0.4)];
    if one.0 {
        next.push(((second, freed(one), two), 0.25));
    }
    if two.0 {
        next.push(((second, one, freed(two)), 0.25));
    }
    next
}

#[test]
fn customers_who_wait_for_a_person_of_their_own() {
    let run = LongRun::new((false, (false, 0), (false, 0)), |&state| after_owned(state));
    let centre = format!(
        "{LONG}[contacts.case]\narrivals = '24/h'\ntalk = {{ exponential = '4m' }}\npreferred_agent = {{ team = 'desk', wait = \
         'never' }}\n[queues.case]\ncapacity = 4\n[teams.desk]\nagents = 2\n"
    );
    let busy = |of: (bool, u32)| u32::from(of.0);
    let refused = run.share(|state| state.1.0 && state.2.0 && state.1.1 + state.2.1 == 4);
    let checks = [
        check("busy", run.mean(|state| busy(state.1) + busy(state.2)), mean(0, Field::AgentTalking)),
        check("waiting", run.mean(|state| state.1.1 + state.2.1), mean(0, Field::QueueArea)),
        check("refused", refused, ended(Outcome::Blocked)),
    ];
    agree(&observe(&centre, 100), &checks);
}
