//! Contacts at once.

use super::{Entry, Field, Formula, Measure, Rule, ScopeKind, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "concurrency",
    "contacts in hand of an agent who has any, on average over time: talk of all contacts over the time that agents \
     talk",
    "concurrency ± 0.1",
    Measure {
        unit: Unit::Contacts,
        variants: "Contacts whose agent waits for the customer count, those in wrap-up, on hold or inactive do not.",
        rules: &[Rule {
            of: &[ScopeKind::All],
            formula: Formula::Ratio { above: &[Field::Talk], below: &[Field::AgentTalking] },
            shown: Shown::InTotal,
        }],
    },
);
