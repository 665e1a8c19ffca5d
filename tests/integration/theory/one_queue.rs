//! Queues in the long run: Erlang B, C and A, M/M/n/K, M/G/1, two priority classes, retrials.

use switchboard::record::Outcome;
use switchboard::stats::{Field, Grade};
use switchboard::theory::{ErlangA, ErlangB, ErlangC, LimitedLines, PriorityClasses, Retrials, SingleAgent};

use super::{
    ANSWERED, ELAPSED, GAVE_UP, OFFERED, QUEUE, STAFFED, TALKING, WAITED, agree, check, ended, must_wait, observe,
    seconds, share,
};
use crate::stage;

const LONG: &str = "[horizon]\nlength = '100h'\nwarm_up = '10h'\ninterval = '100h'\n";

#[test]
fn erlang_b_without_waiting_places() {
    let exact = ErlangB { offered_load: 8.0, lines: 10 }.solve().expect("a model");
    let centre = "[contacts.c]\narrivals = '240/h'\ntalk = { exponential = '2m' }\n[queues.c]\ncapacity = 0\n\
                  [teams.t]\nagents = 10\n";
    agree(
        &observe(&format!("{LONG}{centre}"), 40),
        &[
            check("blocked", exact.blocking, ended(Outcome::Blocked)),
            check("carried", exact.carried_load, share(0, TALKING, ELAPSED)),
        ],
    );
}

#[test]
fn erlang_b_without_patience_and_with_any_talks() {
    let exact = ErlangB { offered_load: 8.0, lines: 10 }.solve().expect("a model");
    let centre = "[contacts.c]\narrivals = '240/h'\ntalk = { lognormal = { mean = '2m', cv = 1.5 } }\npatience = '0s'\n\
                  [teams.t]\nagents = 10\n";
    agree(&observe(&format!("{LONG}{centre}"), 40), &[check("gave up", exact.blocking, ended(Outcome::Abandoned))]);
}

#[test]
fn erlang_c_with_endless_patience() {
    let exact = ErlangC { arrival_rate: 200.0 / 3_600.0, service_rate: 1.0 / 180.0, agents: 13 }.solve();
    let exact = exact.expect("a model");
    let centre = "[contacts.c]\narrivals = '200/h'\ntalk = { exponential = '3m' }\n[teams.t]\nagents = 13\n";
    agree(
        &observe(&format!("{LONG}{centre}"), 200),
        &[
            check("must wait", exact.wait_probability, must_wait),
            check("wait", exact.mean_wait, seconds(0, WAITED, ANSWERED)),
            check("queue", exact.mean_queue_length, share(0, QUEUE, ELAPSED)),
            check("occupancy", exact.occupancy, share(0, TALKING, STAFFED)),
            check("service level", exact.service_level(20.0), share(0, &[Field::ServiceGood], &[Field::ServiceOf])),
        ],
    );
}

/// Every definition there is, the first one aside, which is the default.
const LEVELS: &str = "service_level = ['answered-of-offered', 'accepted-of-accepted', 'answered-of-answered', \
                      'handled-of-offered', 'not-late', { not-late = { threshold = '20s', abandoned = \
                      'without-short' } }, { not-late = { threshold = '20s', abandoned = 'none' } }, \
                      'removed-of-queued', 'short-as-answered', 'without-abandoned-in-time', \
                      'without-short-abandoned', { weights = { numerator = { answered_in_time = 2, abandoned_late = 1 \
                      }, denominator = { answered_in_time = 1, answered_late = 3, abandoned_in_time = 1 } } }, { \
                      answered-of-offered = { threshold = '1m', clock = 'arrival' } }]";

#[test]
fn erlang_a_with_every_definition_of_service_level() {
    let queue = ErlangA {
        arrival_rate: 120.0 / 3_600.0,
        service_rate: 1.0 / 300.0,
        abandonment_rate: 1.0 / 120.0,
        agents: 10,
        lines: None,
    };
    let exact = queue.solve().expect("a model");
    let centre = format!(
        "{LONG}[contacts.c]\narrivals = '120/h'\ntalk = {{ exponential = '5m' }}\npatience = {{ exponential = '2m' \
         }}\n[queues.c]\n{LEVELS}\n[teams.t]\nagents = 10\n"
    );
    let abandoned_wait = exact.mean_wait_of_abandoned.expect("some give up");
    let mut checks = vec![
        check("must wait", exact.wait_probability, must_wait),
        check("wait", exact.mean_wait.expect("some get in"), seconds(0, WAITED, OFFERED)),
        check("wait until giving up", abandoned_wait, seconds(0, &[Field::WaitAbandoned], GAVE_UP)),
        check("gave up", exact.abandoned, ended(Outcome::Abandoned)),
    ];
    for (number, level) in stage::plan(&centre).scenario.queues[0].service_levels.iter().enumerate() {
        let (within, short) = (exact.within(level.threshold.as_seconds()), exact.within(level.short.as_seconds()));
        let mut grades = [0.0; Grade::COUNT];
        grades[Grade::AnsweredInTime as usize] = within.answered;
        grades[Grade::AnsweredLate as usize] = exact.answered - within.answered;
        grades[Grade::AbandonedShort as usize] = short.abandoned;
        grades[Grade::AbandonedInTime as usize] = within.abandoned - short.abandoned;
        grades[Grade::AbandonedLate as usize] = exact.abandoned - within.abandoned;
        let weigh = |weights: &[f64]| weights.iter().zip(grades).map(|(weight, grade)| weight * grade).sum::<f64>();
        let name = format!("level {number}, {}", level.name);
        checks.push(check(name, weigh(&level.numerator) / weigh(&level.denominator), move |observed| {
            let first = (observed.totals[0].get(Field::ServiceGood), observed.totals[0].get(Field::ServiceOf));
            let (good, of) = if number == 0 { first } else { observed.levels[number - 1] };
            (good as f64, of as f64)
        }));
    }
    agree(&observe(&centre, 60), &checks);
}

#[test]
fn limited_waiting_places() {
    let queue = LimitedLines { arrival_rate: 120.0 / 3_600.0, service_rate: 1.0 / 150.0, agents: 5, lines: 9 };
    let exact = queue.solve().expect("a model");
    let centre = "[contacts.c]\narrivals = '120/h'\ntalk = { exponential = '150s' }\n[queues.c]\ncapacity = 4\n\
                  [teams.t]\nagents = 5\n";
    agree(
        &observe(&format!("{LONG}{centre}"), 40),
        &[
            check("blocked", exact.blocking, ended(Outcome::Blocked)),
            check("wait", exact.mean_wait.expect("some get in"), seconds(0, WAITED, ANSWERED)),
            check("queue", exact.mean_queue_length, share(0, QUEUE, ELAPSED)),
            check("busy", exact.mean_busy, share(0, TALKING, ELAPSED)),
        ],
    );
}

#[test]
fn limited_trunk_lines_are_the_same_as_limited_places() {
    let queue = LimitedLines { arrival_rate: 120.0 / 3_600.0, service_rate: 1.0 / 150.0, agents: 5, lines: 9 };
    let exact = queue.solve().expect("a model");
    let centre = "[contacts.c]\narrivals = '120/h'\ntalk = { exponential = '150s' }\nlines = 'l'\n[lines.l]\ncount = 9\n\
                  [teams.t]\nagents = 5\n";
    agree(&observe(&format!("{LONG}{centre}"), 40), &[check("blocked", exact.blocking, ended(Outcome::Blocked))]);
}

#[test]
fn one_agent_with_lognormal_talks() {
    let model = SingleAgent { arrival_rate: 12.0 / 3_600.0, mean_service: 180.0, service_variation: 1.2 };
    let exact = model.solve().expect("a model");
    let centre = "[horizon]\nlength = '1100h'\nwarm_up = '100h'\ninterval = '1100h'\n[contacts.c]\narrivals = \
                  '12/h'\ntalk = { lognormal = { mean = '3m', cv = 1.2 } }\n[teams.t]\nagents = 1\n";
    agree(
        &observe(centre, 60),
        &[
            check("wait", exact.mean_wait, seconds(0, WAITED, ANSWERED)),
            check("queue", exact.mean_queue_length, share(0, QUEUE, ELAPSED)),
            check("must wait", exact.occupancy, must_wait),
        ],
    );
}

#[test]
fn one_agent_at_whom_contacts_ring_before_the_talk() {
    // Ringing and talk are one service of two exponential parts: mean 10 + 170 s, variance 10² + 170² s².
    let variation = f64::hypot(10.0, 170.0) / 180.0;
    let model = SingleAgent { arrival_rate: 12.0 / 3_600.0, mean_service: 180.0, service_variation: variation };
    let exact = model.solve().expect("a model");
    let centre = "[horizon]\nlength = '1100h'\nwarm_up = '100h'\ninterval = '1100h'\n[contacts.c]\narrivals = \
                  '12/h'\ntalk = { exponential = '170s' }\n[teams.t]\nagents = 1\n\
                  offers = { answer_after = { exponential = '10s' }, ring = '1h' }\n";
    agree(
        &observe(centre, 60),
        &[
            check("wait", exact.mean_wait + 10.0, seconds(0, WAITED, ANSWERED)),
            check("ringing", 12.0 / 360.0, share(0, &[Field::AgentRinging], ELAPSED)),
        ],
    );
}

#[test]
fn one_agent_who_misses_every_fifth_ring() {
    // A contact rings in vain N times, N geometric with mean 0.2 / 0.8 and variance 0.2 / 0.8²; each time takes 20 s.
    let mean = 20.0 * 0.25 + 175.0;
    let variation = f64::sqrt(20.0 * 20.0 * 0.3125 + 175.0 * 175.0) / mean;
    let model = SingleAgent { arrival_rate: 12.0 / 3_600.0, mean_service: mean, service_variation: variation };
    let exact = model.solve().expect("a model");
    let centre = "[horizon]\nlength = '1100h'\nwarm_up = '100h'\ninterval = '1100h'\n[contacts.c]\narrivals = \
                  '12/h'\ntalk = { exponential = '175s' }\n[teams.t]\nagents = 1\noffers = { accept = '80%' }\n";
    agree(
        &observe(centre, 60),
        &[
            check("wait", exact.mean_wait + 5.0, seconds(0, WAITED, ANSWERED)),
            check("missed", 0.25, share(0, &[Field::AgentMissed], ANSWERED)),
        ],
    );
}

#[test]
fn two_classes_of_priority() {
    let model =
        PriorityClasses { arrival_rates: vec![20.0 / 3_600.0, 28.0 / 3_600.0], service_rate: 1.0 / 180.0, agents: 3 };
    let exact = model.solve().expect("a model");
    let centre = "[contacts.first]\narrivals = '20/h'\ntalk = { exponential = '3m' }\npriority = 1\nqueue = 'q'\n\
                  [contacts.second]\narrivals = '28/h'\ntalk = { exponential = '3m' }\npriority = 2\nqueue = 'q'\n\
                  [queues.q]\n[teams.t]\nagents = 3\n";
    let wait = |class: usize| exact[class].expect("below full load").mean_wait;
    // Scopes: the centre, its queue, then the two types.
    agree(
        &observe(&format!("[horizon]\nlength = '420h'\nwarm_up = '20h'\ninterval = '420h'\n{centre}"), 150),
        &[
            check("wait of the first", wait(0), seconds(2, WAITED, ANSWERED)),
            check("wait of the second", wait(1), seconds(3, WAITED, ANSWERED)),
        ],
    );
}

#[test]
fn retrials_after_a_busy_tone() {
    let model = Retrials {
        arrival_rate: 100.0 / 3_600.0,
        service_rate: 1.0 / 180.0,
        retrial_rate: 1.0 / 120.0,
        return_probability: 0.8,
        lines: 6,
    };
    let exact = model.solve().expect("a model");
    let retrials = exact.retrials_per_contact.expect("some arrive");
    let served = exact.mean_busy * model.service_rate / model.arrival_rate;
    let centre = "[contacts.c]\narrivals = '100/h'\ntalk = { exponential = '3m' }\nredial.blocked = { probability = \
                  0.8, delay = { exponential = '2m' } }\n[queues.c]\ncapacity = 0\n[teams.t]\nagents = 6\n";
    agree(
        &observe(&format!("{LONG}{centre}"), 50),
        &[
            check("busy", exact.mean_busy, share(0, TALKING, ELAPSED)),
            check("retrials", retrials, share(0, &[Field::ArrivedRedial], &[Field::ArrivedFirst])),
            check("blocked attempts", 1.0 - served / (1.0 + retrials), ended(Outcome::Blocked)),
        ],
    );
}
