//! Rooms: what one person holds at once, channel beside channel.

use super::story;

/// One at a time: a chat, then a second one, while a task waits; the task; a chat beside it; a call that the chat keeps
/// out, and that comes in when it is done; another task that first the call keeps out, and then the first one.
fn seven_steps(last_lines: &str) {
    story(
        &format!(
            "
        [contacts.task]
        channel = 'task'
        arrivals = at 1s, 31s
        talk = '100s'
        [contacts.chat]
        channel = 'chat'
        arrivals = at 0s, 2s, 20s
        talk = '10s'
        [contacts.voice]
        arrivals = at 21s
        talk = '10s'
        [teams.desk]
        agents = 1
        {last_lines}
        "
        ),
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, chat
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, task
        00:00:01 contact 2 waits in task
        00:00:02 contact 3 comes, chat
        00:00:02 desk 1 answers contact 3
        00:00:10 contact 1 is over: served
        00:00:12 contact 3 is over: served
        00:00:12 desk 1 answers contact 2 after 11s
        00:00:20 contact 4 comes, chat
        00:00:20 desk 1 answers contact 4
        00:00:21 contact 5 comes, voice
        00:00:21 contact 5 waits in voice
        00:00:30 contact 4 is over: served
        00:00:30 desk 1 answers contact 5 after 9s
        00:00:31 contact 6 comes, task
        00:00:31 contact 6 waits in task
        00:00:40 contact 5 is over: served
        00:01:52 contact 2 is over: served
        00:01:52 desk 1 answers contact 6 after 1m21s
        00:03:32 contact 6 is over: served
        00:03:32 desk 1 is free
        ",
    );
}

#[test]
fn golden_y1_connect_cross_channel() {
    seven_steps(
        "room = { most = { chat = 2, task = 1, phone = 1 }, beside = { chat = [], task = ['chat', 'phone'], phone = [] } }",
    );
}

#[test]
fn golden_y1_connect_cross_channel_by_the_preset() {
    seven_steps(
        "[routing]\npolicy = { amazon-connect = { most = { chat = 2, task = 1, phone = 1 }, any_channel = ['task'] } }",
    );
}

#[test]
fn a_person_leaves_room_for_a_call_that_comes_before_the_mail_that_would_fit() {
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 0s, 2s
        talk = '10s'
        [contacts.call]
        arrivals = at 1s
        talk = '10s'
        [teams.desk]
        agents = 1
        at_once = { email = 2 }
        fill = 'in-turn'
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 contact 2 waits in call
        00:00:02 contact 3 comes, mail
        00:00:02 contact 3 waits in mail
        00:00:10 contact 1 is over: served
        00:00:10 desk 1 answers contact 2 after 9s
        00:00:20 contact 2 is over: served
        00:00:20 desk 1 answers contact 3 after 18s
        00:00:30 contact 3 is over: served
        00:00:30 desk 1 is free
        ",
    );
}

#[test]
fn whoever_takes_what_fits_lets_the_call_wait_for_all_mails() {
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 0s, 2s
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
        00:00:02 contact 3 comes, mail
        00:00:02 desk 1 answers contact 3
        00:00:10 contact 1 is over: served
        00:00:12 contact 3 is over: served
        00:00:12 desk 1 answers contact 2 after 11s
        00:00:22 contact 2 is over: served
        00:00:22 desk 1 is free
        ",
    );
}

#[test]
fn room_that_was_left_for_somebody_who_goes_is_used_at_once() {
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 0s, 2s
        talk = '10s'
        [contacts.call]
        arrivals = at 1s
        talk = '10s'
        patience = '4s'
        [teams.desk]
        agents = 1
        at_once = { email = 2 }
        fill = 'in-turn'
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 contact 2 waits in call
        00:00:02 contact 3 comes, mail
        00:00:02 contact 3 waits in mail
        00:00:05 contact 2 leaves call after 4s
        00:00:05 contact 2 is over: abandoned
        00:00:05 desk 1 answers contact 3 after 3s
        00:00:10 contact 1 is over: served
        00:00:15 contact 3 is over: served
        00:00:15 desk 1 is free
        ",
    );
}

#[test]
fn a_window_says_also_for_whom_room_is_left() {
    // The call has waited for longer, but two go on to the priority, which puts the urgent mail first.
    story(
        "
        [routing]
        contact_order = ['longest-wait', { window = 2 }, { priority = 'higher' }]
        [contacts.mail]
        channel = 'email'
        arrivals = at 0s
        talk = '10s'
        [contacts.call]
        arrivals = at 1s
        talk = '10s'
        priority = 1
        [contacts.urgent]
        channel = 'email'
        arrivals = at 2s
        talk = '10s'
        priority = 5
        [teams.desk]
        agents = 1
        at_once = { email = 2 }
        fill = 'in-turn'
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 contact 2 waits in call
        00:00:02 contact 3 comes, urgent
        00:00:02 desk 1 answers contact 3
        00:00:10 contact 1 is over: served
        00:00:12 contact 3 is over: served
        00:00:12 desk 1 answers contact 2 after 11s
        00:00:22 contact 2 is over: served
        00:00:22 desk 1 is free
        ",
    );
}

#[test]
fn contacts_weigh_what_their_type_says_before_their_channel() {
    story(
        "
        [contacts.short]
        channel = 'chat'
        arrivals = at 0s, 1s, 2s
        talk = '10s'
        [contacts.long]
        channel = 'chat'
        arrivals = at 3s
        talk = '10s'
        [teams.desk]
        agents = 1
        room = { units = 10, weights = { chat = 4, long = 7 } }
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, short
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, short
        00:00:01 desk 1 answers contact 2
        00:00:02 contact 3 comes, short
        00:00:02 contact 3 waits in short
        00:00:03 contact 4 comes, long
        00:00:03 contact 4 waits in long
        00:00:10 contact 1 is over: served
        00:00:10 desk 1 answers contact 3 after 8s
        00:00:11 contact 2 is over: served
        00:00:20 contact 3 is over: served
        00:00:20 desk 1 answers contact 4 after 17s
        00:00:30 contact 4 is over: served
        00:00:30 desk 1 is free
        ",
    );
}

#[test]
fn a_rank_of_one_channel_comes_before_what_waits_in_another() {
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 2s
        talk = '10s'
        [contacts.call]
        arrivals = at 0s, 1s
        talk = '10s'
        [teams.desk]
        agents = 1
        queues = { mail = { rank = 1 }, call = { rank = 2 } }
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 contact 2 waits in call
        00:00:02 contact 3 comes, mail
        00:00:02 contact 3 waits in mail
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
fn two_chats_take_longer_each_than_one() {
    // From 4s on both take twice as long: the first has 6s left, and ends at 16s; the second has done 6s of 10s by then,
    // alone again for the other 4s.
    story(
        "
        [contacts.chat]
        channel = 'chat'
        arrivals = at 0s, 4s
        talk = '10s'
        [teams.desk]
        agents = 1
        slowdown = [1, 2]
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, chat
        00:00:00 desk 1 answers contact 1
        00:00:04 contact 2 comes, chat
        00:00:04 desk 1 answers contact 2
        00:00:16 contact 1 is over: served
        00:00:20 contact 2 is over: served
        00:00:20 desk 1 is free
        ",
    );
}

#[test]
fn wrap_up_slows_as_talk_does() {
    // Alone until 5s; from 5s on everything takes twice as long: 5s of talk until 15s, then 2s of wrap-up until 19s. The
    // second has done 7s of 10s by then.
    story(
        "
        [contacts.chat]
        channel = 'chat'
        arrivals = at 0s, 5s
        talk = '10s'
        wrap_up = '2s'
        [teams.desk]
        agents = 1
        slowdown = [1, 2]
        ",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, chat
        00:00:00 desk 1 answers contact 1
        00:00:05 contact 2 comes, chat
        00:00:05 desk 1 answers contact 2
        00:00:15 contact 1 is over: served
        00:00:19 desk 1 has wrapped up contact 1
        00:00:22 contact 2 is over: served
        00:00:22 desk 1 wraps up
        00:00:24 desk 1 has wrapped up contact 2
        00:00:24 desk 1 is free
        ",
    );
}

/// What two persons do who have been kept busy until 10s, while three mails of different length wait.
fn pulled(pull: &str) -> Vec<String> {
    let told = super::journal(&format!(
        "
        [contacts.hard]
        channel = 'email'
        arrivals = at 1s
        talk = '30s'
        [contacts.claim]
        channel = 'email'
        arrivals = at 2s
        talk = '20s'
        skill = 'claims'
        [contacts.easy]
        channel = 'email'
        arrivals = at 3s
        talk = '5s'
        [contacts.call]
        arrivals = at 0s
        talk = '10s'
        [routing]
        contact_order = ['newest-first']
        [teams.desk]
        agents = 1
        skills = ['claims']
        pull = '{pull}'
        "
    ));
    told.lines().filter_map(|line| line.split_once("answers contact ")).map(|(_, who)| who[..1].to_owned()).collect()
}

#[test]
fn people_pick_out_deferred_contacts_by_a_rule_of_their_own() {
    // Contacts 2, 3 and 4 are the hard one, the claim and the easy one.
    assert_eq!(pulled("no"), ["1", "4", "3", "2"]);
    assert_eq!(pulled("oldest"), ["1", "2", "3", "4"]);
    assert_eq!(pulled("easiest"), ["1", "4", "3", "2"]);
    assert_eq!(pulled("own-skills"), ["1", "3", "2", "4"]);
}

#[test]
fn of_one_type_the_easiest_is_picked_out_and_calls_still_come_first() {
    let told = super::journal(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = { batch = { at = '00:00:05', size = 20 } }
        talk = { uniform = { least = '10s', most = '100s' } }
        [contacts.call]
        arrivals = at 0s, 6s
        talk = '10s'
        [teams.desk]
        agents = 1
        pull = 'easiest'
        ",
    );
    let time = |line: &str| -> Option<u32> {
        let clock: Vec<u32> = line
            .split(' ')
            .next()?
            .split(':')
            .filter_map(|part| part.parse::<f64>().ok())
            .map(|part| part as u32)
            .collect();
        Some(clock[0] * 3_600 + clock[1] * 60 + clock[2])
    };
    let ends: Vec<u32> = told.lines().filter(|line| line.ends_with("served")).filter_map(time).collect();
    let first: Vec<&str> = told.lines().filter(|line| line.contains("answers")).take(2).collect();
    assert!(first[0].contains("contact 1") && first[1].contains("contact 22"), "{first:?}");
    let lengths: Vec<u32> = ends[1..].windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(lengths.len() == 20 && lengths.windows(2).all(|pair| pair[0] <= pair[1] + 1), "{lengths:?}");
}

/// A mail in hand when a call comes, and a second mail.
fn mail_and_call(policy: &str, expected: &str) {
    story(
        &format!(
            "
            [routing]
            policy = {policy}
            [contacts.mail]
            channel = 'email'
            arrivals = at 0s, 2s
            talk = '10s'
            [contacts.call]
            arrivals = at 1s
            talk = '10s'
            [teams.desk]
            agents = 1
            "
        ),
        expected,
    );
}

#[test]
fn platforms_differ_in_what_becomes_of_a_mail_when_a_call_comes() {
    mail_and_call(
        "'genesys-standard'",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 desk 1 puts contact 1 on hold
        00:00:01 desk 1 answers contact 2
        00:00:02 contact 3 comes, mail
        00:00:02 contact 3 waits in mail
        00:00:11 contact 2 is over: served
        00:00:11 desk 1 goes on with contact 1
        00:00:20 contact 1 is over: served
        00:00:20 desk 1 answers contact 3 after 18s
        00:00:30 contact 3 is over: served
        00:00:30 desk 1 is free
        ",
    );
    let beside = "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 desk 1 answers contact 2
        00:00:02 contact 3 comes, mail
        00:00:02 contact 3 waits in mail
        00:00:10 contact 1 is over: served
        00:00:10 desk 1 answers contact 3 after 8s
        00:00:11 contact 2 is over: served
        00:00:20 contact 3 is over: served
        00:00:20 desk 1 is free
        ";
    mail_and_call("'taskrouter'", beside);
    mail_and_call("'zendesk'", beside);
    mail_and_call("{ cxone = { total = 2 } }", beside);
    mail_and_call("{ salesforce = { units = 10, weights = { call = 6, email = 4 } } }", beside);
    mail_and_call(
        "'amazon-connect'",
        "
        00:00:00 desk 1 comes
        00:00:00 contact 1 comes, mail
        00:00:00 desk 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 contact 2 waits in call
        00:00:02 contact 3 comes, mail
        00:00:02 contact 3 waits in mail
        00:00:10 contact 1 is over: served
        00:00:10 desk 1 answers contact 2 after 9s
        00:00:20 contact 2 is over: served
        00:00:20 desk 1 answers contact 3 after 18s
        00:00:30 contact 3 is over: served
        00:00:30 desk 1 is free
        ",
    );
}
