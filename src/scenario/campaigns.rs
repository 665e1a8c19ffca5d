//! Campaigns: lists of customers that the centre calls, in which way, at what hours, and what happens on the line.

use super::attempts::at_most_all;
use super::section::{Site, default, optional, required};
use crate::dialling::{self, DIALLING, Dialling};
use crate::family::{Choice, Complaint, Kind, Scope, Setting, Settings};
use crate::random::Distribution;
use crate::random::distribution::DISTRIBUTIONS;
use crate::record::Called;
use crate::units::{ContactTypeId, Hours, Share, Span};

/// A list of customers to be called.
#[derive(Debug, Clone)]
pub struct Campaign {
    /// Name given in the file.
    pub name: String,
    /// What a customer who answers becomes.
    pub contact: ContactTypeId,
    /// Length of the list.
    pub records: u32,
    /// How many calls at a time, and who dials.
    pub dialling: Dialling,
    /// When it dials.
    pub hours: Hours,
    /// Most attempts at one record.
    pub attempts: u16,
    /// What may be on the line, in the order of `Called::ALL`.
    pub calls: [Call; Called::COUNT],
    /// How long an agent is with a machine that was taken for a person.
    pub noticed_after: Distribution,
    /// What happens when too many who answered found no agent.
    pub limit: Option<Limit>,
}

/// One thing that may be on the line.
#[derive(Debug, Clone)]
pub struct Call {
    /// Probability.
    pub share: Share,
    /// Time from dialling until it is known.
    pub after: Distribution,
    /// Probability that a person is taken for a machine, or a machine for a person.
    pub mistaken: Share,
    /// When the record is dialled again; `None`: it is given up.
    pub retry: Option<RetryCall>,
}

/// When a record is dialled again.
#[derive(Debug, Clone)]
pub struct RetryCall {
    /// Time until then.
    pub after: Distribution,
    /// How often at most after calls that ended in the same way.
    pub most: u16,
}

/// The share of live answers that may find no agent in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limit {
    /// The largest share.
    pub share: Share,
    /// Who is answered later, or hangs up, counts.
    pub within: Span,
    /// Days that count, the present one included.
    pub days: u32,
    /// Live answers before which nothing is concluded.
    pub judged_from: u32,
    /// What follows.
    pub then: Beyond,
}

/// What a campaign does that is beyond its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// One call for each agent who is free.
    SlowDown,
    /// It does not dial.
    Stop,
}

pub(super) static SETTINGS: &[Setting] = &[
    required(
        "contacts",
        Kind::Name(Scope::Contacts),
        "contact type that a customer who answers becomes; it says the queue, how long the customer waits for an agent \
         (mostly seconds), talk, wrap-up and who may serve it",
    ),
    required("records", Kind::Count(1, 10_000_000), "customers on the list, dialled in its order"),
    default("dialling", Kind::Family(&DIALLING), "\"progressive\"", "how many calls at a time, and who dials"),
    default("hours", Kind::Hours, "\"always\"", "when it dials"),
    default("attempts", Kind::Count(1, 1_000), "3", "most attempts at one record"),
    required("live", Kind::Table(LIVE), "a person answers"),
    default("machine", Kind::Table(MACHINE), "{}", "an answering machine answers"),
    default("busy", Kind::Table(BUSY), "{}", "the line is busy"),
    default("no_answer", Kind::Table(NO_ANSWER), "{}", "nobody answers: all the calls that the other shares leave"),
    default("bad_number", Kind::Table(BAD_NUMBER), "{}", "there is no such number"),
    optional(
        "abandonment_limit",
        Kind::Table(LIMIT),
        "how many of those who answered may find no agent in time; without, as many as it happens",
    ),
];

const fn share(summary: &'static str) -> Setting {
    default("share", Kind::Share, "0", summary)
}

const fn after(time: &'static str, summary: &'static str) -> Setting {
    default("after", Kind::Family(&DISTRIBUTIONS), time, summary)
}

const RETRY_AFTER: Setting = optional(
    "retry_after",
    Kind::Family(&DISTRIBUTIONS),
    "time until the record is dialled again, if it is within the hours then, else when they begin; without, it is given up",
);
const RETRIES: Setting =
    optional("retries", Kind::Count(1, 1_000), "how often at most after such calls; without, `attempts` alone says so");

static LIVE: &[Setting] = &[
    required("share", Kind::Share, "share of calls that a person answers"),
    after("\"10s\"", "time from dialling until the call is answered and known to be"),
    default("taken_for_machine", Kind::Share, "0", "share of persons who are taken for a machine and hear nobody"),
    optional(
        "retry_after",
        Kind::Family(&DISTRIBUTIONS),
        "time until the record of a customer who found no agent is dialled again; without, it is given up",
    ),
    RETRIES,
];

static MACHINE: &[Setting] = &[
    share("share of calls that a machine answers"),
    after("\"15s\"", "time from dialling until it is known to be a machine"),
    default("taken_for_live", Kind::Share, "0", "share of machines that are taken for a person and get an agent"),
    default("noticed_after", Kind::Family(&DISTRIBUTIONS), "\"5s\"", "how long that agent talks to the machine"),
    RETRY_AFTER,
    RETRIES,
];

static BUSY: &[Setting] = &[
    share("share of calls that find the line busy"),
    after("\"5s\"", "time from dialling until that is known"),
    RETRY_AFTER,
    RETRIES,
];

static NO_ANSWER: &[Setting] =
    &[after("\"25s\"", "time from dialling until the call is given up"), RETRY_AFTER, RETRIES];

static BAD_NUMBER: &[Setting] =
    &[share("share of calls to a number that there is not"), after("\"5s\"", "time from dialling until that is known")];

static LIMIT: &[Setting] = &[
    default("share", Kind::Share, "\"3%\"", "largest share of live answers that may find no agent in time"),
    default(
        "within",
        Kind::Span,
        "\"2s\"",
        "whoever is answered later counts, as does whoever hangs up or is sent away",
    ),
    default("days", Kind::Count(1, 10_000), "30", "days that count, the present one included"),
    default("judged_from", Kind::Count(1, 1_000_000_000), "30", "live answers before which nothing is concluded"),
    default("then", Kind::Choice(BEYOND), "\"slow-down\"", "what follows beyond it, until the share is below again"),
];

const BEYOND: &[Choice] = &[
    Choice { word: "slow-down", summary: "one call at a time for each agent who is free" },
    Choice { word: "stop", summary: "it does not dial; days that have passed may bring the share down" },
];

/// The campaign of these settings.
pub(super) fn build(name: &str, settings: &Settings, site: &mut Site<'_>) -> Option<Campaign> {
    let contact = site.names.position(Scope::Contacts, &settings.text("contacts"));
    let chosen = settings.member("dialling");
    let dialling = site.findings.made(&chosen.settings, dialling::make(&chosen));
    let dialling = dialling.filter(|of| ends(of.preview.as_ref(), &chosen.settings, site));
    let tables = ["live", "machine", "busy", "no_answer", "bad_number"].map(|name| settings.table(name));
    let noticed_after = site.duration(&tables[1], "noticed_after");
    let [live, machine, busy, no_answer, bad_number] = &tables;
    let mistaken = [live.find_share("taken_for_machine"), machine.find_share("taken_for_live")];
    let written = [live, machine, busy, bad_number].map(|table| table.share("share"));
    let [live_share, machine_share, busy_share, bad_share] = written;
    let parts = [("live", live_share), ("machine", machine_share), ("busy", busy_share), ("bad_number", bad_share)];
    let right = at_most_all(&parts, "calls").map_err(|it| it.help("what they leave is the calls that nobody answers"));
    site.findings.made(settings, right)?;
    let rest = (1.0 - parts.iter().map(|(_, share)| share.get()).sum::<f64>()).max(0.0);
    let shares = [live_share, machine_share, busy_share, Share::new(rest).unwrap_or_default(), bad_share];
    let all = [live, machine, busy, no_answer, bad_number];
    let calls: Vec<Option<Call>> = all
        .into_iter()
        .zip(shares)
        .enumerate()
        .map(|(row, (table, share))| {
            let mistaken = mistaken.get(row).copied().flatten().unwrap_or_default();
            Some(Call { share, after: site.duration(table, "after")?, mistaken, retry: retry(table, site)? })
        })
        .collect();
    let limit = limit(settings, site);
    let calls: Vec<Call> = calls.into_iter().collect::<Option<_>>()?;
    Some(Campaign {
        name: name.to_owned(),
        contact: ContactTypeId::of(contact),
        records: settings.count("records") as u32,
        dialling: dialling?,
        hours: settings.hours("hours"),
        attempts: settings.count("attempts") as u16,
        calls: calls.try_into().ok()?,
        noticed_after: noticed_after?,
        limit: limit?,
    })
}

/// Whether a preview ends; what is wrong goes to the findings.
fn ends(preview: Option<&Distribution>, settings: &Settings, site: &mut Site<'_>) -> bool {
    preview.is_none() || site.duration(settings, "time").is_some()
}

/// When a record is dialled again, if it is; what is wrong goes to the findings.
#[expect(clippy::option_option, reason = "wrong, never, or at some time")]
fn retry(table: &Settings, site: &mut Site<'_>) -> Option<Option<RetryCall>> {
    if table.find("retry_after").is_none() {
        if table.find("retries").is_none() {
            return Some(None);
        }
        let text = "`retries` says how often, and nothing says when, expected `retry_after`";
        site.findings.complain(table, Complaint::about("retries", text).help("write `retry_after = \"2h\"`"));
        return None;
    }
    let after = site.duration(table, "retry_after")?;
    if after.mean() == 0.0 {
        let text = "`retry_after` is 0s: the same number would be dialled again at once, expected some time";
        site.findings.complain(table, Complaint::about("retry_after", text).help("write `retry_after = \"2h\"`"));
        return None;
    }
    Some(Some(RetryCall { after, most: table.find_count("retries").map_or(u16::MAX, |most| most as u16) }))
}

#[expect(clippy::option_option, reason = "wrong, none, or one")]
fn limit(settings: &Settings, site: &mut Site<'_>) -> Option<Option<Limit>> {
    let Some(table) = settings.find_table("abandonment_limit") else { return Some(None) };
    let within = site.finite(&table, "within")?;
    let then = if table.choice("then") == "stop" { Beyond::Stop } else { Beyond::SlowDown };
    Some(Some(Limit {
        share: table.share("share"),
        within,
        days: table.count("days") as u32,
        judged_from: table.count("judged_from") as u32,
        then,
    }))
}
