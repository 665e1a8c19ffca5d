//! Palm's model against published numbers, its own limits and the chain of its contacts.

use proptest::prelude::*;

use super::*;
use crate::theory::{Chain, ErlangC};

/// Rates per minute.
const HUNDRED_AGENTS: ErlangA =
    ErlangA { arrival_rate: 20.0, service_rate: 0.2, abandonment_rate: 1.0 / 3.0, agents: 100, lines: None };

/// Rates per minute: 48 contacts, 1 minute each, patience 2 minutes, 50 agents.
const FIFTY_AGENTS: ErlangA =
    ErlangA { arrival_rate: 48.0, service_rate: 1.0, abandonment_rate: 0.5, agents: 50, lines: None };

fn close(found: f64, expected: f64, relative: f64) {
    assert!((found - expected).abs() <= relative * expected.abs(), "{found} for {expected}");
}

#[test]
fn a_hundred_agents_have_their_known_measures() {
    let measures = HUNDRED_AGENTS.solve().unwrap();
    close(measures.wait_probability, 0.451_617_5, 1e-7);
    close(measures.mean_wait.unwrap(), 0.134_738_1, 5e-7);
    close(measures.abandoned, 0.044_912_7, 1e-6);
    close(measures.within(1.0 / 3.0).answered, 0.8019, 1e-4);
}

#[test]
fn fifty_agents_with_and_without_abandonment_are_as_published() {
    // Garnett, Mandelbaum & Reiman, M&SOM 4 (2002), table 1: abandoning 3.1 %, mean wait 3.7 s against 20.8 s, queue 3
    // against 17, utilization 93 % against 96 %; without abandonment the ninetieth percentile of waits is 58.1 s.
    let patient = ErlangC { arrival_rate: 48.0, service_rate: 1.0, agents: 50 }.solve().unwrap();
    let measures = FIFTY_AGENTS.solve().unwrap();
    assert_eq!(format!("{:.1}", 100.0 * measures.abandoned), "3.1");
    assert_eq!(format!("{:.1}", 60.0 * measures.mean_wait.unwrap()), "3.7");
    assert_eq!(format!("{:.0}", measures.mean_queue_length), "3");
    assert_eq!(format!("{:.0}", 100.0 * measures.occupancy), "93");
    assert_eq!(format!("{:.1}", 60.0 * patient.mean_wait), "20.8");
    assert_eq!(format!("{:.0}", patient.mean_queue_length), "17");
    assert_eq!(format!("{:.1}", 60.0 * patient.wait_quantile(0.9).unwrap()), "58.1");
}

#[test]
fn without_abandonment_it_is_erlang_c() {
    for (load, agents) in [(0.5, 1_u64), (40.0, 50), (900.0, 950), (99_700.0, 100_000)] {
        let queue = ErlangA { arrival_rate: load, service_rate: 1.0, abandonment_rate: 0.0, agents, lines: None };
        let expected = ErlangC { arrival_rate: load, service_rate: 1.0, agents }.solve().unwrap();
        let measures = queue.solve().unwrap();
        close(measures.wait_probability, expected.wait_probability, 1e-9);
        close(measures.mean_wait.unwrap(), expected.mean_wait, 1e-9);
        assert_eq!(measures.mean_wait_of_abandoned, None);
        for wait in [0.0, 0.5 * expected.mean_wait_of_delayed, 3.0 * expected.mean_wait_of_delayed] {
            close(measures.within(wait).answered, expected.service_level(wait), 1e-9);
        }
    }
}

#[test]
fn patience_that_hardly_ends_is_near_erlang_c() {
    let nearly = ErlangA { abandonment_rate: 1e-9, ..FIFTY_AGENTS }.solve().unwrap();
    let expected = ErlangC { arrival_rate: 48.0, service_rate: 1.0, agents: 50 }.solve().unwrap();
    close(nearly.mean_wait.unwrap(), expected.mean_wait, 1e-6);
    close(nearly.within(0.3).answered, expected.service_level(0.3), 1e-6);
    // Conditioned on abandoning, the wait has a limit: E[V^2] / (2 E[V]) = mean wait of the delayed.
    close(nearly.mean_wait_of_abandoned.unwrap(), expected.mean_wait_of_delayed, 1e-6);
}

#[test]
fn patience_as_long_as_service_makes_the_contacts_poisson() {
    // M/M/n+M with equal rates is M/M/infinity: contacts present are Poisson with the load as mean.
    let queue = ErlangA { arrival_rate: 3.0, service_rate: 1.0, abandonment_rate: 1.0, agents: 2, lines: None };
    let measures = queue.solve().unwrap();
    close(measures.wait_probability, 1.0 - 4.0 * (-3.0_f64).exp(), 1e-13);
    close(measures.state_probability(3), 4.5 * (-3.0_f64).exp(), 1e-13);
}

/// A contact followed from its arrival: waiting behind others, answered, gone, or past the threshold.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Followed {
    Behind(u64),
    Answered,
    Gone,
}

#[test]
fn waits_agree_with_a_contact_followed_through_the_queue() {
    let queue = ErlangA { arrival_rate: 6.0, service_rate: 0.9, abandonment_rate: 0.4, agents: 5, lines: Some(25) };
    let measures = queue.solve().unwrap();
    let chain = Chain::explore(Followed::Behind(19), 100, |&state| match state {
        Followed::Behind(ahead) => {
            let next = if ahead == 0 { Followed::Answered } else { Followed::Behind(ahead - 1) };
            vec![(next, 4.5 + 0.4 * ahead as f64), (Followed::Gone, 0.4)]
        }
        _ => Vec::new(),
    })
    .unwrap();
    let start: Vec<f64> = chain
        .states()
        .iter()
        .map(|state| match state {
            Followed::Behind(ahead) => measures.state_probability(5 + ahead),
            _ => 0.0,
        })
        .collect();
    let free: f64 = (0..5).map(|state| measures.state_probability(state)).sum();
    for wait in [0.0, 0.1, 0.7, 2.0, 8.0] {
        let after = chain.evolve(&start, wait).unwrap().probabilities;
        let of = |wanted| chain.mean(&after, |&state| f64::from(u8::from(state == wanted)));
        let within = measures.within(wait);
        assert!((within.answered - free - of(Followed::Answered)).abs() < 1e-13);
        assert!((within.abandoned - of(Followed::Gone)).abs() < 1e-13);
        let waiting = 1.0 - measures.blocked - within.answered - within.abandoned;
        assert!((measures.wait_tail(wait) - waiting).abs() < 1e-13);
    }
}

#[test]
fn mean_waits_are_the_areas_under_their_tails() {
    let measures = FIFTY_AGENTS.solve().unwrap();
    // The trapezoid rule with 4000 steps over 4 minutes: error below the tail's second derivative times 1e-7.
    let (steps, step) = (4000_u32, 0.001);
    let area = |tail: &dyn Fn(f64) -> f64| -> f64 {
        let inner: f64 = (1..steps).map(|index| tail(f64::from(index) * step)).sum();
        step * (inner + 0.5 * tail(0.0))
    };
    let all = area(&|wait| measures.wait_tail(wait));
    let answered = area(&|wait| measures.answered - measures.within(wait).answered) / measures.answered;
    let abandoned = area(&|wait| measures.abandoned - measures.within(wait).abandoned) / measures.abandoned;
    close(all, measures.mean_wait.unwrap(), 1e-4);
    close(answered, measures.mean_wait_of_answered.unwrap(), 1e-4);
    close(abandoned, measures.mean_wait_of_abandoned.unwrap(), 1e-4);
}

#[test]
fn a_hundred_thousand_agents_follow_garnett_mandelbaum_and_reiman() {
    // With n = a + b sqrt(a), equal service and patience: P(wait) tends to 1 - Phi(b); at b = 0 one half,
    // and the abandoned to phi(0)/sqrt(n). Errors are of order 1/sqrt(n).
    let queue = ErlangA { arrival_rate: 1e5, service_rate: 1.0, abandonment_rate: 1.0, agents: 100_000, lines: None };
    let measures = queue.solve().unwrap();
    let root = 1e5_f64.sqrt();
    close(measures.wait_probability, 0.5, 1.0 / root);
    close(measures.abandoned * root, 1.0 / (2.0 * std::f64::consts::PI).sqrt(), 1.0 / root);
    close(measures.within(f64::INFINITY).answered, measures.answered, 1e-12);
    let longest = measures.mean_wait_of_delayed.unwrap();
    assert!(measures.within(longest).answered < measures.answered);
    assert!(measures.within(longest).answered > 0.5);
}

#[test]
fn a_long_queue_of_many_agents_is_the_fluid_one() {
    // Load 1.5 with 100,000 agents: half of what agents do gives up, everybody waits ln(1.5) patiences if answered.
    let queue = ErlangA { arrival_rate: 1.5e5, service_rate: 1.0, abandonment_rate: 1.0, agents: 100_000, lines: None };
    let measures = queue.solve().unwrap();
    close(measures.abandoned, 1.0 / 3.0, 1e-9);
    close(measures.occupancy, 1.0, 1e-9);
    let fluid = 1.5_f64.ln();
    close(measures.mean_wait_of_answered.unwrap(), fluid, 1e-4);
    assert!(measures.within(fluid - 0.05).answered < 1e-9);
    close(measures.within(fluid + 0.05).answered, measures.answered, 1e-9);
}

#[test]
fn the_edges_have_plain_answers() {
    let nobody = ErlangA { agents: 0, ..FIFTY_AGENTS }.solve().unwrap();
    close(nobody.abandoned, 1.0, 1e-13);
    close(nobody.mean_wait.unwrap(), 2.0, 1e-12);
    assert_eq!((nobody.occupancy, nobody.mean_wait_of_answered), (0.0, None));
    close(nobody.within(2.0 * 2.0_f64.ln()).abandoned, 0.5, 1e-12);
    let idle = ErlangA { arrival_rate: 0.0, ..FIFTY_AGENTS }.solve().unwrap();
    assert_eq!((idle.answered, idle.mean_wait, idle.mean_wait_of_delayed), (1.0, Some(0.0), None));
    assert!(ErlangA { agents: 0, abandonment_rate: 0.0, ..FIFTY_AGENTS }.solve().is_err());
    assert!(ErlangA { lines: Some(49), ..FIFTY_AGENTS }.solve().is_err());
    assert!(ErlangA { arrival_rate: f64::NAN, ..FIFTY_AGENTS }.solve().is_err());
    assert!(ErlangA { arrival_rate: 1e300, ..FIFTY_AGENTS }.solve().is_err());
    let measures = FIFTY_AGENTS.solve().unwrap();
    assert_eq!(measures.within(f64::NAN), WithinThreshold { answered: 0.0, abandoned: 0.0 });
    assert_eq!(measures.wait_quantile(1.0), None);
}

#[test]
fn each_goal_is_met_by_the_least_agents_and_by_no_fewer() {
    let goals = [
        Goal::ServiceLevel { share: 0.8, within: 1.0 / 3.0 },
        Goal::MeanWait(0.02),
        Goal::Occupancy(0.9),
        Goal::Abandoned(0.05),
    ];
    for goal in goals {
        let agents = FIFTY_AGENTS.least_agents(goal).unwrap();
        assert!(ErlangA { agents, ..FIFTY_AGENTS }.solve().unwrap().meets(goal), "{goal}");
        assert!(!ErlangA { agents: agents - 1, ..FIFTY_AGENTS }.solve().unwrap().meets(goal), "{goal}");
    }
    let few_lines = ErlangA { lines: Some(20), ..FIFTY_AGENTS };
    let goal = Goal::ServiceLevel { share: 0.8, within: 1.0 };
    assert_eq!(few_lines.least_agents(goal), Err(ModelError::Unreachable { goal }));
}

fn queues() -> impl Strategy<Value = ErlangA> {
    (0.01..300.0_f64, 0.01..5.0_f64, 0_u64..200, proptest::option::of(1_u64..100)).prop_map(
        |(arrival_rate, abandonment_rate, agents, room)| ErlangA {
            arrival_rate,
            service_rate: 1.0,
            abandonment_rate,
            agents,
            lines: room.map(|room| agents + room),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn flows_balance(queue in queues()) {
        let measures = queue.solve().unwrap();
        let whole = measures.answered + measures.abandoned + measures.blocked;
        prop_assert!((whole - 1.0).abs() < 1e-12);
        // Little's law on the queue and on the agents.
        let got_in = queue.arrival_rate * (1.0 - measures.blocked);
        let waiting = got_in * measures.mean_wait.unwrap();
        prop_assert!((waiting - measures.mean_queue_length).abs() <= 1e-9 * waiting.max(1e-3));
        let gave_up = queue.abandonment_rate * measures.mean_queue_length;
        prop_assert!((gave_up - queue.arrival_rate * measures.abandoned).abs() <= 1e-9 * gave_up.max(1e-3));
        prop_assert!((queue.arrival_rate * measures.answered - measures.mean_busy).abs() <= 1e-9 * queue.arrival_rate);
    }

    #[test]
    fn shares_within_a_wait_grow_with_the_wait_up_to_the_whole(queue in queues(), wait in 0.0..3.0_f64) {
        let measures = queue.solve().unwrap();
        let (sooner, later) = (measures.within(wait), measures.within(wait * 1.1 + 0.001));
        prop_assert!(sooner.answered <= later.answered + 1e-13);
        prop_assert!(sooner.abandoned <= later.abandoned + 1e-13);
        let end = measures.within(1e6);
        prop_assert!((end.answered - measures.answered).abs() < 1e-12);
        prop_assert!((end.abandoned - measures.abandoned).abs() < 1e-12);
    }

    #[test]
    fn one_agent_more_never_hurts(queue in queues(), wait in 0.0..3.0_f64) {
        let more = ErlangA { agents: queue.agents + 1, lines: queue.lines.map(|lines| lines + 1), ..queue };
        let (before, after) = (queue.solve().unwrap(), more.solve().unwrap());
        prop_assert!(after.abandoned + after.blocked <= before.abandoned + before.blocked + 1e-13);
        prop_assert!(after.within(wait).answered >= before.within(wait).answered - 1e-13);
    }
}

/// All queues of rates and numbers from nothing to the end of what can be written.
fn extreme_queues() -> Vec<ErlangA> {
    let rates = [0.0, 1e-300, 1.0, 1e9, 1e300];
    let mut queues = Vec::new();
    for arrival_rate in rates {
        for service_rate in rates {
            for abandonment_rate in rates {
                for agents in [0, 1, 1000, 1 << 40, u64::MAX] {
                    for lines in [None, Some(agents), Some(agents.saturating_add(7))] {
                        queues.push(ErlangA { arrival_rate, service_rate, abandonment_rate, agents, lines });
                    }
                }
            }
        }
    }
    queues
}

#[test]
fn numbers_of_any_size_have_a_finite_answer_or_an_error() {
    for queue in extreme_queues() {
        let Ok(measures) = queue.solve() else { continue };
        let within = measures.within(1.0);
        let shares = [
            measures.answered,
            measures.abandoned,
            measures.blocked,
            measures.wait_probability,
            measures.occupancy,
            within.answered,
            within.abandoned,
        ];
        let waits = [measures.mean_wait, measures.mean_wait_of_answered, measures.mean_wait_of_abandoned];
        assert!(shares.iter().all(|share| (0.0..=1.0 + 1e-9).contains(share)), "{queue:?} {shares:?}");
        assert!(waits.iter().flatten().all(|wait| (0.0..f64::INFINITY).contains(wait)), "{queue:?} {waits:?}");
        assert!(measures.wait_quantile(0.9).is_none_or(f64::is_finite), "{queue:?}");
    }
}
