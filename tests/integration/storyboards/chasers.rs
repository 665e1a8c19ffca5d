//! Chasers: customers of deferred work who come by another channel.

use super::story;

#[test]
fn who_has_been_answered_meanwhile_gets_the_answer_to_the_mail_too() {
    // The first mail is answered at once: nobody calls about it.
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 0s, 1s
        talk = '30s'
        chasers = { contacts = 'call', after = '20s' }
        [contacts.call]
        arrivals = '0/h'
        talk = '10s'
        [teams.mail]
        agents = 1
        queues = { mail = {} }
        [teams.phone]
        agents = 1
        queues = { call = {} }
        ",
        "
        00:00:00 mail 1 comes
        00:00:00 phone 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 mail 1 answers contact 1
        00:00:01 contact 2 comes, mail
        00:00:01 contact 2 waits in mail
        00:00:21 contact 3 comes, call out of another contact
        00:00:21 phone 1 answers contact 3
        00:00:30 contact 1 is over: served
        00:00:30 mail 1 answers contact 2 after 29s
        00:00:31 contact 3 is over: served
        00:00:31 phone 1 is free
        00:01:00 contact 2 is over: served
        00:01:00 mail 1 is free
        ",
    );
}

/// A mail that waits behind another one, and its customer, who calls after 20s and has done before the mail's turn.
fn a_short_call(withdraws: bool, expected: &str) {
    story(
        &format!(
            "
            [contacts.mail]
            channel = 'email'
            arrivals = at 0s, 1s
            talk = '50s'
            chasers = {{ contacts = 'call', after = '20s', withdraws = {withdraws} }}
            [contacts.call]
            arrivals = '0/h'
            talk = '10s'
            [teams.mail]
            agents = 1
            queues = {{ mail = {{}} }}
            [teams.phone]
            agents = 1
            queues = {{ call = {{}} }}
            "
        ),
        expected,
    );
}

#[test]
fn a_mail_that_still_waits_when_the_call_is_over_is_taken_back() {
    a_short_call(
        true,
        "
        00:00:00 mail 1 comes
        00:00:00 phone 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 mail 1 answers contact 1
        00:00:01 contact 2 comes, mail
        00:00:01 contact 2 waits in mail
        00:00:21 contact 3 comes, call out of another contact
        00:00:21 phone 1 answers contact 3
        00:00:31 contact 3 is over: served
        00:00:31 contact 2 leaves mail after 30s
        00:00:31 contact 2 is over: withdrawn
        00:00:31 phone 1 is free
        00:00:50 contact 1 is over: served
        00:00:50 mail 1 is free
        ",
    );
}

#[test]
fn or_it_is_answered_all_the_same() {
    a_short_call(
        false,
        "
        00:00:00 mail 1 comes
        00:00:00 phone 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 mail 1 answers contact 1
        00:00:01 contact 2 comes, mail
        00:00:01 contact 2 waits in mail
        00:00:21 contact 3 comes, call out of another contact
        00:00:21 phone 1 answers contact 3
        00:00:31 contact 3 is over: served
        00:00:31 phone 1 is free
        00:00:50 contact 1 is over: served
        00:00:50 mail 1 answers contact 2 after 49s
        00:01:40 contact 2 is over: served
        00:01:40 mail 1 is free
        ",
    );
}
