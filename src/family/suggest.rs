//! "Did you mean": the nearest of the words that would have been right.

/// The allowed word most like the one found, if it is alike enough to be a slip.
pub fn nearest<'a>(found: &str, allowed: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |word: &str| word.to_lowercase().replace(['_', ' '], "-");
    let likeness = |word: &&str| strsim::damerau_levenshtein(&plain(found), &plain(word));
    let bound = found.chars().count().div_ceil(3).max(1);
    allowed.into_iter().map(|word| (likeness(&word), word)).filter(|(steps, _)| *steps <= bound).min().map(|it| it.1)
}

/// The nearest word as advice.
pub fn did_you_mean<'a>(found: &str, allowed: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(found, allowed).map(|word| format!("did you mean `{word}`?"))
}
