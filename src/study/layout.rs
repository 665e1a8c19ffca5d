//! What a tally counts, read off the plan.

use std::sync::Arc;

use super::diagnose;
use crate::plan::Plan;
use crate::scenario::ContactType;
use crate::stats::{KindLayout, Layout, QueueLayout, Shape, WaitsKept};
use crate::units::Span;

/// What there is to count in a plan, by reporting interval.
pub(super) fn of(plan: &Plan) -> Layout {
    let (scenario, horizon) = (&plan.scenario, &plan.scenario.horizon);
    let kind = |kind: &ContactType| KindLayout {
        name: kind.name.clone(),
        channel: kind.channel.name,
        returns: scenario.may_return(kind),
    };
    let queues = scenario.queues.iter();
    let queues = queues.map(|queue| QueueLayout { name: queue.name.clone(), levels: queue.service_levels.clone() });
    Layout {
        kinds: scenario.contacts.iter().map(kind).collect(),
        queues: queues.collect(),
        teams: scenario.teams.iter().map(|team| (team.name.clone(), team.cost_per_hour)).collect(),
        pairs: plan.stays.clone(),
        warm_up: horizon.warm_up,
        interval: horizon.interval,
        end: plan.end,
        waits: horizon.wait_quantiles,
        diagnosed: horizon.diagnostics.then(|| Arc::new(diagnose::centre(plan))),
    }
}

/// The same with batches of equal length in place of reporting intervals.
pub(super) fn of_batches(plan: &Plan, batches: u64) -> Layout {
    let layout = of(plan);
    let counted = plan.scenario.horizon.calendar.length.as_ticks().saturating_sub(layout.warm_up.as_ticks());
    Layout { interval: Span::ticks((counted / batches.max(1)).max(1)), waits: WaitsKept::ByInterval, ..layout }
}

/// What estimates of these counts are about; batches are observations of the totals and have no rows of their own.
pub(super) fn shape(layout: &Layout, batches: bool) -> Shape {
    let (scopes, levels) = (layout.scopes(), layout.extra_levels());
    let diagnosed = layout.diagnosed.as_ref().filter(|_| !batches).map_or_else(Vec::new, |centre| centre.rows.clone());
    let shape = Shape { scopes, levels, intervals: layout.intervals(), waits: layout.waits, diagnosed };
    if batches { shape.totals_only() } else { shape }
}
