//! Cisco Unified CCX, most handled contacts.

use super::{Preset, plain};
use crate::family::Entry;

pub(super) const ENTRY: Entry<Preset> = plain(
    "uccx-most-handled",
    "Cisco Unified CCX, most handled contacts: who has taken the most contacts since midnight, then who has been ready for longest",
    "\"uccx-most-handled\"",
    Preset {
        write: |_, ground| {
            ground.contact_order("['priority', 'longest-wait']");
            ground.agent_order("[{ answered = 'highest' }, 'longest-idle']");
            Ok(())
        },
        leaves_out: &[
            "classes are written as everywhere in this file, lower first; there 10 is the most urgent",
            "what the count goes back to is not documented; here it is midnight",
        ],
        sources: &[
            "Cisco Unified CCX administration, resource selection criteria: manualslib.com/manual/394969, page 125 (CRS 4.1), \
             and josonone.blogspot.com, May 2012",
            "order of contacts across queues: puck.nether.net, cisco-voip, July 2017",
        ],
    },
);
