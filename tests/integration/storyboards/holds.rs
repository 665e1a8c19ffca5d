//! Holds and pauses: work that gives way to other contacts, and customers who fall silent.

use super::story;

#[test]
fn a_mail_gives_way_to_a_call_and_goes_on_after_it() {
    // 4s of the mail are done by then; the other 6s and 2s to find back into it follow the call.
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 0s
        talk = '10s'
        [contacts.call]
        arrivals = at 4s
        talk = '20s'
        wrap_up = '5s'
        [teams.desk]
        agents = 1
        room = { interruptible_by = { email = ['phone'] }, set_up = '2s' }
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 desk 1 answers contact 1
        00:00:04 contact 2 comes, call
        00:00:04 desk 1 puts contact 1 on hold
        00:00:04 desk 1 answers contact 2
        00:00:24 contact 2 is over: served
        00:00:24 desk 1 wraps up
        00:00:29 desk 1 has wrapped up contact 2
        00:00:29 desk 1 goes on with contact 1
        00:00:37 contact 1 is over: served
        00:00:37 desk 1 is free
        ",
    );
}

#[test]
fn whoever_is_free_comes_before_whoever_would_be_interrupted() {
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 0s
        talk = '10s'
        [contacts.call]
        arrivals = at 1s, 2s
        talk = '20s'
        [teams.desk]
        agents = 2
        room = { interruptible_by = { email = ['phone'] } }
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 desk 2 comes
        00:00:00 contact 1 comes, mail
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 desk 2 answers contact 2
        00:00:02 contact 3 comes, call
        00:00:02 desk 1 puts contact 1 on hold
        00:00:02 desk 1 answers contact 3
        00:00:21 contact 2 is over: served
        00:00:21 desk 2 is free
        00:00:22 contact 3 is over: served
        00:00:22 desk 1 goes on with contact 1
        00:00:30 contact 1 is over: served
        00:00:30 desk 1 is free
        ",
    );
}

#[test]
fn a_mail_on_hold_stays_there_while_one_call_follows_the_other() {
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 0s, 1s
        talk = '10s'
        [contacts.call]
        arrivals = at 4s, 5s
        talk = '20s'
        [teams.desk]
        agents = 1
        room = { interruptible_by = { email = ['phone'] } }
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, mail
        00:00:01 contact 2 waits in mail
        00:00:04 contact 3 comes, call
        00:00:04 desk 1 puts contact 1 on hold
        00:00:04 desk 1 answers contact 3
        00:00:05 contact 4 comes, call
        00:00:05 contact 4 waits in call
        00:00:24 contact 3 is over: served
        00:00:24 desk 1 answers contact 4 after 19s
        00:00:44 contact 4 is over: served
        00:00:44 desk 1 goes on with contact 1
        00:00:50 contact 1 is over: served
        00:00:50 desk 1 answers contact 2 after 49s
        00:01:00 contact 2 is over: served
        00:01:00 desk 1 is free
        ",
    );
}

#[test]
fn a_mail_gives_way_to_a_ringing_call_and_goes_on_when_that_customer_hangs_up() {
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 0s
        talk = '10s'
        [contacts.call]
        arrivals = at 5s
        talk = '20s'
        patience = '2s'
        [teams.desk]
        agents = 1
        offers = { answer_after = '3s' }
        room = { interruptible_by = { email = ['phone'] } }
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 contact 1 waits in mail
        00:00:00 contact 1 rings at desk 1
        00:00:03 desk 1 answers contact 1 after 3s
        00:00:05 contact 2 comes, call
        00:00:05 contact 2 waits in call
        00:00:05 desk 1 puts contact 1 on hold
        00:00:05 contact 2 rings at desk 1
        00:00:07 contact 2 leaves call after 2s
        00:00:07 contact 2 is over: abandoned
        00:00:07 desk 1 goes on with contact 1
        00:00:15 contact 1 is over: served
        00:00:15 desk 1 is free
        ",
    );
}

/// A task that gives way to a mail, which gives way to a call, so many levels deep at most.
fn nested(nesting: u16, expected: &str) {
    story(
        &format!(
            "
            [contacts.task]
            channel = 'task'
            arrivals = at 0s
            talk = '10s'
            [contacts.mail]
            channel = 'email'
            arrivals = at 1s
            talk = '10s'
            [contacts.call]
            arrivals = at 2s
            talk = '10s'
            [teams.desk]
            agents = 1
            room = {{ interruptible_by = {{ task = ['email', 'phone'], email = ['phone'] }}, nesting = {nesting} }}
            "
        ),
        expected,
    );
}

#[test]
fn interruptions_of_interruptions_go_as_deep_as_the_team_says() {
    nested(
        2,
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, task
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, mail
        00:00:01 desk 1 puts contact 1 on hold
        00:00:01 desk 1 answers contact 2
        00:00:02 contact 3 comes, call
        00:00:02 desk 1 puts contact 2 on hold
        00:00:02 desk 1 answers contact 3
        00:00:12 contact 3 is over: served
        00:00:12 desk 1 goes on with contact 2
        00:00:21 contact 2 is over: served
        00:00:21 desk 1 goes on with contact 1
        00:00:30 contact 1 is over: served
        00:00:30 desk 1 is free
        ",
    );
    nested(
        1,
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, task
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, mail
        00:00:01 desk 1 puts contact 1 on hold
        00:00:01 desk 1 answers contact 2
        00:00:02 contact 3 comes, call
        00:00:02 contact 3 waits in call
        00:00:11 contact 2 is over: served
        00:00:11 desk 1 answers contact 3 after 9s
        00:00:21 contact 3 is over: served
        00:00:21 desk 1 goes on with contact 1
        00:00:30 contact 1 is over: served
        00:00:30 desk 1 is free
        ",
    );
}

#[test]
fn at_the_end_of_a_shift_what_is_on_hold_is_finished_or_handed_back() {
    let centre = |at_shift_end: &str| {
        format!(
            "
            [contacts.mail]
            channel = 'email'
            arrivals = at 0s
            talk = '20s'
            [contacts.call]
            arrivals = at 50s
            talk = '20s'
            [teams.desk]
            room = {{ interruptible_by = {{ email = ['phone'] }} }}
            at_shift_end = '{at_shift_end}'
            [[teams.desk.shifts]]
            start = '00:00:40'
            end = '00:01'
            "
        )
    };
    story(
        &centre("finish"),
        "
        00:00:00 contact 1 comes, mail
        00:00:00 contact 1 waits in mail
        00:00:40 desk 1 answers contact 1 after 40s
        00:00:40 desk 1 comes
        00:00:50 contact 2 comes, call
        00:00:50 desk 1 puts contact 1 on hold
        00:00:50 desk 1 answers contact 2
        00:01:00 somebody of desk works overtime
        00:01:10 contact 2 is over: served
        00:01:10 desk 1 goes on with contact 1
        00:01:20 contact 1 is over: served
        00:01:20 desk 1 is free
        00:01:20 desk 1 goes
        00:01:20 somebody of desk ends overtime
        ",
    );
    story(
        &centre("hand-back"),
        "
        00:00:00 contact 1 comes, mail
        00:00:00 contact 1 waits in mail
        00:00:40 desk 1 answers contact 1 after 40s
        00:00:40 desk 1 comes
        00:00:50 contact 2 comes, call
        00:00:50 desk 1 puts contact 1 on hold
        00:00:50 desk 1 answers contact 2
        00:01:00 desk 1 hands contact 1 back to mail
        00:01:00 contact 1 waits in mail
        00:01:00 desk 1 hands contact 2 back to call
        00:01:00 contact 2 waits in call
        00:01:00 desk 1 goes
        day 2 00:00:00 contact 1 leaves mail after 23h59m
        day 2 00:00:00 contact 1 is over: unfinished
        day 2 00:00:00 contact 2 leaves call after 23h59m
        day 2 00:00:00 contact 2 is over: unfinished
        ",
    );
}

#[test]
fn a_silent_customer_becomes_inactive_and_is_taken_up_again_by_the_same_person() {
    // 10s of work, of which each 5s are followed by a minute of silence; after 20s of that the person has room.
    story(
        "
        [contacts.message]
        channel = 'chat'
        arrivals = at 0s
        talk = '10s'
        pauses = { after = '5s', length = '1m', inactive_after = '20s' }
        [contacts.call]
        arrivals = at 10s
        talk = '10s'
        [teams.desk]
        agents = 1
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, message
        00:00:00 desk 1 answers contact 1
        00:00:10 contact 2 comes, call
        00:00:10 contact 2 waits in call
        00:00:25 contact 1 is inactive and stays with desk 1
        00:00:25 desk 1 answers contact 2 after 15s
        00:00:35 contact 2 is over: served
        00:00:35 desk 1 is free
        00:01:05 desk 1 goes on with contact 1
        00:01:10 contact 1 is over: served
        00:01:10 desk 1 is free
        ",
    );
}

#[test]
fn a_customer_who_writes_soon_enough_keeps_the_room() {
    story(
        "
        [contacts.message]
        channel = 'chat'
        arrivals = at 0s
        talk = '10s'
        pauses = { after = '5s', length = '15s', inactive_after = '20s' }
        [teams.desk]
        agents = 1
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, message
        00:00:00 desk 1 answers contact 1
        00:00:25 contact 1 is over: served
        00:00:25 desk 1 is free
        ",
    );
}

/// A customer who writes at 35s, when the owner has been with a call since 30s and somebody else is free.
fn without_room(without_room: &str, expected: &str) {
    story(
        &format!(
            "
            [contacts.message]
            channel = 'chat'
            arrivals = at 0s
            talk = '10s'
            pauses = {{ after = '5s', length = '30s', inactive_after = '10s', without_room = '{without_room}', owner_wait = '10s' }}
            [contacts.call]
            arrivals = at 30s
            talk = '20s'
            requires = 'voice'
            [teams.desk]
            agents = 1
            skills = ['voice']
            [[teams.other.shifts]]
            start = '00:00:20'
            end = '24:00'
            "
        ),
        expected,
    );
}

#[test]
fn a_customer_who_writes_while_the_owner_has_no_room_is_taken_all_the_same_or_waits() {
    without_room(
        "exceed",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, message
        00:00:00 desk 1 answers contact 1
        00:00:15 contact 1 is inactive and stays with desk 1
        00:00:15 desk 1 is free
        00:00:20 other 1 comes
        00:00:30 contact 2 comes, call
        00:00:30 desk 1 answers contact 2
        00:00:35 desk 1 goes on with contact 1
        00:00:40 contact 1 is over: served
        00:00:50 contact 2 is over: served
        00:00:50 desk 1 is free
        ",
    );
    without_room(
        "requeue",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, message
        00:00:00 desk 1 answers contact 1
        00:00:15 contact 1 is inactive and stays with desk 1
        00:00:15 desk 1 is free
        00:00:20 other 1 comes
        00:00:30 contact 2 comes, call
        00:00:30 desk 1 answers contact 2
        00:00:35 desk 1 hands contact 1 back to message
        00:00:35 other 1 answers contact 1
        00:00:40 contact 1 is over: served
        00:00:40 other 1 is free
        00:00:50 contact 2 is over: served
        00:00:50 desk 1 is free
        ",
    );
    without_room(
        "owner-first",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, message
        00:00:00 desk 1 answers contact 1
        00:00:15 contact 1 is inactive and stays with desk 1
        00:00:15 desk 1 is free
        00:00:20 other 1 comes
        00:00:30 contact 2 comes, call
        00:00:30 desk 1 answers contact 2
        00:00:35 desk 1 hands contact 1 back to message
        00:00:35 contact 1 waits in message
        00:00:45 other 1 answers contact 1 after 10s
        00:00:50 contact 2 is over: served
        00:00:50 desk 1 is free
        00:00:50 contact 1 is over: served
        00:00:50 other 1 is free
        ",
    );
}
