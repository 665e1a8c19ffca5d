//! The full way to write a scenario: every member by its keyword, keys in the order of the reference, and, if asked for,
//! every default.
//!
//! Only a file that can be read is written so; what a value means does not change.

use toml::de::DeTable;

use crate::family::{Catalogue, Kind, Member, Need, Place, Setting};
use crate::scenario::read::{Branches, Node, Sources, Tree, choice, fits, put};

/// What is written though the file does not say it.
#[derive(Debug)]
pub(super) enum Unsaid {
    /// Nothing.
    Nothing,
    /// Defaults; each stands in a text of its own.
    Defaults {
        /// Number of that text.
        file: u32,
        /// The defaults so far.
        text: String,
    },
}

impl Unsaid {
    /// All defaults.
    pub(super) fn defaults(sources: &Sources) -> Self {
        Self::Defaults { file: sources.next(), text: String::new() }
    }

    /// What stands for a setting that is absent.
    fn node(&mut self, setting: &Setting) -> Option<Node> {
        let (Self::Defaults { file, text }, Need::Default(value)) = (self, setting.need) else { return None };
        let start = text.len();
        let document = format!("default = {value}");
        let (table, _) = DeTable::parse_recoverable(&document);
        let mut node = Node::of(&table, *file).get("default").cloned()?;
        text.push_str(value);
        put(&mut node, Place { file: *file, start: start as u32, end: text.len() as u32 });
        Some(node)
    }

    /// Lets messages point at what is written so.
    pub(super) fn keep(&self, sources: &mut Sources) {
        if let Self::Defaults { text, .. } = self {
            sources.add("defaults", text.as_str());
        }
    }

    /// Whether this stands for something that is absent.
    pub(super) fn is_here(&self, place: Place) -> bool {
        matches!(self, Self::Defaults { file, .. } if *file == place.file)
    }
}

/// A value the full way.
pub(super) fn full(node: &Node, kind: &Kind, unsaid: &mut Unsaid) -> Node {
    let tree = match (kind, &node.tree) {
        (Kind::Table(list), Tree::Table(entries)) => Tree::Table(table(entries, list, unsaid)),
        (Kind::Tables(list), Tree::Table(entries)) => Tree::Table(each(entries, &Kind::Table(list), unsaid)),
        (Kind::Map(_, of), Tree::Table(entries)) => Tree::Table(each(entries, of, unsaid)),
        (Kind::List(of), Tree::List(items)) => Tree::List(items.iter().map(|item| full(item, of, unsaid)).collect()),
        (Kind::List(of), _) => Tree::List(vec![full(node, of, unsaid)]),
        (Kind::Family(family), _) => member(node, *family, unsaid),
        (Kind::Either(kinds), _) => match kinds.iter().find(|kind| fits(node, kind)) {
            Some(kind) => return full(node, kind, unsaid),
            None => node.tree.clone(),
        },
        _ => node.tree.clone(),
    };
    Node { place: node.place, tree }
}

/// The entries of a table in the order of its list.
fn table(entries: &[Branches], list: &[Setting], unsaid: &mut Unsaid) -> Vec<Branches> {
    let mut told = Vec::with_capacity(list.len());
    for setting in list {
        let written = entries.iter().find(|entry| entry.key == setting.name);
        let node = written.map(|entry| (entry.place, entry.node.clone()));
        let node = node.or_else(|| unsaid.node(setting).map(|node| (node.place, node)));
        if let Some((place, node)) = node {
            told.push(Branches { key: setting.name.to_owned(), place, node: full(&node, &setting.kind, unsaid) });
        }
    }
    told
}

/// Entries whose keys are names.
fn each(entries: &[Branches], of: &Kind, unsaid: &mut Unsaid) -> Vec<Branches> {
    let told = |entry: &Branches| Branches { node: full(&entry.node, of, unsaid), ..entry.clone() };
    entries.iter().map(told).collect()
}

/// A member by its keyword; alone, or with its main setting alone, where nothing else is to be said.
fn member(node: &Node, family: &dyn Catalogue, unsaid: &mut Unsaid) -> Tree {
    let Some((index, settings)) = choice(node, family) else { return node.tree.clone() };
    let member: &'static Member = family.member(index);
    let entries = table(settings.entries(), member.settings, unsaid);
    let plain = |node: &Node| !matches!(node.tree, Tree::Table(_));
    let told = match entries.as_slice() {
        [] => return Tree::Text(member.keyword.to_owned()),
        [only] if Some(only.key.as_str()) == member.main && plain(&only.node) => only.node.clone(),
        _ => Node { place: settings.place, tree: Tree::Table(entries) },
    };
    Tree::Table(vec![Branches { key: member.keyword.to_owned(), place: node.place, node: told }])
}
