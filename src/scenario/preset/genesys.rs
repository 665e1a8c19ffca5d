//! What the presets of Genesys Cloud share: the order of contacts, what an agent holds, and where it is documented.

use super::ground::Ground;

pub(super) const SOURCES: &[&str] = &[
    "help.mypurecloud.com/articles: acd-evaluation-routing-methods, specify-routing-settings, utilization",
    "conversation priority and score: community.genesys.com, 2021; a point of priority is worth 60 000 ms",
    "idle clock and the 100 agents with the longest idle time: community.genesys.com, \
     standard-routing-best-skill-available and routing-evaluation-method",
];

pub(super) const CLASSES: &str = "classes are written as everywhere in this file, lower first: a class less is a minute \
                                  of waiting; there a point more is";
pub(super) const OTHERS: &str = "predictive routing and conditional groups; the last agent of a thread: write \
                                 `preferred_agent` in the contact type";
pub(super) const UTILIZATION: &str = "utilization other than the usual one (a call, four chats, an e-mail, which may be \
                                      interrupted) or by labels: write `room` in the team";

/// Contacts by their conversation score: minutes in the queue, and a minute for each point of priority; and the usual
/// utilization.
pub(super) fn contacts(ground: &mut Ground<'_>) {
    ground.room("{ most = { phone = 1, chat = 4, email = 1 }, interruptible_by = { email = ['phone', 'chat'] } }");
    ground.contact_order("['score']");
    ground.in_queues(&["score", "per_class"], "-1");
    ground.in_queues(&["score", "per_minute"], "1");
    ground.in_queues(&["age"], "'reset'");
}
