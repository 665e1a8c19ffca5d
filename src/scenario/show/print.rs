//! Printing: a scenario as TOML, a section for each table of names, a line for each setting.

use std::fmt::Write;

use crate::family::{Kind, Place, Setting};
use crate::scenario::read::{Branches, Node, Tree, fits};

/// Longest line before a list is broken.
const WIDE: usize = 100;

/// What is said behind the value that stands at a place; `None`: nothing.
pub(super) type Remark<'a> = dyn Fn(Place) -> Option<String> + 'a;

/// A table of settings and the tables below it, in TOML.
pub(super) fn print(page: &mut String, path: &[&str], node: &Node, kind: Kind, remark: &Remark<'_>) {
    let entries = below(node, kind);
    let (tables, lines): (Vec<_>, Vec<_>) = entries.into_iter().partition(|(it, kind)| is_table(&it.node, *kind));
    let of_names = matches!(resolved(node, kind), Kind::Tables(_) | Kind::Map(..));
    let needs_header = !lines.is_empty() || (tables.is_empty() && !of_names);
    if !path.is_empty() && needs_header {
        let keys: Vec<String> = path.iter().map(|key| self::key(key)).collect();
        add(page, format_args!("\n[{}]\n", keys.join(".")));
    }
    for (line, _) in lines {
        setting(page, line, remark);
    }
    for (entry, kind) in tables {
        print(page, &[path, &[entry.key.as_str()]].concat(), &entry.node, kind, remark);
    }
}

/// The entries of a table with the kinds of what they hold.
fn below(node: &Node, kind: Kind) -> Vec<(&Branches, Kind)> {
    let of_list = |list: &'static [Setting]| {
        let kind = |entry: &Branches| list.iter().find(|setting| setting.name == entry.key).map(|it| it.kind);
        node.entries().iter().filter_map(|entry| Some((entry, kind(entry)?))).collect()
    };
    match resolved(node, kind) {
        Kind::Table(list) => of_list(list),
        Kind::Tables(list) => node.entries().iter().map(|entry| (entry, Kind::Table(list))).collect(),
        Kind::Map(_, of) => node.entries().iter().map(|entry| (entry, *of)).collect(),
        _ => Vec::new(),
    }
}

/// The one of several kinds that a value is of.
fn resolved(node: &Node, kind: Kind) -> Kind {
    match kind {
        Kind::Either(kinds) => kinds.iter().find(|kind| fits(node, kind)).map_or(kind, |kind| resolved(node, *kind)),
        _ => kind,
    }
}

/// Whether a value has a header of its own.
fn is_table(node: &Node, kind: Kind) -> bool {
    matches!(resolved(node, kind), Kind::Table(_) | Kind::Tables(_) | Kind::Map(..))
}

/// `key = value`, in several lines where it is a long list.
fn setting(page: &mut String, Branches { key, node, .. }: &Branches, remark: &Remark<'_>) {
    let key = self::key(key);
    let value = inline(node);
    let remark = remark(node.place).map_or(String::new(), |remark| format!(" # {remark}"));
    match &node.tree {
        Tree::List(items) if key.len() + value.len() + 3 > WIDE => {
            add(page, format_args!("{key} = [{remark}\n"));
            lines(page, items);
            page.push_str("]\n");
        }
        _ => add(page, format_args!("{key} = {value}{remark}\n")),
    }
}

/// The items of a list: tables and lists a line each, shorter ones as many as fit.
fn lines(page: &mut String, items: &[Node]) {
    let mut line = String::new();
    for item in items {
        let item_alone = matches!(item.tree, Tree::Table(_) | Tree::List(_));
        let value = inline(item);
        if !line.is_empty() && (item_alone || line.len() + value.len() + 2 > WIDE) {
            add(page, format_args!("  {}\n", line.trim_end()));
            line.clear();
        }
        line += &value;
        line += ", ";
    }
    add(page, format_args!("  {}\n", line.trim_end()));
}

/// A value in one line.
fn inline(node: &Node) -> String {
    match &node.tree {
        Tree::Text(text) => quoted(text),
        Tree::Whole(number) => number.to_string(),
        Tree::Number(number) => format!("{number:?}"),
        Tree::Flag(flag) => flag.to_string(),
        Tree::Moment(moment) => moment.clone(),
        Tree::List(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Tree::Table(entries) if entries.is_empty() => "{}".to_owned(),
        Tree::Table(entries) => {
            let entry = |entry: &Branches| format!("{} = {}", key(&entry.key), inline(&entry.node));
            format!("{{ {} }}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
    }
}

/// A key, in quotes where it needs them.
fn key(key: &str) -> String {
    let bare = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_');
    if !key.is_empty() && key.chars().all(bare) { key.to_owned() } else { quoted(key) }
}

/// A text in quotes.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn add(page: &mut String, text: std::fmt::Arguments<'_>) {
    page.write_fmt(text).expect("writing into a text cannot fail");
}
