//! What a setting may hold, and whether it must be written.

use super::Catalogue;

/// One thing that can be told: its name, what it holds, and what it means.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The key in the file.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it must be written.
    pub need: Need,
    /// What it means, with its unit where the kind does not say it.
    pub summary: &'static str,
}

/// Whether a setting must be written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Need {
    /// The file is wrong without it.
    Required,
    /// It may be absent, and then means nothing of its kind.
    Optional,
    /// When absent it reads as if this TOML value stood there.
    Default(&'static str),
}

/// What a setting holds.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// `true` or `false`.
    Flag,
    /// A whole number within two bounds, both allowed.
    Count(u64, u64),
    /// A finite number within two bounds, both allowed.
    Number(f64, f64),
    /// A share from 0 to 1: `"80%"` or `0.8`.
    Share,
    /// A rate: `"240/h"`.
    Rate,
    /// A duration: `"2m30s"`; `"never"` where the setting's summary allows it.
    Span,
    /// A time of day: `"08:30"`.
    Clock,
    /// A civil date and time: `"2026-03-02T08:00"`.
    DateTime,
    /// Opening hours: `"08:00-18:00"`, or a table by day of the week.
    Hours,
    /// Days of the week: `"mon-fri"` or `["mon", "sat"]`.
    Days,
    /// Any text.
    Text,
    /// The path of a file, relative to the scenario.
    Path,
    /// One word out of a closed list.
    Choice(&'static [Choice]),
    /// The name of something defined elsewhere in the scenario.
    Name(Scope),
    /// An expression: a condition over the skills and attributes of agents.
    Requirement,
    /// An expression: a number made of what is known of something.
    Score(Subject),
    /// An expression: a condition over the state of the centre.
    Condition(Around),
    /// A member of a family, chosen by its keyword.
    Family(&'static dyn Catalogue),
    /// A table of fixed settings.
    Table(&'static [Setting]),
    /// A table of tables whose keys are names given by the author.
    Tables(&'static [Setting]),
    /// A table from names given by the author, or defined in the scope, to values of one kind.
    Map(Option<Scope>, &'static Kind),
    /// A list; a single value counts as a list of one.
    List(&'static Kind),
    /// A list, or `{ csv = "file.csv", column = "name" }` for the same list from a file.
    Series(&'static Kind),
    /// The first of these kinds that fits.
    Either(&'static [Kind]),
}

/// One word of a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The word in the file.
    pub word: &'static str,
    /// What it means.
    pub summary: &'static str,
}

/// What a score is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A waiting contact.
    Contact,
    /// A free agent.
    Agent,
}

/// What a condition stands in and can name shortly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Around {
    /// The whole centre: nothing.
    Centre,
    /// A queue: `queue.length`.
    Queue,
    /// A step of a queue: the same, and `step.staffed` of those whom it counts in.
    Step,
}

/// Where a name must be defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// `[contacts.NAME]`.
    Contacts,
    /// `[queues.NAME]`, or a contact type that brings a queue of its own name.
    Queues,
    /// `[teams.NAME]`.
    Teams,
    /// `[flows.NAME]`.
    Flows,
    /// `[lines.NAME]`.
    Lines,
    /// `nodes.NAME` of the same flow.
    Nodes,
    /// A skill that some team has.
    Skills,
}
