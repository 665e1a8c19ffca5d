//! Room made ready: what one person of a team can hold at once, as bounds on weighted numbers of contacts.
//!
//! Contact types are alike in this if they are of one channel and weigh the same in every team; they share a row.

use crate::channel::Channel;
use crate::scenario::{self, ContactType, Scenario, Team};
use crate::units::{ContactTypeId, Span};

/// What one person can hold at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// Bounds, all of which hold.
    pub bounds: Vec<Bound>,
    /// By row: rows beside which it may not be taken.
    pub kept_out_by: Vec<Vec<u32>>,
    /// By row: rows whose contacts are put on hold for it.
    pub interrupts: Vec<Vec<u32>>,
    /// Work that is added whenever somebody comes back to what was on hold.
    pub set_up: Span,
    /// Interruptions within interruptions.
    pub nesting: u16,
}

/// A bound on contacts held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// Most of it at once.
    pub most: u32,
    /// By row: what one contact takes of it.
    pub weights: Vec<u32>,
}

impl Bound {
    /// What is taken of it by so many contacts of each row.
    fn taken(&self, held: &[u16]) -> u64 {
        held.iter().zip(&self.weights).map(|(&held, &weight)| u64::from(held) * u64::from(weight)).sum()
    }
}

impl Room {
    /// Whether one more contact of a row fits in beside so many of each row.
    pub fn fits(&self, held: &[u16], row: usize) -> bool {
        let allowed = self.kept_out_by[row].iter().all(|&other| held[other as usize] == 0);
        let bounds = |bound: &Bound| {
            let weight = u64::from(bound.weights[row]);
            weight == 0 || bound.taken(held) + weight <= u64::from(bound.most)
        };
        allowed && self.bounds.iter().all(bounds)
    }

    /// Share of what a person has to give contacts of a row that is free.
    pub fn spare(&self, held: &[u16], row: usize) -> f64 {
        let of = self.bounds.iter().filter(|bound| bound.weights[row] > 0 && bound.most > 0);
        of.map(|bound| 1.0 - bound.taken(held) as f64 / f64::from(bound.most)).fold(1.0, f64::min)
    }

    /// Whether every contact takes a person whole.
    pub fn is_whole(&self) -> bool {
        let rows = self.interrupts.len();
        let alone = |held: usize| {
            let mut one = vec![0; rows];
            one[held] = 1;
            (0..rows).all(|row| !self.fits(&one, row)) && self.fits(&vec![0; rows], held)
        };
        (0..rows).all(alone) && self.interrupts.iter().all(Vec::is_empty)
    }
}

/// Rows, and which contact type has which.
pub(super) struct Rows {
    /// By row: its channel, in order of first mention.
    pub(super) channels: Vec<Channel>,
    /// By contact type.
    pub(super) of_kind: Vec<u32>,
}

impl Rows {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let mut rows = Self { channels: Vec::new(), of_kind: Vec::new() };
        let mut known: Vec<Vec<Option<u32>>> = Vec::new();
        for (number, kind) in scenario.contacts.iter().enumerate() {
            let own = own_weights(scenario, ContactTypeId::of(number));
            let alike = |row: &usize| rows.channels[*row] == kind.channel && known[*row] == own;
            let row = (0..known.len()).find(alike).unwrap_or(known.len());
            if row == known.len() {
                rows.channels.push(kind.channel);
                known.push(own);
            }
            rows.of_kind.push(row as u32);
        }
        rows
    }

    /// A contact type of each row.
    fn kinds<'a>(&self, scenario: &'a Scenario) -> Vec<(ContactTypeId, &'a ContactType)> {
        let of =
            |row: usize| self.of_kind.iter().position(|&own| own as usize == row).expect("a row has a contact type");
        (0..self.channels.len()).map(of).map(|kind| (ContactTypeId::of(kind), &scenario.contacts[kind])).collect()
    }
}

/// What a type weighs in each team apart from its channel.
fn own_weights(scenario: &Scenario, kind: ContactTypeId) -> Vec<Option<u32>> {
    scenario.teams.iter().map(|team| team.room.as_ref().and_then(|room| weight_of_type(room, kind))).collect()
}

fn weight_of_type(room: &scenario::Room, kind: ContactTypeId) -> Option<u32> {
    room.weights_of_types.iter().find(|(of, _)| *of == kind).map(|(_, weight)| *weight)
}

/// The room of a team's people.
pub(super) fn room(team: &Team, rows: &Rows, scenario: &Scenario) -> Room {
    let nobody = vec![Vec::new(); rows.channels.len()];
    let Some(room) = &team.room else {
        let bounds = vec![even_parts(team, rows)];
        return Room { bounds, kept_out_by: nobody.clone(), interrupts: nobody, set_up: Span::ZERO, nesting: 0 };
    };
    let mut bounds: Vec<Bound> = room.units.map(|units| weighed(units, room, rows, scenario)).into_iter().collect();
    bounds.extend(room.total.map(|total| Bound { most: u32::from(total), weights: vec![1; rows.channels.len()] }));
    bounds.extend(by_channel(room, rows));
    let told = |map: &[scenario::OfChannel<Vec<&'static str>>], of: &str, other: &str, untold: bool| {
        map.iter().find(|(channel, _)| *channel == of).map_or(untold, |(_, list)| list.contains(&other))
    };
    let pairs = |wanted: &dyn Fn(&str, &str) -> bool| -> Vec<Vec<u32>> {
        let others = |row: &Channel| {
            let all = rows
                .channels
                .iter()
                .enumerate()
                .filter(|(_, held)| held.name != row.name && wanted(held.name, row.name));
            all.map(|(held, _)| held as u32).collect()
        };
        rows.channels.iter().map(others).collect()
    };
    Room {
        kept_out_by: pairs(&|held, row| !told(&room.beside, held, row, room.beside_any)),
        interrupts: pairs(&|held, row| told(&room.interruptible_by, held, row, false)),
        bounds,
        set_up: room.set_up,
        nesting: room.nesting,
    }
}

/// Every contact takes an even part of a person.
fn even_parts(team: &Team, rows: &Rows) -> Bound {
    let at_once = |channel: &Channel| {
        let own = team.at_once.iter().find(|(name, _)| *name == channel.name);
        own.map_or(channel.at_once, |(_, at_once)| *at_once)
    };
    let part = |channel: &Channel| u32::from((Channel::CAPACITY / at_once(channel).max(1)).max(1));
    Bound { most: u32::from(Channel::CAPACITY), weights: rows.channels.iter().map(part).collect() }
}

/// Every contact takes its weight in units.
fn weighed(units: u32, room: &scenario::Room, rows: &Rows, scenario: &Scenario) -> Bound {
    let weight = |(row, (kind, contact)): (usize, (ContactTypeId, &ContactType))| {
        let channel = rows.channels[row];
        let of_channel = || room.weights.iter().find(|(name, _)| *name == channel.name).map(|(_, weight)| *weight);
        let usual = || (units / u32::from(contact.channel.at_once.max(1))).max(1);
        weight_of_type(room, kind).or_else(of_channel).unwrap_or_else(usual)
    };
    Bound { most: units, weights: rows.kinds(scenario).into_iter().enumerate().map(weight).collect() }
}

/// A bound for each channel that has one.
fn by_channel(room: &scenario::Room, rows: &Rows) -> Vec<Bound> {
    let mut names: Vec<&Channel> = Vec::new();
    for channel in &rows.channels {
        if !names.iter().any(|known| known.name == channel.name) {
            names.push(channel);
        }
    }
    let bound = |channel: &&Channel| {
        let told = room.most.iter().find(|(name, _)| *name == channel.name).map(|(_, most)| *most);
        let most = told.or_else(|| room.units.is_none().then_some(channel.at_once))?;
        let weights = rows.channels.iter().map(|row| u32::from(row.name == channel.name)).collect();
        Some(Bound { most: u32::from(most), weights })
    };
    names.iter().filter_map(bound).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;

    /// The room of the one team of a centre with a call, a chat and a task.
    fn room(team: &str) -> Room {
        let contact =
            |channel: &str| format!("[contacts.{channel}]\nchannel = '{channel}'\narrivals = '1/h'\ntalk = '1m'\n");
        let contacts: String = ["phone", "chat", "task"].map(contact).concat();
        let text = format!("{contacts}[teams.t]\nagents = 1\n{team}");
        let (scenario, _) = Scenario::parse(&text, "room.toml", std::path::Path::new(""), &[]).expect("a scenario");
        Plan::new(scenario).rooms[0].clone()
    }

    /// For each number of calls, chats and tasks held, which of the three fits in.
    fn takes(room: &Room, held: [u16; 3]) -> [bool; 3] {
        [0, 1, 2].map(|row| room.fits(&held, row))
    }

    #[test]
    fn y1_connect_cross_channel_seven_steps() {
        let room = room(
            "room = { most = { phone = 1, chat = 2, task = 1 }, beside = { phone = [], chat = [], task = ['phone', 'chat'] } }",
        );
        let (phone, chat, task) = (0, 1, 2);
        let offered = |held: [u16; 3], row: usize| room.fits(&held, row);
        // 1. With one chat, a task is not offered. 2. A second chat is.
        assert!(!offered([0, 1, 0], task) && offered([0, 1, 0], chat));
        // 3. When both chats are done, the task is. 4. Beside the task, a chat is.
        assert!(offered([0, 0, 0], task) && offered([0, 0, 1], chat));
        // 5. Beside both, a call is not: the chat forbids it. 6. When the chat is done, it is.
        assert!(!offered([0, 1, 1], phone) && offered([0, 0, 1], phone));
        // 7. Another task is not, for the call forbids it, and afterwards the first task is the most.
        assert!(!offered([1, 0, 1], task) && !offered([0, 0, 1], task));
    }

    #[test]
    fn even_parts_fill_a_person_together() {
        let room = room("at_once = { chat = 3, task = 2 }");
        assert_eq!(takes(&room, [0, 1, 0]), [false, true, true]);
        assert_eq!(takes(&room, [0, 2, 0]), [false, true, false]);
        assert_eq!(takes(&room, [1, 0, 0]), [false, false, false]);
        assert!((room.spare(&[0, 1, 1], 1) - 1.0 / 6.0).abs() < 1e-12);
    }

    #[test]
    fn a_total_and_units_bound_all_channels_together() {
        let total = room("room = { total = 3, most = { chat = 2 } }");
        assert_eq!(takes(&total, [0, 2, 0]), [true, false, true]);
        assert_eq!(takes(&total, [1, 2, 0]), [false, false, false]);
        let units = room("room = { units = 100, weights = { phone = 100, chat = 30, task = 40 } }");
        assert_eq!(takes(&units, [0, 2, 0]), [false, true, true]);
        assert_eq!(takes(&units, [0, 3, 0]), [false, false, false]);
    }

    #[test]
    fn whoever_holds_one_contact_at_a_time_is_whole() {
        let contact = "[contacts.c]\narrivals = '1/h'\ntalk = '1m'\n[contacts.m]\nchannel = 'email'\narrivals = '1/h'\ntalk = '1m'\n";
        let whole = |team: &str| {
            let text = format!("{contact}[teams.t]\nagents = 1\n{team}");
            let (scenario, _) = Scenario::parse(&text, "room.toml", std::path::Path::new(""), &[]).expect("a scenario");
            Plan::new(scenario).one_at_a_time
        };
        assert!(whole("") && whole("at_once = { phone = 1 }") && whole("room = { total = 1 }") && whole("room = {}"));
        assert!(!whole("at_once = { email = 2 }") && !whole("room = { interruptible_by = { email = ['phone'] } }"));
    }
}
