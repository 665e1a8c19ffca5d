//! Dialling: how campaigns call customers, in every mode.

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
