//! Turns: agents and customers who write to each other in turn.

use super::story;

/// Two chats of two turns of 10s each, with 5s until the customer writes again; the second comes 3s after the first.
fn two_chats(open_turns: &str, expected: &str) {
    story(
        &format!(
            "
            [contacts.chat]
            channel = 'chat'
            arrivals = at 0s, 3s
            talk = '20s'
            turns = {{ agent = '10s', customer = '5s' }}
            [teams.desk]
            agents = 1
            open_turns = '{open_turns}'
            "
        ),
        expected,
    );
}

#[test]
fn who_wrote_first_is_replied_to_first() {
    // The first customer writes again at 15s, while the agent is with the second until 20s.
    two_chats(
        "first-come",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, chat
        00:00:00 desk 1 answers contact 1
        00:00:03 contact 2 comes, chat
        00:00:03 desk 1 answers contact 2
        00:00:10 desk 1 replies to contact 1 after 10s
        00:00:20 desk 1 replies to contact 2 after 17s
        00:00:30 desk 1 replies to contact 1 after 15s
        00:00:30 contact 1 is over: served
        00:00:40 desk 1 replies to contact 2 after 15s
        00:00:40 contact 2 is over: served
        00:00:40 desk 1 is free
        ",
    );
}

#[test]
fn open_turns_that_share_an_agent_take_twice_as_long() {
    // Alone until 3s, then side by side: the 7s left take until 17s, and the 3s left of the other until 20s. The
    // first customer writes at 22s, the second at 25s: again 3s alone, and 7s by two.
    two_chats(
        "shared",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, chat
        00:00:00 desk 1 answers contact 1
        00:00:03 contact 2 comes, chat
        00:00:03 desk 1 answers contact 2
        00:00:17 desk 1 replies to contact 1 after 17s
        00:00:20 desk 1 replies to contact 2 after 17s
        00:00:39 desk 1 replies to contact 1 after 17s
        00:00:39 contact 1 is over: served
        00:00:42 desk 1 replies to contact 2 after 17s
        00:00:42 contact 2 is over: served
        00:00:42 desk 1 is free
        ",
    );
}

/// One chat at a time of three turns, and a second customer who waits for the room.
fn one_at_a_time(turns: &str, expected: &str) {
    story(
        &format!(
            "
            [contacts.chat]
            channel = 'chat'
            arrivals = at 0s
            talk = '30s'
            wrap_up = '2s'
            turns = {{ agent = '10s', customer = '8s', {turns} }}
            [contacts.call]
            arrivals = at 1s
            talk = '7s'
            [teams.desk]
            agents = 1
            "
        ),
        expected,
    );
}

#[test]
fn a_customer_closes_the_conversation_instead_of_writing() {
    one_at_a_time(
        "leaves = 1",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, chat
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 contact 2 waits in call
        00:00:10 desk 1 replies to contact 1 after 10s
        00:00:18 contact 1 is over: left-openly
        00:00:18 desk 1 wraps up
        00:00:20 desk 1 has wrapped up contact 1
        00:00:20 desk 1 answers contact 2 after 19s
        00:00:27 contact 2 is over: served
        00:00:27 desk 1 is free
        ",
    );
}

#[test]
fn a_customer_is_gone_without_a_word_and_the_agent_learns_of_it_by_the_clock() {
    one_at_a_time(
        "leaves_silently = 1, closed_after = '25s'",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, chat
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 contact 2 waits in call
        00:00:10 desk 1 replies to contact 1 after 10s
        00:00:35 contact 1 is over: left-silently
        00:00:35 desk 1 wraps up
        00:00:37 desk 1 has wrapped up contact 1
        00:00:37 desk 1 answers contact 2 after 36s
        00:00:44 contact 2 is over: served
        00:00:44 desk 1 is free
        ",
    );
}

#[test]
fn whoever_takes_too_long_to_write_is_taken_for_gone() {
    one_at_a_time(
        "closed_after = '7s'",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, chat
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 contact 2 waits in call
        00:00:10 desk 1 replies to contact 1 after 10s
        00:00:17 contact 1 is over: left-silently
        00:00:17 desk 1 wraps up
        00:00:19 desk 1 has wrapped up contact 1
        00:00:19 desk 1 answers contact 2 after 18s
        00:00:26 contact 2 is over: served
        00:00:26 desk 1 is free
        ",
    );
}

#[test]
fn whoever_writes_at_the_last_moment_goes_on() {
    one_at_a_time(
        "closed_after = '8s'",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, chat
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 contact 2 waits in call
        00:00:10 desk 1 replies to contact 1 after 10s
        00:00:28 desk 1 replies to contact 1 after 10s
        00:00:46 desk 1 replies to contact 1 after 10s
        00:00:46 contact 1 is over: served
        00:00:46 desk 1 wraps up
        00:00:48 desk 1 has wrapped up contact 1
        00:00:48 desk 1 answers contact 2 after 47s
        00:00:55 contact 2 is over: served
        00:00:55 desk 1 is free
        ",
    );
}

#[test]
fn an_inactive_conversation_is_closed_while_its_agent_does_something_else() {
    one_at_a_time(
        "leaves_silently = 1, inactive_after = '4s', closed_after = '9s'",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, chat
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 contact 2 waits in call
        00:00:10 desk 1 replies to contact 1 after 10s
        00:00:14 contact 1 is inactive and stays with desk 1
        00:00:14 desk 1 answers contact 2 after 13s
        00:00:19 contact 1 is over: left-silently
        00:00:21 contact 2 is over: served
        00:00:21 desk 1 is free
        ",
    );
}

#[test]
fn a_conversation_becomes_a_call_to_the_same_person() {
    // The second person has been idle for longer.
    story(
        "
        [contacts.chat]
        channel = 'chat'
        arrivals = at 0s
        talk = '30s'
        turns = { agent = '10s', customer = '8s', elevation = { contacts = 'call', share = 1, after = 2, delay = '3s' } }
        [contacts.call]
        arrivals = '0/h'
        talk = '7s'
        preferred_agent = {}
        [teams.desk]
        agents = 2
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 desk 2 comes
        00:00:00 contact 1 comes, chat
        00:00:00 desk 1 answers contact 1
        00:00:10 desk 1 replies to contact 1 after 10s
        00:00:28 desk 1 replies to contact 1 after 10s
        00:00:28 contact 1 is over: deflected
        00:00:28 desk 1 is free
        00:00:31 contact 2 comes, call out of another contact
        00:00:31 desk 1 answers contact 2
        00:00:38 contact 2 is over: served
        00:00:38 desk 1 is free
        ",
    );
}

#[test]
fn an_open_turn_gives_way_to_a_call_and_its_response_takes_as_much_longer() {
    // The second chat's turn has not begun when the call comes; the first has 6s left. Both go on at 9s.
    story(
        "
        [contacts.chat]
        channel = 'chat'
        arrivals = at 0s, 2s
        talk = '10s'
        turns = { agent = '10s', customer = '5s' }
        [contacts.call]
        arrivals = at 4s
        talk = '5s'
        [teams.desk]
        agents = 1
        room = { interruptible_by = { chat = ['phone'] } }
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, chat
        00:00:00 desk 1 answers contact 1
        00:00:02 contact 2 comes, chat
        00:00:02 desk 1 answers contact 2
        00:00:04 contact 3 comes, call
        00:00:04 desk 1 puts contact 1 on hold
        00:00:04 desk 1 puts contact 2 on hold
        00:00:04 desk 1 answers contact 3
        00:00:09 contact 3 is over: served
        00:00:09 desk 1 goes on with contact 1
        00:00:09 desk 1 goes on with contact 2
        00:00:15 desk 1 replies to contact 1 after 15s
        00:00:15 contact 1 is over: served
        00:00:25 desk 1 replies to contact 2 after 23s
        00:00:25 contact 2 is over: served
        00:00:25 desk 1 is free
        ",
    );
}
