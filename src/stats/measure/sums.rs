//! Sums that several measures share, each with its one definition.

use super::{Field, Sum};

/// Contacts that came.
pub(super) const ARRIVED: Sum = &[
    Field::ArrivedFirst,
    Field::ArrivedRedial,
    Field::ArrivedReconnect,
    Field::ArrivedFollowUp,
    Field::ArrivedDialled,
];

/// Stays that an agent answered.
pub(super) const ANSWERED: Sum = &[Field::GradeAnsweredInTime, Field::GradeAnsweredLate];

/// Stays that the customer ended before an answer.
pub(super) const ABANDONED: Sum = &[Field::GradeAbandonedShort, Field::GradeAbandonedInTime, Field::GradeAbandonedLate];

/// Stays that were answered after a wait was foretold.
pub(super) const FORETOLD: Sum = &[Field::Foretold];

/// Stays that were answered or abandoned.
pub(super) const DECIDED: Sum = &[
    Field::GradeAnsweredInTime,
    Field::GradeAnsweredLate,
    Field::GradeAbandonedShort,
    Field::GradeAbandonedInTime,
    Field::GradeAbandonedLate,
];

/// Stays that began: all but those refused.
pub(super) const OFFERED: Sum = &[
    Field::GradeAnsweredInTime,
    Field::GradeAnsweredLate,
    Field::GradeAbandonedShort,
    Field::GradeAbandonedInTime,
    Field::GradeAbandonedLate,
    Field::GradeEjected,
    Field::GradeFlowOutInTime,
    Field::GradeFlowOutLate,
    Field::GradeUnfinished,
];

/// Stays asked for, refused or not.
pub(super) const STAYS: Sum = &[
    Field::GradeAnsweredInTime,
    Field::GradeAnsweredLate,
    Field::GradeAbandonedShort,
    Field::GradeAbandonedInTime,
    Field::GradeAbandonedLate,
    Field::GradeEjected,
    Field::GradeFlowOutInTime,
    Field::GradeFlowOutLate,
    Field::GradeBlocked,
    Field::GradeUnfinished,
];

/// Time with contacts.
pub(super) const HANDLING: Sum = &[Field::AgentTalking, Field::AgentWrapUp];

/// Time at work.
pub(super) const STAFFED: Sum = &[
    Field::AgentAvailable,
    Field::AgentTalking,
    Field::AgentWrapUp,
    Field::AgentBreak,
    Field::AgentRinging,
    Field::AgentNotReady,
];

/// Offers, however they ended.
pub(super) const OFFERS: Sum = &[
    Field::OfferAnswered,
    Field::AgentMissed,
    Field::OfferRejected,
    Field::OfferBusy,
    Field::OfferOutrun,
    Field::OfferContactLeft,
    Field::OfferAgentLeft,
    Field::OfferUnfinished,
    Field::OfferNotReached,
];

/// Callbacks that customers were offered.
pub(super) const CALLBACKS_OFFERED: Sum = &[Field::CallbackAccepted, Field::CallbackDeclined];

/// Attempts to reach a customer.
pub(super) const DIALLED: Sum = &[
    Field::DialLive,
    Field::DialMachine,
    Field::DialBusy,
    Field::DialNoAnswer,
    Field::DialBadNumber,
    Field::DialTakenForMachine,
    Field::DialTakenForLive,
    Field::DialAgentLeft,
    Field::DialUnfinished,
];

/// Attempts of which it is known what was on the line.
pub(super) const DIALLED_OUT: Sum = &[
    Field::DialLive,
    Field::DialMachine,
    Field::DialBusy,
    Field::DialNoAnswer,
    Field::DialBadNumber,
    Field::DialTakenForMachine,
    Field::DialTakenForLive,
];

/// Contacts that attempts brought and that were answered or not.
pub(super) const LIVES: Sum = &[Field::LiveAnswered, Field::LiveAbandoned];

/// Records that were dialled.
pub(super) const RECORDS_TRIED: Sum = &[
    Field::RecordReached,
    Field::RecordGivenUp,
    Field::RecordBadNumber,
    Field::RecordToBeRetried,
    Field::RecordUnfinished,
];

/// All records.
pub(super) const RECORDS: Sum = &[
    Field::RecordReached,
    Field::RecordGivenUp,
    Field::RecordBadNumber,
    Field::RecordNotTried,
    Field::RecordToBeRetried,
    Field::RecordUnfinished,
];
