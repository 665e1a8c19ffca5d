//! Words for decisions: who was compared with whom by what, and who was not asked and why.

use std::collections::BTreeMap;

use super::Naming;
use super::naming::{counted, rounded};
use super::people::people;
use super::said::{said, said_of};
use crate::record::rule::{CLOSED, MATCH_EVERY};
use crate::record::{
    CallbackTurn, Caller, Candidate, Choice, ContactRecord, Exclusion, HandOver, Offer, OfferEnd, Transfer,
};
use crate::units::{AgentId, Instant, Span};

/// Candidates that are told before the rest is counted.
const MOST_CANDIDATES: usize = 8;

/// What a contact's question for an agent came to: a sentence, and its reasons.
pub(super) fn for_contact(choice: &Choice<ContactRecord, AgentId>, naming: &Naming) -> (String, Vec<String>) {
    let held_back = choice.held_back.and_then(Exclusion::rule);
    let sentence = match (choice.chosen, choice.candidates.len()) {
        (Some(agent), 0 | 1) => format!("{} is chosen: nobody else who may serve it is free", naming.agent(agent)),
        (Some(agent), number) => {
            format!("{} is chosen: first of {number} who are free and may serve it", naming.agent(agent))
        }
        (None, _) if held_back == Some(CLOSED) => {
            format!("the queue {} is closed", naming.queue(choice.asking.queue))
        }
        (None, _) if held_back.is_some_and(|rule| rule.keyword == MATCH_EVERY.keyword) => {
            "waits for the next round of matching".to_owned()
        }
        (None, _) if held_back.is_some() => {
            format!("waits behind others in the queue {}", naming.queue(choice.asking.queue))
        }
        (None, _) => "nobody is free who may serve it".to_owned(),
    };
    let mut lines = compared(choice, |agent| naming.agent(*agent));
    lines.extend(not_asked(&choice.excluded, naming));
    (sentence, lines)
}

/// What happens with a callback that no other sentence says.
pub(super) const fn of_callback(turn: CallbackTurn) -> Option<&'static str> {
    Some(match turn {
        CallbackTurn::Accepted => "the customer accepts a callback and hangs up",
        CallbackTurn::Declined => "the customer declines a callback",
        CallbackTurn::Dialled(Caller::Centre) => "the customer is called, before an agent is there",
        CallbackTurn::Reached(Caller::Centre) => "the customer answers the call, and waits for an agent",
        CallbackTurn::NotReached(Caller::Centre) => "the customer does not answer the call",
        CallbackTurn::Dialled(_)
        | CallbackTurn::Reached(_)
        | CallbackTurn::NotReached(_)
        | CallbackTurn::Connected { .. } => return None,
    })
}

/// The word for what happens with a callback.
pub(super) const fn word_of_callback(turn: CallbackTurn) -> &'static str {
    match turn {
        CallbackTurn::Accepted => "accepted",
        CallbackTurn::Declined => "declined",
        CallbackTurn::Dialled(_) => "dialled",
        CallbackTurn::Reached(_) => "reached",
        CallbackTurn::NotReached(_) => "not-reached",
        CallbackTurn::Connected { .. } => "connected",
    }
}

/// How an agent hands a contact over, which `contact` names.
pub(super) fn of_hand_over(contact: &str, hand_over: &HandOver, naming: &Naming) -> String {
    let agent = naming.agent(hand_over.agent);
    let Some(queue) = hand_over.to.map(|to| naming.queue(to)) else {
        return format!("{agent} finds out that {contact} is wrong here, and sends it back");
    };
    match hand_over.how {
        Transfer::Cold => format!("{agent} transfers {contact} to the queue {queue}"),
        Transfer::Warm => format!("{agent} stays with {contact} until somebody of the queue {queue} answers"),
        Transfer::Consult => format!("{agent} asks in the queue {queue} about {contact}"),
        Transfer::Conference => format!("{agent} takes somebody of the queue {queue} in for {contact}"),
    }
}

/// How a contact ceased to ring at somebody, who is named; `None` where the answer says it.
pub(super) fn end_of_offer(
    (name, contact): (&str, &str),
    now: Instant,
    (offer, how): (Offer, OfferEnd),
) -> Option<String> {
    let rang = rounded(now.since(offer.began));
    Some(match how {
        OfferEnd::Answered => return None,
        OfferEnd::Missed => format!("{name} misses {contact}, which has rung for {rang}"),
        OfferEnd::Rejected => format!("{name} declines {contact}, which has rung for {rang}"),
        OfferEnd::Busy => format!("the line of {name} is busy for {contact}"),
        OfferEnd::Outrun => format!("somebody answers {contact} before {name}, where it has rung for {rang}"),
        OfferEnd::ContactLeft => format!("{contact} leaves while it rings at {name}"),
        OfferEnd::AgentLeft => format!("{name} goes while {contact} rings"),
        OfferEnd::NotReached => format!("{name} does not reach the customer of {contact}"),
        OfferEnd::Unfinished => format!("{contact} still rings at {name} when the run ends"),
    })
}

/// What an agent's question for a contact came to: a sentence, and its reasons.
pub(super) fn for_agent(choice: &Choice<AgentId, ContactRecord>, naming: &Naming) -> (String, Vec<String>) {
    let agent = naming.agent(choice.asking);
    let waiting = choice.candidates.len() + choice.excluded.len() + choice.left_out;
    let sentence = match (&choice.chosen, choice.candidates.len()) {
        (Some(contact), number) if choice.left_out > 0 => {
            let more = choice.left_out;
            format!(
                "{agent} is free and takes contact {}: first of {number} looked at, with {more} more waiting",
                contact.serial
            )
        }
        (Some(contact), 1) => {
            format!("{agent} is free and takes contact {}: no other waits that {agent} may serve", contact.serial)
        }
        (Some(contact), number) => {
            format!("{agent} is free and takes contact {}: first of {number} that {agent} may serve", contact.serial)
        }
        (None, _) if waiting == 0 => format!("{agent} is free, and nobody waits"),
        (None, _) => format!("{agent} is free; of {} waiting there is none for {agent}", counted(waiting, "contact")),
    };
    let mut lines = compared(choice, |contact| named(contact, naming));
    lines.extend(not_taken(&choice.excluded, &agent, naming));
    (sentence, lines)
}

/// Why another contact was taken before this one.
pub(super) fn before(choice: &Choice<AgentId, ContactRecord>, serial: u64, naming: &Naming) -> Vec<String> {
    let mine = choice.candidates.iter().find(|candidate| candidate.who.serial == serial);
    behind_first(choice, mine, |contact| named(contact, naming))
}

/// Why another agent was chosen before this one.
pub(super) fn behind(choice: &Choice<ContactRecord, AgentId>, agent: AgentId, naming: &Naming) -> Vec<String> {
    let mine = choice.candidates.iter().find(|candidate| candidate.who == agent);
    behind_first(choice, mine, |agent| naming.agent(*agent))
}

/// The chosen beside one who was not, and the key that decided.
fn behind_first<Asking, Of>(
    choice: &Choice<Asking, Of>,
    mine: Option<&Candidate<Of>>,
    name: impl Fn(&Of) -> String,
) -> Vec<String> {
    let (Some(first), Some(mine)) = (choice.candidates.first(), mine) else { return Vec::new() };
    let line = |one: &Candidate<Of>| format!("{}: {}", name(&one.who), read(choice, one, choice.keys.len()));
    vec![format!("ahead by {}", why(choice, first, mine)), line(first), line(mine)]
}

/// The key that decides between two candidates.
fn why<Asking, Of>(choice: &Choice<Asking, Of>, one: &Candidate<Of>, other: &Candidate<Of>) -> &'static str {
    choice.decisive(one, other).map_or("nothing that is told", |key| key.keyword)
}

/// A contact with its type, and the waiting time that it came with.
fn named(contact: &ContactRecord, naming: &Naming) -> String {
    let before = (contact.entered.as_ticks() as i64).saturating_sub(contact.ranked_from);
    let credited = match u64::try_from(before) {
        Ok(ticks @ 1..) => format!(", with {} counted from before", rounded(Span::ticks(ticks))),
        _ => String::new(),
    };
    format!("contact {} ({}{credited})", contact.serial, naming.kind(contact.kind))
}

/// The keys, then a line to each candidate; nothing where there was no choice.
fn compared<Asking, Of>(choice: &Choice<Asking, Of>, name: impl Fn(&Of) -> String) -> Vec<String> {
    let Some((first, others)) = choice.candidates.split_first() else { return Vec::new() };
    if others.is_empty() {
        // The last key decides between equals, and there are none.
        let told = choice.keys.len().saturating_sub(1).max(1);
        return vec![format!("{}: {}", name(&first.who), read(choice, first, told))];
    }
    let line = |one: &Candidate<Of>| format!("{}: {}", name(&one.who), read(choice, one, choice.keys.len()));
    let keys: Vec<&str> = choice.keys.iter().map(|key| key.keyword).collect();
    let mut lines = vec![format!("compared by {}", keys.join(", then ")), line(first)];
    let told = others.iter().take(MOST_CANDIDATES - 1);
    lines.extend(told.map(|other| format!("{}; behind by {}", line(other), why(choice, first, other))));
    let more = others.len().saturating_sub(MOST_CANDIDATES - 1);
    lines.extend((more > 0).then(|| format!("and {more} more behind them")));
    lines
}

/// What the first keys say about a candidate.
fn read<Asking, Of>(choice: &Choice<Asking, Of>, candidate: &Candidate<Of>, told: usize) -> String {
    let pairs = choice.keys.iter().zip(&candidate.readings).take(told);
    let parts: Vec<String> = pairs.map(|(key, reading)| said(&key.telling, reading.amount)).collect();
    parts.join(", ")
}

/// Agents who could not be chosen, by reason, those with the most to do with it first.
pub(super) fn not_asked(excluded: &[(AgentId, Exclusion)], naming: &Naming) -> Vec<String> {
    let mut reasons: BTreeMap<(usize, String), Vec<(AgentId, Exclusion)>> = BTreeMap::new();
    for &(agent, why) in excluded {
        let free = if why.rule().is_some() { "free, but " } else { "" };
        let reason = format!("{free}{}", reason(why, naming));
        reasons.entry((nearness(why), reason)).or_default().push((agent, why));
    }
    let line = |((_, reason), who): (&(usize, String), &Vec<(AgentId, Exclusion)>)| {
        let with: Vec<String> = who.iter().filter_map(|(agent, why)| with_contact(*agent, *why, naming)).collect();
        if with.is_empty() {
            let agents: Vec<AgentId> = who.iter().map(|(agent, _)| *agent).collect();
            return format!("{reason}: {}", people(&agents, naming));
        }
        let more = with.len().saturating_sub(MOST_CANDIDATES);
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        format!("{reason}: {}{more}", with[..with.len().min(MOST_CANDIDATES)].join(", "))
    };
    reasons.iter().map(line).collect()
}

/// Contacts that an agent could not take, by reason.
fn not_taken(excluded: &[(ContactRecord, Exclusion)], agent: &str, naming: &Naming) -> Vec<String> {
    let mut reasons: BTreeMap<(usize, String), Vec<u64>> = BTreeMap::new();
    for (contact, why) in excluded {
        let is = if is_of_the_moment(*why) { format!("{agent} is ") } else { String::new() };
        reasons.entry((nearness(*why), format!("{is}{}", reason(*why, naming)))).or_default().push(contact.serial);
    }
    let line = |((_, reason), contacts): (&(usize, String), &Vec<u64>)| {
        let named: Vec<String> = contacts.iter().take(MOST_CANDIDATES).map(u64::to_string).collect();
        let more = contacts.len().saturating_sub(MOST_CANDIDATES);
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        format!("{reason}: contact {}{more}", named.join(", "))
    };
    reasons.iter().map(line).collect()
}

/// The contact that keeps an agent, if one does.
fn with_contact(agent: AgentId, why: Exclusion, naming: &Naming) -> Option<String> {
    match why {
        Exclusion::Busy(contact) | Exclusion::Ringing(contact) | Exclusion::WrappingUp(contact) => {
            Some(format!("{} (contact {contact})", naming.agent(agent)))
        }
        _ => None,
    }
}

/// Whether it says what the agent does at this moment.
fn is_of_the_moment(why: Exclusion) -> bool {
    !why.is_for_good() && !matches!(why, Exclusion::Rule(_) | Exclusion::NoRoom(_))
}

/// Order in which reasons are told: rules that hold back a free agent, then work, then absence, then ability.
fn nearness(why: Exclusion) -> usize {
    match why {
        Exclusion::Rule(_) => 0,
        Exclusion::NoRoom(_) => 1,
        Exclusion::Ringing(_) | Exclusion::Dialling => 2,
        Exclusion::Busy(_) => 3,
        Exclusion::WrappingUp(_) => 4,
        Exclusion::NotReady(_) => 5,
        Exclusion::BreakIsDue | Exclusion::ShiftIsOver => 6,
        Exclusion::OnBreak => 7,
        Exclusion::NotAtWork => 8,
        Exclusion::LevelTooLow { .. } => 9,
        Exclusion::RequirementNotMet => 10,
        Exclusion::NoSkill(_) => 11,
        Exclusion::OtherQueues => 12,
    }
}

/// Why somebody could not be chosen, in words.
pub(super) fn reason(why: Exclusion, naming: &Naming) -> String {
    match why {
        Exclusion::NoSkill(skill) => format!("without the skill {}", naming.skill(skill)),
        Exclusion::LevelTooLow { skill, has, needs } => {
            format!("{} too low, {has} where {needs} is needed", naming.skill(skill))
        }
        Exclusion::RequirementNotMet => "what the contact requires is not met".to_owned(),
        Exclusion::OtherQueues => "in a team that serves other queues".to_owned(),
        Exclusion::NotAtWork => "not at work".to_owned(),
        Exclusion::OnBreak => "on a break".to_owned(),
        Exclusion::NotReady(rest) => format!("not ready for another {}", rounded(rest)),
        Exclusion::Busy(_) => "busy".to_owned(),
        Exclusion::Ringing(_) => "being rung".to_owned(),
        Exclusion::Dialling => "dialling".to_owned(),
        Exclusion::WrappingUp(_) => "wrapping up".to_owned(),
        Exclusion::NoRoom(held) => format!("no room beside {}", counted(held as usize, "contact")),
        Exclusion::BreakIsDue => "about to take a break".to_owned(),
        Exclusion::ShiftIsOver => "about to go home".to_owned(),
        Exclusion::Rule(rule) => said_of(rule),
    }
}
