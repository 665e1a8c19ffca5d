//! Merging: evidence of different replications of one study becomes evidence of all of them, exactly.

use std::fmt;
use std::ops::Range;

use super::Evidence;
use super::evidence::EVIDENCE;
use crate::stats::Unlike;

/// Why evidence cannot be merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeError {
    /// There is nothing to merge.
    Nothing,
    /// Saved by a version that keeps other things.
    Schema(String),
    /// Something that must be equal differs.
    Differs {
        /// What: `seed`, `version`, …
        what: &'static str,
        /// In the first part.
        first: String,
        /// In this part.
        other: String,
        /// What to do.
        advice: &'static str,
    },
    /// Batch means of a long run cannot be continued.
    Batches,
    /// Both parts hold these replications.
    Overlap(Range<u64>),
    /// The parts count different things.
    Unlike(Unlike),
}

impl fmt::Display for MergeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => out.write_str("there is nothing to merge, expected at least one folder of results"),
            Self::Schema(found) => write!(out, "found saved estimates `{found}`, expected `{EVIDENCE}`: play it again"),
            Self::Differs { what, first, other, advice } => {
                write!(out, "found {what} `{other}`, expected `{first}` as in the first part: {advice}")
            }
            Self::Batches => out.write_str(
                "batch means cannot be merged, because batches of separate runs do not follow each other: lengthen \
                 `horizon.length`, or use `method = \"replications\"`",
            ),
            Self::Overlap(range) => write!(
                out,
                "replications `{}..{}` are in more than one part, and would count twice: play parts that do not overlap, \
                 such as `--replications 0..500` and `--replications 500..1000`",
                range.start, range.end
            ),
            Self::Unlike(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for MergeError {}

/// Evidence of all replications in all parts; the order of the parts does not matter for what is counted.
pub fn merge(parts: Vec<Evidence>) -> Result<Evidence, MergeError> {
    let mut parts = parts.into_iter();
    let mut all = parts.next().ok_or(MergeError::Nothing)?;
    all.fits(&all)?;
    for part in parts {
        all.fits(&part)?;
        all.estimates.merge(&part.estimates).map_err(MergeError::Unlike)?;
        all.played.extend(part.played);
        all.contacts = all.contacts.saturating_add(part.contacts);
        all.events = all.events.saturating_add(part.events);
        all.wall_seconds += part.wall_seconds;
        all.threads = all.threads.max(part.threads);
    }
    all.played = joined(all.played)?;
    all.note = gaps(&all.played);
    Ok(all)
}

impl Evidence {
    /// Whether another part is of the same study.
    fn fits(&self, other: &Self) -> Result<(), MergeError> {
        let differs = |what, first: &str, other: &str, advice| {
            let (first, other) = (first.to_owned(), other.to_owned());
            if first == other { Ok(()) } else { Err(MergeError::Differs { what, first, other, advice }) }
        };
        if other.schema != EVIDENCE {
            return Err(MergeError::Schema(other.schema.clone()));
        }
        if other.method != "replications" {
            return Err(MergeError::Batches);
        }
        differs("version", &self.version, &other.version, "play all parts with one version of switchboard")?;
        differs("scenario", &self.scenario.name, &other.scenario.name, "merge results of one scenario")?;
        let advice = "the scenario or its overrides were changed in between, so play all parts again";
        differs("scenario fingerprint", &self.fingerprint, &other.fingerprint, advice)?;
        let advice = "play all parts with one `--seed`, and with ranges such as `--replications 500..1000`";
        differs("seed", &self.seed.to_string(), &other.seed.to_string(), advice)
    }
}

/// Ranges in order, those that touch made one.
fn joined(mut ranges: Vec<Range<u64>>) -> Result<Vec<Range<u64>>, MergeError> {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_by_key(|range| range.start);
    let mut joined: Vec<Range<u64>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start < last.end => {
                return Err(MergeError::Overlap(range.start..range.end.min(last.end)));
            }
            Some(last) if range.start == last.end => last.end = range.end,
            _ => joined.push(range),
        }
    }
    Ok(joined)
}

/// What to say where numbers are missing in between.
fn gaps(played: &[Range<u64>]) -> Option<String> {
    let words: Vec<String> = played.iter().map(|range| format!("{}..{}", range.start, range.end)).collect();
    (played.len() > 1).then(|| format!("merged from replications {}", words.join(", ")))
}
