//! The rehearsal: values are made for their complaints alone, because the table they stand in is not made.
//!
//! Only what is whole by itself is rehearsed, so that one mistake does not cause another.

use std::ptr;

use super::section::Site;
use super::{contacts, routing, teams};
use crate::family::{Catalogue, Chosen, Kind, Located, Setting, Settings, Value};
use crate::random::distribution;

/// Finds what is wrong with a value that was read.
pub(super) fn rehearse(kind: &'static Kind, located: &Located, site: &mut Site<'_>) {
    match (kind, &located.value) {
        (Kind::Family(family), Value::Member(chosen)) => member(*family, chosen, site),
        (Kind::Table(list), Value::Table(settings)) => table(list, settings, site),
        (Kind::Tables(list), Value::Tables(tables)) => {
            for (_, settings) in tables {
                table(list, settings, site);
            }
        }
        (Kind::Map(_, of), Value::Map(map)) => {
            for (_, located) in map {
                rehearse(of, located, site);
            }
        }
        (Kind::List(of) | Kind::Series(of), Value::List(list)) => {
            for located in list {
                rehearse(of, located, site);
            }
        }
        _ => {}
    }
}

fn member(family: &dyn Catalogue, chosen: &Chosen, site: &mut Site<'_>) {
    match family.name() {
        "arrivals" => drop(contacts::process(chosen, site)),
        "agent-keys" => drop(routing::agent_key(chosen, site.names, site.findings)),
        "distributions" => drop(site.findings.made(&chosen.settings, distribution::make(chosen))),
        _ => {}
    }
}

fn table(list: &'static [Setting], settings: &Settings, site: &mut Site<'_>) {
    if ptr::eq::<[Setting]>(list, &super::retry::RETRY) {
        drop(super::retry::retry(settings, site));
    } else if ptr::eq::<[Setting]>(list, &teams::SHIFT) {
        drop(teams::shift(settings, site));
    } else {
        let kind = |name| list.iter().find(|setting| setting.name == name).map(|setting| &setting.kind);
        let values = settings.values.iter().filter_map(|(name, located)| Some((kind(*name)?, located)));
        for (kind, located) in values {
            rehearse(kind, located, site);
        }
    }
}
