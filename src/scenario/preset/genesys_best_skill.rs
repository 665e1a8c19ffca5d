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
            ground.agent_order(
                "[{ longest-idle = 'last-offer' }, { window = { first = 100, of = 'members' } }, 'skill-sum', { \
                 longest-idle = 'last-offer' }]",
            );
            Ok(())
        },
        leaves_out: &[CLASSES, OTHERS, UTILIZATION],
        sources: SOURCES,
    },
);
