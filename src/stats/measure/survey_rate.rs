//! How many served customers answer a survey.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "survey_rate",
    "contacts whose customer answered a survey, out of those served",
    "survey_rate ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::Surveyed], below: &[Field::OutcomeServed] },
            shown: Shown::InTotal,
        }],
    },
);
