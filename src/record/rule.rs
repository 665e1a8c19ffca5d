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
/// The queue lets nobody in.
pub const CLOSED: Rule = Rule::new("closed", "the queue is closed");
/// The contact has not waited long enough for the team.
pub const DELAY: Rule =
    Rule::new("delay", "the team takes contacts of this queue only after {}, and this one has waited {}");
/// Only the first of the queue may be taken.
pub const HEAD_ONLY: Rule = Rule::new("head-only", "not the first of its queue, of which only the first may be taken");
/// Too few others of the team would stay free.
pub const KEPT_FREE: Rule = Rule::new("kept-free", "the team keeps {} others free, and {} would be");
/// The agent has just missed it.
pub const MISSED_IT: Rule = Rule::new("missed-it", "missed it, and is asked again after all others");
/// The contact rings at somebody else.
pub const RINGING: Rule = Rule::new("ringing", "it rings at somebody else");
/// A step of the queue counts the team in later, or has counted it out.
pub const STEP: Rule =
    Rule::new("step", "a step of the queue counts the team in only after {}, and this one has waited {}");
/// A step of the queue has counted the team out.
pub const STEP_OUT: Rule = Rule::new("step", "a step of the queue has counted the team out after {}");

/// Every rule that keeps a free agent and a contact apart, sorted by keyword.
pub static RULES: Family<Rule> = Family {
    name: "rules",
    summary: "what keeps a free agent and a contact apart that the agent may serve",
    bare: None,
    entries: &[
        entry(ABOVE_TARGET, "the queue makes more of the agent's work than its target (`above_target`)"),
        entry(CLOSED, "the queue is closed, and the contact waits at its door"),
        entry(DELAY, "the team takes contacts of the queue only after a wait (`delay` in a team's `queues`)"),
        entry(HEAD_ONLY, "another contact is first in a queue of which only the first may be taken (`scan`)"),
        entry(KEPT_FREE, "the team keeps others free (`keep_free`)"),
        entry(MISSED_IT, "the contact rang in vain at this agent, who is asked again after all others"),
        entry(RINGING, "the contact rings at somebody else"),
        entry(STEP, "a step of the queue counts the team in later, or has counted it out (`steps`)"),
    ],
};

const fn entry(rule: Rule, summary: &'static str) -> Entry<Rule> {
    let keyword = rule.keyword;
    Entry { member: Member { keyword, summary, main: None, settings: &[], example: keyword }, make: rule }
}
