use std::path::Path;

use super::{Entrance, Scenario};
use crate::units::{QueueId, Span};

fn parse(text: &str) -> Result<Scenario, String> {
    parse_with(text, &[])
}

fn parse_with(text: &str, overrides: &[&str]) -> Result<Scenario, String> {
    let overrides: Vec<String> = overrides.iter().map(|text| (*text).to_owned()).collect();
    let read = Scenario::parse(text, "centre.toml", Path::new(""), &overrides);
    read.map(|(scenario, _)| scenario).map_err(|problems| problems.render(false))
}

const SMALLEST: &str = r#"
[contacts.billing]
arrivals = "240/h"
talk = { exponential = "3m" }

[teams.front]
agents = 14
"#;

#[test]
fn the_smallest_file_has_a_queue_of_the_contact_types_name() {
    let scenario = parse(SMALLEST).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(scenario.contacts[0].entrance, Entrance::Queue(QueueId::of(0)));
    assert_eq!(scenario.queues[0].name, "billing");
    assert_eq!((scenario.name.as_str(), scenario.title.as_str()), ("centre", "centre"));
    assert!(scenario.contacts[0].patience.is_never());
    assert_eq!(scenario.horizon.interval, Span::minutes(30));
}

#[test]
fn an_override_replaces_what_is_written_and_makes_what_is_not() {
    let changes = ["contacts.billing.talk=2m", "horizon.length=14d", "replicate.seed=7", "contacts.billing.balking=5%"];
    let scenario = parse_with(SMALLEST, &changes).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(scenario.contacts[0].talk.mean(), 120.0);
    assert_eq!(scenario.horizon.interval, Span::minutes(24 * 60));
    assert_eq!((scenario.replicate.seed, scenario.contacts[0].balking.to_string()), (7, "5%".to_owned()));
}

#[test]
fn an_overrides_keyword_replaces_the_one_of_the_file() {
    let text = SMALLEST.replace("\"240/h\"", "{ poisson = { rate = \"240/h\" } }");
    let scenario = parse_with(&text, &["contacts.billing.arrivals.per_hour=300"]);
    let scenario = scenario.unwrap_or_else(|problems| panic!("{problems}"));
    let expected = scenario.contacts[0].arrivals[0].expected(&scenario.horizon.calendar);
    assert_eq!(expected.most(), 300.0);
}

#[test]
fn every_template_reads_without_a_warning() {
    for entry in super::TEMPLATES.entries {
        let name = format!("{}.toml", entry.member.keyword);
        let (_, warnings) = Scenario::parse(entry.make, &name, Path::new(""), &[]).unwrap_or_else(|it| panic!("{it}"));
        assert_eq!(super::render(&warnings, false), "", "{name}");
    }
}

#[test]
fn the_reference_page_is_the_one_of_the_lists() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/scenario-file.md");
    let page = super::reference();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().expect("the page has a folder")).expect("docs can be made");
        std::fs::write(&path, &page).expect("docs can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == page, "docs/scenario-file.md is out of date: run the tests with UPDATE_GOLDEN=1");
}

#[test]
fn every_example_of_every_family_reads() {
    let names = super::read::Names {
        queues: vec!["billing".to_owned(), "overflow".to_owned()],
        contacts: vec!["billing".to_owned()],
        flows: vec!["overflow".to_owned()],
        skills: vec!["billing".to_owned(), "sales".to_owned()],
        ..super::read::Names::default()
    };
    for family in super::families() {
        for index in 0..family.len() {
            let example = family.member(index).example;
            let text = format!("it = {example}");
            let (table, errors) = toml::de::DeTable::parse_recoverable(&text);
            assert!(errors.is_empty(), "{text}: {errors:?}");
            let mut sources = super::read::Sources::default();
            let file = sources.add("example", text.as_str());
            let node = super::read::Node::of(&table, file);
            let mut reader = super::read::Reader::new(Path::new(""), &mut sources, &names);
            let it = node.get("it").expect("the key was just written");
            let kind: &'static crate::family::Kind = Box::leak(Box::new(crate::family::Kind::List(Box::leak(
                Box::new(crate::family::Kind::Family(family)),
            ))));
            assert!(reader.value(it, kind).is_some(), "{text}: {:?}", reader.findings);
        }
    }
}

#[test]
fn the_schema_names_every_table_and_family() {
    let schema = super::schema();
    assert!(schema["properties"]["contacts"]["additionalProperties"]["properties"]["talk"]["$ref"].is_string());
    for family in super::families() {
        assert!(schema["$defs"][family.name()].is_object(), "{}", family.name());
    }
}

#[test]
fn a_column_of_a_csv_file_may_be_filtered_and_given_a_unit() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    std::fs::write(folder.path().join("talk.csv"), "skill,seconds\nbilling,60\nsales,600\nbilling,180\n")
        .expect("written");
    let column = "{ csv = \"talk.csv\", column = \"seconds\", unit = \"s\", where = { column = \"skill\", equals = \"billing\" } }";
    let text = SMALLEST.replace("{ exponential = \"3m\" }", &format!("{{ empirical = {column} }}"));
    let (scenario, _) = Scenario::parse(&text, "centre.toml", folder.path(), &[]).unwrap_or_else(|it| panic!("{it}"));
    assert_eq!(scenario.contacts[0].talk.mean(), 120.0);
}

#[test]
fn an_override_reaches_into_lists_counting_from_one() {
    let text = "[contacts.a]\narrivals = [\"1/h\", \"2/h\"]\ntalk = \"1m\"\n[teams.t]\nagents = 1\n";
    let scenario = parse_with(text, &["contacts.a.arrivals.2=5/h"]).unwrap_or_else(|problems| panic!("{problems}"));
    let most = |row: usize| scenario.contacts[0].arrivals[row].expected(&scenario.horizon.calendar).most();
    assert_eq!((most(0), most(1)), (1.0, 5.0));
}

#[test]
fn a_flow_a_redial_and_a_shift_are_read_as_written() {
    let ivr = super::TEMPLATES.entries.iter().find(|entry| entry.member.keyword == "ivr").expect("it is in the list");
    let scenario = parse(ivr.make).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(scenario.flows[0].names, ["open", "greeting", "menu", "balance", "wait", "sorry"]);
    let both = super::TEMPLATES.entries.iter().find(|entry| entry.member.keyword == "email-and-phone").expect("listed");
    let scenario = parse(both.make).unwrap_or_else(|problems| panic!("{problems}"));
    let abandoned = scenario.contacts[0].redial.abandoned.as_ref().expect("it is written");
    assert_eq!(abandoned.probability.iter().map(ToString::to_string).collect::<Vec<_>>(), ["60%", "40%"]);
    let super::Staffing::Shifts(shifts) = &scenario.teams[0].staffing else { panic!("shifts are written") };
    assert_eq!((shifts[0].length, shifts[0].breaks[0].after), (Span::minutes(510), Span::minutes(240)));
}

#[test]
fn every_family_is_sorted_and_its_members_name_settings_that_they_have() {
    for family in super::families() {
        let members: Vec<_> = (0..family.len()).map(|index| family.member(index)).collect();
        assert!(members.is_sorted_by_key(|member| member.keyword), "{}", family.name());
        assert!(family.bare().is_none_or(|bare| family.find(bare).is_some()), "{}", family.name());
        for member in members {
            let names: Vec<&str> = member.settings.iter().map(|setting| setting.name).collect();
            let unique: std::collections::BTreeSet<_> = names.iter().collect();
            assert_eq!(unique.len(), names.len(), "{}", member.keyword);
            assert!(member.main.is_none_or(|main| names.contains(&main)), "{}", member.keyword);
        }
    }
}
