use proptest::prelude::*;
use switchboard::plan::Plan;
use switchboard::record::MeasureRow;
use switchboard::scenario::Scenario;
use switchboard::study::{Study, Watch};

use super::{TWO_SUBJECTS, study};
use crate::storyboards::scheduled;
use crate::{conservation, stage};

/// A scenario text made ready, with its diagnostics among its measures.
fn plan(text: &str) -> Plan {
    let mut scenario = stage::plan(text).scenario;
    scenario.horizon.diagnostics = true;
    Plan::new(scenario)
}

/// Every total of the first replications of a scenario.
pub(super) fn diagnosed(scenario: &str, replications: u64, threads: usize) -> Vec<MeasureRow> {
    let plan = plan(&scheduled(scenario));
    let study = Study { replications: 0..replications, threads, ..study(&plan) };
    let played = study.run(&Watch::nobody()).expect("it is played");
    played.evidence.estimates.totals(study.confidence)
}

/// The mean of one number of one replication, of the one queue or team that has it.
fn mean(scenario: &str, diagnostic: &str, cause: &str) -> Option<f64> {
    let rows = diagnosed(scenario, 1, 1);
    let measure = if cause.is_empty() { diagnostic.to_owned() } else { format!("{diagnostic}:{cause}") };
    let row = rows.iter().find(|row| row.measure == measure);
    row.unwrap_or_else(|| panic!("no {measure} in {rows:?}")).mean
}

/// One agent is free from 00:00 on; the queue opens at 00:01.
const DOOR: &str = "
    [contacts.billing]
    arrivals = at 10s, 40s
    talk = '1m'
    [queues.billing]
    hours = '00:01-24:00'
    when_closed = 'wait'
    [teams.front]
    agents = 1
";

#[test]
fn waiting_beside_a_free_agent_is_booked_under_the_rule_that_holds_it_back() {
    // 50 s and 20 s until the door opens; then the second waits for an agent who is busy.
    assert_eq!(mean(DOOR, "idle_while_waiting", "closed"), Some(70.0));
    assert_eq!(mean(DOOR, "idle_while_waiting", "unexplained"), Some(0.0));
    assert_eq!(mean(DOOR, "longest_idle_while_waiting", ""), Some(50.0));
}

#[test]
fn a_team_that_a_delay_or_a_step_holds_back_is_idle_by_that_rule() {
    let delay = "
        [contacts.billing]
        arrivals = at 0s, 10s
        talk = '2m'
        [queues.billing]
        [teams.front]
        agents = 1
        [teams.back]
        agents = 1
        queues = { billing = { delay = '30s' } }
    ";
    // The contact of 10s waits for 30s beside `back`, who takes it then.
    assert_eq!(mean(delay, "idle_while_waiting", "delay"), Some(30.0));
    assert_eq!(mean(delay, "longest_idle_while_waiting", ""), Some(30.0));
    let step = delay
        .replace("[queues.billing]", "skill = 's'\n[queues.billing]\nsteps = [{ at = '50s', requires = 'true' }]")
        .replace("agents = 1\n        [teams.back]", "agents = 1\n        skills = ['s']\n        [teams.back]")
        .replace("queues = { billing = { delay = '30s' } }", "");
    assert_eq!(mean(&step, "idle_while_waiting", "step"), Some(50.0));
    assert_eq!(mean(&step, "answered_at_step", "1"), Some(0.5));
    assert_eq!(mean(&step, "idle_while_waiting", "unexplained"), Some(0.0));
}

#[test]
fn a_team_that_keeps_somebody_free_is_idle_by_that_rule() {
    let scenario = "
        [contacts.plain]
        arrivals = at 0s, 10s
        talk = '1m'
        [teams.front]
        agents = 2
        keep_free = { plain = 1 }
    ";
    // The second waits from 10s to 60s beside the one who is kept free.
    assert_eq!(mean(scenario, "idle_while_waiting", "kept-free"), Some(50.0));
    assert_eq!(mean(scenario, "idle_while_waiting", "unexplained"), Some(0.0));
}

#[test]
fn whoever_could_serve_a_contact_behind_the_head_is_idle_by_that_rule() {
    let scenario = "
        [contacts.rare]
        arrivals = at 0s, 10s
        talk = '1m'
        skill = 'rare'
        queue = 'all'
        [contacts.plain]
        arrivals = at 20s
        talk = '1m'
        skill = 'plain'
        queue = 'all'
        [queues.all]
        scan = 'head-only'
        [teams.rare]
        agents = 1
        skills = ['rare']
        [teams.plain]
        agents = 1
        skills = ['plain']
    ";
    // The contact of 20s waits behind that of 10s until 60s, though `plain` is free for it.
    assert_eq!(mean(scenario, "idle_while_waiting", "head-only"), Some(40.0));
    assert_eq!(mean(scenario, "idle_while_waiting", "unexplained"), Some(0.0));
}

#[test]
fn waiting_for_a_round_for_somebody_to_be_seen_or_beside_one_tried_is_booked_under_each() {
    let scenario = "
        [contacts.billing]
        arrivals = at 1s, 2s
        talk = '10s'
        patience = '40s'
        [routing]
        RULE
        [queues.billing]
        QUEUE
        [teams.front]
        agents = 1
        TEAM
    ";
    let told = |rule: &str, queue: &str, team: &str, cause: &str| {
        let text = scenario.replace("RULE", rule).replace("QUEUE", queue).replace("TEAM", team);
        assert_eq!(mean(&text, "idle_while_waiting", "unexplained"), Some(0.0), "{text}");
        mean(&text, "idle_while_waiting", cause)
    };
    // Rounds at 6 s and 18 s: two contacts for 5 s and 4 s, the second again from 16 s on.
    assert_eq!(told("match_every = '6s'", "", "", "match-every"), Some(11.0));
    // Free at 11 s, and known to be at 14 s.
    assert_eq!(told("free_seen_after = '3s'", "", "", "unseen"), Some(3.0));
    // The first is missed at 4 s and 27 s, the second at 7 s and 30 s; both wait beside the agent, who is not asked, from
    // 7 s to 24 s, and from 30 s until they hang up at 41 s and 42 s.
    let (queue, team) = ("offers = { same_agent_after = '20s' }", "offers = { accept = 0, ring = '3s' }");
    assert_eq!(told("", queue, team, "tried"), Some(57.0));
}

#[test]
fn a_queue_that_looks_at_a_few_of_its_people_keeps_the_others_idle_by_that_rule() {
    let scenario = "
        [contacts.loans]
        arrivals = at 10s
        talk = '10s'
        patience = '20s'
        skill = 'loans'
        queue = 'calls'
        [contacts.news]
        arrivals = at 0s
        talk = '3s'
        [queues.calls]
        agent_order = ['longest-idle', { window = { first = 1, of = 'members' } }, 'best-skill']
        [teams.a]
        agents = 1
        queues = { calls = {} }
        [teams.b]
        agents = 1
        skills = ['loans']
        queues = { calls = {}, news = {} }
    ";
    // `b` became free last, at 3 s, and is not looked at: the loan waits beside it until the customer hangs up.
    assert_eq!(mean(scenario, "idle_while_waiting", "out-of-view"), Some(20.0));
    assert_eq!(mean(scenario, "idle_while_waiting", "unexplained"), Some(0.0));
    let told = |name: &str| {
        let rows = diagnosed(scenario, 1, 1);
        rows.iter().any(|row| row.measure == "idle_while_waiting:out-of-view" && row.name == name)
    };
    assert!(told("calls") && !told("news"), "told of queues alone that look at a few of their people");
}

#[test]
fn what_rings_is_kept_apart_in_all_the_queues_in_which_it_waits() {
    let scenario = "
        [contacts.calls]
        arrivals = at 0s
        talk = '10s'
        patience = '30s'
        queue = 'first'
        [queues.first]
        also_in = { queue = 'second', at = '5s' }
        [queues.second]
        [teams.one]
        agents = 1
        queues = { first = {} }
        offers = { answer_after = '20s', ring = '25s' }
        [teams.two]
        agents = 1
        queues = { second = { delay = '1s' } }
    ";
    // It rings at `one` from the start, and never comes to the second queue.
    assert_eq!(mean(scenario, "idle_while_waiting", "unexplained"), Some(0.0));
    let second = scenario.replace("queues = { first = {} }", "queues = { first = { delay = '6s' } }");
    // It waits beside `one` for 6 s, who is kept apart by the delay, and is in the second queue from 5 s to 6 s; there
    // `two` is kept apart for as long, and takes it at 6 s.
    assert_eq!(mean(&second, "idle_while_waiting", "unexplained"), Some(0.0));
    assert_eq!(mean(&second, "idle_while_waiting", "delay"), Some(7.0));
}

#[test]
fn an_answer_before_an_older_contact_is_an_overtake_by_order_or_by_ability() {
    let order = "
        [contacts.plain]
        arrivals = at 0s, 10s
        talk = '1m'
        queue = 'all'
        [contacts.gold]
        arrivals = at 30s
        talk = '1m'
        queue = 'all'
        priority = 1
        [queues.all]
        [teams.front]
        agents = 1
    ";
    assert_eq!(mean(order, "overtakes", "order"), Some(1.0));
    assert_eq!(mean(order, "overtakes", "ability"), Some(0.0));
    let ability = order.replace(
        "queue = 'all'\n        [contacts.gold]",
        "queue = 'all'\n        skill = 'rare'\n        [contacts.gold]",
    );
    let ability = ability
        .replace("priority = 1", "")
        .replace("agents = 1", "agents = 1\n[teams.rare]\nagents = 1\nskills = ['rare']");
    // `rare` takes the contact of 0s, so that of 10s waits; `front` takes the one of 30s at once.
    assert_eq!(mean(&ability, "overtakes", "ability"), Some(1.0));
    assert_eq!(mean(&ability, "overtakes", "order"), Some(0.0));
}

#[test]
fn a_stay_is_starved_beyond_ten_times_the_threshold() {
    // The second waits for 300 s, more than 200 s; the third for 180 s.
    let scenario = "
        [contacts.billing]
        arrivals = at 0s, 0s, 420s
        talk = '5m'
        [teams.front]
        agents = 1
    ";
    assert_eq!(mean(scenario, "starved", ""), Some(1.0 / 3.0));
}

#[test]
fn one_of_two_people_doing_all_the_work_is_a_spread_of_one() {
    let scenario = "
        [horizon]
        length = '1h'
        at_end = 'cut'
        [contacts.billing]
        arrivals = at 0s
        talk = '2h'
        [teams.front]
        agents = 2
    ";
    let start = scenario.replace("length", "start = '2026-01-05T00:00'\nlength");
    assert_eq!(mean(&start, "workload_spread", ""), Some(1.0));
}

#[test]
fn the_diagnosis_is_the_same_on_any_number_of_threads() {
    let one = diagnosed(TWO_SUBJECTS, 8, 1);
    assert_eq!(diagnosed(TWO_SUBJECTS, 8, 3), one);
    assert!(one.iter().any(|row| row.measure == "overtakes:order" && row.low.is_some()));
}

proptest! {
    #![proptest_config(stage::random(64))]

    #[test]
    fn in_random_centres_nobody_waits_beside_a_free_agent_unless_a_rule_says_so(
        text in conservation::centre(),
        seed in 0_u64..1_000,
    ) {
        prop_assume!(Scenario::parse(&text, "random.toml", std::path::Path::new(""), &[]).is_ok());
        let plan = plan(&text);
        let study = Study { seed, replications: 0..1, ..Study::new(&plan) };
        if let Ok(played) = study.run(&Watch::nobody()) {
            for row in played.evidence.estimates.totals(study.confidence) {
                let explained = !row.measure.ends_with(":unexplained") || row.mean.is_none_or(|mean| mean == 0.0);
                prop_assert!(explained, "{row:?}\n{text}");
            }
        }
        super::decisions::agree(&plan, seed);
    }
}
