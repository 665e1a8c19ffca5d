//! The command that plays the same again, as a shell takes it.

use std::ops::Range;

use crate::study::Evidence;
use crate::units::Share;

/// The command that gives these numbers again; where replications are missing in between, one for each range and one
/// that merges them.
pub(super) fn command(evidence: &Evidence, confidence: Share) -> String {
    let played = evidence.played.as_slice();
    if let [] | [_] = played {
        let range = played.first().cloned().unwrap_or_default();
        return run(evidence, &range, confidence);
    }
    let folders: Vec<String> = (1..=played.len()).map(|part| format!("part-{part}")).collect();
    let runs = played.iter().zip(&folders);
    let runs = runs.map(|(range, folder)| format!("{} --out {folder}", run(evidence, range, confidence)));
    let merge = format!("switchboard merge {}", folders.join(" "));
    runs.chain([merge]).collect::<Vec<_>>().join(" && ")
}

/// The command that plays one range.
fn run(evidence: &Evidence, range: &Range<u64>, confidence: Share) -> String {
    let mut words = vec!["switchboard".to_owned(), "run".to_owned(), quoted(&evidence.scenario.file)];
    for setting in &evidence.scenario.overrides {
        words.extend(["--set".to_owned(), quoted(setting)]);
    }
    words.extend(["--replications".to_owned(), replications(range)]);
    words.extend(["--seed".to_owned(), evidence.seed.to_string()]);
    words.extend(["--confidence".to_owned(), confidence.to_string()]);
    words.join(" ")
}

/// A range as `--replications` takes it.
pub(super) fn replications(range: &Range<u64>) -> String {
    if range.start == 0 { range.end.to_string() } else { format!("{}..{}", range.start, range.end) }
}

/// A word as a POSIX shell takes it for one word.
pub(super) fn quoted(word: &str) -> String {
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
