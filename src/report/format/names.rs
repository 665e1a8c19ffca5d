//! Names in a column: broken between words where they are too long for one line, inside a word only beyond all measure.

/// Longest piece of a name that stands on one line, whatever room there is.
const LONGEST_PIECE: usize = 40;

/// The width that a column of names takes where there is so much room: that of the longest name if it fits, and never
/// less than that of the longest piece.
pub(super) fn width<'a>(names: impl Iterator<Item = &'a str> + Clone, room: usize) -> usize {
    let longest = names.clone().map(|name| name.chars().count()).max().unwrap_or(0);
    let pieces = names.flat_map(pieces).map(|piece| piece.trim_end().chars().count());
    longest.min(room.max(pieces.max().unwrap_or(0).min(LONGEST_PIECE)))
}

/// A name in lines of at most so many letters.
pub(super) fn broken(name: &str, width: usize) -> String {
    let (mut lines, mut length) = (String::new(), 0);
    for piece in pieces(name) {
        if length > 0 && length + piece.trim_end().chars().count() > width {
            lines.truncate(lines.trim_end().len());
            lines.push('\n');
            length = 0;
        }
        for letter in piece.chars() {
            if length == width && letter != ' ' {
                lines.push('\n');
                length = 0;
            }
            lines.push(letter);
            length += 1;
        }
    }
    lines
}

/// Words with what joins them to the next: `service `, `night-`, `desk`.
fn pieces(name: &str) -> impl Iterator<Item = &str> {
    name.split_inclusive([' ', '-', '_', '/', '.'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_fit_stay_whole() {
        assert_eq!(
            (width(["service desk", "sales"].into_iter(), 20), broken("service desk", 12)),
            (12, "service desk".into())
        );
    }

    #[test]
    fn long_names_are_broken_between_words() {
        let name = "emergencies-at-night and weekends";
        assert_eq!(width([name].into_iter(), 9), 12);
        assert_eq!(broken(name, 12), "emergencies-\nat-night and\nweekends");
    }

    #[test]
    fn a_word_beyond_all_measure_is_cut() {
        let name = "é".repeat(90);
        assert_eq!(width([name.as_str()].into_iter(), 9), LONGEST_PIECE);
        let lengths: Vec<usize> = broken(&name, 40).lines().map(|line| line.chars().count()).collect();
        assert_eq!(lengths, [40, 40, 10]);
        assert_eq!(width([].into_iter(), 9), 0);
    }
}
