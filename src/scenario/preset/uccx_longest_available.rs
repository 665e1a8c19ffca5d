//! Cisco Unified CCX, longest available.

use super::{Preset, plain};
use crate::family::Entry;

pub(super) const ENTRY: Entry<Preset> = plain(
    "uccx-longest-available",
    "Cisco Unified CCX, longest available: who has been ready for longest",
    "\"uccx-longest-available\"",
    Preset {
        write: |_, ground| {
            ground.contact_order("['priority', 'longest-wait']");
            ground.agent_order("['longest-idle']");
            Ok(())
        },
        leaves_out: &["classes are written as everywhere in this file, lower first; there 10 is the most urgent"],
        sources: &[
            "Cisco Unified CCX administration, resource selection criteria: manualslib.com/manual/394969, page 125 (CRS 4.1), \
             and josonone.blogspot.com, May 2012",
            "order of contacts across queues: puck.nether.net, cisco-voip, July 2017",
        ],
    },
);
