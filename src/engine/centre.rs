//! The centre at one moment of a run: who is present, who is available, what is due.

use std::collections::VecDeque;

use super::agenda::Agenda;
use super::bench::Bench;
use super::clocks::Clocks;
use super::contact::{Contacts, NONE, Place};
use super::dialler::Dialler;
use super::journey::FlowsNow;
use super::lanes::Lanes;
use super::life::beside::Entries;
use super::life::own::Own;
use super::life::round::Rounds;
use super::life::site::Known;
use super::life::vain::Misses;
use super::notes::Notes;
use super::rooms::Rooms;
use super::roster::Roster;
use super::rules::RulesNow;
use super::scan::Scan;
use super::team::TeamNow;
use super::timers::Timers;
use super::tried::Tried;
use crate::arrival::Source;
use crate::plan::{AgentPlan, Kind, Plan, QueuePlan};
use crate::random::{Ahead, Purpose, Sampler, Stream, Streams};
use crate::record::{AgentState, Observer};
use crate::scenario::AtEnd;
use crate::units::{AgentId, Instant, Span, TeamId, last_moment};

/// Everything that changes while a plan is played.
pub(crate) struct Centre<'plan, Watch> {
    /// What is played.
    pub(crate) plan: &'plan Plan,
    /// Who listens.
    pub(crate) watch: Watch,
    /// The moment.
    pub(crate) now: Instant,
    /// All chance of this replication.
    pub(crate) streams: Streams,
    /// Chance of routing ties.
    pub(crate) routing: Stream,
    /// By contact type: chance of its contacts.
    pub(crate) kinds: Vec<KindNow<'plan>>,
    /// Where contacts come from.
    pub(crate) sources: Vec<SourceNow>,
    /// Next arrival of each source.
    pub(crate) arrivals: Agenda,
    /// Contacts present.
    pub(crate) contacts: Contacts,
    /// By agent: when the first of the contacts that the agent holds ends.
    pub(crate) ends: Agenda,
    /// Contacts in flows, at doors and at home.
    pub(crate) steps: Timers,
    /// Contacts in lanes: when their time is up.
    pub(crate) waits: Timers,
    /// Who comes and goes.
    pub(crate) roster: Roster<'plan>,
    /// Who waits.
    pub(crate) lanes: Lanes,
    /// By id: who waits where, and how many may.
    pub(crate) queues: Vec<QueueNow>,
    /// Who is available.
    pub(crate) bench: Bench,
    /// What everybody has done so far.
    pub(crate) clocks: Clocks,
    /// Among whom a contact chooses.
    pub(crate) scan: Scan,
    /// Whether somebody has come who has not been matched with those who wait.
    pub(crate) unmatched: bool,
    /// Whether pairs are being made by their points.
    pub(crate) pairs: bool,
    /// By id: what each person is doing.
    pub(crate) agents: Vec<AgentNow>,
    /// By id: length and planned end of the break that a person puts off.
    pub(crate) breaks: Vec<(Span, Instant)>,
    /// By id: when a person who is on a break or not ready will be back; empty where nobody ever is.
    pub(crate) back_at: Vec<Instant>,
    /// By id: offers in vain; empty where nothing rings at anybody.
    pub(crate) misses: Vec<Misses>,
    /// Who has been offered which contact in vain.
    pub(crate) tried: Tried,
    /// What each person holds, where that can be several contacts.
    pub(crate) rooms: Rooms,
    /// What is known of contacts beside what is known of all.
    pub(crate) notes: Notes,
    /// By agent: contacts that wait for that one alone; empty where none ever do.
    pub(crate) own: Own,
    /// Whether contacts ring at anybody before they are answered.
    pub(crate) rings: bool,
    /// When contacts and agents are matched, where that is not at once.
    pub(crate) rounds: Rounds,
    /// By team: people counted rather than named.
    pub(crate) teams: Vec<TeamNow>,
    /// Contacts that wait in several queues.
    pub(crate) entries: Entries,
    /// Campaigns: what has been dialled, and what is to be.
    pub(crate) dialler: Dialler,
    /// What is known of the waits at sites.
    pub(crate) known: Known,
    /// People of all teams who go home as soon as they finish, whoever that is first.
    pub(crate) surplus: u32,
    /// What rules remember that ask for the state of the centre.
    pub(crate) rules: RulesNow,
    /// By group of trunk lines: contacts on them.
    pub(crate) on_lines: Vec<u32>,
    /// Who is in which flow, and how they came on.
    pub(crate) flows: FlowsNow,
    /// Contacts that have arrived.
    pub(crate) serial: u64,
    /// What happens from this moment on does not happen: the run is over.
    pub(crate) over: Instant,
    /// Events handled.
    pub(crate) events: u64,
    /// Events handled at which the run ends.
    pub(crate) most_events: u64,
    /// Contacts present at which the run ends: the scenario's limit, or what the length of the horizon leaves room for.
    pub(crate) most_present: usize,
}

/// What the contacts of one type bring and meet, in the order in which they first arrive.
#[derive(Debug, Clone)]
pub(crate) struct KindNow<'plan> {
    /// Customers that have arrived.
    pub(crate) customers: u64,
    /// Patience, talk and wrap-up of the next ones.
    pub(crate) spans: Ahead<3>,
    /// The lane behind the entrance, if that is a queue and takes no trunk line.
    pub(crate) entrance: Option<Place<'plan>>,
    /// Whether it takes an agent whole and nothing but wrap-up follows a talk: no line to free, no coming again.
    pub(crate) ends_with_talk: bool,
}

/// So many arrivals are worked out at once.
const ARRIVALS_AHEAD: usize = 32;

/// Where contacts of one type come from.
#[derive(Debug)]
pub(crate) struct SourceNow {
    /// The type.
    pub(crate) kind: u32,
    /// How many of the arrivals worked out have come.
    used: usize,
    /// Arrivals worked out.
    ahead: [Instant; ARRIVALS_AHEAD],
    source: Source,
}

/// A queue at one moment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct QueueNow {
    /// Contacts waiting.
    pub(crate) waiting: u32,
    /// Contacts that can wait, as in the plan.
    pub(crate) capacity: u32,
    /// How long a contact may wait, as in the plan; `Span::NEVER` for as long as it wants.
    pub(crate) maximum_wait: Span,
}

/// A person at one moment; of a size that is quickly multiplied by.
#[derive(Debug, Clone, Copy)]
#[repr(align(32))]
pub(crate) struct AgentNow {
    /// Contacts in hand; `Channel::CAPACITY` for one that takes an agent whole. Nothing to do with 0.
    pub(crate) used: u16,
    /// Customers with the agent.
    pub(crate) talking: u16,
    /// Contacts being finished after the customer has gone.
    pub(crate) wrapping: u16,
    /// Contacts that ring.
    pub(crate) ringing: u16,
    /// Whether the agent is at work.
    pub(crate) presence: Presence,
    /// What the agent does as soon as free.
    pub(crate) leaving: Leaving,
    /// Whether the one talk of the agent has been told for good (`Observer::answered_for_good`): nobody needs the
    /// contact any more, whose slot is free.
    pub(crate) foreseen: bool,
    /// Whether the agent works past the end of the shift.
    pub(crate) overtime: bool,
    /// What observers were last told the agent is doing.
    pub(crate) told: AgentState,
    /// The contact taken last of those the agent holds; the others follow it.
    pub(crate) held: u32,
    /// The team, as in the plan.
    pub(crate) team: TeamId,
    /// The profile, as in the plan.
    pub(crate) profile: u32,
}

/// Whether an agent is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// Not at work.
    Away,
    /// At work.
    There,
    /// On a break.
    OnBreak,
    /// At work, but not ready after a missed contact.
    NotReady,
    /// Not at work after a missed contact, but to be back.
    LoggedOff,
    /// At work and ready, but not known to be.
    Unseen,
}

/// What an agent does as soon as free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leaving {
    /// Takes the next contact.
    No,
    /// Goes on the break in `Centre::breaks`.
    ForBreak,
    /// Goes home.
    Home,
}

impl<'plan, Watch> Centre<'plan, Watch> {
    /// The empty centre at the start of the horizon.
    pub(crate) fn new(plan: &'plan Plan, watch: Watch, streams: Streams) -> Self {
        let (range, limits) = (last_moment(plan.end), plan.scenario.limits);
        let waits = Timers::new(range);
        let mut sources: Vec<SourceNow> = Vec::with_capacity(plan.sources.len());
        let mut arrivals = Agenda::new(range, plan.sources.len());
        for (number, (kind, process)) in plan.sources.iter().enumerate() {
            let mut source = SourceNow::new(*kind, process.source(&streams, number as u32));
            arrivals.set(number as u32, source.next());
            sources.push(source);
        }
        let ends = Agenda::new(range, plan.agents.len());
        let drains = plan.scenario.horizon.at_end == AtEnd::Drain;
        let rings = plan.rings();
        Self {
            plan,
            watch,
            now: Instant::START,
            streams,
            routing: streams.named(Purpose::Routing, 0),
            kinds: (0..).zip(&plan.kinds).map(|(kind, of)| KindNow::new(kind, of, plan, &streams)).collect(),
            sources,
            arrivals,
            contacts: Contacts::default(),
            over: if drains { ends.beyond() } else { plan.end },
            ends,
            steps: Timers::new(range),
            roster: Roster::new(plan, streams),
            lanes: Lanes::new(plan, streams),
            queues: plan.queues.iter().map(QueueNow::new).collect(),
            bench: Bench::new(plan),
            clocks: Clocks::new(plan),
            scan: Scan::default(),
            unmatched: false,
            pairs: false,
            agents: plan.agents.iter().map(AgentNow::new).collect(),
            breaks: if plan.has_shifts() { vec![(Span::ZERO, Instant::START); plan.agents.len()] } else { Vec::new() },
            back_at: if plan.has_shifts() || rings || plan.sees_late {
                vec![Instant::NEVER; plan.agents.len()]
            } else {
                Vec::new()
            },
            misses: vec![Misses::default(); if rings { plan.agents.len() } else { 0 }],
            tried: Tried::default(),
            rooms: Rooms::new(if plan.one_at_a_time { 0 } else { plan.agents.len() }, plan.channels.len()),
            notes: Notes::default(),
            own: vec![VecDeque::new(); if plan.desk.prefers { plan.agents.len() } else { 0 }],
            rings,
            rounds: Rounds::default(),
            teams: plan.teams.iter().map(|team| TeamNow::new(&team.agents)).collect(),
            surplus: 0,
            rules: RulesNow::new(plan),
            entries: Entries::default(),
            dialler: Dialler::new(plan),
            known: Known::default(),
            on_lines: vec![0; plan.scenario.lines.len()],
            flows: FlowsNow::new(plan),
            serial: 0,
            events: 0,
            most_events: limits.events,
            most_present: limits.contacts_present.min(waits.most() as u64) as usize,
            waits,
        }
    }
}

impl<'plan> KindNow<'plan> {
    fn new(number: u32, kind: &Kind, plan: &'plan Plan, streams: &Streams) -> Self {
        let law = |sampler: &Sampler, purpose| (sampler.clone(), streams.named(purpose, number));
        Self {
            customers: 0,
            spans: Ahead::new([
                law(&kind.patience, Purpose::Patience),
                law(&kind.talk, Purpose::Talk),
                law(&kind.wrap_up, Purpose::WrapUp),
            ]),
            entrance: kind.entrance.map(|lane| Place::of(lane, plan)),
            ends_with_talk: kind.ends_with_talk && plan.one_at_a_time,
        }
    }
}

impl SourceNow {
    fn new(kind: u32, source: Source) -> Self {
        Self { kind, used: ARRIVALS_AHEAD, ahead: [Instant::NEVER; ARRIVALS_AHEAD], source }
    }

    /// The next arrival.
    #[inline(always)]
    pub(crate) fn next(&mut self) -> Instant {
        if self.used == ARRIVALS_AHEAD {
            self.work_out();
        }
        let next = self.ahead[self.used % ARRIVALS_AHEAD];
        self.used += 1;
        next
    }

    #[inline(never)]
    fn work_out(&mut self) {
        self.source.fill(&mut self.ahead);
        self.used = 0;
    }
}

impl QueueNow {
    /// A queue that nobody has come to yet.
    fn new(plan: &QueuePlan) -> Self {
        let maximum_wait = plan.maximum_wait.map_or(Span::NEVER, |maximum| maximum.after);
        Self { waiting: 0, capacity: plan.capacity, maximum_wait }
    }
}

impl AgentNow {
    /// A person who has not come yet.
    fn new(plan: &AgentPlan) -> Self {
        Self {
            used: 0,
            talking: 0,
            wrapping: 0,
            ringing: 0,
            presence: Presence::Away,
            leaving: Leaving::No,
            foreseen: false,
            overtime: false,
            told: AgentState::Off,
            held: NONE,
            team: plan.team,
            profile: plan.profile,
        }
    }

    /// Whether the agent may take contacts at all.
    #[inline(always)]
    pub(crate) fn is_open(&self) -> bool {
        self.presence == Presence::There && self.leaving == Leaving::No
    }

    /// Announces what the agent does now, if that is something else than before.
    #[inline(always)]
    pub(crate) fn tell(&mut self, agent: u32, now: Instant, watch: &mut impl Observer) {
        self.tell_of(self.state(), agent, now, watch);
    }

    /// Announces what the agent does now, which the caller knows, if that is something else than before.
    #[inline(always)]
    pub(crate) fn tell_of(&mut self, is: AgentState, agent: u32, now: Instant, watch: &mut impl Observer) {
        let was = std::mem::replace(&mut self.told, is);
        if is != was {
            watch.moved(now, AgentId(agent), self.team, was, is);
        }
    }

    /// What the agent is doing.
    #[inline(always)]
    pub(crate) fn state(&self) -> AgentState {
        match (self.talking, self.wrapping, self.ringing, self.presence) {
            (1.., ..) => AgentState::Talking,
            (0, 1.., ..) => AgentState::WrapUp,
            (0, 0, 1.., _) => AgentState::Ringing,
            (0, 0, 0, Presence::There | Presence::Unseen) => AgentState::Available,
            (0, 0, 0, Presence::OnBreak) => AgentState::Break,
            (0, 0, 0, Presence::NotReady) => AgentState::NotReady,
            (0, 0, 0, Presence::Away | Presence::LoggedOff) => AgentState::Off,
        }
    }
}

impl<Watch> std::fmt::Debug for Centre<'_, Watch> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "centre at {:?} with {} contacts present", self.now, self.contacts.present())
    }
}

/// The team of an agent and the agent's id, as observers are told them.
pub(crate) fn who(plan: &Plan, agent: u32) -> (AgentId, TeamId) {
    (AgentId(agent), plan.agents[agent as usize].team)
}
