//! Colours that people with any colour vision tell apart: Okabe and Ito's set, <https://jfly.uni-koeln.de/color/>.

use super::picture::Colour;

/// Blue.
pub(super) const BLUE: Colour = Colour(0x00, 0x72, 0xB2);
/// Vermilion.
pub(super) const VERMILION: Colour = Colour(0xD5, 0x5E, 0x00);
/// Bluish green.
pub(super) const GREEN: Colour = Colour(0x00, 0x9E, 0x73);
/// Reddish purple.
pub(super) const PURPLE: Colour = Colour(0xCC, 0x79, 0xA7);
/// Orange.
pub(super) const ORANGE: Colour = Colour(0xE6, 0x9F, 0x00);
/// Sky blue.
pub(super) const SKY: Colour = Colour(0x56, 0xB4, 0xE9);
/// Sky blue made pale, for columns behind lines.
pub(super) const PALE: Colour = Colour(0xA9, 0xD7, 0xF3);
/// Yellow.
pub(super) const YELLOW: Colour = Colour(0xF0, 0xE4, 0x42);
/// Between blue and green, from the palette of P. Tol.
pub(super) const TEAL: Colour = Colour(0x44, 0xAA, 0x99);
/// Three greys that differ in brightness, for what stands back.
pub(super) const DARK: Colour = Colour(0x55, 0x55, 0x55);
/// See `DARK`.
pub(super) const GREY: Colour = Colour(0x99, 0x99, 0x99);
/// See `DARK`.
pub(super) const FAINT: Colour = Colour(0xCC, 0xCC, 0xCC);

/// Colours of series, the most different first.
pub(super) const SERIES: [Colour; 6] = [BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY];

/// Words and frame.
pub(super) const INK: Colour = Colour(0x22, 0x22, 0x22);
/// Words of second rank.
pub(super) const QUIET: Colour = Colour(0x4A, 0x4A, 0x4A);
/// Words on light colours: told apart from `INK` so that a dark page can brighten the one and leave the other.
pub(super) const ON_LIGHT: Colour = Colour(0x11, 0x11, 0x11);
/// Grid.
pub(super) const GRID: Colour = Colour(0xE2, 0xE2, 0xE2);
/// Ground.
pub(super) const PAPER: Colour = Colour(0xFF, 0xFF, 0xFF);

impl Colour {
    /// Whether dark words read better on it than white ones (relative luminance of sRGB, gamma taken as 2.2).
    pub(super) fn is_light(self) -> bool {
        let part = |value: u8| (f64::from(value) / 255.0).powf(2.2);
        0.2126 * part(self.0) + 0.7152 * part(self.1) + 0.0722 * part(self.2) > 0.3
    }
}
