//! The scenario, checked: names resolved, units parsed, defaults filled in, every problem found in one pass.
//!
//! A `Scenario` cannot be wrong, and only this module makes one. No `Option` in it means "was not written": it means
//! that the thing itself may be absent.

mod abilities;
mod after_call;
mod also_in;
mod attempts;
mod callback;
mod campaigns;
mod catalogue;
mod changes;
mod chasers;
mod check;
mod condition;
mod contacts;
mod course;
mod customers;
mod deed;
mod diagnostic;
mod eligible;
mod experience;
mod file;
mod flows;
mod horizon;
mod keep_free;
mod leave;
mod limits;
mod lines;
mod maximum_wait;
mod membership;
mod no_agents;
pub mod node;
mod offering;
mod offers;
mod orders;
mod overflow;
mod pauses;
mod preferred;
pub mod preset;
mod queues;
mod reach;
mod read;
mod reference;
mod rehearsal;
mod replicate;
mod requirement;
mod retry;
mod room;
mod routing;
mod schedule;
mod schema;
mod score;
mod section;
mod show;
mod steps;
mod switches;
mod teams;
mod template;
#[cfg(test)]
mod tests;
mod transfers;
mod turns;

pub use after_call::AfterCall;
pub use also_in::AlsoIn;
pub use callback::{Callback, Dial};
pub use campaigns::{Beyond, Call, Campaign, Limit, RetryCall};
pub use catalogue::families;
pub use changes::{Change, Standing};
pub use chasers::Chasers;
pub use condition::{Condition, Count, Crew, Gauge};
pub use contacts::{ContactType, Entrance};
pub use course::{Node as CourseNode, StepTurn, When};
pub use customers::{Customers, Resolution};
pub use deed::{Aim, Attempts, Branch, Deed, Destination, Ending, Follow, Turn, Way};
pub use diagnostic::{Diagnostic, Problems, Severity, Spot, render};
pub use eligible::Able;
pub use experience::Experience;
pub use file::Checked;
pub use flows::{Flow, Node};
pub use horizon::{AtEnd, Horizon};
pub use keep_free::{Adaptive, KeepFree, Others};
pub use limits::Limits;
pub use lines::Lines;
pub use maximum_wait::{MaximumWait, WaitCheck};
pub use membership::{AboveTarget, Membership, PairPoints};
pub use no_agents::NoAgents;
pub use offering::Offering;
pub use offers::{Afterwards, Apart, Offers};
pub use overflow::Overflow;
pub use pauses::{Pauses, WithoutRoom};
pub use preferred::PreferredAgent;
pub use queues::{Age, AtClosing, Leave, Queue, Scan, WhenClosed};
pub use reach::Reach;
pub use reference::reference;
pub use replicate::{Method, Replicate};
pub use requirement::Requirement;
pub use retry::{Redial, Retry};
pub use room::{Fill, OfChannel, Pull, Room};
pub use routing::{Lead, LostUpdates, Routing};
pub use schedule::{AfterLast, Clock, OnTransfer, Schedule};
pub use schema::schema;
pub use show::Detail;
pub use steps::{Begins, Mode, Step, WhenFalse};
pub use switches::Switch;
pub use teams::{AtShiftEnd, Break, LateBreak, Shift, SkillLevel, Speed, Staffing, Team};
pub use template::TEMPLATES;
pub use transfers::TransferRule;
pub use turns::{Elevation, OpenTurns, Turns};

/// A whole centre and how to watch it, beyond doubt.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Short name: the file's stem; names the folder of results.
    pub name: String,
    /// Title for people; the name where the file gives none.
    pub title: String,
    /// The question the scenario answers, if it states one.
    pub question: Option<String>,
    /// When it plays and how time is reported.
    pub horizon: Horizon,
    /// Every skill that a team has, in order of first mention.
    pub skills: Vec<String>,
    /// Every attribute that a team has, in order of first mention.
    pub attributes: Vec<String>,
    /// Groups of trunk lines.
    pub lines: Vec<Lines>,
    /// What goes on and off, in the order of the file.
    pub switches: Vec<Switch>,
    /// IVR flows.
    pub flows: Vec<Flow>,
    /// Contact types, at least one.
    pub contacts: Vec<ContactType>,
    /// How customers are followed over their contacts; `None`: each contact is for itself.
    pub customers: Option<Customers>,
    /// What customers make of their issues, where that is stated.
    pub experience: Option<Experience>,
    /// Queues; those that contact types bring by themselves come after the written ones.
    pub queues: Vec<Queue>,
    /// Lists of customers that the centre calls, in the order of the file.
    pub campaigns: Vec<Campaign>,
    /// Teams, in the order of the file.
    pub teams: Vec<Team>,
    /// How agents and contacts are matched.
    pub routing: Routing,
    /// How often it is played and with which chance.
    pub replicate: Replicate,
    /// Where a run ends to protect the machine.
    pub limits: Limits,
}
