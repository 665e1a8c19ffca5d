//! Overrides: `contacts.billing.arrivals.per_hour=300` changes the file before it is read.

use toml::de::DeTable;

use super::source::Sources;
use super::tree::{Branches, Node, Tree};
use super::{Finding, Findings};
use crate::family::Place;

/// Applies overrides in their order; what they point at is created or replaced.
pub(in crate::scenario) fn apply(root: &mut Node, overrides: &[String], sources: &mut Sources) -> Findings {
    let mut findings = Findings::default();
    for text in overrides {
        let name = format!("--set {text}");
        let file = sources.add(name, text.as_str());
        match read(text, file) {
            Ok((path, value)) => set(root, &path, value),
            Err(finding) => findings.add(*finding),
        }
    }
    findings
}

/// One step of a path: a key and where it stands.
type Step = (String, Place);

/// The path and the value of an override.
fn read(text: &str, file: u32) -> Result<(Vec<Step>, Node), Box<Finding>> {
    let whole = Place { file, start: 0, end: text.len() as u32 };
    let refuse = |message: &str| {
        let help = "write it as contacts.billing.arrivals.per_hour=300".to_owned();
        Box::new(Finding::error(whole, message).label("not understood").help(help))
    };
    let (key, value) = text.split_once('=').ok_or_else(|| refuse("expected KEY=VALUE, found no `=`"))?;
    let (path, _) =
        parse(&format!("{key}=0"), key.len(), file).ok_or_else(|| refuse("expected keys with dots before `=`"))?;
    let plain = Place { file, start: key.len() as u32 + 1, end: text.len() as u32 };
    let node = match parse(text, key.len(), file) {
        Some((_, node)) => node,
        None => Node { place: plain, tree: Tree::Text(value.trim().to_owned()) },
    };
    Ok((path, node))
}

/// The keys that stand before byte `equals` of one TOML assignment, and its value.
fn parse(text: &str, equals: usize, file: u32) -> Option<(Vec<Step>, Node)> {
    let table = DeTable::parse(text).ok()?;
    let mut node = Node::of(&table, file);
    let mut path = Vec::new();
    while let Tree::Table(entries) = &node.tree {
        match entries.as_slice() {
            [entry] if (entry.place.end as usize) <= equals => {
                path.push((entry.key.clone(), entry.place));
                node = entry.node.clone();
            }
            _ => break,
        }
    }
    (!path.is_empty()).then_some((path, node))
}

/// Walks down the path, making tables where there are none, and leaves the value at its end.
fn set(node: &mut Node, path: &[Step], value: Node) {
    let Some(((key, place), rest)) = path.split_first() else {
        *node = value;
        return;
    };
    if let Tree::List(items) = &mut node.tree
        && let Some(item) = key.parse::<usize>().ok().and_then(|row| items.get_mut(row.checked_sub(1)?))
    {
        return set(item, rest, value);
    }
    if !matches!(node.tree, Tree::Table(_)) {
        *node = Node::table(*place);
    }
    let Tree::Table(entries) = &mut node.tree else { return };
    let at = entries.iter().position(|entry| entry.key == *key).unwrap_or(entries.len());
    if at == entries.len() {
        entries.push(Branches { key: key.clone(), place: *place, node: Node::table(*place) });
    }
    set(&mut entries[at].node, rest, value);
}
