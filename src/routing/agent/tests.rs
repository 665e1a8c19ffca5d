use super::*;
use crate::expression::{AGENT_FIELDS, Field, Moves, Sort};
use crate::family::example;

/// The fields of agents, a skill and two attributes.
fn vocabulary() -> Vocabulary {
    let mut words = Vocabulary::of(&[&AGENT_FIELDS], "field");
    let traits = [("loans", Sort::Level), ("distance", Sort::Number), ("site", Sort::Text(vec!["north".into()]))];
    words.fields.extend(traits.map(|(name, sort)| Field { name: name.into(), sort, moves: Moves::Never }));
    words
}

fn made(written: &str) -> Result<AgentKey, Complaint> {
    let chosen = example::member(&AGENT_KEYS, written);
    (AGENT_KEYS.entries[chosen.index].make)(&chosen.settings, &vocabulary())
}

fn key(written: &str) -> AgentKey {
    made(written).expect("a key")
}

#[test]
fn a_word_alone_means_the_usual_end_and_clock() {
    assert_eq!(key("'occupancy'"), AgentKey::Own(Reading::Occupancy, First::Lowest));
    assert_eq!(key("'skill-sum'"), AgentKey::Team(TeamFigure::LevelSum, First::Highest));
    assert_eq!(key("'longest-idle'"), AgentKey::Own(Reading::Idle(Since::Available, Resets::USUAL), First::Highest));
    assert_eq!(key("'talk-time'"), AgentKey::Own(Reading::TalkTime(Window::Midnight), First::Lowest));
}

#[test]
fn the_other_end_and_clock_are_settings() {
    assert_eq!(key("{ occupancy = 'highest' }"), AgentKey::Own(Reading::Occupancy, First::Highest));
    assert_eq!(
        key("{ longest-idle = 'last-end' }"),
        AgentKey::Own(Reading::Idle(Since::LastEnd, Resets::USUAL), First::Highest)
    );
    let answered = AgentKey::Own(Reading::Answered(Window::Login), First::Lowest);
    assert_eq!(key("{ answered = { since = 'login' } }"), answered);
}

#[test]
fn attributes_and_skills_are_found_by_name_among_the_traits() {
    assert_eq!(key("{ attribute = 'distance' }"), AgentKey::Team(TeamFigure::Trait(1), First::Lowest));
    assert_eq!(key("{ weighted-random = 'loans' }"), AgentKey::Random(Some(TeamFigure::Trait(0))));
    let texts = ["{ attribute = 'site' }", "{ attribute = 'distant' }"].map(|it| made(it).expect_err("refused").text);
    assert_eq!(
        texts,
        ["the attribute `site` is not a number, expected one", "`distant` is not a skill or attribute of any team"]
    );
}

#[test]
fn nothing_is_heard_behind_a_key_that_leaves_no_two_agents_equal() {
    let heard = |key: &AgentKey, before: &AgentKey| key.unheard_after(before).is_none();
    let (idle, random) = (key("'longest-idle'"), key("'random'"));
    assert!(heard(&random, &idle) && !heard(&idle, &random));
    assert!(!heard(&idle, &key("'circular'")) && !heard(&idle, &key("'weighted-random'")));
    assert!(!heard(&key("'worst-skill'"), &key("'best-skill'")));
    assert!(heard(&key("{ longest-idle = 'last-end' }"), &idle));
}
