//! Idle clocks: what starts them, and what else does.

use super::journal;

/// A misses a contact from 10 s to 20 s and is back at 80 s; B has answered one from 2 s to 4 s. Who is asked at 100 s.
fn after_a_miss(clock: &str) -> String {
    let told = journal(&format!(
        "
        [contacts.for_a]
        arrivals = at 10s
        talk = '1s'
        patience = '15s'
        skill = 'only-a'
        [contacts.for_b]
        arrivals = at 2s
        talk = '2s'
        skill = 'only-b'
        [contacts.any]
        arrivals = at 100s
        talk = '1s'
        patience = '1s'
        [queues.any]
        agent_order = [{{ longest-idle = {clock} }}]
        [teams.A]
        agents = 1
        skills = ['only-a']
        offers = {{ answer_after = '30s', ring = '10s', not_ready_after_miss = '1m' }}
        [teams.B]
        agents = 1
        skills = ['only-b']
        "
    ));
    let rings = told.lines().any(|line| line == "00:01:40 contact 3 rings at A 1");
    let answers = told.lines().any(|line| line == "00:01:40 B 1 answers contact 3");
    assert!(rings != answers, "{told}");
    if rings { "A".to_owned() } else { "B".to_owned() }
}

#[test]
fn an_offer_starts_one_clock_whatever_becomes_of_it() {
    // A came at 0 s, was offered a contact at 10 s, missed it at 20 s and has been available since 80 s; B was offered one
    // at 2 s and has been available since 4 s, when it ended.
    assert_eq!(after_a_miss("'last-end'"), "A");
    assert_eq!(after_a_miss("'last-offer'"), "B");
    assert_eq!(after_a_miss("'available'"), "B");
    assert_eq!(after_a_miss("{ since = 'last-end', miss_resets = true }"), "B");
    assert_eq!(after_a_miss("{ since = 'last-assignment', at_login = 'first' }"), "A");
}

/// `early` answered a contact until 70 s and had a break until 360 s, `late` answered one until 250 s. Who is asked at
/// 400 s.
fn after_a_break(clock: &str) -> String {
    let told = journal(&format!(
        "
        [contacts.cards]
        arrivals = at 60s
        talk = '10s'
        skill = 'cards'
        [contacts.loans]
        arrivals = at 100s
        talk = '150s'
        skill = 'loans'
        [contacts.sales]
        arrivals = at 400s
        talk = '1s'
        [queues.sales]
        agent_order = [{{ longest-idle = {clock} }}]
        [teams.early]
        skills = ['cards']
        [[teams.early.shifts]]
        start = '00:00'
        end = '12:00'
        breaks = [{{ at = '00:05', length = '1m' }}]
        [teams.late]
        agents = 1
        skills = ['loans']
        "
    ));
    let line = told.lines().find_map(|line| line.strip_suffix(" 1 answers contact 3"));
    line.expect("somebody answers")[9..].to_owned()
}

#[test]
fn the_end_of_a_break_starts_a_clock_where_it_is_told_to() {
    assert_eq!(after_a_break("'last-end'"), "early");
    assert_eq!(after_a_break("{ since = 'last-end', break_resets = true }"), "late");
    assert_eq!(after_a_break("{ since = 'last-offer', break_resets = true }"), "late");
    assert_eq!(after_a_break("'available'"), "late");
}

#[test]
fn not_being_ready_is_no_break() {
    // A misses a contact and is not ready from 20 s to 30 s, and has a break from 300 s to 360 s; B ends one at 330 s.
    let told = journal(
        "
        [contacts.for_a]
        arrivals = at 10s
        talk = '1s'
        patience = '15s'
        skill = 'only-a'
        [contacts.for_b]
        arrivals = at 320s
        talk = '10s'
        skill = 'only-b'
        [contacts.any]
        arrivals = at 400s
        talk = '1s'
        [queues.any]
        agent_order = [{ longest-idle = { since = 'last-end', break_resets = true } }]
        [teams.A]
        skills = ['only-a']
        offers = { answer_after = '30s', ring = '10s', not_ready_after_miss = '10s' }
        [[teams.A.shifts]]
        start = '00:00'
        end = '12:00'
        breaks = [{ at = '00:05', length = '1m' }]
        [teams.B]
        agents = 1
        skills = ['only-b']
        ",
    );
    assert!(told.lines().any(|line| line == "00:06:40 B 1 answers contact 3"), "{told}");
}

/// D, who works from 12:00 to 18:00, answers a contact at 13:00, and B, who is always there, one at this time; who is asked
/// at 12:30 the next day.
fn the_next_day(clock: &str, answers: &str) -> String {
    let told = journal(&format!(
        "
        [horizon]
        length = '2d'
        [contacts.for_d]
        arrivals = {{ scheduled = ['2026-01-05T13:00'] }}
        talk = '10s'
        skill = 'only-d'
        [contacts.for_b]
        arrivals = {{ scheduled = ['2026-01-05T{answers}'] }}
        talk = '10s'
        skill = 'only-b'
        [contacts.any]
        arrivals = {{ scheduled = ['2026-01-06T12:30'] }}
        talk = '1s'
        [queues.any]
        agent_order = [{{ longest-idle = {clock} }}]
        [teams.B]
        agents = 1
        skills = ['only-b']
        [[teams.D.shifts]]
        start = '12:00'
        end = '18:00'
        [teams.D]
        skills = ['only-d']
        "
    ));
    let line = told.lines().find_map(|line| line.strip_suffix(" 1 answers contact 3"));
    line.and_then(|line| line.split(' ').next_back()).expect("somebody answers").to_owned()
}

#[test]
fn whoever_comes_goes_last_or_first_or_where_the_day_before_ended() {
    let at = |clock: &str| [the_next_day(clock, "12:45"), the_next_day(clock, "14:00")];
    assert_eq!(at("'last-end'"), ["B", "B"]);
    assert_eq!(at("{ since = 'last-end', at_login = 'first' }"), ["D", "D"]);
    assert_eq!(at("{ since = 'last-end', at_login = 'runs-on' }"), ["B", "D"]);
    assert_eq!(at("{ since = 'last-offer', at_login = 'runs-on' }"), ["B", "D"]);
}

/// A is in the middle of an email that began at 5 s and did another from 20 s to 25 s; B did one from 30 s to 35 s. Who is
/// asked at 50 s.
fn with_one_in_hand(clock: &str) -> String {
    let told = journal(&format!(
        "
        [contacts.long_a]
        channel = 'email'
        arrivals = at 5s
        talk = '1h'
        skill = 'only-a'
        [contacts.short_a]
        channel = 'email'
        arrivals = at 20s
        talk = '5s'
        skill = 'only-a'
        [contacts.short_b]
        channel = 'email'
        arrivals = at 30s
        talk = '5s'
        skill = 'only-b'
        [contacts.any]
        channel = 'email'
        arrivals = at 50s
        talk = '1s'
        [queues.any]
        agent_order = [{{ longest-idle = {clock} }}]
        [teams.A]
        agents = 1
        skills = ['only-a']
        at_once = {{ email = 2 }}
        [teams.B]
        agents = 1
        skills = ['only-b']
        "
    ));
    let line = told.lines().find_map(|line| line.strip_suffix(" 1 answers contact 4"));
    line.expect("somebody answers")[9..].to_owned()
}

#[test]
fn whoever_has_a_contact_in_hand_is_not_idle_by_the_clock_of_those_without() {
    assert_eq!(with_one_in_hand("'last-end'"), "A");
    assert_eq!(with_one_in_hand("'no-contact'"), "B");
}

/// A took an email at 10 s and a call at 50 s, B an email at 30 s. Who is asked for an email at 100 s.
fn by_channel(clock: &str) -> String {
    let told = journal(&format!(
        "
        [contacts.mail_a]
        channel = 'email'
        arrivals = at 10s
        talk = '5s'
        skill = 'only-a'
        [contacts.mail_b]
        channel = 'email'
        arrivals = at 30s
        talk = '5s'
        skill = 'only-b'
        [contacts.call_a]
        arrivals = at 50s
        talk = '5s'
        skill = 'only-a'
        [contacts.any]
        channel = 'email'
        arrivals = at 100s
        talk = '1s'
        [queues.any]
        agent_order = [{{ longest-idle = {clock} }}]
        [teams.A]
        agents = 1
        skills = ['only-a']
        [teams.B]
        agents = 1
        skills = ['only-b']
        "
    ));
    let line = told.lines().find_map(|line| line.strip_suffix(" 1 answers contact 4"));
    line.expect("somebody answers")[9..].to_owned()
}

#[test]
fn zendesk_round_robin_counts_assignments_in_the_channel_alone() {
    assert_eq!(by_channel("'last-assignment'"), "B");
    assert_eq!(by_channel("'last-assignment-this-channel'"), "A");
}
