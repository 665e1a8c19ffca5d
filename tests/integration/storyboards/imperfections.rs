//! Imperfections: decisions at certain moments only, and agents who are known to be free too late.

use super::story;

#[test]
fn contacts_and_agents_are_matched_in_rounds_only() {
    story(
        "
        [contacts.calls]
        arrivals = at 3s, 4s
        talk = '10s'
        [routing]
        match_every = '10s'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:03 contact 1 comes, calls
        00:00:03 contact 1 waits in calls
        00:00:04 contact 2 comes, calls
        00:00:04 contact 2 waits in calls
        00:00:10 front 1 answers contact 1 after 7s
        00:00:20 contact 1 is over: served
        00:00:20 front 1 is free
        00:00:20 front 1 answers contact 2 after 16s
        00:00:30 contact 2 is over: served
        00:00:30 front 1 is free
        ",
    );
}

#[test]
fn in_a_round_the_contacts_choose_in_their_order() {
    story(
        "
        [contacts.calls]
        arrivals = at 3s
        talk = '10s'
        [contacts.urgent]
        arrivals = at 4s
        talk = '10s'
        priority = 1
        patience = '6s'
        [routing]
        match_every = '10s'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:03 contact 1 comes, calls
        00:00:03 contact 1 waits in calls
        00:00:04 contact 2 comes, urgent
        00:00:04 contact 2 waits in urgent
        00:00:10 front 1 answers contact 2 after 6s
        00:00:20 contact 2 is over: served
        00:00:20 front 1 is free
        00:00:20 front 1 answers contact 1 after 17s
        00:00:30 contact 1 is over: served
        00:00:30 front 1 is free
        ",
    );
}

#[test]
fn who_has_ended_a_contact_is_free_before_it_is_known() {
    story(
        "
        [contacts.calls]
        arrivals = at 0s, 1s
        talk = '10s'
        [routing]
        free_seen_after = '5s'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, calls
        00:00:01 contact 2 waits in calls
        00:00:10 contact 1 is over: served
        00:00:10 front 1 is free
        00:00:15 front 1 answers contact 2 after 14s
        00:00:25 contact 2 is over: served
        00:00:25 front 1 is free
        ",
    );
}

#[test]
fn an_agent_of_whom_the_news_is_lost_waits_in_vain_until_found() {
    story(
        "
        [contacts.calls]
        arrivals = at 0s, 1s, 12s
        talk = '10s'
        [routing]
        free_seen_after = '1s'
        lost_updates = { share = 1, found_after = '15s' }
        [teams.front]
        agents = 2
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 contact 1 comes, calls
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, calls
        00:00:01 front 2 answers contact 2
        00:00:10 contact 1 is over: served
        00:00:10 front 1 is free
        00:00:11 contact 2 is over: served
        00:00:11 front 2 is free
        00:00:12 contact 3 comes, calls
        00:00:12 contact 3 waits in calls
        00:00:25 front 1 answers contact 3 after 13s
        00:00:35 contact 3 is over: served
        00:00:35 front 1 is free
        ",
    );
}

#[test]
fn in_a_round_only_the_first_few_contacts_look_for_agents() {
    // The loan is first in every round, and nobody may take it; in the second round of two the others have their turn.
    let told = |most: &str| {
        super::answers(&format!(
            "
            [contacts.loan]
            arrivals = at 1s
            talk = '10s'
            skill = 'loans'
            patience = '25s'
            [contacts.news]
            arrivals = at 2s, 3s, 4s
            talk = '1m'
            [routing]
            match_every = '10s'
            {most}
            [teams.front]
            agents = 3
            [teams.lenders]
            agents = 0
            skills = ['loans']
            "
        ))
    };
    assert_eq!(told(""), ["contact 2 after 8s", "contact 3 after 7s", "contact 4 after 6s"]);
    assert_eq!(told("match_at_most = 3"), ["contact 2 after 8s", "contact 3 after 7s", "contact 4 after 16s"]);
    assert_eq!(told("match_at_most = 2"), ["contact 2 after 8s", "contact 3 after 17s", "contact 4 after 26s"]);
}
