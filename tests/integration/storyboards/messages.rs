//! Messages and other channels: contacts that come out of contacts of another type.

use super::story;

#[test]
fn a_message_is_a_contact_of_its_own_that_waits_for_an_agent() {
    story(
        "
        [contacts.caller]
        arrivals = at 0s
        flow = 'main'
        talk = '5s'
        lines = 'trunk'
        [contacts.message]
        channel = 'email'
        arrivals = '0/h'
        talk = '7s'
        [lines.trunk]
        count = 1
        [flows.main.nodes]
        check = { hours = { hours = '08:00-18:00', open = 'speak', closed = 'speak' } }
        speak = { voicemail = { time = '20s', contacts = 'message' } }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears check
        00:00:00 contact 1 hears speak
        00:00:20 contact 1 leaves main after 20s: after-hours
        00:00:20 contact 1 is over: left-message
        00:00:20 contact 2 comes, message out of another contact
        00:00:20 front 1 answers contact 2
        00:00:27 contact 2 is over: served
        00:00:27 front 1 is free
        ",
    );
}

#[test]
fn who_hangs_up_leaves_no_message() {
    story(
        "
        [contacts.caller]
        arrivals = at 0s
        flow = 'main'
        talk = '5s'
        [contacts.message]
        channel = 'email'
        arrivals = '0/h'
        talk = '7s'
        [flows.main.nodes]
        speak = { voicemail = { time = '20s', hang_up = 1, contacts = 'message' } }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears speak
        00:00:20 contact 1 leaves main after 20s
        00:00:20 contact 1 is over: hung-up-in-flow
        ",
    );
}

#[test]
fn who_is_sent_to_another_channel_comes_there_some_time_later() {
    story(
        "
        [contacts.caller]
        arrivals = at 0s
        flow = 'main'
        talk = '5s'
        [contacts.letter]
        channel = 'email'
        arrivals = '0/h'
        talk = '7s'
        [flows.main.nodes]
        offer = { deflect = { time = '4s', contacts = 'letter', delay = '30s' } }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears offer
        00:00:04 contact 1 leaves main after 4s: deflected
        00:00:04 contact 1 is over: deflected
        00:00:34 contact 2 comes, letter out of another contact
        00:00:34 front 1 answers contact 2
        00:00:41 contact 2 is over: served
        00:00:41 front 1 is free
        ",
    );
}
