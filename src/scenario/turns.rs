//! Turns: conversations in writing, in which the agent and the customer take turns.
//!
//! The work of the agent is cut into turns; between two of them the customer reads, thinks and writes. How long a reply
//! takes, and the whole conversation, comes of how many open turns share one agent.

use super::pauses::{OWNER_WAIT, Pauses, WITHOUT_ROOM, without_room};
use super::section::{Site, default, optional, required};
use crate::family::{Choice, Complaint, Kind, Scope, Setting, Settings};
use crate::random::Distribution;
use crate::random::distribution::DISTRIBUTIONS;
use crate::units::{ContactTypeId, Share, Span};

/// What becomes of a conversation by turns, beside the silences between them.
#[derive(Debug, Clone)]
pub struct Turns {
    /// Time to a reply that is aimed at; never where none is.
    pub reply_within: Span,
    /// Probability, after each reply but the last, that the customer closes the conversation instead of writing.
    pub leaves: Share,
    /// Probability that the customer does neither, and is gone.
    pub leaves_silently: Share,
    /// Silence after which the centre closes the conversation; never where it waits for ever.
    pub closed_after: Span,
    /// Into what some conversations turn.
    pub elevation: Option<Elevation>,
}

/// Conversations that become contacts of another type.
#[derive(Debug, Clone)]
pub struct Elevation {
    /// Their type then.
    pub kind: ContactTypeId,
    /// How many of the conversations that come so far.
    pub share: Share,
    /// After how many replies.
    pub after: u32,
    /// Time until the other contact comes.
    pub delay: Distribution,
}

/// How people divide their effort among open turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenTurns {
    /// One after the other, in the order in which customers wrote.
    FirstCome,
    /// All at once, each with an even part of the agent.
    Shared,
}

/// The setting of a contact type.
pub(super) const TURNS: Kind = Kind::Table(SETTINGS);
/// The setting of a team.
pub(super) const OPEN_TURNS: Kind = Kind::Choice(CHOICES);

static SETTINGS: &[Setting] = &[
    required(
        "agent",
        Kind::Family(&DISTRIBUTIONS),
        "work on one turn of the agent, at normal speed; the rest of `talk` follows in later turns",
    ),
    required(
        "customer",
        Kind::Family(&DISTRIBUTIONS),
        "time from a reply until the customer writes again, or closes the conversation",
    ),
    optional("reply_within", Kind::Span, "time to a reply that is aimed at, for the measure `replies_in_time`"),
    default(
        "leaves",
        Kind::Share,
        "0",
        "probability, after each reply but the last, that the customer closes the conversation instead of writing",
    ),
    default(
        "leaves_silently",
        Kind::Share,
        "0",
        "probability, after each reply but the last, that the customer is gone without a word: the agent learns of it by \
         `closed_after`",
    ),
    optional(
        "closed_after",
        Kind::Span,
        "silence after which the conversation is closed, whether the customer is gone or not; without, never",
    ),
    optional(
        "elevation",
        Kind::Table(ELEVATION),
        "conversations that become contacts of another type, such as calls, and end as deflected; without, none",
    ),
    optional(
        "inactive_after",
        Kind::Span,
        "silence after which the conversation takes no room of its agent, whose it stays; without, it always takes \
         room",
    ),
    WITHOUT_ROOM,
    OWNER_WAIT,
];

static ELEVATION: &[Setting] = &[
    required("contacts", Kind::Name(Scope::Contacts), "the type of the other contact"),
    required(
        "share",
        Kind::Share,
        "share of the conversations that become one, of those with so many replies and more to do",
    ),
    default("after", Kind::Count(1, 10_000), "1", "after how many replies"),
    default(
        "delay",
        Kind::Family(&DISTRIBUTIONS),
        "\"0s\"",
        "time until the other contact comes; not beyond the horizon",
    ),
];

const CHOICES: &[Choice] = &[
    Choice { word: "first-come", summary: "one after the other, in the order in which customers wrote" },
    Choice { word: "shared", summary: "all at once: of n open turns each takes n times as long" },
];

/// The word of a team.
pub(super) fn open_turns(settings: &Settings) -> OpenTurns {
    if settings.choice("open_turns") == "shared" { OpenTurns::Shared } else { OpenTurns::FirstCome }
}

/// The turns of these settings, as silences with more to them.
pub(super) fn turns(table: &Settings, site: &mut Site<'_>) -> Option<Pauses> {
    let (agent, customer) = (site.duration(table, "agent"), site.duration(table, "customer"));
    let elevation = table.find_table("elevation").map_or(Some(None), |table| elevation(&table, site).map(Some));
    let agent = agent?;
    let right = does_something(&agent).and_then(|()| learns_of_it(table));
    site.findings.made(table, right)?;
    let turns = Turns {
        reply_within: table.find_span("reply_within").unwrap_or(Span::NEVER),
        leaves: table.share("leaves"),
        leaves_silently: table.share("leaves_silently"),
        closed_after: table.find_span("closed_after").unwrap_or(Span::NEVER),
        elevation: elevation?,
    };
    Some(Pauses {
        after: agent,
        length: customer?,
        inactive_after: table.find_span("inactive_after").unwrap_or(Span::NEVER),
        without_room: without_room(table),
        owner_wait: table.span("owner_wait"),
        turns: Some(turns),
    })
}

fn does_something(agent: &Distribution) -> Result<(), Complaint> {
    if agent.mean() > 0.0 {
        return Ok(());
    }
    let text = "no work is done in a turn, and the conversation never ends";
    Err(Complaint::about("agent", text).help("let some time pass, such as \"30s\""))
}

/// Shares that are not more than all, and an end for those who say nothing.
fn learns_of_it(table: &Settings) -> Result<(), Complaint> {
    let (leaves, silently) = (table.share("leaves"), table.share("leaves_silently"));
    if leaves.get() + silently.get() > 1.0 {
        let text = format!("`leaves` and `leaves_silently` add up to more than all customers: {leaves} and {silently}");
        return Err(Complaint::about("leaves_silently", text));
    }
    if silently > Share::ZERO && table.find_span("closed_after").is_none_or(Span::is_never) {
        let text = "customers are gone without a word, and nobody ever learns of it, expected `closed_after`";
        return Err(Complaint::about("leaves_silently", text).help("write `closed_after = \"5m\"`"));
    }
    Ok(())
}

fn elevation(table: &Settings, site: &mut Site<'_>) -> Option<Elevation> {
    Some(Elevation {
        kind: ContactTypeId::of(site.names.position(Scope::Contacts, &table.text("contacts"))),
        share: table.share("share"),
        after: table.count("after") as u32,
        delay: site.duration(table, "delay")?,
    })
}
