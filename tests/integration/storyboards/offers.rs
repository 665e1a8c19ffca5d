//! Offers: contacts ring at agents, who answer or miss them.

use super::{journal, story};

#[test]
fn a_contact_rings_before_it_is_answered_and_counts_as_waiting_meanwhile() {
    story(
        "
        [contacts.calls]
        arrivals = at 10s
        talk = '30s'
        [teams.front]
        agents = 1
        offers = { answer_after = '4s' }
        ",
        "
        00:00:00 front 1 comes
        00:00:10 contact 1 comes, calls
        00:00:10 contact 1 waits in calls
        00:00:10 contact 1 rings at front 1
        00:00:14 front 1 answers contact 1 after 4s
        00:00:44 contact 1 is over: served
        00:00:44 front 1 is free
        ",
    );
}

#[test]
fn a_contact_that_is_missed_keeps_its_age_and_rings_at_somebody_else() {
    story(
        "
        [contacts.calls]
        arrivals = at 10s
        talk = '30s'
        [routing]
        agent_order = ['fixed-order']
        [teams.deaf]
        agents = 1
        offers = { accept = 0, ring = '15s', not_ready_after_miss = '1m' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 deaf 1 comes
        00:00:00 front 1 comes
        00:00:10 contact 1 comes, calls
        00:00:10 contact 1 waits in calls
        00:00:10 contact 1 rings at deaf 1
        00:00:25 deaf 1 misses contact 1
        00:00:25 front 1 answers contact 1 after 15s
        00:00:25 deaf 1 is not ready
        00:00:55 contact 1 is over: served
        00:00:55 front 1 is free
        00:01:25 deaf 1 is ready again
        ",
    );
}

#[test]
fn a_customer_may_hang_up_while_it_rings_and_the_agent_takes_the_next() {
    story(
        "
        [contacts.calls]
        arrivals = at 0s, 1s
        talk = '30s'
        patience = '3s'
        [teams.front]
        agents = 1
        offers = { answer_after = '3.5s' }
        [queues.calls]
        maximum_wait = { after = '1h' }
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 contact 1 waits in calls
        00:00:00 contact 1 rings at front 1
        00:00:01 contact 2 comes, calls
        00:00:01 contact 2 waits in calls
        00:00:03 contact 1 leaves calls after 3s
        00:00:03 contact 1 is over: abandoned
        00:00:03 contact 2 rings at front 1
        00:00:04 contact 2 leaves calls after 3s
        00:00:04 contact 2 is over: abandoned
        00:00:04 front 1 is free
        ",
    );
}

#[test]
fn who_misses_and_stays_ready_hears_the_same_contact_again() {
    story(
        "
        [contacts.calls]
        arrivals = at 0s
        talk = '30s'
        patience = '25s'
        [teams.deaf]
        agents = 1
        offers = { accept = 0, ring = '10s' }
        ",
        "
        00:00:00 deaf 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 contact 1 waits in calls
        00:00:00 contact 1 rings at deaf 1
        00:00:10 deaf 1 misses contact 1
        00:00:10 contact 1 rings at deaf 1
        00:00:20 deaf 1 misses contact 1
        00:00:20 contact 1 rings at deaf 1
        00:00:25 contact 1 leaves calls after 25s
        00:00:25 contact 1 is over: abandoned
        00:00:25 deaf 1 is free
        ",
    );
}

#[test]
fn a_step_that_falls_into_the_ringing_counts_after_a_miss() {
    story(
        "
        [contacts.calls]
        arrivals = at 0s
        talk = '30s'
        [queues.calls]
        steps = [{ at = '0s', mode = 'replace', teams = ['deaf'] }, { at = '5s', teams = ['second'] }]
        [teams.deaf]
        agents = 1
        offers = { accept = 0, ring = '10s', not_ready_after_miss = '1h' }
        [teams.second]
        agents = 1
        ",
        "
        00:00:00 deaf 1 comes
        00:00:00 second 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 contact 1 waits in calls
        00:00:00 contact 1 rings at deaf 1
        00:00:10 deaf 1 misses contact 1
        00:00:10 second 1 answers contact 1 after 10s
        00:00:10 deaf 1 is not ready
        00:00:40 contact 1 is over: served
        00:00:40 second 1 is free
        01:00:10 deaf 1 is ready again
        ",
    );
}

#[test]
fn an_agent_whose_shift_ends_while_it_rings_leaves_the_contact_to_others_who_hands_back() {
    story(
        "
        [contacts.calls]
        arrivals = at 55s
        talk = '30s'
        [routing]
        agent_order = ['fixed-order']
        [teams.front]
        at_shift_end = 'hand-back'
        offers = { answer_after = '10s' }
        shifts = [{ start = '00:00', end = '00:01' }]
        [teams.second]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 second 1 comes
        00:00:55 contact 1 comes, calls
        00:00:55 contact 1 waits in calls
        00:00:55 contact 1 rings at front 1
        00:01:00 second 1 answers contact 1 after 5s
        00:01:00 front 1 goes
        00:01:30 contact 1 is over: served
        00:01:30 second 1 is free
        ",
    );
}

#[test]
fn an_offer_that_is_always_taken_at_once_changes_nothing() {
    let centre = |offers: &str| {
        format!(
            "
            [horizon]
            length = '4h'
            [contacts.calls]
            arrivals = '60/h'
            patience = {{ exponential = '3m' }}
            talk = {{ exponential = '4m' }}
            [teams.front]
            agents = 4
            {offers}
            "
        )
    };
    assert_eq!(journal(&centre("")), journal(&centre("offers = {}")));
}
