//! Letters as pixels, each at its own place: plotters' own lettering leaves out the space that a letter keeps at its
//! left, which makes words in small print run together.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, GlyphId, PxScaleFont, ScaleFont, point};

/// Height from the baseline at which words look centred [heights of the font].
const MIDDLE: f32 = 0.29;
/// Thin strokes lose ink when they are made smaller; this gives it back.
const INK: f32 = 1.35;

static FONT: LazyLock<FontRef<'static>> = LazyLock::new(|| {
    FontRef::try_from_slice(epaint_default_fonts::UBUNTU_LIGHT).expect("the font that comes with charts is a font")
});

/// A pixel that has ink: place right of and below the point, and how much [0 to 1].
pub(super) type Inked = (i32, i32, f64);

/// The letters of the words, the first at 0, with their pens.
fn letters(words: &str, font: &PxScaleFont<&FontRef<'static>>) -> (Vec<(GlyphId, f32)>, f32) {
    let (mut pen, mut last, mut placed) = (0.0, None, Vec::new());
    for letter in words.chars() {
        let glyph = font.glyph_id(letter);
        pen += last.map_or(0.0, |last| font.kern(last, glyph));
        placed.push((glyph, pen));
        pen += font.h_advance(glyph);
        last = Some(glyph);
    }
    (placed, pen)
}

/// Width of words [pixels].
pub(super) fn width(words: &str, size: f64) -> f64 {
    f64::from(letters(words, &FONT.as_scaled(size as f32)).1)
}

/// The pixels of words whose letters are `size` high, centred upon the point's height, beginning at it.
pub(super) fn pixels(words: &str, size: f64) -> Vec<Inked> {
    let font = FONT.as_scaled(size as f32);
    let mut inked = Vec::new();
    for (glyph, pen) in letters(words, &font).0 {
        let placed = glyph.with_scale_and_position(font.scale(), point(pen, MIDDLE * size as f32));
        let Some(outline) = font.outline_glyph(placed) else { continue };
        let corner = outline.px_bounds().min;
        outline.draw(|x, y, ink| {
            let place = (corner.x as i32 + x as i32, corner.y as i32 + y as i32);
            inked.push((place.0, place.1, f64::from((ink * INK).min(1.0))));
        });
    }
    inked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_within_the_width_of_their_words() {
        let wide = width("Tuesday in", 40.0);
        let right = pixels("Tuesday in", 40.0).iter().map(|(x, ..)| *x).max();
        assert!(right.is_some_and(|right| (wide - 10.0..=wide).contains(&f64::from(right))), "{right:?} of {wide}");
    }

    #[test]
    fn a_space_is_as_wide_before_a_stem_as_elsewhere() {
        let gap = |words: &str| {
            let mut columns: Vec<i32> = pixels(words, 40.0).iter().map(|(x, ..)| *x).collect();
            columns.sort_unstable();
            columns.windows(2).map(|pair| pair[1] - pair[0]).max()
        };
        assert!(gap("o i") >= gap("o o"), "{:?} and {:?}", gap("o i"), gap("o o"));
    }

    #[test]
    fn words_without_letters_have_no_ink() {
        assert_eq!(pixels("", 40.0), []);
        assert_eq!(pixels("  ", 40.0), []);
    }
}
