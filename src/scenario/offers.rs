//! Offers: how long a contact rings before an agent answers, and what happens when none does.

use super::section::{Site, default, optional, required};
use crate::family::{Choice, Complaint, Kind, Setting, Settings};
use crate::random::Distribution;
use crate::random::distribution::DISTRIBUTIONS;
use crate::units::{Share, Span};

/// How the people of a team take what is offered to them.
#[derive(Debug, Clone)]
pub struct Offers {
    /// Probability that a contact is answered.
    pub accept: Share,
    /// Probability that it is declined.
    pub reject: Share,
    /// Probability that the line turns out to be busy.
    pub busy: Share,
    /// How long it rings before it is answered.
    pub answer_after: Distribution,
    /// How long it rings before it is declined.
    pub reject_after: Distribution,
    /// Longest ringing; a contact not answered by then is missed.
    pub ring: Span,
    /// Time from the acceptance to the talk.
    pub connect: Distribution,
    /// Whether the customer may hang up meanwhile.
    pub hang_up_while_connecting: bool,
    /// What follows for an agent who has missed, declined or been too busy for a contact.
    pub afterwards: [Vec<Afterwards>; 3],
}

/// What follows for an agent after so many offers in vain.
#[derive(Debug, Clone)]
pub struct Afterwards {
    /// What the agent is then.
    pub agent: Apart,
    /// For how long.
    pub lasts: Distribution,
    /// After so many offers in vain without an answer between them, and again after so many more.
    pub after: u16,
}

/// How an agent is kept from further contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// At work, but not ready.
    NotReady,
    /// On a break.
    OnBreak,
    /// Logged off.
    Off,
}

/// Ways in which an offer ends in vain: what it is called, the setting of its probability, and that of what follows.
const CAUSES: [(&str, &str); 3] = [("ring", "on_miss"), ("reject_after", "on_reject"), ("busy", "on_busy")];

/// The setting of a team.
pub(super) const OFFERS: Kind = Kind::Table(SETTINGS);

const AFTERWARDS: Kind = Kind::List(&Kind::Table(AFTER));

static SETTINGS: &[Setting] = &[
    optional("accept", Kind::Share, "probability that a contact is answered; without, what `reject` and `busy` leave"),
    default("reject", Kind::Share, "0", "probability that it is declined"),
    default("busy", Kind::Share, "0", "probability that the agent's line turns out to be busy, which is heard at once"),
    default("answer_after", Kind::Family(&DISTRIBUTIONS), "\"0s\"", "how long it rings before it is answered"),
    default("reject_after", Kind::Family(&DISTRIBUTIONS), "\"0s\"", "how long it rings before it is declined"),
    default("ring", Kind::Span, "\"20s\"", "longest ringing; a contact not answered by then goes back to its place"),
    default(
        "connect",
        Kind::Family(&DISTRIBUTIONS),
        "\"0s\"",
        "time from the acceptance to the talk, such as a whisper or an announcement; the contact still waits",
    ),
    default(
        "hang_up_while_connecting",
        Kind::Flag,
        "false",
        "whether the customer may lose patience in that time, which is then lost for the agent",
    ),
    default(
        "not_ready_after_miss",
        Kind::Span,
        "\"0s\"",
        "how long whoever missed a contact is not ready; with 0s the next one rings at once, perhaps the same",
    ),
    default("on_miss", AFTERWARDS, "[]", "what else follows for an agent who has missed contacts"),
    default("on_reject", AFTERWARDS, "[]", "what follows for an agent who has declined contacts"),
    default("on_busy", AFTERWARDS, "[]", "what follows for an agent whose line was busy"),
];

static AFTER: &[Setting] = &[
    default("agent", Kind::Choice(APART), "\"not-ready\"", "what the agent is then"),
    required("lasts", Kind::Family(&DISTRIBUTIONS), "for how long"),
    default(
        "after",
        Kind::Count(1, 65_535),
        "1",
        "how many offers in vain, of whatever cause, without an answer between them it takes; the count begins anew \
         after each such number. Where several entries hold, the one that takes the most",
    ),
];

const APART: &[Choice] = &[
    Choice { word: "not-ready", summary: "at work, but not ready for any contact" },
    Choice { word: "break", summary: "on a break" },
    Choice { word: "off", summary: "logged off: not counted as staffed" },
];

/// The offers of these settings.
pub(super) fn offers(table: &Settings, site: &mut Site<'_>) -> Option<Offers> {
    let [answer_after, reject_after] = ["answer_after", "reject_after"].map(|name| site.distribution(table, name));
    let connect = site.duration(table, "connect");
    let (ring, pause) = (site.finite(table, "ring"), site.finite(table, "not_ready_after_miss"));
    let mut afterwards = CAUSES.map(|(_, name)| afterwards(table, name, site));
    let shares = site.findings.made(table, shares(table));
    let [accept, reject, busy] = shares?;
    if let (Some(pause), Some(missed)) = (pause.filter(|pause| *pause > Span::ZERO), &mut afterwards[0]) {
        missed.insert(0, Afterwards { agent: Apart::NotReady, lasts: Distribution::constant(pause), after: 1 });
    }
    let [missed, rejected, found_busy] = afterwards;
    let (answer_after, reject_after, ring) = (answer_after?, reject_after?, ring?);
    let offers = Offers {
        accept,
        reject,
        busy,
        answer_after,
        reject_after,
        ring,
        connect: connect?,
        hang_up_while_connecting: table.flag("hang_up_while_connecting"),
        afterwards: [missed?, rejected?, found_busy?],
    };
    takes_time(&offers, table, site).then_some(offers)
}

/// Probabilities of answering, declining and being busy.
fn shares(table: &Settings) -> Result<[Share; 3], Complaint> {
    let (reject, busy) = (table.share("reject"), table.share("busy"));
    let rest = Share::new((1.0 - reject.get() - busy.get()).max(0.0)).unwrap_or(Share::ZERO);
    let accept = table.find_share("accept").unwrap_or(rest);
    let sum = accept.get() + reject.get() + busy.get();
    if sum > 1.0 + 1e-9 {
        let text =
            format!("`accept`, `reject` and `busy` sum to {}%, expected at most 100%", (sum * 1e6).round() / 1e4);
        let setting = if reject > Share::ZERO { "reject" } else { "busy" };
        return Err(Complaint::about(setting, text).help("what they leave rings in vain"));
    }
    Ok([accept, reject, busy])
}

fn afterwards(table: &Settings, name: &'static str, site: &mut Site<'_>) -> Option<Vec<Afterwards>> {
    let list = table.list(name);
    let one = |table: &Settings, site: &mut Site<'_>| {
        let agent = match table.choice("agent") {
            "break" => Apart::OnBreak,
            "off" => Apart::Off,
            _ => Apart::NotReady,
        };
        Some(Afterwards { agent, lasts: site.duration(table, "lasts")?, after: table.count("after") as u16 })
    };
    let made: Vec<Option<Afterwards>> = list.iter().map(|located| one(located.table(), site)).collect();
    made.into_iter().collect()
}

/// Whether time passes before the same agent is offered the same contact again; complains otherwise.
fn takes_time(offers: &Offers, table: &Settings, site: &mut Site<'_>) -> bool {
    let left = 1.0 - offers.accept.get() - offers.reject.get() - offers.busy.get();
    let misses = left > 1e-9 || offers.answer_after.mean() > 0.0;
    let loses = [
        misses && offers.ring == Span::ZERO,
        offers.reject > Share::ZERO && offers.reject_after.mean() == 0.0,
        offers.busy > Share::ZERO,
    ];
    let pauses = |cause: usize| offers.afterwards[cause].iter().any(|it| it.lasts.mean() > 0.0);
    let Some(cause) = (0..CAUSES.len()).find(|&cause| loses[cause] && !pauses(cause)) else { return true };
    let (setting, follows) = CAUSES[cause];
    let (what, help) = match cause {
        0 => ("missed", "let it ring, or let `not_ready_after_miss` last".to_owned()),
        1 => ("declined", format!("let `{setting}` last, or write what follows in `{follows}`")),
        _ => ("refused by a busy line", format!("write what follows in `{follows}`: `{{ lasts = \"5s\" }}`")),
    };
    let text = format!("contacts that are {what} would ring again and again without any time passing");
    let setting = if cause == 1 { "reject" } else { setting };
    site.findings.complain(table, Complaint::about(setting, text).help(help));
    false
}
