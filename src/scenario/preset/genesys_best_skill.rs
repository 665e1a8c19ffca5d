//! Genesys Cloud, standard routing to the best available skills.

use super::genesys::{CLASSES, OTHERS, SOURCES, UTILIZATION, contacts};
use super::{Preset, plain};
use crate::family::Entry;

pub(super) const ENTRY: Entry<Preset> = plain(
    "genesys-best-skill",
    "Genesys Cloud, standard routing, best available skills: contacts as in `genesys-standard`; the agent with the \
     highest average level in the skills asked for, then who has been idle for longest",
    "\"genesys-best-skill\"",
    Preset {
        write: |_, ground| {
            contacts(ground);
            ground.agent_order("[{ longest-idle = 'last-offer' }, { window = 100 }, 'skill-sum']");
            Ok(())
        },
        leaves_out: &[
            "the 100 agents with the longest idle time are looked for before their skills are looked at; here among those \
             with the skills",
            CLASSES,
            OTHERS,
            UTILIZATION,
        ],
        sources: SOURCES,
    },
);
