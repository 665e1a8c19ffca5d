//! Switches: teams and skills that count only at times, by the state of the centre and by the clock.

use super::{journal, story};

#[test]
fn a_team_helps_from_one_length_of_the_queue_on_until_another() {
    story(
        "
        [contacts.sales]
        arrivals = at 0s, 1s, 2s, 3s, 4s
        talk = '20s'
        [switches.rush]
        on = 'queue.sales.length > 2'
        off = 'queue.sales.length < 1'
        [teams.front]
        agents = 1
        [teams.back]
        agents = 1
        queues = { sales = { while = 'switch.rush' } }
        ",
        "
        00:00:00 front 1 comes
        00:00:00 back 1 comes
        00:00:00 contact 1 comes, sales
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, sales
        00:00:01 contact 2 waits in sales
        00:00:02 contact 3 comes, sales
        00:00:02 contact 3 waits in sales
        00:00:03 contact 4 comes, sales
        00:00:03 contact 4 waits in sales
        00:00:03 back 1 answers contact 2 after 2s
        00:00:04 contact 5 comes, sales
        00:00:04 contact 5 waits in sales
        00:00:20 contact 1 is over: served
        00:00:20 front 1 answers contact 3 after 18s
        00:00:23 contact 2 is over: served
        00:00:23 back 1 answers contact 4 after 20s
        00:00:40 contact 3 is over: served
        00:00:40 front 1 answers contact 5 after 36s
        00:00:43 contact 4 is over: served
        00:00:43 back 1 is free
        00:01:00 contact 5 is over: served
        00:01:00 front 1 is free
        ",
    );
}

/// Calls that two people answer, of whom the second helps at times; the third line of the centre says when.
fn helped(arrivals: &str, talk: &str, switch: &str) -> String {
    format!(
        "[contacts.sales]\narrivals = at {arrivals}\ntalk = '{talk}'\n{switch}\n[teams.front]\nagents = 1\n[teams.back]\n\
         agents = 1\n"
    )
}

#[test]
fn a_condition_alone_lets_a_team_help_only_while_it_holds_to_the_very_moment() {
    let centre = helped("0s, 5s, 6s", "60s", "") + "queues = { sales = { while = 'queue.oldest_wait >= 30s' } }\n";
    story(
        &centre,
        "
        00:00:00 front 1 comes
        00:00:00 back 1 comes
        00:00:00 contact 1 comes, sales
        00:00:00 front 1 answers contact 1
        00:00:05 contact 2 comes, sales
        00:00:05 contact 2 waits in sales
        00:00:06 contact 3 comes, sales
        00:00:06 contact 3 waits in sales
        00:00:35 back 1 answers contact 2 after 30s
        00:01:00 contact 1 is over: served
        00:01:00 front 1 answers contact 3 after 54s
        00:01:35 contact 2 is over: served
        00:01:35 back 1 is free
        00:02:00 contact 3 is over: served
        00:02:00 front 1 is free
        ",
    );
}

#[test]
fn a_switch_looks_now_and_then_and_takes_effect_after_a_lag() {
    let switch = "[switches.rush]\non = 'queue.sales.length >= 1'\nevery = '10s'\nlag = '5s'";
    let centre = helped("0s, 3s, 40s", "60s", switch) + "queues = { sales = { while = 'switch.rush' } }\n";
    story(
        &centre,
        "
        00:00:00 front 1 comes
        00:00:00 back 1 comes
        00:00:00 contact 1 comes, sales
        00:00:00 front 1 answers contact 1
        00:00:03 contact 2 comes, sales
        00:00:03 contact 2 waits in sales
        00:00:15 back 1 answers contact 2 after 12s
        00:00:40 contact 3 comes, sales
        00:00:40 contact 3 waits in sales
        00:01:00 contact 1 is over: served
        00:01:00 front 1 answers contact 3 after 20s
        00:01:15 contact 2 is over: served
        00:01:15 back 1 is free
        00:02:00 contact 3 is over: served
        00:02:00 front 1 is free
        ",
    );
}

#[test]
fn a_switch_with_hours_is_on_within_them_and_contacts_in_hand_are_finished() {
    let switch = "[switches.noon]\nhours = '00:01-00:02'";
    let centre = helped("0s, 10s, 131s, 132s", "70s", switch) + "queues = { sales = { while = 'switch.noon' } }\n";
    story(
        &centre,
        "
        00:00:00 front 1 comes
        00:00:00 back 1 comes
        00:00:00 contact 1 comes, sales
        00:00:00 front 1 answers contact 1
        00:00:10 contact 2 comes, sales
        00:00:10 contact 2 waits in sales
        00:01:00 back 1 answers contact 2 after 50s
        00:01:10 contact 1 is over: served
        00:01:10 front 1 is free
        00:02:10 contact 2 is over: served
        00:02:10 back 1 is free
        00:02:11 contact 3 comes, sales
        00:02:11 front 1 answers contact 3
        00:02:12 contact 4 comes, sales
        00:02:12 contact 4 waits in sales
        00:03:21 contact 3 is over: served
        00:03:21 front 1 answers contact 4 after 1m9s
        00:04:31 contact 4 is over: served
        00:04:31 front 1 is free
        ",
    );
}

#[test]
fn a_skill_counts_only_while_its_switch_is_on() {
    let centre = helped("0s, 10s, 131s, 132s", "70s", "skill = 'sales'\n[switches.noon]\nhours = '00:01-00:02'");
    let front = centre.replace("[teams.front]\n", "[teams.front]\nskills = ['sales']\n");
    let told = journal(&(front + "skills = ['sales', 'other']\nskills_while = { sales = 'switch.noon' }\n"));
    assert!(told.contains("00:01:00 back 1 answers contact 2 after 50s"), "{told}");
    assert!(told.contains("00:03:21 front 1 answers contact 4 after 1m9s"), "{told}");
}

#[test]
fn one_switch_may_ask_for_another_and_for_the_time_of_day() {
    let switches = "[switches.late]\non = 'time_of_day >= 20s'\n[switches.rush]\non = 'switch.late and \
                    queue.sales.length > 0'";
    let centre = helped("0s, 3s", "60s", switches) + "queues = { sales = { while = 'switch.rush' } }\n";
    let told = journal(&centre);
    assert!(told.contains("00:00:20 back 1 answers contact 2 after 17s"), "{told}");
}

#[test]
fn a_switch_goes_by_the_service_level_of_a_sliding_window() {
    // Answered at once at 0s, and given up at 11s: half in time. At 71s the first is more than a minute old, none of the
    // other is in time. At 72s nobody is left in the window.
    let centre = "
        [contacts.sales]
        arrivals = at 0s, 1s, 12s, 73s
        talk = '2m'
        patience = '10s'
        [queues.sales]
        window = '1m'
        [teams.front]
        agents = 1
        [teams.back]
        agents = 1
        queues = { sales = { while = 'queue.service_level <= 50%' } }
        ";
    let told = journal(centre);
    assert!(told.contains("00:00:11 contact 2 is over: abandoned"), "{told}");
    assert!(told.contains("00:00:12 back 1 answers contact 3\n"), "{told}");
    assert!(told.contains("00:01:13 contact 4 waits in sales"), "{told}");
}

#[test]
fn a_switch_goes_on_at_its_dates_and_times_for_as_long_as_each_lasts() {
    let open = |switch: &str, comes: &str| {
        let text = format!(
            "[horizon]\nstart = '2026-03-02T00:00'\nlength = '50h'\n[contacts.calls]\narrivals = {{ scheduled = ['{comes}'] \
             }}\ntalk = '1m'\n[queues.calls]\noverflow = [{{ when = 'switch.outage', action = 'disconnect' }}]\n\
             [switches.outage]\n{switch}\n[teams.front]\nagents = 1\n"
        );
        journal(&text).contains("answers contact 1")
    };
    let once = "at = '2026-03-03T10:00'\nlasts = '30m'";
    assert!(open(once, "2026-03-02T10:00"), "a date comes once");
    assert!(open(once, "2026-03-03T09:59"));
    assert!(!open(once, "2026-03-03T10:00"));
    assert!(!open(once, "2026-03-03T10:29"));
    assert!(open(once, "2026-03-03T10:30"));
    let daily = "at = ['10:00', '10:20']\nlasts = '30m'";
    assert!(!open(daily, "2026-03-02T10:45") && !open(daily, "2026-03-03T10:45"), "times that overlap are one");
    assert!(open(daily, "2026-03-03T10:50"));
    let within = "at = '2026-03-03T10:00'\nhours = '10:15-18:00'";
    assert!(open(within, "2026-03-03T10:14") && !open(within, "2026-03-03T17:59"), "within its hours alone");
    assert!(!open("at = '2026-03-02T10:00'", "2026-03-03T23:00"), "without `lasts` to the end of the run");
}

/// An outage at a minute past midnight: from then on contacts of the shop go before others, by their class, points or age.
fn outage(order: &str, step: &str) -> String {
    format!(
        "
        [routing]
        contact_order = {order}
        [contacts.first]
        arrivals = at 0s
        talk = '90s'
        queue = 'other'
        [contacts.other]
        arrivals = at 10s
        talk = '10s'
        [contacts.shop]
        arrivals = at 20s, 70s
        talk = '10s'
        [queues.other]
        [queues.shop]
        steps = [{{ at = '0s', only_if = 'switch.outage', when_false = 'wait', {step} }}]
        [switches.outage]
        at = '00:01'
        [teams.front]
        agents = 1
        "
    )
}

#[test]
fn what_happens_outside_changes_the_class_the_points_and_the_age_of_those_who_wait() {
    let overtake = ["contact 1", "contact 3 after 1m10s", "contact 4 after 30s", "contact 2 after 1m40s"];
    let stay = ["contact 1", "contact 2 after 1m20s", "contact 3 after 1m20s", "contact 4 after 40s"];
    let plain = "['priority', 'longest-wait']";
    assert_eq!(super::answers(&outage(plain, "priority = 1")), overtake);
    assert_eq!(super::answers(&outage(plain, "add_to_priority = -2")), overtake);
    assert_eq!(super::answers(&outage(plain, "add_to_priority = 2")), [stay[0], stay[1], stay[2], stay[3]]);
    assert_eq!(super::answers(&outage("['score']", "add_points = 2")), overtake);
    assert_eq!(super::answers(&outage("['score']", "score = { base = 2 }")), overtake);
    assert_eq!(super::answers(&outage(plain, "add_age = '1h'")), overtake);
}
