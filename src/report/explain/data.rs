//! Decisions as JSON: names instead of ids, seconds instead of ticks.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::Naming;
use crate::record::{Amount, Candidate, Choice, ContactRecord, Decision, Exclusion, Reading, Telling, ToldKey, Unit};
use crate::units::{Span, TICKS_PER_SECOND};

/// A decision with all that was compared and all that was left out.
pub(super) fn decision(decision: &Decision, naming: &Naming) -> Value {
    let mut fields = compared(decision, naming, usize::MAX);
    let left_out = match decision {
        Decision::Agent(choice) => excluded(choice, naming, |agent| ("agent", json!(naming.agent_word(*agent)))).into(),
        Decision::Contact(choice) => excluded(choice, naming, contact).into(),
    };
    fields.insert("excluded".to_owned(), left_out);
    Value::Object(fields)
}

/// The question, who asked, the keys, what was chosen, and the first candidates.
pub(super) fn compared(decision: &Decision, naming: &Naming, most: usize) -> Map<String, Value> {
    let fields = match decision {
        Decision::Agent(choice) => [
            ("question", json!("agent")),
            ("contact", json!(choice.asking.serial)),
            ("agent", Value::Null),
            ("keys", json!(words(&choice.keys))),
            ("chosen", json!(choice.chosen.map(|agent| naming.agent_word(agent)))),
            ("candidates", candidates(choice, most, |agent| ("agent", json!(naming.agent_word(*agent))))),
            ("candidates_in_all", json!(choice.candidates.len())),
            ("held_back", json!(choice.held_back.map(Exclusion::word))),
            ("left_out", json!(choice.left_out)),
        ],
        Decision::Contact(choice) => [
            ("question", json!("contact")),
            ("contact", Value::Null),
            ("agent", json!(naming.agent_word(choice.asking))),
            ("keys", json!(words(&choice.keys))),
            ("chosen", json!(choice.chosen.map(|contact| contact.serial))),
            ("candidates", candidates(choice, most, contact)),
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
    most: usize,
    name: impl Fn(&Of) -> (&'static str, Value),
) -> Value {
    let names = words(&choice.keys);
    let one = |candidate: &Candidate<Of>| {
        let (word, who) = name(&candidate.who);
        let readings = choice.keys.iter().zip(&candidate.readings).map(|(key, it)| reading(&key.telling, *it));
        let readings: Map<String, Value> = names.iter().cloned().zip(readings).collect();
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
            Exclusion::Busy(contact) | Exclusion::Ringing(contact) | Exclusion::WrappingUp(contact) => {
                row["with"] = json!(contact);
            }
            Exclusion::NoRoom(held) => row["holds"] = json!(held),
            Exclusion::NotReady(rest) => row["numbers"] = json!([rest.as_seconds()]),
            Exclusion::Rule(rule) => row["numbers"] = rule.amounts.into_iter().flatten().map(amount).collect(),
            _ => {}
        }
        row
    };
    choice.excluded.iter().map(one).collect()
}

/// Keywords of keys; one that comes again is numbered.
fn words(keys: &[ToldKey]) -> Vec<String> {
    let word = |(place, key): (usize, &ToldKey)| {
        let before = keys[..place].iter().filter(|other| other.keyword == key.keyword).count();
        if before == 0 { key.keyword.to_owned() } else { format!("{}-{}", key.keyword, before + 1) }
    };
    keys.iter().enumerate().map(word).collect()
}

/// Spans in seconds; what is drawn, and what is no number, is null.
fn reading(telling: &Telling, reading: Reading) -> Value {
    match telling.unit {
        _ if telling.draws => Value::Null,
        Unit::Span => json!(reading.amount.round() / TICKS_PER_SECOND as f64),
        Unit::Number | Unit::Count(_) | Unit::Share => whole(reading.amount),
    }
}

/// A number, without a point where it is whole.
fn whole(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 1e15 { json!(number as i64) } else { json!(number) }
}

fn amount(amount: Amount) -> Value {
    match amount {
        Amount::Number(number) => json!(number),
        Amount::Span(span) => json!(Span::as_seconds(span)),
        Amount::Share(millionths) => json!(millionths as f64 / 1e6),
    }
}
