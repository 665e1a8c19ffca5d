use super::{Grade, SERVICE_LEVELS, ServiceLevel};
use crate::family::{Catalogue, Kind, Located, Place, Settings, Value};
use crate::units::Span;

/// What the reader would hand over: short bound 5 s, threshold 20 s, and these words and flags.
fn told(extra: &[(&'static str, Value)]) -> Settings {
    let text = |word| Value::Choice(word);
    let mut values = vec![
        ("threshold", Value::Span(Span::seconds(20.0))),
        ("short", Value::Span(Span::seconds(5.0))),
        ("clock", text("enqueue")),
        ("runs", text("always")),
        ("booked", text("arrival")),
    ];
    values.extend_from_slice(extra);
    let located = |value| Located { value, place: Place::default() };
    Settings {
        place: Place::default(),
        values: values.into_iter().map(|(name, value)| (name, located(value))).collect(),
    }
}

fn level(keyword: &str, extra: &[(&'static str, Value)]) -> ServiceLevel {
    let index = SERVICE_LEVELS.find(keyword).expect("the keyword is in the list");
    (SERVICE_LEVELS.entries[index].make)(&told(extra)).expect("the settings are lawful")
}

/// The worked example of ICMI: 860 answered in time and 140 late, abandoned 10 within 5 s, 10 more within T, 40 later.
///
/// <https://www.callcentrehelper.com/service-level-threshold-calculations-206890>
fn icmi_percent(level: &ServiceLevel) -> f64 {
    let mut counts = [0.0; Grade::COUNT];
    counts[Grade::AnsweredInTime as usize] = 860.0;
    counts[Grade::AnsweredLate as usize] = 140.0;
    counts[Grade::AbandonedShort as usize] = 10.0;
    counts[Grade::AbandonedInTime as usize] = 10.0;
    counts[Grade::AbandonedLate as usize] = 40.0;
    let sum = |weights: &[f64]| -> f64 { weights.iter().zip(counts).map(|(weight, count)| weight * count).sum() };
    (sum(&level.numerator) / sum(&level.denominator) * 1_000.0).round() / 10.0
}

#[test]
fn golden_y11_every_definition_gives_the_published_figure() {
    for (keyword, percent) in [
        ("handled-of-offered", 83.0),
        ("answered-of-answered", 86.0),
        ("answered-of-offered", 81.1),
        ("without-abandoned-in-time", 82.7),
        ("short-as-answered", 82.1),
        ("without-short-abandoned", 81.9),
        ("removed-of-queued", 83.0),
        ("accepted-of-accepted", 86.0),
    ] {
        assert_eq!(icmi_percent(&level(keyword, &[])), percent, "{keyword}");
    }
}

#[test]
fn the_options_of_not_late_give_the_published_figures() {
    for (abandoned, percent) in [("all", 81.1), ("without-short", 81.9), ("none", 86.0)] {
        let extra = [("abandoned", Value::Choice(abandoned)), ("flow_outs", Value::Flag(true))];
        assert_eq!(icmi_percent(&level("not-late", &extra)), percent, "{abandoned}");
    }
}

#[test]
fn the_list_is_sorted_and_its_settings_are_documented() {
    let keywords: Vec<&str> = SERVICE_LEVELS.entries.iter().map(|entry| entry.member.keyword).collect();
    assert!(keywords.is_sorted());
    for entry in SERVICE_LEVELS.entries {
        let main = entry.member.main;
        let known = |name| entry.member.settings.iter().any(|setting| setting.name == name);
        assert!(main.is_none_or(known), "{}", entry.member.keyword);
        for setting in entry.member.settings {
            assert!(!setting.summary.is_empty() && !matches!(setting.kind, Kind::Path), "{}", setting.name);
        }
    }
}
