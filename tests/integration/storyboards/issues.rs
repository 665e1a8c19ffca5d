//! Issues: what one customer wants, over transfers and coming again; who explains what twice; when it is settled.

use super::story;

/// A call that the desk passes on to the experts, each of one person.
fn passed_on(customers: &str, how: &str) -> String {
    format!(
        "
        [customers]
        {customers}
        explanation = '6s'
        [contacts.call]
        arrivals = at 0s
        queue = 'desk'
        talk = '20s'
        transfers = {{ from = 'desk', to = 'experts', probability = 1, {how} }}
        [queues.desk]
        [queues.experts]
        [teams.first]
        agents = 1
        queues = {{ desk = {{}} }}
        [teams.second]
        agents = 1
        queues = {{ experts = {{}} }}
        "
    )
}

#[test]
fn where_nobody_shares_what_was_told_it_is_told_again() {
    story(
        &passed_on("context = 'silos'", "talk = '30s'"),
        "
        00:00:00 first 1 comes
        00:00:00 second 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 first 1 answers contact 1
        00:00:20 first 1 transfers contact 1 to experts
        00:00:20 second 1 hears contact 1 explained again for 6s
        00:00:20 second 1 answers contact 1
        00:00:20 first 1 is free
        00:00:56 contact 1 is over: served
        00:00:56 the issue of call customer 1 is over: resolved after 1 contact
        00:00:56 second 1 is free
        ",
    );
}

#[test]
fn what_is_shared_is_told_once() {
    // Shared by all, by these two queues, or in person.
    let day = |second: &str| {
        format!(
            "
            00:00:00 first 1 comes
            00:00:00 second 1 comes
            00:00:00 contact 1 comes, call
            00:00:00 first 1 answers contact 1
            00:00:20 first 1 {second}
            00:00:20 second 1 answers contact 1
            00:00:20 first 1 is free
            00:00:50 contact 1 is over: served
            00:00:50 the issue of call customer 1 is over: resolved after 1 contact
            00:00:50 second 1 is free
            "
        )
    };
    let transfers = day("transfers contact 1 to experts");
    story(&passed_on("context = 'shared'", "talk = '30s'"), &transfers);
    let group = "context = 'silos'\nshare_among = { both = ['desk', 'experts'] }";
    story(&passed_on(group, "talk = '30s'"), &transfers);
    let stays = day("stays with contact 1 until experts answers");
    story(&passed_on("context = 'silos'", "how = 'warm', talk = '30s'"), &stays);
}

#[test]
fn who_was_not_helped_comes_again_and_the_issue_goes_on() {
    // The beginner never helps; the second call is answered by somebody else, who does, and is told again.
    story(
        "
        [customers]
        context = 'silos'
        explanation = '5s'
        [contacts.call]
        arrivals = at 0s
        talk = '10s'
        skill = 'billing'
        resolution = { probability = [0, 1], mistaken = 1, unresolved = { probability = 0, delay = '1s' }, found_out = { probability = 1, delay = '30s' } }
        [teams.beginner]
        shifts = { start = '00:00', end = '00:00:15' }
        skills = { billing = 1 }
        [teams.skilled]
        shifts = { start = '00:00:20', end = '01:00' }
        skills = { billing = 2 }
        [horizon]
        length = '10m'
        ",
        "
        00:00:00 beginner 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 beginner 1 answers contact 1
        00:00:10 contact 1 is over: served
        00:00:10 contact 1 was not helped, which nobody knows yet
        00:00:10 contact 1 will come again in 30s
        00:00:10 beginner 1 is free
        00:00:15 beginner 1 goes
        00:00:20 skilled 1 comes
        00:00:40 contact 2 comes, call customer 1 not helped
        00:00:40 skilled 1 hears contact 2 explained again for 5s
        00:00:40 skilled 1 answers contact 2
        00:00:55 contact 2 is over: served
        00:00:55 the issue of call customer 1 is over: resolved after 2 contacts
        00:00:55 skilled 1 is free
        ",
    );
}

#[test]
fn who_hangs_up_and_does_not_try_again_gives_up() {
    story(
        "
        [customers]
        [contacts.call]
        arrivals = at 0s, 0s
        talk = '30s'
        patience = '10s'
        redial.abandoned = { probability = [1, 0], delay = '5s' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 front 1 answers contact 1
        00:00:00 contact 2 comes, call
        00:00:00 contact 2 waits in call
        00:00:10 contact 2 leaves call after 10s
        00:00:10 contact 2 is over: abandoned
        00:00:10 contact 2 will come again in 5s
        00:00:15 contact 3 comes, call customer 2 trying again
        00:00:15 contact 3 waits in call
        00:00:25 contact 3 leaves call after 10s
        00:00:25 contact 3 is over: abandoned
        00:00:25 the issue of call customer 2 is over: given-up after 2 contacts
        00:00:30 contact 1 is over: served
        00:00:30 the issue of call customer 1 is over: resolved after 1 contact
        00:00:30 front 1 is free
        ",
    );
}

#[test]
fn who_would_come_again_after_the_end_has_an_open_issue() {
    story(
        "
        [horizon]
        length = '1m'
        [customers]
        [contacts.call]
        arrivals = at 0s
        talk = '10s'
        reconnect = { probability = 1, delay = '1h' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, call
        00:00:00 front 1 answers contact 1
        00:00:10 contact 1 is over: served
        00:00:10 the issue of call customer 1 is over: open after 1 contact
        00:00:10 front 1 is free
        ",
    );
}
