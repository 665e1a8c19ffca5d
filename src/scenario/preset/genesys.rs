//! What the presets of Genesys Cloud share: the order of contacts, and where it is documented.

use super::ground::Ground;

pub(super) const SOURCES: &[&str] = &[
    "help.mypurecloud.com/articles: acd-evaluation-routing-methods, specify-routing-settings",
    "conversation priority and score: community.genesys.com, 2021; a point of priority is worth 60 000 ms",
    "idle clock and the 100 agents with the longest idle time: community.genesys.com, \
     standard-routing-best-skill-available and routing-evaluation-method",
];

pub(super) const CLASSES: &str = "classes are written as everywhere in this file, lower first: a class less is a minute \
                                  of waiting; there a point more is";
pub(super) const OTHERS: &str = "predictive routing, conditional groups and the last agent of a thread";

/// Contacts by their conversation score: minutes in the queue, and a minute for each point of priority.
pub(super) fn contacts(ground: &mut Ground<'_>) {
    ground.contact_order("['score']");
    ground.in_queues(&["score", "per_class"], "-1");
    ground.in_queues(&["score", "per_minute"], "1");
    ground.in_queues(&["age"], "'reset'");
}
