use super::*;
use crate::record::MeasureRow;
use crate::report::fixture::{empty, fixture};

/// The pictures of a summary as SVG, by keyword.
fn drawn(summary: &Summary) -> Vec<(&'static str, String)> {
    pictures(summary).into_iter().map(|(keyword, picture)| (keyword, picture.svg())).collect()
}

/// Names that would break out of text or attributes.
const NASTY: &str = "<script>&\"'\u{1}\u{202e} ä漢字";

#[test]
fn every_chart_of_the_bank_has_its_title_axes_and_legend_as_text() {
    let pictures = pictures(&fixture());
    let keywords: Vec<_> = pictures.iter().map(|(keyword, _)| *keyword).collect();
    assert_eq!(keywords, READING_ORDER);
    for (keyword, picture) in pictures {
        let svg = picture.svg();
        let words = [&picture.title, &picture.subtitle, &picture.across.name, &picture.up.name];
        for words in words.into_iter().chain(picture.legend.iter().map(|key| &key.words)) {
            let shown = words.replace('\'', "&apos;");
            assert!(svg.contains(words.as_str()) || svg.contains(&shown), "{keyword}: {words}");
        }
        assert!(svg.contains("font-family=\"sans-serif\"") && svg.contains("role=\"img\""), "{keyword}");
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{keyword}");
    }
}

#[test]
fn a_series_is_one_path_and_its_band_one_area() {
    let drawn = drawn(&fixture());
    let (_, abandonment) = drawn.iter().find(|(keyword, _)| *keyword == "abandonment").expect("drawn");
    for colour in ["#0072B2", "#D55E00"] {
        let lines = abandonment.lines().filter(|line| line.contains("<polyline") && line.contains(colour));
        assert_eq!(lines.filter(|line| line.matches(',').count() > 10).count(), 1, "{colour}");
        assert_eq!(abandonment.matches(&format!("<polygon opacity=\"0.2\" fill=\"{colour}\"")).count(), 1, "{colour}");
    }
}

#[test]
fn a_gap_interrupts_a_line() {
    let mut summary = fixture();
    let noon = |row: &&mut MeasureRow| row.interval_start.as_deref() == Some("1999-02-02T12:00:00");
    summary.measures.iter_mut().filter(noon).for_each(|row| row.mean = None);
    let found = over_time::find(&summary, "abandonment", &["queue"]).expect("found");
    let lines = over_time::lines(&found.series[0], Colour(0, 0, 0), Stroke::Solid);
    let lengths = lines.iter().map(|mark| match &mark.shape {
        Shape::Line(points, _) => points.len(),
        _ => 0,
    });
    assert_eq!(lengths.collect::<Vec<_>>(), [10, 23]);
}

#[test]
fn percentages_run_from_0_to_100() {
    for (keyword, picture) in pictures(&fixture()) {
        if matches!(keyword, "service-level" | "occupancy") {
            assert_eq!((picture.up.low, picture.up.high), (0.0, 1.0), "{keyword}");
        }
        assert_eq!(picture.up.low, 0.0, "{keyword}");
    }
}

#[test]
fn shares_of_outcomes_fill_the_bar() {
    let pictures = pictures(&fixture());
    let (_, outcomes) = pictures.iter().find(|(keyword, _)| *keyword == "outcomes").expect("drawn");
    let ends = outcomes.marks.iter().map(|mark| match mark.shape {
        Shape::Box { to, .. } => to.0,
        _ => 0.0,
    });
    assert_eq!(ends.filter(|end| (end - 1.0).abs() < 1e-12).count(), 3, "one full bar for each contact type");
}

#[test]
fn who_balked_is_not_counted_among_the_abandoned_again() {
    let mut summary = fixture();
    summary.measures.retain(|row| row.name == "stock exchange" && row.interval_start.is_none());
    summary.measures.retain(|row| row.measure == "answered" || row.measure == "abandoned");
    summary.measures.push(MeasureRow { measure: "balked".to_owned(), ..summary.measures[0].clone() });
    for (row, mean) in summary.measures.iter_mut().zip([60.0, 40.0, 10.0]) {
        row.mean = Some(mean);
    }
    let (_, outcomes) = pictures(&summary).remove(0);
    let words = outcomes.marks.iter().map(|mark| match &mark.shape {
        Shape::Box { words, .. } => words.as_str(),
        _ => "",
    });
    assert_eq!(words.collect::<Vec<_>>(), ["60.0 %", "30.0 %", "10.0 %"]);
}

#[test]
fn charts_without_numbers_are_not_made() {
    assert_eq!(drawn(&empty()), []);
    let mut only_waits = fixture();
    only_waits.measures.retain(|row| row.measure == "mean_wait");
    assert_eq!(drawn(&only_waits).len(), 1);
}

#[test]
fn absurd_numbers_are_drawn_or_left_out_but_never_break_a_picture() {
    for absurd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300, f64::MAX, 1e-300, 0.0] {
        let mut summary = fixture();
        for (index, row) in summary.measures.iter_mut().enumerate() {
            let number = [&mut row.mean, &mut row.low, &mut row.high].into_iter().nth(index % 3);
            *number.expect("one of three") = Some(absurd);
        }
        for (keyword, picture) in pictures(&summary) {
            let svg = picture.svg();
            assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{keyword} with {absurd}");
        }
    }
}

#[test]
fn absurd_horizons_are_survived() {
    for (length, interval) in [(0.0, 0.0), (1e300, 1e300), (f64::NAN, -1.0), (60.0, 1e-9)] {
        let mut summary = fixture();
        (summary.scenario.length, summary.scenario.interval) = (length, interval);
        drawn(&summary);
        summary.scenario.start = "no date".to_owned();
        drawn(&summary);
    }
}

#[test]
fn a_single_interval_is_shown() {
    let mut summary = fixture();
    summary.measures.retain(|row| row.interval_start.as_deref().is_none_or(|start| start.contains("T07:00")));
    assert_eq!(drawn(&summary).len(), 8);
}

#[test]
fn names_cannot_break_out_of_the_picture() {
    let mut summary = fixture();
    summary.scenario.title = NASTY.to_owned();
    summary.measures.iter_mut().for_each(|row| row.name = NASTY.to_owned());
    for (keyword, svg) in drawn(&summary) {
        assert!(!svg.contains("<script") && !svg.contains('\u{1}'), "{keyword}");
    }
}

#[test]
fn a_year_of_half_hours_is_averaged_and_says_so() {
    let mut summary = fixture();
    let day: Vec<MeasureRow> = summary.measures.drain(..).filter(|row| row.of == "all").collect();
    let start = |day: i64, row: &MeasureRow| {
        let moment: jiff::civil::DateTime = row.interval_start.as_deref()?.parse().ok()?;
        Some((moment + jiff::SignedDuration::from_hours(24 * day)).to_string())
    };
    let year = (0..365).flat_map(|number| day.iter().map(move |row| (number, row)));
    summary.measures = year.map(|(day, row)| MeasureRow { interval_start: start(day, row), ..row.clone() }).collect();
    summary.scenario.length = 365.0 * 86_400.0;
    let pictures = pictures(&summary);
    let (_, waits) = pictures.iter().find(|(keyword, _)| *keyword == "waits").expect("drawn");
    assert!(waits.subtitle.contains("averaged by day"), "{}", waits.subtitle);
    assert!(waits.svg().len() < 100_000);
}

#[test]
fn a_png_is_1000_by_640_and_has_ink_where_the_title_is() {
    let pictures = pictures(&fixture());
    let mut reader = png::Decoder::new(std::io::Cursor::new(pictures[0].1.png())).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut pixels).expect("a frame");
    assert_eq!((frame.width, frame.height), (1000, 640));
    let title = pixels[20 * 3_000..45 * 3_000].iter().filter(|part| **part < 0x80).count();
    assert!(title > 1_000, "{title}");
}

#[test]
fn keywords_are_sorted_and_each_has_a_place_in_the_order_of_reading() {
    let keywords: Vec<_> = CHARTS.entries.iter().map(|entry| entry.member.keyword).collect();
    assert!(keywords.is_sorted());
    let mut order = READING_ORDER;
    order.sort_unstable();
    assert_eq!(keywords, order);
}
