//! A small reader of TOML values for the tests of families: it knows no files and no positions, and panics.

use super::{Catalogue, Chosen, Kind, Located, Need, Place, Setting, Settings, Value};
use toml::Value as Toml;

/// The member that a written value chooses: `{ gamma = { mean = "3m", cv = 2 } }`.
pub(crate) fn member(catalogue: &dyn Catalogue, written: &str) -> Chosen {
    choose(catalogue, &parse(written)).unwrap_or_else(|| panic!("`{written}` fits no member"))
}

/// The settings that a written table gives.
pub(crate) fn settings(list: &'static [Setting], written: &str) -> Settings {
    fill(list, &parse(written)).unwrap_or_else(|| panic!("`{written}` does not fit"))
}

fn parse(written: &str) -> Toml {
    let mut table: toml::Table = format!("it = {written}").parse().unwrap_or_else(|error| panic!("{written}: {error}"));
    table.remove("it").expect("the key just written")
}

fn choose(catalogue: &dyn Catalogue, value: &Toml) -> Option<Chosen> {
    let keyed = value.as_table().and_then(|table| table.iter().next().filter(|_| table.len() == 1));
    if let Some((index, inner)) = keyed.and_then(|(key, inner)| Some((catalogue.find(key)?, inner))) {
        return with_main(catalogue, index, inner);
    }
    if let Some(index) = value.as_str().and_then(|text| catalogue.find(text)) {
        return with_main(catalogue, index, &Toml::Table(toml::Table::new()));
    }
    with_main(catalogue, catalogue.find(catalogue.bare()?)?, value)
}

fn with_main(catalogue: &dyn Catalogue, index: usize, value: &Toml) -> Option<Chosen> {
    let member = catalogue.member(index);
    let settings = fill(member.settings, value).or_else(|| {
        let table = toml::Table::from_iter([(member.main?.to_owned(), value.clone())]);
        fill(member.settings, &Toml::Table(table))
    })?;
    Some(Chosen { index, settings })
}

fn fill(list: &'static [Setting], value: &Toml) -> Option<Settings> {
    let table = value.as_table()?;
    if table.keys().any(|key| list.iter().all(|setting| setting.name != key)) {
        return None;
    }
    let mut values = Vec::new();
    for setting in list {
        let located = match (table.get(setting.name), setting.need) {
            (Some(value), _) => read(&setting.kind, value)?,
            (None, Need::Default(text)) => read(&setting.kind, &parse(text))?,
            (None, Need::Required) => return None,
            (None, Need::Optional) => continue,
        };
        values.push((setting.name, located));
    }
    Some(Settings { place: Place::default(), values })
}

fn read(kind: &Kind, value: &Toml) -> Option<Located> {
    let text = value.as_str();
    let number = value.as_float().or_else(|| value.as_integer().map(|whole| whole as f64));
    let value = match *kind {
        Kind::Flag => Value::Flag(value.as_bool()?),
        Kind::Count(low, high) => {
            let count = u64::try_from(value.as_integer()?).ok()?;
            Value::Count((low..=high).contains(&count).then_some(count)?)
        }
        Kind::Number(low, high) => Value::Number(number.filter(|number| (low..=high).contains(number))?),
        Kind::Share => Value::Share(text.map_or_else(|| crate::units::Share::new(number?).ok(), |it| it.parse().ok())?),
        Kind::Rate => Value::Rate(text?.parse().ok()?),
        Kind::Span if text == Some("never") => Value::Span(crate::units::Span::NEVER),
        Kind::Span => Value::Span(text?.parse().ok()?),
        Kind::Clock => Value::Clock(text?.parse().ok()?),
        Kind::DateTime => Value::DateTime(text?.parse().ok()?),
        Kind::Text | Kind::Path | Kind::Name(_) | Kind::Requirement | Kind::Score(_) | Kind::Condition(_) => {
            Value::Text(text?.to_owned())
        }
        Kind::Choice(words) => Value::Choice(words.iter().find(|choice| Some(choice.word) == text)?.word),
        Kind::Family(catalogue) => Value::Member(choose(catalogue, value)?),
        Kind::Table(list) => Value::Table(fill(list, value)?),
        Kind::List(inner) | Kind::Series(inner) => {
            let items = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
            Value::List(items.iter().map(|item| read(inner, item)).collect::<Option<_>>()?)
        }
        Kind::Either(kinds) => return kinds.iter().find_map(|kind| read(kind, value)),
        Kind::Map(_, inner) => {
            let pair = |(key, value): (&String, &Toml)| Some((key.clone(), read(inner, value)?));
            Value::Map(value.as_table()?.iter().map(pair).collect::<Option<_>>()?)
        }
        Kind::Tables(list) => {
            let pair = |(key, value): (&String, &Toml)| Some((key.clone(), fill(list, value)?));
            Value::Tables(value.as_table()?.iter().map(pair).collect::<Option<_>>()?)
        }
        Kind::Hours | Kind::Days => return None,
    };
    Some(Located { value, place: Place::default() })
}
