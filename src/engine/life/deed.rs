//! Deeds: what chance makes of a node of a flow — how long it takes, and which turn.

use crate::random::{Distribution, Stream};
use crate::scenario::{Attempts, Branch, Deed, Follow, Turn};
use crate::units::{Share, Span};

/// What came of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Drawn {
    /// Time it takes.
    pub(super) time: Span,
    /// The turn taken after that.
    pub(super) turn: Turn,
    /// The turn that the customer wanted, who was misunderstood.
    pub(super) wanted: Option<Turn>,
}

impl Drawn {
    const fn of(time: Span, turn: Turn) -> Self {
        Self { time, turn, wanted: None }
    }

    /// At once.
    pub(super) const fn at_once(turn: Turn) -> Self {
        Self::of(Span::ZERO, turn)
    }
}

/// What chance makes of a deed that does not look at anything else.
pub(super) fn draw(deed: &Deed, stream: &mut Stream) -> Drawn {
    match deed {
        Deed::Pass { time, hang_up, failure } => {
            let turn = if stream.chance(*hang_up) {
                Turn::HangUp
            } else if failure.get() > 0.0 && stream.chance(*failure) {
                Turn::Failed
            } else {
                Turn::On
            };
            Drawn::of(take(time, stream), turn)
        }
        Deed::Menu { attempts, false_accept, branches, .. } => menu(attempts, *false_accept, branches, stream),
        Deed::Ask(attempts) => {
            let (time, turn, _) = ask(attempts, Share::ZERO, stream);
            Drawn::of(time, turn)
        }
        Deed::SelfService { time, hang_up, zero_out, contained, falsely, .. } => {
            let left = leaves(stream, [*hang_up, *zero_out, Share::ZERO]);
            let done = stream.chance(*contained);
            let seems = done && falsely.get() > 0.0 && stream.chance(*falsely);
            let turn = left.unwrap_or(match (done, seems) {
                (false, _) => Turn::Failed,
                (true, false) => Turn::Resolved,
                (true, true) => Turn::FalselyContained,
            });
            Drawn::of(take(time, stream), turn)
        }
        Deed::Split(shares) => Drawn::at_once(Turn::Case(one_of(shares.iter().copied(), stream.uniform()))),
        Deed::Follow(Follow { time, hang_up, .. }) => {
            let turn = if stream.chance(*hang_up) { Turn::HangUp } else { Turn::On };
            Drawn::of(take(time, stream), turn)
        }
        Deed::Survey { taken, time, hang_up } => {
            if !stream.chance(*taken) {
                return Drawn::at_once(Turn::HangUp);
            }
            let turn = if stream.chance(*hang_up) { Turn::HangUp } else { Turn::On };
            Drawn::of(take(time, stream), turn)
        }
        Deed::Hours(_)
        | Deed::Decide(_)
        | Deed::ByType(_)
        | Deed::ShortestWait { .. }
        | Deed::OfferCallback(_)
        | Deed::Go => Drawn::at_once(Turn::On),
    }
}

fn take(time: &Distribution, stream: &mut Stream) -> Span {
    time.sampler().draw(stream)
}

/// The customer wants a branch, and is understood, or taken for one who wants another, or never understood.
fn menu(attempts: &Attempts, false_accept: Share, branches: &[Branch], stream: &mut Stream) -> Drawn {
    let wanted = one_of(branches.iter().map(|branch| branch.share), stream.uniform());
    let (time, turn, wrong) = ask(attempts, false_accept, stream);
    if turn != Turn::On {
        return Drawn::of(time, turn);
    }
    let chosen = if wrong { another(wanted, branches, stream) } else { wanted };
    let extra = take(&branches[usize::from(chosen)].time, stream);
    let misunderstood = (chosen != wanted).then_some(Turn::Choice(wanted));
    Drawn { time: time.plus(extra), turn: Turn::Choice(chosen), wanted: misunderstood }
}

/// Asks until something comes of it: the time, `Turn::On` for an answer, and whether that is taken for another.
fn ask(attempts: &Attempts, false_accept: Share, stream: &mut Stream) -> (Span, Turn, bool) {
    let mut spent = Span::ZERO;
    for attempt in 0..attempts.most {
        let [hang_up, zero_out] = [&attempts.hang_up, &attempts.zero_out].map(|shares| Attempts::at(shares, attempt));
        let left = leaves(stream, [hang_up, zero_out, attempts.no_input]);
        let silence = attempts.timeout.as_ref().filter(|_| left == Some(Turn::Failed));
        spent = spent.plus(take(silence.unwrap_or(&attempts.time), stream));
        match left {
            Some(Turn::Failed) => continue,
            Some(turn) => return (spent, turn, false),
            None => {}
        }
        let unclear = attempts.no_match.get() + false_accept.get();
        let answer = if unclear > 0.0 { stream.uniform() } else { 1.0 };
        if answer >= attempts.no_match.get() {
            return (spent, Turn::On, answer < unclear);
        }
    }
    (spent, Turn::Failed, false)
}

/// What a customer does instead of answering, if anything: `Turn::Failed` for saying nothing.
fn leaves(stream: &mut Stream, [hang_up, zero_out, no_input]: [Share; 3]) -> Option<Turn> {
    let drawn = stream.uniform();
    let upto = [hang_up.get(), hang_up.get() + zero_out.get(), hang_up.get() + zero_out.get() + no_input.get()];
    let turns = [Turn::HangUp, Turn::ZeroOut, Turn::Failed];
    upto.into_iter().zip(turns).find(|(bound, _)| drawn < *bound).map(|(_, turn)| turn)
}

/// Which of these shares a number from 0 to 1 falls in; the last of those above zero where they leave a rest.
fn one_of(shares: impl DoubleEndedIterator<Item = Share> + ExactSizeIterator + Clone, drawn: f64) -> u16 {
    let mut rest = drawn;
    for (number, share) in shares.clone().enumerate() {
        rest -= share.get();
        if rest < 0.0 {
            return number as u16;
        }
    }
    let last = shares.enumerate().rev().find(|(_, share)| *share > Share::ZERO);
    last.map_or(0, |(number, _)| number as u16)
}

/// Another branch than this one, by the shares of those who choose them.
fn another(wanted: u16, branches: &[Branch], stream: &mut Stream) -> u16 {
    let others = || {
        let shares = branches.iter().enumerate().map(|(number, branch)| (number, branch.share.get()));
        shares.filter(|(number, _)| *number != usize::from(wanted))
    };
    let mut rest = stream.uniform() * others().map(|(_, share)| share).sum::<f64>();
    let mut last = wanted;
    for (number, share) in others().filter(|(_, share)| *share > 0.0) {
        last = number as u16;
        rest -= share;
        if rest < 0.0 {
            break;
        }
    }
    last
}
