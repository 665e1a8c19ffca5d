//! Deferred work: e-mail beside the phone.

use super::story;

#[test]
fn one_person_may_hold_two_mails_at_once_but_only_one_call() {
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 0s, 1s, 2s
        talk = '10s'
        [teams.desk]
        agents = 1
        at_once = { email = 2 }
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, mail
        00:00:01 desk 1 answers contact 2
        00:00:02 contact 3 comes, mail
        00:00:02 contact 3 waits in mail
        00:00:10 contact 1 is over: served
        00:00:10 desk 1 answers contact 3 after 8s
        00:00:11 contact 2 is over: served
        00:00:20 contact 3 is over: served
        00:00:20 desk 1 is free
        ",
    );
}

#[test]
fn mail_comes_behind_calls_and_nobody_gives_up_on_it() {
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 1s
        queue = 'main'
        talk = '10s'
        [contacts.call]
        arrivals = at 0s, 2s, 12s
        queue = 'main'
        talk = '10s'
        patience = '20s'
        [queues.main]
        [teams.desk]
        agents = 1
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, mail
        00:00:01 contact 2 waits in main
        00:00:02 contact 3 comes, call
        00:00:02 contact 3 waits in main
        00:00:10 contact 1 is over: served
        00:00:10 desk 1 answers contact 3 after 8s
        00:00:12 contact 4 comes, call
        00:00:12 contact 4 waits in main
        00:00:20 contact 3 is over: served
        00:00:20 desk 1 answers contact 4 after 8s
        00:00:30 contact 4 is over: served
        00:00:30 desk 1 answers contact 2 after 29s
        00:00:40 contact 2 is over: served
        00:00:40 desk 1 is free
        ",
    );
}

#[test]
fn whoever_holds_one_of_two_mails_takes_no_call() {
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 0s
        talk = '10s'
        [contacts.call]
        arrivals = at 1s
        talk = '10s'
        [teams.desk]
        agents = 1
        at_once = { email = 2 }
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 contact 2 waits in call
        00:00:10 contact 1 is over: served
        00:00:10 desk 1 answers contact 2 after 9s
        00:00:20 contact 2 is over: served
        00:00:20 desk 1 is free
        ",
    );
}

#[test]
fn mail_waits_through_closed_hours_and_through_closing() {
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 5s, 30s
        talk = '10s'
        [queues.mail]
        hours = ['00:00-00:00:10', '00:01-24:00']
        at_closing = 'turn-away'
        [[teams.desk.shifts]]
        start = '00:01'
        end = '24:00'
        ",
        "
        00:00:05 contact 1 comes, mail
        00:00:05 contact 1 waits in mail
        00:00:30 contact 2 comes, mail
        00:00:30 contact 2 waits in mail
        00:01:00 desk 1 answers contact 1 after 55s
        00:01:00 desk 1 comes
        00:01:10 contact 1 is over: served
        00:01:10 desk 1 answers contact 2 after 40s
        00:01:20 contact 2 is over: served
        00:01:20 desk 1 is free
        ",
    );
}

#[test]
fn mail_handed_back_waits_without_end() {
    story(
        "
        [horizon]
        length = '2d'
        [contacts.mail]
        channel = 'email'
        arrivals = { scheduled = ['2026-01-05T16:50'] }
        talk = '30m'
        [teams.desk]
        at_shift_end = 'hand-back'
        [[teams.desk.shifts]]
        start = '09:00'
        end = '17:00'
        ",
        "
        09:00:00 desk 1 comes
        16:50:00 contact 1 comes, mail
        16:50:00 desk 1 answers contact 1
        17:00:00 desk 1 hands contact 1 back to mail
        17:00:00 contact 1 waits in mail
        17:00:00 desk 1 goes
        day 2 09:00:00 desk 1 answers contact 1 after 16h
        day 2 09:00:00 desk 1 comes
        day 2 09:30:00 contact 1 is over: served
        day 2 09:30:00 desk 1 is free
        day 2 17:00:00 desk 1 goes
        ",
    );
}

#[test]
fn a_block_of_the_day_belongs_to_the_mail() {
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 0s, 1s
        talk = '10s'
        [contacts.call]
        arrivals = at 2s
        talk = '5s'
        [switches.block]
        hours = '00:00-00:00:30'
        [teams.desk]
        agents = 1
        queues = { mail = {}, call = { while = 'not switch.block' } }
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, mail
        00:00:01 contact 2 waits in mail
        00:00:02 contact 3 comes, call
        00:00:02 contact 3 waits in call
        00:00:10 contact 1 is over: served
        00:00:10 desk 1 answers contact 2 after 9s
        00:00:20 contact 2 is over: served
        00:00:20 desk 1 is free
        00:00:30 desk 1 answers contact 3 after 28s
        00:00:35 contact 3 is over: served
        00:00:35 desk 1 is free
        ",
    );
}

#[test]
fn nobody_holds_more_at_once_than_the_team_says() {
    for at_once in [2, 7, 13, 15, 60, 99, 100] {
        let told = super::journal(&format!(
            "
            [contacts.mail]
            channel = 'email'
            arrivals = {{ batch = {{ at = '00:01', size = 101 }} }}
            talk = '1h'
            [teams.desk]
            agents = 1
            at_once = {{ email = {at_once} }}
            "
        ));
        let answered = told.lines().filter(|line| line.starts_with("00:01:00 desk 1 answers")).count();
        assert_eq!(answered, at_once);
    }
}
