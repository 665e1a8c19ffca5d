//! Campaigns: customers whom the centre calls, in every mode of dialling, and what becomes of the list.

use super::story;

#[test]
fn one_call_for_each_free_agent_and_the_next_when_one_is_free_again() {
    story(
        "
        [contacts.renewal]
        arrivals = '0/h'
        talk = '20s'
        wrap_up = '5s'
        [campaigns.renewals]
        contacts = 'renewal'
        records = 3
        live = { share = 1, after = '10s' }
        [teams.front]
        agents = 2
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 record 1 of renewals is dialled
        00:00:00 record 2 of renewals is dialled
        00:00:10 record 1 of renewals: live
        00:00:10 contact 1 comes, renewal called by the centre
        00:00:10 front 1 answers contact 1
        00:00:10 record 2 of renewals: live
        00:00:10 contact 2 comes, renewal called by the centre
        00:00:10 front 2 answers contact 2
        00:00:30 contact 1 is over: served
        00:00:30 front 1 wraps up
        00:00:30 contact 2 is over: served
        00:00:30 front 2 wraps up
        00:00:30 record 1 of renewals is over: reached
        00:00:30 record 2 of renewals is over: reached
        00:00:35 front 1 has wrapped up contact 1
        00:00:35 front 1 is free
        00:00:35 front 2 has wrapped up contact 2
        00:00:35 front 2 is free
        00:00:35 record 3 of renewals is dialled
        00:00:45 record 3 of renewals: live
        00:00:45 contact 3 comes, renewal called by the centre
        00:00:45 front 1 answers contact 3
        00:01:05 contact 3 is over: served
        00:01:05 front 1 wraps up
        00:01:05 record 3 of renewals is over: reached
        00:01:10 front 1 has wrapped up contact 3
        00:01:10 front 1 is free
        ",
    );
}
