//! Lists: what becomes of the records of a campaign, and when they are called again.

use super::story;

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
