//! The names that a scenario defines, known before anything refers to them.

use super::tree::{Node, Tree};
use super::words::listed;
use super::{Finding, Findings};
use crate::expression::{AGENT_FIELDS, Field, Moves, Sort, Vocabulary};
use crate::family::{Place, Scope, did_you_mean};

/// Every name, in the order of the file.
#[derive(Debug, Default)]
pub(in crate::scenario) struct Names {
    /// Of `[contacts.NAME]`.
    pub contacts: Vec<String>,
    /// Of `[queues.NAME]`, then of the contact types that bring their own queue.
    pub queues: Vec<String>,
    /// Of `[teams.NAME]`.
    pub teams: Vec<String>,
    /// Of `[flows.NAME]`.
    pub flows: Vec<String>,
    /// Of `[lines.NAME]`.
    pub lines: Vec<String>,
    /// Of `[switches.NAME]`.
    pub switches: Vec<String>,
    /// Of the skills of all teams.
    pub skills: Vec<String>,
    /// Of the attributes of all teams, and what they are where they are first mentioned; texts with all that occur.
    pub attributes: Vec<(String, Sort)>,
}

impl Names {
    /// The names that a file defines.
    pub(in crate::scenario) fn of(root: &Node) -> Self {
        let keys = |section: &str| -> Vec<String> {
            root.get(section).map_or(&[][..], Node::entries).iter().map(|entry| entry.key.clone()).collect()
        };
        let mut names = Self {
            contacts: keys("contacts"),
            queues: keys("queues"),
            teams: keys("teams"),
            flows: keys("flows"),
            lines: keys("lines"),
            switches: keys("switches"),
            skills: Vec::new(),
            attributes: Vec::new(),
        };
        names.add_own_queues(root);
        names.add_skills(root);
        names.add_attributes(root);
        names
    }

    fn add_own_queues(&mut self, root: &Node) {
        for entry in root.get("contacts").map_or(&[][..], Node::entries) {
            let elsewhere = entry.node.get("queue").is_some() || entry.node.get("flow").is_some();
            if !elsewhere && !self.queues.contains(&entry.key) {
                self.queues.push(entry.key.clone());
            }
        }
    }

    fn add_skills(&mut self, root: &Node) {
        for team in root.get("teams").map_or(&[][..], Node::entries) {
            for skill in team.node.get("skills").map(skills).unwrap_or_default() {
                if !self.skills.contains(&skill) {
                    self.skills.push(skill);
                }
            }
        }
    }

    fn add_attributes(&mut self, root: &Node) {
        let teams = root.get("teams").map_or(&[][..], Node::entries);
        let tables = teams.iter().filter_map(|team| team.node.get("attributes"));
        for entry in tables.flat_map(Node::entries) {
            let sort = match &entry.node.tree {
                Tree::Text(text) => Sort::Text(vec![text.clone()]),
                Tree::Flag(_) => Sort::Truth,
                _ => Sort::Number,
            };
            match (self.attributes.iter_mut().find(|(name, _)| *name == entry.key), sort) {
                (None, sort) => self.attributes.push((entry.key.clone(), sort)),
                (Some((_, Sort::Text(all))), Sort::Text(one)) if !all.contains(&one[0]) => all.extend(one),
                (Some(_), _) => {}
            }
        }
    }

    /// What a requirement may look at: every skill, then every attribute.
    pub(in crate::scenario) fn traits(&self) -> Vocabulary {
        let skills = self.skills.iter().map(|name| (name, Sort::Level));
        let attributes = self.attributes.iter().map(|(name, sort)| (name, sort.clone()));
        let field = |(name, sort): (&String, Sort)| Field { name: name.clone(), sort, moves: Moves::Never };
        Vocabulary { fields: skills.chain(attributes).map(field).collect(), noun: "skill or attribute of any team" }
    }

    /// What a score of agents may look at: every field of an agent, then every skill and attribute.
    pub(in crate::scenario) fn agents(&self) -> Vocabulary {
        let mut words = Vocabulary::of(&[&AGENT_FIELDS], "field of an agent, nor a skill or attribute of any team");
        words.fields.extend(self.traits().fields);
        words
    }

    /// The names of one scope; nodes are known to their flow alone.
    pub(in crate::scenario) fn scope(&self, scope: Scope) -> &[String] {
        match scope {
            Scope::Contacts => &self.contacts,
            Scope::Queues => &self.queues,
            Scope::Teams => &self.teams,
            Scope::Flows => &self.flows,
            Scope::Lines => &self.lines,
            Scope::Skills => &self.skills,
            Scope::Nodes => &[],
        }
    }

    /// Position of a name that the reader has found to be defined.
    pub(in crate::scenario) fn position(&self, scope: Scope, name: &str) -> usize {
        self.scope(scope).iter().position(|known| known == name).expect("the reader resolves every name")
    }
}

/// Skills as written: a word, a list of words, or a table from words to levels.
fn skills(node: &Node) -> Vec<String> {
    match &node.tree {
        Tree::Text(text) => vec![text.clone()],
        Tree::List(items) => items.iter().flat_map(skills).collect(),
        _ => node.entries().iter().map(|entry| entry.key.clone()).collect(),
    }
}

/// What one thing of a scope is called.
pub(in crate::scenario) fn noun(scope: Scope) -> &'static str {
    match scope {
        Scope::Contacts => "contact type",
        Scope::Queues => "queue",
        Scope::Teams => "team",
        Scope::Flows => "flow",
        Scope::Lines => "group of lines",
        Scope::Nodes => "node of this flow",
        Scope::Skills => "skill of any team",
    }
}

/// Position of a name among those defined; a finding if it is not there.
pub(in crate::scenario) fn resolve(
    (scope, known): (Scope, &[String]),
    (name, place): (&str, Place),
    findings: &mut Findings,
) -> Option<usize> {
    let found = known.iter().position(|candidate| candidate == name);
    if found.is_none() {
        findings.add(unknown(scope, known, (name, place)));
    }
    found
}

/// What to say of a name that is not defined.
pub(in crate::scenario) fn unknown(scope: Scope, known: &[String], (name, place): (&str, Place)) -> Finding {
    let words = || known.iter().map(String::as_str);
    let noun = noun(scope);
    let defined = if known.is_empty() { "there is none".to_owned() } else { format!("known: {}", listed(words())) };
    Finding::error(place, format!("`{name}` is not a {noun}"))
        .label("not defined")
        .note(defined)
        .help(did_you_mean(name, words()))
}
