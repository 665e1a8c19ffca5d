//! Flows: what a contact meets before a queue, or instead of one.

use super::story;

#[test]
fn a_menu_takes_its_own_time_and_that_of_the_branch() {
    story(
        "
        [contacts.caller]
        arrivals = at 0s
        flow = 'main'
        talk = '5s'
        [queues.sales]
        [flows.main.nodes]
        menu = { menu = { time = '3s', choices = { sales = { share = 1, next = 'agent', time = '2s' } } } }
        agent = { enqueue = 'sales' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears menu
        00:00:05 contact 1 hears agent
        00:00:05 contact 1 leaves main after 5s
        00:00:05 front 1 answers contact 1
        00:00:10 contact 1 is over: served
        00:00:10 front 1 is free
        ",
    );
}

#[test]
fn who_hangs_up_in_a_menu_does_so_after_its_time() {
    story(
        "
        [contacts.caller]
        arrivals = at 0s
        flow = 'main'
        talk = '5s'
        [flows.main.nodes]
        menu = { menu = { time = '3s', hang_up = 1, choices = { out = { share = 1, next = 'out', time = '2s' } } } }
        out = 'transfer-out'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears menu
        00:00:03 contact 1 leaves main after 3s
        00:00:03 contact 1 is over: hung-up-in-flow
        ",
    );
}

#[test]
fn self_service_keeps_who_is_contained_and_sends_the_others_on() {
    story(
        "
        [contacts.easy]
        arrivals = at 0s
        flow = 'easy'
        talk = '5s'
        [contacts.hard]
        arrivals = at 1s
        flow = 'hard'
        talk = '5s'
        [flows.easy.nodes]
        balance = { self-service = { time = '10s', contained = 1, next = 'out' } }
        out = 'transfer-out'
        [flows.hard.nodes]
        balance = { self-service = { time = '10s', contained = 0, next = 'out' } }
        out = 'transfer-out'
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, easy
        00:00:00 contact 1 hears balance
        00:00:01 contact 2 comes, hard
        00:00:01 contact 2 hears balance
        00:00:10 contact 1 leaves easy after 10s
        00:00:10 contact 1 is over: self-served
        00:00:11 contact 2 hears out
        00:00:11 contact 2 leaves hard after 10s: failed
        00:00:11 contact 2 is over: transferred-out
        ",
    );
}

#[test]
fn an_hours_check_takes_no_time_and_closes_at_the_very_instant() {
    story(
        "
        [contacts.caller]
        arrivals = at 9s, 10s
        flow = 'main'
        talk = '5s'
        [flows.main.nodes]
        check = { hours = { hours = '00:00-00:00:10', open = 'out', closed = 'bye' } }
        out = 'transfer-out'
        bye = 'hang-up'
        [teams.front]
        agents = 0
        ",
        "
        00:00:09 contact 1 comes, caller
        00:00:09 contact 1 hears check
        00:00:09 contact 1 hears out
        00:00:09 contact 1 leaves main after 0s
        00:00:09 contact 1 is over: transferred-out
        00:00:10 contact 2 comes, caller
        00:00:10 contact 2 hears check
        00:00:10 contact 2 hears bye
        00:00:10 contact 2 leaves main after 0s: after-hours
        00:00:10 contact 2 is over: closed
        ",
    );
}

#[test]
fn who_hangs_up_during_an_announcement_never_waits() {
    story(
        "
        [contacts.caller]
        arrivals = at 0s
        flow = 'main'
        talk = '5s'
        [queues.main]
        [flows.main.nodes]
        greeting = { play = { time = '4s', hang_up = 1, next = 'agent' } }
        agent = { enqueue = 'main' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears greeting
        00:00:04 contact 1 leaves main after 4s
        00:00:04 contact 1 is over: hung-up-in-flow
        ",
    );
}

#[test]
fn patience_starts_in_the_queue_and_not_in_the_flow() {
    story(
        "
        [contacts.caller]
        arrivals = at 0s
        flow = 'main'
        talk = '5s'
        patience = '6s'
        [queues.main]
        [flows.main.nodes]
        greeting = { play = { time = '10s', next = 'agent' } }
        agent = { enqueue = 'main' }
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears greeting
        00:00:10 contact 1 hears agent
        00:00:10 contact 1 leaves main after 10s
        00:00:10 contact 1 waits in main
        00:00:16 contact 1 leaves main after 6s
        00:00:16 contact 1 is over: abandoned
        ",
    );
}
