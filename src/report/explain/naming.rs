//! Naming: what the things of a plan are called in stories and journals, and who is meant by a name.
//!
//! Contacts are numbered as in the contact log, from 0; agents by team and number in it, from 1.

use jiff::SignedDuration;
use jiff::civil::{DateTime, Time};

use crate::calendar::Calendar;
use crate::family::nearest;
use crate::plan::Plan;
use crate::record::Names;
use crate::units::{
    AgentId, CampaignId, ContactTypeId, FlowId, Instant, NodeId, QueueId, SkillId, Span, TICKS_PER_SECOND, TeamId,
};

/// What things are called.
#[derive(Debug, Clone)]
pub struct Naming {
    names: Names,
    calendar: Calendar,
    skills: Vec<String>,
    /// By agent: the team, and the number in it from 1.
    people: Vec<(u32, usize)>,
}

impl Naming {
    /// The names in a plan.
    pub fn of(plan: &Plan) -> Self {
        let numbered = |(team, people): (usize, &crate::plan::TeamPlan)| {
            (1..=people.agents.len()).map(move |number| (team as u32, number))
        };
        Self {
            names: plan.names(),
            calendar: plan.scenario.horizon.calendar,
            skills: plan.scenario.skills.clone(),
            people: plan.teams.iter().enumerate().flat_map(numbered).collect(),
        }
    }

    /// A contact type.
    pub fn kind(&self, kind: ContactTypeId) -> &str {
        self.names.contacts.get(kind.index()).map_or("", String::as_str)
    }

    /// A queue.
    pub fn queue(&self, queue: QueueId) -> &str {
        self.names.queues.get(queue.index()).map_or("", String::as_str)
    }

    /// A skill.
    pub fn skill(&self, skill: SkillId) -> &str {
        self.skills.get(skill.index()).map_or("", String::as_str)
    }

    /// A flow.
    pub fn flow(&self, flow: FlowId) -> &str {
        self.names.flows.get(flow.index()).map_or("", |(name, _)| name)
    }

    /// A node of a flow.
    pub fn node(&self, flow: FlowId, node: NodeId) -> &str {
        self.names.flows.get(flow.index()).and_then(|(_, nodes)| nodes.get(node.index())).map_or("", String::as_str)
    }

    /// A campaign.
    pub fn campaign(&self, campaign: CampaignId) -> &str {
        self.names.campaigns.get(campaign.index()).map_or("", String::as_str)
    }

    /// A record of a campaign's list, numbered from 0.
    pub fn record(&self, campaign: CampaignId, record: u32) -> String {
        format!("record {record} of {}", self.campaign(campaign))
    }

    /// A team.
    pub fn team(&self, team: TeamId) -> &str {
        self.names.teams.get(team.index()).map_or("", |(name, _)| name)
    }

    /// The team of an agent, and the agent's number in it.
    pub fn person(&self, agent: AgentId) -> (&str, usize) {
        let (team, number) = self.people.get(agent.index()).copied().unwrap_or_default();
        (self.names.teams.get(team as usize).map_or("", |(name, _)| name), number)
    }

    /// An agent in a sentence: `front 7`.
    pub fn agent(&self, agent: AgentId) -> String {
        let (team, number) = self.person(agent);
        format!("{team} {number}")
    }

    /// An agent in data, as in the contact log: `front-7`.
    pub fn agent_word(&self, agent: AgentId) -> String {
        let (team, number) = self.person(agent);
        format!("{team}-{number}")
    }

    /// The time of day in a sentence, cut to tenths of a second; later days say which one they are.
    pub fn clock(&self, now: Instant) -> String {
        let tenths = now.as_ticks().saturating_add(self.names.starts_at.as_ticks()) / (TICKS_PER_SECOND / 10);
        let (seconds, tenth) = (tenths / 10, tenths % 10);
        let day = if seconds >= 86_400 { format!("day {} ", 1 + seconds / 86_400) } else { String::new() };
        let (hours, minutes, seconds) = (seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
        if tenth == 0 {
            format!("{day}{hours:02}:{minutes:02}:{seconds:02}")
        } else {
            format!("{day}{hours:02}:{minutes:02}:{seconds:02}.{tenth}")
        }
    }

    /// Date and time in data, to the microsecond.
    pub fn civil(&self, now: Instant) -> String {
        format!("{:.6}", self.calendar.date_time_at(now))
    }

    /// The agent of a name: `front 7`, `front-7` or `front7`, or the team alone where it is one person.
    pub fn find_agent(&self, name: &str) -> Result<AgentId, String> {
        let name = name.trim();
        let rest = |agent: &AgentId| name.strip_prefix(self.person(*agent).0);
        let is = |agent: &AgentId, rest: &str| rest.trim() == self.person(*agent).1.to_string();
        let apart = |agent: &AgentId| {
            rest(agent).and_then(|rest| rest.strip_prefix([' ', '-'])).is_some_and(|rest| is(agent, rest))
        };
        let joined = |agent: &AgentId| rest(agent).is_some_and(|rest| is(agent, rest));
        let alone = |agent: &AgentId| rest(agent) == Some("");
        let all = || (0..self.people.len() as u32).map(AgentId);
        let only = |mut found: Vec<AgentId>| found.pop().filter(|_| found.is_empty());
        // `A11` may be the eleventh of `A` or the first of `A1`.
        let found = all().find(apart).or_else(|| only(all().filter(joined).collect()));
        let found = found.or_else(|| only(all().filter(alone).collect()));
        found.ok_or_else(|| self.no_such_agent(name))
    }

    /// What is said about a name that nobody bears.
    fn no_such_agent(&self, name: &str) -> String {
        let meant = name.trim_end_matches(|sign: char| sign.is_ascii_digit()).trim_end_matches([' ', '-']);
        let people = |team: &str| self.people.iter().filter(|(of, _)| self.names.teams[*of as usize].0 == team).count();
        let teams = || self.names.teams.iter().map(|(team, _)| team.as_str());
        let Some(team) = teams().find(|team| *team == meant).or_else(|| nearest(meant, teams())) else {
            let known: Vec<&str> = teams().collect();
            return format!(
                "there is no agent `{name}`, expected a team and a number in it, such as `front 7`; the teams are `{}`",
                known.join("`, `")
            );
        };
        match people(team) {
            0 => format!("there is no agent `{name}`: the team `{team}` has nobody in it"),
            1 => format!("there is no agent `{name}`; did you mean `{team} 1`?"),
            most => format!("there is no agent `{name}`; those of the team `{team}` are `{team} 1` to `{team} {most}`"),
        }
    }

    /// The moment that is meant: `10:42`, `10:42:30`, or with a date, `2026-03-02T10:42`.
    pub fn find_moment(&self, text: &str) -> Result<Instant, String> {
        let text = text.trim();
        let (start, end) = (self.calendar.start, self.calendar.date_time_at(self.calendar.end()));
        let civil: DateTime = match (text.parse::<Time>(), text.parse::<DateTime>()) {
            (Ok(time), _) if !text.contains('-') => first_after(start, time),
            (_, Ok(civil)) => civil,
            _ => {
                return Err(format!("found `{text}`, expected a time such as `10:42`, `10:42:30` or `{start:.0}`"));
            }
        };
        let instant = self.calendar.instant_of(civil).filter(|instant| *instant <= self.calendar.end());
        instant.ok_or_else(|| {
            format!("`{text}` lies outside the horizon, expected a time from `{start:.0}` to `{end:.0}`")
        })
    }
}

/// The first time that a clock shows this from a moment on.
fn first_after(start: DateTime, time: Time) -> DateTime {
    let same_day = start.date().to_datetime(time);
    if same_day >= start {
        return same_day;
    }
    same_day.checked_add(SignedDuration::from_hours(24)).unwrap_or(same_day)
}

/// A span in a sentence, rounded to tenths of a second.
pub(super) fn rounded(span: Span) -> String {
    let tenth = TICKS_PER_SECOND / 10;
    Span::ticks(span.as_ticks().saturating_add(tenth / 2) / tenth * tenth).to_string()
}

/// `1 contact`, `3 contacts`.
pub(super) fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
