//! Who may serve: requirements over skills and attributes.

use super::{journal, story};

#[test]
fn only_who_meets_the_requirement_is_asked() {
    story(
        "
        [contacts.claims]
        arrivals = at 0s, 1s, 2s
        talk = '5s'
        requires = 'billing >= 3 and (spanish or english)'
        [teams.juniors]
        agents = 1
        skills = { billing = 2, english = 1 }
        [teams.mute]
        agents = 1
        skills = { billing = 5 }
        [teams.english]
        agents = 1
        skills = { billing = 3, english = 1 }
        [teams.spanish]
        agents = 1
        skills = { billing = 4, spanish = 2 }
        ",
        "
        00:00:00 juniors 1 comes
        00:00:00 mute 1 comes
        00:00:00 english 1 comes
        00:00:00 spanish 1 comes
        00:00:00 contact 1 comes, claims
        00:00:00 english 1 answers contact 1
        00:00:01 contact 2 comes, claims
        00:00:01 spanish 1 answers contact 2
        00:00:02 contact 3 comes, claims
        00:00:02 contact 3 waits in claims
        00:00:05 contact 1 is over: served
        00:00:05 english 1 answers contact 3 after 3s
        00:00:06 contact 2 is over: served
        00:00:06 spanish 1 is free
        00:00:10 contact 3 is over: served
        00:00:10 english 1 is free
        ",
    );
}

#[test]
fn skill_and_requirement_must_both_hold_and_the_best_in_the_skill_answers() {
    story(
        "
        [contacts.loans]
        arrivals = at 0s, 1s, 2s
        talk = '5s'
        skill = 'loans'
        least_level = 2
        requires = 'skill-1'
        patience = '2s'
        [queues.loans]
        agent_order = ['best-skill']
        [teams.other]
        agents = 1
        skills = { loans = 9 }
        [teams.low]
        agents = 1
        skills = { loans = 1, skill-1 = 9 }
        [teams.good]
        agents = 1
        skills = { loans = 2, skill-1 = 9 }
        [teams.best]
        agents = 1
        skills = { loans = 3, skill-1 = 1 }
        ",
        "
        00:00:00 other 1 comes
        00:00:00 low 1 comes
        00:00:00 good 1 comes
        00:00:00 best 1 comes
        00:00:00 contact 1 comes, loans
        00:00:00 best 1 answers contact 1
        00:00:01 contact 2 comes, loans
        00:00:01 good 1 answers contact 2
        00:00:02 contact 3 comes, loans
        00:00:02 contact 3 waits in loans
        00:00:04 contact 3 leaves loans after 2s
        00:00:04 contact 3 is over: abandoned
        00:00:05 contact 1 is over: served
        00:00:05 best 1 is free
        00:00:06 contact 2 is over: served
        00:00:06 good 1 is free
        ",
    );
}

#[test]
fn an_agent_who_frees_up_looks_past_those_whose_requirement_is_not_met() {
    story(
        "
        [contacts.any]
        arrivals = at 0s
        talk = '10s'
        [contacts.odd]
        arrivals = at 1s
        talk = '5s'
        queue = 'any'
        requires = 'not english'
        patience = '30s'
        [contacts.even]
        arrivals = at 2s
        talk = '5s'
        queue = 'any'
        requires = 'english'
        [queues.any]
        [teams.front]
        agents = 1
        skills = ['english']
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, any
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, odd
        00:00:01 contact 2 waits in any
        00:00:02 contact 3 comes, even
        00:00:02 contact 3 waits in any
        00:00:10 contact 1 is over: served
        00:00:10 front 1 answers contact 3 after 8s
        00:00:15 contact 3 is over: served
        00:00:15 front 1 is free
        00:00:31 contact 2 leaves any after 30s
        00:00:31 contact 2 is over: abandoned
        ",
    );
}

#[test]
fn attributes_are_asked_for_by_name() {
    story(
        "
        [contacts.north]
        arrivals = at 0s
        talk = '5s'
        requires = \"site == 'north' and cost_band <= 2\"
        [contacts.remote]
        arrivals = at 1s
        talk = '5s'
        requires = \"remote and site != 'north'\"
        [teams.dear]
        agents = 1
        attributes = { site = 'north', cost_band = 3 }
        [teams.cheap]
        agents = 1
        attributes = { site = 'north', cost_band = 2, remote = true }
        [teams.home]
        agents = 1
        attributes = { remote = true }
        ",
        "
        00:00:00 dear 1 comes
        00:00:00 cheap 1 comes
        00:00:00 home 1 comes
        00:00:00 contact 1 comes, north
        00:00:00 cheap 1 answers contact 1
        00:00:01 contact 2 comes, remote
        00:00:01 home 1 answers contact 2
        00:00:05 contact 1 is over: served
        00:00:05 cheap 1 is free
        00:00:06 contact 2 is over: served
        00:00:06 home 1 is free
        ",
    );
}

/// Two types, and three teams of which the last can serve both: the W model.
fn w_model(billing: &str, sales: &str) -> String {
    format!(
        "
        [horizon]
        length = '2h'
        [routing]
        agent_order = ['longest-idle']
        [contacts.billing]
        arrivals = '60/h'
        talk = {{ exponential = '3m' }}
        patience = {{ exponential = '2m' }}
        {billing}
        [contacts.sales]
        arrivals = '40/h'
        talk = {{ exponential = '4m' }}
        patience = {{ exponential = '2m' }}
        {sales}
        [teams.billing]
        agents = 2
        skills = {{ billing = 2 }}
        [teams.sales]
        agents = 2
        skills = {{ sales = 1 }}
        [teams.both]
        agents = 2
        skills = {{ billing = 1, sales = 3 }}
        "
    )
}

#[test]
fn a_requirement_that_says_the_same_as_a_skill_changes_nothing() {
    let plain = journal(&w_model("skill = 'billing'", "skill = 'sales'\nleast_level = 2"));
    assert!(plain.lines().count() > 500, "the day has many contacts");
    for (billing, sales) in [
        ("requires = 'billing'", "requires = 'sales >= 2'"),
        ("requires = 'billing >= 1'", "requires = 'not sales < 2'"),
        ("requires = 'not sales or billing'", "requires = 'billing + sales == 4'"),
        ("skill = 'billing'\nrequires = 'true'", "skill = 'sales'\nrequires = 'if billing then sales > 2 else false'"),
    ] {
        assert_eq!(plain, journal(&w_model(billing, sales)), "{billing}, {sales}");
    }
}
