//! Presets: how platforms route, each written out as lines that a scenario could have said itself.
//!
//! A preset knows nothing that a scenario cannot say, and never overrules a line that the file has. What a platform does
//! beyond it is said in `leaves_out`.

mod amazon_connect;
mod asterisk;
mod avaya_advocate;
mod avaya_ead_loa;
mod avaya_ead_mia;
mod avaya_ucd_loa;
mod avaya_ucd_mia;
mod capacity;
mod cxone;
mod dynamics_365;
mod dynamics_365_bullseye;
mod expand;
mod freeswitch;
mod genesys;
mod genesys_best_skill;
mod genesys_bullseye;
mod genesys_preferred_agent;
mod genesys_standard;
mod ground;
mod precision_queue;
mod salesforce;
mod schedule;
mod taskrouter;
mod uccx_circular;
mod uccx_least_skilled;
mod uccx_linear;
mod uccx_longest_available;
mod uccx_most_handled;
mod uccx_most_skilled;
mod uccx_shortest_handle_time;
mod webex;
mod zendesk;

pub(super) use expand::{Expanded, expand};
use ground::Ground;

use crate::family::{Catalogue, Complaint, Entry, Family, Member, Note, Settings};

/// What a preset does, beside what is told of it as a member of the family.
#[derive(Debug)]
pub struct Preset {
    /// Writes its lines.
    write: fn(&Settings, &mut Ground<'_>) -> Result<(), Complaint>,
    /// What the platform does and the preset does not.
    pub leaves_out: &'static [&'static str],
    /// Where what it does is documented.
    pub sources: &'static [&'static str],
}

/// The family of presets, which tells of each what it leaves out and where it comes from.
#[derive(Debug)]
pub struct Presets(pub Family<Preset>);

impl Catalogue for Presets {
    fn name(&self) -> &'static str {
        self.0.name
    }

    fn summary(&self) -> &'static str {
        self.0.summary
    }

    fn bare(&self) -> Option<&'static str> {
        self.0.bare
    }

    fn len(&self) -> usize {
        self.0.entries.len()
    }

    fn member(&self, index: usize) -> &'static Member {
        &PRESETS.0.entries[index].member
    }

    fn notes(&self, index: usize) -> Vec<Note> {
        let Preset { leaves_out, sources, .. } = &self.0.entries[index].make;
        let left_out = Note { heading: "leaves out", items: leaves_out };
        let sources = Note { heading: "sources", items: sources };
        [left_out, sources].into_iter().filter(|note| !note.items.is_empty()).collect()
    }
}

/// The entry of a preset without settings.
const fn plain(keyword: &'static str, summary: &'static str, example: &'static str, make: Preset) -> Entry<Preset> {
    Entry { member: Member { keyword, summary, main: None, settings: &[], example }, make }
}

/// Every preset, sorted by keyword.
pub static PRESETS: Presets = Presets(Family {
    name: "presets",
    summary: "how a platform routes, written out as settings of this file: what the file says itself beside it wins, and \
              `switchboard show FILE --expanded` shows the lines that it adds",
    bare: None,
    entries: &[
        amazon_connect::ENTRY,
        asterisk::ENTRY,
        avaya_advocate::ENTRY,
        avaya_ead_loa::ENTRY,
        avaya_ead_mia::ENTRY,
        avaya_ucd_loa::ENTRY,
        avaya_ucd_mia::ENTRY,
        cxone::ENTRY,
        dynamics_365::ENTRY,
        dynamics_365_bullseye::ENTRY,
        freeswitch::ENTRY,
        genesys_best_skill::ENTRY,
        genesys_bullseye::ENTRY,
        genesys_preferred_agent::ENTRY,
        genesys_standard::ENTRY,
        precision_queue::ENTRY,
        salesforce::ENTRY,
        taskrouter::ENTRY,
        uccx_circular::ENTRY,
        uccx_least_skilled::ENTRY,
        uccx_linear::ENTRY,
        uccx_longest_available::ENTRY,
        uccx_most_handled::ENTRY,
        uccx_most_skilled::ENTRY,
        uccx_shortest_handle_time::ENTRY,
        webex::ENTRY,
        zendesk::ENTRY,
    ],
});
