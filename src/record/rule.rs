//! Rules that keep a free agent and a contact apart; a line each, so they share a file.
//!
//! What they say is told behind `free, but`, of the agents whom they keep from a contact, and by itself of the contacts.

use super::Amount;
use crate::family::{Entry, Family, Member};

/// A rule that keeps a free agent and a contact apart, with the numbers that make it do so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rule {
    /// Its word.
    pub keyword: &'static str,
    /// What it says, in which `{}` stands for its numbers in their order.
    pub words: &'static str,
    /// Its numbers; as many as the words ask for are told.
    pub amounts: [Option<Amount>; 2],
}

impl Rule {
    /// A rule without its numbers.
    pub const fn new(keyword: &'static str, words: &'static str) -> Self {
        Self { keyword, words, amounts: [None; 2] }
    }

    /// The rule with a number.
    #[must_use]
    pub const fn with(self, one: Amount) -> Self {
        Self { amounts: [Some(one), None], ..self }
    }

    /// The rule with two numbers.
    #[must_use]
    pub const fn with_both(self, one: Amount, other: Amount) -> Self {
        Self { amounts: [Some(one), Some(other)], ..self }
    }
}

/// The queue makes more of the agent's work than its target.
pub const ABOVE_TARGET: Rule =
    Rule::new("above-target", "this queue makes {} of the agent's work, more than its target of {}");
/// The customer of the contact is being called, or will be called again.
pub const CALLBACK: Rule =
    Rule::new("callback", "its customer is being called, or was not reached and is called again later");
/// The queue lets nobody in.
pub const CLOSED: Rule = Rule::new("closed", "the queue is closed");
/// The contact has not waited long enough for the team.
pub const DELAY: Rule =
    Rule::new("delay", "the team takes contacts of this queue only after {}, and this one has waited {}");
/// Only the first of the queue may be taken.
pub const HEAD_ONLY: Rule = Rule::new("head-only", "not the first of its queue, of which only the first may be taken");
/// A heavier queue has as many contacts waiting as there are people who may take them now.
pub const HEAVIER_QUEUE: Rule =
    Rule::new("heavier-queue", "a heavier queue needs everybody who is available and may take its contacts now");
/// A heavier queue has as many contacts waiting as there are people available who ever serve it.
pub const HEAVIER_QUEUE_ANY_MEMBER: Rule =
    Rule::new("heavier-queue-any-member", "a heavier queue needs everybody who is available and ever serves it");
/// The agent leaves room for a contact that comes first and does not fit in.
pub const IN_TURN: Rule = Rule::new("in-turn", "room is left for a contact that comes first and does not fit in yet");
/// Too few others of the team would stay free.
pub const KEPT_FREE: Rule = Rule::new("kept-free", "the team keeps {} others free, and {} would be");
/// Contacts and agents are matched at certain moments.
pub const MATCH_EVERY: Rule = Rule::new("match-every", "contacts and agents are matched only every {}");
/// The agent has just missed it.
pub const MISSED_IT: Rule = Rule::new("missed-it", "missed it, and is asked again after all others");
/// An older contact waits in another queue.
pub const OLDER_ELSEWHERE: Rule =
    Rule::new("older-elsewhere", "an older contact that the agent may take waits in another queue of the same weight");
/// The agent is not among the few whom the queue looks at.
pub const OUT_OF_VIEW: Rule = Rule::new("out-of-view", "not among the first {} of the queue's people who are free");
/// Another queue is more overloaded.
pub const OVERLOAD: Rule = Rule::new("overload", "contacts of a more overloaded queue come first");
/// A contact that waits for the agent alone comes first.
pub const OWN_CONTACTS_FIRST: Rule =
    Rule::new("own-contacts-first", "a contact that waits for this agent alone comes first");
/// The contact waits for another agent.
pub const PREFERRED_AGENT: Rule = Rule::new("preferred-agent", "it goes to another agent before everybody else");
/// The team does not serve the queue now.
pub const QUEUE_WHILE: Rule =
    Rule::new("queue-while", "the team serves this queue only while something holds that does not hold now");
/// The contact rings at somebody else.
pub const RINGING: Rule = Rule::new("ringing", "it rings at somebody else");
/// The agent never has room for such a contact.
pub const ROOM: Rule = Rule::new("room", "has no room for such a contact");
/// The team lacks skills that count only at times.
pub const SKILLS_WHILE: Rule =
    Rule::new("skills-while", "the skills of the team that count now do not suffice, and others count only at times");
/// A step of the queue counts the team in later, or has counted it out.
pub const STEP: Rule =
    Rule::new("step", "a step of the queue counts the team in only after {}, and this one has waited {}");
/// A step of the queue has counted the team out.
pub const STEP_OUT: Rule = Rule::new("step", "a step of the queue has counted the team out after {}");
/// The steps that were taken do not count the team in, where more than the wait decides which are.
pub const STEP_NOT_TAKEN: Rule =
    Rule::new("step", "the steps of the queue that this contact has taken do not count the team in");

/// The contact rang in vain at the agent.
pub const TRIED: Rule = Rule::new("tried", "did not answer it, and is asked again only after another {}");
/// The contact rang in vain at the agent, who is asked no more.
pub const TRIED_FOR_GOOD: Rule = Rule::new("tried", "did not answer it, and is not asked again");
/// The agent is not known to be free.
pub const UNSEEN: Rule = Rule::new("unseen", "not known to be free for another {}");

/// Every rule that keeps a free agent and a contact apart, sorted by keyword.
pub static RULES: Family<Rule> = Family {
    name: "rules",
    summary: "what keeps a free agent and a contact apart that the agent may serve",
    bare: None,
    entries: &[
        entry(ABOVE_TARGET, "the queue makes more of the agent's work than its target (`above_target`)"),
        entry(CALLBACK, "the customer is being called, or was not reached and is called again later (`callback`)"),
        entry(CLOSED, "the queue is closed, and the contact waits at its door"),
        entry(DELAY, "the team takes contacts of the queue only after a wait (`delay` in a team's `queues`)"),
        entry(HEAD_ONLY, "another contact is first in a queue of which only the first may be taken (`scan`)"),
        entry(
            HEAVIER_QUEUE,
            "a guard keeps the agent for a heavier queue that needs all who may serve it now (`guards`)",
        ),
        entry(
            HEAVIER_QUEUE_ANY_MEMBER,
            "a guard keeps the agent for a heavier queue that needs all who ever serve it (`guards`)",
        ),
        entry(IN_TURN, "room is left for a contact that comes first and does not fit in (`fill`)"),
        entry(KEPT_FREE, "the team keeps others free (`keep_free`)"),
        entry(MATCH_EVERY, "contacts and agents are matched in rounds (`match_every`)"),
        entry(MISSED_IT, "the contact rang in vain at this agent, who is asked again after all others"),
        entry(
            OLDER_ELSEWHERE,
            "a guard keeps the agent for an older contact in another queue of the same weight (`guards`)",
        ),
        entry(OUT_OF_VIEW, "the queue looks only at the first few of its people who are free (`window` of members)"),
        entry(OVERLOAD, "a more overloaded queue comes first for the agent (`overload`)"),
        entry(OWN_CONTACTS_FIRST, "a contact that waits for the agent alone comes first (`preferred_agent`, `pauses`)"),
        entry(PREFERRED_AGENT, "the contact goes to one agent before everybody else (`preferred_agent`, `pauses`)"),
        entry(QUEUE_WHILE, "the team serves the queue only at times, and not now (`while` in a team's `queues`)"),
        entry(RINGING, "the contact rings at somebody else"),
        entry(ROOM, "the agent has no room for such a contact, not even free (`room`)"),
        entry(SKILLS_WHILE, "the team has skills that count only at times, and not now (`skills_while`)"),
        entry(STEP, "a step of the queue counts the team in later, or has counted it out (`steps`)"),
        entry(TRIED, "the contact rang in vain at this agent, and is kept from the agent (`same_agent_after`)"),
        entry(
            UNSEEN,
            "the agent has ended a contact, and is not known to be free yet (`free_seen_after`, `lost_updates`)",
        ),
    ],
};

const fn entry(rule: Rule, summary: &'static str) -> Entry<Rule> {
    let keyword = rule.keyword;
    Entry { member: Member { keyword, summary, main: None, settings: &[], example: keyword }, make: rule }
}
