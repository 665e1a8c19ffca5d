//! Counts: everything that is counted about one thing in one interval of one replication, as whole numbers.
//!
//! Numbers only add up: over intervals, over contact types of a channel, over the centre. What does not add up is not
//! here.

mod add;

use crate::record::Outcome;

use super::Grade;

/// One number of [`Counts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Field {
    /// Contacts that came by themselves.
    ArrivedFirst,
    /// Contacts that came again after not being served.
    ArrivedRedial,
    /// Contacts that came again after being served.
    ArrivedReconnect,
    /// Contacts that came out of one of another type.
    ArrivedFollowUp,
    /// Contacts of customers whom the centre called.
    ArrivedDialled,
    /// Contacts by outcome, booked when they arrived: `Served` is the first of `Outcome::ALL.len()` fields.
    OutcomeServed,
    /// See `OutcomeServed`.
    OutcomeAbandoned,
    /// See `OutcomeServed`.
    OutcomeBalked,
    /// See `OutcomeServed`.
    OutcomeHungUpInFlow,
    /// See `OutcomeServed`.
    OutcomeSelfServed,
    /// See `OutcomeServed`.
    OutcomeBlocked,
    /// See `OutcomeServed`.
    OutcomeClosed,
    /// See `OutcomeServed`.
    OutcomeEjected,
    /// See `OutcomeServed`.
    OutcomeTransferredOut,
    /// See `OutcomeServed`.
    OutcomeUnfinished,
    /// See `OutcomeServed`.
    OutcomeLeftMessage,
    /// See `OutcomeServed`.
    OutcomeDeflected,
    /// See `OutcomeServed`.
    OutcomeUnreached,
    /// See `OutcomeServed`.
    OutcomeLeftOpenly,
    /// See `OutcomeServed`.
    OutcomeLeftSilently,
    /// See `OutcomeServed`.
    OutcomeWithdrawn,
    /// Visits to flows before service or in its place.
    FlowVisits,
    /// Of these, by how they ended, booked when the contact arrived: those that self-service settled.
    ExitResolved,
    /// Those that self-service seemed to settle.
    ExitFalselyContained,
    /// Those whose customer asked for an agent.
    ExitZeroOut,
    /// Those at which a step failed.
    ExitFailed,
    /// Those sent to another channel.
    ExitDeflected,
    /// Those that found it closed.
    ExitAfterHours,
    /// Those misunderstood.
    ExitMisrouted,
    /// Surveys answered after a talk.
    Surveyed,
    /// Time in flows [ticks].
    FlowTime,
    /// Uses of self-service.
    Uses,
    /// What they cost [millionths of the money unit].
    UseCost,
    /// Customers who will not come again about this, booked when their last contact arrived.
    CustomersGone,
    /// Of these, customers whose last contact was served or self-served.
    CustomersServed,
    /// Contacts that these customers needed.
    CustomerAttempts,
    /// Time these customers waited in queues, over all attempts [ticks].
    CustomerWait,
    /// Stays in a queue by grade, booked when they began: the first of `Grade::COUNT` fields.
    GradeAnsweredInTime,
    /// See `GradeAnsweredInTime`.
    GradeAnsweredLate,
    /// See `GradeAnsweredInTime`.
    GradeAbandonedShort,
    /// See `GradeAnsweredInTime`.
    GradeAbandonedInTime,
    /// See `GradeAnsweredInTime`.
    GradeAbandonedLate,
    /// See `GradeAnsweredInTime`.
    GradeEjected,
    /// See `GradeAnsweredInTime`.
    GradeFlowOutInTime,
    /// See `GradeAnsweredInTime`.
    GradeFlowOutLate,
    /// See `GradeAnsweredInTime`.
    GradeBlocked,
    /// See `GradeAnsweredInTime`.
    GradeUnfinished,
    /// Stays that count above the line of their queue's first service level [millionths of a stay].
    ServiceGood,
    /// Stays that count below the line of their queue's first service level [millionths of a stay].
    ServiceOf,
    /// Stays answered without any wait.
    AnsweredAtOnce,
    /// Waits that ended in an answer [ticks].
    WaitAnswered,
    /// Waits that ended in hanging up [ticks].
    WaitAbandoned,
    /// All other waits [ticks].
    WaitOther,
    /// Waits of contacts that waited in several queues and went or were answered through another [ticks].
    WaitBeside,
    /// Longest wait that ended; the one field that is a maximum and not a sum [ticks].
    LongestWait,
    /// Talk of answered stays [ticks].
    Talk,
    /// Wrap-up of answered stays [ticks].
    WrapUp,
    /// Times that work on answered stays was put on hold.
    Interruptions,
    /// Time that answered stays were on hold [ticks].
    OnHold,
    /// Time that answered stays were in nobody's hands, their customer silent [ticks].
    Inactive,
    /// Conversations by turns in which an agent has replied.
    Conversations,
    /// Replies to customers in them.
    Replies,
    /// Of these, replies as soon as is aimed at.
    RepliesInTime,
    /// Time from the customer's turn to the reply [ticks].
    ReplyTime,
    /// Work on replies [ticks].
    ReplyWork,
    /// Callbacks that customers accepted.
    CallbackAccepted,
    /// Callbacks that customers declined.
    CallbackDeclined,
    /// Calls to customers.
    CallbackDialled,
    /// Calls that customers answered.
    CallbackReached,
    /// Customers called back who were connected to an agent.
    CallbackConnected,
    /// Of these, those connected when promised.
    CallbackInTime,
    /// Their waits, from the acceptance until then [ticks].
    CallbackWait,
    /// Stays that were answered after a wait was foretold.
    Foretold,
    /// Of these, stays that waited longer than foretold.
    ForetoldTooShort,
    /// Waits that were foretold to them [ticks].
    ForetoldSaid,
    /// Waits that came after that [ticks].
    ForetoldCame,
    /// By how much more was foretold than came [ticks].
    ForetoldAbove,
    /// By how much less was foretold than came [ticks].
    ForetoldBelow,
    /// Squares of these differences [hundredths of a second, squared].
    ForetoldSquares,
    /// Contacts waiting, summed over time [contact-ticks].
    QueueArea,
    /// Most contacts waiting at one time; a maximum, not a sum.
    QueueMost,
    /// Deferred contacts waiting at the ends of intervals, added up.
    Backlog,
    /// Waits of the oldest of them then, added up over intervals and the greatest of several queues [ticks].
    OldestAge,
    /// Ends of intervals at which it was looked.
    BacklogLooks,
    /// Agents available, summed over time [agent-ticks].
    AgentAvailable,
    /// Agents talking, summed over time [agent-ticks].
    AgentTalking,
    /// Agents wrapping up, summed over time [agent-ticks].
    AgentWrapUp,
    /// Agents on a break, summed over time [agent-ticks].
    AgentBreak,
    /// Agents at whom a contact rings, summed over time [agent-ticks].
    AgentRinging,
    /// Agents not ready after a missed contact, summed over time [agent-ticks].
    AgentNotReady,
    /// Agents working past the end of their shift, summed over time [agent-ticks].
    AgentOvertime,
    /// Contacts answered by the team.
    AgentAnswered,
    /// Offers to people of the team, by how they ended: the first of `OfferEnd::COUNT` fields; that of those answered.
    OfferAnswered,
    /// Contacts that rang in vain at people of the team.
    AgentMissed,
    /// Contacts that people of the team declined.
    OfferRejected,
    /// Contacts that found the line of somebody of the team busy.
    OfferBusy,
    /// Offers to people of the team that others answered first.
    OfferOutrun,
    /// Offers to people of the team whose customer hung up, or that the centre sent elsewhere.
    OfferContactLeft,
    /// Offers to people of the team who went home meanwhile, or answered others.
    OfferAgentLeft,
    /// Offers to people of the team that were open when the run was cut.
    OfferUnfinished,
    /// Customers whom people of the team called back in vain.
    OfferNotReached,
    /// Time of the offers that were answered [agent-ticks].
    OfferTimeAnswered,
    /// Time of all other offers [agent-ticks].
    OfferTimeLost,
    /// Attempts to reach the customer of a record by how they ended, booked when they began: the first of
    /// `AttemptEnd::COUNT` fields; those that a person answered.
    DialLive,
    /// See `DialLive`: those that a machine answered.
    DialMachine,
    /// See `DialLive`.
    DialBusy,
    /// See `DialLive`.
    DialNoAnswer,
    /// See `DialLive`.
    DialBadNumber,
    /// See `DialLive`: those that a person answered who was taken for a machine.
    DialTakenForMachine,
    /// See `DialLive`: those that a machine answered that was taken for a person.
    DialTakenForLive,
    /// See `DialLive`: those whose agent went home.
    DialAgentLeft,
    /// See `DialLive`: those under way when the run was cut.
    DialUnfinished,
    /// Contacts of customers whom the centre called and whom an agent answered, booked when they were called.
    LiveAnswered,
    /// Contacts of customers whom the centre called and who found no agent, booked when they were called.
    LiveAbandoned,
    /// Waits of those whom an agent answered [ticks].
    LiveWait,
    /// Records by what became of them, booked then: the first of `Fate::COUNT` fields; those served by an agent.
    RecordReached,
    /// See `RecordReached`.
    RecordGivenUp,
    /// See `RecordReached`.
    RecordBadNumber,
    /// See `RecordReached`: those never dialled.
    RecordNotTried,
    /// See `RecordReached`: those to be dialled again when the run ended.
    RecordToBeRetried,
    /// See `RecordReached`: those under way when the run was cut.
    RecordUnfinished,
    /// Talks that ended in a transfer, by kind, booked with their stay: the first of `Transfer::ALL.len()` fields; those
    /// after which the agent was done.
    TransferCold,
    /// See `TransferCold`: those at which the agent stayed until somebody else answered.
    TransferWarm,
    /// See `TransferCold`: those in which the agent asked somebody else.
    TransferConsult,
    /// See `TransferCold`: those into which the agent took somebody else.
    TransferConference,
    /// Contacts that were passed on at least once, booked when they arrived.
    PassedOn,
    /// Contacts that were passed on at least twice, booked when they arrived.
    PassedOnAgain,
    /// Issues by how they ended, booked when their first contact came: the first of `IssueEnd::COUNT` fields.
    IssueResolved,
    /// See `IssueResolved`.
    IssueGivenUp,
    /// See `IssueResolved`.
    IssueSentAway,
    /// See `IssueResolved`: those that had not ended; nothing that follows counts them.
    IssueOpen,
    /// Contacts that the issues took.
    IssueContacts,
    /// Issues with a contact that an agent answered or self-service settled.
    IssueHandled,
    /// Issues that were resolved by the first such contact.
    IssueByFirst,
    /// Issues that were resolved by the only contact there was.
    IssueByOne,
    /// Issues with further contacts, transfers or explanations.
    IssueHard,
    /// Time from the first contact to the end of issues that were resolved [ticks].
    IssueTime,
    /// Time that customers waited, and explained again what others knew [ticks].
    IssueLost,
    /// Times that customers explained again what others knew.
    IssueExplanations,
    /// Time that this took [ticks].
    IssueExplaining,
    /// Talks that did not help.
    IssueUnhelped,
    /// Of these, talks whose customer believed so for a while.
    IssueMistaken,
    /// What people cost while they handled the issues [millionths of the money unit].
    IssueCost,
    /// Issues of which it is stated what customers make of them [millionths of an issue].
    IssueFelt,
    /// Of these, those with which customers are satisfied [millionths of an issue].
    IssueSatisfied,
    /// Of these, those after which customers mean to leave [millionths of an issue].
    IssueLeaves,
    /// What these customers are worth [millionths of the money unit].
    IssueWorth,
    /// Cost of people present [millionths of the money unit].
    Cost,
    /// Length of the interval [ticks]; adds up over intervals, not over things.
    Elapsed,
}

/// Everything counted about one thing in one interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts([u64; Counts::FIELDS]);

impl Default for Counts {
    fn default() -> Self {
        Self([0; Self::FIELDS])
    }
}

impl Counts {
    /// How many numbers there are.
    pub const FIELDS: usize = Field::Elapsed as usize + 1;

    /// One number.
    pub const fn get(&self, field: Field) -> u64 {
        self.0[field as usize]
    }

    /// Puts one number.
    pub const fn set(&mut self, field: Field, value: u64) {
        self.0[field as usize] = value;
    }

    /// Adds to one number, held at the top of the scale.
    pub const fn add(&mut self, field: Field, value: u64) {
        self.0[field as usize] = self.0[field as usize].saturating_add(value);
    }

    /// Number of contacts with one outcome.
    pub const fn outcome(&self, outcome: Outcome) -> u64 {
        self.0[Field::OutcomeServed as usize + outcome as usize]
    }

    /// Number of stays with one grade.
    pub const fn grade(&self, grade: Grade) -> u64 {
        self.0[Field::GradeAnsweredInTime as usize + grade as usize]
    }

    /// Adds to the contacts with one outcome.
    pub const fn add_outcome(&mut self, outcome: Outcome, value: u64) {
        self.0[Field::OutcomeServed as usize + outcome as usize] += value;
    }

    /// Adds to the stays with one grade.
    pub const fn add_grade(&mut self, grade: usize, value: u64) {
        self.0[Field::GradeAnsweredInTime as usize + grade] += value;
    }

    /// Every number, in the order of [`Field`].
    pub const fn numbers(&self) -> &[u64; Self::FIELDS] {
        &self.0
    }

    /// Adds another interval of the same thing, or another thing in the same interval.
    pub fn absorb(&mut self, other: &Self) {
        let most = [Field::LongestWait, Field::QueueMost].map(|field| (field, self.get(field).max(other.get(field))));
        let mut any = 0;
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            any |= *mine | theirs;
            *mine = mine.wrapping_add(*theirs);
        }
        // Nothing comes near the top of the scale where no highest bit was set, as a rule.
        if any >> 63 != 0 {
            let pairs = self.0.iter_mut().zip(&other.0);
            pairs.for_each(|(mine, theirs)| *mine = mine.wrapping_sub(*theirs).saturating_add(*theirs));
        }
        for (field, value) in most {
            self.set(field, value);
        }
    }
}
