//! Teams: people who are alike, when they are there, what they can do, how fast, and what they cost.

use super::abilities::{ATTRIBUTE, SKILLS, skills, skills_while, traits};
use super::condition::Condition;
use super::keep_free::{KeepFree, RESERVE, keep_free};
use super::membership::{Membership, PairPoints, QUEUES, memberships};
use super::offers::{OFFERS, Offers, offers};
use super::room::{self, AT_ONCE, FILL, Fill, OfChannel, PULL, Pull, ROOM, Room};
use super::section::{Site, default, optional, required};
use super::turns::{OPEN_TURNS, OpenTurns, open_turns};
use crate::calendar::{AMOUNTS, EVERY, FROM, REPEAT, Steps, profile};
use crate::family::{Around, Choice, Complaint, Kind, Scope, Setting, Settings, Value};
use crate::units::{Clock, ContactTypeId, QueueId, Share, SkillId, Span, Weekday};

/// One team.
#[derive(Debug, Clone)]
pub struct Team {
    /// Name given in the file.
    pub name: String,
    /// Who is there when.
    pub staffing: Staffing,
    /// What everybody in the team can do. Sorted by skill.
    pub skills: Vec<SkillLevel>,
    /// Skills that count only while something holds, at most `MOST_AT_TIMES`.
    pub skills_while: Vec<(SkillId, Condition)>,
    /// What requirements look at: the level of every skill of the scenario, 0 without it, then every attribute.
    pub traits: Vec<f64>,
    /// The queues it serves; empty where it serves all alike.
    pub queues: Vec<Membership>,
    /// How they take what is offered to them; `None`: they answer at once and always.
    pub offers: Option<Offers>,
    /// Exceptions from normal speed.
    pub speed: Vec<Speed>,
    /// Cost of one person who is there [money per hour].
    pub cost_per_hour: f64,
    /// Probability that a person is away for the whole day.
    pub absence: Share,
    /// Share of planned people who are not there: thins counts anew every half hour, and shifts as a whole.
    pub shrinkage: Share,
    /// When a break starts that falls into a contact.
    pub late_break: LateBreak,
    /// What happens to a contact in service when the agent's shift ends.
    pub at_shift_end: AtShiftEnd,
    /// Contacts of a channel that one person holds at once, each taking an even part; channels that are missing have
    /// their own number.
    pub at_once: Vec<OfChannel<u16>>,
    /// What one person has room for, where that is not all.
    pub room: Option<Room>,
    /// What people with some room left do while a contact that comes first for them does not fit in.
    pub fill: Fill,
    /// How people choose among waiting deferred contacts.
    pub pull: Pull,
    /// By contacts in hand: how many times as long everything takes; the last holds for more. Empty: always as long.
    pub slowdown: Vec<f64>,
    /// How they divide their effort among open turns.
    pub open_turns: OpenTurns,
    /// Contacts that may not take the last free people of the team.
    pub keep_free: Vec<KeepFree>,
}

impl Team {
    /// The same team without some of its skills.
    #[must_use]
    pub fn without(&self, skills: &[SkillId]) -> Self {
        let mut team = self.clone();
        team.skills.retain(|held| !skills.contains(&held.skill));
        for skill in skills {
            team.traits[skill.index()] = 0.0;
        }
        team
    }

    /// What it does for a queue, where it serves some queues only.
    pub fn membership(&self, queue: QueueId) -> Option<&Membership> {
        self.queues.iter().find(|member| member.queue == queue)
    }

    /// Points of its people together with a contact of a queue.
    pub fn points(&self, queue: QueueId) -> PairPoints {
        self.membership(queue).map_or(PairPoints::USUAL, |member| member.points)
    }

    /// Share of each person's work that a queue should make, if it has one.
    pub fn target(&self, queue: QueueId) -> Option<f64> {
        self.membership(queue)?.target.map(Share::get)
    }
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

pub(super) static SETTINGS: &[Setting] = &[
    optional(
        "agents",
        AMOUNTS,
        "how many people are there: a number, a list by interval with `every`, `from` and `repeat`, or such lists by day \
         of the week; a fraction is one more person with that probability",
    ),
    EVERY,
    FROM,
    REPEAT,
    optional("shifts", Kind::List(&Kind::Table(&SHIFT)), "working hours of individuals, instead of `agents`"),
    optional("skills", SKILLS, "what everybody can do: a list of skills at level 1, or a table from skills to levels"),
    default(
        "skills_while",
        Kind::Map(Some(Scope::Skills), &Kind::Condition(Around::Centre)),
        "{}",
        "by skill of this team: it counts only while this holds, such as `\"switch.rush\"`; contacts in hand are finished",
    ),
    optional(
        "attributes",
        Kind::Map(None, &ATTRIBUTE),
        "what else `requires` of a contact type may ask for: texts, numbers, `true` or `false` by name; a text that a \
         team lacks is none, a number 0, a truth `false`",
    ),
    optional("queues", QUEUES, "the queues it serves, each with a rank and a delay; without, all alike"),
    optional("offers", OFFERS, "how long contacts ring and how many are missed; without, all are answered at once"),
    optional(
        "time_factor",
        Kind::Map(Some(Scope::Contacts), &Kind::Number(0.001, 1_000.0)),
        "by contact type: talk and wrap-up take this many times as long, 0.5 is twice as fast; without, 1",
    ),
    default(
        "cost_per_hour",
        Kind::Number(0.0, 1e9),
        "0",
        "cost of one person who is there, in money per hour; it ends with the horizon",
    ),
    default("absence", Kind::Share, "0", "probability that a person is away for the whole day"),
    default(
        "shrinkage",
        Kind::Share,
        "0",
        "share of planned people who are not there: of `agents`, drawn anew every half hour; of a shift, for the whole shift",
    ),
    default("late_break", Kind::Choice(LATE_BREAK), "\"shift\"", "when a break starts that falls into a contact"),
    default(
        "at_shift_end",
        Kind::Choice(AT_SHIFT_END),
        "\"finish\"",
        "what happens to a contact in service when the agent's shift ends",
    ),
    optional(
        "at_once",
        AT_ONCE,
        "by channel: contacts that one person holds at once, each taking an even part of the person; without, the \
         channel's own number",
    ),
    optional("room", ROOM, "what one person has room for, channel by channel, where even parts do not say it"),
    default(
        "fill",
        FILL,
        "\"what-fits\"",
        "what people with some room take while a contact that comes first does not fit in",
    ),
    default("pull", PULL, "\"no\"", "how people choose among waiting deferred contacts when one of them is next"),
    optional(
        "slowdown",
        Kind::List(&Kind::Number(0.001, 1_000.0)),
        "by contacts in hand: talk and wrap-up take this many times as long, the last one for more; without, 1",
    ),
    default(
        "open_turns",
        OPEN_TURNS,
        "\"first-come\"",
        "how people divide their effort among customers who wrote, of contact types with `turns`",
    ),
    optional(
        "keep_free",
        Kind::Map(None, &RESERVE),
        "by contact type or queue: its contacts may take somebody of this team only if at least so many others of the \
         team stay free for their channel; until then they wait, and other teams may take them",
    ),
];

pub(super) static SHIFT: [Setting; 5] = [
    default("people", Kind::Count(0, 1_000_000), "1", "how many people work it"),
    required("start", Kind::Clock, "first moment of the shift"),
    required("end", Kind::Clock, "its end; earlier than the start means on the next day"),
    default("days", Kind::Days, "\"daily\"", "days on which it starts"),
    default("breaks", Kind::List(&Kind::Table(BREAK)), "[]", "time off within the shift"),
];

static BREAK: &[Setting] =
    &[required("at", Kind::Clock, "when it starts"), required("length", Kind::Span, "how long it lasts")];

const LATE_BREAK: &[Choice] = &[
    Choice { word: "shift", summary: "after the contact; it keeps its length" },
    Choice { word: "shorten", summary: "after the contact; it ends when it should have ended" },
];

const AT_SHIFT_END: &[Choice] = &[
    Choice { word: "finish", summary: "the agent finishes it and goes" },
    Choice {
        word: "hand-back",
        summary: "it goes back to the front of its queue with its age, and the agent goes at once",
    },
];

/// The team of these settings.
pub(super) fn build(name: &str, settings: &Settings, site: &mut Site<'_>) -> Option<Team> {
    let staffing = staffing(settings, site);
    let at_once = room::at_once(settings, site);
    let room = settings.find_table("room").map_or(Some(None), |table| room::room(settings, &table, site).map(Some));
    let keep_free = keep_free(settings, site);
    let queues = memberships(settings, site);
    let offers = settings.find_table("offers").map_or(Some(None), |table| offers(&table, site).map(Some));
    let skills = skills(settings, site);
    let skills_while = skills_while(settings, &skills, site);
    let traits = traits(settings, &skills, site.names);
    let traits = site.findings.made(settings, traits);
    Some(Team {
        name: name.to_owned(),
        staffing: staffing?,
        skills,
        skills_while: skills_while?,
        traits: traits?,
        queues: queues?,
        offers: offers?,
        speed: speed(settings, site),
        cost_per_hour: settings.number("cost_per_hour"),
        absence: settings.share("absence"),
        shrinkage: settings.share("shrinkage"),
        late_break: if settings.choice("late_break") == "shorten" { LateBreak::Shorten } else { LateBreak::Shift },
        at_shift_end: if settings.choice("at_shift_end") == "hand-back" {
            AtShiftEnd::HandBack
        } else {
            AtShiftEnd::Finish
        },
        at_once: at_once?,
        room: room?,
        fill: room::fill(settings),
        pull: room::pull(settings),
        slowdown: room::slowdown(settings),
        open_turns: open_turns(settings),
        keep_free: keep_free?,
    })
}

fn staffing(settings: &Settings, site: &mut Site<'_>) -> Option<Staffing> {
    let help = "write `agents = 10` for ten people, or `[[teams.NAME.shifts]]` for working hours";
    match (settings.find("agents"), settings.find_list("shifts")) {
        (Some(_), None) => {
            site.warn_of_unheeded(settings, "agents", &[]);
            let steps = profile(settings, "agents", site.calendar);
            site.findings.made(settings, steps).map(Staffing::Counts)
        }
        (None, Some(list)) => {
            let shifts: Vec<Option<Shift>> = list.iter().map(|located| shift(located.table(), site)).collect();
            shifts.into_iter().collect::<Option<_>>().map(Staffing::Shifts)
        }
        (Some(_), Some(_)) => {
            let text = "found both `agents` and `shifts`, expected one of them";
            site.findings.complain(settings, Complaint::about("shifts", text).help(help));
            None
        }
        (None, None) => {
            let text = "nobody works here: found neither `agents` nor `shifts`, expected one of them";
            site.findings.complain(settings, Complaint::whole(text).help(help));
            None
        }
    }
}

pub(super) fn shift(settings: &Settings, site: &mut Site<'_>) -> Option<Shift> {
    let (start, end) = (settings.clock("start"), settings.clock("end"));
    let length = site.findings.made(settings, length(start, end))?;
    let breaks: Vec<Option<Break>> =
        settings.list("breaks").iter().map(|located| pause(located.table(), start, length, site)).collect();
    let mut breaks = breaks.into_iter().collect::<Option<Vec<_>>>()?;
    breaks.sort_by_key(|pause| pause.after);
    if breaks.windows(2).any(|pair| pair[0].after.plus(pair[0].length) > pair[1].after) {
        let complaint = Complaint::about("breaks", "two breaks overlap, expected one to end before the next starts");
        site.findings.complain(settings, complaint);
        return None;
    }
    Some(Shift { people: settings.count("people") as u32, start, length, days: settings.days("days"), breaks })
}

/// Time from one time of day to another, past midnight if the other is earlier.
fn length(start: Clock, end: Clock) -> Result<Span, Complaint> {
    let (from, to) = (start.since_midnight(), end.since_midnight());
    if from == to {
        let complaint = Complaint::about("end", format!("the shift ends at `{end}`, when it starts"));
        return Err(complaint.help("for a whole day write 00:00 to 24:00"));
    }
    Ok(Span::ticks(if from < to { to.as_ticks() - from.as_ticks() } else { DAY + to.as_ticks() - from.as_ticks() }))
}

const DAY: u64 = Span::minutes(24 * 60).as_ticks();

fn pause(settings: &Settings, start: Clock, shift: Span, site: &mut Site<'_>) -> Option<Break> {
    let (at, length) = (settings.clock("at"), settings.span("length"));
    let after = Span::ticks((at.since_midnight().as_ticks() + DAY - start.since_midnight().as_ticks()) % DAY);
    if after.plus(length) <= shift {
        return Some(Break { after, length });
    }
    let text = format!(
        "the break of `{length}` at `{at}` is not within the shift, which starts at `{start}` and lasts `{shift}`"
    );
    site.findings.complain(settings, Complaint::about("at", text).help("move the break, or split the shift in two"));
    None
}

fn speed(settings: &Settings, site: &Site<'_>) -> Vec<Speed> {
    let contact = |name: &str| ContactTypeId::of(site.names.position(Scope::Contacts, name));
    let factors = settings.find_map("time_factor").unwrap_or_default();
    factors
        .iter()
        .filter_map(|(name, located)| match located.value {
            Value::Number(time_factor) => Some(Speed { contact: contact(name), time_factor }),
            _ => None,
        })
        .collect()
}
