//! Queues with an order of their own, and what decides between queues.

use super::answers;

/// A queue that takes the newest first and one that goes by waits; the agent is free from the second 10.
fn newest_and_oldest(routing: &str) -> Vec<String> {
    answers(&format!(
        "
        [routing]
        {routing}
        [contacts.held]
        arrivals = at 0s
        talk = '10s'
        [contacts.newest]
        arrivals = at 1s, 3s
        talk = '10s'
        [contacts.oldest]
        arrivals = at 2s, 4s
        talk = '10s'
        [queues.newest]
        contact_order = 'newest-first'
        weight = 2
        [queues.oldest]
        [teams.front]
        agents = 1
        "
    ))
}

#[test]
fn in_one_stage_each_queue_puts_one_contact_forward_and_the_centre_compares_these() {
    // Contact 4 (3 s) against contact 3 (2 s); then 4 against 5 (4 s); then 2 (1 s) against 5.
    let expected =
        ["contact 1", "contact 3 after 8s", "contact 4 after 17s", "contact 2 after 29s", "contact 5 after 36s"];
    assert_eq!(newest_and_oldest(""), expected);
    assert_eq!(newest_and_oldest("stages = 'one'"), expected);
    assert_eq!(newest_and_oldest("contact_order = 'longest-wait'"), expected);
}

#[test]
fn in_two_stages_the_queue_is_chosen_first_and_then_by_its_own_order() {
    let heaviest =
        ["contact 1", "contact 4 after 7s", "contact 2 after 19s", "contact 3 after 28s", "contact 5 after 36s"];
    assert_eq!(newest_and_oldest("queue_order = 'queue-weight'"), heaviest);
    assert_eq!(newest_and_oldest("queue_order = 'queue-weight'\nstages = 'two'"), heaviest);
}

#[test]
fn two_stages_alone_choose_the_queue_of_the_longest_wait() {
    // The first of the newest is contact 4 (3 s), not contact 2, until contact 4 has gone.
    let expected =
        ["contact 1", "contact 3 after 8s", "contact 4 after 17s", "contact 2 after 29s", "contact 5 after 36s"];
    assert_eq!(newest_and_oldest("stages = 'two'"), expected);
    assert_eq!(newest_and_oldest("stages = 'two'\ncontact_order = 'priority'"), expected);
}

#[test]
fn one_queue_takes_the_newest_and_another_goes_by_deadlines() {
    // Contact 5 is due at 14 s, contact 3 at 62 s; between queues the longest wait decides.
    let order = answers(
        "
        [routing]
        contact_order = 'longest-wait'
        [contacts.held]
        arrivals = at 0s
        talk = '10s'
        [contacts.newest]
        arrivals = at 1s, 3s
        talk = '10s'
        [contacts.slow]
        arrivals = at 2s
        queue = 'due'
        objective = '1m'
        talk = '10s'
        [contacts.quick]
        arrivals = at 4s
        queue = 'due'
        objective = '10s'
        talk = '10s'
        [queues.newest]
        contact_order = 'newest-first'
        [queues.due]
        contact_order = 'deadline'
        [teams.front]
        agents = 1
        ",
    );
    let expected =
        ["contact 1", "contact 4 after 7s", "contact 2 after 19s", "contact 5 after 26s", "contact 3 after 38s"];
    assert_eq!(order, expected);
}

#[test]
fn a_queue_puts_forward_whom_the_agent_may_take() {
    // The newest asks for a skill that the agent who is free at 10 s lacks.
    let order = answers(
        "
        [contacts.held]
        arrivals = at 0s
        talk = '10s'
        skill = 'plain'
        [contacts.busy]
        arrivals = at 0s
        talk = '50s'
        skill = 'special'
        [contacts.plain]
        arrivals = at 1s
        queue = 'one'
        talk = '10s'
        skill = 'plain'
        [contacts.special]
        arrivals = at 3s
        queue = 'one'
        talk = '10s'
        skill = 'special'
        [queues.one]
        contact_order = 'newest-first'
        [teams.front]
        agents = 1
        skills = ['plain']
        [teams.back]
        agents = 1
        skills = ['special']
        ",
    );
    assert_eq!(order, ["contact 1", "contact 2", "contact 3 after 9s", "contact 4 after 47s"]);
}

#[test]
fn the_head_of_a_queue_is_the_first_by_its_own_order() {
    // Nobody else may be taken, and the newest asks for somebody who is busy until 50 s.
    let order = answers(
        "
        [contacts.busy]
        arrivals = at 0s
        talk = '50s'
        skill = 'special'
        [contacts.held]
        arrivals = at 0s
        talk = '10s'
        skill = 'plain'
        [contacts.plain]
        arrivals = at 1s
        queue = 'one'
        talk = '10s'
        skill = 'plain'
        [contacts.special]
        arrivals = at 3s
        queue = 'one'
        talk = '10s'
        skill = 'special'
        [queues.one]
        contact_order = 'newest-first'
        scan = 'head-only'
        [teams.front]
        agents = 1
        skills = ['plain']
        [teams.back]
        agents = 1
        skills = ['special']
        ",
    );
    assert_eq!(order, ["contact 1", "contact 2", "contact 4 after 47s", "contact 3 after 49s"]);
}

/// Contacts 2 to 5 wait for an agent who is free from the second 10; the last of them is of class 7.
fn windowed(order: &str) -> Vec<String> {
    answers(&format!(
        "
        [contacts.plain]
        arrivals = at 0s, 1s, 2s, 3s
        queue = 'main'
        talk = '10s'
        [contacts.seven]
        arrivals = at 4s
        queue = 'main'
        talk = '10s'
        priority = 7
        [queues.main]
        contact_order = {order}
        [teams.front]
        agents = 1
        "
    ))
}

#[test]
fn only_those_inside_the_window_are_compared_anew() {
    let by_window =
        |first: u32| windowed(&format!("['longest-wait', {{ window = {first} }}, {{ priority = 'higher' }}]"));
    let two = ["contact 1", "contact 2 after 9s", "contact 3 after 18s", "contact 5 after 26s", "contact 4 after 37s"];
    assert_eq!(by_window(2), two);
    let four = ["contact 1", "contact 5 after 6s", "contact 2 after 19s", "contact 3 after 28s", "contact 4 after 37s"];
    assert_eq!(by_window(4), four);
    let one = ["contact 1", "contact 2 after 9s", "contact 3 after 18s", "contact 4 after 27s", "contact 5 after 36s"];
    assert_eq!(by_window(1), one);
}

#[test]
fn chance_behind_a_window_takes_everybody_once_and_never_from_outside() {
    let order = windowed("['longest-wait', { window = 2 }, 'random']");
    let number = |line: &String| line.split(' ').nth(1).and_then(|it| it.parse().ok()).expect("a number");
    let numbers: Vec<usize> = order.iter().map(number).collect();
    assert!(numbers.iter().enumerate().all(|(place, number)| *number <= place + 2), "{order:?}");
    let mut all = numbers.clone();
    all.sort_unstable();
    assert_eq!(all, [1, 2, 3, 4, 5]);
}

#[test]
fn a_head_that_somebody_takes_who_comes_lets_whoever_is_free_take_the_next() {
    // Front is free for contact 2, which waits behind contact 1 until back comes.
    let order = answers(
        "
        [contacts.special]
        arrivals = at 1s
        queue = 'one'
        talk = '10s'
        skill = 'special'
        [contacts.plain]
        arrivals = at 2s
        queue = 'one'
        talk = '10s'
        skill = 'plain'
        [queues.one]
        scan = 'head-only'
        [teams.front]
        agents = 1
        skills = ['plain']
        [[teams.back.shifts]]
        start = '00:01'
        end = '12:00'
        [teams.back]
        skills = ['special']
        ",
    );
    assert_eq!(order, ["contact 1 after 59s", "contact 2 after 58s"]);
}
