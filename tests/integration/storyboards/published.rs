//! What guides for planners work out by hand, counted in a centre that is made of the same numbers.

use switchboard::stats::{Field, Tallied};

use crate::stage;

/// The worked example of ICMI: of 1,000 calls answered 860 within 20 s; of 60 given up 10 within 5 s, 10 more within 20 s.
///
/// <https://www.callcentrehelper.com/service-level-threshold-calculations-206890>
const CALLS: &str = "
[contacts.quick]
arrivals = { batch = { at = '00:10', size = 860 } }
talk = '1m'
[contacts.late]
arrivals = { batch = { at = '00:10', size = 140 } }
talk = '1m'
skill = 'late'
queue = 'quick'
[contacts.short]
arrivals = { batch = { at = '00:10', size = 10 } }
talk = '1m'
skill = 'late'
patience = '5s'
queue = 'quick'
[contacts.in-time]
arrivals = { batch = { at = '00:10', size = 10 } }
talk = '1m'
skill = 'late'
patience = '20s'
queue = 'quick'
[contacts.long]
arrivals = { batch = { at = '00:10', size = 40 } }
talk = '1m'
skill = 'late'
patience = '21s'
queue = 'quick'
[teams.front]
agents = 860
[teams.back]
skills = ['late']
[[teams.back.shifts]]
people = 140
start = '00:11'
end = '01:00'
";

#[test]
fn golden_y11_icmi_service_levels() {
    for (definition, percent) in [
        ("handled-of-offered", 83.0),
        ("answered-of-answered", 86.0),
        ("answered-of-offered", 81.1),
        ("without-abandoned-in-time", 82.7),
        ("short-as-answered", 82.1),
    ] {
        let level = format!("[queues.quick]\nservice_level = {{ {definition} = '20s' }}\n");
        let tally = stage::count(&stage::plan(&format!("{level}{CALLS}")), stage::SEED, 0);
        let total = tally.total(1);
        let (above, below) = (total.get(Field::ServiceGood) as f64, total.get(Field::ServiceOf) as f64);
        assert_eq!((above / below * 1_000.0).round() / 10.0, percent, "{definition}");
    }
}
