//! Values to vary: `KEY=a,b,c`, and the configurations that several of them make together.
//!
//! Commas inside quotes, brackets and braces belong to a value, so that every TOML value can be written.

use std::path::PathBuf;

/// One key and its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Vary {
    /// The key with dots, as in `--set`.
    key: String,
    /// At least one, none of them empty.
    values: Vec<String>,
}

/// A configuration before it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Variant {
    /// Short name that no other one has.
    pub(super) name: String,
    /// Its scenario.
    pub(super) file: PathBuf,
    /// What is varied, `KEY=value`.
    pub(super) changes: Vec<String>,
}

impl Vary {
    /// Reads `KEY=a,b,c`.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let refuse = |found: &str| {
            format!(
                "`--vary {text}`: {found}, expected a key and values such as `teams.front.agents=8,9,10` or \
                 `'routing.agent_order=[\"longest-idle\"],[\"random\"]'`"
            )
        };
        let (key, values) = text.split_once('=').ok_or_else(|| refuse("found no `=`"))?;
        let values = parts(values).ok_or_else(|| refuse("found a quote or a bracket that is not closed"))?;
        if key.trim().is_empty() {
            return Err(refuse("found no key before `=`"));
        }
        if values.iter().any(String::is_empty) {
            return Err(refuse("found an empty value"));
        }
        Ok(Self { key: key.trim().to_owned(), values })
    }

    /// The last part of the key, or all of it where another key ends alike.
    fn label(&self, others: &[Self]) -> String {
        let last = |key: &str| key.rsplit('.').next().unwrap_or_default().to_owned();
        let alike = others.iter().filter(|other| last(&other.key) == last(&self.key)).count();
        if alike > 1 { self.key.clone() } else { last(&self.key) }
    }
}

/// Text between the commas that stand outside quotes, brackets and braces; `None` when one of these is not closed.
fn parts(text: &str) -> Option<Vec<String>> {
    let (mut parts, mut part) = (Vec::new(), String::new());
    let (mut open, mut quote, mut escaped) = (Vec::new(), None, false);
    for sign in text.chars() {
        match (quote, sign) {
            (Some('"'), '\\') if !escaped => {
                escaped = true;
                part.push(sign);
                continue;
            }
            (Some(end), _) if sign == end && !escaped => quote = None,
            (None, '"' | '\'') => quote = Some(sign),
            (None, '[') => open.push(']'),
            (None, '{') => open.push('}'),
            (None, ']' | '}') if open.pop() != Some(sign) => return None,
            (None, ',') if open.is_empty() => {
                parts.push(std::mem::take(&mut part).trim().to_owned());
                continue;
            }
            _ => {}
        }
        escaped = false;
        part.push(sign);
    }
    parts.push(part.trim().to_owned());
    (open.is_empty() && quote.is_none()).then_some(parts)
}

/// How many configurations there are, held at the top of the scale.
pub(super) fn count(files: usize, varied: &[Vary]) -> usize {
    varied.iter().fold(files, |product, vary| product.saturating_mul(vary.values.len()))
}

/// Every file with every combination of values; the last key changes fastest.
pub(super) fn variants(files: &[PathBuf], varied: &[Vary]) -> Vec<Variant> {
    let mut combinations: Vec<Vec<(String, String)>> = vec![Vec::new()];
    for vary in varied {
        let label = vary.label(varied);
        let more = |changes: &Vec<(String, String)>| {
            let with = |value: &String| {
                let name = format!("{label}={}", plain(value));
                [changes.clone(), vec![(name, format!("{}={value}", vary.key))]].concat()
            };
            vary.values.iter().map(with).collect::<Vec<_>>()
        };
        combinations = combinations.iter().flat_map(more).collect();
    }
    let mut variants: Vec<Variant> = Vec::new();
    for (file, stem) in files.iter().zip(stems(files)) {
        for changes in &combinations {
            let (names, changes): (Vec<String>, Vec<String>) = changes.iter().cloned().unzip();
            let of_file = (files.len() > 1 || names.is_empty()).then(|| stem.clone());
            let name = of_file.into_iter().chain(names).collect::<Vec<_>>().join(" ");
            let same =
                variants.iter().filter(|other| other.name == name || other.name.starts_with(&format!("{name} #")));
            let name = match same.count() {
                0 => name,
                before => format!("{name} #{}", before + 1),
            };
            variants.push(Variant { name, file: file.clone(), changes });
        }
    }
    variants
}

/// A value without quotes and brackets, in words that can be broken.
fn plain(value: &str) -> String {
    let bare = value.replace(['"', '\'', '[', ']'], "");
    bare.split(',').map(str::trim).collect::<Vec<_>>().join(", ")
}

/// Short names of files: the stem, or the whole path where two files have one stem.
fn stems(files: &[PathBuf]) -> Vec<String> {
    let stem = |file: &PathBuf| file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let alike = |file: &PathBuf| files.iter().any(|other| other != file && stem(other) == stem(file));
    files.iter().map(|file| if alike(file) { file.display().to_string() } else { stem(file) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        Vary::read(text).unwrap_or_else(|refusal| panic!("{refusal}")).values
    }

    fn names(files: &[&str], varied: &[&str]) -> Vec<String> {
        let files: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
        let varied: Vec<Vary> = varied.iter().map(|text| Vary::read(text).expect("values")).collect();
        assert_eq!(variants(&files, &varied).len(), count(files.len(), &varied));
        variants(&files, &varied).into_iter().map(|variant| variant.name).collect()
    }

    #[test]
    fn commas_divide_values_unless_they_are_inside_one() {
        assert_eq!(values("teams.front.agents=8, 9,10"), ["8", "9", "10"]);
        assert_eq!(values(r#"routing.agent_order=["a", "b"],["c"]"#), [r#"["a", "b"]"#, r#"["c"]"#]);
        assert_eq!(values("a.talk={ lognormal = { mean = 3, cv = 1 } },2m").len(), 2);
        assert_eq!(values(r#"title="a, \" b",'c, d',e"#), [r#""a, \" b""#, "'c, d'", "e"]);
    }

    #[test]
    fn what_is_no_list_of_values_says_what_one_is() {
        for text in ["agents", "=8,9", "agents=8,,9", "agents=", "a=[8", "a=8]", "a=\"8", "a={]"] {
            let refusal = Vary::read(text).expect_err(text);
            assert!(refusal.contains("`teams.front.agents=8,9,10`"), "{refusal}");
        }
    }

    #[test]
    fn several_keys_make_every_combination_and_the_last_changes_fastest() {
        let found = names(&["bank.toml"], &["teams.front.agents=8,9", "routing.order=x,y"]);
        assert_eq!(found, ["agents=8 order=x", "agents=8 order=y", "agents=9 order=x", "agents=9 order=y"]);
        assert_eq!(
            names(&["a.toml", "b.toml"], &["t.agents=8,9"]),
            ["a agents=8", "a agents=9", "b agents=8", "b agents=9"]
        );
    }

    #[test]
    fn no_two_configurations_have_one_name() {
        assert_eq!(names(&["a/x.toml", "b/x.toml"], &[]), ["a/x.toml", "b/x.toml"]);
        assert_eq!(names(&["x.toml", "x.toml"], &["n=1,1"]), ["x n=1", "x n=1 #2", "x n=1 #3", "x n=1 #4"]);
        assert_eq!(names(&["x.toml"], &["a.n=1", "b.n=2"]), ["a.n=1 b.n=2"]);
    }
}
