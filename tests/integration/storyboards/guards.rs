//! Guards and overload: agents withheld for the sake of contacts in other queues.

use super::{journal, story};

/// Two queues of different weight. The people of `late` may serve the heavy one only after ten minutes.
fn weighed(guard: &str) -> String {
    format!(
        "
        [contacts.heavy]
        arrivals = at 1s
        talk = '10s'
        [contacts.light]
        arrivals = at 2s
        talk = '10s'
        [queues.heavy]
        weight = 5
        [queues.light]
        weight = 1
        [routing]
        guards = [{guard}]
        [teams.late]
        agents = 1
        queues = {{ heavy = {{ delay = '10m' }}, light = {{}} }}
        "
    )
}

#[test]
fn asterisk_s_weight_keeps_an_agent_from_a_light_queue_for_a_heavy_one_that_may_not_have_the_agent() {
    // As in Asterisk, both wait beside a free agent.
    story(
        &weighed("'heavier-queue-any-member'"),
        "
        00:00:00 late 1 comes
        00:00:01 contact 1 comes, heavy
        00:00:01 contact 1 waits in heavy
        00:00:02 contact 2 comes, light
        00:00:02 contact 2 waits in light
        00:10:01 late 1 answers contact 1 after 10m
        00:10:11 contact 1 is over: served
        00:10:11 late 1 answers contact 2 after 10m9s
        00:10:21 contact 2 is over: served
        00:10:21 late 1 is free
        ",
    );
}

#[test]
fn the_sane_weight_looks_at_who_may_serve_now() {
    let told = journal(&weighed("'heavier-queue'"));
    assert!(told.contains("00:00:02 late 1 answers contact 2\n"), "{told}");
    assert!(told.contains("00:10:01 late 1 answers contact 1 after 10m\n"), "{told}");
}

#[test]
fn of_queues_of_one_weight_the_older_contact_has_the_agent() {
    // Loans have the first rank; but news, which came before them, may have the agent, too.
    let centre = |guards: &str| {
        format!(
            "
        [contacts.calls]
        arrivals = at 0s
        talk = '10s'
        [contacts.news]
        arrivals = at 1s
        talk = '10s'
        [contacts.loans]
        arrivals = at 2s
        talk = '10s'
        [routing]
        guards = {guards}
        [teams.front]
        agents = 1
        queues = {{ calls = {{}}, loans = {{ rank = 1 }}, news = {{ rank = 2 }} }}
        "
        )
    };
    assert!(journal(&centre("[]")).contains("00:00:10 front 1 answers contact 3 after 8s"));
    assert!(journal(&centre("['older-elsewhere']")).contains("00:00:10 front 1 answers contact 2 after 9s"));
}

#[test]
fn agents_choose_among_overloaded_queues_alone_and_forget_their_ranks() {
    // Without overload the agent would go by rank: loans first. At 20s news are over level 1, calls over level 2.
    let centre = |overload: &str| {
        format!(
            "
        [contacts.loans]
        arrivals = at 0s, 1s
        talk = '20s'
        [contacts.news]
        arrivals = at 2s, 3s
        talk = '20s'
        [contacts.calls]
        arrivals = at 4s, 5s
        talk = '20s'
        [queues.loans]
        {overload}
        [queues.news]
        {overload}
        [queues.calls]
        {}
        [teams.front]
        agents = 1
        queues = {{ loans = {{ rank = 1 }}, news = {{ rank = 2 }}, calls = {{ rank = 3 }} }}
        ",
            if overload.is_empty() { "" } else { "overload = ['queue.length >= 1', 'queue.oldest_wait > 15s']" }
        )
    };
    let plain = journal(&centre(""));
    assert!(plain.contains("00:00:20 front 1 answers contact 2 after 19s"), "{plain}");
    // At 20s one loan waits, which is no overload, two news are level 1, and calls have waited for 16s: level 2.
    let told = journal(&centre("overload = 'queue.length >= 2'"));
    assert!(told.contains("00:00:20 front 1 answers contact 5 after 16s"), "{told}");
    assert!(told.contains("00:00:40 front 1 answers contact 6 after 35s"), "{told}");
    assert!(told.contains("00:01:00 front 1 answers contact 3 after 58s"), "{told}");
    assert!(told.contains("00:01:20 front 1 answers contact 2 after 1m19s"), "{told}");
}
