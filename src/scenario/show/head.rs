//! The head of an expanded scenario: which presets are written out, what they leave out, and where they come from.

use crate::family::{Catalogue, Member};
use crate::scenario::preset::{Expanded, PRESETS};

/// Longest line.
const WIDE: usize = 116;

/// Comment lines.
pub(super) fn head(name: &str, presets: &[Expanded]) -> String {
    let about = format!("`{name}` with all that it leaves unsaid; other files are looked for beside it.");
    let mut lines = wrapped(&about, "# ");
    for preset in presets {
        lines += &one(preset);
    }
    lines
}

/// What is told of one preset.
fn one(preset: &Expanded) -> String {
    let Member { keyword, summary, .. } = PRESETS.member(preset.preset);
    let of = preset.queue.as_ref().map_or("the whole centre".to_owned(), |queue| format!("the queue `{queue}`"));
    let mut lines = wrapped(&format!("Preset {keyword} for {of}: {summary}."), "#\n# ");
    for note in PRESETS.notes(preset.preset) {
        lines += &wrapped(&format!("It {}:", note.heading).replace("It sources", "Sources"), "# ");
        for item in note.items {
            lines += &wrapped(item, "# - ");
        }
    }
    lines
}

/// Comment lines of a readable length, the first behind these signs.
fn wrapped(text: &str, first: &str) -> String {
    let (mut lines, mut length) = (first.to_owned(), 0);
    let next = if first.contains('-') { "#   " } else { "# " };
    for word in text.split(' ') {
        if length > 0 && length + word.chars().count() > WIDE {
            lines = format!("{}\n{next}", lines.trim_end());
            length = 0;
        }
        lines = lines + word + " ";
        length += word.chars().count() + 1;
    }
    format!("{}\n", lines.trim_end())
}
