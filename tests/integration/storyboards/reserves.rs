//! Reserves: contacts that may not take the last free people of a team.

use super::{journal, story};

#[test]
fn a_contact_waits_beside_free_people_until_enough_others_stay_free() {
    story(
        "
        [contacts.sales]
        arrivals = at 0s
        talk = '20s'
        [contacts.news]
        arrivals = at 1s, 2s
        talk = '30s'
        [teams.front]
        agents = 3
        keep_free = { news = 1 }
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 front 3 comes
        00:00:00 contact 1 comes, sales
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, news
        00:00:01 front 2 answers contact 2
        00:00:02 contact 3 comes, news
        00:00:02 contact 3 waits in news
        00:00:20 contact 1 is over: served
        00:00:20 front 1 answers contact 3 after 18s
        00:00:31 contact 2 is over: served
        00:00:31 front 2 is free
        00:00:50 contact 3 is over: served
        00:00:50 front 1 is free
        ",
    );
}

#[test]
fn whoever_becomes_free_first_leaves_it_waiting_if_too_few_others_are_free_and_looks_past_it() {
    story(
        "
        [contacts.news]
        arrivals = at 2s
        talk = '30s'
        priority = 1
        [contacts.sales]
        arrivals = at 0s, 1s, 3s
        talk = '10s'
        [teams.front]
        agents = 2
        keep_free = { news = 1 }
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 contact 1 comes, sales
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, sales
        00:00:01 front 2 answers contact 2
        00:00:02 contact 3 comes, news
        00:00:02 contact 3 waits in news
        00:00:03 contact 4 comes, sales
        00:00:03 contact 4 waits in sales
        00:00:10 contact 1 is over: served
        00:00:10 front 1 answers contact 4 after 7s
        00:00:11 contact 2 is over: served
        00:00:11 front 2 is free
        00:00:20 contact 4 is over: served
        00:00:20 front 1 answers contact 3 after 18s
        00:00:50 contact 3 is over: served
        00:00:50 front 1 is free
        ",
    );
}

#[test]
fn other_teams_take_what_one_team_keeps_its_people_from() {
    story(
        "
        [contacts.news]
        arrivals = at 0s, 1s
        talk = '10s'
        queue = 'all'
        [queues.all]
        agent_order = ['fixed-order']
        [teams.front]
        agents = 2
        keep_free = { all = 2 }
        [teams.back]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 back 1 comes
        00:00:00 contact 1 comes, news
        00:00:00 back 1 answers contact 1
        00:00:01 contact 2 comes, news
        00:00:01 contact 2 waits in all
        00:00:10 contact 1 is over: served
        00:00:10 back 1 answers contact 2 after 9s
        00:00:20 contact 2 is over: served
        00:00:20 back 1 is free
        ",
    );
}

#[test]
fn a_reserve_is_counted_by_the_room_that_people_have_for_the_channel() {
    // Two people hold two emails each; the first two leave both with room, the third takes the last room of one.
    story(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 0s, 1s, 2s, 3s
        talk = '10s'
        [queues.mail]
        agent_order = ['load']
        [teams.front]
        agents = 2
        at_once = { email = 2 }
        keep_free = { mail = 1 }
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 contact 1 comes, mail
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, mail
        00:00:01 front 2 answers contact 2
        00:00:02 contact 3 comes, mail
        00:00:02 front 1 answers contact 3
        00:00:03 contact 4 comes, mail
        00:00:03 contact 4 waits in mail
        00:00:10 contact 1 is over: served
        00:00:10 front 1 answers contact 4 after 7s
        00:00:11 contact 2 is over: served
        00:00:11 front 2 is free
        00:00:12 contact 3 is over: served
        00:00:20 contact 4 is over: served
        00:00:20 front 1 is free
        ",
    );
}

#[test]
fn a_reserve_may_go_by_the_time_of_day() {
    // Until a minute past midnight one must stay free, then nobody.
    let told = journal(
        "
        [contacts.news]
        arrivals = at 0s, 1s
        talk = '2m'
        [teams.front]
        agents = 2
        keep_free = { news = { others = [1, 0], every = '1m' } }
        ",
    );
    assert!(told.contains("00:00:01 contact 2 waits in news"), "{told}");
    assert!(told.contains("00:01:00 front 2 answers contact 2 after 59s"), "{told}");
}

#[test]
fn a_reserve_may_be_raised_and_lowered_as_the_centre_does() {
    // Nobody is kept free at first, so that both answer news. At 10s loans wait and the reserve is raised: at 21s news
    // wait beside one who is free, until at 22s two are. At 30s no loan waits and news do: the reserve is lowered.
    let told = journal(
        "
        [contacts.loans]
        arrivals = at 2s
        talk = '10s'
        skill = 'loans'
        [contacts.news]
        arrivals = at 0s, 1s, 21s, 22s
        talk = '12s'
        [teams.front]
        agents = 2
        skills = ['loans']
        keep_free = { news = { adapt = { most = 1, every = '10s', raise_if = 'queue.loans.length > 0', lower_if = \
         'queue.news.length > 0' } } }
        ",
    );
    assert!(told.contains("00:00:12 front 1 answers contact 3 after 10s"), "{told}");
    assert!(told.contains("00:00:22 front 1 answers contact 4 after 1s"), "{told}");
    assert!(told.contains("00:00:30 front 2 answers contact 5 after 8s"), "{told}");
}
