//! Callbacks: who is offered one, when the customer is called, and what follows when nobody answers.

use super::{journal, scheduled, story};
use crate::stage;
use switchboard::stats::{Field, Tallied};

/// One person talks for 20s; `callback` is that of the queue.
fn centre(arrivals: &str, callback: &str) -> String {
    format!(
        "
        [contacts.sales]
        arrivals = at {arrivals}
        talk = '20s'
        [queues.sales]
        callback = {{ {callback} }}
        [teams.front]
        agents = 1
        "
    )
}

#[test]
fn an_agent_calls_in_turn_and_talks_to_who_answers() {
    let centre = centre("0s, 1s, 2s", "offer_at = '0s', answer_after = '5s', within = '10s'");
    story(
        &centre,
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, sales
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, sales
        00:00:01 contact 2 accepts a callback
        00:00:01 contact 2 leaves sales after 0s
        00:00:01 contact 2 waits in sales
        00:00:02 contact 3 comes, sales
        00:00:02 contact 3 accepts a callback
        00:00:02 contact 3 leaves sales after 0s
        00:00:02 contact 3 waits in sales
        00:00:20 contact 1 is over: served
        00:00:20 front 1 calls contact 2 back
        00:00:25 front 1 answers contact 2 after 24s
        00:00:45 contact 2 is over: served
        00:00:45 front 1 calls contact 3 back
        00:00:50 front 1 answers contact 3 after 48s
        00:01:10 contact 3 is over: served
        00:01:10 front 1 is free
        ",
    );
    // Contact 2 was promised 20s from 1s on, contact 3 40s from 2s on, and 10s more are granted.
    let total = stage::count(&stage::plan(&scheduled(&centre)), stage::SEED, 0).total(1);
    let counted = [
        Field::CallbackAccepted,
        Field::CallbackDialled,
        Field::CallbackReached,
        Field::CallbackConnected,
        Field::CallbackInTime,
    ];
    assert_eq!(counted.map(|field| total.get(field)), [2; 5]);
    assert_eq!(total.get(Field::CallbackWait), (24 + 48) * 1_000_000);
    // They left the queue once, and came to it once more, without any wait that counts as none.
    assert_eq!(total.get(Field::GradeFlowOutInTime), 2);
    assert_eq!(total.get(Field::WaitAnswered), (24 + 48) * 1_000_000);
    assert_eq!(total.get(Field::AnsweredAtOnce), 1);
}

#[test]
fn who_does_not_answer_is_called_again_and_then_no_more() {
    story(
        &centre("0s, 1s", "offer_at = '0s', answer = 0, ring = '10s', attempts = 2, again_after = '30s'"),
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, sales
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, sales
        00:00:01 contact 2 accepts a callback
        00:00:01 contact 2 leaves sales after 0s
        00:00:01 contact 2 waits in sales
        00:00:20 contact 1 is over: served
        00:00:20 front 1 calls contact 2 back
        00:00:30 front 1 does not reach contact 2
        00:00:30 front 1 is free
        00:01:00 front 1 calls contact 2 back
        00:01:10 front 1 does not reach contact 2
        00:01:10 contact 2 leaves sales after 1m9s
        00:01:10 contact 2 is over: unreached
        00:01:10 front 1 is free
        ",
    );
}

#[test]
fn a_busy_line_costs_the_agent_no_time_and_a_callback_expires() {
    let told = journal(&centre(
        "0s, 1s, 2s",
        "offer_at = '0s', answer = 0, busy = 1, attempts = 9, again_after = '30s', expires_after = '40s'",
    ));
    let calls: Vec<&str> = told.lines().filter(|line| line.contains("calls contact 2")).collect();
    assert_eq!(calls, ["00:00:20 front 1 calls contact 2 back"]);
    assert!(
        told.contains("00:00:20 front 1 does not reach contact 2\n00:00:20 front 1 calls contact 3 back"),
        "{told}"
    );
    assert!(told.contains("00:00:41 contact 2 is over: unreached"), "{told}");
}

#[test]
fn the_centre_calls_who_comes_next_and_the_customer_waits_with_little_patience() {
    story(
        &centre("0s, 10s, 12s", "offer_at = '0s', dial = 'customer-first', answer_after = '3s', patience = '8s'"),
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, sales
        00:00:00 front 1 answers contact 1
        00:00:10 contact 2 comes, sales
        00:00:10 contact 2 accepts a callback
        00:00:10 contact 2 leaves sales after 0s
        00:00:10 contact 2 waits in sales
        00:00:10 contact 2 is called back
        00:00:12 contact 3 comes, sales
        00:00:12 contact 3 accepts a callback
        00:00:12 contact 3 leaves sales after 0s
        00:00:12 contact 3 waits in sales
        00:00:13 contact 2 is on the line
        00:00:20 contact 1 is over: served
        00:00:20 front 1 answers contact 2 after 10s
        00:00:20 contact 3 is called back
        00:00:23 contact 3 is on the line
        00:00:31 contact 3 leaves sales after 19s
        00:00:31 contact 3 is over: abandoned
        00:00:40 contact 2 is over: served
        00:00:40 front 1 is free
        ",
    );
}

/// With two places, both are called as soon as they have come.
#[test]
fn as_many_are_called_as_the_place_says() {
    let told = journal(&centre(
        "0s, 10s, 12s",
        "offer_at = '0s', dial = 'customer-first', position = 2, answer_after = '3s', patience = '8s'",
    ));
    assert!(told.contains("00:00:12 contact 3 is called back"), "{told}");
}

#[test]
fn a_callback_offered_after_a_while_keeps_its_place_in_another_queue() {
    story(
        "
        [contacts.sales]
        arrivals = at 0s, 1s
        talk = '20s'
        [contacts.help]
        arrivals = at 2s
        talk = '20s'
        [queues.sales]
        callback = { offer_at = '10s', queue = 'later', answer_after = '5s' }
        [queues.later]
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, sales
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, sales
        00:00:01 contact 2 waits in sales
        00:00:02 contact 3 comes, help
        00:00:02 contact 3 waits in help
        00:00:11 contact 2 accepts a callback
        00:00:11 contact 2 leaves sales after 10s
        00:00:11 contact 2 waits in later
        00:00:20 contact 1 is over: served
        00:00:20 front 1 calls contact 2 back
        00:00:25 front 1 answers contact 2 after 14s
        00:00:45 contact 2 is over: served
        00:00:45 front 1 answers contact 3 after 43s
        00:01:05 contact 3 is over: served
        00:01:05 front 1 is free
        ",
    );
}

/// Contact 2 expects 20s, contact 3 40s.
#[test]
fn who_is_offered_one_and_who_accepts_goes_by_the_wait_expected() {
    let told = journal(&centre("0s, 1s, 2s", "offer_at = '0s', only_if = 'queue.expected_wait > 30s'"));
    assert!(told.contains("00:00:01 contact 2 waits") && told.contains("00:00:02 contact 3 accepts"), "{told}");
    let steps = "offer_at = '0s', accept = [{ share = 0 }, { from = '30s', share = 1 }]";
    let told = journal(&centre("0s, 1s, 2s", steps));
    assert!(told.contains("00:00:01 contact 2 declines") && told.contains("00:00:02 contact 3 accepts"), "{told}");
}

#[test]
fn no_more_callbacks_are_open_than_are_allowed() {
    let told = journal(&centre("0s, 1s, 2s, 26s", "offer_at = '0s', most = 1, answer_after = '5s'"));
    assert!(told.contains("00:00:01 contact 2 accepts"), "{told}");
    assert!(told.contains("00:00:02 contact 3 comes, sales\n00:00:02 contact 3 waits"), "{told}");
    // Contact 2 is answered at 25s, so that another callback may be open.
    assert!(told.contains("00:00:26 contact 4 accepts"), "{told}");
}

#[test]
fn a_flow_offers_callbacks_before_the_queue() {
    let centre = "
        [contacts.sales]
        arrivals = at 0s, 1s
        talk = '20s'
        patience = '3s'
        flow = 'ask'
        [flows.ask.nodes]
        offer = { offer-callback = { queue = 'sales', declined = 'hold' } }
        hold = { enqueue = 'sales' }
        [queues.sales]
        callback = { only_if = 'queue.expected_wait > 10s', answer_after = '5s' }
        [teams.front]
        agents = 1
        ";
    story(
        centre,
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, sales
        00:00:00 contact 1 hears offer
        00:00:00 contact 1 hears hold
        00:00:00 contact 1 leaves ask after 0s
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, sales
        00:00:01 contact 2 hears offer
        00:00:01 contact 2 accepts a callback
        00:00:01 contact 2 leaves ask after 0s
        00:00:01 contact 2 waits in sales
        00:00:20 contact 1 is over: served
        00:00:20 front 1 calls contact 2 back
        00:00:25 front 1 answers contact 2 after 24s
        00:00:45 contact 2 is over: served
        00:00:45 front 1 is free
        ",
    );
    // The offer counts in the queue that makes it, though nobody has come there yet.
    let total = stage::count(&stage::plan(&scheduled(centre)), stage::SEED, 0).total(1);
    assert_eq!([Field::CallbackAccepted, Field::CallbackConnected].map(|field| total.get(field)), [1, 1]);
}
