//! Coming again: redials by cause and attempt, and customers who were served but not helped.

use super::story;

#[test]
fn who_gave_up_comes_again_as_often_as_the_probability_of_the_attempt_says() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s
        talk = '5s'
        patience = '10s'
        redial.abandoned = { probability = [1, 1, 0], delay = '50s' }
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 waits in billing
        00:00:10 contact 1 leaves billing after 10s
        00:00:10 contact 1 is over: abandoned
        00:00:10 contact 1 will come again in 50s
        00:01:00 contact 2 comes, billing customer 1 trying again
        00:01:00 contact 2 waits in billing
        00:01:10 contact 2 leaves billing after 10s
        00:01:10 contact 2 is over: abandoned
        00:01:10 contact 2 will come again in 50s
        00:02:00 contact 3 comes, billing customer 1 trying again
        00:02:00 contact 3 waits in billing
        00:02:10 contact 3 leaves billing after 10s
        00:02:10 contact 3 is over: abandoned
        ",
    );
}

#[test]
fn who_balked_counts_as_having_given_up() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s
        talk = '5s'
        balking = 1
        redial.abandoned = { probability = [1, 0], delay = '50s' }
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 leaves billing after 0s
        00:00:00 contact 1 is over: balked
        00:00:00 contact 1 will come again in 50s
        00:00:50 contact 2 comes, billing customer 1 trying again
        00:00:50 contact 2 leaves billing after 0s
        00:00:50 contact 2 is over: balked
        ",
    );
}

#[test]
fn who_heard_a_busy_tone_comes_again() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 1s
        talk = '10s'
        redial.blocked = { probability = 1, delay = '5s' }
        [queues.billing]
        capacity = 0
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, billing
        00:00:01 contact 2 finds no place in billing
        00:00:01 contact 2 is over: blocked
        00:00:01 contact 2 will come again in 5s
        00:00:06 contact 3 comes, billing customer 2 trying again
        00:00:06 contact 3 finds no place in billing
        00:00:06 contact 3 is over: blocked
        00:00:06 contact 3 will come again in 5s
        00:00:10 contact 1 is over: served
        00:00:10 front 1 is free
        00:00:11 contact 4 comes, billing customer 2 trying again
        00:00:11 front 1 answers contact 4
        00:00:21 contact 4 is over: served
        00:00:21 front 1 is free
        ",
    );
}

#[test]
fn who_found_it_closed_comes_again() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s
        talk = '10s'
        redial.closed = { probability = 1, delay = '5m' }
        [queues.billing]
        hours = '00:04-24:00'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 is over: closed
        00:00:00 contact 1 will come again in 5m
        00:05:00 contact 2 comes, billing customer 1 trying again
        00:05:00 front 1 answers contact 2
        00:05:10 contact 2 is over: served
        00:05:10 front 1 is free
        ",
    );
}

#[test]
fn who_was_not_helped_comes_back_after_the_talk_while_the_agent_wraps_up() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s
        talk = '10s'
        wrap_up = '20s'
        reconnect = { probability = [1, 0], delay = '5s' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:10 contact 1 is over: served
        00:00:10 contact 1 will come again in 5s
        00:00:10 front 1 wraps up
        00:00:15 contact 2 comes, billing customer 1 not helped
        00:00:15 contact 2 waits in billing
        00:00:30 front 1 has wrapped up contact 1
        00:00:30 front 1 answers contact 2 after 15s
        00:00:40 contact 2 is over: served
        00:00:40 front 1 wraps up
        00:01:00 front 1 has wrapped up contact 2
        00:01:00 front 1 is free
        ",
    );
}

#[test]
fn nobody_comes_again_after_the_horizon() {
    story(
        "
        [horizon]
        length = '1m'
        [contacts.billing]
        arrivals = at 0s, 10s
        talk = '10s'
        patience = '10s'
        redial.abandoned = { probability = 1, delay = '50s' }
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 waits in billing
        00:00:10 contact 2 comes, billing
        00:00:10 contact 2 waits in billing
        00:00:10 contact 1 leaves billing after 10s
        00:00:10 contact 1 is over: abandoned
        00:00:20 contact 2 leaves billing after 10s
        00:00:20 contact 2 is over: abandoned
        ",
    );
}
