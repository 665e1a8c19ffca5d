//! Attempts: what nodes have in common that ask until they understand.

use super::deed::{Aim, Attempts, Turn, Way, any};
use super::node::Wiring;
use super::section::{default, optional, required, shares};
use crate::family::{Complaint, Kind, Scope, Setting, Settings};
use crate::random::distribution::DISTRIBUTIONS;
use crate::units::Share;

/// How far a sum of shares may be from one, for fractions that decimal numbers cannot write.
pub(super) const SLACK: f64 = 1e-9;

pub(super) const TIME: Setting = required("time", Kind::Family(&DISTRIBUTIONS), "how long one attempt takes");
pub(super) const TIMEOUT: Setting = optional(
    "timeout",
    Kind::Family(&DISTRIBUTIONS),
    "how long an attempt takes at which the customer says nothing; without, as long as any other",
);
pub(super) const ATTEMPTS: Setting =
    default("attempts", Kind::Count(1, 100), "3", "how often it is asked at most, where an attempt can be in vain");
pub(super) const HANG_UP: Setting = default(
    "hang_up",
    Kind::List(&Kind::Share),
    "0",
    "probability that the customer hangs up at attempt 1, 2, …; the last one holds for all later attempts",
);
pub(super) const ZERO_OUT: Setting =
    optional("zero_out", Kind::Table(SETTINGS), "customers who ask for an agent instead of going on; without, none");
pub(super) const NO_INPUT: Setting =
    default("no_input", Kind::Share, "0", "share of the attempts at which the customer says nothing");
pub(super) const FAILED: Setting =
    optional("failed", Kind::Name(Scope::Nodes), "the node after the last attempt in vain; needed if any can be");

static SETTINGS: &[Setting] = &[
    required(
        "share",
        Kind::List(&Kind::Share),
        "probability of asking at attempt 1, 2, …; the last one holds for all later attempts",
    ),
    required("next", Kind::Name(Scope::Nodes), "the node of those who ask"),
];

/// The attempts of a node, of whose answers this share is in vain, and the ways of those who are not understood.
pub(super) fn attempts(
    settings: &Settings,
    no_match: Share,
    wiring: &mut Wiring<'_, '_>,
) -> Option<(Attempts, Vec<Way>)> {
    let time = wiring.site.duration(settings, "time");
    let timeout = settings.find("timeout").map(|_| wiring.site.duration(settings, "timeout"));
    let zero_out = zero_out(settings, wiring);
    let failed = settings.find("failed").map(|_| wiring.node(settings, "failed"));
    let no_input = settings.share("no_input");
    let most = if any(&[no_input, no_match]) { settings.count("attempts") as u32 } else { 1 };
    let timeout = match timeout {
        Some(timeout) => Some(timeout?),
        None => None,
    };
    let (zero_out, asks) = zero_out?;
    let attempts = Attempts {
        most,
        time: time?,
        timeout,
        hang_up: shares(&settings.list("hang_up")),
        zero_out,
        no_input,
        no_match,
    };
    let complaint = sums(&attempts).and_then(|()| leads(&attempts, failed.is_some()));
    wiring.site.findings.made(settings, complaint)?;
    let mut ways: Vec<Way> = Way::hang_up(&attempts.hang_up).into_iter().chain(asks).collect();
    if let Some(failed) = failed {
        let way = Way::new(Turn::Failed, "failed", Aim::Node(failed?));
        ways.push(way.only_if(attempts.can_fail()));
    }
    Some((attempts, ways))
}

/// The shares of those who ask for an agent, by attempt, and their way.
pub(super) fn zero_out(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Vec<Share>, Option<Way>)> {
    let Some(table) = settings.find_table("zero_out") else { return Some((Vec::new(), None)) };
    let asking = shares(&table.list("share"));
    let next = wiring.node(&table, "next")?;
    let way = Way::new(Turn::ZeroOut, "asks for an agent", Aim::Node(next)).only_if(any(&asking));
    Some((asking, Some(way)))
}

/// No attempt has shares of more than a whole.
fn sums(attempts: &Attempts) -> Result<(), Complaint> {
    let last = attempts.hang_up.len().max(attempts.zero_out.len()).max(1);
    (0..last as u32).try_for_each(|attempt| {
        let parts = [
            ("hang_up", Attempts::at(&attempts.hang_up, attempt)),
            ("zero_out", Attempts::at(&attempts.zero_out, attempt)),
            ("no_input", attempts.no_input),
        ];
        at_most_all(&parts, &format!("attempt {}", attempt + 1))
    })
}

/// Shares of the same whole do not sum to more than that.
pub(super) fn at_most_all(parts: &[(&'static str, Share)], of: &str) -> Result<(), Complaint> {
    let sum: f64 = parts.iter().map(|(_, share)| share.get()).sum();
    if sum <= 1.0 + SLACK {
        return Ok(());
    }
    let written: Vec<(&'static str, Share)> = parts.iter().copied().filter(|(_, share)| *share > Share::ZERO).collect();
    let names: Vec<String> = written.iter().map(|(name, share)| format!("`{name}` {share}")).collect();
    let text = format!("shares of {of} sum to {}%, expected at most 100%: {}", percent(sum), names.join(", "));
    let help = "each is a share of the same whole; what they leave is the share that goes on";
    Err(Complaint::about(written[0].0, text).help(help))
}

/// A share in percent, without the dust of binary fractions.
pub(super) fn percent(share: f64) -> f64 {
    (share * 1e6).round() / 1e4
}

/// Whoever is never understood goes somewhere.
fn leads(attempts: &Attempts, has_failed: bool) -> Result<(), Complaint> {
    if has_failed || !attempts.can_fail() {
        return Ok(());
    }
    let text = format!("after {} attempts in vain there is no way on, expected `failed`", attempts.most);
    Err(Complaint::about("attempts", text).help("write `failed = \"NODE\"`, the node after the last attempt"))
}
