//! From evidence to the summary.

use super::Evidence;
use crate::record::{RunHead, SCHEMA, Summary};
use crate::units::Share;

impl Evidence {
    /// The summary, with intervals of this confidence.
    pub fn summary(&self, confidence: Share) -> Summary {
        Summary {
            schema: SCHEMA.to_owned(),
            scenario: self.scenario.clone(),
            run: RunHead {
                replications: self.estimates.observations(),
                method: self.method.clone(),
                first: self.played.first().map_or(0, |range| range.start),
                seed: self.seed,
                threads: self.threads,
                confidence: confidence.get(),
                contacts: self.contacts,
                events: self.events,
                wall_seconds: self.wall_seconds,
                version: self.version.clone(),
                digest: self.estimates.digest().to_string(),
                note: self.note.clone(),
            },
            measures: self.estimates.rows(confidence, &self.starts),
        }
    }
}
