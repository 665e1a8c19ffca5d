//! Several queues: contacts that wait in more than one, or go where the wait is shortest.

use super::{ending, journal, story};

/// Two calls for one agent, the second of which waits in another queue, too, where a letter and its agent are.
fn two_queues(also: &str, letter: &str, offers: &str) -> String {
    format!(
        "
        [contacts.letters]
        arrivals = at {letter}
        talk = '20s'
        patience = '10s'
        queue = 'second'
        [contacts.calls]
        arrivals = at 0s, 1s
        talk = '30s'
        queue = 'first'
        [queues.first]
        also_in = {{ queue = 'second', at = '{also}' }}
        [queues.second]
        [teams.one]
        agents = 1
        queues = {{ first = {{}} }}
        [teams.two]
        agents = 1
        queues = {{ second = {{}} }}
        {offers}
        "
    )
}

#[test]
fn a_contact_comes_to_another_queue_after_a_while_and_leaves_the_first_with_the_answer() {
    story(
        &two_queues("10s", "5m", ""),
        "
        00:00:00 one 1 comes
        00:00:00 two 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 one 1 answers contact 1
        00:00:01 contact 2 comes, calls
        00:00:01 contact 2 waits in first
        00:00:11 contact 2 waits in second
        00:00:11 contact 2 waits in first no more
        00:00:11 two 1 answers contact 2
        00:00:30 contact 1 is over: served
        00:00:30 one 1 is free
        00:00:41 contact 2 is over: served
        00:00:41 two 1 is free
        00:05:00 contact 3 comes, letters
        00:05:00 two 1 answers contact 3
        00:05:20 contact 3 is over: served
        00:05:20 two 1 is free
        ",
    );
}

#[test]
fn whichever_queue_has_an_agent_first_wins() {
    let other = journal(&two_queues("0s", "0s", ""));
    let told = "00:00:20 contact 3 waits in first no more\n00:00:20 two 1 answers contact 3 after 19s\n";
    assert!(other.contains(told), "{other}");
    assert_eq!(ending(&other, "waits in second"), 1, "{other}");
    let own = journal(&two_queues("0s", "0s", "time_factor = { letters = 10 }"));
    let told = "00:00:30 contact 3 waits in second no more\n00:00:30 one 1 answers contact 3 after 29s\n";
    assert!(own.contains(told), "{own}");
}

#[test]
fn a_contact_that_is_missed_in_one_queue_waits_in_all_of_them_again() {
    story(
        &two_queues("10s", "5m", "offers = { accept = 0, ring = '5s', not_ready_after_miss = '1h' }"),
        "
        00:00:00 one 1 comes
        00:00:00 two 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 one 1 answers contact 1
        00:00:01 contact 2 comes, calls
        00:00:01 contact 2 waits in first
        00:00:11 contact 2 waits in second
        00:00:11 contact 2 rings at two 1
        00:00:16 two 1 misses contact 2
        00:00:16 two 1 is not ready
        00:00:30 contact 1 is over: served
        00:00:30 contact 2 waits in second no more
        00:00:30 one 1 answers contact 2 after 29s
        00:01:00 contact 2 is over: served
        00:01:00 one 1 is free
        00:05:00 contact 3 comes, letters
        00:05:00 contact 3 waits in second
        00:05:10 contact 3 leaves second after 10s
        00:05:10 contact 3 is over: abandoned
        01:00:16 two 1 is ready again
        ",
    );
}

/// Three calls at two sites, each with one agent; the way to the second takes time.
fn two_sites(more: &str) -> String {
    format!(
        "
        [contacts.calls]
        arrivals = at 0s, 1s, 2s
        talk = '30s'
        flow = 'choose'
        [flows.choose.nodes]
        site = {{ shortest-wait = {{ queues = {{ north = {{}}, south = {{ plus = '5s', delay = '2s' }} }}{more} }} }}
        [queues.north]
        [queues.south]
        [teams.n]
        agents = 1
        queues = {{ north = {{}} }}
        [teams.s]
        agents = 1
        queues = {{ south = {{}} }}
        "
    )
}

#[test]
fn a_contact_goes_where_it_expects_the_shortest_wait() {
    story(
        &two_sites(""),
        "
        00:00:00 n 1 comes
        00:00:00 s 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 contact 1 hears site
        00:00:00 contact 1 leaves choose after 0s
        00:00:00 n 1 answers contact 1
        00:00:01 contact 2 comes, calls
        00:00:01 contact 2 hears site
        00:00:02 contact 3 comes, calls
        00:00:02 contact 3 hears site
        00:00:03 contact 2 leaves choose after 2s
        00:00:03 s 1 answers contact 2
        00:00:04 contact 3 leaves choose after 2s
        00:00:04 contact 3 waits in south
        00:00:30 contact 1 is over: served
        00:00:30 n 1 is free
        00:00:33 contact 2 is over: served
        00:00:33 s 1 answers contact 3 after 29s
        00:01:03 contact 3 is over: served
        00:01:03 s 1 is free
        ",
    );
}

#[test]
fn what_is_known_of_the_waits_may_be_old() {
    let told = journal(&two_sites(", refreshed_every = '1h'"));
    assert_eq!(ending(&told, "waits in north"), 2, "{told}");
    assert!(!told.contains("south"), "{told}");
}
