//! Avaya, uniform distribution to the least occupied agent.

use super::{Preset, plain};
use crate::family::Entry;

pub(super) const ENTRY: Entry<Preset> = plain(
    "avaya-ucd-loa",
    "Avaya UCD-LOA, uniform call distribution to the least occupied agent: who has been occupied for the smallest share of the time, whatever the level",
    "\"avaya-ucd-loa\"",
    Preset {
        write: |_, ground| {
            ground.contact_order("['priority', 'longest-wait']");
            ground.agent_order("['occupancy']");
            Ok(())
        },
        leaves_out: &[
            "levels are written as everywhere in this file, higher is better; there 1 is the best of 16",
            "after a time away the guide starts occupancy at the mean of the peers; here it goes on from before",
            "whether wrap-up counts as work is an option there; here it does",
        ],
        sources: &[
            "Avaya Business Advocate User Guide 3.1, February 2006: manualsdump.com/en/manuals/avaya-3.1/251498, pages 34 to 41",
            "DEFINITY call vectoring, hunt types: CentreVu call distribution methods (2001), page 55",
        ],
    },
);
