//! Settled orders: those that time does not change, worked out into a few numbers of each lane.

use super::LanePlan;
use super::ranking::Measure;

/// Writes an order that time does not change into the lanes; false where time changes it.
///
/// Such an order has at most one key that tells the contacts of a lane apart, and that goes equally fast everywhere.
pub(super) fn settle(keys: &[Vec<Measure>], lanes: &mut [LanePlan]) -> bool {
    let before = keys.iter().take_while(|key| slope(key) == Some(0.0)).count();
    let (leading, rest) = keys.split_at(before);
    let (time, trailing) = rest.split_at(rest.len().min(1));
    let even = time.iter().all(|key| slope(key).is_some());
    if !even || trailing.iter().any(|key| slope(key) != Some(0.0)) {
        return false;
    }
    let (classes, thens) = (classes(leading, lanes.len()), classes(trailing, lanes.len()));
    for (index, lane) in lanes.iter_mut().enumerate() {
        (lane.class, lane.then) = (classes[index], thens[index]);
        lane.shift = match time.first().map(|key| &key[index]) {
            Some(Measure::Line(line)) if line.per_minute > 0.0 => line.delay(),
            _ => 0,
        };
    }
    true
}

/// Points for each minute, where they are the same in all lanes and without bounds; 0 where all stand still.
fn slope(key: &[Measure]) -> Option<f64> {
    let mut slopes = key.iter().map(|measure| match measure {
        Measure::Line(line) if line.per_minute == 0.0 => Some(0.0),
        Measure::Line(line) if line.is_unbounded() => Some(line.per_minute),
        _ => None,
    });
    let first = slopes.next()??;
    slopes.all(|slope| slope == Some(first)).then_some(first)
}

/// Classes that say the same as keys that stand still: 0 for the lanes that come first.
fn classes(keys: &[Vec<Measure>], lanes: usize) -> Vec<u16> {
    let points = |lane: usize| -> Vec<f64> {
        let point = |key: &Vec<Measure>| if let Measure::Line(line) = &key[lane] { line.after(0) } else { 0.0 };
        keys.iter().map(point).collect()
    };
    let all: Vec<Vec<f64>> = (0..lanes).map(points).collect();
    let mut distinct = all.clone();
    distinct.sort_by(|one, other| other.partial_cmp(one).unwrap_or(std::cmp::Ordering::Equal));
    distinct.dedup();
    let class = |own: &Vec<f64>| distinct.iter().position(|points| points == own).unwrap_or(0);
    all.iter().map(|own| class(own).min(usize::from(u16::MAX)) as u16).collect()
}
