//! Room: waiting places, trunk lines and ports, and the busy tone when there is none.

use super::story;

#[test]
fn who_finds_no_waiting_place_hears_a_busy_tone_but_an_agent_needs_no_place() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 1s, 2s
        talk = '5s'
        [queues.billing]
        capacity = 1
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
        00:00:02 contact 3 finds no place in billing
        00:00:02 contact 3 is over: blocked
        00:00:05 contact 1 is over: served
        00:00:05 front 1 answers contact 2 after 4s
        00:00:10 contact 2 is over: served
        00:00:10 front 1 is free
        ",
    );
}

#[test]
fn with_no_waiting_place_at_all_an_agent_still_answers() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 1s
        talk = '5s'
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
        00:00:05 contact 1 is over: served
        00:00:05 front 1 is free
        ",
    );
}

#[test]
fn a_line_is_held_through_flow_wait_and_talk_but_not_through_wrap_up() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 1s, 9s, 10s
        flow = 'welcome'
        lines = 'trunk'
        talk = '6s'
        wrap_up = '5s'
        patience = '1s'
        [lines.trunk]
        count = 1
        [queues.billing]
        [flows.welcome.nodes]
        greeting = { play = { time = '4s', next = 'agent' } }
        agent = { enqueue = 'billing' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 hears greeting
        00:00:01 contact 2 comes, billing
        00:00:01 contact 2 is over: blocked
        00:00:04 contact 1 hears agent
        00:00:04 contact 1 leaves welcome after 4s
        00:00:04 front 1 answers contact 1
        00:00:09 contact 3 comes, billing
        00:00:09 contact 3 is over: blocked
        00:00:10 contact 1 is over: served
        00:00:10 front 1 wraps up
        00:00:10 contact 4 comes, billing
        00:00:10 contact 4 hears greeting
        00:00:14 contact 4 hears agent
        00:00:14 contact 4 leaves welcome after 4s
        00:00:14 contact 4 waits in billing
        00:00:15 front 1 has wrapped up contact 1
        00:00:15 front 1 answers contact 4 after 1s
        00:00:21 contact 4 is over: served
        00:00:21 front 1 wraps up
        00:00:26 front 1 has wrapped up contact 4
        00:00:26 front 1 is free
        ",
    );
}

#[test]
fn types_share_a_group_of_lines_and_who_gives_up_frees_one() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s
        lines = 'trunk'
        talk = '5s'
        patience = '3s'
        [contacts.sales]
        arrivals = at 1s, 4s
        lines = 'trunk'
        talk = '5s'
        patience = '3s'
        [lines.trunk]
        count = 1
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 waits in billing
        00:00:01 contact 2 comes, sales
        00:00:01 contact 2 is over: blocked
        00:00:03 contact 1 leaves billing after 3s
        00:00:03 contact 1 is over: abandoned
        00:00:04 contact 3 comes, sales
        00:00:04 contact 3 waits in sales
        00:00:07 contact 3 leaves sales after 3s
        00:00:07 contact 3 is over: abandoned
        ",
    );
}

#[test]
fn a_port_is_held_only_in_the_flow() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 2s, 4s
        flow = 'welcome'
        talk = '10s'
        [queues.billing]
        [flows.welcome]
        ports = 1
        [flows.welcome.nodes]
        greeting = { play = { time = '4s', next = 'agent' } }
        agent = { enqueue = 'billing' }
        [teams.front]
        agents = 2
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 hears greeting
        00:00:02 contact 2 comes, billing
        00:00:02 contact 2 is over: blocked
        00:00:04 contact 1 hears agent
        00:00:04 contact 1 leaves welcome after 4s
        00:00:04 front 1 answers contact 1
        00:00:04 contact 3 comes, billing
        00:00:04 contact 3 hears greeting
        00:00:08 contact 3 hears agent
        00:00:08 contact 3 leaves welcome after 4s
        00:00:08 front 2 answers contact 3
        00:00:14 contact 1 is over: served
        00:00:14 front 1 is free
        00:00:18 contact 3 is over: served
        00:00:18 front 2 is free
        ",
    );
}
