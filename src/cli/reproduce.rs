//! The command that plays the same again, as a shell takes it.

use std::ops::Range;

use crate::study::Evidence;
use crate::units::Share;

/// The command that gives these numbers again.
pub(super) fn command(evidence: &Evidence, confidence: Share) -> String {
    let range =
        evidence.played.first().map_or(0, |first| first.start)..evidence.played.last().map_or(0, |last| last.end);
    let mut words = vec!["switchboard".to_owned(), "run".to_owned(), quoted(&evidence.scenario.file)];
    for setting in &evidence.scenario.overrides {
        words.extend(["--set".to_owned(), quoted(setting)]);
    }
    words.extend(["--replications".to_owned(), replications(&range)]);
    words.extend(["--seed".to_owned(), evidence.seed.to_string()]);
    words.extend(["--confidence".to_owned(), confidence.to_string()]);
    words.join(" ")
}

fn replications(range: &Range<u64>) -> String {
    if range.start == 0 { range.end.to_string() } else { format!("{}..{}", range.start, range.end) }
}

/// A word as a POSIX shell takes it for one word.
fn quoted(word: &str) -> String {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || "-_./=,:+%@".contains(sign);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_shell_takes_each_word_for_one() {
        assert_eq!(quoted("contacts.billing.talk=3m"), "contacts.billing.talk=3m");
        assert_eq!(quoted("a b"), "'a b'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!(quoted(""), "''");
    }
}
