use serde_json::Value;

use super::{folder, switchboard};

/// The answer of `switchboard erlang …`, and its numbers.
fn answer(arguments: &str) -> Value {
    let words: Vec<&str> = ["erlang"].into_iter().chain(arguments.split(' ')).chain(["--format", "json"]).collect();
    switchboard(folder().path(), &words).with_code(0).json()["answer"].clone()
}

/// A share in percent with one decimal.
fn percent(share: &Value) -> String {
    format!("{:.1}", share.as_f64().expect("a share") * 100.0)
}

#[test]
fn erlang_c_answers_as_in_a_worked_example() {
    // https://www.callcentrehelper.com/erlang-c-formula-example-121281.htm: 100 calls of 3 minutes in half an hour;
    // 14 agents for 80 % within 20 s, wait probability 17.4 %, 88.8 % within 20 s, mean wait 7.8 s, occupancy 71.4 %.
    let found = answer("c --arrivals 200/h --talk 2m30s --wrap-up 30s --service-level 80% --within 20s");
    assert_eq!(found["agents"], 14);
    assert_eq!(percent(&found["wait_probability"]), "17.4");
    assert_eq!(percent(&found["service_level"]), "88.8");
    assert_eq!(percent(&found["occupancy"]), "71.4");
    assert_eq!(format!("{:.1}", found["asa"].as_f64().expect("a wait")), "7.8");
}

#[test]
fn erlang_b_finds_whichever_of_load_lines_and_blocking_is_left_out() {
    // One line and one erlang: half of all contacts are lost.
    assert_eq!(percent(&answer("b --load 1 --lines 1")["blocking"]), "50.0");
    assert_eq!(answer("b --load 1 --blocking 50%")["lines"], 1);
    assert_eq!(format!("{:.3}", answer("b --lines 1 --blocking 50%")["load"].as_f64().expect("a load")), "1.000");
}

#[test]
fn erlang_a_answers_as_in_its_source() {
    // 100 agents, 20 calls a minute of 5 minutes, patience 3 minutes: see `switchboard::theory::ErlangA`.
    let found = answer("a --arrivals 20/m --talk 5m --patience 3m --agents 100 --within 20s");
    assert_eq!(percent(&found["wait_probability"]), "45.2");
    assert_eq!(percent(&found["service_level"]), "80.2");
    let goal = answer("a --arrivals 20/m --talk 5m --patience 3m --abandonment 3%");
    assert!(goal["abandonment"].as_f64().is_some_and(|share| share <= 0.03));
}

#[test]
fn endless_patience_makes_a_of_c() {
    let with = answer("a --arrivals 200/h --talk 3m --patience never --agents 14");
    let without = answer("c --arrivals 200/h --talk 3m --agents 14");
    assert_eq!(percent(&with["service_level"]), percent(&without["service_level"]));
}

#[test]
fn people_read_a_table() {
    let said = switchboard(folder().path(), &["erlang", "b", "--load", "1", "--lines", "1"]).with_code(0);
    assert!(said.stdout.contains("contacts lost") && said.stdout.contains("50.00%"), "{}", said.stdout);
}

#[test]
fn questions_without_an_answer_say_what_is_missing() {
    for (arguments, part) in [
        ("c --arrivals 240 --talk 3m --agents 3", "such as \"240/h\""),
        ("c --arrivals 240/h --talk 3m --agents 3", "add agents"),
        ("c --arrivals 240/h --talk 0s --agents 3", "expected a `--talk`"),
        ("c --arrivals 240/h --talk 3m", "--agents"),
        ("c --arrivals 240/h --talk 3m --abandonment 3%", "erlang a"),
        ("c --arrivals 240/h --talk 3m --agents 3 --asa 3s", "cannot be used with"),
        ("c --arrivals 240/h --talk 3m --service-level 100%", "below 1"),
        ("a --arrivals 240/h --talk 3m --patience 0s --agents 3", "leaves no queue"),
        ("b --load 3", "expected exactly two"),
        ("b --load NaN --lines 3", "offered load"),
        ("b --load 1e300 --lines 3000000000000000000", "expected"),
    ] {
        let words: Vec<&str> = ["erlang"].into_iter().chain(arguments.split(' ')).collect();
        let said = switchboard(folder().path(), &words).with_code(2);
        assert!(said.stderr.contains(part), "{arguments}: {}", said.stderr);
    }
}
