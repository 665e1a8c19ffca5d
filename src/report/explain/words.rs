//! Words for decisions: who was compared with whom by what, and who was not asked and why.

use std::collections::BTreeMap;

use super::Naming;
use super::naming::{counted, rounded};
use super::people::people;
use crate::record::{Candidate, Choice, ContactRecord, Exclusion, Reading};
use crate::units::{AgentId, Instant, Span};

/// Candidates that are told before the rest is counted.
const MOST_CANDIDATES: usize = 8;

/// What a contact's question for an agent came to: a sentence, and its reasons.
pub(super) fn for_contact(
    choice: &Choice<ContactRecord, AgentId>,
    now: Instant,
    naming: &Naming,
) -> (String, Vec<String>) {
    let closed = choice.held_back == Some(Exclusion::QueueClosed);
    let sentence = match (choice.chosen, choice.candidates.len()) {
        (Some(agent), 0 | 1) => format!("{} is chosen: nobody else who may serve it is free", naming.agent(agent)),
        (Some(agent), number) => {
            format!("{} is chosen: first of {number} who are free and may serve it", naming.agent(agent))
        }
        (None, _) if closed => format!("the queue {} is closed", naming.queue(choice.asking.queue)),
        (None, _) => "nobody is free who may serve it".to_owned(),
    };
    let mut lines = compared(choice, |agent| naming.agent(*agent), now);
    lines.extend(not_asked(&choice.excluded, naming));
    (sentence, lines)
}

/// What an agent's question for a contact came to: a sentence, and its reasons.
pub(super) fn for_agent(
    choice: &Choice<AgentId, ContactRecord>,
    now: Instant,
    naming: &Naming,
) -> (String, Vec<String>) {
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
    let mut lines = compared(choice, |contact| named(contact, naming), now);
    lines.extend(not_taken(&choice.excluded, naming));
    (sentence, lines)
}

/// Why another contact was taken before this one.
pub(super) fn before(
    choice: &Choice<AgentId, ContactRecord>,
    serial: u64,
    now: Instant,
    naming: &Naming,
) -> Vec<String> {
    let mine = choice.candidates.iter().find(|candidate| candidate.who.serial == serial);
    behind_first(choice, mine, |contact| named(contact, naming), now)
}

/// Why another agent was chosen before this one.
pub(super) fn behind(
    choice: &Choice<ContactRecord, AgentId>,
    agent: AgentId,
    now: Instant,
    naming: &Naming,
) -> Vec<String> {
    let mine = choice.candidates.iter().find(|candidate| candidate.who == agent);
    behind_first(choice, mine, |agent| naming.agent(*agent), now)
}

/// The chosen beside one who was not, and the key that decided.
fn behind_first<Asking, Of>(
    choice: &Choice<Asking, Of>,
    mine: Option<&Candidate<Of>>,
    name: impl Fn(&Of) -> String,
    now: Instant,
) -> Vec<String> {
    let (Some(first), Some(mine)) = (choice.candidates.first(), mine) else { return Vec::new() };
    let why = first.ahead_by(mine).map_or("what the keys do not tell", |key| choice.keys[key]);
    let line = |one: &Candidate<Of>| format!("{}: {}", name(&one.who), read(&choice.keys, one, now));
    vec![format!("ahead by {why}"), line(first), line(mine)]
}

/// A contact with its type.
fn named(contact: &ContactRecord, naming: &Naming) -> String {
    format!("contact {} ({})", contact.serial, naming.kind(contact.kind))
}

/// The keys, then a line to each candidate; nothing where there was no choice.
fn compared<Asking, Of>(choice: &Choice<Asking, Of>, name: impl Fn(&Of) -> String, now: Instant) -> Vec<String> {
    let Some((first, others)) = choice.candidates.split_first() else { return Vec::new() };
    if others.is_empty() {
        return vec![format!("{}: {}", name(&first.who), read(&choice.keys, first, now))];
    }
    let mut lines = vec![
        format!("compared by {}", choice.keys.join(", then ")),
        format!("{}: {}", name(&first.who), read(&choice.keys, first, now)),
    ];
    for other in others.iter().take(MOST_CANDIDATES - 1) {
        let why = first.ahead_by(other).map_or("what the keys do not tell", |key| choice.keys[key]);
        lines.push(format!("{}: {}; behind by {why}", name(&other.who), read(&choice.keys, other, now)));
    }
    let more = others.len().saturating_sub(MOST_CANDIDATES - 1);
    lines.extend((more > 0).then(|| format!("and {more} more behind them")));
    lines
}

/// What the keys say about a candidate.
fn read<Of>(keys: &[&'static str], candidate: &Candidate<Of>, now: Instant) -> String {
    let parts: Vec<String> = keys.iter().zip(&candidate.readings).map(|(key, it)| reading(key, *it, now)).collect();
    parts.join(", ")
}

fn reading(key: &str, reading: Reading, now: Instant) -> String {
    match reading {
        Reading::Level(level) => format!("level {level}"),
        Reading::Since(since) => format!("free for {}", rounded(now.since(since))),
        Reading::Place(place) => format!("place {}", u64::from(place) + 1),
        Reading::Class(class) => format!("class {class}"),
        Reading::Wait(wait, Span::ZERO) => format!("waiting for {}", rounded(wait)),
        Reading::Wait(wait, credited) => {
            format!("waiting for {}, {} of it credited", rounded(wait), rounded(credited))
        }
        Reading::Serial(serial) => format!("number {serial}"),
        Reading::Drawn => "drawn at random".to_owned(),
        Reading::Untold => format!("{key} not told"),
    }
}

/// Agents who could not be chosen, by reason, those with the most to do with it first.
pub(super) fn not_asked(excluded: &[(AgentId, Exclusion)], naming: &Naming) -> Vec<String> {
    let mut reasons: BTreeMap<(usize, String), Vec<(AgentId, Exclusion)>> = BTreeMap::new();
    for &(agent, why) in excluded {
        reasons.entry((nearness(why), reason(why, naming))).or_default().push((agent, why));
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
fn not_taken(excluded: &[(ContactRecord, Exclusion)], naming: &Naming) -> Vec<String> {
    let mut reasons: BTreeMap<(usize, String), Vec<u64>> = BTreeMap::new();
    for (contact, why) in excluded {
        reasons.entry((nearness(*why), reason(*why, naming))).or_default().push(contact.serial);
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
        Exclusion::Busy(contact) | Exclusion::WrappingUp(contact) => {
            Some(format!("{} (contact {contact})", naming.agent(agent)))
        }
        _ => None,
    }
}

/// Order in which reasons are told: rules that hold back a free agent, then work, then absence, then ability.
fn nearness(why: Exclusion) -> usize {
    match why {
        Exclusion::QueueClosed | Exclusion::Rule(_) => 0,
        Exclusion::NoRoom(_) => 1,
        Exclusion::Busy(_) => 2,
        Exclusion::WrappingUp(_) => 3,
        Exclusion::BreakIsDue | Exclusion::ShiftIsOver => 4,
        Exclusion::OnBreak => 5,
        Exclusion::NotAtWork => 6,
        Exclusion::LevelTooLow { .. } => 7,
        Exclusion::RequirementNotMet => 8,
        Exclusion::NoSkill(_) => 9,
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
        Exclusion::NotAtWork => "not at work".to_owned(),
        Exclusion::OnBreak => "on a break".to_owned(),
        Exclusion::Busy(_) => "busy".to_owned(),
        Exclusion::WrappingUp(_) => "wrapping up".to_owned(),
        Exclusion::NoRoom(held) => format!("no room beside {}", counted(held as usize, "contact")),
        Exclusion::BreakIsDue => "about to take a break".to_owned(),
        Exclusion::ShiftIsOver => "about to go home".to_owned(),
        Exclusion::QueueClosed => "free, but the queue is closed".to_owned(),
        Exclusion::Rule(keyword) => format!("held back by {keyword}"),
    }
}
