//! By a number that the file gives to teams.

use super::settings::{end, first};
use super::{AgentKey, MakeAgentKey, TeamFigure};
use crate::expression::{AGENT_FIELDS, Sort, Vocabulary};
use crate::family::{Complaint, Entry, Kind, Member, Need, Setting, did_you_mean};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "attribute",
        summary: "the agent with the lowest value of a numeric attribute of the team, or of a skill's level; 0 where \
                  the team lacks it",
        main: Some("name"),
        settings: &[
            Setting { name: "name", kind: Kind::Text, need: Need::Required, summary: "name of the attribute or skill" },
            first("\"lowest\""),
        ],
        example: "{ attribute = { name = \"distance\", first = \"lowest\" } }",
    },
    make: |settings, vocabulary| {
        let figure = numeric("name", &settings.text("name"), vocabulary)?;
        Ok(AgentKey::Team(figure, end(settings)))
    },
};

/// The attribute or skill of this name, if it is a number; `setting` is where the name was written.
pub(super) fn numeric(setting: &'static str, name: &str, vocabulary: &Vocabulary) -> Result<TeamFigure, Complaint> {
    let traits = vocabulary.fields.get(AGENT_FIELDS.entries.len()..).unwrap_or_default();
    let number = |sort: &Sort| matches!(sort, Sort::Number | Sort::Level);
    match traits.iter().position(|field| field.name == name) {
        Some(position) if number(&traits[position].sort) => Ok(TeamFigure::Trait(position)),
        Some(_) => Err(Complaint::about(setting, format!("the attribute `{name}` is not a number, expected one"))),
        None => {
            let complaint = Complaint::about(setting, format!("`{name}` is not a skill or attribute of any team"));
            let known = traits.iter().filter(|field| number(&field.sort)).map(|field| field.name.as_str());
            let help = did_you_mean(name, known);
            Err(complaint.help(help.unwrap_or_else(|| format!("write `attributes = {{ {name} = 1 }}` in a team"))))
        }
    }
}
