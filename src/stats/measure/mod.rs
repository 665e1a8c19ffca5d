//! Measures: the numbers a study reports, each with its definition in words, its unit and its formula.
//!
//! A measure is data over [`Field`]s; nothing here counts, sums up or knows how sure a number is.

mod abandoned;
mod abandonment;
mod accept_time;
mod after_hours;
mod aht;
mod answered;
mod answered_at_once;
mod arrived;
mod asa;
mod available;
mod backlog;
mod balked;
mod blocked;
mod blocking;
mod busy;
mod busy_numbers;
mod callback_acceptance;
mod callback_calls;
mod callback_reached;
mod callback_wait;
mod callbacks;
mod callbacks_accepted;
mod callbacks_kept;
mod callbacks_offered;
mod closed;
mod concurrency;
mod conferences;
mod consultations;
mod contact_rate;
mod contacts_per_customer;
mod contacts_per_issue;
mod containment;
mod cost;
mod cost_per_contact;
mod cost_per_resolution;
mod cost_per_resolved_issue;
mod customer_wait;
mod customers;
mod customers_served;
mod deflected;
mod dialled;
mod dials_per_hour;
mod ejected;
mod estimate_error;
mod estimate_squared_error;
mod estimate_too_long_by;
mod estimate_too_short_by;
mod estimates;
mod estimates_too_short;
mod explanation_time;
mod explanations;
mod failed_in_flow;
mod falsely_contained;
mod first_attempts;
mod first_contact_resolution;
mod flow_outs;
mod flow_time;
mod flow_visits;
mod focus_time;
mod follow_ups;
mod formula;
mod found_busy;
mod high_effort;
mod hold_time;
mod hung_up_in_flow;
mod idle_between_contacts;
mod inactive_time;
mod intent_to_leave;
mod interruptions;
mod issues;
mod issues_given_up;
mod issues_open;
mod issues_resolved;
mod left_message;
mod left_openly;
mod left_silently;
mod list_penetration;
mod live_abandonment;
mod live_answers;
mod live_wait;
mod lives_lost;
mod longest_wait;
mod machine_answers;
mod machines_connected;
mod mean_time_to_abandon;
mod mean_wait;
mod misrouted;
mod missed;
mod net_containment;
mod no_answers;
mod not_reached;
mod not_ready;
mod occupancy;
mod offer_time_lost;
mod offered;
mod offers;
mod offers_abandoned;
mod offers_per_contact;
mod oldest_age;
mod on_break;
mod one_contact_resolution;
mod outrun;
mod overtime;
mod queue_length;
mod queue_most;
mod reconnects;
mod records_bad;
mod records_given_up;
mod records_left;
mod records_reached;
mod redials;
mod rejected;
mod repeat_rate;
mod replies;
mod replies_in_time;
mod resolution_rate;
mod resolved;
mod response_time;
mod revenue_at_risk;
mod ringing;
mod satisfaction;
mod self_served;
mod self_service_cost;
mod served;
mod service_level;
mod short_abandoned;
mod staffed;
mod sums;
mod survey_rate;
mod surveyed;
mod talk_time;
mod time_lost;
mod time_to_resolution;
mod transfer_rate;
mod transferred;
mod transferred_again;
mod transferred_out;
mod transfers;
mod unfinished;
mod unhelped;
mod unreached;
mod utilisation;
mod wait_quantiles;
mod warm_transfers;
mod withdrawn;
mod wrap_up_time;
mod wrongly_resolved;
mod zero_outs;

#[cfg(test)]
mod tests;

pub(super) use formula::add_up;
pub use formula::{Formula, Measure, QUANTILES, Rule, Shown, Sum, Unit};

use super::{Field, ScopeKind};
use crate::family::{Entry, Family, Member};

/// Things that contacts are booked under.
const CONTACT_SCOPES: &[ScopeKind] = &[ScopeKind::All, ScopeKind::Contacts, ScopeKind::Channel];
/// Things that stays in a queue are booked under.
const STAY_SCOPES: &[ScopeKind] = &[ScopeKind::All, ScopeKind::Queue, ScopeKind::Contacts, ScopeKind::Channel];
/// Things that have a number of contacts waiting.
const WAITING_SCOPES: &[ScopeKind] = &[ScopeKind::All, ScopeKind::Queue];
/// Things that have agents.
const AGENT_SCOPES: &[ScopeKind] = &[ScopeKind::All, ScopeKind::Team];
/// Queues alone.
const QUEUE: &[ScopeKind] = &[ScopeKind::Queue];
/// Teams alone.
const TEAM: &[ScopeKind] = &[ScopeKind::Team];

/// Every measure, sorted by keyword.
pub static MEASURES: Family<Measure> = Family {
    name: "measures",
    summary: "what a study reports",
    bare: None,
    entries: &[
        abandoned::ENTRY,
        abandonment::ENTRY,
        accept_time::ENTRY,
        after_hours::ENTRY,
        aht::ENTRY,
        answered::ENTRY,
        answered_at_once::ENTRY,
        arrived::ENTRY,
        asa::ENTRY,
        available::ENTRY,
        backlog::ENTRY,
        balked::ENTRY,
        blocked::ENTRY,
        blocking::ENTRY,
        busy::ENTRY,
        busy_numbers::ENTRY,
        callback_acceptance::ENTRY,
        callback_calls::ENTRY,
        callback_reached::ENTRY,
        callback_wait::ENTRY,
        callbacks::ENTRY,
        callbacks_accepted::ENTRY,
        callbacks_kept::ENTRY,
        callbacks_offered::ENTRY,
        closed::ENTRY,
        concurrency::ENTRY,
        conferences::ENTRY,
        consultations::ENTRY,
        contact_rate::ENTRY,
        contacts_per_customer::ENTRY,
        contacts_per_issue::ENTRY,
        containment::ENTRY,
        cost::ENTRY,
        cost_per_contact::ENTRY,
        cost_per_resolution::ENTRY,
        cost_per_resolved_issue::ENTRY,
        customer_wait::ENTRY,
        customers::ENTRY,
        customers_served::ENTRY,
        deflected::ENTRY,
        dialled::ENTRY,
        dials_per_hour::ENTRY,
        ejected::ENTRY,
        estimate_error::ENTRY,
        estimate_squared_error::ENTRY,
        estimate_too_long_by::ENTRY,
        estimate_too_short_by::ENTRY,
        estimates::ENTRY,
        estimates_too_short::ENTRY,
        explanation_time::ENTRY,
        explanations::ENTRY,
        failed_in_flow::ENTRY,
        falsely_contained::ENTRY,
        first_attempts::ENTRY,
        first_contact_resolution::ENTRY,
        flow_outs::ENTRY,
        flow_time::ENTRY,
        flow_visits::ENTRY,
        focus_time::ENTRY,
        follow_ups::ENTRY,
        found_busy::ENTRY,
        high_effort::ENTRY,
        hold_time::ENTRY,
        hung_up_in_flow::ENTRY,
        idle_between_contacts::ENTRY,
        inactive_time::ENTRY,
        intent_to_leave::ENTRY,
        interruptions::ENTRY,
        issues::ENTRY,
        issues_given_up::ENTRY,
        issues_open::ENTRY,
        issues_resolved::ENTRY,
        left_message::ENTRY,
        left_openly::ENTRY,
        left_silently::ENTRY,
        list_penetration::ENTRY,
        live_abandonment::ENTRY,
        live_answers::ENTRY,
        live_wait::ENTRY,
        lives_lost::ENTRY,
        longest_wait::ENTRY,
        machine_answers::ENTRY,
        machines_connected::ENTRY,
        mean_time_to_abandon::ENTRY,
        mean_wait::ENTRY,
        misrouted::ENTRY,
        missed::ENTRY,
        net_containment::ENTRY,
        no_answers::ENTRY,
        not_reached::ENTRY,
        not_ready::ENTRY,
        occupancy::ENTRY,
        offer_time_lost::ENTRY,
        offered::ENTRY,
        offers::ENTRY,
        offers_abandoned::ENTRY,
        offers_per_contact::ENTRY,
        oldest_age::ENTRY,
        on_break::ENTRY,
        one_contact_resolution::ENTRY,
        outrun::ENTRY,
        overtime::ENTRY,
        queue_length::ENTRY,
        queue_most::ENTRY,
        reconnects::ENTRY,
        records_bad::ENTRY,
        records_given_up::ENTRY,
        records_left::ENTRY,
        records_reached::ENTRY,
        redials::ENTRY,
        rejected::ENTRY,
        repeat_rate::ENTRY,
        replies::ENTRY,
        replies_in_time::ENTRY,
        resolution_rate::ENTRY,
        resolved::ENTRY,
        response_time::ENTRY,
        revenue_at_risk::ENTRY,
        ringing::ENTRY,
        satisfaction::ENTRY,
        self_served::ENTRY,
        self_service_cost::ENTRY,
        served::ENTRY,
        service_level::ENTRY,
        short_abandoned::ENTRY,
        staffed::ENTRY,
        survey_rate::ENTRY,
        surveyed::ENTRY,
        talk_time::ENTRY,
        time_lost::ENTRY,
        time_to_resolution::ENTRY,
        transfer_rate::ENTRY,
        transferred::ENTRY,
        transferred_again::ENTRY,
        transferred_out::ENTRY,
        transfers::ENTRY,
        unfinished::ENTRY,
        unhelped::ENTRY,
        unreached::ENTRY,
        utilisation::ENTRY,
        wait_quantiles::P50,
        wait_quantiles::P80,
        wait_quantiles::P90,
        wait_quantiles::P95,
        wait_quantiles::P99,
        warm_transfers::ENTRY,
        withdrawn::ENTRY,
        wrap_up_time::ENTRY,
        wrongly_resolved::ENTRY,
        zero_outs::ENTRY,
    ],
};

/// The entry of a measure; the example is a goal of `--until`.
const fn entry(
    keyword: &'static str,
    summary: &'static str,
    example: &'static str,
    measure: Measure,
) -> Entry<Measure> {
    Entry { member: Member { keyword, summary, main: None, settings: &[], example }, make: measure }
}
