//! Estimates of the wait: what they decide, and how far they are from the wait that comes.

use super::{scheduled, story};
use crate::stage;
use switchboard::stats::{Field, Tallied};

/// One person talks for 20s; who comes while the estimate is above 30s is sent elsewhere.
fn centre(estimator: &str) -> String {
    format!(
        "
        [contacts.sales]
        arrivals = at 0s, 1s, 2s, 3s, 36s
        talk = '20s'
        [queues.sales]
        estimator = {estimator}
        overflow = [{{ when = 'queue.expected_wait > 30s', action = 'transfer-out' }}]
        [teams.front]
        agents = 1
        "
    )
}

/// Nobody has been answered by 3s, so that the place alone says anything: 3 times 20s.
#[test]
fn the_place_is_known_before_anybody_was_answered() {
    story(
        &centre("'queue-length'"),
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, sales
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, sales
        00:00:01 contact 2 waits in sales
        00:00:02 contact 3 comes, sales
        00:00:02 contact 3 is over: transferred-out
        00:00:03 contact 4 comes, sales
        00:00:03 contact 4 is over: transferred-out
        00:00:20 contact 1 is over: served
        00:00:20 front 1 answers contact 2 after 19s
        00:00:36 contact 5 comes, sales
        00:00:36 contact 5 waits in sales
        00:00:40 contact 2 is over: served
        00:00:40 front 1 answers contact 5 after 4s
        00:01:00 contact 5 is over: served
        00:01:00 front 1 is free
        ",
    );
}

/// At 36s the first who waits has done so for 34s, while nobody was answered after more than 19s.
#[test]
fn the_head_of_the_line_tells_before_the_last_who_was_answered() {
    let told = super::journal(&centre("'head-of-line'"));
    assert!(told.contains("00:00:36 contact 5 is over: transferred-out"), "{told}");
    let told = super::journal(&centre("'last-to-enter'"));
    assert!(told.contains("00:00:36 contact 5 waits in sales"), "{told}");
}

/// Contacts 2, 3 and 4 are foretold 15s, 30s and 45s, and wait 19s, 38s and 57s; contact 5 is third again, is foretold 45s
/// and waits 44s.
#[test]
fn what_was_foretold_is_compared_with_the_wait_that_came() {
    let text = centre("{ queue-length = { handle_time = '15s' } }").replace("overflow", "changes = [] # overflow");
    let plan = stage::plan(&scheduled(&text));
    let total = stage::count(&plan, stage::SEED, 0).total(1);
    let seconds = |field| total.get(field) as f64 / 1e6;
    assert_eq!((total.get(Field::Foretold), total.get(Field::ForetoldTooShort)), (4, 3));
    assert_eq!((seconds(Field::ForetoldSaid), seconds(Field::ForetoldCame)), (135.0, 158.0));
    assert_eq!((seconds(Field::ForetoldAbove), seconds(Field::ForetoldBelow)), (1.0, 24.0));
    assert_eq!(total.get(Field::ForetoldSquares), (16 + 64 + 144 + 1) * 10_000);
}

/// Near has two waiting for one person, far nobody but a busy one; the last wait in near was short.
#[test]
fn the_shortest_wait_is_the_one_that_queues_estimate() {
    let centre = "
        [contacts.near]
        arrivals = at 0s, 1s, 2s
        talk = '10s'
        [contacts.far]
        arrivals = at 0s
        talk = '10s'
        [contacts.either]
        arrivals = at 12s
        flow = 'choose'
        talk = '10s'
        [flows.choose]
        start = 'best'
        [flows.choose.nodes]
        best = { shortest-wait = { queues = { near = {}, far = {} } } }
        [queues.near]
        [queues.far]
        estimator = { queue-length = { handle_time = '30s' } }
        [teams.near]
        agents = 1
        queues = { near = {} }
        [teams.far]
        agents = 1
        queues = { far = {} }
        ";
    // At 12s near has one waiting: two places of 10s. Far has somebody free, which is nothing.
    let told = super::journal(centre);
    assert!(told.contains("far 1 answers contact 5"), "{told}");
    // With talks of 20s far is busy, too: one place of 30s there, three of 20s in near.
    let told = super::journal(&centre.replace("'10s'", "'20s'"));
    assert!(told.contains("contact 5 waits in far"), "{told}");
    // If far reckons with 90s, near is shorter.
    let told = super::journal(&centre.replace("'10s'", "'20s'").replace("'30s'", "'90s'"));
    assert!(told.contains("contact 5 waits in near"), "{told}");
}
