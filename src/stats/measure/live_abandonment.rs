//! Abandonment of live answers: the share of those called who find no agent.

use super::sums::LIVES;
use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "live_abandonment",
    "customers who were called, answered and found no agent, out of all of them",
    "live_abandonment ± 0.5%",
    Measure {
        unit: Unit::Share,
        variants: "Regulators count those too who wait for longer than two seconds; `asa` and the service level of the contact type tell of these. Machines taken for a person are among them.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::LiveAbandoned], below: LIVES },
            shown: Shown::ByInterval,
        }],
    },
);
