//! JSON: the summary alone, its keys always in the same order.

use super::{Definitions, Entry, Render, Summary, entry};

pub(super) const ENTRY: Entry<Render> = entry(render, "json", "the summary alone, for scripts");

fn render(summary: &Summary, _definitions: Definitions<'_>) -> String {
    // A summary has text keys and finite numbers only, so nothing here can fail.
    let text = serde_json::to_string_pretty(summary).unwrap_or_default();
    text + "\n"
}
