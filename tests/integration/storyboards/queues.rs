//! Which contact: the keys that rank waiting contacts for a free agent.

use super::story;

#[test]
fn a_lower_priority_class_goes_first_and_then_the_longest_wait() {
    story(
        "
        [contacts.plain]
        arrivals = at 0s, 1s, 2s
        queue = 'main'
        talk = '10s'
        [contacts.urgent]
        arrivals = at 3s, 4s
        queue = 'main'
        talk = '10s'
        priority = 1
        [queues.main]
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, plain
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, plain
        00:00:01 contact 2 waits in main
        00:00:02 contact 3 comes, plain
        00:00:02 contact 3 waits in main
        00:00:03 contact 4 comes, urgent
        00:00:03 contact 4 waits in main
        00:00:04 contact 5 comes, urgent
        00:00:04 contact 5 waits in main
        00:00:10 contact 1 is over: served
        00:00:10 front 1 answers contact 4 after 7s
        00:00:20 contact 4 is over: served
        00:00:20 front 1 answers contact 5 after 16s
        00:00:30 contact 5 is over: served
        00:00:30 front 1 answers contact 2 after 29s
        00:00:40 contact 2 is over: served
        00:00:40 front 1 answers contact 3 after 38s
        00:00:50 contact 3 is over: served
        00:00:50 front 1 is free
        ",
    );
}

#[test]
fn the_longest_wait_goes_first_across_queues() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 2s
        talk = '10s'
        [contacts.sales]
        arrivals = at 1s
        talk = '10s'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, sales
        00:00:01 contact 2 waits in sales
        00:00:02 contact 3 comes, billing
        00:00:02 contact 3 waits in billing
        00:00:10 contact 1 is over: served
        00:00:10 front 1 answers contact 2 after 9s
        00:00:20 contact 2 is over: served
        00:00:20 front 1 answers contact 3 after 18s
        00:00:30 contact 3 is over: served
        00:00:30 front 1 is free
        ",
    );
}

#[test]
fn without_the_priority_key_classes_do_not_count() {
    story(
        "
        [routing]
        contact_order = ['longest-wait']
        [contacts.plain]
        arrivals = at 0s, 1s
        queue = 'main'
        talk = '10s'
        [contacts.urgent]
        arrivals = at 2s
        queue = 'main'
        talk = '10s'
        priority = 1
        [queues.main]
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, plain
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, plain
        00:00:01 contact 2 waits in main
        00:00:02 contact 3 comes, urgent
        00:00:02 contact 3 waits in main
        00:00:10 contact 1 is over: served
        00:00:10 front 1 answers contact 2 after 9s
        00:00:20 contact 2 is over: served
        00:00:20 front 1 answers contact 3 after 18s
        00:00:30 contact 3 is over: served
        00:00:30 front 1 is free
        ",
    );
}

#[test]
fn after_the_longest_wait_the_class_decides_between_equals() {
    story(
        "
        [routing]
        contact_order = ['longest-wait', 'priority']
        [contacts.plain]
        arrivals = at 0s, 1s
        queue = 'main'
        talk = '10s'
        [contacts.urgent]
        arrivals = at 1s
        queue = 'main'
        talk = '10s'
        priority = 1
        [queues.main]
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, plain
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, plain
        00:00:01 contact 2 waits in main
        00:00:01 contact 3 comes, urgent
        00:00:01 contact 3 waits in main
        00:00:10 contact 1 is over: served
        00:00:10 front 1 answers contact 3 after 9s
        00:00:20 contact 3 is over: served
        00:00:20 front 1 answers contact 2 after 19s
        00:00:30 contact 2 is over: served
        00:00:30 front 1 is free
        ",
    );
}

#[test]
fn a_head_start_is_worth_as_much_as_waiting_so_long() {
    story(
        "
        [contacts.plain]
        arrivals = at 0s, 1s, 2s
        queue = 'main'
        talk = '10s'
        [contacts.gold]
        arrivals = at 6s
        queue = 'main'
        talk = '10s'
        head_start = '4500ms'
        [queues.main]
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, plain
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, plain
        00:00:01 contact 2 waits in main
        00:00:02 contact 3 comes, plain
        00:00:02 contact 3 waits in main
        00:00:06 contact 4 comes, gold
        00:00:06 contact 4 waits in main
        00:00:10 contact 1 is over: served
        00:00:10 front 1 answers contact 2 after 9s
        00:00:20 contact 2 is over: served
        00:00:20 front 1 answers contact 4 after 14s
        00:00:30 contact 4 is over: served
        00:00:30 front 1 answers contact 3 after 28s
        00:00:40 contact 3 is over: served
        00:00:40 front 1 is free
        ",
    );
}

#[test]
fn an_agent_takes_only_contacts_whose_skill_the_team_has() {
    story(
        "
        [contacts.loans]
        arrivals = at 0s, 1s
        talk = '10s'
        skill = 'loans'
        patience = '30s'
        [contacts.cards]
        arrivals = at 0s, 2s
        talk = '10s'
        skill = 'cards'
        [teams.cards]
        agents = 1
        skills = ['cards']
        [teams.nobody]
        agents = 0
        skills = ['loans']
        ",
        "
        00:00:00 cards 1 comes
        00:00:00 contact 1 comes, loans
        00:00:00 contact 1 waits in loans
        00:00:00 contact 2 comes, cards
        00:00:00 cards 1 answers contact 2
        00:00:01 contact 3 comes, loans
        00:00:01 contact 3 waits in loans
        00:00:02 contact 4 comes, cards
        00:00:02 contact 4 waits in cards
        00:00:10 contact 2 is over: served
        00:00:10 cards 1 answers contact 4 after 8s
        00:00:20 contact 4 is over: served
        00:00:20 cards 1 is free
        00:00:30 contact 1 leaves loans after 30s
        00:00:30 contact 1 is over: abandoned
        00:00:31 contact 3 leaves loans after 30s
        00:00:31 contact 3 is over: abandoned
        ",
    );
}

#[test]
fn a_flow_may_give_a_class_of_its_own() {
    story(
        "
        [contacts.direct]
        arrivals = at 0s, 1s
        queue = 'main'
        talk = '10s'
        [contacts.caller]
        arrivals = at 2s
        flow = 'fast'
        talk = '10s'
        [queues.main]
        [flows.fast.nodes]
        ahead = { enqueue = { queue = 'main', priority = 1 } }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, direct
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, direct
        00:00:01 contact 2 waits in main
        00:00:02 contact 3 comes, caller
        00:00:02 contact 3 hears ahead
        00:00:02 contact 3 leaves fast after 0s
        00:00:02 contact 3 waits in main
        00:00:10 contact 1 is over: served
        00:00:10 front 1 answers contact 3 after 8s
        00:00:20 contact 3 is over: served
        00:00:20 front 1 answers contact 2 after 19s
        00:00:30 contact 2 is over: served
        00:00:30 front 1 is free
        ",
    );
}
