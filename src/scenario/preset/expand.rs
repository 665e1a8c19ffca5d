//! Expansion: every `policy` of a file becomes lines of the file, before anything else is read.

use toml::de::DeTable;

use super::ground::{Ground, Line};
use super::{PRESETS, Preset};
use crate::family::{Catalogue, Place};
use crate::scenario::read::{Branches, Finding, Findings, Names, Node, Reader, Sources, Tree, put};
use crate::scenario::routing::POLICY;

/// What a policy has become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::scenario) struct Expanded {
    /// Where the policy stands, and with it every line that it has made.
    pub place: Place,
    /// Row of the preset in its list.
    pub preset: usize,
    /// The queue whose policy it is; `None`: of the whole centre.
    pub queue: Option<String>,
}

/// Writes the lines of every policy, a queue's own before that of the whole centre; a policy that cannot be read makes
/// none, and the reading of the file says why.
pub(in crate::scenario) fn expand(root: &mut Node, sources: &mut Sources) -> (Vec<Expanded>, Findings) {
    spell_out(root);
    let (names, mut findings, mut expanded) = (Names::of(root), Findings::default(), Vec::new());
    let policies = policies(root);
    let apart: Vec<String> = policies.iter().filter_map(|(queue, _)| queue.clone()).collect();
    for (queue, policy) in policies {
        let mut reader = Reader::new(std::path::Path::new(""), sources, &names);
        let Some(located) = reader.value(&policy, &POLICY).filter(|_| reader.findings.all.is_empty()) else { continue };
        let chosen = located.member();
        let Preset { write, .. } = &PRESETS.0.entries[chosen.index].make;
        let mut ground = Ground::new(&names, queue.as_deref(), &apart);
        let written = write(&chosen.settings, &mut ground);
        let lines = ground.lines;
        if findings.made(&chosen.settings, written).is_some() {
            for line in &lines {
                add(root, &line.path, line, policy.place);
            }
            expanded.push(Expanded { place: policy.place, preset: chosen.index, queue });
        }
    }
    (expanded, findings)
}

/// `routing = "KEYWORD"` as the table that it stands for.
fn spell_out(root: &mut Node) {
    let Tree::Table(entries) = &mut root.tree else { return };
    let routing = entries.iter_mut().find(|entry| entry.key == "routing");
    let Some(entry) = routing.filter(|entry| matches!(entry.node.tree, Tree::Text(_))) else { return };
    let place = entry.node.place;
    let policy = std::mem::replace(&mut entry.node, Node::table(place));
    entry.node.tree = Tree::Table(vec![Branches { key: "policy".to_owned(), place, node: policy }]);
}

/// Every policy of a file with its queue, the one of the whole centre last.
fn policies(root: &Node) -> Vec<(Option<String>, Node)> {
    let queues = root.get("queues").map_or(&[][..], Node::entries).iter();
    let of_queues = queues.filter_map(|entry| Some((Some(entry.key.clone()), entry.node.get("policy")?.clone())));
    let of_all = root.get("routing").and_then(|routing| routing.get("policy")).map(|policy| (None, policy.clone()));
    of_queues.chain(of_all).collect()
}

/// Walks down the path, making tables where there are none, and leaves the value at its end unless one is there.
fn add(node: &mut Node, path: &[String], line: &Line, place: Place) {
    let Some((key, rest)) = path.split_first() else { return };
    // What should be a table and is none is for the reader to refuse.
    let Tree::Table(entries) = &mut node.tree else { return };
    let is_said = |key: &str| entries.iter().any(|entry| entry.key == key);
    let at = match entries.iter().position(|entry| entry.key == *key) {
        Some(_) if rest.is_empty() => return,
        None if rest.is_empty() && line.unless.is_some_and(is_said) => return,
        Some(at) => at,
        None => {
            let node = if rest.is_empty() { value(line, place) } else { Node::table(place) };
            entries.push(Branches { key: key.clone(), place, node });
            entries.len() - 1
        }
    };
    add(&mut entries[at].node, rest, line, place);
}

/// The value of a line, as if it stood at the policy.
fn value(line: &Line, place: Place) -> Node {
    let document = format!("line = {}", line.value);
    let (table, errors) = DeTable::parse_recoverable(&document);
    assert!(errors.is_empty(), "a preset writes `{}`, which is not TOML", line.value);
    let mut node = Node::of(&table, place.file).get("line").cloned().expect("the key was just written");
    put(&mut node, place);
    node
}

impl Expanded {
    /// Says of a finding about a line of this preset who has written it.
    pub(in crate::scenario) fn credit(&self, finding: &mut Finding) {
        if finding.place == Some(self.place) {
            let keyword = PRESETS.member(self.preset).keyword;
            let note = format!("the preset `{keyword}` writes it; `switchboard show FILE --expanded` shows its lines");
            finding.notes.push(note);
        }
    }
}
