//! Breaks: time off within a shift, and what a contact does to it.

use super::story;

#[test]
fn an_idle_agent_takes_the_break_at_once_and_comes_back_to_who_waits() {
    story(
        "
        [contacts.billing]
        arrivals = at 70s
        talk = '5s'
        [[teams.front.shifts]]
        start = '00:00'
        end = '24:00'
        breaks = [{ at = '00:01', length = '1m' }]
        ",
        "
        00:00:00 front 1 comes
        00:01:00 front 1 takes a break
        00:01:10 contact 1 comes, billing
        00:01:10 contact 1 waits in billing
        00:02:00 front 1 answers contact 1 after 50s
        00:02:00 front 1 is back
        00:02:05 contact 1 is over: served
        00:02:05 front 1 is free
        ",
    );
}

#[test]
fn a_break_put_off_by_a_contact_keeps_its_length() {
    story(
        "
        [contacts.billing]
        arrivals = at 50s, 80s
        talk = '30s'
        [[teams.front.shifts]]
        start = '00:00'
        end = '24:00'
        breaks = [{ at = '00:01', length = '1m' }]
        ",
        "
        00:00:00 front 1 comes
        00:00:50 contact 1 comes, billing
        00:00:50 front 1 answers contact 1
        00:01:20 contact 1 is over: served
        00:01:20 front 1 is free
        00:01:20 front 1 takes a break
        00:01:20 contact 2 comes, billing
        00:01:20 contact 2 waits in billing
        00:02:20 front 1 answers contact 2 after 1m
        00:02:20 front 1 is back
        00:02:50 contact 2 is over: served
        00:02:50 front 1 is free
        ",
    );
}

#[test]
fn a_break_put_off_by_a_contact_may_be_cut_short() {
    story(
        "
        [contacts.billing]
        arrivals = at 50s, 80s
        talk = '30s'
        [teams.front]
        late_break = 'shorten'
        [[teams.front.shifts]]
        start = '00:00'
        end = '24:00'
        breaks = [{ at = '00:01', length = '1m' }]
        ",
        "
        00:00:00 front 1 comes
        00:00:50 contact 1 comes, billing
        00:00:50 front 1 answers contact 1
        00:01:20 contact 1 is over: served
        00:01:20 front 1 is free
        00:01:20 front 1 takes a break
        00:01:20 contact 2 comes, billing
        00:01:20 contact 2 waits in billing
        00:02:00 front 1 answers contact 2 after 40s
        00:02:00 front 1 is back
        00:02:30 contact 2 is over: served
        00:02:30 front 1 is free
        ",
    );
}

#[test]
fn a_break_that_is_over_before_the_contact_is_not_taken() {
    story(
        "
        [contacts.billing]
        arrivals = at 50s, 80s
        talk = '90s'
        [teams.front]
        late_break = 'shorten'
        [[teams.front.shifts]]
        start = '00:00'
        end = '24:00'
        breaks = [{ at = '00:01', length = '1m' }]
        ",
        "
        00:00:00 front 1 comes
        00:00:50 contact 1 comes, billing
        00:00:50 front 1 answers contact 1
        00:01:20 contact 2 comes, billing
        00:01:20 contact 2 waits in billing
        00:02:20 contact 1 is over: served
        00:02:20 front 1 is free
        00:02:20 front 1 answers contact 2 after 1m
        00:03:50 contact 2 is over: served
        00:03:50 front 1 is free
        ",
    );
}

#[test]
fn a_shift_that_ends_during_a_late_break_ends_it() {
    story(
        "
        [contacts.billing]
        arrivals = at 50s
        talk = '30s'
        [[teams.front.shifts]]
        start = '00:00'
        end = '00:02:10'
        breaks = [{ at = '00:01', length = '1m' }]
        ",
        "
        00:00:00 front 1 comes
        00:00:50 contact 1 comes, billing
        00:00:50 front 1 answers contact 1
        00:01:20 contact 1 is over: served
        00:01:20 front 1 is free
        00:01:20 front 1 takes a break
        00:02:10 front 1 goes
        ",
    );
}

#[test]
fn a_shift_that_ends_while_a_break_is_put_off_ends_after_the_contact() {
    story(
        "
        [contacts.billing]
        arrivals = at 50s
        talk = '90s'
        [[teams.front.shifts]]
        start = '00:00'
        end = '00:02:10'
        breaks = [{ at = '00:01', length = '1m' }]
        ",
        "
        00:00:00 front 1 comes
        00:00:50 contact 1 comes, billing
        00:00:50 front 1 answers contact 1
        00:02:10 somebody of front works overtime
        00:02:20 contact 1 is over: served
        00:02:20 front 1 is free
        00:02:20 front 1 goes
        00:02:20 somebody of front ends overtime
        ",
    );
}

#[test]
fn nobody_is_taken_on_at_the_end_of_a_break_that_ends_with_the_shift() {
    story(
        "
        [contacts.billing]
        arrivals = at 90s
        talk = '30s'
        patience = '1m'
        [[teams.front.shifts]]
        start = '00:00'
        end = '00:02'
        breaks = [{ at = '00:01', length = '1m' }]
        ",
        "
        00:00:00 front 1 comes
        00:01:00 front 1 takes a break
        00:01:30 contact 1 comes, billing
        00:01:30 contact 1 waits in billing
        00:02:00 front 1 goes
        00:02:30 contact 1 leaves billing after 1m
        00:02:30 contact 1 is over: abandoned
        ",
    );
}
