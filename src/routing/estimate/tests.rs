//! Every estimator against numbers that can be checked in the head.

use super::*;
use crate::family::example;

fn at(seconds: u64) -> Instant {
    Instant::START + Span::seconds(seconds as f64)
}

fn begun(written: &str) -> Box<dyn Estimating> {
    let chosen = example::member(&ESTIMATORS, written);
    let made = (ESTIMATORS.entries[chosen.index].make)(&chosen.settings);
    made.unwrap_or_else(|complaint| panic!("{written}: {complaint:?}")).begin()
}

/// An answer after so long by four people at work.
fn answer(now: u64, wait: f64) -> Answer {
    Answer { now: at(now), wait: Span::seconds(wait), class: 5, staffed: 4 }
}

/// Third in a queue of four people, all of them busy for a minute each.
fn seen() -> Seen {
    Seen {
        now: at(1_000),
        position: 3,
        position_in_class: 2,
        class: 5,
        oldest: Span::seconds(50.0),
        staffed: 4,
        handle_time: Some(60.0),
        written_handle_time: 200.0,
        share_of_work: 0.5,
        ..Seen::default()
    }
}

fn waited(seconds: f64) -> Seen {
    Seen { waited: Span::seconds(seconds), ..seen() }
}

#[test]
fn the_head_of_the_line_says_what_it_has_waited() {
    let it = begun("'head-of-line'");
    assert_eq!(it.further_wait(&seen()), 50.0);
    assert_eq!(it.further_wait(&waited(20.0)), 30.0);
    assert_eq!(it.further_wait(&waited(70.0)), 0.0);
}

#[test]
fn the_last_who_waited_counts_and_nobody_answered_at_once() {
    let mut it = begun("'last-to-enter'");
    assert_eq!(it.further_wait(&seen()), 0.0);
    it.answered(answer(10, 30.0));
    it.answered(answer(20, 0.0));
    assert_eq!(it.further_wait(&waited(10.0)), 20.0);
}

#[test]
fn the_last_few_are_averaged_with_those_answered_at_once() {
    let mut it = begun("{ last-answered = { count = 2 } }");
    for wait in [90.0, 30.0, 0.0] {
        it.answered(answer(10, wait));
    }
    assert_eq!(it.further_wait(&seen()), 15.0);
}

#[test]
fn a_moving_average_takes_a_quarter_of_the_new() {
    let mut it = begun("'moving-average'");
    it.answered(answer(10, 40.0));
    assert_eq!(it.further_wait(&seen()), 10.0);
    it.answered(answer(20, 50.0));
    assert_eq!(it.further_wait(&seen()), 20.0);
}

#[test]
fn minutes_are_averaged_whatever_their_number_of_answers_and_unsteady_ones_left_out() {
    let answers = [(900, 10.0), (910, 20.0), (930, 60.0), (970, 90.0), (20, 1_000.0)];
    let mut all = begun("{ minute-means = { window = '5m' } }");
    let mut steady = begun("{ minute-means = { window = '5m', most_variation = 0.5 } }");
    for (now, wait) in answers.into_iter().skip(4).chain(answers.into_iter().take(4)) {
        all.answered(answer(now, wait));
        steady.answered(answer(now, wait));
    }
    // The minute from 900 has 10, 20 and 60, of mean 30 and spread 21.6; that from 960 has 90.
    assert_eq!(all.further_wait(&seen()), 60.0);
    assert_eq!(steady.further_wait(&seen()), 90.0);
}

#[test]
fn half_as_many_people_let_wait_twice_as_long() {
    let mut it = begun("{ people-adjusted = { window = '10m' } }");
    for (now, wait) in [(100, 1_000.0), (700, 20.0), (800, 40.0)] {
        it.answered(answer(now, wait));
    }
    assert_eq!(it.further_wait(&Seen { staffed: 2, ..seen() }), 60.0);
    assert_eq!(it.further_wait(&Seen { staffed: 2, ..waited(15.0) }), 45.0);
    assert_eq!(it.further_wait(&Seen { staffed: 0, ..seen() }), f64::INFINITY);
}

#[test]
fn the_place_counts_at_the_pace_of_people_at_work() {
    let it = begun("'queue-length'");
    assert_eq!(it.further_wait(&seen()), 45.0);
    assert_eq!(it.further_wait(&Seen { handle_time: None, ..seen() }), 150.0);
    assert_eq!(it.further_wait(&Seen { available: 1, ..seen() }), 0.0);
    assert_eq!(it.further_wait(&Seen { staffed: 0, ..seen() }), f64::INFINITY);
    assert_eq!(begun("{ queue-length = { handle_time = '2m' } }").further_wait(&seen()), 90.0);
}

#[test]
fn each_class_has_a_rate_of_service_of_its_own() {
    let mut it = begun("'rate-of-service'");
    let newcomer = |entered, class| Newcomer { entered: at(entered), class, first_of_class: true };
    it.began_waiting(newcomer(10, 5));
    it.began_waiting(newcomer(10, 1));
    it.answered(Answer { class: 1, ..answer(14, 4.0) });
    it.answered(answer(30, 20.0));
    it.answered(answer(40, 20.0));
    // Class 5 took 20 and 10 seconds, class 1 took 4.
    assert_eq!(it.further_wait(&seen()), 30.0);
    assert_eq!(it.further_wait(&Seen { class: 1, ..seen() }), 8.0);
    assert_eq!(it.further_wait(&Seen { staffed: 0, ..seen() }), f64::INFINITY);
}

#[test]
fn stat_server_reckons_with_the_share_of_the_queue_in_the_work_of_its_people() {
    let it = begun("'stat-server'");
    assert_eq!(it.further_wait(&seen()), 90.0);
    assert_eq!(it.further_wait(&Seen { available: 2, ..seen() }), 30.0);
    assert_eq!(it.further_wait(&Seen { available: 3, ..seen() }), 0.0);
    assert_eq!(it.further_wait(&Seen { handle_time: None, ..seen() }), 135.0);
}

#[test]
fn a_window_without_length_is_refused() {
    let chosen = example::member(&ESTIMATORS, "{ minute-means = { window = '0s' } }");
    assert!((ESTIMATORS.entries[chosen.index].make)(&chosen.settings).is_err());
}
