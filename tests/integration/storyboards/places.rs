//! Places in a queue: the age that a contact brings along, and heads that hold up those behind them.

use super::{journal, story};

/// A contact waits 10 s in one queue and moves to another, where one has waited since 6 s; an agent is free at 20 s.
fn moved(age: &str) -> Vec<String> {
    let centre = format!(
        "
        [contacts.held]
        arrivals = at 0s
        talk = '20s'
        queue = 'second'
        [contacts.moved]
        arrivals = at 1s
        talk = '10s'
        queue = 'first'
        [contacts.there]
        arrivals = at 6s
        talk = '10s'
        queue = 'second'
        [queues.first]
        maximum_wait = {{ after = '10s', action = {{ queue = 'second' }} }}
        [queues.second]
        {age}
        [teams.front]
        agents = 1
        "
    );
    journal(&centre).lines().filter_map(|line| Some(line.split_once(" answers ")?.1.to_owned())).collect()
}

#[test]
fn a_contact_that_is_sent_on_keeps_its_age_unless_its_new_queue_says_otherwise() {
    let first = ["contact 1", "contact 2 after 9s", "contact 3 after 24s"];
    let last = ["contact 1", "contact 3 after 14s", "contact 2 after 19s"];
    assert_eq!(moved(""), first);
    assert_eq!(moved("age = 'keep'"), first);
    assert_eq!(moved("age = 'since-arrival'"), first);
    assert_eq!(moved("age = 'reset'"), last);
}

/// A contact hears an announcement for 10 s, another one comes to the queue at 6 s; an agent is free at 20 s.
fn announced(age: &str) -> Vec<String> {
    let centre = format!(
        "
        [contacts.held]
        arrivals = at 0s
        talk = '20s'
        queue = 'main'
        [contacts.announced]
        arrivals = at 1s
        talk = '10s'
        flow = 'hello'
        [contacts.there]
        arrivals = at 6s
        talk = '10s'
        queue = 'main'
        [flows.hello]
        start = 'greeting'
        [flows.hello.nodes]
        greeting = {{ play = {{ time = '10s', next = 'agent' }} }}
        agent = {{ enqueue = 'main' }}
        [queues.main]
        {age}
        [teams.front]
        agents = 1
        "
    );
    journal(&centre).lines().filter_map(|line| Some(line.split_once(" answers ")?.1.to_owned())).collect()
}

#[test]
fn only_the_age_since_arrival_counts_the_time_in_a_flow() {
    let last = ["contact 1", "contact 3 after 14s", "contact 2 after 19s"];
    assert_eq!(announced(""), last);
    assert_eq!(announced("age = 'reset'"), last);
    assert_eq!(announced("age = 'since-arrival'"), ["contact 1", "contact 2 after 9s", "contact 3 after 24s"]);
}

/// Two Spanish contacts and an English one between them and behind; the English agent has nothing else to do.
const LANGUAGES: &str = "
    [contacts.spanish]
    arrivals = at 0s, 1s
    talk = '10s'
    queue = 'main'
    skill = 'spanish'
    [contacts.english]
    arrivals = at 2s
    talk = '10s'
    queue = 'main'
    skill = 'english'
    [teams.spain]
    agents = 1
    skills = 'spanish'
    [teams.england]
    agents = 1
    skills = 'english'
    [queues.main]
    ";

#[test]
fn an_agent_who_looks_past_the_head_takes_whom_it_can_serve() {
    story(
        LANGUAGES,
        "
        00:00:00 spain 1 comes
        00:00:00 england 1 comes
        00:00:00 contact 1 comes, spanish
        00:00:00 spain 1 answers contact 1
        00:00:01 contact 2 comes, spanish
        00:00:01 contact 2 waits in main
        00:00:02 contact 3 comes, english
        00:00:02 england 1 answers contact 3
        00:00:10 contact 1 is over: served
        00:00:10 spain 1 answers contact 2 after 9s
        00:00:12 contact 3 is over: served
        00:00:12 england 1 is free
        00:00:20 contact 2 is over: served
        00:00:20 spain 1 is free
        ",
    );
}

#[test]
fn a_head_that_nobody_free_can_serve_holds_up_those_behind_it() {
    story(
        &format!("{LANGUAGES}scan = 'head-only'"),
        "
        00:00:00 spain 1 comes
        00:00:00 england 1 comes
        00:00:00 contact 1 comes, spanish
        00:00:00 spain 1 answers contact 1
        00:00:01 contact 2 comes, spanish
        00:00:01 contact 2 waits in main
        00:00:02 contact 3 comes, english
        00:00:02 contact 3 waits in main
        00:00:10 contact 1 is over: served
        00:00:10 spain 1 answers contact 2 after 9s
        00:00:10 england 1 answers contact 3 after 8s
        00:00:20 contact 2 is over: served
        00:00:20 spain 1 is free
        00:00:20 contact 3 is over: served
        00:00:20 england 1 is free
        ",
    );
}

#[test]
fn a_head_that_hangs_up_frees_those_behind_it() {
    let centre = LANGUAGES.replace(
        "skill = 'spanish'\n    [contacts.english]",
        "skill = 'spanish'\n    patience = '4s'\n    [contacts.english]",
    );
    story(
        &format!("{centre}scan = 'head-only'"),
        "
        00:00:00 spain 1 comes
        00:00:00 england 1 comes
        00:00:00 contact 1 comes, spanish
        00:00:00 spain 1 answers contact 1
        00:00:01 contact 2 comes, spanish
        00:00:01 contact 2 waits in main
        00:00:02 contact 3 comes, english
        00:00:02 contact 3 waits in main
        00:00:05 contact 2 leaves main after 4s
        00:00:05 contact 2 is over: abandoned
        00:00:05 england 1 answers contact 3 after 3s
        00:00:10 contact 1 is over: served
        00:00:10 spain 1 is free
        00:00:15 contact 3 is over: served
        00:00:15 england 1 is free
        ",
    );
}

#[test]
fn a_more_urgent_contact_is_the_new_head() {
    // Both English contacts are urgent, so that each in turn stands before the Spanish one.
    let centre = LANGUAGES.replace("arrivals = at 2s", "arrivals = at 2s, 3s\n    priority = 1");
    let urgent = journal(&format!("{centre}scan = 'head-only'"));
    assert!(urgent.contains("00:00:02 england 1 answers contact 3\n"), "{urgent}");
    assert!(urgent.contains("00:00:12 england 1 answers contact 4 after 9s\n"), "{urgent}");
}
