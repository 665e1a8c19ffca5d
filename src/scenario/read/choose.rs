//! Choosing a member of a family: the full way `{ gamma = { mean = "3m", cv = 1.2 } }` and its short forms.
//!
//! A table with one keyword chooses by that keyword; its value is the member's table, or its main setting. A bare
//! word that is a keyword chooses a member that needs no settings. Every other bare value, and a table of settings
//! without a keyword, goes to the family's bare member.

use super::tree::{Branches, Node, Tree};
use super::words::{keywords, listed};
use super::{Finding, Reader};
use crate::family::{Catalogue, Chosen, Kind, Member, Need, Place, Settings, did_you_mean, nearest};

impl Reader<'_> {
    /// The member that a value chooses.
    pub(super) fn member(&mut self, node: &Node, family: &'static dyn Catalogue) -> Option<Chosen> {
        match &node.tree {
            Tree::Table(entries) => self.by_key(node, entries, family),
            Tree::Text(text) => match family.find(text) {
                Some(index) => self.by_word(node, family, index),
                None => self.bare(node, family),
            },
            _ => self.bare(node, family),
        }
    }

    fn by_key(&mut self, node: &Node, entries: &[Branches], family: &'static dyn Catalogue) -> Option<Chosen> {
        if let Some(entry) = only_keyword(entries, family)
            && let Some(index) = family.find(&entry.key)
        {
            return self.told(entry, family, index);
        }
        let bare = family.bare().and_then(|keyword| family.find(keyword));
        if let Some(index) = bare
            && entries.iter().any(|entry| has(family.member(index), &entry.key))
        {
            return self.with_table(node, family, index);
        }
        self.no_keyword(node, entries, family)
    }

    /// `{ keyword = value }`.
    fn told(&mut self, entry: &Branches, family: &'static dyn Catalogue, index: usize) -> Option<Chosen> {
        let member = family.member(index);
        self.within(&entry.key, |reader| {
            if is_whole_table(&entry.node, member) {
                reader.with_table(&entry.node, family, index)
            } else {
                reader.with_main(&entry.node, member, index)
            }
        })
    }

    fn with_table(&mut self, node: &Node, family: &'static dyn Catalogue, index: usize) -> Option<Chosen> {
        let settings = self.table(node, family.member(index).settings)?;
        Some(Chosen { index, settings })
    }

    /// A value for the main setting; all others keep their defaults.
    fn with_main(&mut self, node: &Node, member: &'static Member, index: usize) -> Option<Chosen> {
        let Some(main) = member.main else {
            let message = format!("{}: expected a table of settings, found {}", self.here(), node.tree);
            let help = format!("write it as {}", member.example);
            self.findings.add(Finding::error(node.place, message).label("not a table").help(help));
            return None;
        };
        let settings = self.table(&main_alone(main, node), member.settings)?;
        Some(Chosen { index, settings })
    }

    /// A keyword alone.
    fn by_word(&mut self, node: &Node, family: &'static dyn Catalogue, index: usize) -> Option<Chosen> {
        let member = family.member(index);
        let settings: Option<Settings> = self.table(&Node::table(node.place), member.settings);
        settings.map(|settings| Chosen { index, settings })
    }

    /// A value without keyword.
    fn bare(&mut self, node: &Node, family: &'static dyn Catalogue) -> Option<Chosen> {
        let looks_like_a_word = match &node.tree {
            Tree::Text(text) => text.starts_with(|sign: char| sign.is_alphabetic()),
            _ => false,
        };
        let index = family.bare().and_then(|keyword| family.find(keyword));
        match (index, &node.tree) {
            (Some(index), _) if !looks_like_a_word => self.with_main(node, family.member(index), index),
            (Some(index), Tree::Text(text)) if nearest(text, keywords(family)).is_none() => {
                let mark = self.findings.all.len();
                let read = self.with_main(node, family.member(index), index);
                if read.is_none() {
                    self.findings.all.truncate(mark);
                    self.refuse::<()>(node, &Kind::Family(family));
                }
                read
            }
            (_, Tree::Text(text)) => {
                self.refuse_with(node, &Kind::Family(family), did_you_mean(text, keywords(family)))
            }
            _ => self.refuse(node, &Kind::Family(family)),
        }
    }

    fn no_keyword<T>(&mut self, node: &Node, entries: &[Branches], family: &'static dyn Catalogue) -> Option<T> {
        let allowed = format!("allowed: {}", listed(keywords(family)));
        let finding = match entries {
            [] => Finding::error(node.place, format!("{}: expected a keyword, found an empty table", self.here())),
            [entry] => Finding::error(
                entry.place,
                format!("{}: `{}` is not one of the {}", self.here(), entry.key, family.name()),
            )
            .label("unknown")
            .help(did_you_mean(&entry.key, keywords(family))),
            [first, ..] => {
                let keys = listed(entries.iter().map(|entry| entry.key.as_str()));
                let message = format!("{}: expected one keyword of the {}, found {keys}", self.here(), family.name());
                Finding::error(first.place, message)
                    .label("one keyword with its settings is expected")
                    .help(owner(entries, family))
            }
        };
        self.findings.add(finding.note(allowed));
        None
    }
}

/// The member that a value chooses, and the table of its settings; `None` where the reader finds a mistake.
pub(in crate::scenario) fn choice(node: &Node, family: &dyn Catalogue) -> Option<(usize, Node)> {
    let with_main = |index: usize, value: &Node| Some((index, main_alone(family.member(index).main?, value)));
    if let Some(entry) = only_keyword(node.entries(), family)
        && let Some(index) = family.find(&entry.key)
    {
        let whole = is_whole_table(&entry.node, family.member(index));
        return if whole { Some((index, entry.node.clone())) } else { with_main(index, &entry.node) };
    }
    if let Tree::Text(text) = &node.tree
        && let Some(index) = family.find(text)
    {
        return Some((index, Node::table(node.place)));
    }
    let index = family.find(family.bare()?)?;
    if node.entries().iter().any(|entry| has(family.member(index), &entry.key)) {
        return Some((index, node.clone()));
    }
    with_main(index, node)
}

/// Whether the value of a keyword is the table of its member's settings, and not that of its main setting.
fn is_whole_table(value: &Node, member: &Member) -> bool {
    let own = |entries: &[Branches]| entries.is_empty() || entries.iter().any(|it| has(member, &it.key));
    match &value.tree {
        Tree::Table(entries) => own(entries) || !main_takes_tables(member),
        _ => false,
    }
}

/// The table that has the main setting alone.
fn main_alone(main: &str, value: &Node) -> Node {
    let unwritten = Place { end: value.place.start, ..value.place };
    let entry = Branches { key: main.to_owned(), place: unwritten, node: value.clone() };
    Node { place: value.place, tree: Tree::Table(vec![entry]) }
}

/// The one entry of a table; or the keyword that an override puts beside the one of the file.
fn only_keyword<'a>(entries: &'a [Branches], family: &dyn Catalogue) -> Option<&'a Branches> {
    let last = entries.iter().max_by_key(|entry| entry.place.file)?;
    let alone = entries.len() == 1;
    let replaces = || {
        let own = entries.iter().filter(|entry| entry.place.file == last.place.file).count() == 1;
        own && last.place.file > 0 && entries.iter().all(|entry| family.find(&entry.key).is_some())
    };
    (alone || replaces()).then_some(last)
}

fn has(member: &Member, key: &str) -> bool {
    member.settings.iter().any(|setting| setting.name == key)
}

/// Whether the main setting may be written as a table by itself.
fn main_takes_tables(member: &Member) -> bool {
    let kind = member.settings.iter().find(|setting| Some(setting.name) == member.main).map(|setting| &setting.kind);
    kind.is_some_and(takes_tables)
}

fn takes_tables(kind: &Kind) -> bool {
    match kind {
        Kind::Family(_) | Kind::Table(_) | Kind::Tables(_) | Kind::Map(..) | Kind::Hours | Kind::Series(_) => true,
        Kind::List(of) => takes_tables(of),
        Kind::Either(kinds) => kinds.iter().any(takes_tables),
        _ => false,
    }
}

/// The keyword among several keys, with the others as its settings.
fn owner(entries: &[Branches], family: &dyn Catalogue) -> Option<String> {
    let keyword = entries.iter().find(|entry| family.find(&entry.key).is_some())?;
    let index = family.find(&keyword.key)?;
    let others: Vec<&str> =
        entries.iter().map(|entry| entry.key.as_str()).filter(|key| has(family.member(index), key)).collect();
    (!others.is_empty()).then(|| {
        let keys = others.iter().map(|key| format!("{key} = …")).collect::<Vec<_>>().join(", ");
        format!("put the settings into the keyword's table: `{{ {} = {{ {keys} }} }}`", keyword.key)
    })
}

/// Whether a member can be chosen by its keyword alone.
pub(in crate::scenario) fn stands_alone(member: &Member) -> bool {
    member.settings.iter().all(|setting| setting.need != Need::Required)
}
