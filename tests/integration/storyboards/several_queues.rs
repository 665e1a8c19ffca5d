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

/// Three calls that experts answer, of whom the first queue has one; the second queue, in which they wait, too, lets
/// others help as it says.
fn helped(queue: &str, helper: &str) -> String {
    format!(
        "
        [contacts.calls]
        arrivals = at 0s, 1s, 2s
        talk = '30s'
        skill = 'expert'
        queue = 'first'
        [queues.first]
        also_in = {{ queue = 'second' }}
        [queues.second]
        {queue}
        [teams.one]
        agents = 1
        skills = ['expert']
        queues = {{ first = {{}} }}
        [teams.two]
        agents = 1
        {helper}
        "
    )
}

#[test]
fn a_contact_takes_the_steps_of_another_queue_while_their_condition_holds() {
    let steps = "steps = [{ at = '10s', requires = 'true', only_if = 'queue.first.length > 1' }]";
    let told = journal(&helped(steps, "queues = { second = {} }"));
    // The second call takes the step at 11s; the third finds the first queue too short for it at 12s.
    let taken = "00:00:11 contact 2 waits in first no more\n00:00:11 two 1 answers contact 2 after 10s\n";
    assert!(told.contains(taken), "{told}");
    let own = "00:00:30 contact 3 waits in second no more\n00:00:30 one 1 answers contact 3 after 28s\n";
    assert!(told.contains(own), "{told}");
}

#[test]
fn a_step_of_another_queue_that_waits_for_its_condition_begins_when_it_holds() {
    let steps = "steps = [{ at = '5s', requires = 'true', only_if = 'queue.first.length < 2', when_false = 'wait' }]";
    let told = journal(&helped(steps, "queues = { second = {} }"));
    // Both calls that wait are due at 6s and 7s; when the second is answered, the third is alone in the first queue.
    let taken = "00:00:30 contact 3 waits in first no more\n00:00:30 two 1 answers contact 3 after 28s\n";
    assert!(told.contains(taken), "{told}");
}

#[test]
fn a_contact_that_another_queue_would_send_on_only_leaves_that_queue() {
    for rule in [
        "steps = [{ at = '0s', for = '10s' }]\nschedule = { after_last = 'disconnect' }",
        "maximum_wait = { after = '10s', action = 'disconnect' }",
        "maximum_wait = { after = '10s', action = 'disconnect', only_if = 'queue.first.length > 0' }",
    ] {
        let told = journal(&helped(rule, "queues = { second = {} }"));
        for line in [
            "00:00:01 contact 2 waits in second\n",
            "00:00:11 contact 2 waits in second no more\n",
            "00:00:12 contact 3 waits in second no more\n",
            "00:00:30 one 1 answers contact 2 after 29s\n",
            "00:01:00 one 1 answers contact 3 after 58s\n",
        ] {
            assert!(told.contains(line), "{rule}: no {line}{told}");
        }
    }
}

#[test]
fn a_contact_is_not_let_into_another_queue_that_sends_it_elsewhere() {
    for rule in [
        "overflow = { when = 'queue.first.length > 0', action = 'disconnect' }",
        "no_agents = { join = ['off'], action = 'disconnect' }",
    ] {
        let told = journal(&helped(rule, "skills = ['expert']\nqueues = {}").replace(
            "agents = 1\n        skills = ['expert']\nqueues = {}",
            "agents = 0\nskills = ['expert']\nqueues = { second = {} }",
        ));
        assert_eq!(ending(&told, "waits in second"), 0, "{rule}: {told}");
        assert!(told.contains("00:01:00 one 1 answers contact 3 after 58s\n"), "{rule}: {told}");
    }
}

#[test]
fn an_agent_who_serves_another_queue_only_at_times_takes_who_waits_there() {
    let offers = "offers = { accept = 0, ring = '5s', not_ready_after_miss = '1h' }";
    let helper =
        format!("skills = ['expert']\nqueues = {{ second = {{ while = 'queue.first.length > 1' }} }}\n{offers}");
    let told = journal(&helped("", &helper));
    // It rings there as soon as two wait, in vain; the contact is back in the queue it came to, with its course.
    for line in [
        "00:00:02 contact 2 rings at two 1\n",
        "00:00:07 two 1 misses contact 2\n",
        "00:00:30 contact 2 waits in second no more\n00:00:30 one 1 answers contact 2 after 29s\n",
        "00:01:00 contact 3 waits in second no more\n00:01:00 one 1 answers contact 3 after 58s\n",
    ] {
        assert!(told.contains(line), "no {line}{told}");
    }
}

#[test]
fn a_contact_waits_in_other_queues_from_when_its_own_has_opened() {
    let first = "[queues.first]\nhours = '00:01-24:00'\nwhen_closed = 'wait'\n";
    let told = journal(&helped("", "skills = ['expert']\nqueues = { second = {} }").replace("[queues.first]\n", first));
    let opens = "00:01:00 one 1 answers contact 1 after 1m\n";
    assert!(told.contains(opens), "{told}");
    assert!(
        told.contains("00:01:00 two 1 answers contact 2 after 0s\n")
            || told.contains("00:01:00 two 1 answers contact 2\n"),
        "{told}"
    );
    assert!(told.contains("00:01:00 contact 3 waits in second\n"), "{told}");
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
