//! A changing day against Palm's model, closed forms and the chain of its busy and waiting.

use super::*;
use crate::theory::{Chain, ErlangA};

fn day(intervals: &[(f64, f64, u64)]) -> TimeVarying {
    let interval = |&(duration, arrival_rate, agents)| StaffedInterval { duration, arrival_rate, agents };
    TimeVarying {
        service_rate: 0.25,
        abandonment_rate: 0.5,
        initial_contacts: 0,
        intervals: intervals.iter().map(interval).collect(),
    }
}

#[test]
fn a_day_that_does_not_change_settles_to_palms_model() {
    let measures = day(&[(200.0, 5.0, 20), (10.0, 5.0, 20)]).solve().unwrap();
    let queue = ErlangA { arrival_rate: 5.0, service_rate: 0.25, abandonment_rate: 0.5, agents: 20, lines: None };
    let (expected, last) = (queue.solve().unwrap(), measures.intervals[1]);
    assert!((last.waiting_time / 10.0 - expected.mean_queue_length).abs() < 1e-9);
    assert!((last.busy_time / 10.0 - expected.mean_busy).abs() < 1e-9);
    assert!((last.abandoned / 50.0 - expected.abandoned).abs() < 1e-10);
    assert!((last.must_wait / 50.0 - expected.wait_probability).abs() < 1e-10);
    assert!((last.answered / 50.0 - expected.answered).abs() < 1e-10);
}

#[test]
fn with_agents_for_everyone_the_busy_follow_the_exponential_approach() {
    // M(t)/M/infinity from empty: mean busy 1/m * a (1 - exp(-m t)), so with a = 1, m = 1/4, t = 4 ln 2: 2.
    let measures = day(&[(4.0 * 2.0_f64.ln(), 1.0, 60)]).solve().unwrap();
    let busy_time = 4.0 * (4.0 * 2.0_f64.ln()) - 4.0 * 2.0;
    assert!((measures.intervals[0].busy_time - busy_time).abs() < 1e-10);
    assert!(measures.intervals[0].abandoned < 1e-30);
}

#[test]
fn leaving_agents_finish_and_nobody_is_taken_meanwhile() {
    // Three busy, all agents leave, nobody arrives: busy time 3 * 4 * (1 - exp(-1)) in 4 minutes.
    let leaving = TimeVarying { initial_contacts: 3, ..day(&[(1e-9, 0.0, 3), (4.0, 0.0, 0)]) };
    let after = leaving.solve().unwrap().intervals[1];
    assert!((after.busy_time - 12.0 * (1.0 - (-1.0_f64).exp())).abs() < 1e-7);
    // Three busy and two waiting behind no agent: the two only give up.
    let stuck = TimeVarying { initial_contacts: 5, ..day(&[(1e-9, 0.0, 3), (2.0, 0.0, 0)]) };
    let after = stuck.solve().unwrap().intervals[1];
    assert!(after.answered.abs() < 1e-8);
    assert!((after.abandoned - 2.0 * (1.0 - (-1.0_f64).exp())).abs() < 1e-7);
}

#[test]
fn coming_agents_take_the_waiting_at_once() {
    let opening = TimeVarying { initial_contacts: 5, ..day(&[(1e-9, 0.0, 0), (1e-9, 0.0, 3)]) };
    let opened = opening.solve().unwrap().intervals[1];
    assert!((opened.answered - 3.0).abs() < 1e-7);
    assert!((opened.waiting_at_end - 2.0).abs() < 1e-7);
}

#[test]
fn a_falling_and_rising_day_agrees_with_the_chain_of_busy_and_waiting() {
    type State = (u64, u64, u64);
    let intervals = [(6.0, 2.0, 8), (5.0, 3.0, 4), (7.0, 1.0, 6)];
    let follow = |agents: u64, arrival_rate: f64| {
        move |&(_, busy, waiting): &State| -> Vec<(State, f64)> {
            let comes = if busy < agents { (0, busy + 1, waiting) } else { (0, busy, waiting + 1) };
            let room = if busy < agents || waiting < 60 { arrival_rate } else { 0.0 };
            let takes = busy <= agents && waiting > 0;
            let freed = if takes { (0, busy, waiting - 1) } else { (0, busy.saturating_sub(1), waiting) };
            let gave_up = (0, busy, waiting.saturating_sub(1));
            vec![(comes, room), (freed, 0.25 * busy as f64), (gave_up, 0.5 * waiting as f64)]
        }
    };
    // Every pair of busy and waiting, walked through in rows.
    let all = Chain::explore((0, 0, 0), 2000, |&(_, busy, waiting): &State| {
        vec![((0, (busy + 1).min(8), waiting), 1.0), ((0, busy, (waiting + 1).min(60)), 1.0)]
    })
    .unwrap();
    let mut now = all.at_first();
    let measures = day(&intervals).solve().unwrap();
    for ((duration, arrival_rate, agents), found) in intervals.into_iter().zip(&measures.intervals) {
        let mut restaffed = vec![0.0; now.len()];
        for (&(_, busy, waiting), &share) in all.states().iter().zip(&now) {
            let taken = agents.saturating_sub(busy).min(waiting);
            let target = (0, busy + taken, waiting - taken);
            let position = all.states().iter().position(|state| *state == target).unwrap();
            restaffed[position] += share;
        }
        let chain = all.with_rates(follow(agents, arrival_rate)).unwrap();
        let evolution = chain.evolve(&restaffed, duration).unwrap();
        let spent = |of: fn(&State, u64) -> f64| chain.mean(&evolution.time_spent, |state| of(state, agents));
        assert!((found.waiting_time - spent(|state, _| state.2 as f64)).abs() < 1e-10);
        assert!((found.busy_time - spent(|state, _| state.1 as f64)).abs() < 1e-10);
        let full = spent(|state, agents| f64::from(u8::from(state.1 >= agents)));
        assert!((found.must_wait - arrival_rate * full).abs() < 1e-10);
        now = evolution.probabilities;
    }
}

#[test]
fn the_edges_have_plain_answers() {
    assert_eq!(day(&[]).solve().unwrap().intervals, []);
    assert!(day(&[(f64::NAN, 1.0, 1)]).solve().is_err());
    assert!(day(&[(1.0, 1.0, u64::MAX)]).solve().is_err());
    let closed = day(&[(10.0, 0.0, 0)]).solve().unwrap();
    assert_eq!(closed.intervals[0].arrivals, 0.0);
}
