//! Predicted waits, places at entry, and what changes while contacts wait.

use super::{answers, journal};

/// A's queue is served every 35 s and B's every 5 s; at 95 s, when somebody who serves both becomes free, the first of A
/// has waited 10 s and the first of B 20 s.
pub(super) fn service_objective(rule: &str) -> String {
    let told = journal(&format!(
        "
        [routing]
        {rule}
        [contacts.held]
        arrivals = at 0s
        talk = '95s'
        skill = 'held'
        [contacts.first_a]
        arrivals = at 0s
        talk = '35s'
        queue = 'a'
        skill = 'a'
        [contacts.a]
        arrivals = at 0s, 20s, 85s
        talk = '35s'
        skill = 'a'
        [contacts.first_b]
        arrivals = at 50s
        talk = '5s'
        queue = 'b'
        skill = 'b'
        [contacts.b]
        arrivals = at 50s, 75s
        talk = '5s'
        skill = 'b'
        [contacts.slow_b]
        arrivals = at 52s
        talk = '100s'
        queue = 'b'
        skill = 'b'
        [teams.both]
        agents = 1
        skills = ['held', 'a', 'b']
        [teams.of_a]
        agents = 1
        skills = ['a']
        [teams.of_b]
        agents = 1
        skills = ['b']
        "
    ));
    let line = told.lines().find_map(|line| line.strip_prefix("00:01:35 both 1 answers "));
    line.expect("somebody is answered").to_owned()
}

/// Golden: Avaya, Service Objective: a call that has waited 10 s and would wait 35 s more goes before one that has waited
/// 20 s and would wait 5 s more: 45 > 25.
#[test]
fn golden_y4_a5_avaya_predicted_wait_before_current_wait() {
    assert_eq!(service_objective("contact_order = 'predicted-wait'"), "contact 9 after 10s");
    assert_eq!(service_objective("contact_order = { expression = 'wait + further_wait' }"), "contact 9 after 10s");
    assert_eq!(service_objective("contact_order = 'longest-wait'"), "contact 8 after 20s");
    // Less than a third of the further wait is too little: 10 + 11.3 against 20 + 1.6.
    assert_eq!(
        service_objective("contact_order = { expression = 'wait + further_wait / 3.1' }"),
        "contact 8 after 20s"
    );
}

/// Four contacts have come since 1 s when one of another type comes that takes this place; the agent is free at 60 s.
fn at_position(place: u32) -> Vec<String> {
    answers(&format!(
        "
        [contacts.plain]
        arrivals = at 0s, 1s, 2s, 3s, 4s
        queue = 'main'
        talk = '60s'
        [contacts.special]
        arrivals = at 5s
        queue = 'main'
        talk = '60s'
        position = {place}
        [queues.main]
        [teams.front]
        agents = 1
        "
    ))
}

#[test]
fn a_contact_takes_the_place_that_its_type_has_at_entry() {
    let order = |place| -> Vec<u32> {
        let number = |line: &String| line.split(' ').nth(1).and_then(|it| it.parse().ok()).expect("a number");
        at_position(place).iter().map(number).collect()
    };
    assert_eq!(order(1), [1, 6, 2, 3, 4, 5]);
    assert_eq!(order(2), [1, 2, 6, 3, 4, 5]);
    assert_eq!(order(4), [1, 2, 3, 4, 6, 5]);
    assert_eq!(order(5), [1, 2, 3, 4, 5, 6]);
    assert_eq!(order(900), [1, 2, 3, 4, 5, 6]);
    assert_eq!(at_position(2)[2], "contact 6 after 1m55s", "what it is told to have waited is true");
}

#[test]
fn a_position_counts_among_contacts_of_the_same_class() {
    // Contact 4 is more urgent than all; contact 5 goes before contact 3, not before contact 4.
    let order = answers(
        "
        [contacts.plain]
        arrivals = at 0s, 1s, 2s
        queue = 'main'
        talk = '60s'
        [contacts.urgent]
        arrivals = at 3s
        queue = 'main'
        talk = '60s'
        priority = 1
        [contacts.special]
        arrivals = at 5s
        queue = 'main'
        talk = '60s'
        position = 2
        [queues.main]
        [teams.front]
        agents = 1
        ",
    );
    let numbers: Vec<&str> = order.iter().filter_map(|line| line.split(' ').nth(1)).collect();
    assert_eq!(numbers, ["1", "4", "2", "5", "3"]);
}

/// A contact comes at 1 s and one of another type at 20 s; the agent is free at 60 s, when they have waited 59 s and 40 s.
/// The number of the contact that is taken then.
fn at_sixty(routing: &str, late: &str, queue: &str) -> String {
    let order = answers(&format!(
        "
        [routing]
        {routing}
        [contacts.held]
        arrivals = at 0s
        talk = '60s'
        [contacts.early]
        arrivals = at 1s
        queue = 'main'
        talk = '10s'
        [contacts.late]
        arrivals = at 20s
        queue = 'main'
        talk = '10s'
        {late}
        [queues.main]
        {queue}
        [teams.front]
        agents = 1
        "
    ));
    order[1].clone()
}

const EARLY: &str = "contact 2 after 59s";
const LATE: &str = "contact 3 after 40s";

#[test]
fn a_class_is_set_or_moved_while_a_contact_waits() {
    assert_eq!(at_sixty("", "", ""), EARLY);
    assert_eq!(at_sixty("", "changes = [{ at = '30s', priority = 1 }]", ""), LATE);
    assert_eq!(at_sixty("", "changes = [{ at = '45s', priority = 1 }]", ""), EARLY, "45 s have not passed");
    assert_eq!(at_sixty("", "changes = [{ at = '30s', priority = 1, effect_delay = '15s' }]", ""), EARLY);
    assert_eq!(at_sixty("", "changes = [{ at = '30s', priority = 1, effect_delay = '9s' }]", ""), LATE);
    assert_eq!(at_sixty("", "changes = [{ at = '30s', add_to_priority = -1 }]", ""), LATE);
    assert_eq!(at_sixty("", "changes = [{ at = '30s', add_to_priority = 1 }]", ""), EARLY);
    let there_and_back = "changes = [{ at = '35s', add_to_priority = 2 }, { at = '30s', add_to_priority = -1 }]";
    assert_eq!(at_sixty("", there_and_back, ""), EARLY);
}

#[test]
fn a_queue_changes_all_that_wait_in_it_and_a_type_changes_them_after_it() {
    // Both have waited 30 s: both are of class 1, unless the type says otherwise.
    let all = "changes = [{ at = '30s', priority = 1 }]";
    assert_eq!(at_sixty("", "", all), EARLY);
    assert_eq!(at_sixty("", "changes = [{ at = '30s', add_to_priority = -1 }]", all), LATE);
    // Only the early one has waited 50 s, and goes behind.
    assert_eq!(at_sixty("", "", "changes = [{ at = '50s', priority = 9 }]"), LATE);
    assert_eq!(at_sixty("", "", "steps = [{ at = '50s', priority = 9 }]"), LATE);
}

#[test]
fn points_and_their_growth_change_while_a_contact_waits() {
    let score = "contact_order = 'score'";
    // 59 s of early are 0.98 points, 40 s of late 0.67.
    assert_eq!(at_sixty(score, "", ""), EARLY);
    assert_eq!(at_sixty(score, "changes = [{ at = '30s', add_points = 0.3 }]", ""), EARLY);
    assert_eq!(at_sixty(score, "changes = [{ at = '30s', add_points = 0.35 }]", ""), LATE);
    assert_eq!(at_sixty(score, "changes = [{ at = '30s', score = { per_minute = 1.5 } }]", ""), LATE);
    assert_eq!(at_sixty(score, "changes = [{ at = '30s', score = { base = 0.9, per_minute = 0 } }]", ""), EARLY);
    assert_eq!(at_sixty(score, "changes = [{ at = '30s', score = { base = 1, per_minute = 0 } }]", ""), LATE);
    assert_eq!(at_sixty(score, "", "changes = [{ at = '50s', add_points = -1 }]"), LATE);
}

#[test]
fn age_is_added_while_a_contact_waits() {
    assert_eq!(at_sixty("", "changes = [{ at = '30s', add_age = '18s' }]", ""), EARLY);
    assert_eq!(at_sixty("", "changes = [{ at = '30s', add_age = '20s' }]", ""), LATE);
    let twice = "changes = [{ at = '30s', add_age = '10s' }, { at = '35s', add_age = '10s' }]";
    assert_eq!(at_sixty("", twice, ""), LATE);
    assert_eq!(at_sixty("", twice, "contact_order = { expression = 'wait' }"), LATE, "worked out at every decision");
}

#[test]
fn a_contact_that_is_handed_back_has_the_added_age_only_once() {
    // Contact 1 has waited 10 s, with 1 h added at 5 s, when it is answered; its agent goes at 30 s, and it is in its
    // first stage again, with the age it came with: behind contact 2, which came at 2 s with 1 m.
    let order = answers(
        "
        [horizon]
        start = '2026-01-05T00:00'
        [contacts.aging]
        arrivals = at 0s
        queue = 'main'
        talk = '1h'
        changes = [{ at = '5s', add_age = '1h' }]
        [contacts.plain]
        arrivals = at 2s
        queue = 'main'
        talk = '1s'
        head_start = '1m'
        [queues.main]
        [[teams.first.shifts]]
        start = '00:00:10'
        end = '00:00:30'
        [teams.first]
        at_shift_end = 'hand-back'
        [[teams.second.shifts]]
        start = '00:00:32'
        end = '12:00'
        [teams.second]
        ",
    );
    assert_eq!(order, ["contact 1 after 10s", "contact 2 after 30s", "contact 1 after 3s"]);
}

#[test]
fn the_type_that_waits_longest_on_average_for_its_objective_is_served_next() {
    // At 110 s the second early one has waited for 5 s, and the first one for 99 s: 52 s on average. The late one has
    // waited for 20 s.
    let order = |key: &str, objective: &str| {
        super::answers(&format!(
            "
            [routing]
            contact_order = '{key}'
            [contacts.first]
            arrivals = at 0s
            talk = '100s'
            [contacts.early]
            arrivals = at 1s, 105s
            talk = '10s'
            objective = '10s'
            [contacts.late]
            arrivals = at 90s
            talk = '10s'
            objective = '{objective}'
            [teams.front]
            agents = 1
            "
        ))
    };
    let by_mean = ["contact 1", "contact 2 after 1m39s", "contact 4 after 5s", "contact 3 after 30s"];
    let by_wait = ["contact 1", "contact 2 after 1m39s", "contact 3 after 20s", "contact 4 after 15s"];
    assert_eq!(order("mean-wait-to-objective", "10s"), by_mean);
    assert_eq!(order("mean-wait-to-objective", "2s"), ["contact 1", "contact 2 after 1m39s", by_wait[2], by_wait[3]]);
    assert_eq!(order("wait-to-objective", "10s"), by_wait);
}
