//! Transfers: an agent sends a contact to another queue, hands it over in person, or asks somebody about it.

use super::story;

/// A first line of one and a second line of one, which everybody who calls is passed on to.
const LINES: &str = "
    [teams.first]
    agents = 1
    queues = { desk = {} }
    [teams.second]
    agents = 1
    queues = { experts = {} }
    [queues.desk]
    [queues.experts]
    ";

fn told(transfer: &str, arrivals: &str, more: &str, expected: &str) {
    let centre = format!(
        "
        [contacts.call]
        arrivals = at {arrivals}
        queue = 'desk'
        talk = '20s'
        {more}
        [[contacts.call.transfers]]
        from = 'desk'
        to = 'experts'
        probability = 1
        {transfer}
        {LINES}"
    );
    story(&centre, expected);
}

#[test]
fn after_a_cold_transfer_the_first_agent_is_done() {
    // The second customer comes to the experts while they talk to the first, and waits there.
    told(
        "talk = '30s'",
        "0s, 0s",
        "wrap_up = '5s'",
        "
        00:00:00 first 1 comes
        00:00:00 second 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 first 1 answers contact 1
        00:00:00 contact 2 comes, call
        00:00:00 contact 2 waits in desk
        00:00:20 first 1 transfers contact 1 to experts
        00:00:20 second 1 answers contact 1
        00:00:20 first 1 wraps up
        00:00:25 first 1 has wrapped up contact 1
        00:00:25 first 1 answers contact 2 after 25s
        00:00:45 first 1 transfers contact 2 to experts
        00:00:45 contact 2 waits in experts
        00:00:45 first 1 wraps up
        00:00:50 first 1 has wrapped up contact 2
        00:00:50 first 1 is free
        00:00:50 contact 1 is over: served
        00:00:50 second 1 wraps up
        00:00:55 second 1 has wrapped up contact 1
        00:00:55 second 1 answers contact 2 after 10s
        00:01:25 contact 2 is over: served
        00:01:25 second 1 wraps up
        00:01:30 second 1 has wrapped up contact 2
        00:01:30 second 1 is free
        ",
    );
}

#[test]
fn where_it_is_seen_early_that_another_is_needed_the_talk_proper_is_with_that_one() {
    told(
        "after = '5s'",
        "0s",
        "",
        "
        00:00:00 first 1 comes
        00:00:00 second 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 first 1 answers contact 1
        00:00:05 first 1 transfers contact 1 to experts
        00:00:05 second 1 answers contact 1
        00:00:05 first 1 is free
        00:00:25 contact 1 is over: served
        00:00:25 second 1 is free
        ",
    );
}

#[test]
fn at_a_warm_transfer_the_first_agent_stays_until_the_second_knows_all() {
    // The second caller is taken when the first agent has waited 10 seconds for the expert, and told that one for 3.
    told(
        "how = 'warm'
        hand_over = '3s'
        talk = '30s'",
        "0s, 3s",
        "",
        "
        00:00:00 first 1 comes
        00:00:00 second 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 first 1 answers contact 1
        00:00:03 contact 2 comes, call
        00:00:03 contact 2 waits in desk
        00:00:20 first 1 stays with contact 1 until experts answers
        00:00:20 second 1 answers contact 1
        00:00:23 first 1 answers contact 2 after 20s
        00:00:43 first 1 stays with contact 2 until experts answers
        00:00:43 contact 2 waits in experts
        00:00:53 contact 1 is over: served
        00:00:53 second 1 answers contact 2 after 10s
        00:00:56 first 1 is free
        00:01:26 contact 2 is over: served
        00:01:26 second 1 is free
        ",
    );
}

#[test]
fn whose_customer_hangs_up_stays_no_more() {
    // The second customer, who has waited 20 seconds for the first agent, has the patience to wait 25 for the expert.
    told(
        "how = 'warm'
        talk = '1m'",
        "0s, 0s",
        "patience = '25s'",
        "
        00:00:00 first 1 comes
        00:00:00 second 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 first 1 answers contact 1
        00:00:00 contact 2 comes, call
        00:00:00 contact 2 waits in desk
        00:00:20 first 1 stays with contact 1 until experts answers
        00:00:20 second 1 answers contact 1
        00:00:20 first 1 answers contact 2 after 20s
        00:00:40 first 1 stays with contact 2 until experts answers
        00:00:40 contact 2 waits in experts
        00:01:05 contact 2 leaves experts after 25s
        00:01:05 contact 2 is over: abandoned
        00:01:05 first 1 is free
        00:01:20 contact 1 is over: served
        00:01:20 second 1 is free
        ",
    );
}

#[test]
fn who_asks_another_finishes_alone() {
    // The expert answers one question at a time, of 10 seconds, and has nothing to wrap up.
    told(
        "how = 'consult'
        hand_over = '10s'
        talk = '4s'",
        "0s",
        "wrap_up = '2s'",
        "
        00:00:00 first 1 comes
        00:00:00 second 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 first 1 answers contact 1
        00:00:20 first 1 asks experts about contact 1
        00:00:20 second 1 answers contact 1
        00:00:30 first 1 goes on with contact 1 alone
        00:00:30 second 1 is free
        00:00:34 contact 1 is over: served
        00:00:34 first 1 wraps up
        00:00:36 first 1 has wrapped up contact 1
        00:00:36 first 1 is free
        ",
    );
}

#[test]
fn a_question_that_nobody_answers_is_dropped() {
    story(
        "
        [contacts.call]
        arrivals = at 0s
        queue = 'desk'
        talk = '20s'
        transfers = { to = 'experts', from = 'desk', how = 'consult', probability = 1, hand_over = '10s', talk = '4s' }
        [queues.desk]
        [queues.experts]
        maximum_wait = { after = '7s', action = 'disconnect' }
        [teams.first]
        agents = 1
        queues = { desk = {} }
        [teams.second]
        agents = 0
        queues = { experts = {} }
        ",
        "
        00:00:00 first 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 first 1 answers contact 1
        00:00:20 first 1 asks experts about contact 1
        00:00:20 contact 1 waits in experts
        00:00:27 contact 1 leaves experts after 7s
        00:00:27 first 1 goes on with contact 1 alone
        00:00:31 contact 1 is over: served
        00:00:31 first 1 is free
        ",
    );
}

#[test]
fn in_a_conference_both_stay_to_the_end() {
    told(
        "how = 'conference'
        talk = '15s'",
        "0s",
        "",
        "
        00:00:00 first 1 comes
        00:00:00 second 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 first 1 answers contact 1
        00:00:20 first 1 takes experts in for contact 1
        00:00:20 second 1 answers contact 1
        00:00:35 contact 1 is over: served
        00:00:35 second 1 is free
        00:00:35 first 1 is free
        ",
    );
}

#[test]
fn the_level_of_the_agent_decides_who_passes_contacts_on() {
    // The beginner passes on, the expert of level 2 does not.
    story(
        "
        [contacts.call]
        arrivals = at 0s, 1s
        talk = '20s'
        skill = 'billing'
        transfers = { to = 'experts', from = 'call', probability = [1, 0] }
        [queues.experts]
        [teams.beginner]
        agents = 1
        skills = { billing = 1 }
        queues = { call = {} }
        [teams.skilled]
        agents = 1
        skills = { billing = 2 }
        queues = { call = {} }
        [teams.third]
        agents = 1
        skills = { billing = 1 }
        queues = { experts = {} }
        ",
        "
        00:00:00 beginner 1 comes
        00:00:00 skilled 1 comes
        00:00:00 third 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 beginner 1 answers contact 1
        00:00:01 contact 2 comes, call
        00:00:01 skilled 1 answers contact 2
        00:00:20 beginner 1 transfers contact 1 to experts
        00:00:20 third 1 answers contact 1
        00:00:20 beginner 1 is free
        00:00:21 contact 2 is over: served
        00:00:21 skilled 1 is free
        00:00:40 contact 1 is over: served
        00:00:40 third 1 is free
        ",
    );
}
