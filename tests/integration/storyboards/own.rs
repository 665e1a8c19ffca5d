//! Agents of their own: contacts that go to one person before everybody else.

use super::story;

#[test]
fn a_customer_who_comes_again_goes_to_whoever_served_the_last_contact() {
    // Both are free then, and the second person has been for longer.
    story(
        "
        [contacts.case]
        arrivals = at 0s
        talk = '10s'
        preferred_agent = {}
        reconnect = { probability = [1, 0], delay = '1m' }
        [teams.desk]
        agents = 2
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 desk 2 comes
        00:00:00 contact 1 comes, case
        00:00:00 desk 1 answers contact 1
        00:00:10 contact 1 is over: served
        00:00:10 contact 1 will come again in 1m
        00:00:10 desk 1 is free
        00:01:10 contact 2 comes, case customer 1 not helped
        00:01:10 desk 1 answers contact 2
        00:01:20 contact 2 is over: served
        00:01:20 desk 1 is free
        ",
    );
}

/// Each customer of `case` has one person of the team; the first one's is with a call of 40s since 1s.
fn busy_person(terms: &str, expected: &str) {
    story(
        &format!(
            "
            [contacts.call]
            arrivals = at 1s
            talk = '40s'
            requires = 'voice'
            [contacts.case]
            arrivals = at 10s
            talk = '10s'
            preferred_agent = {{ team = 'desk', {terms} }}
            [teams.desk]
            agents = 1
            skills = ['voice']
            [teams.other]
            agents = 1
            "
        ),
        expected,
    );
}

#[test]
fn a_contact_waits_for_its_person_for_a_while_and_then_for_anybody() {
    busy_person(
        "wait = '20s'",
        "
        00:00:00 desk 1 comes
        00:00:00 other 1 comes
        00:00:01 contact 1 comes, call
        00:00:01 desk 1 answers contact 1
        00:00:10 contact 2 comes, case
        00:00:10 contact 2 waits in case
        00:00:30 other 1 answers contact 2 after 20s
        00:00:40 contact 2 is over: served
        00:00:40 other 1 is free
        00:00:41 contact 1 is over: served
        00:00:41 desk 1 is free
        ",
    );
}

#[test]
fn a_contact_may_wait_for_its_person_alone() {
    busy_person(
        "wait = 'never'",
        "
        00:00:00 desk 1 comes
        00:00:00 other 1 comes
        00:00:01 contact 1 comes, call
        00:00:01 desk 1 answers contact 1
        00:00:10 contact 2 comes, case
        00:00:10 contact 2 waits in case
        00:00:41 contact 1 is over: served
        00:00:41 desk 1 answers contact 2 after 31s
        00:00:51 contact 2 is over: served
        00:00:51 desk 1 is free
        ",
    );
}

#[test]
fn a_contact_does_not_wait_for_a_person_who_is_expected_to_be_busy_for_longer() {
    // Of the mean of 40s, 9s have passed.
    let at_once = "
        00:00:00 desk 1 comes
        00:00:00 other 1 comes
        00:00:01 contact 1 comes, call
        00:00:01 desk 1 answers contact 1
        00:00:10 contact 2 comes, case
        00:00:10 other 1 answers contact 2
        00:00:20 contact 2 is over: served
        00:00:20 other 1 is free
        00:00:41 contact 1 is over: served
        00:00:41 desk 1 is free
        ";
    busy_person("wait = 'never', busy_for = '30s'", at_once);
    busy_person("wait = 'never', most_waiting = 0", at_once);
    busy_person(
        "wait = 'never', busy_for = '31s'",
        "
        00:00:00 desk 1 comes
        00:00:00 other 1 comes
        00:00:01 contact 1 comes, call
        00:00:01 desk 1 answers contact 1
        00:00:10 contact 2 comes, case
        00:00:10 contact 2 waits in case
        00:00:41 contact 1 is over: served
        00:00:41 desk 1 answers contact 2 after 31s
        00:00:51 contact 2 is over: served
        00:00:51 desk 1 is free
        ",
    );
}

#[test]
fn a_person_takes_an_own_contact_without_room_where_that_is_allowed() {
    busy_person(
        "beyond_room = true",
        "
        00:00:00 desk 1 comes
        00:00:00 other 1 comes
        00:00:01 contact 1 comes, call
        00:00:01 desk 1 answers contact 1
        00:00:10 contact 2 comes, case
        00:00:10 desk 1 answers contact 2
        00:00:20 contact 2 is over: served
        00:00:41 contact 1 is over: served
        00:00:41 desk 1 is free
        ",
    );
}

#[test]
fn whoever_becomes_free_takes_own_contacts_before_all_others_whatever_their_class() {
    story(
        "
        [contacts.call]
        arrivals = at 0s, 1s
        talk = '10s'
        priority = 1
        [contacts.case]
        arrivals = at 2s
        talk = '10s'
        priority = 9
        preferred_agent = { team = 'desk', wait = 'never' }
        [teams.desk]
        agents = 1
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 contact 2 waits in call
        00:00:02 contact 3 comes, case
        00:00:02 contact 3 waits in case
        00:00:10 contact 1 is over: served
        00:00:10 desk 1 answers contact 3 after 8s
        00:00:20 contact 3 is over: served
        00:00:20 desk 1 answers contact 2 after 19s
        00:00:30 contact 2 is over: served
        00:00:30 desk 1 is free
        ",
    );
}

#[test]
fn no_more_wait_for_one_person_than_the_type_says() {
    story(
        "
        [contacts.case]
        arrivals = at 0s, 1s, 2s
        talk = '10s'
        preferred_agent = { team = 'desk', wait = 'never', most_waiting = 1 }
        [teams.desk]
        agents = 1
        [teams.other]
        agents = 1
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 other 1 comes
        00:00:00 contact 1 comes, case
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, case
        00:00:01 contact 2 waits in case
        00:00:02 contact 3 comes, case
        00:00:02 other 1 answers contact 3
        00:00:10 contact 1 is over: served
        00:00:10 desk 1 answers contact 2 after 9s
        00:00:12 contact 3 is over: served
        00:00:12 other 1 is free
        00:00:20 contact 2 is over: served
        00:00:20 desk 1 is free
        ",
    );
}

/// A case whose person is at work from one minute on, and another team that is there all the time.
fn away_person(terms: &str, expected: &str) {
    story(
        &format!(
            "
            [contacts.case]
            arrivals = at 10s
            talk = '10s'
            preferred_agent = {{ team = 'desk', wait = 'never', {terms} }}
            [[teams.desk.shifts]]
            start = '00:01'
            end = '24:00'
            [teams.other]
            agents = 1
            "
        ),
        expected,
    );
}

#[test]
fn a_contact_waits_for_a_person_who_is_away_only_where_it_should() {
    away_person(
        "when_away = 'skip'",
        "
        00:00:00 other 1 comes
        00:00:10 contact 1 comes, case
        00:00:10 other 1 answers contact 1
        00:00:20 contact 1 is over: served
        00:00:20 other 1 is free
        00:01:00 desk 1 comes
        ",
    );
    away_person(
        "when_away = 'wait'",
        "
        00:00:00 other 1 comes
        00:00:10 contact 1 comes, case
        00:00:10 contact 1 waits in case
        00:01:00 desk 1 answers contact 1 after 50s
        00:01:00 desk 1 comes
        00:01:10 contact 1 is over: served
        00:01:10 desk 1 is free
        ",
    );
}

#[test]
fn a_contact_whose_person_goes_may_be_taken_by_anybody() {
    story(
        "
        [contacts.call]
        arrivals = at 40s
        talk = '1h'
        requires = 'voice'
        [contacts.case]
        arrivals = at 50s
        talk = '10s'
        preferred_agent = { team = 'desk', wait = 'never' }
        [teams.desk]
        skills = ['voice']
        at_shift_end = 'hand-back'
        [[teams.desk.shifts]]
        start = '00:00'
        end = '00:01'
        [teams.other]
        agents = 1
        [queues.call]
        maximum_wait = { after = '5s' }
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 other 1 comes
        00:00:40 contact 1 comes, call
        00:00:40 desk 1 answers contact 1
        00:00:50 contact 2 comes, case
        00:00:50 contact 2 waits in case
        00:01:00 desk 1 hands contact 1 back to call
        00:01:00 contact 1 waits in call
        00:01:00 desk 1 goes
        00:01:00 other 1 answers contact 2 after 10s
        00:01:05 contact 1 leaves call after 5s
        00:01:05 contact 1 is over: ejected
        00:01:10 contact 2 is over: served
        00:01:10 other 1 is free
        ",
    );
}

#[test]
fn who_waits_for_one_person_may_hang_up_and_is_turned_away_at_closing() {
    story(
        "
        [contacts.case]
        arrivals = at 0s, 1s, 45s, 46s
        talk = '40s'
        patience = '20s'
        preferred_agent = { team = 'desk', wait = 'never' }
        [queues.case]
        hours = '00:00-00:00:50'
        at_closing = 'turn-away'
        [teams.desk]
        agents = 1
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, case
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, case
        00:00:01 contact 2 waits in case
        00:00:21 contact 2 leaves case after 20s
        00:00:21 contact 2 is over: abandoned
        00:00:40 contact 1 is over: served
        00:00:40 desk 1 is free
        00:00:45 contact 3 comes, case
        00:00:45 desk 1 answers contact 3
        00:00:46 contact 4 comes, case
        00:00:46 contact 4 waits in case
        00:00:50 contact 4 leaves case after 4s
        00:00:50 contact 4 is over: closed
        00:01:25 contact 3 is over: served
        00:01:25 desk 1 is free
        ",
    );
}

/// A team that serves `case` only from 00:01 to 00:02, whose person every customer has, beside one that always does.
fn person_at_times((call, case): (&str, &str), terms: &str, (at_times, of_type): (&str, &str), expected: &str) {
    story(
        &format!(
            "
            [switches.noon]
            hours = '00:01-00:02'
            [contacts.call]
            arrivals = {call}
            talk = '90s'
            requires = 'voice'
            [contacts.case]
            arrivals = {case}
            talk = '10s'
            preferred_agent = {{ team = 'desk', wait = 'never', {terms} }}
            {of_type}
            [teams.desk]
            agents = 1
            {at_times}
            [teams.other]
            agents = 1
            skills = ['case']
            "
        ),
        expected,
    );
}

/// A queue that is served at times, and a skill that counts at times.
const AT_TIMES: [(&str, &str); 2] = [
    ("skills = ['voice']\nqueues = { call = {}, case = { while = 'switch.noon' } }", ""),
    ("skills = ['voice', 'case']\nskills_while = { case = 'switch.noon' }", "skill = 'case'"),
];

#[test]
fn a_person_who_may_not_serve_a_contact_now_is_as_good_as_away() {
    for at_times in AT_TIMES {
        person_at_times(
            ("at 50s", "at 10s"),
            "when_away = 'skip'",
            at_times,
            "
            00:00:00 desk 1 comes
            00:00:00 other 1 comes
            00:00:10 contact 1 comes, case
            00:00:10 other 1 answers contact 1
            00:00:20 contact 1 is over: served
            00:00:20 other 1 is free
            00:00:50 contact 2 comes, call
            00:00:50 desk 1 answers contact 2
            00:02:20 contact 2 is over: served
            00:02:20 desk 1 is free
            ",
        );
    }
}

#[test]
fn a_contact_that_waits_for_a_person_who_may_not_serve_it_is_taken_when_that_one_may() {
    for at_times in AT_TIMES {
        person_at_times(
            ("at 5m", "at 10s"),
            "when_away = 'wait'",
            at_times,
            "
            00:00:00 desk 1 comes
            00:00:00 other 1 comes
            00:00:10 contact 1 comes, case
            00:00:10 contact 1 waits in case
            00:01:00 desk 1 answers contact 1 after 50s
            00:01:10 contact 1 is over: served
            00:01:10 desk 1 is free
            00:05:00 contact 2 comes, call
            00:05:00 desk 1 answers contact 2
            00:06:30 contact 2 is over: served
            00:06:30 desk 1 is free
            ",
        );
    }
}

#[test]
fn a_contact_whose_person_may_not_serve_it_any_more_goes_to_anybody() {
    for at_times in AT_TIMES {
        person_at_times(
            ("at 50s", "at 90s"),
            "when_away = 'skip'",
            at_times,
            "
            00:00:00 desk 1 comes
            00:00:00 other 1 comes
            00:00:50 contact 1 comes, call
            00:00:50 desk 1 answers contact 1
            00:01:30 contact 2 comes, case
            00:01:30 contact 2 waits in case
            00:02:00 other 1 answers contact 2 after 30s
            00:02:10 contact 2 is over: served
            00:02:10 other 1 is free
            00:02:20 contact 1 is over: served
            00:02:20 desk 1 is free
            ",
        );
    }
}
