//! Quotes: where each sign of a TOML text stands in the file, escapes and line breaks included.

/// By byte of the text, and for its end, the byte of what is written, quotes included; `None` if that is not how the
/// text is written.
pub(super) fn origins(written: &str, text: &str) -> Option<Vec<u32>> {
    let Some((length, escapes)) = delimiter(written) else {
        return bare(written, text);
    };
    let mut rest = Rest { written, at: length, end: written.len().checked_sub(length)?, escapes };
    if length == 3 {
        rest.skip_line_break();
    }
    let mut origins = Vec::with_capacity(text.len() + 1);
    for sign in text.chars() {
        let at = rest.sign(sign, length == 3)?;
        origins.extend(std::iter::repeat_n(at as u32, sign.len_utf8()));
    }
    origins.push(rest.end as u32);
    Some(origins)
}

/// The same of a text without quotes, as an override may give it.
fn bare(written: &str, text: &str) -> Option<Vec<u32>> {
    let blank = written.len() - written.trim_start().len();
    (written.trim() == text).then(|| (0..=text.len()).map(|byte| (blank + byte) as u32).collect())
}

/// Length of the quotes and whether there are escapes between them.
fn delimiter(written: &str) -> Option<(usize, bool)> {
    let known = [("\"\"\"", true), ("'''", false), ("\"", true), ("'", false)];
    known.into_iter().find(|(quotes, _)| written.starts_with(quotes)).map(|(quotes, escapes)| (quotes.len(), escapes))
}

/// What is written and not yet read.
struct Rest<'a> {
    written: &'a str,
    at: usize,
    end: usize,
    escapes: bool,
}

impl Rest<'_> {
    fn left(&self) -> &str {
        self.written.get(self.at..self.end).unwrap_or_default()
    }

    fn skip_line_break(&mut self) {
        let left = self.left();
        self.at += if left.starts_with("\r\n") { 2 } else { usize::from(left.starts_with('\n')) };
    }

    /// Goes past what writes one sign of the text; where that begins.
    fn sign(&mut self, sign: char, lines: bool) -> Option<usize> {
        while self.escapes && lines && self.continues() {
            let left = &self.left()[1..];
            self.at += 1 + left.len() - left.trim_start().len();
        }
        if sign == '\n' && self.left().starts_with("\r\n") {
            self.at += 1;
        }
        let at = self.at;
        let first = self.left().chars().next()?;
        self.at += match (first, self.left().as_bytes().get(1)) {
            ('\\', Some(b'u')) if self.escapes => 6,
            ('\\', Some(b'U')) if self.escapes => 10,
            ('\\', Some(b'x')) if self.escapes => 4,
            ('\\', _) if self.escapes => 2,
            _ if first == sign => first.len_utf8(),
            _ => return None,
        };
        Some(at)
    }

    /// Whether a line ends here in a backslash and goes on in the next.
    fn continues(&self) -> bool {
        let blank =
            self.left().strip_prefix('\\').and_then(|left| left.split('\n').next().filter(|_| left.contains('\n')));
        blank.is_some_and(|line| line.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What stands in the file where each sign of the text begins.
    fn begins(written: &str) -> String {
        let table: toml::Table = format!("it = {written}").parse().expect("it is TOML");
        let text = table["it"].as_str().expect("it is a text").to_owned();
        let origins = origins(written, &text).expect("it is written so");
        let starts = text.char_indices().map(|(byte, _)| &written[origins[byte] as usize..]);
        assert!(written[origins[text.len()] as usize..].chars().all(|sign| matches!(sign, '"' | '\'')));
        starts.map(|rest| rest.chars().next().unwrap_or('∅')).collect()
    }

    #[test]
    fn a_plain_text_stands_as_it_is() {
        assert_eq!(begins("\"a >= é3\""), "a >= é3");
        assert_eq!(begins("'a\\b'"), "a\\b");
    }

    #[test]
    fn an_escape_is_one_sign_where_it_begins() {
        assert_eq!(begins(r#""s == \"x\" \u0041b\tc""#), r"s == \x\ \b\c");
    }

    #[test]
    fn line_breaks_are_followed() {
        assert_eq!(begins("\"\"\"\na\n  b \\\n   c\"\"\""), "a\n  b c");
        assert_eq!(begins("'''\na\nb'''"), "a\nb");
    }

    proptest! {
        #[test]
        fn every_text_can_be_followed(text in "([ab '\"\\\\\\n\\t\\r\\x07é€]|'''|\"\"\"){0,20}") {
            let written = toml::Value::String(text.clone()).to_string();
            let origins = origins(&written, &text);
            prop_assert_eq!(origins.map(|origins| origins.len()), Some(text.len() + 1), "{}", written);
        }
    }

    #[test]
    fn another_text_has_no_places() {
        assert_eq!(origins("a or b", "a and b"), None);
        assert_eq!(origins("'a'", "b"), None);
    }

    #[test]
    fn an_override_may_go_without_quotes() {
        assert_eq!(origins(" ab ", "ab"), Some(vec![1, 2, 3]));
    }
}
