//! A decision of routing: who asked, who could be chosen, who could not and why, and what was chosen.
//!
//! Put together only for listeners who ask for it; ids and numbers, never names.

use std::cmp::Ordering;

use super::{ContactRecord, Exclusion, Reading, ToldKey};
use crate::units::AgentId;

/// One of the two questions of routing, answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// A contact is here: which agent?
    Agent(Choice<ContactRecord, AgentId>),
    /// An agent is free: which contact?
    Contact(Choice<AgentId, ContactRecord>),
}

/// What was compared, and what came out.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice<Asking, Of> {
    /// Who asked.
    pub asking: Asking,
    /// The keys, in the order in which they are compared; the last one is the final tie-break.
    pub keys: Vec<ToldKey>,
    /// Who could be chosen; the chosen one first, the others in the order of the keys.
    pub candidates: Vec<Candidate<Of>>,
    /// Who was there and could not be chosen.
    pub excluded: Vec<(Of, Exclusion)>,
    /// What was chosen; `None` when there was nobody.
    pub chosen: Option<Of>,
    /// What keeps the one who asked from everybody for now, free or not.
    pub held_back: Option<Exclusion>,
    /// Waiting contacts that are in neither list, because there were so many.
    pub left_out: usize,
}

/// One who could be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate<Of> {
    /// Who.
    pub who: Of,
    /// What the keys say, in their order.
    pub readings: Vec<Reading>,
}

impl<Asking, Of> Choice<Asking, Of> {
    /// Which of two candidates is first, key after key; `Equal` where chance decides.
    pub fn compare(&self, one: &Candidate<Of>, other: &Candidate<Of>) -> Ordering {
        compare(&self.keys, one, other)
    }

    /// The key that puts one candidate before another, or draws between them.
    pub fn decisive(&self, one: &Candidate<Of>, other: &Candidate<Of>) -> Option<&ToldKey> {
        let mut keys = self.keys.iter().zip(one.readings.iter().zip(&other.readings));
        let decides = |(key, (mine, theirs)): &(&ToldKey, (&Reading, &Reading))| {
            key.telling.draws || key.compare(**mine, **theirs).is_ne()
        };
        keys.find(decides).map(|(key, _)| key)
    }
}

impl<Asking, Of: PartialEq> Choice<Asking, Of> {
    /// Puts the candidates in order, the chosen one first. A window through which all of them get, with so many who took
    /// part and could not be chosen, decides nothing and is left out.
    pub(crate) fn put_in_order(&mut self, others: usize) {
        let all = (self.candidates.len() + others) as f64;
        let amount = |place: usize| self.candidates.first().map_or(0.0, |first| first.readings[place].amount);
        let idle = |(place, key): (usize, &ToldKey)| key.keyword == "window" && amount(place) >= all;
        if let Some(place) = self.keys.iter().enumerate().position(idle) {
            self.keys.remove(place);
            for candidate in &mut self.candidates {
                candidate.readings.remove(place);
            }
        }
        let keys = &self.keys;
        self.candidates.sort_by(|one, other| compare(keys, one, other));
        let chosen = self.candidates.iter().position(|candidate| Some(&candidate.who) == self.chosen.as_ref());
        if let Some(place) = chosen {
            self.candidates[..=place].rotate_right(1);
        }
    }
}

fn compare<Of>(keys: &[ToldKey], one: &Candidate<Of>, other: &Candidate<Of>) -> Ordering {
    for (key, (mine, theirs)) in keys.iter().zip(one.readings.iter().zip(&other.readings)) {
        let order = key.compare(*mine, *theirs);
        if order.is_ne() || key.telling.draws {
            return order;
        }
    }
    Ordering::Equal
}

#[cfg(test)]
mod tests {
    use super::super::{Telling, Unit};
    use super::*;

    fn choice(draws: [bool; 2], points: &[[f64; 2]], chosen: Option<u32>) -> Choice<(), u32> {
        let key = |draws| ToldKey { keyword: "key", telling: Telling { draws, ..Telling::new("{}", Unit::Number) } };
        let candidate = |(who, points): (u32, &[f64; 2])| Candidate { who, readings: points.map(Reading::of).to_vec() };
        let candidates = (0..).zip(points).map(candidate).collect();
        let keys = draws.map(key).to_vec();
        Choice { asking: (), keys, candidates, excluded: vec![], chosen, held_back: None, left_out: 0 }
    }

    #[test]
    fn the_first_key_that_differs_decides() {
        let choice = choice([false, false], &[[3.0, 4.0], [3.0, 9.0]], None);
        let [one, other] = [&choice.candidates[0], &choice.candidates[1]];
        assert_eq!(choice.compare(one, other), Ordering::Greater);
        assert_eq!(choice.decisive(one, other), Some(&choice.keys[1]));
    }

    #[test]
    fn what_is_drawn_is_left_to_chance_and_nothing_after_it_decides() {
        let mut choice = choice([true, false], &[[1.0, 7.0], [1.0, 3.0], [1.0, 5.0]], Some(2));
        assert_eq!(choice.compare(&choice.candidates[0], &choice.candidates[1]), Ordering::Equal);
        choice.put_in_order(0);
        assert_eq!(choice.candidates.iter().map(|candidate| candidate.who).collect::<Vec<_>>(), [2, 0, 1]);
    }
}
