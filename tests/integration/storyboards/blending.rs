//! Blending: campaigns beside contacts that come, and beside each other.

use super::story;

#[test]
fn a_campaign_calls_only_for_agents_beyond_those_who_are_kept_free() {
    story(
        "
        [horizon]
        length = '40s'
        at_end = 'cut'
        [contacts.renewal]
        arrivals = '0/h'
        talk = '1m'
        [contacts.call]
        arrivals = at 2s
        talk = '10s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 3
        live = { share = 1, after = '5s' }
        [teams.front]
        agents = 3
        keep_free = { renewal = 1 }
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 front 3 comes
        00:00:00 record 1 of renewals is dialled
        00:00:00 record 2 of renewals is dialled
        00:00:02 contact 1 comes, call
        00:00:02 front 1 answers contact 1
        00:00:05 record 1 of renewals: live
        00:00:05 contact 2 comes, renewal called by the centre
        00:00:05 front 2 answers contact 2
        00:00:05 record 2 of renewals: live
        00:00:05 contact 3 comes, renewal called by the centre
        00:00:05 contact 3 waits in renewal
        00:00:12 contact 1 is over: served
        00:00:12 front 1 answers contact 3 after 7s
        00:00:40 contact 2 is over: unfinished
        00:00:40 contact 3 is over: unfinished
        00:00:40 record 1 of renewals is over: unfinished
        00:00:40 record 2 of renewals is over: unfinished
        00:00:40 record 3 of renewals is over: not-tried
        ",
    );
}

#[test]
fn a_campaign_calls_only_while_its_team_serves_the_queue() {
    story(
        "
        [horizon]
        length = '40s'
        at_end = 'cut'
        [contacts.renewal]
        arrivals = '0/h'
        talk = '30s'
        [contacts.call]
        arrivals = at 6s, 7s
        talk = '10s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 2
        live = { share = 1, after = '5s' }
        [switches.rush]
        on = 'queue.call.length > 0'
        off = 'queue.call.length == 0 and team.front.idle == 2'
        [teams.front]
        agents = 2
        queues = { call = {}, renewal = { while = 'not switch.rush' } }
        keep_free = { renewal = 1 }
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 record 1 of renewals is dialled
        00:00:05 record 1 of renewals: live
        00:00:05 contact 1 comes, renewal called by the centre
        00:00:05 front 1 answers contact 1
        00:00:06 contact 2 comes, call
        00:00:06 front 2 answers contact 2
        00:00:07 contact 3 comes, call
        00:00:07 contact 3 waits in call
        00:00:16 contact 2 is over: served
        00:00:16 front 2 answers contact 3 after 9s
        00:00:26 contact 3 is over: served
        00:00:26 front 2 is free
        00:00:35 contact 1 is over: served
        00:00:35 front 1 is free
        00:00:35 record 1 of renewals is over: reached
        00:00:35 record 2 of renewals is dialled
        00:00:40 record 2 of renewals: unfinished
        00:00:40 record 2 of renewals is over: unfinished
        ",
    );
}

#[test]
fn whoever_comes_at_the_moment_at_which_an_agent_is_free_comes_before_a_call() {
    story(
        "
        [contacts.renewal]
        arrivals = '0/h'
        talk = '10s'
        [contacts.call]
        arrivals = at 0s, 10s
        talk = '10s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 1
        live = { share = 1, after = '5s' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 front 1 answers contact 1
        00:00:10 contact 1 is over: served
        00:00:10 front 1 is free
        00:00:10 contact 2 comes, call
        00:00:10 front 1 answers contact 2
        00:00:20 contact 2 is over: served
        00:00:20 front 1 is free
        00:00:20 record 1 of renewals is dialled
        00:00:25 record 1 of renewals: live
        00:00:25 contact 3 comes, renewal called by the centre
        00:00:25 front 1 answers contact 3
        00:00:35 contact 3 is over: served
        00:00:35 front 1 is free
        00:00:35 record 1 of renewals is over: reached
        ",
    );
}

#[test]
fn campaigns_that_call_for_the_same_agents_do_not_call_for_one_of_them_twice() {
    story(
        "
        [horizon]
        length = '20s'
        at_end = 'cut'
        [contacts.renewal]
        arrivals = '0/h'
        talk = '1m'
        [campaigns.first]
        contacts = 'renewal'
        records = 1
        dialling = { power = 2 }
        live = { share = 1, after = '10s' }
        [campaigns.second]
        contacts = 'renewal'
        records = 9
        live = { share = 1, after = '10s' }
        [teams.front]
        agents = 2
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 record 1 of first is dialled
        00:00:00 record 1 of second is dialled
        00:00:10 record 1 of first: live
        00:00:10 contact 1 comes, renewal called by the centre
        00:00:10 front 1 answers contact 1
        00:00:10 record 1 of second: live
        00:00:10 contact 2 comes, renewal called by the centre
        00:00:10 front 2 answers contact 2
        00:00:20 contact 1 is over: unfinished
        00:00:20 contact 2 is over: unfinished
        00:00:20 record 1 of first is over: unfinished
        00:00:20 record 1 of second is over: unfinished
        00:00:20 8 records of second are over: not-tried
        ",
    );
}
