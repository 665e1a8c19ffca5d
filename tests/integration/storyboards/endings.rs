//! The end of the horizon: drained or cut.

use super::story;

#[test]
fn drained_nothing_new_comes_and_those_present_are_served_or_give_up() {
    story(
        "
        [horizon]
        length = '10s'
        [contacts.billing]
        arrivals = at 0s, 1s, 2s, 10s
        talk = '20s'
        patience = '25s'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, billing
        00:00:01 contact 2 waits in billing
        00:00:02 contact 3 comes, billing
        00:00:02 contact 3 waits in billing
        00:00:20 contact 1 is over: served
        00:00:20 front 1 answers contact 2 after 19s
        00:00:27 contact 3 leaves billing after 25s
        00:00:27 contact 3 is over: abandoned
        00:00:40 contact 2 is over: served
        00:00:40 front 1 is free
        ",
    );
}

#[test]
fn cut_everybody_present_is_left_unfinished() {
    story(
        "
        [horizon]
        length = '10s'
        at_end = 'cut'
        [contacts.billing]
        arrivals = at 0s, 1s
        talk = '20s'
        [contacts.caller]
        arrivals = at 2s
        flow = 'menu'
        talk = '1s'
        [flows.menu.nodes]
        greeting = { play = { time = '30s', next = 'out' } }
        out = 'transfer-out'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, billing
        00:00:01 contact 2 waits in billing
        00:00:02 contact 3 comes, caller
        00:00:02 contact 3 hears greeting
        00:00:10 contact 1 is over: unfinished
        00:00:10 contact 2 leaves billing after 9s
        00:00:10 contact 2 is over: unfinished
        00:00:10 contact 3 leaves menu after 8s
        00:00:10 contact 3 is over: unfinished
        ",
    );
}

#[test]
fn drained_whoever_would_wait_for_ever_is_left_unfinished() {
    story(
        "
        [horizon]
        length = '10s'
        [contacts.billing]
        arrivals = at 4s
        talk = '20s'
        [teams.front]
        agents = 0
        ",
        "
        00:00:04 contact 1 comes, billing
        00:00:04 contact 1 waits in billing
        00:00:10 contact 1 leaves billing after 6s
        00:00:10 contact 1 is over: unfinished
        ",
    );
}

#[test]
fn drained_a_shift_that_ended_with_the_horizon_goes_on_until_the_last_has_gone() {
    story(
        "
        [horizon]
        length = '10s'
        [contacts.billing]
        arrivals = at 0s, 1s
        talk = '8s'
        [[teams.front.shifts]]
        start = '00:00'
        end = '00:00:12'
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, billing
        00:00:01 contact 2 waits in billing
        00:00:08 contact 1 is over: served
        00:00:08 front 1 answers contact 2 after 7s
        00:00:16 contact 2 is over: served
        00:00:16 front 1 is free
        ",
    );
}

#[test]
fn drained_whoever_is_on_a_break_comes_back_to_those_who_wait() {
    story(
        "
        [horizon]
        length = '90s'
        [contacts.billing]
        arrivals = at 80s
        talk = '5s'
        patience = '5m'
        [[teams.front.shifts]]
        start = '00:00'
        end = '24:00'
        breaks = [{ at = '00:01', length = '1m' }]
        ",
        "
        00:00:00 front 1 comes
        00:01:00 front 1 takes a break
        00:01:20 contact 1 comes, billing
        00:01:20 contact 1 waits in billing
        00:02:00 front 1 answers contact 1 after 40s
        00:02:00 front 1 is back
        00:02:05 contact 1 is over: served
        00:02:05 front 1 is free
        ",
    );
}
