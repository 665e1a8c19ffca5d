//! Schedules: steps that depend on the centre, on other clocks than the wait, and what follows the last one.

use super::{journal, story};

/// One who is busy with the first call for five minutes, and two teams that steps may count in.
fn centre(queue: &str, arrivals: &str, teams: &str) -> String {
    format!(
        "
        [contacts.loans]
        arrivals = at {arrivals}
        talk = '5m'
        requires = 'expert'
        [queues.loans]
        {queue}
        [teams.experts]
        agents = 1
        skills = ['expert']
        {teams}
        "
    )
}

const HELPERS: &str = "[teams.near]\nagents = 1\n[teams.far]\nagents = 1\n";

fn tells(queue: &str, arrivals: &str, teams: &str, expected: &[&str]) {
    let told = journal(&centre(queue, arrivals, teams));
    for line in expected {
        assert!(told.contains(line), "no `{line}` in\n{told}");
    }
}

#[test]
fn a_step_is_skipped_if_its_condition_does_not_hold_when_it_is_due() {
    // Two wait at 11s, so that the near team helps; at 12s only one does, and the step is skipped for good.
    let steps = "steps = [
        { at = '10s', requires = 'true', teams = ['near'], only_if = 'queue.length >= 2' },
        { at = '40s', requires = 'true', teams = ['far'] }]";
    let queue = steps.replace('\n', "");
    tells(
        &queue,
        "0s, 1s, 2s",
        HELPERS,
        &["00:00:11 near 1 answers contact 2 after 10s", "00:00:42 far 1 answers contact 3 after 40s"],
    );
}

#[test]
fn a_step_that_waits_begins_as_soon_as_its_condition_holds_and_those_after_it_wait_for_it() {
    let queue = "steps = [{ at = '10s', requires = 'true', teams = ['near'], only_if = 'queue.length >= 2', when_false = \
                 'wait' }, { at = '15s', requires = 'true', teams = ['far'] }]";
    // The first step of the second call is due at 11s and waits, and so does the second one, due at 16s, until at 30s
    // another call comes. The third call finds nobody waiting with it when its step is due, and waits for that.
    tells(
        queue,
        "0s, 1s, 30s",
        HELPERS,
        &["00:00:30 near 1 answers contact 2 after 29s", "00:05:00 experts 1 answers contact 3 after 4m30s"],
    );
}

#[test]
fn a_step_is_left_out_while_nobody_of_it_is_at_work_or_available() {
    let nobody = "[[teams.near.shifts]]\nstart = '00:01'\nend = '00:10'\n[teams.far]\nagents = 1\n";
    let steps = |skip: &str| {
        format!(
            "steps = [{{ for = '20s', requires = 'expert' }}, {{ for = '20s', requires = 'true', teams = ['near'], \
             skip_if = '{skip}' }}, {{ requires = 'true', teams = ['far'] }}]"
        )
    };
    // Skipped, it takes no time: the third step begins after 20s rather than 40s.
    tells(&steps("step.staffed == 0"), "0s, 1s", nobody, &["00:00:21 far 1 answers contact 2 after 20s"]);
    tells(&steps("step.available == 0"), "0s, 1s", nobody, &["00:00:21 far 1 answers contact 2 after 20s"]);
    tells(&steps("step.staffed == 0"), "0s, 50s", nobody, &["00:01:10 near 1 answers contact 2 after 20s"]);
}

#[test]
fn conditions_may_be_frozen_at_the_entrance() {
    // At the entrance nobody else waits, so that the step is left out although two wait when it is due.
    let queue = |frozen: bool| {
        format!(
            "schedule = {{ frozen_at_entry = {frozen} }}\nsteps = [{{ at = '10s', requires = 'true', teams = ['near'], \
             only_if = 'queue.length >= 1' }}]"
        )
    };
    tells(&queue(false), "0s, 1s, 2s", HELPERS, &["00:00:11 near 1 answers contact 2 after 10s"]);
    tells(&queue(true), "0s, 1s, 2s", HELPERS, &["00:00:12 near 1 answers contact 3 after 10s"]);
}

#[test]
fn the_clock_may_run_since_the_contact_came_or_since_its_customer_first_did() {
    let steps = "steps = [{ at = '40s', requires = 'true', teams = ['near'] }]";
    let moved = |clock: &str| {
        format!(
            "
            [contacts.loans]
            arrivals = at 0s, 1s
            talk = '5m'
            requires = 'expert'
            flow = 'ask'
            [flows.ask]
            start = 'hello'
            nodes = {{ hello = {{ play = {{ time = '30s', next = 'wait' }} }}, wait = {{ enqueue = 'loans' }} }}
            [queues.loans]
            schedule = {{ clock = '{clock}' }}
            {steps}
            [teams.experts]
            agents = 1
            skills = ['expert']
            {HELPERS}
            "
        )
    };
    assert!(journal(&moved("since-contact-start")).contains("00:00:41 near 1 answers contact 2 after 10s"));
    assert!(journal(&moved("since-enqueue")).contains("00:01:11 near 1 answers contact 2 after 40s"));
    // It comes at 1s, gives up at 21s and comes again at 31s: ten seconds before its step is due.
    let again = "patience = '20s'\nredial = { abandoned = { probability = 1, delay = '10s' } }\nrequires = 'expert'";
    let told = |clock: &str| {
        let queue = format!("schedule = {{ clock = '{clock}' }}\n{steps}");
        journal(&centre(&queue, "0s, 1s", HELPERS).replace("requires = 'expert'\n", &format!("{again}\n")))
    };
    let since_first = told("since-first-attempt");
    assert!(since_first.contains("00:00:41 near 1 answers contact 3 after 10s"), "{since_first}");
    assert!(!told("since-enqueue").contains("near 1 answers"), "twenty seconds are never enough");
}

#[test]
fn after_the_last_step_anybody_may_serve_or_the_contact_goes() {
    let queue = |last: &str, ends: &str| {
        format!(
            "schedule = {{ after_last = {ends} }}\nsteps = [{{ for = '10s', mode = 'replace', requires = 'true', teams = \
             ['experts'] }}, {{ for = '10s', mode = 'replace', requires = 'true', teams = [{last}] }}]"
        )
    };
    let nobody = "[teams.near]\nagents = 0\n[teams.far]\nagents = 1\n";
    tells(&queue("'near'", "'any-agent'"), "0s, 1s", nobody, &["00:00:21 far 1 answers contact 2 after 20s"]);
    tells(&queue("'near'", "'wait-in-last'"), "0s, 1s", nobody, &["day 2 00:00:00 contact 2 is over: unfinished"]);
    tells(&queue("'near'", "'transfer-out'"), "0s, 1s", nobody, &["00:00:21 contact 2 leaves loans after 20s"]);
    // Union: the experts, whom the second step had left out, count again when they end their talk at five minutes.
    tells(
        &queue("'near'", "'union-of-steps'"),
        "0s, 1s",
        nobody,
        &["00:05:00 experts 1 answers contact 2 after 4m59s"],
    );
}

#[test]
fn steps_drop_and_add_skills_and_bound_levels() {
    let story = |step: &str| {
        journal(&format!(
            "
            [contacts.loans]
            arrivals = at 0s, 1s
            talk = '5m'
            requires = 'loans and spanish'
            [queues.loans]
            steps = [{{ at = '10s', {step} }}]
            [teams.experts]
            agents = 1
            skills = {{ loans = 3, spanish = 1 }}
            [teams.juniors]
            agents = 1
            skills = {{ loans = 1 }}
            [teams.seniors]
            agents = 1
            skills = {{ loans = 2, mortgages = 1 }}
            "
        ))
    };
    assert!(story("drop_skills = ['spanish']").contains("00:00:11 juniors 1 answers contact 2 after 10s"));
    let added = story("drop_skills = ['spanish'], add_skills = { mortgages = 1 }");
    assert!(added.contains("00:00:11 seniors 1 answers contact 2 after 10s"), "{added}");
    let ranged = |levels: &str| {
        journal(&format!(
            "
            [contacts.loans]
            arrivals = at 0s, 1s
            talk = '5m'
            skill = 'loans'
            least_level = 3
            [queues.loans]
            steps = [{{ at = '10s', {levels} }}]
            [teams.experts]
            agents = 1
            skills = {{ loans = 3 }}
            [teams.seniors]
            agents = 1
            skills = {{ loans = 2 }}
            [teams.juniors]
            agents = 1
            skills = {{ loans = 1 }}
            "
        ))
    };
    assert!(ranged("least_level = 1, most_level = 1").contains("00:00:11 juniors 1 answers contact 2 after 10s"));
    assert!(ranged("least_level = 1").contains("00:00:11 seniors 1 answers contact 2 after 10s"));
}

/// Asterisk: penalties 1 and 2, and the rule `30,,,2`. Nobody sees the call before so many seconds, and then both do.
fn raised(seen_after: &str) -> String {
    format!(
        "
        [contacts.calls]
        arrivals = at 0s
        talk = '10s'
        [queues.calls]
        steps = [{{ at = '30s', raise_penalty_to = 2 }}]
        agent_order = ['longest-idle']
        [teams.second]
        agents = 1
        queues = {{ calls = {{ penalty = 2, delay = '{seen_after}' }} }}
        [teams.first]
        agents = 1
        queues = {{ calls = {{ penalty = 1, delay = '{seen_after}' }} }}
        "
    )
}

#[test]
fn golden_y8_until_the_penalty_is_raised_the_agent_with_the_lower_one_is_preferred_after_that_equal() {
    // Both have been idle for as long; once their penalties are equal, the first in the file is asked.
    assert!(journal(&raised("29s")).contains("00:00:29 first 1 answers contact 1 after 29s"));
    assert!(journal(&raised("30s")).contains("00:00:30 second 1 answers contact 1 after 30s"));
}

#[test]
fn a_step_may_count_in_those_of_some_penalties_alone() {
    // Asterisk's window from 0 to 1 and, after 30s, from 0 to 5.
    story(
        "
        [contacts.calls]
        arrivals = at 0s, 1s
        talk = '2m'
        [queues.calls]
        steps = [{ at = '0s', mode = 'replace', penalties = [0, 1] }, { at = '30s', mode = 'replace', penalties = [0, 5] }]
        [teams.first]
        agents = 1
        queues = { calls = { penalty = 1 } }
        [teams.second]
        agents = 1
        queues = { calls = { penalty = 2 } }
        ",
        "
        00:00:00 first 1 comes
        00:00:00 second 1 comes
        00:00:00 contact 1 comes, calls
        00:00:00 first 1 answers contact 1
        00:00:01 contact 2 comes, calls
        00:00:01 contact 2 waits in calls
        00:00:31 second 1 answers contact 2 after 30s
        00:02:00 contact 1 is over: served
        00:02:00 first 1 is free
        00:02:31 contact 2 is over: served
        00:02:31 second 1 is free
        ",
    );
}

/// Dynamics 365's circles at 0, 30 and 60 s, or two of them at 45 s; a call comes to a second queue after 40 s in the
/// first. Of the circles only the named teams are at work, from a minute on.
fn circles(second: &str, third: &str, on_transfer: &str) -> String {
    format!(
        "
        [contacts.calls]
        arrivals = at 0s
        talk = '1m'
        queue = 'calls'
        [queues.calls]
        maximum_wait = {{ after = '40s', action = {{ queue = 'late' }} }}
        steps = [{{ at = '0s', mode = 'replace', teams = ['nobody'] }}]
        [queues.late]
        schedule = {{ on_transfer = '{on_transfer}' }}
        steps = [{{ at = '0s', mode = 'replace', teams = ['inner'] }}, {{ at = '{second}', mode = 'add-after', teams = \
         ['middle'] }}, {{ at = '{third}', mode = 'add-after', teams = ['outer'] }}]
        [teams.outer]
        agents = 1
        [teams.middle]
        agents = 1
        [teams.inner]
        agents = 0
        [teams.nobody]
        agents = 0
        "
    )
}

#[test]
fn golden_y9_a_transfer_begins_the_circles_anew_or_goes_on_with_them() {
    // In the second queue from 40s on; the middle circle opens after 30s there, or 30s after the call came, at once.
    let told = journal(&circles("30s", "60s", "restart"));
    assert!(told.contains("00:01:10 middle 1 answers contact 1 after 30s"), "{told}");
    let told = journal(&circles("30s", "60s", "continue"));
    assert!(told.contains("00:00:40 middle 1 answers contact 1\n"), "{told}");
}

#[test]
fn circles_that_open_together_keep_their_ranks() {
    // The outer one stands first in the file and both have been idle for as long, but the middle one is asked first.
    let told = journal(&circles("45s", "45s", "restart"));
    assert!(told.contains("00:01:25 middle 1 answers contact 1 after 45s"), "{told}");
}
