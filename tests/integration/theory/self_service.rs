//! Self-service: an IVR before a queue on few lines against an exact chain, and what becomes of those who are asked against
//! sums of products.

use switchboard::record::Outcome;
use switchboard::stats::Field;
use switchboard::theory::Chain;

use super::{ELAPSED, Observed, QUEUE, TALKING, agree, check, ended, observe, seconds, share};

const LONG: &str = "[horizon]\nlength = '210h'\nwarm_up = '10h'\ninterval = '210h'\n";

/// Lines, and agents behind the IVR.
const LINES: u32 = 8;
const AGENTS: u32 = 3;

/// Callers in the IVR, and those waiting or talking.
type Lines = (u32, u32);

/// Calls by the minute: 1.6 come; the IVR takes half a minute, and one in ten hangs up then; talks take three minutes,
/// patience two.
fn after((menu, behind): Lines) -> Vec<(Lines, f64)> {
    let mut next = Vec::new();
    if menu + behind < LINES {
        next.push(((menu + 1, behind), 1.6));
    }
    if menu > 0 {
        next.push(((menu - 1, behind + 1), 2.0 * 0.9 * f64::from(menu)));
        next.push(((menu - 1, behind), 2.0 * 0.1 * f64::from(menu)));
    }
    if behind > 0 {
        let busy = behind.min(AGENTS);
        next.push(((menu, behind - 1), f64::from(busy) / 3.0 + f64::from(behind - busy) / 2.0));
    }
    next
}

/// Khudyakov, Feigin and Mandelbaum, "Designing a call center with an IVR", Queueing Systems 66 (2010), treat this model
/// with as many lines.
#[test]
fn an_ivr_before_erlang_a_on_few_lines() {
    let chain = Chain::explore((0, 0), 1_000, |&state| after(state)).expect("a small chain");
    let shares = chain.stationary(1e-12).expect("it settles").probabilities;
    let expected = |of: fn(&Lines) -> u32| chain.mean(&shares, |state| f64::from(of(state)));
    let blocked = expected(|state| u32::from(state.0 + state.1 == LINES));
    let waiting = expected(|state| state.1.saturating_sub(AGENTS));
    let centre = format!(
        "{LONG}[contacts.calls]\narrivals = '96/h'\nflow = 'main'\nlines = 'trunk'\ntalk = {{ exponential = '3m' \
         }}\npatience = {{ exponential = '2m' }}\n[lines.trunk]\ncount = {LINES}\n[queues.help]\n[flows.main.nodes]\nnews = \
         {{ play = {{ time = {{ exponential = '30s' }}, hang_up = 0.1, next = 'on' }} }}\non = {{ enqueue = 'help' \
         }}\n[teams.front]\nagents = {AGENTS}\n"
    );
    let checks = [
        check("blocked", blocked, ended(Outcome::Blocked)),
        check("hung up", 0.1 * (1.0 - blocked), ended(Outcome::HungUpInFlow)),
        check("gave up", waiting / 2.0 / 1.6, ended(Outcome::Abandoned)),
        check("in the flow", expected(|state| state.0), share(0, &[Field::FlowTime], ELAPSED)),
        check("talking", expected(|state| state.1.min(AGENTS)), share(0, TALKING, ELAPSED)),
        check("waiting", waiting, share(0, QUEUE, ELAPSED)),
    ];
    agree(&observe(&centre, 60), &checks);
}

/// Every attempt at a menu, with shares that change from one to the next, and what follows.
#[test]
fn what_becomes_of_those_who_are_asked() {
    let (hang_up, zero_outs, silent, no_match, wrong) = (0.05, [0.05, 0.2, 0.2], 0.1, 0.2, 0.15);
    // Contacts at an attempt, those understood so far, and so on: out of one.
    let (mut here, mut right, mut misunderstood, mut asked, mut left, mut time) = (1.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    for zero_out in zero_outs {
        let answers = here * (1.0 - hang_up - zero_out - silent);
        time += 10.0 * (here - here * silent) + 4.0 * here * silent;
        asked += here * zero_out;
        left += here * hang_up;
        right += answers * (1.0 - no_match - wrong);
        misunderstood += answers * wrong;
        here = here * silent + answers * no_match;
    }
    // Of those who want the task, 60 %, the misunderstood come to an agent, and the others the other way round.
    let task = 0.6 * right + 0.4 * misunderstood;
    time += 30.0 * task;
    let centre = format!(
        "{LONG}[contacts.calls]\narrivals = '360/h'\nflow = 'main'\ntalk = '10s'\n[queues.help]\n[flows.main.nodes.menu.menu]\n\
         time = '10s'\ntimeout = '4s'\nhang_up = {hang_up}\nzero_out = {{ share = [0.05, 0.2], next = 'on' }}\nno_input = \
         {silent}\nno_match = {no_match}\nfalse_accept = {wrong}\nfailed = 'on'\nchoices.task = {{ share = 0.6, next = 'task' \
         }}\nchoices.agent = {{ share = 0.4, next = 'on' }}\n[flows.main.nodes]\ntask = {{ self-service = {{ time = {{ \
         exponential = '30s' }}, contained = 0.7, falsely = 0.2, back_after = '900h', next = 'on' }} }}\non = {{ enqueue = \
         'help' }}\n[teams.front]\nagents = 4\n"
    );
    let of_visits = |field: &'static [Field]| share(0, field, &[Field::FlowVisits]);
    let checks = [
        check("asked for an agent", asked, of_visits(&[Field::ExitZeroOut])),
        check("hung up", left, of_visits(&[Field::OutcomeHungUpInFlow])),
        check("failed", here + 0.3 * task, of_visits(&[Field::ExitFailed])),
        check("misrouted", 0.6 * misunderstood, of_visits(&[Field::ExitMisrouted])),
        check("containment", 0.7 * task, of_visits(&[Field::OutcomeSelfServed])),
        check("net containment", 0.7 * 0.8 * task, of_visits(&[Field::ExitResolved])),
        check("falsely contained", 0.7 * 0.2 * task, of_visits(&[Field::ExitFalselyContained])),
        check("time", time, seconds(0, &[Field::FlowTime], &[Field::FlowVisits])),
    ];
    agree(&observe(&centre, 10), &checks);
}

/// The golden numbers of lumenvox.com, "Leveraging information": 98 % of the digits, ten digits, two such strings.
#[test]
fn golden_y13_ten_spoken_digits_and_two_such_strings() {
    let string = |name: &str, next: &str| {
        format!(
            "{name} = {{ collect = {{ time = '5s', digits = 10, recognised = '98%', attempts = 1, next = '{next}', failed = \
             'bye' }} }}\n"
        )
    };
    let centre = format!(
        "{LONG}[contacts.calls]\narrivals = '360/h'\nflow = 'main'\ntalk = '1m'\n[flows.main.nodes]\n{}{}out = \
         'transfer-out'\nbye = 'hang-up'\n[teams.front]\nagents = 0\n",
        string("one", "two"),
        string("two", "out")
    );
    let both = |observed: &Observed| {
        let total = &observed.totals[0];
        (total.outcome(Outcome::TransferredOut) as f64, total.get(Field::FlowVisits) as f64)
    };
    agree(&observe(&centre, 10), &[check("two strings", 0.98_f64.powi(20), both)]);
}

/// The worked example of ccplanning.net, "Self-service and containment": a bot that seems to settle 650 of 1000 chats. 550
/// are, 350 go on to people who need a fifth longer for them, and 100 come back as calls.
#[test]
fn golden_y14_of_a_thousand_chats_550_are_contained_350_escalate_and_100_bounce() {
    let centre = format!(
        "{LONG}[contacts.chats]\nchannel = 'chat'\narrivals = '360/h'\nflow = 'bot'\ntalk = {{ exponential = '5m' \
         }}\n[contacts.calls]\narrivals = '0/h'\ntalk = '1m'\n[queues.people]\n[flows.bot.nodes]\nask = {{ self-service = {{ \
         time = '1m', contained = 0.65, falsely = {}, back_after = '10m', back_as = 'calls', handling = 1.2, cost = 0.5, next \
         = 'on' }} }}\non = {{ enqueue = 'people' }}\n[teams.people]\nagents = 30\nat_once = {{ chat = 1 }}\n",
        100.0 / 650.0
    );
    // Scopes: the centre, two queues, two types.
    let of_chats = |field: &'static [Field]| share(3, field, &[Field::FlowVisits]);
    let bounced = |observed: &Observed| {
        let calls = observed.totals[4].get(Field::ArrivedFollowUp) as f64;
        (calls, observed.totals[3].get(Field::FlowVisits) as f64)
    };
    let checks = [
        check("contained", 0.65, of_chats(&[Field::OutcomeSelfServed])),
        check("truly contained", 0.55, of_chats(&[Field::ExitResolved])),
        check("escalated", 0.35, of_chats(&[Field::ExitFailed])),
        check("bounced", 0.10, bounced),
        check("longer talks", 360.0, seconds(3, &[Field::Talk], super::ANSWERED)),
        check("cost of what is settled", 0.5 / 0.55, |seen: &Observed| {
            (seen.totals[3].get(Field::UseCost) as f64 / 1e6, seen.totals[3].get(Field::ExitResolved) as f64)
        }),
    ];
    agree(&observe(&centre, 20), &checks);
}
