//! Avaya, uniform distribution to the most idle agent.

use super::{Preset, plain};
use crate::family::Entry;

pub(super) const ENTRY: Entry<Preset> = plain(
    "avaya-ucd-mia",
    "Avaya UCD-MIA, uniform call distribution to the most idle agent: who has gone for longest without a contact of this queue, whatever the level",
    "\"avaya-ucd-mia\"",
    Preset {
        write: |_, ground| {
            ground.contact_order("['priority', 'longest-wait']");
            ground.agent_order("[{ longest-idle = 'last-end-this-queue' }]");
            Ok(())
        },
        leaves_out: &[
            "levels are written as everywhere in this file, higher is better; there 1 is the best of 16",
            "the clock runs from the last contact of the queue, as in the guide's example; a switch may be told to count contacts of all skills",
        ],
        sources: &[
            "Avaya Business Advocate User Guide 3.1, February 2006: manualsdump.com/en/manuals/avaya-3.1/251498, pages 34 to 41",
            "DEFINITY call vectoring, hunt types: CentreVu call distribution methods (2001), page 55",
        ],
    },
);
