//! Genesys Cloud, standard routing to the best available skills.

use super::genesys::{CLASSES, OTHERS, SOURCES, contacts};
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
            ground.agent_order("['skill-sum', { longest-idle = 'last-assignment' }]");
            Ok(())
        },
        leaves_out: &[
            "only the 100 agents with the longest idle time are looked at, before their skills are; here all are",
            "the idle clock starts again when an agent is alerted, even if the contact is missed; here it starts when \
             one is taken",
            CLASSES,
            OTHERS,
        ],
        sources: SOURCES,
    },
);
