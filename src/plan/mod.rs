//! The plan: the scenario made ready to be played — ids instead of names, dense tables instead of maps, samplers
//! instead of parameters.
//!
//! Immutable and shared by all threads. Nothing in it depends on chance.

mod after_call;
mod campaigns;
mod desk;
mod door;
mod hold;
mod keys;
mod lanes;
mod names;
mod needs;
mod offers;
mod order;
mod people;
mod plain;
mod points;
mod queues;
mod ranking;
mod room;
mod rules;
mod served;
mod settled;
mod standing;
mod told;
mod view;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

pub use campaigns::{CallPlan, CampaignPlan};
pub use desk::Desk;
pub use door::Door;
pub use hold::{Amount, Hold};
pub use keys::Keys;
pub use lanes::{LanePlan, Rank};
pub use needs::{Choose, Need};
pub use offers::{AfterPlan, OfferPlan};
pub use order::{Clocks, Key, Score, Source};
pub use people::{AgentPlan, Profile, TeamPlan};
pub use plain::Course;
pub use queues::QueuePlan;
pub use ranking::{Known, Line, Measure, Measures, Ranking, Within};
pub use room::{Bound, Room};
pub use rules::{QueueRules, Rules, Source as Sensor, StepRules, SwitchPlan, Test};
pub use standing::Standing;
pub use told::{OfAgents, OfContacts, ToldOfAgents, ToldOfContacts};

use self::hold::Holds;
use self::rules::{Courses, Switchboard};
use crate::arrival::Process;
use crate::calendar::Days;
use crate::channel::Channel;
use crate::random::Sampler;
use crate::record::Outcome;
use crate::scenario::{AfterCall, Entrance, Scenario, Shift, Staffing};
use crate::units::{ContactTypeId, Instant, QueueId, Share, Span, TeamId};

/// A scenario made ready.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says what the engine need not look for")]
pub struct Plan {
    /// What it was made from; the engine reads rare things from it, by id.
    pub scenario: Scenario,
    /// End of the horizon.
    pub end: Instant,
    /// Days of the horizon.
    pub days: Days,
    /// Channels in use; one that some team weighs by contact type has several rows.
    pub channels: Vec<Channel>,
    /// Rows of seats on the bench: one for each row of channels, and again for those who would put something on hold.
    pub seats: usize,
    /// Contact types, by id.
    pub kinds: Vec<Kind>,
    /// Where contacts come from: type and process.
    pub sources: Vec<(u32, Arc<dyn Process>)>,
    /// Queues, by id.
    pub queues: Vec<QueuePlan>,
    /// Opening hours that flows ask for: by flow, then node.
    pub doors: Vec<Vec<Door>>,
    /// Waiting lanes: one for each type in each queue and class it can wait in.
    pub lanes: Vec<LanePlan>,
    /// Stays, by number: contact type and queue.
    pub stays: Vec<(u32, u32)>,
    /// By lane: the number of its stays.
    stay_of: Vec<u32>,
    /// What waiting contacts are compared by.
    pub ranking: Ranking,
    /// What contacts need of an agent.
    pub needs: Vec<Need>,
    /// The same needs of those who would put something on hold; empty where nobody does.
    pub interruptions: Vec<Need>,
    /// Groups of agents who are alike to every rule.
    pub profiles: Vec<Profile>,
    /// Bit sets of lanes, each as many words as hold all.
    lanes_of: Vec<u64>,
    /// By profile, then channel: where its bit sets begin in `lanes_of`; one more at the end.
    tiers_from: Vec<u32>,
    /// By profile: the only bit set of lanes of the only channel; empty where there are more.
    masks: Vec<u64>,
    /// What may keep people from contacts.
    pub holds: Vec<Hold>,
    /// What asks for the state of the centre.
    pub rules: Rules,
    /// By profile, then channel: lanes that something may keep the profile from, and what; empty where nothing does.
    held_lanes: Vec<Vec<(u32, u32)>>,
    /// What the keys of all queues ask of what agents have done before.
    pub clocks: Clocks,
    /// Teams, by id.
    pub teams: Vec<TeamPlan>,
    /// People, by id; those of a profile have consecutive numbers.
    pub agents: Vec<AgentPlan>,
    /// By team: what one person can hold at once.
    pub rooms: Vec<Room>,
    /// What else people may do with contacts in hand.
    pub desk: Desk,
    /// Whether every contact takes its agent whole.
    pub one_at_a_time: bool,
    /// Whether every contact takes its agent whole and there is only one channel.
    pub one_seat: bool,
    /// Whether everything takes as long in every team.
    pub one_pace: bool,
    /// Whether people who have ended a contact may not be known to be free at once.
    pub sees_late: bool,
    /// By stay: how the time for wrapping up goes with the time needed; empty where it is always that.
    pub after_calls: Vec<AfterCall>,
    /// Whether agents have room for others while they wrap some contacts up.
    pub wrap_ups_free_room: bool,
    /// Whether contacts wait in several queues at once.
    pub beside: bool,
    /// Whether agents who look for a contact must heed rules beyond an order.
    pub looks_closer: bool,
    /// Lists of customers that the centre calls.
    pub campaigns: Vec<CampaignPlan>,
    /// By lane, then team: how they stand to each other; worked out when somebody asks.
    standings: OnceLock<Vec<Standing>>,
    /// How the engine may play it.
    pub course: Course,
}

/// A contact type made ready.
#[derive(Debug, Clone)]
pub struct Kind {
    /// Channel: a row of `Plan::channels`.
    pub channel: u32,
    /// Whether customers wait on the line.
    pub live: bool,
    /// How long customers are willing to wait.
    pub patience: Sampler,
    /// How long talks take.
    pub talk: Sampler,
    /// How long wrap-ups take.
    pub wrap_up: Sampler,
    /// Probability of leaving at once when nobody is free.
    pub balking: Share,
    /// Outcomes after which its customers may come again: a bit for each.
    pub returns_after: u16,
    /// Whether nothing follows a talk: no line to free, no coming again, nothing to note of the agent, no ringing at
    /// agents.
    pub ends_with_talk: bool,
    /// Priority class that it has where a flow gives it no other.
    pub priority: u16,
    /// Its lanes: rows of `Plan::lanes`, one for each queue and class that it can come to.
    pub lanes: Range<u32>,
    /// Lane behind the entrance, if that is a queue and takes no trunk line.
    pub entrance: Option<u32>,
}

impl Plan {
    /// Makes a scenario ready.
    pub fn new(scenario: Scenario) -> Self {
        let end = Instant::START + scenario.horizon.calendar.length;
        let days = scenario.horizon.calendar.numbered();
        let rows = room::Rows::new(&scenario);
        let rooms: Vec<Room> = scenario.teams.iter().map(|team| room::room(team, &rows, &scenario)).collect();
        let desk = Desk::new(&scenario, &rooms, rows.channels.len());
        let wrap_ups_free_room = scenario.contacts.iter().any(|contact| contact.wrap_up_frees_room);
        let beside = scenario.queues.iter().any(|queue| !queue.also_in.is_empty());
        let at_once = !wrap_ups_free_room && !beside && scenario.routing.match_every == Span::ZERO;
        let whole = rooms.iter().all(Room::is_whole) && !desk.is_used() && at_once;
        let seats = rows.channels.len() * if desk.interrupts { 2 } else { 1 };
        let people = people::People::new(&scenario);
        let courses = Courses::new(&scenario);
        let mut lanes = lanes::lanes(&scenario, &courses);
        let ranking = Ranking::new(&scenario, &mut lanes);
        let (stays, stay_of) = lanes::stays(&lanes);
        let mut switchboard = Switchboard::new(&scenario);
        let mut holds =
            Holds { scenario: &scenario, courses: &courses, all: Vec::new(), switchboard: &mut switchboard };
        let needs = needs::needs(&lanes, &people.profiles, (&rows.of_kind, seats), &mut holds);
        let interruptions =
            needs::interruptions(&lanes, &people.profiles, (&rows.of_kind, seats), (&needs, &mut holds));
        let holds = holds.all;
        let clocks = Clocks::of(&needs.needs, &scenario);
        let lanes: Vec<LanePlan> =
            lanes.into_iter().zip(&needs.of_lane).map(|(lane, &need)| LanePlan { need, ..lane }).collect();
        let mut plan = Self {
            end,
            days,
            kinds: kinds(&scenario, &rows.of_kind, &lanes),
            sources: sources(&scenario),
            queues: scenario.queues.iter().map(|queue| queues::queue_plan(queue, &scenario)).collect(),
            doors: queues::doors(&scenario),
            stay_of,
            rules: Rules::new(&scenario, courses, (&lanes, &needs.needs, &people.profiles), &switchboard),
            holds,
            held_lanes: hold::held_lanes(&lanes, &needs.needs, (people.profiles.len(), rows.channels.len())),
            clocks,
            lanes,
            ranking,
            needs: needs.needs,
            looks_closer: false,
            campaigns: Vec::new(),
            beside,
            after_calls: after_call::after_calls(&scenario, &stays),
            stays,
            wrap_ups_free_room,
            interruptions,
            one_at_a_time: whole,
            one_seat: rows.channels.len() == 1 && whole,
            seats,
            rooms,
            desk,
            one_pace: people.teams.iter().all(|team| team.time_factors.is_empty()),
            course: Course::General,
            sees_late: scenario.routing.sees_late(),
            lanes_of: Vec::new(),
            masks: Vec::new(),
            tiers_from: Vec::new(),
            standings: OnceLock::new(),
            profiles: people.profiles,
            teams: people.teams,
            agents: people.agents,
            channels: rows.channels,
            scenario,
        };
        plan.give_lanes_to_profiles();
        plan.looks_closer =
            plan.has_holds() || plan.ranking.is_special || plan.needs.iter().any(|need| need.choose == Choose::Closer);
        let goes_on_late = !plan.after_calls.is_empty() || plan.sees_late;
        let rings = plan.rings();
        if plan.keeps_clocks() || plan.rules.issues || rings || goes_on_late || !plan.one_at_a_time {
            plan.kinds.iter_mut().for_each(|kind| kind.ends_with_talk = false);
        }
        plan.campaigns = campaigns::campaigns(&plan);
        plan.course = plan.quickest_course();
        plan
    }

    /// Whether contacts ring at anybody before they are answered, or customers are called.
    pub fn rings(&self) -> bool {
        self.rules.callbacks || self.teams.iter().any(|team| team.offers.is_some())
    }

    /// Whether anybody has a shift.
    pub fn has_shifts(&self) -> bool {
        self.scenario.teams.iter().any(|team| matches!(team.staffing, Staffing::Shifts(_)))
    }

    /// The shift of a person and the team, if that person has one.
    pub fn shift_of(&self, agent: &AgentPlan) -> Option<(&Shift, TeamId)> {
        match &self.scenario.teams[agent.team.index()].staffing {
            Staffing::Shifts(shifts) => Some((&shifts[agent.shift as usize], agent.team)),
            Staffing::Counts(_) => None,
        }
    }

    /// The lane of a type in a queue, in its own class or in another.
    pub fn lane(&self, kind: u32, queue: QueueId, class: Option<u16>) -> u32 {
        self.find_lane(kind, queue, class).expect("every stay that a contact can come to has a lane")
    }

    /// The same, if contacts of the type ever come there.
    pub fn find_lane(&self, kind: u32, queue: QueueId, class: Option<u16>) -> Option<u32> {
        let kind = &self.kinds[kind as usize];
        let (first, own) = (kind.lanes.start, &self.lanes[kind.lanes.start as usize..kind.lanes.end as usize]);
        lane_in(own, queue, class.unwrap_or(kind.priority)).map(|lane| first + lane)
    }

    /// The number of the stays in a lane.
    #[inline(always)]
    pub fn stay_of(&self, lane: u32) -> u32 {
        self.stay_of[lane as usize]
    }

    /// Whether some key goes by what agents have done before.
    #[inline(always)]
    pub fn keeps_clocks(&self) -> bool {
        self.clocks != Clocks::None
    }

    /// Whether it is noted who takes which contact: some key goes by it.
    #[inline(always)]
    pub fn notes_answers(&self) -> bool {
        self.keeps_clocks() || self.ranking.reads_answers
    }

    /// Whether something may keep people from contacts that they may serve otherwise.
    #[inline(always)]
    pub fn has_holds(&self) -> bool {
        self.rules.holds
    }

    /// Whether people available are counted by team.
    pub fn counts_free(&self) -> bool {
        self.rules.any || self.rules.holds || self.dials()
    }

    /// Whether the centre calls anybody.
    #[inline(always)]
    pub fn dials(&self) -> bool {
        !self.campaigns.is_empty()
    }

    /// Lanes of one row that something may keep a profile from, each with one hold.
    pub fn held_lanes(&self, profile: u32, channel: usize) -> &[(u32, u32)] {
        self.held_lanes.get(profile as usize * self.channels.len() + channel).map_or(&[], Vec::as_slice)
    }

    /// How long something takes at a team's pace that takes so long at the normal one.
    #[inline(always)]
    pub fn paced(&self, span: Span, kind: ContactTypeId, team: TeamId) -> Span {
        if self.one_pace { span } else { self.paced_by_team(span, kind, team) }
    }

    #[inline(never)]
    fn paced_by_team(&self, span: Span, kind: ContactTypeId, team: TeamId) -> Span {
        if span.is_never() {
            return span;
        }
        let factor = self.teams[team.index()].time_factors.get(kind.index());
        factor.map_or(span, |factor| Span::seconds(span.as_seconds() * factor))
    }
}

fn kinds(scenario: &Scenario, rows: &[u32], lanes: &[LanePlan]) -> Vec<Kind> {
    let kind = |(number, kind): (usize, &crate::scenario::ContactType)| {
        let first = lanes.partition_point(|lane| (lane.kind as usize) < number);
        let end = lanes.partition_point(|lane| lane.kind as usize <= number);
        let own = |queue| lane_in(&lanes[first..end], queue, kind.priority).map(|lane| first as u32 + lane);
        Kind {
            channel: rows[number],
            live: kind.channel.live,
            patience: kind.patience.sampler(),
            talk: kind.talk.sampler(),
            wrap_up: kind.wrap_up.sampler(),
            balking: kind.balking,
            returns_after: returns_after(kind),
            ends_with_talk: kind.lines.is_none()
                && kind.after_talk.is_none()
                && kind.transfers.is_empty()
                && kind.retry_after(Outcome::Served).is_none(),
            entrance: match kind.entrance {
                Entrance::Queue(queue) if kind.lines.is_none() => own(queue),
                Entrance::Queue(_) | Entrance::Flow(_) => None,
            },
            priority: kind.priority,
            lanes: first as u32..end as u32,
        }
    };
    scenario.contacts.iter().enumerate().map(kind).collect()
}

/// The first lane of a queue and class among those of one type.
fn lane_in(own: &[LanePlan], queue: QueueId, class: u16) -> Option<u32> {
    own.iter().position(|lane| (lane.queue, lane.priority, lane.stage) == (queue, class, 0)).map(|lane| lane as u32)
}

fn returns_after(kind: &crate::scenario::ContactType) -> u16 {
    let returning = Outcome::ALL.into_iter().filter(|&outcome| kind.retry_after(outcome).is_some());
    returning.fold(0, |bits, outcome| bits | 1 << outcome as u8)
}

fn sources(scenario: &Scenario) -> Vec<(u32, Arc<dyn Process>)> {
    let of = |(kind, contact): (usize, &crate::scenario::ContactType)| {
        contact.arrivals.iter().map(move |process| (kind as u32, Arc::clone(process))).collect::<Vec<_>>()
    };
    scenario.contacts.iter().enumerate().flat_map(of).collect()
}
