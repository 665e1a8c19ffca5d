//! The ground of a preset: what it may look at, and the lines that it writes.

use crate::scenario::read::Names;

/// What a preset may look at, and where its lines are kept.
#[derive(Debug)]
pub(in crate::scenario) struct Ground<'a> {
    /// Every name of the file.
    names: &'a Names,
    /// The queue whose policy it is; `None`: of the whole centre.
    queue: Option<&'a str>,
    /// Queues with a policy of their own, which the one of the whole centre leaves alone.
    apart: &'a [String],
    /// What it writes, in order.
    pub(super) lines: Vec<Line>,
}

/// One line that a preset writes unless the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Keys from the top of the file.
    pub(super) path: Vec<String>,
    /// What it holds, in TOML.
    pub(super) value: String,
    /// Another key at the same place that says the same in other words: where the file has that, there is no line.
    pub(super) unless: Option<&'static str>,
}

impl<'a> Ground<'a> {
    /// The ground of one policy, before anything is written.
    pub(super) fn new(names: &'a Names, queue: Option<&'a str>, apart: &'a [String]) -> Self {
        Self { names, queue, apart, lines: Vec::new() }
    }

    /// Every team of the file.
    pub(super) fn teams(&self) -> &'a [String] {
        &self.names.teams
    }

    /// Whether some team has this skill or attribute.
    pub(super) fn has_trait(&self, name: &str) -> bool {
        self.names.skills.iter().chain(self.names.attributes.iter().map(|(name, _)| name)).any(|known| known == name)
    }

    /// What ranks free agents, where the policy stands.
    pub(super) fn agent_order(&mut self, keys: &str) {
        self.where_it_stands("agent_order", keys);
    }

    /// What ranks waiting contacts, where the policy stands: of all queues, or within one.
    pub(super) fn contact_order(&mut self, keys: &str) {
        self.where_it_stands("contact_order", keys);
    }

    /// A line of the whole centre, where the policy is.
    pub(super) fn of_the_centre(&mut self, key: &str, value: &str) {
        if self.queue.is_none() {
            self.write(["routing", key], value);
        }
    }

    fn where_it_stands(&mut self, key: &str, value: &str) {
        match self.queue {
            Some(queue) => self.write(["queues", queue, key], value),
            None => self.write(["routing", key], value),
        }
    }

    /// A line in every contact type, where the policy is of the whole centre.
    pub(super) fn in_contacts(&mut self, key: &str, value: &str) {
        let names = self.names;
        if self.queue.is_none() {
            names.contacts.iter().for_each(|contact| self.write(["contacts", contact, key], value));
        }
    }

    /// A line in a team.
    pub(super) fn in_team(&mut self, team: &str, keys: &[&str], value: &str) {
        self.write(["teams", team].into_iter().chain(keys.iter().copied()), value);
    }

    /// What one person of every team holds at once, where the policy is of the whole centre and the team does not say it.
    pub(super) fn room(&mut self, value: &str) {
        if self.queue.is_none() {
            for team in self.teams() {
                self.write(["teams", team, "room"], value);
                self.lines.last_mut().expect("it was just written").unless = Some("at_once");
            }
        }
    }

    /// A line in every queue that the policy is about.
    pub(super) fn in_queues(&mut self, keys: &[&str], value: &str) {
        let own = |queue: &&String| self.queue.map_or(!self.apart.contains(queue), |own| own == **queue);
        let queues: Vec<&String> = self.names.queues.iter().filter(own).collect();
        for queue in queues {
            self.write(["queues", queue].into_iter().chain(keys.iter().copied()), value);
        }
    }

    /// One line.
    fn write<'b>(&mut self, path: impl IntoIterator<Item = &'b str>, value: &str) {
        let path = path.into_iter().map(str::to_owned).collect();
        self.lines.push(Line { path, value: value.to_owned(), unless: None });
    }
}
