//! Chasers: customers of deferred contacts who wait too long and come by another channel.

use super::section::{Site, default, required};
use crate::family::{Complaint, Kind, Scope, Setting, Settings};
use crate::random::Distribution;
use crate::random::distribution::DISTRIBUTIONS;
use crate::units::{ContactTypeId, Share};

/// When and as what customers of a deferred contact type come again while it still waits.
#[derive(Debug, Clone)]
pub struct Chasers {
    /// The type that they come as.
    pub kind: ContactTypeId,
    /// Time since the arrival after which they do.
    pub after: Distribution,
    /// Share of the customers who do.
    pub share: Share,
    /// Whether the contact that waits is withdrawn when the other has been served.
    pub withdraws: bool,
}

/// The setting of a contact type.
pub(super) const CHASERS: Kind = Kind::Table(SETTINGS);

static SETTINGS: &[Setting] = &[
    required("contacts", Kind::Name(Scope::Contacts), "the type that they come as, such as one for calls"),
    required(
        "after",
        Kind::Family(&DISTRIBUTIONS),
        "time since the arrival after which they come, if nobody has answered by then; not beyond the horizon",
    ),
    default("share", Kind::Share, "1", "share of the customers who do so"),
    default(
        "withdraws",
        Kind::Flag,
        "true",
        "whether the contact that still waits when the other has been served leaves its queue, and is over as withdrawn; \
         otherwise it is answered in its turn all the same",
    ),
];

/// The chasers of this table, among the settings of a contact type whose customers are on the line or not.
pub(super) fn chasers(settings: &Settings, table: &Settings, live: bool, site: &mut Site<'_>) -> Option<Chasers> {
    let after = site.duration(table, "after");
    if live {
        let text = "customers on the line do not come by another channel while they wait, expected a deferred channel";
        let help = "remove it, or choose a deferred channel such as email; for those who hang up write `redial`";
        site.findings.complain(settings, Complaint::about("chasers", text).help(help));
        return None;
    }
    Some(Chasers {
        kind: ContactTypeId::of(site.names.position(Scope::Contacts, &table.text("contacts"))),
        after: after?,
        share: table.share("share"),
        withdraws: table.flag("withdraws"),
    })
}
