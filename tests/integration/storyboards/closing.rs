//! Opening hours: who is let in, and what becomes of those who wait at closing.

use super::story;

#[test]
fn outside_the_hours_contacts_are_turned_away_even_if_agents_are_free() {
    story(
        "
        [contacts.billing]
        arrivals = at 9s, 10s, 20s
        talk = '5s'
        [queues.billing]
        hours = '00:00:10-00:00:20'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:09 contact 1 comes, billing
        00:00:09 contact 1 is over: closed
        00:00:10 contact 2 comes, billing
        00:00:10 front 1 answers contact 2
        00:00:15 contact 2 is over: served
        00:00:15 front 1 is free
        00:00:20 contact 3 comes, billing
        00:00:20 contact 3 is over: closed
        ",
    );
}

#[test]
fn a_contact_may_wait_for_the_opening() {
    story(
        "
        [contacts.billing]
        arrivals = at 5s
        talk = '5s'
        [queues.billing]
        hours = '00:00:10-24:00'
        when_closed = 'wait'
        [[teams.front.shifts]]
        start = '00:00:10'
        end = '24:00'
        ",
        "
        00:00:05 contact 1 comes, billing
        00:00:05 contact 1 waits in billing
        00:00:10 front 1 comes
        00:00:10 front 1 answers contact 1 after 5s
        00:00:15 contact 1 is over: served
        00:00:15 front 1 is free
        ",
    );
}

#[test]
fn who_waits_for_the_opening_is_not_answered_before_it() {
    story(
        "
        [contacts.billing]
        arrivals = at 5s
        talk = '5s'
        [queues.billing]
        hours = '00:00:10-24:00'
        when_closed = 'wait'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:05 contact 1 comes, billing
        00:00:05 contact 1 waits in billing
        00:00:10 front 1 answers contact 1 after 5s
        00:00:15 contact 1 is over: served
        00:00:15 front 1 is free
        ",
    );
}

#[test]
fn a_closed_queue_may_send_contacts_to_another_one_or_out() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s
        talk = '5s'
        [contacts.sales]
        arrivals = at 1s
        talk = '5s'
        [contacts.support]
        arrivals = at 2s
        talk = '5s'
        [queues.billing]
        hours = 'closed'
        when_closed = { queue = 'night' }
        [queues.sales]
        hours = 'closed'
        when_closed = 'transfer-out'
        [queues.support]
        hours = 'closed'
        when_closed = 'disconnect'
        [queues.night]
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, sales
        00:00:01 contact 2 is over: transferred-out
        00:00:02 contact 3 comes, support
        00:00:02 contact 3 is over: ejected
        00:00:05 contact 1 is over: served
        00:00:05 front 1 is free
        ",
    );
}

#[test]
fn who_waits_at_closing_may_be_served() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 5s
        talk = '10s'
        [queues.billing]
        hours = '00:00-00:00:08'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:05 contact 2 comes, billing
        00:00:05 contact 2 waits in billing
        00:00:10 contact 1 is over: served
        00:00:10 front 1 answers contact 2 after 5s
        00:00:20 contact 2 is over: served
        00:00:20 front 1 is free
        ",
    );
}

#[test]
fn who_waits_at_closing_may_be_turned_away_but_not_who_is_served() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 5s
        talk = '10s'
        redial.closed = { probability = 1, delay = '1m' }
        [queues.billing]
        hours = ['00:00-00:00:08', '00:01-24:00']
        at_closing = 'turn-away'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:05 contact 2 comes, billing
        00:00:05 contact 2 waits in billing
        00:00:08 contact 2 leaves billing after 3s
        00:00:08 contact 2 is over: closed
        00:00:08 contact 2 will come again in 1m
        00:00:10 contact 1 is over: served
        00:00:10 front 1 is free
        00:01:08 contact 3 comes, billing customer 2 trying again
        00:01:08 front 1 answers contact 3
        00:01:18 contact 3 is over: served
        00:01:18 front 1 is free
        ",
    );
}

#[test]
fn doors_that_close_and_open_at_midnight_stay_open() {
    story(
        "
        [horizon]
        length = '2d'
        [contacts.billing]
        arrivals = { scheduled = ['2026-01-05T23:59:55', '2026-01-05T23:59:56'] }
        talk = '10s'
        [queues.billing]
        hours = { mon = '08:00-24:00', tue = '00:00-18:00' }
        at_closing = 'turn-away'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        23:59:55 contact 1 comes, billing
        23:59:55 front 1 answers contact 1
        23:59:56 contact 2 comes, billing
        23:59:56 contact 2 waits in billing
        day 2 00:00:05 contact 1 is over: served
        day 2 00:00:05 front 1 answers contact 2 after 9s
        day 2 00:00:15 contact 2 is over: served
        day 2 00:00:15 front 1 is free
        ",
    );
}

#[test]
fn at_the_opening_priority_counts_among_those_who_waited_for_it() {
    story(
        "
        [contacts.plain]
        arrivals = at 1s
        queue = 'main'
        talk = '5s'
        [contacts.urgent]
        arrivals = at 2s
        queue = 'main'
        talk = '5s'
        priority = 1
        [queues.main]
        hours = '00:00:10-24:00'
        when_closed = 'wait'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:01 contact 1 comes, plain
        00:00:01 contact 1 waits in main
        00:00:02 contact 2 comes, urgent
        00:00:02 contact 2 waits in main
        00:00:10 front 1 answers contact 2 after 8s
        00:00:15 contact 2 is over: served
        00:00:15 front 1 answers contact 1 after 14s
        00:00:20 contact 1 is over: served
        00:00:20 front 1 is free
        ",
    );
}
