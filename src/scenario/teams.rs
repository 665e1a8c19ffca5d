//! Teams: people who are alike, when they are there, what they can do, how fast, and what they cost.

use crate::calendar::Steps;
use crate::units::{Clock, ContactTypeId, Share, SkillId, Span, Weekday};

/// One team.
#[derive(Debug, Clone)]
pub struct Team {
    /// Name given in the file.
    pub name: String,
    /// Who is there when.
    pub staffing: Staffing,
    /// What everybody in the team can do. Sorted by skill.
    pub skills: Vec<SkillLevel>,
    /// Exceptions from normal speed.
    pub speed: Vec<Speed>,
    /// Cost of one person who is paid [money per hour].
    pub cost_per_hour: f64,
    /// Probability that a person is away for the whole day.
    pub absence: Share,
    /// Share of paid people or time that is not available; thins counts and shifts at random in every interval.
    pub shrinkage: Share,
    /// When a break starts that falls into a contact.
    pub late_break: LateBreak,
    /// What happens to a contact in service when the agent's shift ends.
    pub at_shift_end: AtShiftEnd,
    /// Contacts of a channel that one person holds at once: channel keyword and number.
    pub at_once: Vec<(&'static str, u16)>,
}

/// Who is there when.
#[derive(Debug, Clone)]
pub enum Staffing {
    /// So many people [people; a fraction is one more person with that probability].
    Counts(Steps),
    /// Individuals with working hours.
    Shifts(Vec<Shift>),
}

/// The working hours of some people.
#[derive(Debug, Clone)]
pub struct Shift {
    /// How many people work it.
    pub people: u32,
    /// First moment of the shift.
    pub start: Clock,
    /// Its length; a shift may pass midnight.
    pub length: Span,
    /// Days on which it starts.
    pub days: Vec<Weekday>,
    /// Breaks, in order, within the shift.
    pub breaks: Vec<Break>,
}

/// Time off within a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// Time from the start of the shift.
    pub after: Span,
    /// How long it lasts.
    pub length: Span,
}

/// A skill and how well it is mastered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SkillLevel {
    /// The skill.
    pub skill: SkillId,
    /// The level [higher is better].
    pub level: u16,
}

/// How fast the team is with one contact type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Speed {
    /// The contact type.
    pub contact: ContactTypeId,
    /// Talk and wrap-up take this many times as long [above 0; 1 is normal, 0.5 twice as fast].
    pub time_factor: f64,
}

/// When a break starts that falls into a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LateBreak {
    /// After the contact; it keeps its length.
    Shift,
    /// After the contact; it ends when it should have ended.
    Shorten,
}

/// What happens to a contact in service when the agent's shift ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtShiftEnd {
    /// The agent finishes it and goes.
    Finish,
    /// It goes back to the front of its queue with its age, and the agent goes at once.
    HandBack,
}
