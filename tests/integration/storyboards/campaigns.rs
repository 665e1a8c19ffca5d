//! Campaigns: customers whom the centre calls, in every mode of dialling, and what becomes of the list.

use super::story;

#[test]
fn one_call_for_each_free_agent_and_the_next_when_one_is_free_again() {
    story(
        "
        [contacts.renewal]
        arrivals = '0/h'
        talk = '20s'
        wrap_up = '5s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 3
        live = { share = 1, after = '10s' }
        [teams.front]
        agents = 2
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 record 1 of renewals is dialled
        00:00:00 record 2 of renewals is dialled
        00:00:10 record 1 of renewals: live
        00:00:10 contact 1 comes, renewal called by the centre
        00:00:10 front 1 answers contact 1
        00:00:10 record 2 of renewals: live
        00:00:10 contact 2 comes, renewal called by the centre
        00:00:10 front 2 answers contact 2
        00:00:30 contact 1 is over: served
        00:00:30 front 1 wraps up
        00:00:30 contact 2 is over: served
        00:00:30 front 2 wraps up
        00:00:30 record 1 of renewals is over: reached
        00:00:30 record 2 of renewals is over: reached
        00:00:35 front 1 has wrapped up contact 1
        00:00:35 front 1 is free
        00:00:35 front 2 has wrapped up contact 2
        00:00:35 front 2 is free
        00:00:35 record 3 of renewals is dialled
        00:00:45 record 3 of renewals: live
        00:00:45 contact 3 comes, renewal called by the centre
        00:00:45 front 1 answers contact 3
        00:01:05 contact 3 is over: served
        00:01:05 front 1 wraps up
        00:01:05 record 3 of renewals is over: reached
        00:01:10 front 1 has wrapped up contact 3
        00:01:10 front 1 is free
        ",
    );
}

#[test]
fn power_dials_ahead_and_who_answers_and_finds_nobody_hangs_up() {
    story(
        "
        [horizon]
        length = '35s'
        at_end = 'cut'
        [contacts.renewal]
        arrivals = '0/h'
        talk = '20s'
        patience = '3s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 5
        dialling = { power = 2 }
        live = { share = 1, after = '10s' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 record 1 of renewals is dialled
        00:00:00 record 2 of renewals is dialled
        00:00:10 record 1 of renewals: live
        00:00:10 contact 1 comes, renewal called by the centre
        00:00:10 front 1 answers contact 1
        00:00:10 record 2 of renewals: live
        00:00:10 contact 2 comes, renewal called by the centre
        00:00:10 contact 2 waits in renewal
        00:00:13 contact 2 leaves renewal after 3s
        00:00:13 contact 2 is over: abandoned
        00:00:13 record 2 of renewals is over: given-up
        00:00:30 contact 1 is over: served
        00:00:30 front 1 is free
        00:00:30 record 1 of renewals is over: reached
        00:00:30 record 3 of renewals is dialled
        00:00:30 record 4 of renewals is dialled
        00:00:35 record 3 of renewals: unfinished
        00:00:35 record 3 of renewals is over: unfinished
        00:00:35 record 4 of renewals: unfinished
        00:00:35 record 4 of renewals is over: unfinished
        00:00:35 record 5 of renewals is over: not-tried
        ",
    );
}

#[test]
fn who_waits_counts_as_called_for_and_is_answered_before_anybody_else_is_dialled() {
    story(
        "
        [contacts.renewal]
        arrivals = '0/h'
        talk = '20s'
        patience = '1h'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 3
        dialling = { power = 2 }
        live = { share = 1, after = '10s' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 record 1 of renewals is dialled
        00:00:00 record 2 of renewals is dialled
        00:00:10 record 1 of renewals: live
        00:00:10 contact 1 comes, renewal called by the centre
        00:00:10 front 1 answers contact 1
        00:00:10 record 2 of renewals: live
        00:00:10 contact 2 comes, renewal called by the centre
        00:00:10 contact 2 waits in renewal
        00:00:30 contact 1 is over: served
        00:00:30 front 1 answers contact 2 after 20s
        00:00:30 record 1 of renewals is over: reached
        00:00:50 contact 2 is over: served
        00:00:50 front 1 is free
        00:00:50 record 2 of renewals is over: reached
        00:00:50 record 3 of renewals is dialled
        00:01:00 record 3 of renewals: live
        00:01:00 contact 3 comes, renewal called by the centre
        00:01:00 front 1 answers contact 3
        00:01:20 contact 3 is over: served
        00:01:20 front 1 is free
        00:01:20 record 3 of renewals is over: reached
        ",
    );
}

#[test]
fn an_agent_looks_at_the_record_hears_it_ring_and_is_with_who_answers() {
    story(
        "
        [contacts.renewal]
        arrivals = '0/h'
        talk = '20s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 1
        dialling = { preview = '15s' }
        live = { share = 1, after = '10s', taken_for_machine = 1 }
        [teams.front]
        agents = 2
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 front 1 looks at record 1 of renewals
        00:00:25 record 1 of renewals: live
        00:00:25 contact 1 comes, renewal called by the centre
        00:00:25 front 1 answers contact 1
        00:00:45 contact 1 is over: served
        00:00:45 front 1 is free
        00:00:45 record 1 of renewals is over: reached
        ",
    );
}

#[test]
fn an_agent_who_reaches_nobody_is_free_again() {
    story(
        "
        [contacts.renewal]
        arrivals = '0/h'
        talk = '20s'
        [contacts.call]
        arrivals = at 5s
        talk = '10s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 2
        dialling = { preview = '10s' }
        live = { share = 0 }
        no_answer = { after = '20s' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 1 looks at record 1 of renewals
        00:00:05 contact 1 comes, call
        00:00:05 contact 1 waits in call
        00:00:30 record 1 of renewals: no-answer
        00:00:30 record 1 of renewals is over: given-up
        00:00:30 front 1 answers contact 1 after 25s
        00:00:40 contact 1 is over: served
        00:00:40 front 1 is free
        00:00:40 front 1 looks at record 2 of renewals
        00:01:10 record 2 of renewals: no-answer
        00:01:10 record 2 of renewals is over: given-up
        00:01:10 front 1 is free
        ",
    );
}

#[test]
fn an_agent_whose_shift_ends_leaves_the_record_to_others() {
    story(
        "
        [horizon]
        length = '5m'
        [contacts.renewal]
        arrivals = '0/h'
        talk = '20s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 1
        dialling = { preview = '50s' }
        live = { share = 1, after = '20s' }
        [teams.front]
        at_shift_end = 'hand-back'
        [[teams.front.shifts]]
        start = '00:00'
        end = '00:01'
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 1 looks at record 1 of renewals
        00:01:00 record 1 of renewals: agent-left
        00:01:00 front 1 goes
        00:05:00 record 1 of renewals is over: to-be-retried
        ",
    );
}

#[test]
fn a_record_is_dialled_again_after_its_gap_until_its_attempts_are_used_up() {
    story(
        "
        [contacts.renewal]
        arrivals = '0/h'
        talk = '20s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 1
        attempts = 2
        live = { share = 0 }
        busy = { share = 1, after = '5s', retry_after = '1m' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 record 1 of renewals is dialled
        00:00:05 record 1 of renewals: busy
        00:01:05 record 1 of renewals is dialled
        00:01:10 record 1 of renewals: busy
        00:01:10 record 1 of renewals is over: given-up
        ",
    );
}

#[test]
fn a_gap_that_ends_outside_the_hours_ends_when_they_begin_and_retries_are_counted_by_outcome() {
    story(
        "
        [contacts.renewal]
        arrivals = '0/h'
        talk = '20s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 1
        attempts = 9
        hours = ['00:00-00:01', '00:05-00:10']
        live = { share = 0 }
        busy = { share = 1, after = '5s', retry_after = '2m', retries = 1 }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 record 1 of renewals is dialled
        00:00:05 record 1 of renewals: busy
        00:05:00 record 1 of renewals is dialled
        00:05:05 record 1 of renewals: busy
        00:05:05 record 1 of renewals is over: given-up
        ",
    );
}

#[test]
fn a_record_whose_time_has_come_again_comes_before_a_fresh_one() {
    story(
        "
        [contacts.renewal]
        arrivals = '0/h'
        talk = '20s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 2
        attempts = 2
        live = { share = 0 }
        no_answer = { after = '20s', retry_after = '10s' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 record 1 of renewals is dialled
        00:00:20 record 1 of renewals: no-answer
        00:00:20 record 2 of renewals is dialled
        00:00:40 record 2 of renewals: no-answer
        00:00:40 record 1 of renewals is dialled
        00:01:00 record 1 of renewals: no-answer
        00:01:00 record 1 of renewals is over: given-up
        00:01:00 record 2 of renewals is dialled
        00:01:20 record 2 of renewals: no-answer
        00:01:20 record 2 of renewals is over: given-up
        ",
    );
}

#[test]
fn a_machine_that_is_taken_for_a_person_costs_an_agent_until_it_is_noticed() {
    story(
        "
        [contacts.renewal]
        arrivals = '0/h'
        talk = '20s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 1
        attempts = 2
        live = { share = 0 }
        machine = { share = 1, after = '10s', taken_for_live = 1, noticed_after = '4s', retry_after = '1m' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 record 1 of renewals is dialled
        00:00:10 record 1 of renewals: taken-for-live
        00:00:10 contact 1 comes, renewal called by the centre
        00:00:10 front 1 answers contact 1
        00:00:14 contact 1 is over: served
        00:00:14 front 1 is free
        00:01:14 record 1 of renewals is dialled
        00:01:24 record 1 of renewals: taken-for-live
        00:01:24 contact 2 comes, renewal called by the centre
        00:01:24 front 1 answers contact 2
        00:01:28 contact 2 is over: served
        00:01:28 front 1 is free
        00:01:28 record 1 of renewals is over: given-up
        ",
    );
}

#[test]
fn a_person_who_is_taken_for_a_machine_hears_nobody_and_a_bad_number_is_dialled_once() {
    story(
        "
        [contacts.renewal]
        arrivals = '0/h'
        talk = '20s'
        [campaigns.lost]
        contacts = 'renewal'
        records = 1
        live = { share = 1, after = '10s', taken_for_machine = 1 }
        machine = { retry_after = '1m', retries = 1 }
        [campaigns.wrong]
        contacts = 'renewal'
        records = 1
        live = { share = 0 }
        bad_number = { share = 1, after = '5s' }
        [teams.front]
        agents = 2
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 record 1 of lost is dialled
        00:00:00 record 1 of wrong is dialled
        00:00:05 record 1 of wrong: bad-number
        00:00:05 record 1 of wrong is over: bad-number
        00:00:10 record 1 of lost: taken-for-machine
        00:01:10 record 1 of lost is dialled
        00:01:20 record 1 of lost: taken-for-machine
        00:01:20 record 1 of lost is over: given-up
        ",
    );
}

#[test]
fn a_campaign_beyond_its_limit_stops_or_slows_down() {
    let centre = |then: &str| {
        format!(
            "
            [horizon]
            length = '45s'
            at_end = 'cut'
            [contacts.renewal]
            arrivals = '0/h'
            talk = '20s'
            patience = '3s'
            [campaigns.renewals]
            contacts = 'renewal'
            records = 5
            dialling = {{ power = 2 }}
            live = {{ share = 1, after = '10s' }}
            abandonment_limit = {{ share = '10%', judged_from = 2, then = '{then}' }}
            [teams.front]
            agents = 1
            "
        )
    };
    let begins = "
        00:00:00 front 1 comes
        00:00:00 record 1 of renewals is dialled
        00:00:00 record 2 of renewals is dialled
        00:00:10 record 1 of renewals: live
        00:00:10 contact 1 comes, renewal called by the centre
        00:00:10 front 1 answers contact 1
        00:00:10 record 2 of renewals: live
        00:00:10 contact 2 comes, renewal called by the centre
        00:00:10 contact 2 waits in renewal
        00:00:13 contact 2 leaves renewal after 3s
        00:00:13 contact 2 is over: abandoned
        00:00:13 record 2 of renewals is over: given-up
        ";
    let stops = "
        00:00:13 renewals dials 0 for each free agent
        00:00:30 contact 1 is over: served
        00:00:30 front 1 is free
        00:00:30 record 1 of renewals is over: reached
        00:00:45 3 records of renewals are over: not-tried
        ";
    story(&centre("stop"), &format!("{begins}{stops}"));
    let slows = "
        00:00:13 renewals dials 1 for each free agent
        00:00:30 contact 1 is over: served
        00:00:30 front 1 is free
        00:00:30 record 1 of renewals is over: reached
        00:00:30 record 3 of renewals is dialled
        00:00:40 record 3 of renewals: live
        00:00:40 contact 3 comes, renewal called by the centre
        00:00:40 front 1 answers contact 3
        00:00:45 contact 3 is over: unfinished
        00:00:45 record 3 of renewals is over: unfinished
        00:00:45 2 records of renewals are over: not-tried
        ";
    story(&centre("slow-down"), &format!("{begins}{slows}"));
}

/// Nobody waits, so that the wait allows twice as many calls as it takes for a live answer, and a third more come at once.
#[test]
fn a_predictive_dialler_sets_its_calls_anew_in_every_interval() {
    story(
        "
        [horizon]
        length = '5m15s'
        at_end = 'cut'
        [contacts.renewal]
        arrivals = '0/h'
        talk = '5m'
        patience = '1h'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 9
        dialling = { predictive = { every = '1m', least_agents = 1 } }
        live = { share = 1, after = '10s' }
        [teams.front]
        agents = 3
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 front 3 comes
        00:00:00 record 1 of renewals is dialled
        00:00:00 record 2 of renewals is dialled
        00:00:00 record 3 of renewals is dialled
        00:00:10 record 1 of renewals: live
        00:00:10 contact 1 comes, renewal called by the centre
        00:00:10 front 1 answers contact 1
        00:00:10 record 2 of renewals: live
        00:00:10 contact 2 comes, renewal called by the centre
        00:00:10 front 2 answers contact 2
        00:00:10 record 3 of renewals: live
        00:00:10 contact 3 comes, renewal called by the centre
        00:00:10 front 3 answers contact 3
        00:01:00 renewals dials 1.35 for each free agent
        00:05:10 contact 1 is over: served
        00:05:10 front 1 is free
        00:05:10 contact 2 is over: served
        00:05:10 front 2 is free
        00:05:10 contact 3 is over: served
        00:05:10 front 3 is free
        00:05:10 record 1 of renewals is over: reached
        00:05:10 record 2 of renewals is over: reached
        00:05:10 record 3 of renewals is over: reached
        00:05:10 record 4 of renewals is dialled
        00:05:10 record 5 of renewals is dialled
        00:05:10 record 6 of renewals is dialled
        00:05:10 record 7 of renewals is dialled
        00:05:15 record 4 of renewals: unfinished
        00:05:15 record 4 of renewals is over: unfinished
        00:05:15 record 5 of renewals: unfinished
        00:05:15 record 5 of renewals is over: unfinished
        00:05:15 record 6 of renewals: unfinished
        00:05:15 record 6 of renewals is over: unfinished
        00:05:15 record 7 of renewals: unfinished
        00:05:15 record 7 of renewals is over: unfinished
        00:05:15 2 records of renewals are over: not-tried
        ",
    );
}

#[test]
fn a_campaign_calls_only_for_agents_beyond_those_who_are_kept_free() {
    story(
        "
        [horizon]
        length = '40s'
        at_end = 'cut'
        [contacts.renewal]
        arrivals = '0/h'
        talk = '1m'
        [contacts.call]
        arrivals = at 2s
        talk = '10s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 3
        live = { share = 1, after = '5s' }
        [teams.front]
        agents = 3
        keep_free = { renewal = 1 }
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 front 3 comes
        00:00:00 record 1 of renewals is dialled
        00:00:00 record 2 of renewals is dialled
        00:00:02 contact 1 comes, call
        00:00:02 front 1 answers contact 1
        00:00:05 record 1 of renewals: live
        00:00:05 contact 2 comes, renewal called by the centre
        00:00:05 front 2 answers contact 2
        00:00:05 record 2 of renewals: live
        00:00:05 contact 3 comes, renewal called by the centre
        00:00:05 contact 3 waits in renewal
        00:00:12 contact 1 is over: served
        00:00:12 front 1 answers contact 3 after 7s
        00:00:40 contact 2 is over: unfinished
        00:00:40 contact 3 is over: unfinished
        00:00:40 record 1 of renewals is over: unfinished
        00:00:40 record 2 of renewals is over: unfinished
        00:00:40 record 3 of renewals is over: not-tried
        ",
    );
}

#[test]
fn a_campaign_calls_only_while_its_team_serves_the_queue() {
    story(
        "
        [horizon]
        length = '40s'
        at_end = 'cut'
        [contacts.renewal]
        arrivals = '0/h'
        talk = '30s'
        [contacts.call]
        arrivals = at 6s, 7s
        talk = '10s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 2
        live = { share = 1, after = '5s' }
        [switches.rush]
        on = 'queue.call.length > 0'
        off = 'queue.call.length == 0 and team.front.idle == 2'
        [teams.front]
        agents = 2
        queues = { call = {}, renewal = { while = 'not switch.rush' } }
        keep_free = { renewal = 1 }
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 record 1 of renewals is dialled
        00:00:05 record 1 of renewals: live
        00:00:05 contact 1 comes, renewal called by the centre
        00:00:05 front 1 answers contact 1
        00:00:06 contact 2 comes, call
        00:00:06 front 2 answers contact 2
        00:00:07 contact 3 comes, call
        00:00:07 contact 3 waits in call
        00:00:16 contact 2 is over: served
        00:00:16 front 2 answers contact 3 after 9s
        00:00:26 contact 3 is over: served
        00:00:26 front 2 is free
        00:00:35 contact 1 is over: served
        00:00:35 front 1 is free
        00:00:35 record 1 of renewals is over: reached
        00:00:35 record 2 of renewals is dialled
        00:00:40 record 2 of renewals: unfinished
        00:00:40 record 2 of renewals is over: unfinished
        ",
    );
}

#[test]
fn whoever_comes_at_the_moment_at_which_an_agent_is_free_comes_before_a_call() {
    story(
        "
        [contacts.renewal]
        arrivals = '0/h'
        talk = '10s'
        [contacts.call]
        arrivals = at 0s, 10s
        talk = '10s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 1
        live = { share = 1, after = '5s' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 front 1 answers contact 1
        00:00:10 contact 1 is over: served
        00:00:10 front 1 is free
        00:00:10 contact 2 comes, call
        00:00:10 front 1 answers contact 2
        00:00:20 contact 2 is over: served
        00:00:20 front 1 is free
        00:00:20 record 1 of renewals is dialled
        00:00:25 record 1 of renewals: live
        00:00:25 contact 3 comes, renewal called by the centre
        00:00:25 front 1 answers contact 3
        00:00:35 contact 3 is over: served
        00:00:35 front 1 is free
        00:00:35 record 1 of renewals is over: reached
        ",
    );
}

#[test]
fn campaigns_that_call_for_the_same_agents_do_not_call_for_one_of_them_twice() {
    story(
        "
        [horizon]
        length = '20s'
        at_end = 'cut'
        [contacts.renewal]
        arrivals = '0/h'
        talk = '1m'
        [campaigns.first]
        contacts = 'renewal'
        records = 1
        dialling = { power = 2 }
        live = { share = 1, after = '10s' }
        [campaigns.second]
        contacts = 'renewal'
        records = 9
        live = { share = 1, after = '10s' }
        [teams.front]
        agents = 2
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 record 1 of first is dialled
        00:00:00 record 1 of second is dialled
        00:00:10 record 1 of first: live
        00:00:10 contact 1 comes, renewal called by the centre
        00:00:10 front 1 answers contact 1
        00:00:10 record 1 of second: live
        00:00:10 contact 2 comes, renewal called by the centre
        00:00:10 front 2 answers contact 2
        00:00:20 contact 1 is over: unfinished
        00:00:20 contact 2 is over: unfinished
        00:00:20 record 1 of first is over: unfinished
        00:00:20 record 1 of second is over: unfinished
        00:00:20 8 records of second are over: not-tried
        ",
    );
}

#[test]
fn when_the_run_drains_calls_under_way_are_ended_and_none_begins() {
    story(
        "
        [horizon]
        length = '15s'
        at_end = 'drain'
        [contacts.renewal]
        arrivals = '0/h'
        talk = '20s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 3
        live = { share = 1, after = '20s' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 record 1 of renewals is dialled
        00:00:20 record 1 of renewals: live
        00:00:20 contact 1 comes, renewal called by the centre
        00:00:20 front 1 answers contact 1
        00:00:40 contact 1 is over: served
        00:00:40 front 1 is free
        00:00:40 record 1 of renewals is over: reached
        00:00:40 2 records of renewals are over: not-tried
        ",
    );
}

/// The list is a number until it is dialled: a long one costs nothing.
#[test]
fn a_list_that_nobody_dials_costs_nothing_however_long() {
    let told = super::journal(
        "
        [horizon]
        length = '365d'
        interval = '365d'
        [contacts.renewal]
        arrivals = '0/h'
        talk = '20s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 10_000_000
        live = { share = 1 }
        [teams.front]
        agents = 0
        ",
    );
    assert_eq!(told, "day 366 00:00:00 10000000 records of renewals are over: not-tried\n");
}
