//! Orders that say the same in other words: the same digest, not nearly the same numbers.

use std::path::Path;

use switchboard::plan::Plan;
use switchboard::scenario::Scenario;
use switchboard::study::{Study, Watch};

/// A day of two types in two queues, with these lines in the routing, the first type and the two queues.
fn digest(routing: &str, first: &str, queues: [&str; 2]) -> String {
    let text = format!(
        "[horizon]\nlength = '8h'\n[routing]\n{routing}\n[contacts.first]\narrivals = '30/h'\ntalk = {{ exponential = \
         '3m' }}\npatience = {{ exponential = '10m' }}\npriority = 2\n{first}\n[contacts.second]\narrivals = \
         '40/h'\ntalk = {{ exponential = '2m' }}\npriority = 5\n[queues.first]\n{}\n[queues.second]\n{}\n[teams.t]\n\
         agents = 3\n",
        queues[0], queues[1]
    );
    let (scenario, _) = Scenario::parse(&text, "same.toml", Path::new(""), &[])
        .unwrap_or_else(|problems| panic!("{}", problems.render(false)));
    let plan = Plan::new(scenario);
    let study = Study { replications: 0..5, threads: 1, ..Study::new(&plan) };
    study.run(&Watch::nobody()).expect("an outcome").evidence.estimates.digest().to_string()
}

const PLAIN: [&str; 2] = ["", ""];

#[test]
fn points_that_grow_equally_fast_are_a_head_start() {
    let head_start = digest("contact_order = 'longest-wait'", "head_start = '90s'", PLAIN);
    assert_eq!(digest("contact_order = 'score'", "score = { base = 1.5 }", PLAIN), head_start);
    let queues = ["score = { base = 8, per_minute = 2 }", "score = { base = 5, per_minute = 2 }"];
    assert_eq!(digest("contact_order = 'score'", "", queues), head_start);
    let far = ["score = { base = 1.5, most = 1e9 }", "score = { most = 1e9 }"];
    assert_eq!(digest("contact_order = 'score'", "", far), head_start, "worked out at every decision");
    let formula = "contact_order = { expression = 'wait + (if priority == 2 then 90s else 0)' }";
    assert_eq!(digest(formula, "", PLAIN), head_start);
    assert_ne!(digest("contact_order = 'longest-wait'", "", PLAIN), head_start);
}

#[test]
fn classes_are_costs_weights_points_and_formulas() {
    let classes = digest("", "", PLAIN);
    assert_eq!(digest("contact_order = ['cmu', 'longest-wait']", "waiting_cost = 2", PLAIN), classes);
    assert_eq!(digest("queue_order = 'queue-weight'", "", ["weight = 2", ""]), classes);
    let points = ["score = { per_class = -1, per_minute = 0 }"; 2];
    assert_eq!(digest("contact_order = ['score', 'longest-wait']", "", points), classes);
    assert_eq!(digest("contact_order = [{ expression = '0 - priority' }, 'longest-wait']", "", PLAIN), classes);
    assert_ne!(digest("contact_order = [{ priority = 'higher' }, 'longest-wait']", "", PLAIN), classes);
}

#[test]
fn equal_objectives_and_equal_deadlines_are_the_longest_wait() {
    let longest = digest("contact_order = 'longest-wait'", "", PLAIN);
    assert_eq!(digest("contact_order = 'wait-to-objective'", "", PLAIN), longest);
    assert_eq!(digest("contact_order = 'deadline'", "", ["objective = '1m'"; 2]), longest);
    assert_eq!(digest("contact_order = { expression = 'wait / objective' }", "", PLAIN), longest);
    let earlier = digest("contact_order = 'longest-wait'", "head_start = '2m'", PLAIN);
    assert_eq!(digest("contact_order = 'deadline'", "", ["objective = '1m'", "objective = '3m'"]), earlier);
}

#[test]
fn the_length_of_the_queue_is_a_key_of_queues_and_a_field_of_contacts() {
    let formula = "contact_order = [{ expression = 'queue_length' }, 'priority', 'longest-wait']";
    assert_eq!(digest(formula, "", PLAIN), digest("queue_order = 'longest-queue'", "", PLAIN));
}

#[test]
fn orders_of_queues_windows_and_sums_can_say_the_same_as_one_order() {
    let classes = digest("", "", PLAIN);
    assert_eq!(digest("", "", ["contact_order = { expression = 'wait' }"; 2]), classes);
    assert_eq!(
        digest("contact_order = ['priority', 'longest-wait', { window = 1 }, 'newest-first']", "", PLAIN),
        classes
    );
    assert_eq!(
        digest("contact_order = ['newest-first', { window = 9999 }, 'priority', 'longest-wait']", "", PLAIN),
        classes
    );
    let sum = "contact_order = { weighted-sum = [{ key = 'priority', weight = 1e6 }, { key = 'longest-wait' }] }";
    assert_eq!(digest(sum, "", PLAIN), classes);
    let two = "stages = 'two'\nqueue_order = 'queue-weight'";
    assert_eq!(
        digest(two, "", ["weight = 2\ncontact_order = ['longest-wait', { window = 1 }, 'priority']", ""]),
        classes
    );
    assert_ne!(digest("", "", ["contact_order = 'newest-first'"; 2]), classes);
}

#[test]
fn the_queue_of_the_longest_wait_is_what_two_stages_mean_by_themselves() {
    let written = digest("queue_order = 'longest-wait'", "head_start = '90s'", PLAIN);
    assert_eq!(digest("stages = 'two'", "head_start = '90s'", PLAIN), written);
    assert_eq!(digest("contact_order = 'longest-wait'", "head_start = '90s'", PLAIN), written, "each has one line");
}

#[test]
fn what_changes_at_once_is_what_a_contact_brings() {
    let head_start = digest("contact_order = 'longest-wait'", "head_start = '90s'", PLAIN);
    let at_once = |order: &str, change: &str| {
        digest(&format!("contact_order = '{order}'"), &format!("changes = [{{ at = '0s', {change} }}]"), PLAIN)
    };
    assert_eq!(at_once("longest-wait", "add_age = '90s'"), head_start);
    assert_eq!(at_once("score", "add_points = 1.5"), head_start);
    assert_eq!(at_once("score", "score = { base = 1.5 }"), head_start);
    assert_eq!(at_once("pair-score", "add_age = '90s'"), head_start);
    let same_class = digest("", "changes = [{ at = '0s', add_to_priority = 3 }]", PLAIN);
    assert_eq!(same_class, digest("", "changes = [{ at = '0s', priority = 5 }]", PLAIN));
    assert_eq!(same_class, digest("contact_order = 'longest-wait'", "", PLAIN));
}
