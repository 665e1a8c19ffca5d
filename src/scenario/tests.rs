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
