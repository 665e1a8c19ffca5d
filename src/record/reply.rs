//! A reply: what there is to say of one turn of an agent, when it is over.

use crate::units::Span;

/// One turn of an agent in a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reply {
    /// From the moment at which the customer had written, or was answered first.
    pub after: Span,
    /// How long it would have taken by itself.
    pub work: Span,
    /// How soon it is aimed at; never where it is not.
    pub within: Span,
    /// Whether it is the first one in its conversation.
    pub first: bool,
}
