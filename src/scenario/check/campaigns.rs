//! Campaigns: lists that nobody can be called from, and customers who answer and cannot be served.

use super::Ground;
use crate::scenario::read::Finding;
use crate::scenario::{Campaign, ContactType, Entrance};
use crate::units::{Share, Span};

/// Campaigns that customers are told apart by.
const MOST: usize = 1_000;

pub(super) fn check(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    for (number, campaign) in scenario.campaigns.iter().enumerate() {
        if number == MOST {
            let message = format!("found {} campaigns, expected at most {MOST}", scenario.campaigns.len());
            let place = ground.named("campaigns", &campaign.name);
            ground.findings.add(Finding::error(place, message).help("let one list stand for several".to_owned()));
            return;
        }
        contact(ground, campaign, &scenario.contacts[campaign.contact.index()]);
        rounds(ground, campaign);
        in_vain(ground, campaign);
    }
}

/// What a customer who answers cannot be.
fn contact(ground: &mut Ground<'_>, campaign: &Campaign, contact: &ContactType) {
    let name = &contact.name;
    let refused = [
        (
            !contact.channel.live,
            format!("`{name}` is of the channel `{}`: nobody answers a call there", contact.channel.name),
            "name a contact type of the channel `phone`",
        ),
        (
            matches!(contact.entrance, Entrance::Flow(_)),
            format!("`{name}` enters a flow: a campaign asks who is free in a queue, and calls into it"),
            "name a contact type with a `queue`",
        ),
        (
            contact.lines.is_some(),
            format!("`{name}` holds trunk lines, and calls by the centre hold none"),
            "name a contact type without `lines`",
        ),
    ];
    for (_, message, help) in refused.into_iter().filter(|(wrong, ..)| *wrong) {
        let place = ground.setting("campaigns", &campaign.name, "contacts");
        ground.findings.add(Finding::error(place, message).label("cannot be called").help(help.to_owned()));
    }
}

/// Who is free is known at once, or not at all.
fn rounds(ground: &mut Ground<'_>, campaign: &Campaign) {
    if ground.scenario.routing.match_every > Span::ZERO {
        let message = "campaigns dial as soon as somebody is free, and `routing.match_every` lets nobody be free before a \
                       round of matching";
        let place = ground.named("campaigns", &campaign.name);
        let help = "leave `match_every` out, or the campaign".to_owned();
        ground.findings.add(Finding::error(place, message).label("never dials").help(help));
    }
}

/// What is lawful and does nothing.
fn in_vain(ground: &mut Ground<'_>, campaign: &Campaign) {
    let (scenario, name) = (ground.scenario, &campaign.name);
    if scenario.horizon.calendar.openings(&campaign.hours).is_empty() {
        let message = format!("the campaign `{name}` never dials: its hours do not meet the run");
        ground.warn(
            ground.setting("campaigns", name, "hours"),
            message,
            "change `hours`, or start and length of the run",
        );
    }
    if campaign.calls[0].share == Share::ZERO {
        let message = format!("nobody whom the campaign `{name}` calls ever answers");
        ground.warn(ground.setting("campaigns", name, "live"), message, "write a `share` above 0");
    }
    let waits = campaign.dialling.preview.is_none();
    let contact = &scenario.contacts[campaign.contact.index()];
    if waits && contact.patience.is_never() {
        let message = format!("customers whom the campaign `{name}` calls wait for an agent for ever");
        let place = ground.setting("contacts", &contact.name, "patience");
        ground.warn(place, message, "write a `patience` of the contact type; most hang up after a few seconds");
    }
    if !waits && campaign.limit.is_some() {
        let message =
            format!("`abandonment_limit` has no effect: who is called after a preview waits for nobody (`{name}`)");
        ground.warn(ground.setting("campaigns", name, "abandonment_limit"), message, "remove it");
    }
}
