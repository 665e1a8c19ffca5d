//! Showing: a scenario written anew, as its own settings or with everything that it leaves unsaid.
//!
//! What is shown is a scenario that plays the same; comments of the file are not part of it.

mod full;
mod head;
mod print;

use std::path::Path;

use super::Scenario;
use super::diagnostic::{Diagnostic, Problems};
use super::file::{SETTINGS, Written, unreadable};
use super::preset::{Expanded, PRESETS};
use super::read::{Branches, Names, Node, Tree, text_of};
use crate::family::{Catalogue, Kind, Place};
use full::{Unsaid, full};

/// How much is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// What the file itself says.
    AsWritten,
    /// Presets as the lines that they stand for, and every default.
    Expanded,
}

/// The kind of a whole scenario.
const WHOLE: Kind = Kind::Table(SETTINGS);

impl Scenario {
    /// A file written anew, with overrides applied and with the warnings about it.
    pub fn show(path: &Path, overrides: &[String], detail: Detail) -> Result<(String, Vec<Diagnostic>), Problems> {
        let text = text_of(path).map_err(|reason| unreadable(path, &reason))?;
        let base = path.parent().unwrap_or(Path::new(""));
        Self::show_text(&text, &path.display().to_string(), base, (overrides, detail))
    }

    /// The same of a text that messages call `name`; other files are looked for in the folder `base`.
    pub fn show_text(
        text: &str,
        name: &str,
        base: &Path,
        (overrides, detail): (&[String], Detail),
    ) -> Result<(String, Vec<Diagnostic>), Problems> {
        let mut written = Written::new(text, name, overrides);
        let (_, warnings, (root, presets)) = written.checked(base)?;
        let page = match (detail, &written.root) {
            (Detail::AsWritten, Some(own)) => page(&full(own, &WHOLE, &mut Unsaid::Nothing), &|_| None),
            _ => expanded(&mut written, (root, &presets), base),
        };
        Ok((page, warnings))
    }
}

/// A tree as TOML.
fn page(node: &Node, remark: &print::Remark<'_>) -> String {
    let mut page = String::new();
    print::print(&mut page, &[], node, WHOLE, remark);
    page.trim_start().to_owned()
}

/// A file with presets written out, as TOML with every default.
fn expanded(written: &mut Written, (mut root, presets): (Node, &[Expanded]), base: &Path) -> String {
    own_queues(&mut root);
    let mut unsaid = Unsaid::defaults(&written.sources);
    let mut whole = full(&root, &WHOLE, &mut unsaid);
    unsaid.keep(&mut written.sources);
    let found = written.found_in(&whole, base);
    // A default that has no effect beside the other settings stays unsaid.
    let idle: Vec<Place> = found.all.iter().filter_map(|it| it.place).filter(|place| unsaid.is_here(*place)).collect();
    strike(&mut whole, &|entry| idle.contains(&entry.node.place) || is_policy(entry, presets));
    let remark = |place: Place| {
        let preset = presets.iter().find(|preset| preset.place == place)?;
        Some(format!("preset {}", PRESETS.member(preset.preset).keyword))
    };
    format!("{}\n{}", head::head(&written.name, presets), page(&whole, &remark))
}

fn is_policy(entry: &Branches, presets: &[Expanded]) -> bool {
    entry.key == "policy" && presets.iter().any(|preset| preset.place == entry.node.place)
}

/// Writes down the queues that contact types bring.
fn own_queues(root: &mut Node) {
    let queues = Names::of(root).queues;
    let place = root.place;
    let Tree::Table(sections) = &mut root.tree else { return };
    if !sections.iter().any(|section| section.key == "queues") {
        sections.push(Branches { key: "queues".to_owned(), place, node: Node::table(place) });
    }
    let section = sections.iter_mut().find(|section| section.key == "queues");
    let Some(Branches { node: Node { tree: Tree::Table(entries), .. }, .. }) = section else { return };
    let written = entries.len();
    let own = queues.into_iter().skip(written);
    entries.extend(own.map(|key| Branches { key, place, node: Node::table(place) }));
}

/// Takes entries out of a tree.
fn strike(node: &mut Node, gone: &impl Fn(&Branches) -> bool) {
    match &mut node.tree {
        Tree::Table(entries) => {
            entries.retain(|entry| !gone(entry));
            for entry in entries {
                strike(&mut entry.node, gone);
            }
        }
        Tree::List(items) => items.iter_mut().for_each(|item| strike(item, gone)),
        _ => {}
    }
}
