//! A profile: values by interval of the day, the week or the whole horizon, as a scenario writes them.

use super::{Calendar, Day, Steps, ticks};
use crate::family::{Choice, Complaint, Kind, Located, Need, Setting, Settings, Value};
use crate::units::{Instant, Span, Weekday};

/// More pieces than this are refused: a century by half hour.
const MOST_PIECES: u64 = 2_000_000;

const AMOUNT: Kind = Kind::Number(0.0, 1e9);
const COUNT: Kind = Kind::Count(0, 10_000_000);
/// A rate, or a number of events an hour as a column of a file has it.
const RATE: Kind = Kind::Either(&[Kind::Rate, AMOUNT]);

const AMOUNT_WEEK: [Setting; 10] = week(Kind::Series(&AMOUNT));
const COUNT_WEEK: [Setting; 10] = week(Kind::Series(&COUNT));
const RATE_WEEK: [Setting; 10] = week(Kind::Series(&RATE));

/// Numbers by interval, or a table of such lists by day of the week.
pub const AMOUNTS: Kind = Kind::Either(&[Kind::Series(&AMOUNT), Kind::Table(&AMOUNT_WEEK)]);
/// Whole numbers by interval, or a table of such lists by day of the week.
pub const COUNTS: Kind = Kind::Either(&[Kind::Series(&COUNT), Kind::Table(&COUNT_WEEK)]);
/// Rates by interval (bare numbers are events an hour), or a table of such lists by day of the week.
pub const RATES: Kind = Kind::Either(&[Kind::Series(&RATE), Kind::Table(&RATE_WEEK)]);

/// How long each value of a list holds.
pub const EVERY: Setting = Setting {
    name: "every",
    kind: Kind::Span,
    need: Need::Default("\"30m\""),
    summary: "how long each value of a list holds; a single value holds all the time",
};

/// Where a list begins.
pub const FROM: Setting = Setting {
    name: "from",
    kind: Kind::Clock,
    need: Need::Default("\"00:00\""),
    summary: "time of day at which a list begins; before and after the list the value is zero",
};

/// How often a list comes round.
pub const REPEAT: Setting = Setting {
    name: "repeat",
    kind: Kind::Choice(&[
        Choice { word: "daily", summary: "a list begins again each day" },
        Choice { word: "weekly", summary: "a list begins again each Monday" },
        Choice { word: "once", summary: "a list begins on the first day of the run and does not come round" },
    ]),
    need: Need::Default("\"daily\""),
    summary: "how often a list comes round",
};

/// The settings of a table by day of the week, each with lists of this kind.
const fn week(list: Kind) -> [Setting; 10] {
    const fn on(name: &'static str, kind: Kind, summary: &'static str) -> Setting {
        Setting { name, kind, need: Need::Optional, summary }
    }
    [
        on("mon", list, "values on Mondays"),
        on("tue", list, "values on Tuesdays"),
        on("wed", list, "values on Wednesdays"),
        on("thu", list, "values on Thursdays"),
        on("fri", list, "values on Fridays"),
        on("sat", list, "values on Saturdays"),
        on("sun", list, "values on Sundays"),
        on("weekdays", list, "values from Monday to Friday, where the day itself is not given"),
        on("weekend", list, "values on Saturdays and Sundays, where the day itself is not given"),
        on("all", list, "values on every day that is not given otherwise"),
    ]
}

/// How the lists of one profile are laid out in time.
struct Layout {
    /// How long each value holds [ticks].
    every: u64,
    /// Where a list begins [ticks after midnight].
    from: i64,
    /// After how many days it comes round; `None` does not.
    cycle: Option<i64>,
}

/// The values of setting `name` (of kind `AMOUNTS`, `COUNTS` or `RATES`, in events an hour) over the horizon, beside
/// which `EVERY`, `FROM` and `REPEAT` are settings; one piece for each interval, or one for a single value.
pub fn profile(settings: &Settings, name: &'static str, calendar: &Calendar) -> Result<Steps, Complaint> {
    let Some(located) = settings.find(name) else {
        return Err(Complaint::whole(format!("`{name}` is missing, expected values by interval")));
    };
    let layout = layout(settings, calendar)?;
    match &located.value {
        Value::List(list) => listed(name, &numbers(list), &layout, calendar),
        Value::Table(table) => by_weekday(name, table, &layout, calendar),
        other => panic!("setting `{name}` was declared as another kind: {other:?}"),
    }
}

/// Which of `EVERY`, `FROM` and `REPEAT` were written beside setting `name` to no effect, because there is no list of
/// several values to lay out.
pub fn unheeded(settings: &Settings, name: &str) -> Vec<&'static str> {
    let several = |value: &Value| matches!(value, Value::List(list) if list.len() != 1);
    let laid_out = match settings.find(name).map(|located| &located.value) {
        Some(Value::Table(week)) => week.values.iter().any(|(_, list)| several(&list.value)),
        Some(value) => several(value),
        None => true,
    };
    let written = |setting: &Setting| {
        let found = settings.find(setting.name);
        found.is_some_and(|located| located.place != settings.place).then_some(setting.name)
    };
    if laid_out { Vec::new() } else { [&EVERY, &FROM, &REPEAT].into_iter().filter_map(written).collect() }
}

fn layout(settings: &Settings, calendar: &Calendar) -> Result<Layout, Complaint> {
    let every = settings.span("every");
    if every == Span::ZERO || calendar.length.as_ticks() / every.as_ticks() > MOST_PIECES {
        let text = format!("`every` is {every}, expected longer for a run of {}", calendar.length);
        return Err(Complaint::about("every", text).help("a quarter or half hour is usual"));
    }
    let cycle = match settings.choice("repeat") {
        "daily" => Some(1),
        "weekly" => Some(7),
        _ => None,
    };
    Ok(Layout { every: every.as_ticks(), from: ticks(settings.clock("from")), cycle })
}

/// One list for the whole run.
fn listed(name: &'static str, values: &[f64], layout: &Layout, calendar: &Calendar) -> Result<Steps, Complaint> {
    if let [value] = values {
        return Ok(Steps::constant(*value, calendar.end()));
    }
    fits(name, values, layout)?;
    let begins = |index: usize, day: &Day| match layout.cycle {
        Some(7) => index == 0 || day.weekday.index() == 0,
        Some(_) => true,
        None => index == 0,
    };
    let pieces = calendar.days().enumerate().filter(|(index, day)| begins(*index, day)).flat_map(|(_, day)| {
        let back = if layout.cycle == Some(7) { day.weekday.index() as i64 * super::DAY } else { 0 };
        laid(values, day.midnight - back, layout, calendar)
    });
    Ok(Steps::of(pieces, calendar.end()))
}

/// One list for each day of the week.
fn by_weekday(name: &'static str, table: &Settings, layout: &Layout, calendar: &Calendar) -> Result<Steps, Complaint> {
    if layout.cycle != Some(1) {
        let text = "a table by day of the week comes round by itself, expected `daily`";
        return Err(Complaint::about("repeat", text).help("remove `repeat`, or write one list"));
    }
    if table.values.is_empty() {
        let text = format!("`{name}` names no day, expected `mon` to `sun`, `weekdays`, `weekend` or `all`");
        return Err(Complaint::about(name, text));
    }
    let mut week = Vec::new();
    for weekday in Weekday::ALL {
        let values = of_day(table, weekday);
        fits(name, &values, layout)?;
        week.push(values);
    }
    let pieces = calendar.days().flat_map(|day| {
        let values = &week[day.weekday.index()];
        let whole = Layout { every: super::DAY as u64, from: 0, cycle: Some(1) };
        laid(values, day.midnight, if values.len() == 1 { &whole } else { layout }, calendar)
    });
    Ok(Steps::of(pieces, calendar.end()))
}

/// The values on a day: its own, else those of its part of the week, else those of all days, else none.
fn of_day(table: &Settings, weekday: Weekday) -> Vec<f64> {
    let own = weekday.to_string();
    let part = if weekday.index() < 5 { "weekdays" } else { "weekend" };
    let list = [own.as_str(), part, "all"].into_iter().find_map(|name| table.find_list(name));
    list.map_or_else(Vec::new, |list| numbers(&list))
}

/// Whether a list ends before it begins again.
fn fits(name: &'static str, values: &[f64], layout: &Layout) -> Result<(), Complaint> {
    let Some(days) = layout.cycle else { return Ok(()) };
    let long = u128::from(layout.every) * values.len() as u128 + layout.from as u128;
    if values.len() <= 1 || long <= (days * super::DAY) as u128 {
        return Ok(());
    }
    let (every, from) = (Span::ticks(layout.every), Span::ticks(layout.from as u64));
    let (count, room) = (values.len(), if days == 1 { "the day" } else { "the week" });
    let text = format!("{count} values of {every}, the first {from} after midnight, run past the end of {room}");
    Err(Complaint::about(name, text).help("change `every`, `from` or `repeat`"))
}

/// The pieces of one list that begins on the day with this midnight, as far as the horizon goes.
fn laid<'a>(
    values: &'a [f64],
    midnight: i64,
    layout: &Layout,
    calendar: &'a Calendar,
) -> impl Iterator<Item = (Instant, Instant, f64)> + use<'a> {
    let (every, first) = (layout.every as i64, midnight + layout.from);
    let at = move |index: usize| calendar.held(first.saturating_add(every.saturating_mul(index as i64)));
    values.iter().enumerate().map(move |(index, value)| (at(index), at(index + 1), *value))
}

fn numbers(list: &[Located]) -> Vec<f64> {
    let number = |located: &Located| match &located.value {
        Value::Number(number) => *number,
        Value::Count(count) => *count as f64,
        Value::Rate(rate) => rate.as_per_hour(),
        other => panic!("a profile holds numbers, counts or rates: {other:?}"),
    };
    list.iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::family::example;

    static SETTINGS: [Setting; 4] =
        [Setting { name: "rate", kind: RATES, need: Need::Optional, summary: "Rates." }, EVERY, FROM, REPEAT];

    fn read(written: &str, days: u64) -> Result<Steps, Complaint> {
        // A Friday.
        let start = "2026-03-06T00:00".parse().expect("a date");
        let calendar = Calendar { start, length: Span::minutes(24 * 60 * days) };
        profile(&example::settings(&SETTINGS, written), "rate", &calendar)
    }

    fn at(steps: &Steps, hours: u64) -> f64 {
        steps.value_at(Instant::START + Span::minutes(60 * hours))
    }

    #[test]
    fn a_single_value_holds_all_the_time() {
        let steps = read("{ rate = \"60/h\", from = \"08:00\" }", 7).expect("a rate");
        assert_eq!((steps.len(), steps.most()), (1, 60.0));
    }

    #[test]
    fn a_list_begins_at_its_time_each_day_and_is_zero_outside() {
        let steps = read("{ rate = [\"1/m\", 90], every = \"1h\", from = \"08:00\" }", 2).expect("a profile");
        assert_eq!([7, 8, 9, 10, 32].map(|hour| at(&steps, hour)), [0.0, 60.0, 90.0, 0.0, 60.0]);
    }

    #[test]
    fn a_day_of_its_own_goes_before_its_part_of_the_week() {
        let written = "{ rate = { weekdays = 10, fri = 20, all = [1, 2] }, every = \"1h\" }";
        let steps = read(written, 4).expect("a profile");
        assert_eq!([0, 23, 24, 25, 26, 72, 95].map(|hour| at(&steps, hour)), [20.0, 20.0, 1.0, 2.0, 0.0, 10.0, 10.0]);
    }

    #[test]
    fn a_weekly_list_is_entered_in_the_middle_and_begins_again_on_monday() {
        let steps = read("{ rate = [1, 2, 3, 4, 5, 6, 7], every = \"1d\", repeat = \"weekly\" }", 5).expect("a week");
        assert_eq!([0, 24, 48, 72, 96].map(|hour| at(&steps, hour)), [5.0, 6.0, 7.0, 1.0, 2.0]);
    }

    #[test]
    fn a_list_that_runs_once_may_be_longer_than_a_day() {
        let steps = read("{ rate = [1, 2], every = \"1d\", repeat = \"once\" }", 4).expect("two days");
        assert_eq!([0, 24, 48, 72].map(|hour| at(&steps, hour)), [1.0, 2.0, 0.0, 0.0]);
    }

    #[test]
    fn a_year_by_half_hour_has_a_piece_for_each() {
        let values = vec!["1"; 48].join(", ");
        assert_eq!(read(&format!("{{ rate = [{values}] }}"), 365).map(|steps| steps.len()), Ok(365 * 48));
    }

    #[test]
    fn what_cannot_be_laid_out_is_refused() {
        for (written, setting) in [
            ("{ rate = [1, 2], every = \"0s\" }", "every"),
            ("{ rate = [1, 2], every = \"13h\" }", "rate"),
            ("{ rate = [1, 2], every = \"1h\", from = \"23:00\" }", "rate"),
            ("{ rate = { mon = 1 }, repeat = \"weekly\" }", "repeat"),
            ("{ rate = {} }", "rate"),
        ] {
            assert_eq!(read(written, 7).expect_err(written).setting, Some(setting), "{written}");
        }
    }
}
