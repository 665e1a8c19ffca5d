//! The font of charts, carried as bytes so that pictures look alike on every machine, and widths measured with it.

use std::sync::Once;

use plotters::style::{FontStyle, IntoFont, register_font};

/// The generic family that the font is registered under and that SVG files name.
pub(super) const FAMILY: &str = "sans-serif";

/// Viewers may set the words of an SVG file in a wider font than ours.
const ALLOWANCE: f64 = 1.12;

static REGISTERED: Once = Once::new();

/// Makes the font known; done once.
pub(super) fn register() {
    REGISTERED.call_once(|| {
        let known = register_font(FAMILY, FontStyle::Normal, epaint_default_fonts::UBUNTU_LIGHT);
        assert!(known.is_ok(), "the font that comes with charts is not an OpenType font");
    });
}

/// Width of words [the unit of `size`], with room for a wider font.
pub(super) fn width(words: &str, size: f64) -> f64 {
    register();
    let measured = (FAMILY, size).into_font().box_size(words);
    ALLOWANCE * measured.map_or(0.6 * size * words.chars().count() as f64, |(width, _)| f64::from(width))
}

/// The words, or as much of their beginning as fits, with an ellipsis.
pub(super) fn fitted(words: &str, size: f64, room: f64) -> String {
    if width(words, size) <= room {
        return words.to_owned();
    }
    // Names can be thousands of characters long, so the length is found by halving.
    let letters: Vec<char> = words.chars().collect();
    let shortened = |length: usize| format!("{}…", letters[..length].iter().collect::<String>().trim_end());
    let (mut fits, mut over) = (0, letters.len());
    while over - fits > 1 {
        let middle = usize::midpoint(fits, over);
        *(if width(&shortened(middle), size) <= room { &mut fits } else { &mut over }) = middle;
    }
    shortened(fits)
}
