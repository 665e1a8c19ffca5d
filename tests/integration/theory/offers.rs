//! Offers, rounds and several queues, against minima of exponential times, uniform delays and one pooled queue.

use switchboard::stats::{Field, Tallied};
use switchboard::theory::{ErlangC, SingleAgent};

use super::{ANSWERED, ELAPSED, WAITED, agree, check, observe, seconds, share};
use crate::stage;

const LONG: &str = "[horizon]\nlength = '110h'\nwarm_up = '10h'\ninterval = '110h'\n";

#[test]
fn the_first_of_four_who_answer_after_exponential_times() {
    // Contacts are so far apart that all four are free: the wait is the least of four exponential times of 10 s.
    let centre = |offers: &str| {
        format!(
            "{LONG}[contacts.c]\narrivals = {{ renewal = '10m' }}\ntalk = '1m'\n[queues.c]\noffers = {{ {offers} \
             }}\n[teams.t]\nagents = 4\noffers = {{ answer_after = {{ exponential = '10s' }}, ring = '5m' }}\n"
        )
    };
    agree(
        &observe(&centre("to = 'all'"), 60),
        &[
            check("wait at all four", 2.5, seconds(0, WAITED, ANSWERED)),
            check("outrun", 3.0, share(0, &[Field::OfferOutrun], ANSWERED)),
            check("time lost", 7.5, seconds(0, &[Field::OfferTimeLost], ANSWERED)),
        ],
    );
    agree(&observe(&centre("to = 2"), 60), &[check("wait at two", 5.0, seconds(0, WAITED, ANSWERED))]);
    // One more every 10 s: nobody answers in the first 10 s with probability 1/e, in the next 10 s with 1/e², …
    let survived = [0.0, 1.0, 3.0].map(|rate: f64| (-rate).exp());
    let steps: f64 = survived.iter().zip([1.0, 2.0, 3.0]).map(|(left, n)| left * 10.0 / n * -(-n).exp_m1()).sum();
    let wait = steps + (-6.0_f64).exp() * 10.0 / 4.0;
    let widening = observe(&centre("to = 'all', every = '10s'"), 60);
    agree(&widening, &[check("wait at one more every 10 s", wait, seconds(0, WAITED, ANSWERED))]);
}

#[test]
fn one_agent_who_declines_every_fifth_offer_and_is_connected_before_the_talk() {
    // Declined N times, N geometric with mean 0.25 and variance 0.3125, each after 8 s; then 6 s of connecting.
    let mean = 8.0 * 0.25 + 6.0 + 172.0;
    let variation = f64::sqrt(8.0 * 8.0 * 0.3125 + 172.0 * 172.0) / mean;
    let model = SingleAgent { arrival_rate: 12.0 / 3_600.0, mean_service: mean, service_variation: variation };
    let exact = model.solve().expect("a model");
    let centre = "[horizon]\nlength = '1100h'\nwarm_up = '100h'\ninterval = '1100h'\n[contacts.c]\narrivals = \
                  '12/h'\ntalk = { exponential = '172s' }\n[teams.t]\nagents = 1\noffers = { reject = '20%', \
                  reject_after = '8s', connect = '6s' }\n";
    agree(
        &observe(centre, 60),
        &[
            check("wait", exact.mean_wait + 8.0, seconds(0, WAITED, ANSWERED)),
            check("declined", 0.25, share(0, &[Field::OfferRejected], ANSWERED)),
            check("ringing", 12.0 * 8.0 / 3_600.0, share(0, &[Field::AgentRinging], ELAPSED)),
        ],
    );
}

#[test]
fn rounds_delay_by_half_their_distance_where_somebody_is_always_free() {
    let centre = format!(
        "{LONG}[contacts.c]\narrivals = '60/h'\ntalk = {{ exponential = '1m' }}\n[routing]\nmatch_every = '10s'\n[teams.t]\n\
         agents = 30\n"
    );
    agree(&observe(&centre, 60), &[check("wait", 5.0, seconds(0, WAITED, ANSWERED))]);
}

#[test]
fn being_seen_late_is_as_long_as_wrapping_up() {
    let centre = |routing: &str, contact: &str| {
        let text = format!(
            "[horizon]\nlength = '20h'\n[contacts.c]\narrivals = '100/h'\ntalk = {{ exponential = '3m' }}\n{contact}\n\
             [routing]\n{routing}\n[teams.t]\nagents = 6\n"
        );
        let total = stage::count(&stage::plan(&text), stage::SEED, 0).total(0);
        [Field::WaitAnswered, Field::AnsweredAtOnce, Field::LongestWait, Field::Talk].map(|field| total.get(field))
    };
    assert_eq!(centre("free_seen_after = '20s'", ""), centre("", "wrap_up = '20s'"));
    assert_ne!(centre("free_seen_after = '20s'", ""), centre("", ""));
}

/// One agent of whom every fifth news is lost for a minute serves as if the talk were longer by as much: M/G/1, after
/// Pollaczek and Khinchine.
#[test]
fn news_that_are_lost_are_a_part_of_the_service() {
    let (arrive, talk, lost, found) = (30.0 / 3_600.0, 60.0, 0.2, 60.0);
    let mean = talk + lost * found;
    let square = 2.0 * talk * talk + 2.0 * talk * lost * found + lost * found * found;
    let wait = arrive * square / 2.0 / (1.0 - arrive * mean);
    let centre = format!(
        "{LONG}[contacts.c]\narrivals = '30/h'\ntalk = {{ exponential = '1m' }}\n[routing]\nlost_updates = {{ share = \
         '20%', found_after = '1m' }}\n[teams.t]\nagents = 1\n"
    );
    agree(&observe(&centre, 120), &[check("wait", wait, seconds(0, WAITED, ANSWERED))]);
}

#[test]
fn two_queues_whose_contacts_all_wait_in_both_are_one() {
    let exact = ErlangC { arrival_rate: 27.0 / 3_600.0, service_rate: 1.0 / 150.0, agents: 2 }.solve();
    let exact = exact.expect("a model");
    let centre = format!(
        "{LONG}[contacts.a]\narrivals = '15/h'\ntalk = {{ exponential = '150s' }}\n[contacts.b]\narrivals = '12/h'\n\
         talk = {{ exponential = '150s' }}\n[queues.a]\nalso_in = {{ queue = 'b' }}\n[queues.b]\nalso_in = {{ queue = \
         'a' }}\n[teams.one]\nagents = 1\nqueues = {{ a = {{}} }}\n[teams.other]\nagents = 1\nqueues = {{ b = {{}} }}\n"
    );
    let (both, waits) = (&[Field::QueueArea], &[Field::WaitAnswered, Field::WaitBeside]);
    agree(
        &observe(&centre, 220),
        &[
            check("wait", exact.mean_wait, seconds(0, WAITED, ANSWERED)),
            check("entries waiting", 2.0 * exact.mean_queue_length, share(0, both, ELAPSED)),
            check("waits of entries", 2.0 * exact.mean_wait, seconds(0, waits, ANSWERED)),
        ],
    );
}
