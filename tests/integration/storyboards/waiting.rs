//! Waiting: patience, balking, and the longest wait that the centre allows.

use super::story;

#[test]
fn who_balks_leaves_only_if_nobody_is_free() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 1s
        talk = '5s'
        balking = 1
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, billing
        00:00:01 contact 2 leaves billing after 0s
        00:00:01 contact 2 is over: balked
        00:00:05 contact 1 is over: served
        00:00:05 front 1 is free
        ",
    );
}

#[test]
fn without_patience_nobody_waits_longer_than_an_instant() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 1s
        talk = '5s'
        patience = '0s'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, billing
        00:00:01 contact 2 waits in billing
        00:00:01 contact 2 leaves billing after 0s
        00:00:01 contact 2 is over: abandoned
        00:00:05 contact 1 is over: served
        00:00:05 front 1 is free
        ",
    );
}

#[test]
fn the_longest_wait_allowed_may_end_in_a_cut() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s
        talk = '5s'
        patience = '8s'
        [queues.billing]
        maximum_wait = { after = '8s' }
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 waits in billing
        00:00:08 contact 1 leaves billing after 8s
        00:00:08 contact 1 is over: ejected
        ",
    );
}

#[test]
fn patience_may_end_before_the_longest_wait_allowed() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s
        talk = '5s'
        patience = '7s'
        [queues.billing]
        maximum_wait = { after = '8s' }
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 waits in billing
        00:00:07 contact 1 leaves billing after 7s
        00:00:07 contact 1 is over: abandoned
        ",
    );
}

#[test]
fn the_longest_wait_allowed_may_end_outside_the_centre() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s
        talk = '5s'
        [queues.billing]
        maximum_wait = { after = '8s', action = 'transfer-out' }
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 waits in billing
        00:00:08 contact 1 leaves billing after 8s
        00:00:08 contact 1 is over: transferred-out
        ",
    );
}

#[test]
fn another_queue_counts_the_age_that_a_contact_brings_and_its_patience_runs_on() {
    story(
        "
        [contacts.moved]
        arrivals = at 0s, 1s
        queue = 'first'
        talk = '5s'
        skill = 'common'
        patience = '14s'
        [contacts.there]
        arrivals = at 2s, 3s
        queue = 'second'
        talk = '5s'
        skill = 'common'
        [contacts.busy]
        arrivals = at 0s
        queue = 'second'
        talk = '11s'
        priority = 1
        [queues.first]
        maximum_wait = { after = '9s', action = { queue = 'second' } }
        [queues.second]
        [[teams.front.shifts]]
        start = '00:00'
        end = '24:00'
        [teams.front]
        skills = ['common']
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, moved
        00:00:00 front 1 answers contact 1
        00:00:00 contact 2 comes, busy
        00:00:00 contact 2 waits in second
        00:00:01 contact 3 comes, moved
        00:00:01 contact 3 waits in first
        00:00:02 contact 4 comes, there
        00:00:02 contact 4 waits in second
        00:00:03 contact 5 comes, there
        00:00:03 contact 5 waits in second
        00:00:05 contact 1 is over: served
        00:00:05 front 1 answers contact 2 after 5s
        00:00:10 contact 3 leaves first after 9s
        00:00:10 contact 3 waits in second
        00:00:15 contact 3 leaves second after 5s
        00:00:15 contact 3 is over: abandoned
        00:00:16 contact 2 is over: served
        00:00:16 front 1 answers contact 4 after 14s
        00:00:21 contact 4 is over: served
        00:00:21 front 1 answers contact 5 after 18s
        00:00:26 contact 5 is over: served
        00:00:26 front 1 is free
        ",
    );
}

#[test]
fn in_another_queue_who_is_older_goes_first_even_if_just_come_there() {
    story(
        "
        [contacts.moved]
        arrivals = at 1s
        queue = 'first'
        talk = '5s'
        skill = 'rare'
        [contacts.there]
        arrivals = at 0s, 2s
        queue = 'second'
        talk = '12s'
        [queues.first]
        maximum_wait = { after = '9s', action = { queue = 'second' } }
        [queues.second]
        [teams.front]
        agents = 1
        skills = ['rare']
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, there
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, moved
        00:00:01 contact 2 waits in first
        00:00:02 contact 3 comes, there
        00:00:02 contact 3 waits in second
        00:00:10 contact 2 leaves first after 9s
        00:00:10 contact 2 waits in second
        00:00:12 contact 1 is over: served
        00:00:12 front 1 answers contact 2 after 2s
        00:00:17 contact 2 is over: served
        00:00:17 front 1 answers contact 3 after 15s
        00:00:29 contact 3 is over: served
        00:00:29 front 1 is free
        ",
    );
}

#[test]
fn a_flow_after_the_longest_wait_may_offer_another_way() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s
        talk = '5s'
        [queues.billing]
        maximum_wait = { after = '8s', action = { flow = 'sorry' } }
        [flows.sorry.nodes]
        message = { play = { time = '3s', next = 'bye' } }
        bye = 'hang-up'
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 waits in billing
        00:00:08 contact 1 leaves billing after 8s
        00:00:08 contact 1 hears message
        00:00:11 contact 1 hears bye
        00:00:11 contact 1 leaves sorry after 3s
        00:00:11 contact 1 is over: closed
        ",
    );
}

#[test]
fn a_patience_that_ran_out_in_a_flow_lets_nobody_wait_again() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 20s
        talk = '5s'
        patience = '10s'
        [queues.billing]
        maximum_wait = { after = '8s', action = { flow = 'sorry' } }
        [queues.overflow]
        [flows.sorry.nodes]
        message = { play = { time = '30s', next = 'again' } }
        again = { enqueue = 'overflow' }
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 waits in billing
        00:00:08 contact 1 leaves billing after 8s
        00:00:08 contact 1 hears message
        00:00:20 contact 2 comes, billing
        00:00:20 contact 2 waits in billing
        00:00:28 contact 2 leaves billing after 8s
        00:00:28 contact 2 hears message
        00:00:38 contact 1 hears again
        00:00:38 contact 1 leaves sorry after 30s
        00:00:38 contact 1 waits in overflow
        00:00:38 contact 1 leaves overflow after 0s
        00:00:38 contact 1 is over: abandoned
        00:00:58 contact 2 hears again
        00:00:58 contact 2 leaves sorry after 30s
        00:00:58 contact 2 waits in overflow
        00:00:58 contact 2 leaves overflow after 0s
        00:00:58 contact 2 is over: abandoned
        ",
    );
}

#[test]
fn a_patience_that_ran_out_in_a_flow_lets_nobody_wait_for_an_opening() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 20s
        talk = '5s'
        patience = '10s'
        [queues.billing]
        maximum_wait = { after = '8s', action = { flow = 'sorry' } }
        [queues.overflow]
        hours = '12:00-13:00'
        when_closed = 'wait'
        [flows.sorry.nodes]
        message = { play = { time = '15s', next = 'again' } }
        again = { enqueue = 'overflow' }
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 waits in billing
        00:00:08 contact 1 leaves billing after 8s
        00:00:08 contact 1 hears message
        00:00:20 contact 2 comes, billing
        00:00:20 contact 2 waits in billing
        00:00:23 contact 1 hears again
        00:00:23 contact 1 leaves sorry after 15s
        00:00:23 contact 1 waits in overflow
        00:00:23 contact 1 leaves overflow after 0s
        00:00:23 contact 1 is over: abandoned
        00:00:28 contact 2 leaves billing after 8s
        00:00:28 contact 2 hears message
        00:00:43 contact 2 hears again
        00:00:43 contact 2 leaves sorry after 15s
        00:00:43 contact 2 waits in overflow
        00:00:43 contact 2 leaves overflow after 0s
        00:00:43 contact 2 is over: abandoned
        ",
    );
}
