//! Abilities of teams: skills with their levels, at all times or only while something holds, and attributes.

use super::condition::Condition;
use super::read::Names;
use super::section::Site;
use super::teams::SkillLevel;
use crate::expression::Sort;
use crate::family::{Around, Complaint, Kind, Located, Scope, Settings, Value};
use crate::units::{QueueId, SkillId};

/// One attribute.
pub(super) static ATTRIBUTE: Kind = Kind::Either(&[Kind::Text, Kind::Number(f64::MIN, f64::MAX), Kind::Flag]);

/// Skills with or without levels.
pub(super) const SKILLS: Kind = Kind::Either(&[Kind::List(&Kind::Text), Kind::Map(None, &Kind::Count(1, 65_535))]);

pub(super) fn skills(settings: &Settings, site: &Site<'_>) -> Vec<SkillLevel> {
    let id = |skill: &str| SkillId::of(site.names.position(Scope::Skills, skill));
    let mut skills = match settings.find("skills").map(|located| &located.value) {
        Some(Value::List(list)) => {
            let words = list
                .iter()
                .filter_map(|located| if let Value::Text(skill) = &located.value { Some(skill) } else { None });
            words.map(|skill| SkillLevel { skill: id(skill), level: 1 }).collect()
        }
        Some(Value::Map(levels)) => {
            let level = |located: &Located| if let Value::Count(level) = located.value { level as u16 } else { 1 };
            levels.iter().map(|(skill, located)| SkillLevel { skill: id(skill), level: level(located) }).collect()
        }
        _ => Vec::new(),
    };
    skills.sort_by_key(|it| it.skill);
    skills.dedup_by_key(|it| it.skill);
    skills
}

/// Most skills of a team that count only at times.
const MOST_AT_TIMES: usize = 6;

/// Skills that count only while something holds.
pub(super) fn skills_while(
    settings: &Settings,
    skills: &[SkillLevel],
    site: &mut Site<'_>,
) -> Option<Vec<(SkillId, Condition)>> {
    let written = settings.map("skills_while");
    let condition = |(name, located): &(String, Located)| {
        let Value::Text(text) = &located.value else { panic!("a condition was declared, found {located:?}") };
        let skill = SkillId::of(site.names.position(Scope::Skills, name));
        if !skills.iter().any(|held| held.skill == skill) {
            let complaint = Complaint::about("skills_while", format!("the team does not have the skill `{name}`"));
            site.findings.complain(settings, complaint.help(format!("write `{name}` into `skills`, too")));
            return None;
        }
        Some((skill, Condition::new(text.clone(), site.names, Around::Centre, QueueId(0))))
    };
    let all: Vec<_> = written.iter().map(condition).collect::<Option<_>>()?;
    if all.len() > MOST_AT_TIMES {
        let text = format!("{} skills count only at times, expected at most {MOST_AT_TIMES}", all.len());
        site.findings.complain(settings, Complaint::about("skills_while", text).help("split the team"));
        return None;
    }
    Some(all)
}

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
