//! The JSON Schema of a scenario file, for editors: made from the same lists that the reader follows.
//!
//! It knows shapes, words and bounds; what the reader alone can know, such as names and sums, it lets pass.

use serde_json::{Map, Value, json};

use super::catalogue::families;
use super::file::SETTINGS;
use super::read::{COLUMN, stands_alone};
use crate::family::{Catalogue, Kind, Member, Need, Setting};

/// JSON Schema (2020-12) of a scenario file.
pub fn schema() -> Value {
    let mut schema = table(SETTINGS);
    // The keyword of a preset alone stands for its `policy`.
    let routing = schema["properties"]["routing"].take();
    schema["properties"]["routing"] = json!({ "anyOf": [routing, { "$ref": "#/$defs/presets" }] });
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("Switchboard scenario");
    let defs: Map<String, Value> = families().iter().map(|it| (it.name().to_owned(), family(*it))).collect();
    schema["$defs"] = Value::Object(defs);
    schema
}

fn table(settings: &[Setting]) -> Value {
    let properties: Map<String, Value> = settings.iter().map(|it| (it.name.to_owned(), property(it))).collect();
    let required: Vec<&str> = settings.iter().filter(|it| it.need == Need::Required).map(|it| it.name).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn property(setting: &Setting) -> Value {
    let mut schema = kind(&setting.kind);
    schema["description"] = json!(setting.summary);
    if let Need::Default(text) = setting.need
        && let Some(default) = default(text)
    {
        schema["default"] = default;
    }
    schema
}

/// A TOML value as JSON.
fn default(text: &str) -> Option<Value> {
    let table: toml::Table = format!("it = {text}").parse().ok()?;
    serde_json::to_value(table.get("it")?).ok()
}

fn kind(kind: &Kind) -> Value {
    match kind {
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Count(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Kind::Number(least, most) => json!({ "type": "number", "minimum": least, "maximum": most }),
        Kind::Share => json!({ "anyOf": [
            { "type": "number", "minimum": 0, "maximum": 1 },
            { "type": "string", "pattern": "^ *[0-9.]+ *%? *$" },
        ] }),
        Kind::Rate => json!({ "type": "string", "pattern": "^ *[0-9.eE+]+ */ *(s|m|min|h|d) *$" }),
        Kind::Span => json!({ "type": "string", "pattern": "^( *[0-9.]+ *(w|d|h|ms|m|s))+ *$|^never$" }),
        Kind::Clock => json!({ "type": "string", "pattern": "^ *[0-9]{1,2}:[0-9]{1,2}(:[0-9]{1,2})? *$" }),
        Kind::Hours => json!({ "type": ["string", "array", "object"] }),
        Kind::Days => json!({ "type": ["string", "array"] }),
        Kind::DateTime
        | Kind::Text
        | Kind::Path
        | Kind::Name(_)
        | Kind::Requirement
        | Kind::Score(_)
        | Kind::Condition(_) => {
            json!({ "type": "string" })
        }
        Kind::Choice(choices) => {
            json!({ "anyOf": choices.iter().map(|it| word(it.word, it.summary)).collect::<Vec<_>>() })
        }
        Kind::Family(family) => json!({ "$ref": format!("#/$defs/{}", family.name()) }),
        Kind::Table(settings) => table(settings),
        Kind::Tables(settings) => json!({ "type": "object", "additionalProperties": table(settings) }),
        Kind::Map(_, of) => json!({ "type": "object", "additionalProperties": self::kind(of) }),
        Kind::List(of) => json!({ "anyOf": [{ "type": "array", "items": self::kind(of) }, self::kind(of)] }),
        Kind::Series(of) => {
            json!({ "anyOf": [{ "type": "array", "items": self::kind(of) }, self::kind(of), table(COLUMN)] })
        }
        Kind::Either(kinds) => json!({ "anyOf": kinds.iter().map(self::kind).collect::<Vec<_>>() }),
    }
}

fn word(word: &str, summary: &str) -> Value {
    json!({ "const": word, "description": summary })
}

/// Every way to choose a member: by its word, by a bare value, or by a table with its keyword.
fn family(family: &dyn Catalogue) -> Value {
    let members = || (0..family.len()).map(|index| family.member(index));
    let words = members().filter(|it| stands_alone(it)).map(|it| word(it.keyword, it.summary));
    let bare = members().filter(|it| Some(it.keyword) == family.bare()).flat_map(told);
    let keyed = members().map(|it| {
        let properties = Map::from_iter([(it.keyword.to_owned(), json!({ "anyOf": told(it) }))]);
        let required = [it.keyword];
        json!({
            "type": "object",
            "description": it.summary,
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        })
    });
    json!({ "description": family.summary(), "anyOf": words.chain(bare).chain(keyed).collect::<Vec<_>>() })
}

/// What may be told to a member: its table, or its main setting.
fn told(member: &'static Member) -> Vec<Value> {
    let main = member.settings.iter().find(|setting| Some(setting.name) == member.main);
    main.map(|setting| kind(&setting.kind)).into_iter().chain([table(member.settings)]).collect()
}
