//! Deeds: what is done at a node of a flow, and the ways on from there.
//!
//! A deed says how long it takes and which turn it takes; a way says where a turn leads. Chance is the engine's.

use super::condition::Condition;
use crate::random::Distribution;
use crate::units::{ContactTypeId, FlowId, Hours, NodeId, QueueId, Share, Span};

/// What is done at a node.
#[derive(Debug, Clone)]
pub enum Deed {
    /// Something that takes time and then goes on: an announcement, a look-up of data, a message.
    Pass {
        /// How long it takes.
        time: Distribution,
        /// Probability that the customer hangs up instead of going on.
        hang_up: Share,
        /// Share of the others for whom it fails.
        failure: Share,
    },
    /// A choice between branches.
    Menu {
        /// What is asked.
        attempts: Attempts,
        /// Share of the answers that are taken for another choice.
        false_accept: Share,
        /// Time an agent talks before it comes out that the choice was taken for another; `None`: it never does.
        discovery: Option<Distribution>,
        /// The branches; their shares sum to one.
        branches: Vec<Branch>,
    },
    /// Something that the customer must answer rightly: digits, who they are.
    Ask(Attempts),
    /// A task that the customer may finish without an agent.
    SelfService {
        /// How long the task takes.
        time: Distribution,
        /// Probability that the customer hangs up instead of trying.
        hang_up: Share,
        /// Probability that the customer asks for an agent instead of trying.
        zero_out: Share,
        /// Share of those who try that are done: they end as self-served.
        contained: Share,
        /// Share of those done who only seem to be.
        falsely: Share,
        /// Time after which these come back.
        back_after: Distribution,
        /// The type that they come back as; `None`: their own.
        back_as: Option<ContactTypeId>,
        /// Work on those who are not done takes so many times as long.
        handling: f64,
        /// What one use costs [money].
        cost: f64,
    },
    /// A look at the clock.
    Hours(Hours),
    /// A look at the state of the centre: the first case that holds.
    Decide(Vec<Condition>),
    /// A look at the type of the contact: for each, the number of its case.
    ByType(Vec<Option<u16>>),
    /// The way into the queue with the shortest expected wait.
    ShortestWait {
        /// The queues, each with a way of its own.
        sites: Vec<Destination>,
        /// How often the expected waits are worked out; zero: for each contact.
        refreshed_every: Span,
    },
    /// The offer of a callback by this queue.
    OfferCallback(QueueId),
    /// Chance alone: the shares sum to one.
    Split(Vec<Share>),
    /// Nothing: the one way is taken at once.
    Go,
    /// A contact of another type follows this one.
    Follow(Follow),
    /// Questions about the talk.
    Survey {
        /// Share who answer them.
        taken: Share,
        /// How long that takes.
        time: Distribution,
        /// Probability that one who began hangs up before the end.
        hang_up: Share,
    },
}

/// One queue that a contact may go to.
#[derive(Debug, Clone)]
pub struct Destination {
    /// The queue.
    pub queue: QueueId,
    /// Its expected wait counts so many times.
    pub factor: f64,
    /// Its expected wait counts so much longer.
    pub plus: Span,
    /// Time that the transfer there takes.
    pub delay: Distribution,
    /// Priority class there; `None`: the contact type's.
    pub priority: Option<u16>,
}

/// One branch of a menu.
#[derive(Debug, Clone)]
pub struct Branch {
    /// Share of the customers who choose.
    pub share: Share,
    /// Time this branch takes on top of the menu's own.
    pub time: Distribution,
}

/// Something that is asked until it is understood.
#[derive(Debug, Clone)]
pub struct Attempts {
    /// How often at most.
    pub most: u32,
    /// How long one attempt takes.
    pub time: Distribution,
    /// How long one attempt takes at which the customer says nothing; `None`: as long as any other.
    pub timeout: Option<Distribution>,
    /// By attempt, the last for all later ones: probability that the customer hangs up.
    pub hang_up: Vec<Share>,
    /// By attempt, the last for all later ones: probability that the customer asks for an agent.
    pub zero_out: Vec<Share>,
    /// Share of the attempts at which the customer says nothing.
    pub no_input: Share,
    /// Share of the answers that are not understood, or wrong.
    pub no_match: Share,
}

/// A contact of another type that follows one of a flow.
#[derive(Debug, Clone)]
pub struct Follow {
    /// Its type; `None`: nothing is known of it.
    pub kind: Option<ContactTypeId>,
    /// Share of the customers who come.
    pub share: Share,
    /// How long the node takes before the contact ends.
    pub time: Distribution,
    /// Probability that the customer hangs up in that time.
    pub hang_up: Share,
    /// Time from the end of the contact until the other one comes.
    pub delay: Distribution,
}

/// Which turn a contact takes at a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// On, as it should be.
    On,
    /// The customer hangs up.
    HangUp,
    /// The customer asks for an agent.
    ZeroOut,
    /// It did not work.
    Failed,
    /// Chosen by the customer: number of the branch.
    Choice(u16),
    /// Within the hours.
    Open,
    /// Outside them.
    Closed,
    /// Number of the case, the number of all cases for none of them.
    Case(u16),
    /// Done without an agent.
    Resolved,
    /// Done as it seems.
    FalselyContained,
}

/// A way on from a node.
#[derive(Debug, Clone)]
pub struct Way {
    /// The turn that takes it.
    pub turn: Turn,
    /// What it is called.
    pub name: String,
    /// Where it leads.
    pub to: Aim,
    /// Whether chance can take it.
    pub possible: bool,
}

/// Where a way leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// To another node of the flow.
    Node(NodeId),
    /// Into a queue, in this priority class; `None`: the contact type's.
    Queue(QueueId, Option<u16>),
    /// Into another flow.
    Flow(FlowId),
    /// Out of the flow for good.
    End(Ending),
}

/// How a contact leaves a flow for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The customer hangs up.
    HungUp,
    /// Self-service did what was wanted.
    Resolved,
    /// Self-service seemed to do it; the customer comes back.
    FalselyContained,
    /// Out of the centre.
    TransferredOut,
    /// The centre hangs up.
    Closed,
    /// A message is left.
    LeftMessage,
    /// To another channel.
    Deflected,
    /// A survey is answered.
    Surveyed,
}

impl Way {
    /// A way that some contact takes.
    pub(super) fn new(turn: Turn, name: impl Into<String>, to: Aim) -> Self {
        Self { turn, name: name.into(), to, possible: true }
    }

    /// The same, if chance can take it.
    pub(super) fn only_if(self, possible: bool) -> Self {
        Self { possible, ..self }
    }

    /// The way of those who hang up, if any do.
    pub(super) fn hang_up(shares: &[Share]) -> Option<Self> {
        any(shares).then(|| Self::new(Turn::HangUp, "hang up", Aim::End(Ending::HungUp)))
    }
}

/// Whether one of these shares is above zero.
pub(super) fn any(shares: &[Share]) -> bool {
    shares.iter().any(|share| *share > Share::ZERO)
}

impl Attempts {
    /// Whether an attempt can be in vain.
    pub fn can_fail(&self) -> bool {
        any(&[self.no_input, self.no_match])
    }

    /// Whether an attempt takes no time, whatever comes of it.
    pub fn is_timeless(&self) -> bool {
        self.time.mean() == 0.0
    }

    /// The share for an attempt, counted from 0.
    pub fn at(shares: &[Share], attempt: u32) -> Share {
        shares.get(attempt as usize).or(shares.last()).copied().unwrap_or_default()
    }
}

impl Deed {
    /// Whether it may take no time at all, for contacts that take this turn.
    pub fn is_timeless(&self, turn: Turn) -> bool {
        match self {
            Self::Pass { time, .. } | Self::SelfService { time, .. } => time.mean() == 0.0,
            Self::Menu { attempts, branches, .. } => {
                let extra = |number: u16| branches[usize::from(number)].time.mean() == 0.0;
                attempts.is_timeless() && if let Turn::Choice(number) = turn { extra(number) } else { true }
            }
            Self::Ask(attempts) => attempts.is_timeless(),
            Self::ShortestWait { sites, .. } => {
                matches!(turn, Turn::Case(number) if sites[usize::from(number)].delay.mean() == 0.0)
            }
            Self::Hours(_) | Self::Decide(_) | Self::ByType(_) | Self::Split(_) | Self::Go | Self::OfferCallback(_) => {
                true
            }
            Self::Follow(_) | Self::Survey { .. } => false,
        }
    }
}
