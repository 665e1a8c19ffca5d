//! The list of measures against its files, and every formula against a computation by hand.

use std::collections::BTreeSet;
use std::path::Path;

use super::{MEASURES, QUANTILES};
use crate::family::Catalogue;
use crate::record::MeasureRow;
use crate::stats::by_hand::{ByHand, counts, fields};
use crate::stats::measure::Formula;
use crate::stats::{Counts, Estimates, Field, ScopeKind, Shape};
use crate::units::Share;

const SECOND: u64 = 1_000_000;
const HALF_HOUR: u64 = 1_800 * SECOND;
const MONEY: u64 = 1_000_000;

/// Half an hour of a small centre, in numbers that divide well.
const COUNTED: &[(Field, u64)] = &[
    (Field::ArrivedFirst, 70),
    (Field::ArrivedRedial, 15),
    (Field::ArrivedReconnect, 5),
    (Field::ArrivedFollowUp, 5),
    (Field::ArrivedDialled, 5),
    (Field::OutcomeServed, 54),
    (Field::OutcomeAbandoned, 8),
    (Field::OutcomeBalked, 2),
    (Field::OutcomeHungUpInFlow, 3),
    (Field::OutcomeSelfServed, 12),
    (Field::OutcomeBlocked, 5),
    (Field::OutcomeClosed, 4),
    (Field::OutcomeEjected, 1),
    (Field::OutcomeTransferredOut, 2),
    (Field::OutcomeUnfinished, 3),
    (Field::OutcomeLeftMessage, 2),
    (Field::OutcomeDeflected, 4),
    (Field::OutcomeUnreached, 1),
    (Field::OutcomeLeftOpenly, 2),
    (Field::OutcomeLeftSilently, 1),
    (Field::OutcomeWithdrawn, 3),
    (Field::FlowVisits, 40),
    (Field::ExitResolved, 10),
    (Field::ExitFalselyContained, 2),
    (Field::ExitZeroOut, 6),
    (Field::ExitFailed, 5),
    (Field::ExitDeflected, 4),
    (Field::ExitAfterHours, 1),
    (Field::ExitMisrouted, 3),
    (Field::Surveyed, 27),
    (Field::FlowTime, 400 * SECOND),
    (Field::Uses, 20),
    (Field::UseCost, 5 * MONEY),
    (Field::CustomersGone, 50),
    (Field::CustomersServed, 45),
    (Field::CustomerAttempts, 75),
    (Field::CustomerWait, 1_000 * SECOND),
    (Field::GradeAnsweredInTime, 50),
    (Field::GradeAnsweredLate, 14),
    (Field::GradeAbandonedShort, 2),
    (Field::GradeAbandonedInTime, 3),
    (Field::GradeAbandonedLate, 11),
    (Field::GradeEjected, 4),
    (Field::GradeFlowOutInTime, 5),
    (Field::GradeFlowOutLate, 6),
    (Field::GradeBlocked, 25),
    (Field::GradeUnfinished, 5),
    (Field::ServiceGood, 60_000_000),
    (Field::ServiceOf, 80_000_000),
    (Field::AnsweredAtOnce, 40),
    (Field::WaitAnswered, 640 * SECOND),
    (Field::WaitAbandoned, 320 * SECOND),
    (Field::WaitOther, 7 * SECOND),
    (Field::LongestWait, 90 * SECOND),
    (Field::Talk, 64 * 180 * SECOND),
    (Field::WrapUp, 64 * 20 * SECOND),
    (Field::Interruptions, 9),
    (Field::OnHold, 64 * 3 * SECOND),
    (Field::Inactive, 64 * 50 * SECOND),
    (Field::Conversations, 64),
    (Field::Replies, 400),
    (Field::RepliesInTime, 300),
    (Field::ReplyTime, 400 * 45 * SECOND),
    (Field::ReplyWork, 64 * 120 * SECOND),
    (Field::CallbackAccepted, 12),
    (Field::CallbackDeclined, 4),
    (Field::CallbackDialled, 20),
    (Field::CallbackReached, 11),
    (Field::CallbackConnected, 10),
    (Field::CallbackInTime, 4),
    (Field::CallbackWait, 3_000 * SECOND),
    (Field::Foretold, 20),
    (Field::ForetoldTooShort, 5),
    (Field::ForetoldSaid, 400 * SECOND),
    (Field::ForetoldCame, 300 * SECOND),
    (Field::ForetoldAbove, 180 * SECOND),
    (Field::ForetoldBelow, 80 * SECOND),
    (Field::ForetoldSquares, 8_000_000),
    (Field::QueueArea, 5 * HALF_HOUR / 2),
    (Field::QueueMost, 7),
    (Field::Backlog, 9),
    (Field::OldestAge, 7_200 * SECOND),
    (Field::BacklogLooks, 1),
    (Field::AgentAvailable, 2 * HALF_HOUR),
    (Field::AgentTalking, 5 * HALF_HOUR),
    (Field::AgentWrapUp, HALF_HOUR),
    (Field::AgentBreak, HALF_HOUR / 2),
    (Field::AgentRinging, 0),
    (Field::AgentNotReady, HALF_HOUR / 4),
    (Field::OfferAnswered, 50),
    (Field::AgentMissed, 6),
    (Field::OfferRejected, 4),
    (Field::OfferBusy, 3),
    (Field::OfferOutrun, 20),
    (Field::OfferContactLeft, 10),
    (Field::OfferAgentLeft, 5),
    (Field::OfferUnfinished, 1),
    (Field::OfferNotReached, 1),
    (Field::OfferTimeAnswered, 400 * SECOND),
    (Field::OfferTimeLost, 250 * SECOND),
    (Field::AgentOvertime, HALF_HOUR / 2),
    (Field::AgentAnswered, 50),
    (Field::DialLive, 20),
    (Field::DialMachine, 30),
    (Field::DialBusy, 10),
    (Field::DialNoAnswer, 25),
    (Field::DialBadNumber, 5),
    (Field::DialTakenForMachine, 4),
    (Field::DialTakenForLive, 2),
    (Field::DialAgentLeft, 1),
    (Field::DialUnfinished, 3),
    (Field::LiveAnswered, 16),
    (Field::LiveAbandoned, 4),
    (Field::LiveWait, 32 * SECOND),
    (Field::RecordReached, 12),
    (Field::RecordGivenUp, 30),
    (Field::RecordBadNumber, 5),
    (Field::RecordNotTried, 50),
    (Field::RecordToBeRetried, 2),
    (Field::RecordUnfinished, 1),
    (Field::TransferCold, 6),
    (Field::TransferWarm, 2),
    (Field::TransferConsult, 3),
    (Field::TransferConference, 1),
    (Field::PassedOn, 7),
    (Field::PassedOnAgain, 2),
    (Field::IssueResolved, 36),
    (Field::IssueGivenUp, 3),
    (Field::IssueSentAway, 1),
    (Field::IssueOpen, 5),
    (Field::IssueContacts, 50),
    (Field::IssueHandled, 36),
    (Field::IssueByFirst, 27),
    (Field::IssueByOne, 24),
    (Field::IssueHard, 10),
    (Field::IssueTime, 3_600 * SECOND),
    (Field::IssueLost, 800 * SECOND),
    (Field::IssueExplanations, 8),
    (Field::IssueExplaining, 1_800 * SECOND),
    (Field::IssueUnhelped, 9),
    (Field::IssueMistaken, 4),
    (Field::IssueCost, 90 * MONEY),
    (Field::IssueFelt, 40_000_000),
    (Field::IssueSatisfied, 32_000_000),
    (Field::IssueLeaves, 4_000_000),
    (Field::IssueWorth, 500 * MONEY),
    (Field::Cost, 400 * MONEY),
    (Field::Elapsed, HALF_HOUR),
];

fn half_hour() -> Counts {
    counts(COUNTED)
}

/// What the measures of the whole centre come to in that half hour.
const EXPECTED: &[(&str, f64)] = &[
    ("abandoned", 16.0),
    ("abandonment", 16.0 / 80.0),
    ("accept_time", 8.0),
    ("after_hours", 1.0),
    ("aht", 200.0),
    ("answered", 64.0),
    ("answered_at_once", 0.4),
    ("arrived", 100.0),
    ("asa", 10.0),
    ("available", 2.0),
    ("backlog", 9.0),
    ("balked", 2.0),
    ("blocked", 5.0),
    ("blocking", 0.05),
    ("busy", 6.0),
    ("busy_numbers", 10.0),
    ("callback_acceptance", 0.75),
    ("callback_calls", 20.0),
    ("callback_reached", 0.55),
    ("callback_wait", 300.0),
    ("callbacks", 10.0),
    ("callbacks_accepted", 12.0),
    ("callbacks_kept", 0.4),
    ("callbacks_offered", 16.0),
    ("closed", 4.0),
    ("concurrency", 1.28),
    ("conferences", 1.0),
    ("consultations", 3.0),
    ("contact_rate", 20.0 / 96.0),
    ("contacts_per_customer", 1.5),
    ("contacts_per_issue", 1.25),
    ("containment", 0.3),
    ("cost", 400.0),
    ("cost_per_contact", 8.0),
    ("cost_per_resolution", 0.5),
    ("cost_per_resolved_issue", 2.5),
    ("customer_wait", 20.0),
    ("customers", 50.0),
    ("customers_served", 0.9),
    ("deflected", 4.0),
    ("dialled", 100.0),
    ("dials_per_hour", 200.0),
    ("ejected", 1.0),
    ("estimate_error", 13.0),
    ("estimate_squared_error", 40.0),
    ("estimate_too_long_by", 9.0),
    ("estimate_too_short_by", 4.0),
    ("estimates", 20.0),
    ("estimates_too_short", 0.25),
    ("explanation_time", 0.5),
    ("explanations", 8.0),
    ("failed_in_flow", 5.0),
    ("falsely_contained", 2.0),
    ("first_attempts", 70.0),
    ("first_contact_resolution", 0.75),
    ("flow_outs", 11.0),
    ("flow_time", 10.0),
    ("flow_visits", 40.0),
    ("focus_time", 120.0),
    ("follow_ups", 5.0),
    ("found_busy", 3.0),
    ("high_effort", 0.25),
    ("hold_time", 3.0),
    ("hung_up_in_flow", 3.0),
    ("idle_between_contacts", 72.0),
    ("inactive_time", 50.0),
    ("intent_to_leave", 0.1),
    ("interruptions", 9.0),
    ("issues", 45.0),
    ("issues_given_up", 3.0),
    ("issues_open", 5.0),
    ("issues_resolved", 36.0),
    ("left_message", 2.0),
    ("left_openly", 2.0),
    ("left_silently", 1.0),
    ("list_penetration", 0.5),
    ("live_abandonment", 0.2),
    ("live_answers", 20.0),
    ("live_wait", 2.0),
    ("lives_lost", 4.0),
    ("longest_wait", 90.0),
    ("machine_answers", 34.0),
    ("machines_connected", 2.0),
    ("mean_time_to_abandon", 20.0),
    ("mean_wait", 12.0),
    ("misrouted", 3.0),
    ("missed", 6.0),
    ("net_containment", 0.25),
    ("no_answers", 25.0),
    ("not_reached", 1.0),
    ("not_ready", 0.25),
    ("occupancy", 0.75),
    ("offer_time_lost", 5.0),
    ("offered", 100.0),
    ("offers", 100.0),
    ("offers_abandoned", 10.0),
    ("offers_per_contact", 2.0),
    ("oldest_age", 7_200.0),
    ("on_break", 0.5),
    ("one_contact_resolution", 0.6),
    ("outrun", 20.0),
    ("overtime", 0.25),
    ("queue_length", 2.5),
    ("queue_most", 7.0),
    ("reconnects", 5.0),
    ("records_bad", 5.0),
    ("records_given_up", 30.0),
    ("records_left", 53.0),
    ("records_reached", 12.0),
    ("redials", 15.0),
    ("rejected", 4.0),
    ("repeat_rate", 0.2),
    ("replies", 400.0),
    ("replies_in_time", 0.75),
    ("resolution_rate", 0.9),
    ("resolved", 10.0),
    ("response_time", 45.0),
    ("revenue_at_risk", 500.0),
    ("ringing", 0.0),
    ("satisfaction", 0.8),
    ("self_served", 12.0),
    ("self_service_cost", 5.0),
    ("served", 54.0),
    ("service_level", 0.75),
    ("short_abandoned", 2.0),
    ("staffed", 8.75),
    ("survey_rate", 0.5),
    ("surveyed", 27.0),
    ("talk_time", 180.0),
    ("time_lost", 20.0),
    ("time_to_resolution", 100.0),
    ("transfer_rate", 0.125),
    ("transferred", 7.0),
    ("transferred_again", 2.0),
    ("transferred_out", 2.0),
    ("transfers", 8.0),
    ("unfinished", 3.0),
    ("unhelped", 9.0),
    ("unreached", 1.0),
    ("utilisation", 6.0 / 8.75),
    ("warm_transfers", 2.0),
    ("withdrawn", 3.0),
    ("wrap_up_time", 20.0),
    ("wrongly_resolved", 4.0),
    ("zero_outs", 6.0),
];

fn totals(tally: &ByHand) -> Vec<MeasureRow> {
    let mut estimates = Estimates::new(Shape::of(tally));
    estimates.absorb(tally);
    estimates.totals(Share::new(0.95).expect("a share"))
}

fn mean(rows: &[MeasureRow], keyword: &str, of: ScopeKind) -> Option<f64> {
    rows.iter().find(|row| row.measure == keyword && row.of == of.word()).and_then(|row| row.mean)
}

#[test]
fn every_measure_of_the_centre_agrees_with_the_computation_by_hand() {
    let rows = totals(&ByHand::alike(vec![half_hour()]));
    for &(keyword, expected) in EXPECTED {
        let found = mean(&rows, keyword, ScopeKind::All).unwrap_or(f64::NAN);
        assert!((found - expected).abs() <= 1e-12 * expected, "{keyword}: {found}, not {expected}");
    }
    let expected: BTreeSet<&str> = EXPECTED.iter().map(|row| row.0).collect();
    for keyword in MEASURES.entries.iter().map(|entry| entry.member.keyword) {
        assert!(expected.contains(keyword) || keyword.starts_with("wait_p"), "{keyword} is not computed by hand");
    }
}

#[test]
fn queues_and_teams_have_formulas_of_their_own_where_the_word_means_another_thing() {
    let rows = totals(&ByHand::alike(vec![half_hour()]));
    for (keyword, of, expected) in [
        ("blocked", ScopeKind::Queue, 25.0),
        ("blocking", ScopeKind::Queue, 0.2),
        ("ejected", ScopeKind::Queue, 4.0),
        ("unfinished", ScopeKind::Queue, 5.0),
        ("answered", ScopeKind::Team, 50.0),
        ("aht", ScopeKind::Team, 6.0 * 1_800.0 / 50.0),
    ] {
        assert_eq!(mean(&rows, keyword, of), Some(expected), "{keyword}");
    }
    assert_eq!(mean(&rows, "arrived", ScopeKind::Queue), None);
    assert_eq!(mean(&rows, "occupancy", ScopeKind::Contacts), None);
}

#[test]
fn two_equal_half_hours_double_what_adds_up_and_nothing_else() {
    let rows = totals(&ByHand::alike(vec![half_hour(); 2]));
    for (keyword, expected) in
        [("arrived", 200.0), ("overtime", 0.5), ("asa", 10.0), ("staffed", 8.75), ("queue_most", 7.0), ("cost", 800.0)]
    {
        assert_eq!(mean(&rows, keyword, ScopeKind::All), Some(expected), "{keyword}");
    }
}

/// Worked data of <https://www.callcentrehelper.com/service-level-threshold-calculations-206890>: answered 1000,
/// of these in time 860; abandoned 60, of these within 5 s 10, in time 20.
#[test]
fn the_published_service_levels_come_out_of_their_weights() {
    for (good, of, published) in [
        (880, 1_060, 0.830),
        (860, 1_000, 0.860),
        (860, 1_060, 0.811),
        (860, 1_040, 0.827),
        (870, 1_060, 0.821),
        (860, 1_050, 0.819),
    ] {
        let weighed = counts(&[(Field::ServiceGood, good * 1_000_000), (Field::ServiceOf, of * 1_000_000)]);
        let found = mean(&totals(&ByHand::alike(vec![weighed])), "service_level", ScopeKind::Queue);
        assert!(found.is_some_and(|found| (found - published).abs() <= 0.000_5), "{good}/{of}: {found:?}");
    }
}

#[test]
fn every_measure_is_finite_or_absent_whatever_was_counted() {
    let all = |value: u64| {
        let mut counts = Counts::default();
        fields().for_each(|field| counts.set(field, value));
        counts
    };
    for tally in [vec![], vec![all(0)], vec![all(1)], vec![all(u64::MAX)], vec![all(0), all(u64::MAX)]] {
        let tally = ByHand::alike(tally);
        let mut estimates = Estimates::new(Shape::of(&tally));
        (0..3).for_each(|_| estimates.absorb(&tally));
        for row in estimates.rows(Share::new(0.95).expect("a share"), &["08:00".to_owned(), "08:30".to_owned()]) {
            let numbers = [row.mean, row.low, row.high];
            assert!(numbers.into_iter().flatten().all(f64::is_finite), "{row:?}");
        }
    }
}

#[test]
fn an_empty_run_has_no_ratios_and_no_quantiles_but_counts_of_zero() {
    let rows = totals(&ByHand::alike(vec![Counts::default()]));
    for keyword in ["abandonment", "asa", "occupancy", "wait_p90", "longest_wait", "queue_length", "customer_wait"] {
        assert_eq!(mean(&rows, keyword, ScopeKind::All), None, "{keyword}");
    }
    assert_eq!(mean(&rows, "arrived", ScopeKind::All), Some(0.0));
}

#[test]
fn the_list_is_sorted_and_each_member_has_its_file() {
    let keywords: Vec<&str> = (0..MEASURES.len()).map(|index| MEASURES.member(index).keyword).collect();
    assert!(keywords.is_sorted_by(|a, b| a < b), "{keywords:?}");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/stats/measure");
    let files = std::fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path());
    let files: BTreeSet<String> = files.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    let others = ["mod", "formula", "sums", "tests", "wait_quantiles"].map(str::to_owned);
    let members = keywords.iter().filter(|keyword| !keyword.starts_with("wait_p")).map(ToString::to_string);
    assert_eq!(files, members.chain(others).collect());
}

#[test]
fn each_kind_of_thing_has_one_formula_for_a_measure() {
    for entry in MEASURES.entries {
        let keyword = entry.member.keyword;
        let kinds: Vec<ScopeKind> = entry.make.rules.iter().flat_map(|rule| rule.of).copied().collect();
        let distinct: BTreeSet<ScopeKind> = kinds.iter().copied().collect();
        assert!(!kinds.is_empty() && kinds.len() == distinct.len(), "{keyword}");
        for rule in entry.make.rules {
            assert!(!matches!(rule.formula, Formula::Quantile(p) if !QUANTILES.contains(&p)), "{keyword}");
        }
        assert!(!entry.member.summary.is_empty() && !entry.member.summary.ends_with('.'), "{keyword}");
    }
}
