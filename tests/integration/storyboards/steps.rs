//! Steps and memberships: who may serve a contact as it waits longer, and which queue an agent looks at first.

use super::{journal, story};

#[test]
fn a_step_adds_people_who_take_the_contact_at_once_if_free() {
    story(
        "
        [contacts.loans]
        arrivals = at 0s, 1s
        talk = '30s'
        requires = 'loans >= 2'
        [queues.loans]
        steps = [{ at = '10s', requires = 'loans >= 1' }]
        [teams.experts]
        agents = 1
        skills = { loans = 2 }
        [teams.juniors]
        agents = 1
        skills = { loans = 1 }
        ",
        "
        00:00:00 experts 1 comes
        00:00:00 juniors 1 comes
        00:00:00 contact 1 comes, loans
        00:00:00 experts 1 answers contact 1
        00:00:01 contact 2 comes, loans
        00:00:01 contact 2 waits in loans
        00:00:11 juniors 1 answers contact 2 after 10s
        00:00:30 contact 1 is over: served
        00:00:30 experts 1 is free
        00:00:41 contact 2 is over: served
        00:00:41 juniors 1 is free
        ",
    );
}

#[test]
fn a_step_that_replaces_takes_the_contact_from_those_who_could_serve_it_before() {
    story(
        "
        [contacts.loans]
        arrivals = at 0s, 1s
        talk = '30s'
        [queues.loans]
        steps = [{ at = '0s', mode = 'replace', teams = ['first'] }, { at = '10s', mode = 'replace', teams = ['second'] }]
        [teams.first]
        agents = 1
        [teams.second]
        agents = 0
        ",
        "
        00:00:00 first 1 comes
        00:00:00 contact 1 comes, loans
        00:00:00 first 1 answers contact 1
        00:00:01 contact 2 comes, loans
        00:00:01 contact 2 waits in loans
        00:00:30 contact 1 is over: served
        00:00:30 first 1 is free
        day 2 00:00:00 contact 2 leaves loans after 23h59m59s
        day 2 00:00:00 contact 2 is over: unfinished
        ",
    );
}

#[test]
fn those_added_after_are_asked_only_when_nobody_before_them_is_free() {
    story(
        "
        [contacts.loans]
        arrivals = at 5s, 6s
        talk = '30s'
        [queues.loans]
        steps = [{ at = '0s', mode = 'replace', teams = ['late'] }, { at = '0.5s', mode = 'add-after', teams = ['early'] }]
        [teams.early]
        agents = 1
        [teams.late]
        agents = 1
        ",
        "
        00:00:00 early 1 comes
        00:00:00 late 1 comes
        00:00:05 contact 1 comes, loans
        00:00:05 late 1 answers contact 1
        00:00:06 contact 2 comes, loans
        00:00:06 contact 2 waits in loans
        00:00:06.5 early 1 answers contact 2 after 0.5s
        00:00:35 contact 1 is over: served
        00:00:35 late 1 is free
        00:00:36.5 contact 2 is over: served
        00:00:36.5 early 1 is free
        ",
    );
}

#[test]
fn a_step_may_raise_the_class_of_who_waits() {
    story(
        "
        [contacts.plain]
        arrivals = at 0s, 1s
        talk = '10s'
        queue = 'plain'
        priority = 5
        [contacts.vip]
        arrivals = at 2s
        talk = '10s'
        queue = 'vip'
        priority = 3
        [queues.plain]
        steps = [{ at = '5s', priority = 1 }]
        [queues.vip]
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, plain
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, plain
        00:00:01 contact 2 waits in plain
        00:00:02 contact 3 comes, vip
        00:00:02 contact 3 waits in vip
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
fn a_contact_handed_back_begins_its_steps_anew() {
    story(
        "
        [contacts.loans]
        arrivals = at 0s
        talk = '40s'
        [queues.loans]
        steps = [{ at = '0s', mode = 'replace', teams = ['first'] }, { at = '10s', teams = ['second'] }]
        [teams.first]
        at_shift_end = 'hand-back'
        agents = [1, 0]
        every = '20s'
        repeat = 'once'
        [teams.second]
        agents = 1
        ",
        "
        00:00:00 first 1 comes
        00:00:00 second 1 comes
        00:00:00 contact 1 comes, loans
        00:00:00 first 1 answers contact 1
        00:00:20 first 1 hands contact 1 back to loans
        00:00:20 contact 1 waits in loans
        00:00:20 first 1 goes
        00:00:30 second 1 answers contact 1 after 10s
        00:01:10 contact 1 is over: served
        00:01:10 second 1 is free
        ",
    );
}

/// Amazon Connect's example of delays: queues of rank 1 without delay, T3 of rank 2 after 20 s, T4 of rank 3 after 80 s.
#[test]
fn golden_y2_connect_delay() {
    story(
        "
        [contacts.t1]
        arrivals = at 100s
        talk = '10s'
        [contacts.t3]
        arrivals = at 70s
        talk = '10s'
        [contacts.t4]
        arrivals = at 0s, 10s
        talk = '95s'
        [teams.front]
        agents = 1
        queues = { t1 = {}, t3 = { rank = 2, delay = '20s' }, t4 = { rank = 3, delay = '80s' } }
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, t4
        00:00:00 contact 1 waits in t4
        00:00:10 contact 2 comes, t4
        00:00:10 contact 2 waits in t4
        00:01:10 contact 3 comes, t3
        00:01:10 contact 3 waits in t3
        00:01:20 front 1 answers contact 1 after 1m20s
        00:01:40 contact 4 comes, t1
        00:01:40 contact 4 waits in t1
        00:02:55 contact 1 is over: served
        00:02:55 front 1 answers contact 4 after 1m15s
        00:03:05 contact 4 is over: served
        00:03:05 front 1 answers contact 3 after 1m55s
        00:03:15 contact 3 is over: served
        00:03:15 front 1 answers contact 2 after 3m5s
        00:04:50 contact 2 is over: served
        00:04:50 front 1 is free
        ",
    );
}

/// Dynamics 365's bullseye of levels at 0, 30 and 60 s: two levels that open together keep their ranks.
#[test]
fn golden_y9_bullseye_levels_that_open_together_keep_their_ranks() {
    story(
        "
        [contacts.chats]
        arrivals = at 0s
        talk = '10s'
        [queues.chats]
        agent_order = ['fixed-order']
        steps = [
          { at = '0s', mode = 'replace', teams = ['inner'] },
          { at = '45s', mode = 'add-after', teams = ['middle'] },
          { at = '45s', mode = 'add-after', teams = ['outer'] },
        ]
        [teams.outer]
        agents = 1
        [teams.middle]
        agents = 1
        [teams.inner]
        agents = 0
        ",
        "
        00:00:00 outer 1 comes
        00:00:00 middle 1 comes
        00:00:00 contact 1 comes, chats
        00:00:00 contact 1 waits in chats
        00:00:45 middle 1 answers contact 1 after 45s
        00:00:55 contact 1 is over: served
        00:00:55 middle 1 is free
        ",
    );
}

/// A centre of two queues and three people, with these lines added.
fn two_queues(first: &str, second: &str, front: &str) -> String {
    format!(
        "
        [horizon]
        length = '4h'
        [contacts.first]
        arrivals = '30/h'
        patience = {{ exponential = '3m' }}
        talk = {{ exponential = '4m' }}
        {first}
        [contacts.second]
        arrivals = '30/h'
        patience = {{ exponential = '3m' }}
        talk = {{ exponential = '4m' }}
        {second}
        [teams.front]
        agents = 3
        skills = {{ easy = 2 }}
        {front}
        "
    )
}

#[test]
fn ranks_of_queues_say_the_same_as_classes_where_one_team_serves_all() {
    let classes = journal(&two_queues("priority = 2", "priority = 1", ""));
    let ranks = journal(&two_queues("", "", "queues = { first = { rank = 2 }, second = { rank = 1 } }"));
    assert!(classes.lines().count() > 500, "the day has many contacts");
    assert_eq!(classes, ranks);
}

#[test]
fn a_step_at_once_says_the_same_as_the_requirement_of_the_contact_type() {
    let own = journal(&two_queues("requires = 'easy >= 2'", "", ""));
    let step = "[queues.first]\nsteps = [{ at = '0s', mode = 'replace', requires = 'easy >= 2' }]";
    assert_eq!(own, journal(&format!("{}\n{step}", two_queues("", "", ""))));
}

#[test]
fn steps_that_nobody_is_free_at_change_nothing() {
    let plain = journal(&two_queues("", "", ""));
    let steps = "[queues.first]\nsteps = [{ at = '10s' }, { at = '1m', mode = 'replace' }]";
    assert_eq!(plain, journal(&format!("{}\n{steps}", two_queues("", "", ""))));
}
