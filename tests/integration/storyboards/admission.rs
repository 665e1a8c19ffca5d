//! Admission: contacts that a queue sends elsewhere by the state of the centre, as they come or while they wait.

use super::{journal, story};

#[test]
fn a_contact_that_comes_to_a_long_queue_goes_to_another_at_once() {
    story(
        "
        [contacts.calls]
        arrivals = at 0s, 1s, 2s
        talk = '20s'
        queue = 'near'
        [queues.near]
        overflow = [{ when = 'queue.length >= 1', action = { queue = 'far' } }]
        [queues.far]
        [teams.first]
        agents = 1
        queues = { near = {} }
        [teams.second]
        agents = 1
        queues = { far = {} }
        ",
        "
        00:00:00 first 1 comes
        00:00:00 second 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 first 1 answers contact 1
        00:00:01 contact 2 comes, calls
        00:00:01 contact 2 waits in near
        00:00:02 contact 3 comes, calls
        00:00:02 second 1 answers contact 3
        00:00:20 contact 1 is over: served
        00:00:20 first 1 answers contact 2 after 19s
        00:00:22 contact 3 is over: served
        00:00:22 second 1 is free
        00:00:40 contact 2 is over: served
        00:00:40 first 1 is free
        ",
    );
}

#[test]
fn a_contact_that_would_wait_too_long_is_refused() {
    // One person, talks of 40 s: the second would wait for one talk, the third for two.
    story(
        "
        [contacts.calls]
        arrivals = at 0s, 1s, 2s
        talk = '40s'
        [queues.calls]
        overflow = [{ when = 'queue.expected_wait > 60s', action = 'disconnect' }]
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, calls
        00:00:01 contact 2 waits in calls
        00:00:02 contact 3 comes, calls
        00:00:02 contact 3 is over: ejected
        00:00:40 contact 1 is over: served
        00:00:40 front 1 answers contact 2 after 39s
        00:01:20 contact 2 is over: served
        00:01:20 front 1 is free
        ",
    );
}

#[test]
fn nobody_is_let_in_while_everybody_is_absent() {
    let told = journal(
        "
        [contacts.calls]
        arrivals = at 30s, 70s
        talk = '20s'
        [queues.calls]
        no_agents = { join = ['off', 'break'] }
        [[teams.front.shifts]]
        start = '00:01'
        end = '00:10'
        ",
    );
    assert!(told.contains("00:00:30 contact 1 is over: ejected"), "{told}");
    assert!(told.contains("00:01:10 front 1 answers contact 2\n"), "{told}");
}

#[test]
fn whoever_waits_leaves_when_the_last_agent_has_gone() {
    story(
        "
        [contacts.calls]
        arrivals = at 50s, 55s
        talk = '30s'
        [queues.calls]
        no_agents = { leave = ['off'], action = 'transfer-out' }
        [[teams.front.shifts]]
        start = '00:00'
        end = '00:01'
        ",
        "
        00:00:00 front 1 comes
        00:00:50 contact 1 comes, calls
        00:00:50 front 1 answers contact 1
        00:00:55 contact 2 comes, calls
        00:00:55 contact 2 waits in calls
        00:01:00 somebody of front works overtime
        00:01:20 contact 1 is over: served
        00:01:20 front 1 is free
        00:01:20 front 1 goes
        00:01:20 somebody of front ends overtime
        00:01:20 contact 2 leaves calls after 25s
        00:01:20 contact 2 is over: transferred-out
        ",
    );
}

#[test]
fn newcomers_have_a_grace() {
    let told = journal(
        "
        [contacts.calls]
        arrivals = at 0s, 3s
        talk = '30s'
        [queues.calls]
        no_agents = { leave = ['off'], grace = '10s' }
        [[teams.front.shifts]]
        start = '00:01'
        end = '00:02'
        ",
    );
    assert!(told.contains("00:00:10 contact 1 leaves calls after 10s"), "{told}");
    assert!(told.contains("00:00:13 contact 2 leaves calls after 10s"), "{told}");
}

#[test]
fn a_maximum_wait_may_ask_whether_there_is_room_elsewhere_once_or_again_and_again() {
    let centre = |every: &str| {
        format!(
            "
        [contacts.calls]
        arrivals = at 0s, 1s
        talk = '2m'
        queue = 'near'
        [contacts.others]
        arrivals = at 0s, 2s
        talk = '35s'
        queue = 'far'
        [queues.near]
        maximum_wait = {{ after = '20s', action = {{ queue = 'far' }}, only_if = 'queue.far.length == 0'{every} }}
        [queues.far]
        [teams.first]
        agents = 1
        queues = {{ near = {{}} }}
        [teams.second]
        agents = 1
        queues = {{ far = {{}} }}
        "
        )
    };
    // At 21s one waits for the second team, which takes it at 35s; the next time to ask is 41s.
    let again = journal(&centre(", every = '20s'"));
    assert!(again.contains("00:00:41 contact 3 leaves near after 40s"), "{again}");
    assert!(again.contains("00:01:10 second 1 answers contact 3 after 29s"), "{again}");
    let once = journal(&centre(""));
    assert!(once.contains("00:02:00 first 1 answers contact 3 after 1m59s"), "{once}");
}
