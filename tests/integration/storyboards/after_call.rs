//! After-call work: how long agents take, and whether they have room meanwhile.

use super::{journal, story};

/// When the agent is ready again whose work after a call that ends at ten seconds needs so long.
fn ready(needs: &str, after_call: &str) -> String {
    let told = journal(&format!(
        "
        [contacts.calls]
        arrivals = at 0s
        talk = '10s'
        wrap_up = '{needs}'
        [queues.calls]
        after_call = {after_call}
        [teams.front]
        agents = 1
        "
    ));
    told.lines().last().unwrap_or_default().to_owned()
}

#[test]
fn a_timer_goes_with_the_time_that_the_work_needs() {
    for (after_call, short, long) in [
        ("'until-done'", "00:00:15", "00:00:40"),
        ("'none'", "00:00:10", "00:00:10"),
        ("{ fixed = '20s' }", "00:00:30", "00:00:30"),
        ("{ at-most = '20s' }", "00:00:15", "00:00:30"),
        ("{ at-least = '20s' }", "00:00:30", "00:00:40"),
    ] {
        assert_eq!(ready("5s", after_call), format!("{short} front 1 is free"), "{after_call}");
        assert_eq!(ready("30s", after_call), format!("{long} front 1 is free"), "{after_call}");
    }
}

#[test]
fn a_contact_type_may_say_otherwise_than_its_queue() {
    story(
        "
        [contacts.calls]
        arrivals = at 0s
        talk = '10s'
        after_call = { fixed = '5s' }
        [queues.calls]
        after_call = 'none'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 front 1 answers contact 1
        00:00:10 contact 1 is over: served
        00:00:10 front 1 wraps up
        00:00:15 front 1 has wrapped up contact 1
        00:00:15 front 1 is free
        ",
    );
}

#[test]
fn who_has_room_while_wrapping_up_takes_the_next_and_goes_home_when_all_is_done() {
    story(
        "
        [contacts.calls]
        arrivals = at 0s, 1s
        talk = '10s'
        wrap_up = '50s'
        wrap_up_frees_room = true
        [teams.front]
        shifts = [{ start = '00:00', end = '00:01' }]
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, calls
        00:00:01 contact 2 waits in calls
        00:00:10 contact 1 is over: served
        00:00:10 front 1 answers contact 2 after 9s
        00:00:20 contact 2 is over: served
        00:00:20 front 1 wraps up
        00:01:00 somebody of front works overtime
        00:01:00 front 1 has wrapped up contact 1
        00:01:10 front 1 has wrapped up contact 2
        00:01:10 front 1 is free
        00:01:10 front 1 goes
        00:01:10 somebody of front ends overtime
        ",
    );
}
