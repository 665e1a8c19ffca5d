//! Shifts: people come and go by the clock, with or without finishing what they began.

use super::story;

#[test]
fn at_the_end_of_a_shift_the_agent_finishes_and_takes_nobody_else() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 1s
        talk = '10s'
        wrap_up = '5s'
        patience = '1m'
        [[teams.front.shifts]]
        start = '00:00'
        end = '00:00:08'
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, billing
        00:00:01 contact 2 waits in billing
        00:00:08 somebody of front works overtime
        00:00:10 contact 1 is over: served
        00:00:10 front 1 wraps up
        00:00:15 front 1 has wrapped up contact 1
        00:00:15 front 1 is free
        00:00:15 front 1 goes
        00:00:15 somebody of front ends overtime
        00:01:01 contact 2 leaves billing after 1m
        00:01:01 contact 2 is over: abandoned
        ",
    );
}

#[test]
fn a_contact_handed_back_keeps_its_age_and_begins_its_talk_and_patience_anew() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 1s
        talk = '10s'
        patience = '8s'
        [teams.early]
        at_shift_end = 'hand-back'
        [[teams.early.shifts]]
        start = '00:00'
        end = '00:00:07'
        [[teams.late.shifts]]
        start = '00:00:08'
        end = '24:00'
        ",
        "
        00:00:00 early 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 early 1 answers contact 1
        00:00:01 contact 2 comes, billing
        00:00:01 contact 2 waits in billing
        00:00:07 early 1 hands contact 1 back to billing
        00:00:07 contact 1 waits in billing
        00:00:07 early 1 goes
        00:00:08 late 1 answers contact 1 after 1s
        00:00:08 late 1 comes
        00:00:09 contact 2 leaves billing after 8s
        00:00:09 contact 2 is over: abandoned
        00:00:18 contact 1 is over: served
        00:00:18 late 1 is free
        ",
    );
}

#[test]
fn wrap_up_that_is_under_way_is_dropped_by_whoever_hands_back() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s
        talk = '5s'
        wrap_up = '10s'
        [teams.front]
        at_shift_end = 'hand-back'
        [[teams.front.shifts]]
        start = '00:00'
        end = '00:00:07'
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:05 contact 1 is over: served
        00:00:05 front 1 wraps up
        00:00:07 front 1 has wrapped up contact 1
        00:00:07 front 1 goes
        ",
    );
}

#[test]
fn a_shift_past_midnight_may_have_begun_before_the_horizon() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s
        talk = '5s'
        [[teams.night.shifts]]
        start = '22:00'
        end = '06:00'
        days = ['sun']
        ",
        "
        00:00:00 night 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 night 1 answers contact 1
        00:00:05 contact 1 is over: served
        00:00:05 night 1 is free
        06:00:00 night 1 goes
        ",
    );
}

#[test]
fn a_shift_begun_before_the_horizon_ends_when_it_should() {
    story(
        "
        [horizon]
        start = '2026-01-05T10:00'
        length = '1h'
        [contacts.billing]
        arrivals = { scheduled = ['10:05'] }
        talk = '5s'
        [[teams.front.shifts]]
        start = '08:00'
        end = '10:20'
        breaks = [{ at = '09:55', length = '10m' }]
        ",
        "
        10:00:00 front 1 comes
        10:00:00 front 1 takes a break
        10:05:00 front 1 is back
        10:05:00 contact 1 comes, billing
        10:05:00 front 1 answers contact 1
        10:05:05 contact 1 is over: served
        10:05:05 front 1 is free
        10:20:00 front 1 goes
        ",
    );
}

#[test]
fn whole_days_on_end_leave_no_gap_between_them() {
    story(
        "
        [horizon]
        length = '3d'
        [contacts.billing]
        arrivals = { scheduled = ['2026-01-06T12:00', '2026-01-07T12:00'] }
        talk = '5s'
        patience = '9s'
        [[teams.front.shifts]]
        start = '00:00'
        end = '24:00'
        ",
        "
        00:00:00 front 1 comes
        day 2 12:00:00 contact 1 comes, billing
        day 2 12:00:00 front 1 answers contact 1
        day 2 12:00:05 contact 1 is over: served
        day 2 12:00:05 front 1 is free
        day 3 12:00:00 contact 2 comes, billing
        day 3 12:00:00 front 1 answers contact 2
        day 3 12:00:05 contact 2 is over: served
        day 3 12:00:05 front 1 is free
        ",
    );
}

#[test]
fn overtime_that_lasts_into_the_next_shift_ends_with_it_beginning() {
    story(
        "
        [horizon]
        length = '2d'
        [contacts.billing]
        arrivals = { scheduled = ['2026-01-05T20:00'] }
        talk = '14h'
        [[teams.front.shifts]]
        start = '09:00'
        end = '21:00'
        ",
        "
        09:00:00 front 1 comes
        20:00:00 contact 1 comes, billing
        20:00:00 front 1 answers contact 1
        21:00:00 somebody of front works overtime
        day 2 09:00:00 somebody of front ends overtime
        day 2 10:00:00 contact 1 is over: served
        day 2 10:00:00 front 1 is free
        day 2 21:00:00 front 1 goes
        ",
    );
}

#[test]
fn who_is_surely_absent_never_comes_and_who_is_never_absent_always_does() {
    let centre = |absence: &str| {
        format!(
            "
            [contacts.billing]
            arrivals = at 0s
            talk = '5s'
            patience = '5s'
            [teams.shifts]
            absence = {absence}
            [[teams.shifts.shifts]]
            start = '00:00'
            end = '24:00'
            [teams.counted]
            agents = 1
            absence = {absence}
            "
        )
    };
    story(
        &centre("1"),
        "
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 waits in billing
        00:00:05 contact 1 leaves billing after 5s
        00:00:05 contact 1 is over: abandoned
        ",
    );
    story(
        &centre("0"),
        "
        00:00:00 shifts 1 comes
        00:00:00 counted 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 shifts 1 answers contact 1
        00:00:05 contact 1 is over: served
        00:00:05 shifts 1 is free
        ",
    );
}

#[test]
fn full_shrinkage_leaves_nobody() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s
        talk = '5s'
        patience = '5s'
        [teams.front]
        agents = 3
        shrinkage = 1
        ",
        "
        00:00:00 contact 1 comes, billing
        00:00:00 contact 1 waits in billing
        00:00:05 contact 1 leaves billing after 5s
        00:00:05 contact 1 is over: abandoned
        ",
    );
}
