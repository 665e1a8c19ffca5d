//! By a score that the file states.

use super::{AgentKey, MakeAgentKey};
use crate::expression::{Wanted, read};
use crate::family::{Complaint, Entry, Kind, Member, Need, Setting, Subject};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "expression",
        summary: "the agent with the highest score, worked out for every free agent anew; what is not a number is last",
        main: Some("score"),
        settings: &[Setting {
            name: "score",
            kind: Kind::Score(Subject::Agent),
            need: Need::Required,
            summary: "the score, over the fields of agents and the skills and attributes of teams",
        }],
        example: "{ expression = \"agent.idle - agent.occupancy * 5m\" }",
    },
    make: |settings, vocabulary| {
        let read = read(&settings.text("score"), vocabulary, Wanted::Number);
        read.map(AgentKey::Score).map_err(|_| Complaint::about("score", "the score cannot be read"))
    },
};

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("score {}", Unit::Number);
