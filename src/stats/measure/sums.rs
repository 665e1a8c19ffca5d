//! Sums that several measures share, each with its one definition.

use super::{Field, Sum};

/// Contacts that came.
pub(super) const ARRIVED: Sum =
    &[Field::ArrivedFirst, Field::ArrivedRedial, Field::ArrivedReconnect, Field::ArrivedFollowUp];

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
