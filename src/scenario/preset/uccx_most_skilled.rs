//! Cisco Unified CCX, most skilled.

use super::{Preset, plain};
use crate::family::Entry;

pub(super) const ENTRY: Entry<Preset> = plain(
    "uccx-most-skilled",
    "Cisco Unified CCX, most skilled: the agent with the largest sum of levels in the skills asked for, then who has been ready for longest; callers by class, then the oldest, and whoever frees up looks past those whom he cannot serve",
    "\"uccx-most-skilled\"",
    Preset {
        write: |_, ground| {
            ground.contact_order("['priority', 'longest-wait']");
            ground.agent_order("['skill-sum', 'longest-idle']");
            Ok(())
        },
        leaves_out: &[
            "classes are written as everywhere in this file, lower first; there 10 is the most urgent",
            "least competence of a queue: write `least_level` or `requires` in the contact type",
        ],
        sources: &[
            "Cisco Unified CCX administration, resource selection criteria: manualslib.com/manual/394969, page 125 (CRS 4.1), \
             and josonone.blogspot.com, May 2012",
            "order of contacts across queues: puck.nether.net, cisco-voip, July 2017",
        ],
    },
);
