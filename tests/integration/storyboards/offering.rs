//! Offering: contacts that are connected, declined, rung at several agents, and kept from who did not answer them.

use super::{journal, story};

#[test]
fn connecting_takes_time_after_the_acceptance_and_counts_as_waiting() {
    story(
        "
        [contacts.calls]
        arrivals = at 10s
        talk = '30s'
        patience = '5s'
        [teams.front]
        agents = 1
        offers = { answer_after = '4s', connect = '3s' }
        ",
        "
        00:00:00 front 1 comes
        00:00:10 contact 1 comes, calls
        00:00:10 contact 1 waits in calls
        00:00:10 contact 1 rings at front 1
        00:00:17 front 1 answers contact 1 after 7s
        00:00:47 contact 1 is over: served
        00:00:47 front 1 is free
        ",
    );
}

#[test]
fn a_customer_may_hang_up_while_connecting_where_the_team_says_so() {
    story(
        "
        [contacts.calls]
        arrivals = at 10s
        talk = '30s'
        patience = '5s'
        [teams.front]
        agents = 1
        offers = { answer_after = '4s', connect = '3s', hang_up_while_connecting = true }
        ",
        "
        00:00:00 front 1 comes
        00:00:10 contact 1 comes, calls
        00:00:10 contact 1 waits in calls
        00:00:10 contact 1 rings at front 1
        00:00:15 contact 1 leaves calls after 5s
        00:00:15 contact 1 is over: abandoned
        00:00:15 front 1 is free
        ",
    );
}

#[test]
fn who_declines_may_be_logged_off_for_a_while() {
    story(
        "
        [contacts.calls]
        arrivals = at 10s
        talk = '30s'
        [routing]
        agent_order = ['fixed-order']
        [teams.picky]
        agents = 1
        offers = { reject = 1, reject_after = '5s', on_reject = { agent = 'off', lasts = '1m' } }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 picky 1 comes
        00:00:00 front 1 comes
        00:00:10 contact 1 comes, calls
        00:00:10 contact 1 waits in calls
        00:00:10 contact 1 rings at picky 1
        00:00:15 picky 1 rejects contact 1
        00:00:15 front 1 answers contact 1 after 5s
        00:00:15 picky 1 goes
        00:00:45 contact 1 is over: served
        00:00:45 front 1 is free
        00:01:15 picky 1 comes
        ",
    );
}

#[test]
fn a_busy_line_is_heard_at_once_and_every_second_one_in_a_row_means_a_break() {
    story(
        "
        [contacts.calls]
        arrivals = at 0s
        talk = '30s'
        patience = '15s'
        [teams.front]
        agents = 1
        offers = { busy = 1, on_busy = [{ lasts = '10s' }, { agent = 'break', after = 2, lasts = '1m' }] }
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 contact 1 waits in calls
        00:00:00 contact 1 rings at front 1
        00:00:00 front 1 is busy for contact 1
        00:00:00 front 1 is not ready
        00:00:10 contact 1 rings at front 1
        00:00:10 front 1 is ready again
        00:00:10 front 1 is busy for contact 1
        00:00:10 front 1 takes a break
        00:00:15 contact 1 leaves calls after 15s
        00:00:15 contact 1 is over: abandoned
        00:01:10 front 1 is back
        ",
    );
}

#[test]
fn a_contact_is_not_offered_again_to_the_same_agent_before_its_time() {
    story(
        "
        [contacts.calls]
        arrivals = at 0s, 5s
        talk = '30s'
        patience = '45s'
        [queues.calls]
        offers = { same_agent_after = '30s' }
        [teams.deaf]
        agents = 1
        offers = { accept = 0, ring = '10s' }
        ",
        "
        00:00:00 deaf 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 contact 1 waits in calls
        00:00:00 contact 1 rings at deaf 1
        00:00:05 contact 2 comes, calls
        00:00:05 contact 2 waits in calls
        00:00:10 deaf 1 misses contact 1
        00:00:10 contact 2 rings at deaf 1
        00:00:20 deaf 1 misses contact 2
        00:00:20 deaf 1 is free
        00:00:40 contact 1 rings at deaf 1
        00:00:45 contact 1 leaves calls after 45s
        00:00:45 contact 1 is over: abandoned
        00:00:45 deaf 1 is free
        00:00:50 contact 2 rings at deaf 1
        00:00:50 contact 2 leaves calls after 45s
        00:00:50 contact 2 is over: abandoned
        00:00:50 deaf 1 is free
        ",
    );
}

/// Three calls, of which the second is missed by somebody before the third comes; when is the second answered?
fn after_a_miss(offers: &str) -> String {
    let told = journal(&format!(
        "
        [contacts.calls]
        arrivals = at 0s, 1s, 5s
        talk = '30s'
        [routing]
        agent_order = ['fixed-order']
        [queues.calls]
        offers = {{ {offers} }}
        [teams.front]
        agents = 1
        [teams.deaf]
        agents = 1
        offers = {{ accept = 0, ring = '10s', not_ready_after_miss = '1h' }}
        "
    ));
    let answer = |line: &&str| line.contains("front 1 answers contact 2");
    told.lines().find(answer).unwrap_or_else(|| panic!("nobody answers in\n{told}")).to_owned()
}

#[test]
fn a_contact_comes_back_with_its_age_anew_or_in_another_class() {
    assert_eq!(after_a_miss("to = 1"), "00:00:30 front 1 answers contact 2 after 29s");
    assert_eq!(after_a_miss("returned_age = 'reset'"), "00:01:00 front 1 answers contact 2 after 59s");
    let first = after_a_miss("returned_age = 'reset', returned_priority = 1");
    assert_eq!(first, "00:00:30 front 1 answers contact 2 after 29s");
}

#[test]
fn the_first_of_several_who_accepts_has_the_contact() {
    story(
        "
        [contacts.calls]
        arrivals = at 0s
        talk = '30s'
        [routing]
        agent_order = ['fixed-order']
        [queues.calls]
        offers = { to = 'all' }
        [teams.slow]
        agents = 1
        offers = { answer_after = '8s' }
        [teams.quick]
        agents = 1
        offers = { answer_after = '3s' }
        ",
        "
        00:00:00 slow 1 comes
        00:00:00 quick 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 contact 1 waits in calls
        00:00:00 contact 1 rings at slow 1
        00:00:00 contact 1 rings at quick 1
        00:00:03 contact 1 rings no more at slow 1
        00:00:03 quick 1 answers contact 1 after 3s
        00:00:03 slow 1 is free
        00:00:33 contact 1 is over: served
        00:00:33 quick 1 is free
        ",
    );
}

#[test]
fn it_rings_on_at_the_others_when_one_of_several_misses_it() {
    story(
        "
        [contacts.calls]
        arrivals = at 0s
        talk = '30s'
        [routing]
        agent_order = ['fixed-order']
        [queues.calls]
        offers = { to = 2 }
        [teams.deaf]
        agents = 1
        offers = { accept = 0, ring = '5s' }
        [teams.slow]
        agents = 2
        offers = { answer_after = '8s' }
        ",
        "
        00:00:00 deaf 1 comes
        00:00:00 slow 1 comes
        00:00:00 slow 2 comes
        00:00:00 contact 1 comes, calls
        00:00:00 contact 1 waits in calls
        00:00:00 contact 1 rings at deaf 1
        00:00:00 contact 1 rings at slow 1
        00:00:05 deaf 1 misses contact 1
        00:00:05 deaf 1 is free
        00:00:08 slow 1 answers contact 1 after 8s
        00:00:38 contact 1 is over: served
        00:00:38 slow 1 is free
        ",
    );
}

#[test]
fn who_answers_at_once_is_before_all_at_whom_it_rings() {
    story(
        "
        [contacts.calls]
        arrivals = at 0s
        talk = '30s'
        [routing]
        agent_order = ['fixed-order']
        [queues.calls]
        offers = { to = 3 }
        [teams.slow]
        agents = 1
        offers = { answer_after = '8s' }
        [teams.automatic]
        agents = 2
        ",
        "
        00:00:00 slow 1 comes
        00:00:00 automatic 1 comes
        00:00:00 automatic 2 comes
        00:00:00 contact 1 comes, calls
        00:00:00 contact 1 waits in calls
        00:00:00 contact 1 rings at slow 1
        00:00:00 contact 1 rings no more at slow 1
        00:00:00 automatic 1 answers contact 1
        00:00:00 slow 1 is free
        00:00:30 contact 1 is over: served
        00:00:30 automatic 1 is free
        ",
    );
}

#[test]
fn a_contact_rings_at_one_more_after_each_while() {
    story(
        "
        [contacts.calls]
        arrivals = at 0s
        talk = '30s'
        [routing]
        agent_order = ['fixed-order']
        [queues.calls]
        offers = { to = 'all', every = '5s' }
        [teams.slow]
        agents = 1
        offers = { answer_after = '12s' }
        [teams.second]
        agents = 1
        offers = { answer_after = '20s' }
        [teams.third]
        agents = 1
        offers = { answer_after = '1s' }
        ",
        "
        00:00:00 slow 1 comes
        00:00:00 second 1 comes
        00:00:00 third 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 contact 1 waits in calls
        00:00:00 contact 1 rings at slow 1
        00:00:05 contact 1 rings at second 1
        00:00:10 contact 1 rings at third 1
        00:00:11 contact 1 rings no more at slow 1
        00:00:11 contact 1 rings no more at second 1
        00:00:11 third 1 answers contact 1 after 11s
        00:00:11 slow 1 is free
        00:00:11 second 1 is free
        00:00:41 contact 1 is over: served
        00:00:41 third 1 is free
        ",
    );
}

#[test]
fn only_the_head_of_a_serial_queue_rings() {
    let centre = |offers: &str| {
        format!(
            "
            [contacts.calls]
            arrivals = at 0s, 1s
            talk = '30s'
            [queues.calls]
            offers = {{ {offers} }}
            [teams.front]
            agents = 2
            offers = {{ answer_after = '4s' }}
            "
        )
    };
    story(
        &centre("serial = true"),
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 contact 1 comes, calls
        00:00:00 contact 1 waits in calls
        00:00:00 contact 1 rings at front 1
        00:00:01 contact 2 comes, calls
        00:00:01 contact 2 waits in calls
        00:00:04 front 1 answers contact 1 after 4s
        00:00:04 contact 2 rings at front 2
        00:00:08 front 2 answers contact 2 after 7s
        00:00:34 contact 1 is over: served
        00:00:34 front 1 is free
        00:00:38 contact 2 is over: served
        00:00:38 front 2 is free
        ",
    );
    assert!(journal(&centre("")).contains("00:00:05 front 2 answers contact 2 after 4s"));
}

/// Two people of penalty 1 and one of penalty 2 are free, and calls ring at all of them or at those of the lowest one.
fn penalties(queue: &str, teams: &str) -> String {
    journal(&format!(
        "
        [contacts.calls]
        arrivals = at 10s, 11s
        talk = '30s'
        [queues.calls]
        {queue}
        [teams.back]
        agents = 1
        offers = {{ answer_after = '3s' }}
        {teams}
        [teams.front]
        agents = 2
        offers = {{ answer_after = '5s' }}
        "
    ))
}

#[test]
fn a_call_may_ring_only_at_those_who_come_first_by_step_or_penalty() {
    let rings = |told: &str| {
        let line = |line: &str| line.split_once(" rings at ").map(|(call, agent)| format!("{} {agent}", &call[3..]));
        told.lines().filter_map(line).collect::<Vec<_>>()
    };
    let steps = "steps = [{ at = '0s', mode = 'replace', teams = ['front'] }, { at = '0s', mode = 'add-after', teams = \
                 ['back'] }]\n";
    // Both in front ring with the first call, so that the second one has only the one at the back.
    let lowest = ["00:10 contact 1 front 1", "00:10 contact 1 front 2", "00:11 contact 2 back 1"];
    let offers = "offers = { to = 'all', among = 'first-pool' }\n";
    for told in [penalties(&format!("{offers}{steps}"), ""), penalties(offers, "queues = { calls = { penalty = 1 } }")]
    {
        assert_eq!(rings(&told), lowest, "{told}");
    }
    let one_by_one = "offers = { to = 'all', among = 'first-pool', every = '200ms' }\n";
    let told = penalties(&format!("{one_by_one}{steps}"), "");
    assert_eq!(rings(&told), ["00:10 contact 1 front 1", "00:10.2 contact 1 front 2", "00:11 contact 2 back 1"]);
    let all = penalties(&format!("offers = {{ to = 'all' }}\n{steps}"), "");
    assert_eq!(rings(&all)[..3], ["00:10 contact 1 front 1", "00:10 contact 1 front 2", "00:10 contact 1 back 1"]);
}
