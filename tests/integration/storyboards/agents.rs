//! Which agent: the keys that rank free agents for a contact.

use super::{ending, journal, story};

#[test]
fn the_longest_idle_agent_answers() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 1s, 20s, 30s
        talk = '5s'
        [teams.front]
        agents = 3
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 front 3 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, billing
        00:00:01 front 2 answers contact 2
        00:00:05 contact 1 is over: served
        00:00:05 front 1 is free
        00:00:06 contact 2 is over: served
        00:00:06 front 2 is free
        00:00:20 contact 3 comes, billing
        00:00:20 front 3 answers contact 3
        00:00:25 contact 3 is over: served
        00:00:25 front 3 is free
        00:00:30 contact 4 comes, billing
        00:00:30 front 1 answers contact 4
        00:00:35 contact 4 is over: served
        00:00:35 front 1 is free
        ",
    );
}

#[test]
fn the_longest_idle_agent_is_sought_across_teams() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 1s, 20s
        talk = '5s'
        [teams.first]
        agents = 1
        [teams.second]
        agents = 1
        ",
        "
        00:00:00 first 1 comes
        00:00:00 second 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 first 1 answers contact 1
        00:00:01 contact 2 comes, billing
        00:00:01 second 1 answers contact 2
        00:00:05 contact 1 is over: served
        00:00:05 first 1 is free
        00:00:06 contact 2 is over: served
        00:00:06 second 1 is free
        00:00:20 contact 3 comes, billing
        00:00:20 first 1 answers contact 3
        00:00:25 contact 3 is over: served
        00:00:25 first 1 is free
        ",
    );
}

#[test]
fn in_fixed_order_the_first_in_the_file_answers_whoever_was_idle_longer() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 1s, 10s
        talk = '5s'
        [queues.billing]
        agent_order = ['fixed-order']
        [teams.zulu]
        agents = 1
        [teams.alpha]
        agents = 2
        ",
        "
        00:00:00 zulu 1 comes
        00:00:00 alpha 1 comes
        00:00:00 alpha 2 comes
        00:00:00 contact 1 comes, billing
        00:00:00 zulu 1 answers contact 1
        00:00:01 contact 2 comes, billing
        00:00:01 alpha 1 answers contact 2
        00:00:05 contact 1 is over: served
        00:00:05 zulu 1 is free
        00:00:06 contact 2 is over: served
        00:00:06 alpha 1 is free
        00:00:10 contact 3 comes, billing
        00:00:10 zulu 1 answers contact 3
        00:00:15 contact 3 is over: served
        00:00:15 zulu 1 is free
        ",
    );
}

#[test]
fn the_best_skilled_answers_even_if_another_has_been_idle_longer() {
    story(
        "
        [contacts.loans]
        arrivals = at 0s, 10s, 11s, 12s
        talk = '5s'
        skill = 'loans'
        [queues.loans]
        agent_order = ['best-skill', 'longest-idle']
        [teams.juniors]
        agents = 1
        skills = { loans = 1 }
        [teams.seniors]
        agents = 1
        skills = { loans = 3 }
        [teams.others]
        agents = 1
        skills = { cards = 5 }
        ",
        "
        00:00:00 juniors 1 comes
        00:00:00 seniors 1 comes
        00:00:00 others 1 comes
        00:00:00 contact 1 comes, loans
        00:00:00 seniors 1 answers contact 1
        00:00:05 contact 1 is over: served
        00:00:05 seniors 1 is free
        00:00:10 contact 2 comes, loans
        00:00:10 seniors 1 answers contact 2
        00:00:11 contact 3 comes, loans
        00:00:11 juniors 1 answers contact 3
        00:00:12 contact 4 comes, loans
        00:00:12 contact 4 waits in loans
        00:00:15 contact 2 is over: served
        00:00:15 seniors 1 answers contact 4 after 3s
        00:00:16 contact 3 is over: served
        00:00:16 juniors 1 is free
        00:00:20 contact 4 is over: served
        00:00:20 seniors 1 is free
        ",
    );
}

#[test]
fn who_lacks_the_least_level_is_not_asked() {
    story(
        "
        [contacts.loans]
        arrivals = at 0s
        talk = '5s'
        skill = 'loans'
        least_level = 2
        patience = '9s'
        [teams.juniors]
        agents = 1
        skills = { loans = 1 }
        ",
        "
        00:00:00 juniors 1 comes
        00:00:00 contact 1 comes, loans
        00:00:00 contact 1 waits in loans
        00:00:09 contact 1 leaves loans after 9s
        00:00:09 contact 1 is over: abandoned
        ",
    );
}

/// Sixty calls, far apart, for three agents who can take them and one who cannot.
const AT_RANDOM: &str = "
    [contacts.loans]
    arrivals = { batch = { at = ['00:00'], size = 60, spread = { uniform = { least = '1m', most = '9h' } } } }
    talk = '1s'
    skill = 'loans'
    [queues.loans]
    agent_order = ['random']
    [teams.others]
    agents = 1
    skills = ['cards']
    [teams.two]
    agents = 2
    skills = ['loans']
    [teams.one]
    agents = 1
    skills = ['loans']
    ";

#[test]
fn a_random_choice_is_repeatable_and_falls_on_every_able_agent_and_no_other() {
    let told = journal(AT_RANDOM);
    assert_eq!(told, journal(AT_RANDOM));
    let answers = |who: &str| told.lines().filter(|line| line.contains(&format!(" {who} answers"))).count();
    let each = ["two 1", "two 2", "one 1"].map(answers);
    assert_eq!(each.iter().sum::<usize>(), 60);
    // Binomial with 60 trials at a third: below 6 or above 36 with probability 1.5e-5 for each.
    assert!(each.iter().all(|count| (6..=36).contains(count)), "{each:?}");
    assert_eq!((answers("others 1"), ending(&told, "served")), (0, 60));
}

#[test]
fn a_team_may_be_twice_as_fast_in_talk_and_wrap_up() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s
        talk = '10s'
        wrap_up = '4s'
        queue = 'main'
        [contacts.sales]
        arrivals = at 20s
        talk = '10s'
        wrap_up = '4s'
        queue = 'main'
        [queues.main]
        [teams.front]
        agents = 1
        time_factor = { billing = 0.5 }
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:05 contact 1 is over: served
        00:00:05 front 1 wraps up
        00:00:07 front 1 has wrapped up contact 1
        00:00:07 front 1 is free
        00:00:20 contact 2 comes, sales
        00:00:20 front 1 answers contact 2
        00:00:30 contact 2 is over: served
        00:00:30 front 1 wraps up
        00:00:34 front 1 has wrapped up contact 2
        00:00:34 front 1 is free
        ",
    );
}

#[test]
fn wrap_up_keeps_the_agent_from_the_next_contact() {
    story(
        "
        [contacts.billing]
        arrivals = at 0s, 1s
        talk = '5s'
        wrap_up = '3s'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, billing
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, billing
        00:00:01 contact 2 waits in billing
        00:00:05 contact 1 is over: served
        00:00:05 front 1 wraps up
        00:00:08 front 1 has wrapped up contact 1
        00:00:08 front 1 answers contact 2 after 7s
        00:00:13 contact 2 is over: served
        00:00:13 front 1 wraps up
        00:00:16 front 1 has wrapped up contact 2
        00:00:16 front 1 is free
        ",
    );
}

#[test]
fn credited_time_counts_only_where_the_longest_wait_does() {
    story(
        "
        [contacts.plain]
        arrivals = at 1s
        queue = 'main'
        talk = '5s'
        [contacts.credited]
        arrivals = at 0s, 2s
        queue = 'main'
        talk = '5s'
        head_start = '30m'
        [queues.main]
        [routing]
        contact_order = ['priority']
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, credited
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, plain
        00:00:01 contact 2 waits in main
        00:00:02 contact 3 comes, credited
        00:00:02 contact 3 waits in main
        00:00:05 contact 1 is over: served
        00:00:05 front 1 answers contact 2 after 4s
        00:00:10 contact 2 is over: served
        00:00:10 front 1 answers contact 3 after 8s
        00:00:15 contact 3 is over: served
        00:00:15 front 1 is free
        ",
    );
}
