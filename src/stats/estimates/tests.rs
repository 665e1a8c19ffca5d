//! Estimates against what they promise: exact in any order, absent where nothing was, saved without loss.

use proptest::prelude::*;

use super::{Estimates, Shape};
use crate::record::MeasureRow;
use crate::stats::by_hand::{ByHand, counts, fields};
use crate::stats::{Counts, ExtraLevel, Field, ScopeKind};
use crate::units::Share;

const CONFIDENCE: f64 = 0.95;

fn confidence() -> Share {
    Share::new(CONFIDENCE).expect("a share")
}

/// A replication that is different for each number, with huge values among them.
fn replication(number: u64) -> ByHand {
    let mix = |salt: u64| (number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(salt as u32) >> (salt % 40);
    let cell = |interval: u64| {
        let mut cell = Counts::default();
        fields().for_each(|field| cell.set(field, mix(field as u64 + 100 * interval)));
        cell
    };
    let mut tally = ByHand::alike(vec![cell(0), cell(1)]);
    tally.waits = vec![(0..number as u32 % 4).collect(), vec![number as u32 % 90]];
    tally.levels = vec![ExtraLevel { scope: 1, name: "strict".to_owned() }];
    tally.extras = vec![vec![(mix(1), mix(2)), (mix(3), mix(4))]];
    tally
}

fn estimates(replications: impl IntoIterator<Item = u64>) -> Estimates {
    let mut estimates = Estimates::new(Shape::of(&replication(0)));
    replications.into_iter().for_each(|number| estimates.absorb(&replication(number)));
    estimates
}

fn row<'a>(rows: &'a [MeasureRow], measure: &str, of: ScopeKind, start: Option<&str>) -> &'a MeasureRow {
    let found =
        rows.iter().find(|row| row.measure == measure && row.of == of.word() && row.interval_start.as_deref() == start);
    found.unwrap_or_else(|| panic!("no row of `{measure}`"))
}

#[test]
fn the_second_half_merged_with_the_first_is_the_whole() {
    let mut merged = estimates(50..100);
    merged.merge(&estimates(0..50)).expect("alike");
    assert_eq!(merged, estimates(0..100));
    assert_eq!(merged.digest(), estimates(0..100).digest());
    assert_ne!(merged.digest(), estimates(0..99).digest());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_grouping_in_any_order_gives_the_same_bits(groups in prop::collection::vec(0_usize..4, 1..30)) {
        let mut parts = vec![estimates([]); 4];
        for (number, &group) in groups.iter().enumerate().rev() {
            parts[group].absorb(&replication(number as u64));
        }
        let mut merged = estimates([]);
        for part in &parts {
            merged.merge(part).expect("alike");
        }
        prop_assert_eq!(&merged, &estimates(0..groups.len() as u64));
        let saved = serde_json::to_string(&merged).expect("plain data");
        prop_assert_eq!(&serde_json::from_str::<Estimates>(&saved).expect("as saved"), &merged);
    }
}

#[test]
fn estimates_of_another_scenario_are_refused_and_change_nothing() {
    let whole = estimates(0..3);
    let mut other = whole.shape().clone();
    other.scopes[1].name = "other".to_owned();
    for shape in [other, whole.shape().clone().totals_only(), Shape { levels: vec![], ..whole.shape().clone() }] {
        let mut mine = whole.clone();
        let refusal = mine.merge(&Estimates::new(shape)).expect_err("unlike").to_string();
        assert!(refusal.contains("only runs of one scenario"), "{refusal}");
        assert_eq!(mine, whole);
    }
}

#[test]
fn a_saved_file_that_is_cut_short_or_of_another_version_is_refused() {
    let saved = serde_json::to_string(&estimates(0..2)).expect("plain data");
    for (from, to) in [("estimates/1", "estimates/9"), ("\"asa\"", "\"asb\""), ("\"intervals\":2", "\"intervals\":3")] {
        assert!(saved.contains(from));
        assert!(serde_json::from_str::<Estimates>(&saved.replace(from, to)).is_err(), "{from}");
    }
    let absurd = saved.replace("\"intervals\":2", &format!("\"intervals\":{}", usize::MAX));
    assert!(serde_json::from_str::<Estimates>(&absurd).is_err());
}

#[test]
fn the_memory_announced_is_the_memory_taken() {
    let estimates = estimates([]);
    let rows = size_of_val(&estimates.singles[..]) + size_of_val(&estimates.pairs[..]);
    assert_eq!(Estimates::bytes_needed(estimates.shape()), (rows + size_of::<Estimates>()) as u64);
    let endless = Shape { intervals: usize::MAX, ..estimates.shape().clone() };
    assert_eq!(Estimates::bytes_needed(&endless), u64::MAX);
    assert_eq!((size_of_val(&estimates.singles[0]), size_of_val(&estimates.pairs[0])), (48, 104));
}

#[test]
fn a_mean_over_replications_has_its_t_interval_and_stays_above_zero() {
    let mut estimates = Estimates::new(Shape::of(&ByHand::alike(vec![])).totals_only());
    for arrived in [1, 2, 3] {
        estimates.absorb(&ByHand::alike(vec![counts(&[(Field::ArrivedFirst, arrived)])]));
    }
    let rows = estimates.totals(confidence());
    let found = row(&rows, "arrived", ScopeKind::All, None);
    let error = 4.302_652_7 / 3.0_f64.sqrt();
    assert_eq!((found.mean, found.low, found.replications), (Some(2.0), Some(0.0), 3));
    assert!(found.high.is_some_and(|high| (high - 2.0 - error).abs() < 1e-6), "{found:?}");
}

#[test]
fn a_share_is_clipped_to_the_whole() {
    let mut estimates = Estimates::new(Shape::of(&ByHand::alike(vec![])).totals_only());
    for good in [10, 10, 4] {
        estimates.absorb(&ByHand::alike(vec![counts(&[(Field::ServiceGood, good), (Field::ServiceOf, 10)])]));
    }
    let rows = estimates.totals(confidence());
    let found = row(&rows, "service_level", ScopeKind::Queue, None);
    assert_eq!((found.mean, found.high), (Some(0.8), Some(1.0)));
    assert!(found.low.is_some_and(|low| (0.0..0.8).contains(&low)));
}

#[test]
fn a_ratio_is_of_sums_and_one_replication_has_no_interval() {
    let mut estimates = Estimates::new(Shape::of(&ByHand::alike(vec![])).totals_only());
    let of = |good, of| ByHand::alike(vec![counts(&[(Field::ServiceGood, good), (Field::ServiceOf, of)])]);
    estimates.absorb(&of(1, 1));
    let rows = estimates.totals(confidence());
    assert_eq!(row(&rows, "service_level", ScopeKind::All, None).low, None);
    estimates.absorb(&of(0, 9));
    let rows = estimates.totals(confidence());
    assert_eq!(row(&rows, "service_level", ScopeKind::All, None).mean, Some(0.1));
}

#[test]
fn replications_without_answers_are_left_out_of_quantiles() {
    let mut estimates = Estimates::new(Shape::of(&ByHand::alike(vec![Counts::default()])));
    for waits in [vec![], vec![10; 5], vec![30; 5]] {
        let mut tally = ByHand::alike(vec![Counts::default()]);
        tally.waits = vec![waits];
        estimates.absorb(&tally);
    }
    let rows = estimates.totals(confidence());
    let found = row(&rows, "wait_p50", ScopeKind::Queue, None);
    assert_eq!(found.replications, 2);
    assert!(found.mean.is_some_and(|mean| (mean / 20.0 - 1.0).abs() < 1.0 / 64.0), "{found:?}");
}

#[test]
fn quantiles_are_those_of_one_to_a_hundred() {
    let mut tally = ByHand::alike(vec![Counts::default(); 2]);
    tally.waits = vec![(1..=40).collect(), (41..=100).collect()];
    let mut estimates = Estimates::new(Shape::of(&tally));
    estimates.absorb(&tally);
    let rows = estimates.totals(confidence());
    for (keyword, exact) in
        [("wait_p50", 50.0), ("wait_p80", 80.0), ("wait_p90", 90.0), ("wait_p95", 95.0), ("wait_p99", 99.0)]
    {
        let found = row(&rows, keyword, ScopeKind::All, None).mean.expect("answered");
        assert!((found / exact - 1.0_f64).abs() < 1.0 / 64.0, "{keyword}: {found}");
    }
}

#[test]
fn intervals_have_rows_of_their_own_after_all_totals() {
    let cell = |arrived| counts(&[(Field::ArrivedFirst, arrived)]);
    let tally = ByHand::alike(vec![cell(3), cell(4)]);
    let mut estimates = Estimates::new(Shape::of(&tally));
    estimates.absorb(&tally);
    let rows = estimates.rows(confidence(), &["08:00".to_owned(), "08:30".to_owned()]);
    for (start, expected) in [(None, 7.0), (Some("08:00"), 3.0), (Some("08:30"), 4.0)] {
        assert_eq!(row(&rows, "arrived", ScopeKind::Contacts, start).mean, Some(expected));
    }
    let firsts: Vec<bool> = rows.iter().map(|row| row.interval_start.is_some()).collect();
    assert!(firsts.is_sorted());
    assert!(rows.iter().all(|row| row.interval_start.is_none() || row.measure != "wait_p90"));
}

#[test]
fn further_definitions_are_rows_beside_the_first() {
    let mut tally = ByHand::alike(vec![Counts::default(); 2]);
    tally.levels = vec![ExtraLevel { scope: 1, name: "strict".to_owned() }];
    tally.extras = vec![vec![(1, 4), (3, 4)]];
    let mut estimates = Estimates::new(Shape::of(&tally));
    estimates.absorb(&tally);
    let rows = estimates.rows(confidence(), &["08:00".to_owned()]);
    assert_eq!(row(&rows, "service_level:strict", ScopeKind::Queue, None).mean, Some(0.5));
    assert_eq!(row(&rows, "service_level:strict", ScopeKind::Queue, Some("08:00")).mean, Some(0.25));
}

#[test]
fn each_whole_batch_is_one_observation() {
    let batch = |arrived, seconds| counts(&[(Field::ArrivedFirst, arrived), (Field::Elapsed, seconds)]);
    let tally = ByHand::alike(vec![batch(10, 60), batch(20, 60), batch(30, 60), batch(1, 5)]);
    let mut estimates = Estimates::new(Shape::of(&tally).totals_only());
    estimates.absorb_batches(&tally);
    let rows = estimates.totals(confidence());
    let found = row(&rows, "arrived", ScopeKind::All, None);
    assert_eq!((found.mean, found.replications), (Some(20.0), 3));
}
