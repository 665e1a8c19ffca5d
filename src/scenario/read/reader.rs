//! The reader: walks the file along lists of settings and keeps every problem it meets.
//!
//! What cannot be read is reported once and then left out, or replaced by its default, so that one mistake does not
//! cause another; a table with a missing or unreadable setting that has no default is not made at all.

use std::path::Path;

use super::names::Names;
use super::source::Sources;
use super::tree::{Branches, Node, Tree};
use super::words::{example, listed, noun};
use super::{Finding, Findings};
use crate::family::{Kind, Located, Need, Place, Scope, Setting, Settings, Value, did_you_mean};

/// Reads values as their settings describe them.
#[derive(Debug)]
pub(in crate::scenario) struct Reader<'a> {
    /// Where other files' paths start.
    pub base: &'a Path,
    /// The texts read so far.
    pub sources: &'a mut Sources,
    /// The names that may be referred to.
    pub names: &'a Names,
    /// The problems found so far.
    pub findings: Findings,
    /// Values that were read, with their kinds, in tables and lists that were not made because of others.
    pub orphans: Vec<(&'static Kind, Located)>,
    /// Keys from the top of the file to the value being read.
    path: Vec<String>,
}

impl<'a> Reader<'a> {
    /// A reader that has found nothing yet.
    pub(in crate::scenario) fn new(base: &'a Path, sources: &'a mut Sources, names: &'a Names) -> Self {
        Self { base, sources, names, findings: Findings::default(), orphans: Vec::new(), path: Vec::new() }
    }

    /// The settings of a table; `None` when a required one is missing or unreadable.
    pub(in crate::scenario) fn table(&mut self, node: &Node, list: &'static [Setting]) -> Option<Settings> {
        let Tree::Table(entries) = &node.tree else {
            return self.refuse(node, &Kind::Table(list));
        };
        self.unknown_keys(entries, list);
        let mut settings = Settings { place: node.place, values: Vec::with_capacity(list.len()) };
        let mut complete = true;
        for setting in list {
            match self.setting(node, entries, setting) {
                Ok(Some(located)) => settings.values.push((setting.name, located)),
                Ok(None) => {}
                Err(Missing) => complete = false,
            }
        }
        if complete {
            return Some(settings);
        }
        let kind = |name| list.iter().find(|setting| setting.name == name).map(|setting| &setting.kind);
        let orphans = settings.values.into_iter().filter_map(|(name, located)| Some((kind(name)?, located)));
        self.orphans.extend(orphans);
        None
    }

    /// One setting of a table: what is written, or its default, or nothing.
    fn setting(
        &mut self,
        table: &Node,
        entries: &[Branches],
        setting: &'static Setting,
    ) -> Result<Option<Located>, Missing> {
        let written = entries.iter().find(|entry| entry.key == setting.name);
        if let Some(entry) = written
            && let Some(located) = self.entry(entry, &setting.kind)
        {
            return Ok(Some(located));
        }
        let top = self.path.is_empty();
        match setting.need {
            Need::Default(text) => Ok(self.default(table.place, text, setting)),
            Need::Optional if written.is_none() || top => Ok(None),
            Need::Optional => Err(Missing),
            Need::Required if written.is_some() => Err(Missing),
            Need::Required => {
                self.missing(table.place, setting);
                Err(Missing)
            }
        }
    }

    /// What a key holds; a key without extent was not written, and no message names it.
    fn entry(&mut self, entry: &Branches, kind: &'static Kind) -> Option<Located> {
        if entry.place.start == entry.place.end {
            return self.value(&entry.node, kind);
        }
        self.within(&entry.key, |reader| reader.value(&entry.node, kind))
    }

    fn missing(&mut self, place: Place, setting: &Setting) {
        let message = format!("{} lacks `{}`", self.here(), setting.name);
        let help = match setting.kind {
            Kind::Tables(_) => Some(format!("write a table `[{}.NAME]`", setting.name)),
            _ => example(&setting.kind).map(|example| format!("write `{} = {example}`", setting.name)),
        };
        let note = format!("`{}`: {}", setting.name, setting.summary);
        self.findings.add(Finding::error(place, message).label("required here").note(note).help(help));
    }

    fn default(&mut self, place: Place, text: &str, setting: &'static Setting) -> Option<Located> {
        let node = default_node(text, place);
        self.within(setting.name, |reader| reader.value(&node, &setting.kind))
    }

    fn unknown_keys(&mut self, entries: &[Branches], list: &[Setting]) {
        let allowed = || list.iter().map(|setting| setting.name);
        for entry in entries.iter().filter(|entry| !allowed().any(|name| name == entry.key)) {
            let message = format!("unknown key `{}` in {}", entry.key, self.here());
            let note = match list {
                [] => "nothing can be set here".to_owned(),
                _ => format!("allowed: {}", listed(allowed())),
            };
            let finding = Finding::error(entry.place, message).label("unknown").note(note);
            self.findings.add(finding.help(did_you_mean(&entry.key, allowed())));
        }
    }

    /// Reads one key deeper.
    pub(super) fn within<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(key.to_owned());
        let result = read(self);
        self.path.pop();
        result
    }

    /// Where the reader is, as the file would write it.
    pub(super) fn here(&self) -> String {
        match self.path.as_slice() {
            [] => "the scenario".to_owned(),
            keys => format!("`{}`", keys.join(".")),
        }
    }

    /// Reports that a value is not of its kind.
    pub(super) fn refuse<T>(&mut self, node: &Node, kind: &Kind) -> Option<T> {
        let help = example(kind).map(|example| format!("write it as {example}"));
        self.refuse_with(node, kind, help)
    }

    /// The same with advice of its own.
    pub(super) fn refuse_with<T>(&mut self, node: &Node, kind: &Kind, help: Option<String>) -> Option<T> {
        let noun = noun(kind);
        let message = format!("{}: expected {noun}, found {}", self.here(), node.tree);
        let label = match kind {
            Kind::Either(_) | Kind::Choice(_) | Kind::Family(_) | Kind::Table(_) => "not allowed here".to_owned(),
            _ => format!("not {noun}"),
        };
        self.findings.add(Finding::error(node.place, message).label(label).help(help));
        None
    }

    /// Tables, lists and choices between kinds; plain values are read elsewhere.
    pub(in crate::scenario) fn value(&mut self, node: &Node, kind: &'static Kind) -> Option<Located> {
        let value = match kind {
            Kind::Table(list) => self.table(node, list).map(Value::Table),
            Kind::Tables(list) => self.tables(node, list).map(Value::Tables),
            Kind::Map(scope, of) => self.map(node, *scope, of).map(Value::Map),
            Kind::List(of) => self.list(node, of).map(Value::List),
            Kind::Series(of) => self.series(node, of).map(Value::List),
            Kind::Family(family) => self.member(node, *family).map(Value::Member),
            Kind::Either(kinds) => return self.either(node, kind, kinds),
            _ => self.plain(node, kind),
        };
        value.map(|value| Located { value, place: node.place })
    }

    fn tables(&mut self, node: &Node, list: &'static [Setting]) -> Option<Vec<(String, Settings)>> {
        let Tree::Table(entries) = &node.tree else {
            return self.refuse(node, &Kind::Tables(list));
        };
        let mut tables = Vec::with_capacity(entries.len());
        for entry in entries {
            let table = self.within(&entry.key, |reader| reader.table(&entry.node, list));
            tables.extend(table.map(|settings| (entry.key.clone(), settings)));
        }
        Some(tables)
    }

    fn map(&mut self, node: &Node, scope: Option<Scope>, of: &'static Kind) -> Option<Vec<(String, Located)>> {
        let Tree::Table(entries) = &node.tree else {
            let message = format!("{}: expected a table, found {}", self.here(), node.tree);
            self.findings.add(Finding::error(node.place, message).label("not a table"));
            return None;
        };
        let mut map = Vec::with_capacity(entries.len());
        for entry in entries {
            let known = scope.is_none_or(|scope| self.known(scope, &entry.key, entry.place));
            let value = self.within(&entry.key, |reader| reader.value(&entry.node, of));
            map.extend(value.filter(|_| known).map(|value| (entry.key.clone(), value)));
        }
        // Members that are defined here may name each other, and would be told of one that is left out.
        let defines = scope.is_none() && matches!(of, Kind::Family(_));
        if defines && map.len() < entries.len() {
            self.orphans.extend(map.into_iter().map(|(_, located)| (of, located)));
            return None;
        }
        Some(map)
    }

    fn list(&mut self, node: &Node, of: &'static Kind) -> Option<Vec<Located>> {
        match &node.tree {
            Tree::List(items) => self.items(items, of),
            _ => self.value(node, of).map(|only| vec![only]),
        }
    }

    /// Every item of a list, or none: a list with a hole in it would mean something else.
    pub(super) fn items(&mut self, items: &[Node], of: &'static Kind) -> Option<Vec<Located>> {
        let read: Vec<Option<Located>> = items
            .iter()
            .enumerate()
            .map(|(row, item)| self.within(&(row + 1).to_string(), |reader| reader.value(item, of)))
            .collect();
        if read.iter().any(Option::is_none) {
            self.orphans.extend(read.into_iter().flatten().map(|located| (of, located)));
            return None;
        }
        read.into_iter().collect()
    }

    /// The first kind that reads without a problem; else the problems of the first kind of the right shape.
    fn either(&mut self, node: &Node, whole: &'static Kind, kinds: &'static [Kind]) -> Option<Located> {
        let (mark, orphans) = (self.findings.all.len(), self.orphans.len());
        let fitting = || kinds.iter().filter(|kind| fits(node, kind));
        for kind in fitting() {
            let read = self.value(node, kind);
            if read.is_some() && self.findings.all.len() == mark {
                return read;
            }
            self.findings.all.truncate(mark);
            self.orphans.truncate(orphans);
        }
        match fitting().collect::<Vec<_>>().as_slice() {
            [only] => self.value(node, only),
            _ => self.refuse(node, whole),
        }
    }

    /// Whether a name is defined; a finding if not.
    pub(super) fn known(&mut self, scope: Scope, name: &str, place: Place) -> bool {
        let names = self.names.scope(scope);
        scope == Scope::Nodes || super::names::resolve((scope, names), (name, place), &mut self.findings).is_some()
    }
}

/// A required setting is not there, or not readable; the finding is made.
struct Missing;

/// A default as if it stood in the file.
fn default_node(text: &str, place: Place) -> Node {
    let document = format!("default = {text}");
    let (table, errors) = toml::de::DeTable::parse_recoverable(&document);
    assert!(errors.is_empty(), "the default `{text}` is not TOML");
    let mut node = Node::of(&table, place.file).get("default").cloned().expect("the key was just written");
    put(&mut node, place);
    node
}

/// Lets a value and everything in it stand at one place.
pub(in crate::scenario) fn put(node: &mut Node, place: Place) {
    node.place = place;
    match &mut node.tree {
        Tree::List(items) => items.iter_mut().for_each(|item| put(item, place)),
        Tree::Table(entries) => entries.iter_mut().for_each(|entry| {
            entry.place = place;
            put(&mut entry.node, place);
        }),
        _ => {}
    }
}

/// Whether a value has the shape of a kind, whatever it says.
pub(in crate::scenario) fn fits(node: &Node, kind: &Kind) -> bool {
    let (text, table, list) = match node.tree {
        Tree::Text(_) => (true, false, false),
        Tree::Table(_) => (false, true, false),
        Tree::List(_) => (false, false, true),
        _ => (false, false, false),
    };
    let whole = matches!(node.tree, Tree::Whole(_));
    let number = whole || matches!(node.tree, Tree::Number(_));
    let moment = matches!(node.tree, Tree::Moment(_));
    match kind {
        Kind::Flag => matches!(node.tree, Tree::Flag(_)),
        Kind::Count(..) => whole,
        Kind::Number(..) => number,
        Kind::Share => text || number,
        Kind::Clock | Kind::DateTime => text || moment,
        Kind::Hours => text || table || list,
        Kind::Days => text || list,
        Kind::Span
        | Kind::Rate
        | Kind::Text
        | Kind::Path
        | Kind::Choice(_)
        | Kind::Name(_)
        | Kind::Requirement
        | Kind::Score(_)
        | Kind::Condition(_) => text,
        Kind::Family(family) => text || table || family.bare().is_some(),
        Kind::Table(_) | Kind::Tables(_) | Kind::Map(..) => table && node.get("csv").is_none(),
        Kind::List(of) => list || fits(node, of),
        Kind::Series(of) => list || node.get("csv").is_some() || fits(node, of),
        Kind::Either(kinds) => kinds.iter().any(|kind| fits(node, kind)),
    }
}
