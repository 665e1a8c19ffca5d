//! Which contact a free agent takes: classes, points, objectives, deadlines, chance, formulas, queues.

use super::{answers, story};

/// A contact keeps the agent until this second; A and B come at the second 0 to queues with the scores of CXone.
fn growing(frees_at: u32) -> Vec<String> {
    answers(&format!(
        "
        [routing]
        contact_order = ['score']
        [contacts.first]
        arrivals = at 0s
        talk = '{frees_at}s'
        [contacts.b]
        arrivals = at 1s
        talk = '1s'
        [contacts.a]
        arrivals = at 1s
        talk = '1s'
        [queues.a]
        score = {{ base = 1, per_minute = 5 }}
        [queues.b]
        score = {{ base = 3, per_minute = 1 }}
        [teams.front]
        agents = 1
        "
    ))
}

#[test]
fn golden_y6_cxone_acceleration_lets_a_overtake_b_after_half_a_minute() {
    // A = 1 + 5 a minute, B = 3 + 1 a minute: 3.5 each after 30 s. Both have come at the second 1, B first.
    assert_eq!(growing(30), ["contact 1", "contact 2 after 29s", "contact 3 after 30s"]);
    assert_eq!(growing(31), ["contact 1", "contact 2 after 30s", "contact 3 after 31s"]);
    assert_eq!(growing(32), ["contact 1", "contact 3 after 31s", "contact 2 after 32s"]);
}

/// A plain contact comes at 1 s and one of priority 2 so many seconds later; the agent is free after 300 s.
fn sixty_seconds_a_point(later: u32) -> Vec<String> {
    answers(&format!(
        "
        [routing]
        contact_order = ['score']
        [contacts.first]
        arrivals = at 0s
        talk = '300s'
        [contacts.plain]
        arrivals = at 1s
        talk = '10s'
        queue = 'main'
        priority = 0
        [contacts.urgent]
        arrivals = at {}s
        talk = '10s'
        queue = 'main'
        priority = 2
        [queues.main]
        score = {{ per_class = 1 }}
        [teams.front]
        agents = 1
        ",
        1 + later
    ))
}

#[test]
fn golden_y7_genesys_priority_is_worth_a_minute_of_waiting_a_point() {
    // 2 points are 120 s: who comes 100 s later is 20 s ahead, who comes 121 s later is 1 s behind.
    assert_eq!(sixty_seconds_a_point(100), ["contact 1", "contact 3 after 3m19s", "contact 2 after 5m9s"]);
    assert_eq!(sixty_seconds_a_point(121), ["contact 1", "contact 2 after 4m59s", "contact 3 after 3m8s"]);
}

#[test]
fn golden_y4_avaya_greatest_need_takes_the_longest_wait_of_three_skills() {
    // At 100 s they have waited 45 s, 90 s and 50 s.
    let skills = "
        [contacts.first]
        arrivals = at 0s
        talk = '100s'
        [contacts.one]
        arrivals = at 55s
        talk = '1h'
        [contacts.two]
        arrivals = at 10s
        talk = '1h'
        [contacts.three]
        arrivals = at 50s
        talk = '1h'
        [teams.front]
        agents = 1
        ";
    assert_eq!(answers(skills)[1], "contact 2 after 1m30s");
}

#[test]
fn avaya_service_objective_takes_the_largest_share_of_the_objective() {
    // 45 s of 30 s are one and a half, 90 s of 90 s are one, 50 s of 100 s a half.
    let skills = "
        [routing]
        contact_order = ['wait-to-objective']
        [contacts.first]
        arrivals = at 0s
        talk = '100s'
        [contacts.one]
        arrivals = at 55s
        talk = '1s'
        [contacts.two]
        arrivals = at 10s
        talk = '1s'
        [contacts.three]
        arrivals = at 50s
        talk = '1s'
        objective = '100s'
        [queues.one]
        objective = '30s'
        [queues.two]
        objective = '90s'
        [queues.three]
        objective = '1s'
        [teams.front]
        agents = 1
        ";
    let expected = ["contact 1", "contact 4 after 45s", "contact 2 after 1m31s", "contact 3 after 52s"];
    assert_eq!(answers(skills), expected);
}

#[test]
fn the_earliest_deadline_is_first_though_it_came_last() {
    let order = |key: &str| {
        answers(&format!(
            "
            [routing]
            contact_order = [{key}]
            [contacts.first]
            arrivals = at 0s
            talk = '10s'
            [contacts.letter]
            arrivals = at 1s
            talk = '10s'
            objective = '4h'
            [contacts.call]
            arrivals = at 5s
            talk = '10s'
            [queues.call]
            service_level = '20s'
            [teams.front]
            agents = 1
            "
        ))
    };
    let call_first = ["contact 1", "contact 3 after 5s", "contact 2 after 19s"];
    assert_eq!(order("'deadline'"), call_first);
    assert_eq!(order("{ expression = '0 - deadline' }"), call_first);
    assert_eq!(order("'longest-wait'"), ["contact 1", "contact 2 after 9s", "contact 3 after 15s"]);
}

#[test]
fn a_score_stops_growing_at_its_cap() {
    // After 90 s the capped contact has 1 point, not 1.5, and the other, who came 25 s later, has 65 s of points.
    story(
        "
        [routing]
        contact_order = ['score']
        [contacts.first]
        arrivals = at 0s
        talk = '95s'
        [contacts.capped]
        arrivals = at 5s
        talk = '10s'
        score = { most = 1 }
        [contacts.free]
        arrivals = at 30s
        talk = '10s'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, first
        00:00:00 front 1 answers contact 1
        00:00:05 contact 2 comes, capped
        00:00:05 contact 2 waits in capped
        00:00:30 contact 3 comes, free
        00:00:30 contact 3 waits in free
        00:01:35 contact 1 is over: served
        00:01:35 front 1 answers contact 3 after 1m5s
        00:01:45 contact 3 is over: served
        00:01:45 front 1 answers contact 2 after 1m40s
        00:01:55 contact 2 is over: served
        00:01:55 front 1 is free
        ",
    );
}

/// Three contacts of one queue, and one of a higher class that comes last, by this order.
fn four_wait(order: &str) -> Vec<String> {
    answers(&format!(
        "
        [routing]
        contact_order = {order}
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
        [teams.front]
        agents = 1
        "
    ))
}

#[test]
fn the_newest_is_first_within_its_class() {
    let newest =
        ["contact 1", "contact 4 after 7s", "contact 3 after 18s", "contact 2 after 29s", "contact 5 after 36s"];
    assert_eq!(four_wait("['priority', 'newest-first']"), newest);
    let of_all =
        ["contact 1", "contact 5 after 6s", "contact 4 after 17s", "contact 3 after 28s", "contact 2 after 39s"];
    assert_eq!(four_wait("['newest-first']"), of_all);
}

#[test]
fn where_higher_classes_are_urgent_seven_goes_before_five() {
    let seven =
        ["contact 1", "contact 5 after 6s", "contact 2 after 19s", "contact 3 after 28s", "contact 4 after 37s"];
    assert_eq!(four_wait("[{ priority = 'higher' }, 'longest-wait']"), seven);
    assert_eq!(four_wait("[{ expression = 'priority * 1h + wait' }]"), seven);
}

#[test]
fn chance_takes_everybody_once_and_the_same_way_again() {
    let order = four_wait("['random']");
    let mut contacts: Vec<&str> = order.iter().filter_map(|line| line.split(" after").next()).collect();
    contacts.sort_unstable();
    assert_eq!(contacts, ["contact 1", "contact 2", "contact 3", "contact 4", "contact 5"]);
    assert_eq!(four_wait("['random']"), order);
    assert_eq!(four_wait("[{ expression = '0 / 0' }, 'random']"), order, "who is no number is equal to the others");
}

#[test]
fn what_is_not_a_number_comes_last() {
    let last = ["contact 1", "contact 5 after 6s", "contact 2 after 19s", "contact 3 after 28s", "contact 4 after 37s"];
    assert_eq!(four_wait("[{ expression = 'ln(priority - 6) - 1e6' }]"), last);
}

/// Two queues, of two contacts and of three, whose first contacts came at 1 s and at 2 s, by this queue order.
fn two_queues(order: &str) -> Vec<String> {
    answers(&format!(
        "
        [routing]
        {order}
        [contacts.held]
        arrivals = at 0s
        talk = '10s'
        [contacts.short]
        arrivals = at 1s, 3s
        talk = '10s'
        [contacts.long]
        arrivals = at 2s, 4s, 5s
        talk = '10s'
        [queues.short]
        weight = 2
        [queues.long]
        [teams.front]
        agents = 1
        "
    ))
}

#[test]
fn the_longest_queue_is_first_and_the_order_of_the_file_decides_between_equals() {
    // 2 and 3 wait, then 2 and 2, then 1 and 2, then 1 and 1.
    let longest = [
        "contact 1",
        "contact 3 after 8s",
        "contact 2 after 19s",
        "contact 5 after 26s",
        "contact 4 after 37s",
        "contact 6 after 45s",
    ];
    assert_eq!(two_queues("queue_order = ['longest-queue']"), longest);
}

#[test]
fn weights_make_a_short_queue_count_as_a_long_one() {
    // 2 x 2 against 3, then 2 x 1 against 3, then 2 x 1 against 2, then 0 against 2.
    let weighted = [
        "contact 1",
        "contact 2 after 9s",
        "contact 3 after 18s",
        "contact 4 after 27s",
        "contact 5 after 36s",
        "contact 6 after 45s",
    ];
    assert_eq!(two_queues("queue_order = ['max-weight']"), weighted);
    let heaviest = [
        "contact 1",
        "contact 2 after 9s",
        "contact 4 after 17s",
        "contact 3 after 28s",
        "contact 5 after 36s",
        "contact 6 after 45s",
    ];
    assert_eq!(two_queues("queue_order = ['queue-weight']"), heaviest);
}

#[test]
fn two_thirds_of_the_waiting_belong_to_the_queue_of_twice_the_weight() {
    // Of 5 waiting the short queue's share is 3.33 and the long one's 1.67: 2 - 3.33 against 3 - 1.67; of 4, 2 - 2.67
    // against 2 - 1.33; of 3, 2 - 2 against 1 - 1, so the file decides; of 2, 1 - 1.33 against 1 - 0.67.
    let shares = [
        "contact 1",
        "contact 3 after 8s",
        "contact 5 after 16s",
        "contact 2 after 29s",
        "contact 6 after 35s",
        "contact 4 after 47s",
    ];
    assert_eq!(two_queues("queue_order = ['queue-ratio']"), shares);
}

#[test]
fn the_queue_is_chosen_before_the_contact() {
    // The plain contact has waited longest of all, so its queue is chosen, and in it the urgent one.
    let centre = |queue_order: &str| {
        answers(&format!(
            "
            [routing]
            {queue_order}
            [contacts.held]
            arrivals = at 0s
            talk = '10s'
            [contacts.plain]
            arrivals = at 1s
            queue = 'one'
            talk = '10s'
            [contacts.urgent]
            arrivals = at 4s
            queue = 'one'
            priority = 2
            talk = '10s'
            [contacts.other]
            arrivals = at 3s
            priority = 1
            talk = '10s'
            [queues.one]
            [teams.front]
            agents = 1
            "
        ))
    };
    let queue_first = ["contact 1", "contact 4 after 6s", "contact 2 after 19s", "contact 3 after 27s"];
    assert_eq!(centre("queue_order = ['longest-wait']"), queue_first);
    assert_eq!(centre(""), ["contact 1", "contact 3 after 7s", "contact 4 after 16s", "contact 2 after 29s"]);
}

/// A long contact that costs more to keep waiting and a short one that came later, by this order.
fn dear_and_short(order: &str, frees_at: u32) -> Vec<String> {
    answers(&format!(
        "
        [routing]
        contact_order = ['{order}']
        [contacts.held]
        arrivals = at 0s
        talk = '{frees_at}s'
        [contacts.dear]
        arrivals = at 1s
        talk = '6s'
        waiting_cost = 3
        [contacts.short]
        arrivals = at 5s
        talk = '1s'
        wrap_up = '1s'
        waiting_cost = 2
        [teams.front]
        agents = 1
        "
    ))
}

#[test]
fn c_mu_takes_the_cost_over_the_work() {
    // 3 over 6 s against 2 over 2 s: a half against one, whenever they came.
    assert_eq!(dear_and_short("cmu", 7), ["contact 1", "contact 3 after 2s", "contact 2 after 8s"]);
}

#[test]
fn generalised_c_mu_counts_the_wait_too() {
    // At 7 s: 6 s x 0.5 against 2 s x 1; at 11 s: 10 s x 0.5 against 6 s x 1.
    assert_eq!(dear_and_short("generalised-cmu", 7), ["contact 1", "contact 2 after 6s", "contact 3 after 8s"]);
    assert_eq!(dear_and_short("generalised-cmu", 11), ["contact 1", "contact 3 after 6s", "contact 2 after 12s"]);
}

#[test]
fn an_expression_reads_every_field_of_a_contact() {
    let fields = [
        ("0 - attempt", false),
        ("deadline", true),
        ("handle_time", false),
        ("objective", true),
        ("0 - priority", false),
        ("queue_length", true),
        ("value", true),
        ("wait", false),
        ("wait_since_arrival", false),
    ];
    for (score, second) in fields {
        let order = answers(&format!(
            "
            [routing]
            contact_order = [{{ expression = '{score}' }}]
            [contacts.held]
            arrivals = at 0s
            talk = '10s'
            [contacts.one]
            arrivals = at 1s
            talk = '5s'
            wrap_up = '6s'
            [contacts.two]
            arrivals = at 2s, 3s
            talk = '10s'
            value = 2
            objective = '1m'
            [teams.front]
            agents = 1
            "
        ));
        assert_eq!(order[1].starts_with("contact 3"), second, "{score}: {order:?}");
    }
}
