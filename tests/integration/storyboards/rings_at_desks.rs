//! Offers at desks: contacts that ring at people who hold several, put something on hold, or are somebody's own.

use super::{ending, journal, story};

#[test]
fn what_gives_way_to_a_call_is_on_hold_while_it_rings() {
    // 4 s of the mail are done by 10 s; it goes on at 13 s, when the caller has hung up, and has 16 s to go.
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 0s
        talk = '20s'
        [contacts.call]
        arrivals = at 10s
        talk = '10s'
        patience = '3s'
        [teams.desk]
        agents = 1
        room = { interruptible_by = { email = ['phone'] } }
        offers = { answer_after = '6s' }
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 contact 1 waits in mail
        00:00:00 contact 1 rings at desk 1
        00:00:06 desk 1 answers contact 1 after 6s
        00:00:10 contact 2 comes, call
        00:00:10 contact 2 waits in call
        00:00:10 desk 1 puts contact 1 on hold
        00:00:10 contact 2 rings at desk 1
        00:00:13 contact 2 leaves call after 3s
        00:00:13 contact 2 is over: abandoned
        00:00:13 desk 1 goes on with contact 1
        00:00:29 contact 1 is over: served
        00:00:29 desk 1 is free
        ",
    );
}

/// Two people with a mail each, at whom calls ring, both at once if they can.
const TWO_WITH_MAIL: &str = "
    [contacts.mail]
    channel = 'email'
    arrivals = at 0s, 0s
    talk = '1m'
    queue = 'mail'
    [contacts.call]
    arrivals = at 10s
    talk = '10s'
    queue = 'calls'
    [queues.mail]
    [queues.calls]
    offers = { to = 'all' }
    [teams.desk]
    agents = 2
    room = { interruptible_by = { email = ['phone'] } }
    offers = { answer_after = '3s' }
";

#[test]
fn only_the_first_of_several_puts_something_on_hold() {
    let told = journal(TWO_WITH_MAIL);
    for line in [
        "00:00:03 desk 1 answers contact 1 after 3s\n",
        "00:00:10 contact 3 rings at desk 1\n",
        "00:00:13 desk 1 answers contact 3 after 3s\n",
        "00:00:23 desk 1 goes on with contact 1\n",
    ] {
        assert!(told.contains(line), "no {line}{told}");
    }
    assert_eq!(ending(&told, "contact 3 rings at desk 2"), 0, "{told}");
    assert_eq!(ending(&told, "desk 1 puts contact 1 on hold"), 1, "{told}");
}

#[test]
fn who_has_room_for_it_is_rung_too() {
    let told =
        journal(&TWO_WITH_MAIL.replace("interruptible_by = { email = ['phone'] }", "beside = { email = ['phone'] }"));
    for line in [
        "00:00:10 contact 3 rings at desk 1\n00:00:10 contact 3 rings at desk 2\n",
        "00:00:13 desk 1 answers contact 3 after 3s\n",
    ] {
        assert!(told.contains(line), "no {line}{told}");
    }
}

#[test]
fn a_contact_rings_at_its_own_person_alone_and_then_at_all() {
    let told = journal(
        "
        [contacts.case]
        arrivals = at 10s
        talk = '10s'
        queue = 'cases'
        preferred_agent = { team = 'own' }
        [queues.cases]
        offers = { to = 'all' }
        [teams.own]
        agents = 1
        offers = { accept = 0, ring = '5s', not_ready_after_miss = '1h' }
        [teams.others]
        agents = 2
        offers = { answer_after = '3s' }
        ",
    );
    let alone =
        "00:00:10 contact 1 waits in cases\n00:00:10 contact 1 rings at own 1\n00:00:15 own 1 misses contact 1\n";
    assert!(told.contains(alone), "{told}");
    for line in [
        "00:00:15 contact 1 rings at others 1\n",
        "00:00:15 contact 1 rings at others 2\n",
        "00:00:18 others 1 answers contact 1 after 8s\n",
    ] {
        assert!(told.contains(line), "no {line}{told}");
    }
}

#[test]
fn rounds_do_not_hold_up_what_goes_to_its_own_person() {
    story(
        "
        [contacts.case]
        arrivals = at 10s, 70s
        talk = '20s'
        preferred_agent = { team = 'own', wait = '1m' }
        [routing]
        match_every = '1m'
        [teams.own]
        agents = 1
        ",
        "
        00:00:00 own 1 comes
        00:00:10 contact 1 comes, case
        00:00:10 own 1 answers contact 1
        00:00:30 contact 1 is over: served
        00:00:30 own 1 is free
        00:01:10 contact 2 comes, case
        00:01:10 own 1 answers contact 2
        00:01:30 contact 2 is over: served
        00:01:30 own 1 is free
        ",
    );
}

#[test]
fn nobody_leaves_room_for_a_contact_that_is_not_offered_again() {
    // The call rings in vain at the one person, who may not have it again and takes the mail behind it.
    let told = journal(
        "
        [contacts.call]
        arrivals = at 0s
        talk = '10s'
        patience = '1m'
        [contacts.mail]
        channel = 'email'
        arrivals = at 1s
        talk = '20s'
        [queues.call]
        offers = { same_agent_after = 'never' }
        [queues.mail]
        [teams.desk]
        agents = 1
        at_once = { email = 2 }
        offers = { accept = 0, ring = '5s' }
        ",
    );
    assert!(told.contains("00:00:05 contact 2 rings at desk 1\n"), "{told}");
    assert_eq!(ending(&told, "contact 1 rings at desk 1"), 1, "{told}");
    assert!(told.contains("00:01:00 contact 1 is over: abandoned\n"), "{told}");
}

#[test]
fn a_wrap_up_that_frees_room_lets_the_next_chat_in() {
    let told = journal(
        "
        [contacts.chat]
        channel = 'chat'
        arrivals = at 0s, 1s, 2s
        talk = '10s'
        wrap_up = '30s'
        wrap_up_frees_room = true
        [teams.desk]
        agents = 1
        room = { most = { chat = 2 } }
        ",
    );
    assert!(told.contains("00:00:10 desk 1 answers contact 3 after 8s\n"), "{told}");
}

#[test]
fn a_contact_that_waits_for_its_person_waits_in_no_other_queue() {
    let told = journal(
        "
        [contacts.case]
        arrivals = at 0s, 1s
        talk = '1m'
        queue = 'first'
        preferred_agent = { team = 'own', wait = '20s' }
        [queues.first]
        also_in = { queue = 'second' }
        [queues.second]
        [teams.own]
        agents = 1
        queues = { first = {} }
        [teams.others]
        agents = 1
        queues = { second = {} }
        ",
    );
    let after = "00:00:21 contact 2 waits in second\n00:00:21 contact 2 waits in first no more\n00:00:21 others 1 answers contact 2\n";
    assert!(told.contains(after), "{told}");
    assert_eq!(ending(&told, "waits in second"), 1, "{told}");
}
