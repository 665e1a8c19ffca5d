//! What happens first at the same instant: the table in `switchboard::engine`, row by row.

use super::story;

#[test]
fn an_agent_who_frees_up_as_a_patience_runs_out_answers_that_contact() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 5s
        talk = '10s'
        patience = '5s'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:05 contact 2 comes, billing
        00:00:05 contact 2 waits in billing
        00:00:10 contact 1 is over: served
        00:00:10 front 1 answers contact 2 after 5s
        00:00:20 contact 2 is over: served
        00:00:20 front 1 is free
        ",
    );
}

#[test]
fn of_two_talks_that_end_together_the_older_contact_comes_first() {
    story(
        "
        [contacts.long]
        arrivals = at 0s
        talk = '10s'
        queue = 'main'
        [contacts.short]
        arrivals = at 5s, 6s
        talk = '5s'
        queue = 'main'
        [queues.main]
        [teams.front]
        agents = 2
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 contact 1 comes, long
        00:00:00 front 1 answers contact 1
        00:00:05 contact 2 comes, short
        00:00:05 front 2 answers contact 2
        00:00:06 contact 3 comes, short
        00:00:06 contact 3 waits in main
        00:00:10 contact 1 is over: served
        00:00:10 front 1 answers contact 3 after 4s
        00:00:10 contact 2 is over: served
        00:00:10 front 2 is free
        00:00:15 contact 3 is over: served
        00:00:15 front 1 is free
        ",
    );
}

#[test]
fn whoever_comes_at_an_instant_can_answer_who_arrives_or_gives_up_in_it() {
    story(
        "
        [contacts.billing]
        arrivals = at 10s, 20s
        talk = '5s'
        patience = '10s'
        [[teams.front.shifts]]
        people = 2
        start = '00:00:20'
        end = '24:00'
        ",
        "
        00:00:10 contact 1 comes, billing
        00:00:10 contact 1 waits in billing
        00:00:20 front 1 answers contact 1 after 10s
        00:00:20 front 1 comes
        00:00:20 front 2 comes
        00:00:20 contact 2 comes, billing
        00:00:20 front 2 answers contact 2
        00:00:25 contact 1 is over: served
        00:00:25 front 1 is free
        00:00:25 contact 2 is over: served
        00:00:25 front 2 is free
        ",
    );
}

#[test]
fn whoever_goes_at_an_instant_takes_nobody_who_arrives_in_it() {
    story(
        "
        [contacts.billing]
        arrivals = at 20s
        talk = '5s'
        patience = '10s'
        [[teams.front.shifts]]
        start = '00:00'
        end = '00:00:20'
        ",
        "
        00:00:00 front 1 comes
        00:00:20 front 1 goes
        00:00:20 contact 1 comes, billing
        00:00:20 contact 1 waits in billing
        00:00:30 contact 1 leaves billing after 10s
        00:00:30 contact 1 is over: abandoned
        ",
    );
}

#[test]
fn a_talk_that_ends_with_the_shift_is_overtime_of_no_length_and_takes_nobody_new() {
    story(
        "
        [contacts.billing]
        arrivals = at 10s
        talk = '10s'
        [[teams.front.shifts]]
        start = '00:00'
        end = '00:00:20'
        ",
        "
        00:00:00 front 1 comes
        00:00:10 contact 1 comes, billing
        00:00:10 front 1 answers contact 1
        00:00:20 somebody of front works overtime
        00:00:20 contact 1 is over: served
        00:00:20 front 1 is free
        00:00:20 front 1 goes
        00:00:20 somebody of front ends overtime
        ",
    );
}

#[test]
fn people_come_before_people_go_so_that_they_can_take_over() {
    story(
        "
        [contacts.billing]
        arrivals = at 10s
        talk = '20s'
        [teams.early]
        at_shift_end = 'hand-back'
        [[teams.early.shifts]]
        start = '00:00'
        end = '00:00:20'
        [[teams.late.shifts]]
        start = '00:00:20'
        end = '24:00'
        ",
        "
        00:00:00 early 1 comes
        00:00:10 contact 1 comes, billing
        00:00:10 early 1 answers contact 1
        00:00:20 late 1 comes
        00:00:20 early 1 hands contact 1 back to billing
        00:00:20 late 1 answers contact 1
        00:00:20 early 1 goes
        00:00:40 contact 1 is over: served
        00:00:40 late 1 is free
        ",
    );
}

#[test]
fn a_queue_that_closes_turns_away_who_would_give_up_or_arrive_at_that_instant() {
    story(
        "
        [contacts.billing]
        arrivals = at 10s, 20s
        talk = '5s'
        patience = '10s'
        [queues.billing]
        hours = '00:00-00:00:20'
        at_closing = 'turn-away'
        [teams.front]
        agents = 0
        ",
        "
        00:00:10 contact 1 comes, billing
        00:00:10 contact 1 waits in billing
        00:00:20 contact 1 leaves billing after 10s
        00:00:20 contact 1 is over: closed
        00:00:20 contact 2 comes, billing
        00:00:20 contact 2 is over: closed
        ",
    );
}

#[test]
fn who_is_turned_away_at_closing_does_not_give_up_as_well() {
    story(
        "
        [contacts.billing]
        arrivals = at 10s
        talk = '5s'
        patience = '10s'
        [queues.billing]
        hours = '00:00-00:00:20'
        at_closing = 'turn-away'
        [teams.front]
        agents = 0
        ",
        "
        00:00:10 contact 1 comes, billing
        00:00:10 contact 1 waits in billing
        00:00:20 contact 1 leaves billing after 10s
        00:00:20 contact 1 is over: closed
        ",
    );
}

#[test]
fn who_comes_out_of_a_flow_goes_before_who_arrives() {
    story(
        "
        [contacts.caller]
        arrivals = at 0s
        flow = 'welcome'
        talk = '5s'
        [contacts.direct]
        arrivals = at 10s
        queue = 'main'
        talk = '5s'
        [queues.main]
        [flows.welcome.nodes]
        greeting = { play = { time = '10s', next = 'agent' } }
        agent = { enqueue = 'main' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears greeting
        00:00:10 contact 1 hears agent
        00:00:10 contact 1 leaves welcome after 10s
        00:00:10 front 1 answers contact 1
        00:00:10 contact 2 comes, direct
        00:00:10 contact 2 waits in main
        00:00:15 contact 1 is over: served
        00:00:15 front 1 answers contact 2 after 5s
        00:00:20 contact 2 is over: served
        00:00:20 front 1 is free
        ",
    );
}

#[test]
fn who_comes_again_goes_before_who_arrives() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 1s, 30s
        talk = '30s'
        patience = '9s'
        redial.abandoned = { probability = [1, 0], delay = '20s' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, billing
        00:00:01 contact 2 waits in billing
        00:00:10 contact 2 leaves billing after 9s
        00:00:10 contact 2 is over: abandoned
        00:00:10 contact 2 will come again in 20s
        00:00:30 contact 1 is over: served
        00:00:30 front 1 is free
        00:00:30 contact 3 comes, billing customer 2 trying again
        00:00:30 front 1 answers contact 3
        00:00:30 contact 4 comes, billing
        00:00:30 contact 4 waits in billing
        00:00:39 contact 4 leaves billing after 9s
        00:00:39 contact 4 is over: abandoned
        00:00:39 contact 4 will come again in 20s
        00:00:59 contact 5 comes, billing customer 3 trying again
        00:00:59 contact 5 waits in billing
        00:01:00 contact 3 is over: served
        00:01:00 front 1 answers contact 5 after 1s
        00:01:30 contact 5 is over: served
        00:01:30 front 1 is free
        ",
    );
}

#[test]
fn contacts_of_one_instant_arrive_in_the_order_of_the_file() {
    story(
        "
        [contacts.zebra]
        arrivals = at 5s
        queue = 'main'
        talk = '5s'
        [contacts.aardvark]
        arrivals = at 5s
        queue = 'main'
        talk = '5s'
        [queues.main]
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:05 contact 1 comes, zebra
        00:00:05 front 1 answers contact 1
        00:00:05 contact 2 comes, aardvark
        00:00:05 contact 2 waits in main
        00:00:10 contact 1 is over: served
        00:00:10 front 1 answers contact 2 after 5s
        00:00:15 contact 2 is over: served
        00:00:15 front 1 is free
        ",
    );
}

#[test]
fn the_place_of_who_gives_up_at_an_instant_is_not_yet_free_for_who_arrives_in_it() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 5s
        talk = '5s'
        patience = '5s'
        [queues.billing]
        capacity = 1
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 waits in billing
        00:00:05 contact 2 comes, billing
        00:00:05 contact 2 finds no place in billing
        00:00:05 contact 2 is over: blocked
        00:00:05 contact 1 leaves billing after 5s
        00:00:05 contact 1 is over: abandoned
        ",
    );
}

#[test]
fn of_several_waits_that_run_out_together_the_older_contact_goes_first() {
    story(
        "
        [contacts.patient]
        arrivals = at 0s
        queue = 'main'
        talk = '5s'
        patience = '10s'
        [contacts.hasty]
        arrivals = at 6s, 6s
        queue = 'main'
        talk = '5s'
        patience = '4s'
        [queues.main]
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, patient
        00:00:00 contact 1 waits in main
        00:00:06 contact 2 comes, hasty
        00:00:06 contact 2 waits in main
        00:00:06 contact 3 comes, hasty
        00:00:06 contact 3 waits in main
        00:00:10 contact 1 leaves main after 10s
        00:00:10 contact 1 is over: abandoned
        00:00:10 contact 2 leaves main after 4s
        00:00:10 contact 2 is over: abandoned
        00:00:10 contact 3 leaves main after 4s
        00:00:10 contact 3 is over: abandoned
        ",
    );
}
