//! Traits: what requirements and scores look at in a team, as numbers.

use super::read::Names;
use super::teams::SkillLevel;
use crate::expression::Sort;
use crate::family::{Complaint, Kind, Settings, Value};

/// The setting of a team.
pub(super) const ATTRIBUTES: Kind =
    Kind::Map(None, &Kind::Either(&[Kind::Text, Kind::Number(f64::MIN, f64::MAX), Kind::Flag]));

/// Levels of all skills, then all attributes, as numbers.
pub(super) fn traits(settings: &Settings, skills: &[SkillLevel], names: &Names) -> Result<Vec<f64>, Complaint> {
    let level = |skill: usize| skills.iter().find(|held| held.skill.index() == skill).map_or(0, |held| held.level);
    let mut traits: Vec<f64> = (0..names.skills.len()).map(|skill| f64::from(level(skill))).collect();
    let written = settings.find_map("attributes").unwrap_or_default();
    if let Some((name, _)) = written.iter().find(|(name, _)| names.skills.contains(name)) {
        let complaint = Complaint::about("attributes", format!("`{name}` is a skill and an attribute, expected one"));
        return Err(complaint.help("give the attribute another name"));
    }
    for (name, sort) in &names.attributes {
        let located = written.iter().find(|(own, _)| own == name).map(|(_, located)| &located.value);
        traits.push(attribute(name, sort, located)?);
    }
    Ok(traits)
}

/// An attribute as a number: a text is its position among all that teams have.
fn attribute(name: &str, sort: &Sort, value: Option<&Value>) -> Result<f64, Complaint> {
    match (sort, value) {
        (Sort::Text(all), Some(Value::Text(text))) => {
            Ok(all.iter().position(|known| known == text).map_or(-1.0, |row| row as f64))
        }
        (Sort::Text(_), None) => Ok(-1.0),
        (Sort::Number, Some(Value::Number(number))) => Ok(*number),
        (Sort::Truth, Some(Value::Flag(flag))) => Ok(f64::from(*flag)),
        (_, None) => Ok(0.0),
        (_, Some(_)) => {
            let text = format!("the attribute `{name}` is of another kind in a team before");
            let help = "write it as a text, a number or `true` and `false` in every team alike";
            Err(Complaint::about("attributes", text).help(help))
        }
    }
}
