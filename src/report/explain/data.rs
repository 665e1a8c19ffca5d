//! Decisions as JSON: names instead of ids, seconds instead of ticks.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::Naming;
use crate::record::{Candidate, Choice, ContactRecord, Decision, Exclusion, Reading};
use crate::units::Instant;

/// A decision with all that was compared and all that was left out.
pub(super) fn decision(decision: &Decision, now: Instant, naming: &Naming) -> Value {
    let mut fields = compared(decision, now, naming, usize::MAX);
    let left_out = match decision {
        Decision::Agent(choice) => excluded(choice, naming, |agent| ("agent", json!(naming.agent_word(*agent)))).into(),
        Decision::Contact(choice) => excluded(choice, naming, contact).into(),
    };
    fields.insert("excluded".to_owned(), left_out);
    Value::Object(fields)
}

/// The question, who asked, the keys, what was chosen, and the first candidates.
pub(super) fn compared(decision: &Decision, now: Instant, naming: &Naming, most: usize) -> Map<String, Value> {
    let fields = match decision {
        Decision::Agent(choice) => [
            ("question", json!("agent")),
            ("contact", json!(choice.asking.serial)),
            ("agent", Value::Null),
            ("keys", json!(choice.keys)),
            ("chosen", json!(choice.chosen.map(|agent| naming.agent_word(agent)))),
            ("candidates", candidates(choice, now, most, |agent| ("agent", json!(naming.agent_word(*agent))))),
            ("candidates_in_all", json!(choice.candidates.len())),
            ("held_back", json!(choice.held_back.map(Exclusion::word))),
            ("left_out", json!(choice.left_out)),
        ],
        Decision::Contact(choice) => [
            ("question", json!("contact")),
            ("contact", Value::Null),
            ("agent", json!(naming.agent_word(choice.asking))),
            ("keys", json!(choice.keys)),
            ("chosen", json!(choice.chosen.map(|contact| contact.serial))),
            ("candidates", candidates(choice, now, most, contact)),
            ("candidates_in_all", json!(choice.candidates.len())),
            ("held_back", json!(choice.held_back.map(Exclusion::word))),
            ("left_out", json!(choice.left_out)),
        ],
    };
    fields.map(|(name, value)| (name.to_owned(), value)).into_iter().collect()
}

/// Reasons with the number of those they kept out, in the order of the alphabet.
pub(super) fn reasons(decision: &Decision) -> Value {
    let words: Vec<&str> = match decision {
        Decision::Agent(choice) => choice.excluded.iter().map(|(_, why)| why.word()).collect(),
        Decision::Contact(choice) => choice.excluded.iter().map(|(_, why)| why.word()).collect(),
    };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    json!(counts)
}

fn contact(contact: &ContactRecord) -> (&'static str, Value) {
    ("contact", json!(contact.serial))
}

fn candidates<Asking, Of>(
    choice: &Choice<Asking, Of>,
    now: Instant,
    most: usize,
    name: impl Fn(&Of) -> (&'static str, Value),
) -> Value {
    let one = |candidate: &Candidate<Of>| {
        let (word, who) = name(&candidate.who);
        let readings = choice.keys.iter().zip(&candidate.readings);
        let readings: Map<String, Value> = readings.map(|(key, it)| ((*key).to_owned(), reading(*it, now))).collect();
        json!({ word: who, "readings": readings })
    };
    choice.candidates.iter().take(most).map(one).collect()
}

fn excluded<Asking, Of>(
    choice: &Choice<Asking, Of>,
    naming: &Naming,
    name: impl Fn(&Of) -> (&'static str, Value),
) -> Vec<Value> {
    let one = |(who, why): &(Of, Exclusion)| {
        let (word, who) = name(who);
        let mut row = json!({ word: who, "reason": why.word() });
        match *why {
            Exclusion::NoSkill(skill) => row["skill"] = json!(naming.skill(skill)),
            Exclusion::LevelTooLow { skill, has, needs } => {
                row["skill"] = json!(naming.skill(skill));
                (row["has"], row["needs"]) = (json!(has), json!(needs));
            }
            Exclusion::Busy(contact) | Exclusion::WrappingUp(contact) => row["with"] = json!(contact),
            Exclusion::NoRoom(held) => row["holds"] = json!(held),
            _ => {}
        }
        row
    };
    choice.excluded.iter().map(one).collect()
}

/// Spans in seconds; what is not told is null.
fn reading(reading: Reading, now: Instant) -> Value {
    match reading {
        Reading::Level(level) => json!(level),
        Reading::Since(since) => json!(now.since(since).as_seconds()),
        Reading::Place(place) => json!(u64::from(place) + 1),
        Reading::Class(class) => json!(class),
        Reading::Wait(wait, _) => json!(wait.as_seconds()),
        Reading::Serial(serial) => json!(serial),
        Reading::Drawn | Reading::Untold => Value::Null,
    }
}
