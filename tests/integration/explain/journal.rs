use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use switchboard::plan::Plan;
use switchboard::report::explain::{JOURNAL, JournalHead, JsonJournal, Naming};
use switchboard::study::{Study, Watch};

use super::{TWO_SUBJECTS, study};
use crate::{golden, stage};

fn head() -> JournalHead {
    JournalHead {
        schema: JOURNAL,
        scenario: "two-subjects".to_owned(),
        file: "two-subjects.toml".to_owned(),
        overrides: Vec::new(),
        seed: stage::SEED,
        replication: 0,
        start: "2026-01-05T00:00:00".to_owned(),
        version: "0",
    }
}

/// Every line of the journal of replication 0.
pub(super) fn lines(plan: &Plan) -> Vec<Value> {
    let naming = Naming::of(plan);
    let mut journal = JsonJournal::new(&naming, &head(), Vec::new());
    let ending = study(plan).listen(0, &mut journal).expect("it is played");
    let bytes = journal.finish(&ending).expect("memory takes everything");
    let text = String::from_utf8(bytes).expect("text");
    text.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

fn of<'a>(lines: &'a [Value], event: &'a str) -> impl Iterator<Item = &'a Value> {
    lines.iter().filter(move |line| line["event"] == event)
}

#[test]
fn the_counts_of_a_journal_are_the_measures() {
    let plan = stage::plan(TWO_SUBJECTS);
    let lines = lines(&plan);
    let played = Study { replications: 0..1, ..study(&plan) }.run(&Watch::nobody()).expect("it is played");
    let summary = played.evidence.summary(plan.scenario.replicate.confidence);
    let measure = |name: &str| {
        let row = summary
            .measures
            .iter()
            .find(|row| (&*row.measure, &*row.of) == (name, "all") && row.interval_start.is_none());
        row.and_then(|row| row.mean).unwrap_or_else(|| panic!("there is no {name}"))
    };
    let count = |event: &str| of(&lines, event).count() as f64;
    for (event, name) in [("arrived", "arrived"), ("answered", "answered"), ("offered", "offered")] {
        assert_eq!(count(event), measure(name), "{name}");
    }
    let abandoned = of(&lines, "departed").filter(|line| line["how"] == "abandoned").count();
    assert_eq!(abandoned as f64, measure("abandoned"));
    let waits: f64 = of(&lines, "answered").filter_map(|line| line["wait"].as_f64()).sum();
    assert!((waits / count("answered") - measure("asa")).abs() < 1e-6);
    let decided = of(&lines, "decided").filter(|line| !line["chosen"].is_null()).count() as f64;
    assert_eq!(decided, count("answered"));
    assert_eq!(lines.last().expect("an end")["contacts"].as_f64(), Some(count("arrived")));
    assert!(played.evidence.contacts > 100);
}

#[test]
fn every_line_says_when_and_what_and_the_page_names_every_field() {
    let lines = lines(&stage::plan(TWO_SUBJECTS));
    assert_eq!(lines[0]["schema"], JOURNAL);
    let page = golden::text("docs/explain.md");
    let mut fields: BTreeMap<&str, usize> = BTreeMap::new();
    let mut last = 0.0;
    for line in &lines {
        line.as_object().expect("an object").keys().for_each(|key| *fields.entry(key).or_default() += 1);
        if line["event"].is_string() {
            let at = line["at"].as_f64().expect("seconds");
            assert!(at >= last && line["time"].is_string(), "{line}");
            last = at;
            let event = line["event"].as_str().unwrap_or_default();
            assert!(page.contains(&format!("`{event}`")), "docs/explain.md does not name `{event}`");
        }
    }
    for field in fields.keys() {
        assert!(page.contains(&format!("`{field}`")), "docs/explain.md does not name `{field}`");
    }
}

/// A centre in which everything happens that a journal can tell.
const EVERYTHING: &str = "
horizon = { start = '2026-01-05T08:00', length = '4h' }
contacts.calls = { arrivals = '60/h', flow = 'ivr', talk = { exponential = '4m' }, wrap_up = '20s', patience = { exponential = '1m' }, redial = { abandoned = { probability = 0.5, delay = '5m' } } }
contacts.mails = { channel = 'email', arrivals = '30/h', talk = { exponential = '5m' }, pauses = { after = { exponential = '2m' }, length = { exponential = '5m' }, inactive_after = '1m' } }
contacts.offers = { arrivals = '0/h', talk = '2m', patience = '3s', skill = 'sales' }
contacts.chats = { channel = 'chat', arrivals = '20/h', flow = 'bot', talk = '2m', turns = { agent = '40s', customer = '20s' } }
campaigns.offers = { contacts = 'offers', records = 50, dialling = { predictive = { start = 3 } }, live = { share = '50%' } }
queues.desk = {}
queues.chats = {}
flows.bot.nodes.ask = { self-service = { time = '20s', contained = 0.5, cost = 0.1, next = 'on' } }
flows.bot.nodes.on = { enqueue = 'chats' }
[flows.ivr.nodes]
hello = { play = { time = '10s', next = 'desk' } }
desk = { enqueue = { queue = 'desk' } }
[teams.early]
[[teams.early.shifts]]
people = 2
start = '08:00'
end = '10:00'
breaks = [{ at = '09:00', length = '10m' }]
[teams.sellers]
agents = 2
skills = ['sales']
queues = { offers = {} }
[teams.tidy]
at_shift_end = 'hand-back'
[[teams.tidy.shifts]]
people = 2
start = '08:00'
end = '10:30'
[teams.busy]
agents = 2
offers = { accept = 0.6, answer_after = '3s', ring = '10s', not_ready_after_miss = '30s' }
room = { interruptible_by = { email = ['phone'] } }
";

/// Events in the table of the page.
fn documented() -> BTreeSet<String> {
    let page = golden::text("docs/explain.md");
    let table = page.split("| `event` | keys | when |").nth(1).expect("the page has a table of events");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with("| `"));
    rows.filter_map(|row| row.split('`').nth(1)).map(str::to_owned).collect()
}

#[test]
fn every_kind_of_line_on_the_page_is_written_and_no_other() {
    let written = lines(&stage::plan(EVERYTHING));
    let events = written.iter().filter_map(|line| line["event"].as_str());
    assert_eq!(events.map(str::to_owned).collect::<BTreeSet<_>>(), documented());
}
