//! Genesys Cloud, standard routing to the next available agent.

use super::genesys::{CLASSES, OTHERS, SOURCES, UTILIZATION, contacts};
use super::{Preset, plain};
use crate::family::Entry;

pub(super) const ENTRY: Entry<Preset> = plain(
    "genesys-standard",
    "Genesys Cloud, standard routing, all skills matching: contacts by minutes in the queue and a minute for each point \
     of priority; of the agents with all the skills, who has been idle for longest",
    "\"genesys-standard\"",
    Preset {
        write: |_, ground| {
            contacts(ground);
            ground.agent_order("[{ longest-idle = 'last-offer' }]");
            Ok(())
        },
        leaves_out: &[CLASSES, OTHERS, UTILIZATION],
        sources: SOURCES,
    },
);
