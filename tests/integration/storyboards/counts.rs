//! Counted teams: so many people from one interval to the next.

use super::story;

#[test]
fn when_the_count_falls_whoever_is_idle_goes_first() {
    story(
        "
        [contacts.billing]
        arrivals = at 50s
        talk = '30s'
        [teams.front]
        agents = [2, 1, 0]
        every = '1m'
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:50 contact 1 comes, billing
        00:00:50 front 1 answers contact 1
        00:01:00 front 2 goes
        00:01:20 contact 1 is over: served
        00:01:20 front 1 is free
        00:02:00 front 1 goes
        ",
    );
}

#[test]
fn if_nobody_is_idle_the_first_to_finish_goes() {
    story(
        "
        [contacts.long]
        arrivals = at 30s
        queue = 'main'
        talk = '60s'
        [contacts.short]
        arrivals = at 40s, 45s
        queue = 'main'
        talk = '30s'
        [queues.main]
        [teams.front]
        agents = [2, 1, 1]
        every = '1m'
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:30 contact 1 comes, long
        00:00:30 front 1 answers contact 1
        00:00:40 contact 2 comes, short
        00:00:40 front 2 answers contact 2
        00:00:45 contact 3 comes, short
        00:00:45 contact 3 waits in main
        00:01:00 somebody of front works overtime
        00:01:10 contact 2 is over: served
        00:01:10 front 2 is free
        00:01:10 front 2 goes
        00:01:10 somebody of front ends overtime
        00:01:30 contact 1 is over: served
        00:01:30 front 1 answers contact 3 after 45s
        00:02:00 contact 3 is over: served
        00:02:00 front 1 is free
        00:03:00 front 1 goes
        ",
    );
}

#[test]
fn who_was_about_to_go_stays_when_the_count_rises_again() {
    story(
        "
        [contacts.billing]
        arrivals = at 50s, 55s
        talk = '90s'
        [teams.front]
        agents = [1, 0, 1, 1]
        every = '1m'
        ",
        "
        00:00:00 front 1 comes
        00:00:50 contact 1 comes, billing
        00:00:50 front 1 answers contact 1
        00:00:55 contact 2 comes, billing
        00:00:55 contact 2 waits in billing
        00:01:00 somebody of front works overtime
        00:02:00 somebody of front ends overtime
        00:02:20 contact 1 is over: served
        00:02:20 front 1 answers contact 2 after 1m25s
        00:03:50 contact 2 is over: served
        00:03:50 front 1 is free
        00:04:00 front 1 goes
        ",
    );
}

#[test]
fn a_falling_count_may_hand_contacts_back() {
    story(
        "
        [contacts.billing]
        arrivals = at 50s
        talk = '30s'
        [teams.front]
        agents = [1, 0, 1]
        every = '1m'
        at_shift_end = 'hand-back'
        ",
        "
        00:00:00 front 1 comes
        00:00:50 contact 1 comes, billing
        00:00:50 front 1 answers contact 1
        00:01:00 front 1 hands contact 1 back to billing
        00:01:00 contact 1 waits in billing
        00:01:00 front 1 goes
        00:02:00 front 1 answers contact 1 after 1m
        00:02:00 front 1 comes
        00:02:30 contact 1 is over: served
        00:02:30 front 1 is free
        00:03:00 front 1 goes
        ",
    );
}

#[test]
fn whoever_is_wholly_idle_goes_before_whoever_has_only_room() {
    story(
        "
        [contacts.long]
        channel = 'email'
        arrivals = at 0s
        queue = 'mail'
        talk = '80s'
        [contacts.short]
        channel = 'email'
        arrivals = at 0s
        queue = 'mail'
        talk = '30s'
        [contacts.tiny]
        channel = 'email'
        arrivals = at 1s, 1s
        queue = 'mail'
        talk = '10s'
        [queues.mail]
        [teams.desk]
        agents = [2, 1, 1]
        every = '1m'
        at_once = { email = 2 }
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 desk 2 comes
        00:00:00 contact 1 comes, long
        00:00:00 desk 1 answers contact 1
        00:00:00 contact 2 comes, short
        00:00:00 desk 1 answers contact 2
        00:00:01 contact 3 comes, tiny
        00:00:01 desk 2 answers contact 3
        00:00:01 contact 4 comes, tiny
        00:00:01 desk 2 answers contact 4
        00:00:11 contact 3 is over: served
        00:00:11 contact 4 is over: served
        00:00:11 desk 2 is free
        00:00:30 contact 2 is over: served
        00:01:00 desk 2 goes
        00:01:20 contact 1 is over: served
        00:01:20 desk 1 is free
        00:03:00 desk 1 goes
        ",
    );
}
