//! Drawings of flows: nothing lies on anything else, whatever the flow.

use std::path::Path;

use proptest::prelude::*;

use super::contents::extent;
use super::{FlowPicture, Walks};
use crate::scenario::Scenario;
use crate::units::FlowId;

/// Corners of something drawn.
type Area = ((f64, f64), (f64, f64));

fn picture(nodes: &str) -> FlowPicture {
    let text = format!(
        "contacts.calls = {{ arrivals = '30/h', talk = '1m', flow = 'main' }}\nteams.front = {{ agents = 2 \
         }}\n[flows.main.nodes]\n{nodes}"
    );
    let (scenario, _) = Scenario::parse(&text, "drawn.toml", Path::new(""), &[])
        .unwrap_or_else(|problems| panic!("{}", problems.render(false)));
    let walks = Walks::of(&scenario.flows);
    FlowPicture::new(&scenario, FlowId(0), &walks)
}

fn area(middle: (f64, f64), size: (f64, f64)) -> Area {
    ((middle.0 - size.0 / 2.0, middle.1 - size.1 / 2.0), (middle.0 + size.0 / 2.0, middle.1 + size.1 / 2.0))
}

/// Boxes and words.
fn areas(picture: &FlowPicture) -> Vec<Area> {
    let boxes = picture.boxes.iter().map(|tile| area(tile.middle, tile.size));
    boxes.chain(picture.arrows.iter().map(|arrow| area(arrow.label, extent(&arrow.lines)))).collect()
}

fn assert_legible(picture: &FlowPicture) {
    let areas = areas(picture);
    for (number, (low, high)) in areas.iter().enumerate() {
        assert!(
            low.0 >= 0.0 && low.1 >= 0.0 && high.0 <= picture.size.0 && high.1 <= picture.size.1,
            "{number} is cut off"
        );
        for (other, (from, to)) in areas.iter().enumerate().skip(number + 1) {
            let apart = high.0 <= from.0 || to.0 <= low.0 || high.1 <= from.1 || to.1 <= low.1;
            assert!(apart, "{number} lies on {other}: {:?} {:?}", areas[number], areas[other]);
        }
    }
}

#[test]
fn a_menu_with_ways_back_to_it_is_legible() {
    let drawn = picture(
        "menu = { menu = { time = '5s', no_match = '5%', failed = 'out', choices = { a = { share = '50%', next = 'task' }, b \
         = { share = '40%', next = 'menu' }, c = { share = '10%', next = 'out' } } } }\n\
         task = { self-service = { time = '5s', contained = '40%', next = 'menu' } }\nout = 'transfer-out'\n",
    );
    assert_legible(&drawn);
    assert!(drawn.svg().contains("resolved") && drawn.png().starts_with(b"\x89PNG"));
}

/// A flow of so many nodes, each with some ways to others; the last one is the way out.
fn flow(ways: &[Vec<usize>]) -> String {
    let last = ways.len();
    let node = |(number, ways): (usize, &Vec<usize>)| {
        let share = 1.0 / (ways.len() + 1) as f64;
        let choice =
            |(way, to): (usize, usize)| format!("c{way} = {{ share = {share}, next = 'n{}' }}", to % (last + 1));
        let all = ways.iter().copied().chain([last]).enumerate().map(choice).collect::<Vec<_>>().join(", ");
        format!("n{number} = {{ menu = {{ time = '5s', choices = {{ {all} }} }} }}\n")
    };
    let nodes: String = ways.iter().enumerate().map(node).collect();
    format!("{nodes}n{last} = 'transfer-out'\n")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn any_flow_is_drawn(ways in proptest::collection::vec(proptest::collection::vec(0_usize..12, 0..4), 1..9)) {
        assert_legible(&picture(&flow(&ways)));
    }
}
