use std::fs;

use super::{folder, switchboard};

const FLOWS: &str = "\
contacts.calls = { arrivals = '60/h', talk = '1m', flow = 'main' }
teams.front = { agents = 4 }
horizon = { length = '2h' }
queues.help = {}
flows.main.nodes.menu.menu = { time = '5s', choices = { a = { share = 1, next = 'on' } } }
flows.main.nodes.on = { enqueue = 'help' }
flows.late.nodes.bye = 'hang-up'
";

#[test]
fn flows_are_drawn_into_a_folder_or_one_into_a_file() {
    let folder = folder();
    fs::write(folder.path().join("flows.toml"), FLOWS).expect("a scenario");
    let said = switchboard(folder.path(), &["flow", "flows.toml", "--out", "drawn"]).with_code(0);
    assert_eq!(said.stdout.lines().count(), 4, "{}", said.stdout);
    let drawn = |name: &str| fs::read(folder.path().join(name)).expect("a drawing");
    assert!(drawn("drawn/flow-main.png").starts_with(b"\x89PNG"));
    let svg = String::from_utf8(drawn("drawn/flow-main.svg")).expect("text");
    assert!(svg.contains("queue help") && svg.contains("100 % · 5.0 s"), "{svg}");
    switchboard(folder.path(), &["flow", "flows.toml", "--flow", "main", "--out", "one.svg"]).with_code(0);
    assert_eq!(drawn("one.svg"), svg.into_bytes(), "the same run gives the same drawing");
}

#[test]
fn what_cannot_be_drawn_is_met_with_what_can() {
    let folder = folder();
    fs::write(folder.path().join("flows.toml"), FLOWS).expect("a scenario");
    for (words, part) in [
        (&["office.toml"][..], "the scenario has no flow, expected at least one `[flows.NAME]`"),
        (&["flows.toml", "--flow", "mian"], "there is no flow `mian`, known: main, late"),
        (&["flows.toml", "--out", "all.png"], "2 flows do not go into one file"),
    ] {
        let said = switchboard(folder.path(), &[&["flow"], words].concat()).with_code(2);
        assert!(said.stderr.contains(part), "{words:?}: {}", said.stderr);
    }
}
