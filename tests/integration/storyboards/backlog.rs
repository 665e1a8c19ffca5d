//! The backlog: deferred work that waits over night, and the clock that stands still meanwhile.

use switchboard::stats::{Field, Tallied};
use switchboard::units::TICKS_PER_SECOND;

use crate::stage;

/// Two mails on Monday afternoon, which a person reads from Tuesday at 08:00 on.
const OVER_NIGHT: &str = "
[horizon]
start = '2026-01-05T00:00'
length = '2d'
interval = '1d'
[contacts.mail]
channel = 'email'
arrivals = { scheduled = ['2026-01-05T16:59', '2026-01-05T17:00'] }
talk = '10m'
[queues.mail]
hours = '08:00-18:00'
service_level = [{ within-hours = '65m' }, { within-hours = { threshold = '65m', runs = 'always', name = 'day and night' } }]
[[teams.desk.shifts]]
start = '08:00'
end = '18:00'
days = 'tue'
";

#[test]
fn the_clock_of_a_service_level_stands_still_over_night() {
    // 61 minutes of opening hours until Tuesday 08:00 for the first, 70 until 08:10 for the second.
    let tally = stage::count(&stage::plan(OVER_NIGHT), stage::SEED, 0);
    let monday = tally.counts(1, 0);
    assert_eq!((monday.get(Field::ServiceGood), monday.get(Field::ServiceOf)), (1_000_000, 2_000_000));
    assert_eq!(tally.extra(0, 0), (0, 2_000_000));
}

#[test]
fn the_backlog_at_midnight_is_what_waits_then_and_as_old_as_the_oldest() {
    let tally = stage::count(&stage::plan(OVER_NIGHT), stage::SEED, 0);
    let look = |interval| {
        let counts = tally.counts(1, interval);
        [Field::Backlog, Field::OldestAge, Field::BacklogLooks].map(|field| counts.get(field))
    };
    let seven_hours = (7 * 3_600 + 60) * TICKS_PER_SECOND;
    assert_eq!([look(0), look(1)], [[2, seven_hours, 1], [0, 0, 1]]);
    assert_eq!(tally.total(0).get(Field::BacklogLooks), 2);
}

#[test]
fn where_nothing_is_deferred_nobody_looks_for_a_backlog() {
    let calls = "[contacts.call]\narrivals = '60/h'\ntalk = '10m'\n[teams.desk]\nagents = 1\n";
    let tally = stage::count(&stage::plan(calls), stage::SEED, 0);
    let total = tally.total(0);
    assert!(total.get(Field::WaitAnswered) > 0 && total.get(Field::BacklogLooks) == 0);
}
