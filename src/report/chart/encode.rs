//! Pictures as files: SVG text and PNG bytes.
//!
//! Both are drawn on a finer sheet: SVG so that whole pixels do not round curves, PNG so that edges come out smooth.

use plotters::backend::{BitMapBackend, SVGBackend};
use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingBackend, IntoDrawingArea};

use super::draw::{Drawn, HEIGHT, Letters, WIDTH};
use super::{Picture, layout};

/// Pixels of the fine sheet for a point.
const FINE: usize = 2;

/// Something that can be drawn on a sheet of its own size.
pub(super) trait Drawable {
    /// Width and height of the sheet [points, whole].
    fn size(&self) -> (f64, f64);
    /// What is shown, and what is seen in a sentence, for those who do not see it.
    fn words(&self) -> (&str, &str);
    /// Draws it on an area that has `scale` pixels for a point.
    fn draw_on<DB: DrawingBackend>(&self, area: &DrawingArea<DB, Shift>, scale: f64, letters: Letters) -> Drawn<DB>;
}

impl Drawable for Picture {
    fn size(&self) -> (f64, f64) {
        (WIDTH, HEIGHT)
    }

    fn words(&self) -> (&str, &str) {
        (&self.title, &self.description)
    }

    fn draw_on<DB: DrawingBackend>(&self, area: &DrawingArea<DB, Shift>, scale: f64, letters: Letters) -> Drawn<DB> {
        layout::draw(self, area, scale, letters)
    }
}

impl Picture {
    /// Draws it on any backend; the area's width decides the scale, and it should be 1000 to 640 in shape.
    pub fn draw<DB: DrawingBackend>(&self, area: &DrawingArea<DB, Shift>) -> Drawn<DB> {
        let (across, down) = area.dim_in_pixel();
        let scale = (f64::from(across) / WIDTH).min(f64::from(down) / HEIGHT);
        self.draw_on(area, scale, Letters::Backend)
    }

    /// The picture as an SVG document of 1000 by 640, its words as text, with title and description for those who do
    /// not see it.
    pub fn svg(&self) -> String {
        svg(self)
    }

    /// The picture as a PNG file of 1000 by 640 pixels.
    pub fn png(&self) -> Vec<u8> {
        png(self)
    }
}

/// Pixels of the fine sheet across and down.
fn sheet(of: &impl Drawable) -> (u32, u32) {
    let (across, down) = of.size();
    (across as u32 * FINE as u32, down as u32 * FINE as u32)
}

/// An SVG document of its size, its words as text.
pub(super) fn svg(of: &impl Drawable) -> String {
    let mut text = String::new();
    let area = SVGBackend::with_string(&mut text, sheet(of)).into_drawing_area();
    // Writing into a string has no way to fail.
    let _ = of.draw_on(&area, FINE as f64, Letters::Backend).and_then(|()| area.present());
    drop(area);
    let body = text.split_once('>').map_or("", |(_, body)| body);
    format!("{}{body}", svg_opening(of))
}

/// The first tag with its size, and what is shown in words.
fn svg_opening(of: &impl Drawable) -> String {
    let ((width, height), (across, down), (title, described)) = (of.size(), sheet(of), of.words());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {across} {down}\" \
         role=\"img\" aria-label=\"{title}. {described}\">\n<title>{title}</title>\n<desc>{described}</desc>",
        title = escaped(title),
        described = escaped(described),
    )
}

/// A PNG file of its size.
pub(super) fn png(of: &impl Drawable) -> Vec<u8> {
    let fine = sheet(of);
    let mut pixels = vec![0xFF_u8; fine.0 as usize * fine.1 as usize * 3];
    let area = BitMapBackend::with_buffer(&mut pixels, fine).into_drawing_area();
    // Drawing into memory has no way to fail.
    let _ = of.draw_on(&area, FINE as f64, Letters::Pixels).and_then(|()| area.present());
    drop(area);
    encoded(&halved(&pixels, fine.0 as usize), (fine.0 / FINE as u32, fine.1 / FINE as u32))
}

/// Each pixel is the mean of the fine ones it covers.
fn halved(fine: &[u8], across: usize) -> Vec<u8> {
    let row = across * 3;
    let mut pixels = Vec::with_capacity(fine.len() / (FINE * FINE));
    for rows in fine.chunks_exact(row * FINE) {
        let (upper, lower) = rows.split_at(row);
        for (above, below) in upper.chunks_exact(6).zip(lower.chunks_exact(6)) {
            for part in 0..3 {
                let sum: u16 = [above[part], above[part + 3], below[part], below[part + 3]].map(u16::from).iter().sum();
                pixels.push(((sum + 2) / 4) as u8);
            }
        }
    }
    pixels
}

/// Pixels as a PNG file.
fn encoded(pixels: &[u8], (across, down): (u32, u32)) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, across, down);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    // Writing into memory has no way to fail; the sizes are those of the pixels.
    let _ = encoder.write_header().and_then(|mut writer| writer.write_image_data(pixels));
    file
}

/// Words safe inside XML text and attributes; what XML cannot hold becomes a replacement sign.
fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            letter if letter.is_control() => safe.push('\u{FFFD}'),
            letter => safe.push(letter),
        }
    }
    safe
}
