//! The reference of the file format in Markdown, made from the same lists that the reader follows.

use std::fmt::Write;

use super::catalogue::families;
use super::file::SETTINGS;
use super::read::{COLUMN, noun};
use crate::expression::{AGENT_FIELDS, CONTACT_FIELDS, FUNCTIONS, FieldKind, QUEUE_FIELDS, TEAM_FIELDS};
use crate::family::{Catalogue, Family, Kind, Member, Need, Note, Setting};

const OPENING: &str = "\
# The scenario file

A scenario is a TOML file. This page is made from the lists that the program itself reads by; `switchboard check FILE`
says what is wrong with a file, and `switchboard schema` prints a JSON Schema of the same for editors.

How values are written: durations `\"90s\"`, `\"2m30s\"`, `\"1h\"`, `\"250ms\"`, and `\"never\"` where something may not
happen; shares `\"80%\"` or `0.8`; rates `\"240/h\"`, `\"4/m\"`, `\"0.5/s\"`, `\"1000/d\"`; times of day `\"08:30\"`; dates with
times `\"2026-03-02T08:00\"`; opening hours `\"08:00-18:00\"`, a list of such spans, `\"always\"`, `\"closed\"`, or a table by
day such as `{ mon-fri = \"08:00-18:00\", sat = \"09:00-13:00\" }`; hours that end before they begin pass midnight. Days
are `\"mon\"`, `\"mon-fri\"`, `\"daily\"`, or several in a list. A single value counts as a list of one.

A member of a family is chosen by its keyword: `talk = { gamma = { mean = \"3m\", cv = 1.2 } }`. Short forms:
`{ exponential = \"3m\" }` gives the member's main setting (marked below); `\"never\"` is a keyword that needs no settings;
any other bare value goes to the family's usual member, so that `talk = \"3m\"` is `{ constant = \"3m\" }`.
";

const EXPRESSIONS: &str = "
## Expressions

A requirement such as `requires = \"billing >= 3 and (spanish or english)\"` is a condition in a small language, a score
such as `contact_order = { expression = \"wait * 2 + value\" }` a number. `check` says what is wrong with them and shows
where inside the quotes.

| what | how it is written |
| --- | --- |
| number, duration (in seconds), share | `30`, `2.5`, `1e6`; `90s`, `2m30s`; `80%` is 0.8 |
| truth | `true`, `false` |
| text, to compare an attribute with | `'north'`; or `\"north\"` where the file quotes with `'` |
| name | `billing`, `skill-1`; any other name in backquotes: `` `VIP gold` ``, `` `2nd-line` `` |
| arithmetic | `+ - * /`, and `-` before a value |
| comparison | `< <= > >= == !=`; it does not chain: `1 < x and x < 3` |
| logic | `not`, then `and`, then `or`, each looser than the one before and all looser than comparisons |
| choice | `if CONDITION then VALUE else VALUE` |
| functions | see below |

In a requirement, a skill's name is the level of the agent's team in it, 0 without it; alone, where a condition is
expected, it means `>= 1`. An attribute's name is what the team's `attributes` say. Names may hold hyphens, so that a
minus sign needs a space before it: `billing - 1`. Arithmetic is that of IEEE 754: what is divided by 0 is endless,
`0 / 0` and `ln(-1)` are not a number, and no comparison with such a value is true, except `!=`; a score that is not a
number comes last. An expression has at most 500 words and signs.

| function | what it is |
| --- | --- |
";

const CONDITIONS: &str = "
A condition such as `on = \"queue.sales.length > 10 and team.front.available >= 2\"` asks for the state of the centre: of
any queue (`queue.NAME.length`), of the one in whose table it stands (`queue.length`), of any team (`team.NAME.idle`), of
those whom the step counts in in which it stands (`step.staffed`), of any switch (`switch.NAME`), and for the time of day
(`time_of_day >= 12h`, in seconds since midnight). A contact that comes is not among those who wait. Switches and `while`
are looked at after everything that happens, in the order of the file, and at the very moment at which time alone makes a
comparison of waits or of the time of day true or false; other conditions when their rule says so. What a look changes,
such as a contact that is answered, is looked at again at the same moment.
";

/// The reference of the file format, in Markdown.
pub fn reference() -> String {
    let mut page = OPENING.to_owned();
    section(&mut page, "", "The top of the file", SETTINGS);
    for setting in SETTINGS {
        let names = if matches!(setting.kind, Kind::Tables(_)) { ".NAME" } else { "" };
        let path = format!("{}{names}", setting.name);
        if let Some(list) = inner(&setting.kind) {
            section(&mut page, &path, &format!("`[{path}]`"), list);
        }
    }
    section(&mut page, "series", "Columns of CSV files", COLUMN);
    page.push_str("\nA list that says so may be such a table instead: the column of a CSV file beside the scenario.\n");
    page.push_str(EXPRESSIONS);
    for entry in FUNCTIONS.entries {
        let Member { summary, example, .. } = &entry.member;
        add(&mut page, format_args!("| `{}` | {} |\n", example.trim_matches('"'), sentence(summary)));
    }
    fields(&mut page, "Fields of contacts, for `expression` among the contact-keys", &CONTACT_FIELDS);
    let title = "Fields of agents, for `expression` among the agent-keys, beside the skills and attributes of teams";
    fields(&mut page, title, &AGENT_FIELDS);
    page.push_str(CONDITIONS);
    fields(&mut page, "Fields of queues, after `queue.` or `queue.NAME.`", &QUEUE_FIELDS);
    fields(&mut page, "Fields of teams, after `team.NAME.` or `step.`", &TEAM_FIELDS);
    for family in families() {
        self::family(&mut page, family);
    }
    page
}

/// The fields that a kind of score may name.
fn fields(page: &mut String, title: &str, fields: &Family<FieldKind>) {
    add(page, format_args!("\n{title}:\n\n| field | what it is |\n| --- | --- |\n"));
    for entry in fields.entries {
        add(page, format_args!("| `{}` | {} |\n", entry.member.keyword, sentence(entry.member.summary)));
    }
}

fn section(page: &mut String, path: &str, title: &str, settings: &[Setting]) {
    add(page, format_args!("\n## {title}\n\n"));
    rows(page, path, settings, None);
}

/// A table of settings, and after it the tables inside it.
fn rows(page: &mut String, path: &str, settings: &[Setting], main: Option<&str>) {
    page.push_str("| key | holds | if absent | meaning |\n| --- | --- | --- | --- |\n");
    for setting in settings {
        let mark = if main == Some(setting.name) { " (main)" } else { "" };
        let (holds, absent, meaning) = (holds(&setting.kind), absent(setting), sentence(setting.summary));
        add(page, format_args!("| `{}`{mark} | {holds} | {absent} | {meaning} |\n", setting.name));
    }
    for setting in settings {
        words(page, setting);
    }
    let deeper =
        |setting: &Setting| if path.is_empty() { None } else { inner(&setting.kind).map(|it| (setting.name, it)) };
    for (name, list) in settings.iter().filter_map(deeper) {
        add(page, format_args!("\n**`{path}.{name}`**\n\n"));
        rows(page, &format!("{path}.{name}"), list, None);
    }
}

/// The words of a closed list.
fn words(page: &mut String, setting: &Setting) {
    if let Kind::Choice(choices) = setting.kind {
        add(page, format_args!("\n`{}`:\n\n", setting.name));
        for choice in choices {
            add(page, format_args!("- `\"{}\"`: {}\n", choice.word, sentence(choice.summary)));
        }
    }
}

/// The table inside a setting, if it is of fixed keys.
fn inner(kind: &Kind) -> Option<&'static [Setting]> {
    match kind {
        Kind::Table(list) | Kind::Tables(list) => Some(list),
        Kind::List(of) | Kind::Map(_, of) => inner(of),
        Kind::Either(kinds) => kinds.iter().find_map(inner),
        _ => None,
    }
}

fn holds(kind: &Kind) -> String {
    match kind {
        Kind::Family(family) => format!("one of the [{0}](#{0})", family.name()),
        Kind::List(of) => format!("list of: {}", holds(of)),
        Kind::Series(of) => format!("list, or column of a CSV file, of: {}", holds(of)),
        Kind::Map(_, of) => format!("table from names to: {}", holds(of)),
        Kind::Either(kinds) => kinds.iter().map(holds).collect::<Vec<_>>().join("; or "),
        Kind::Table(_) => "table, see below".to_owned(),
        Kind::Choice(_) => "word, see below".to_owned(),
        _ => noun(kind),
    }
}

fn absent(setting: &Setting) -> String {
    match setting.need {
        Need::Required => "**required**".to_owned(),
        Need::Optional => "–".to_owned(),
        Need::Default("{}") => "its defaults".to_owned(),
        Need::Default(text) => format!("`{text}`"),
    }
}

fn family(page: &mut String, family: &dyn Catalogue) {
    add(page, format_args!("\n## {}\n\n{}\n", family.name(), sentence(family.summary())));
    if let Some(bare) = family.bare() {
        add(page, format_args!("A bare value chooses `{bare}`.\n"));
    }
    for index in 0..family.len() {
        member(page, family.member(index));
        notes(page, &family.notes(index));
    }
}

/// What else is told of a member.
fn notes(page: &mut String, notes: &[Note]) {
    for Note { heading, items } in notes {
        add(page, format_args!("\n{}:\n\n", sentence(heading).trim_end_matches('.')));
        for item in *items {
            add(page, format_args!("- {item}\n"));
        }
    }
}

fn member(page: &mut String, member: &'static Member) {
    let Member { keyword, summary, example, .. } = member;
    add(page, format_args!("\n### {keyword}\n\n{}\n\n```toml\nit = {example}\n```\n", sentence(summary)));
    if !member.settings.is_empty() {
        page.push('\n');
        rows(page, keyword, member.settings, member.main);
    }
}

/// A summary as a sentence: a capital first, a full stop last.
fn sentence(summary: &str) -> String {
    let mut signs = summary.chars();
    let first: String = signs.next().map(|sign| sign.to_uppercase().collect()).unwrap_or_default();
    let stop = if summary.ends_with(['.', '?']) { "" } else { "." };
    format!("{first}{}{stop}", signs.as_str())
}

fn add(page: &mut String, text: std::fmt::Arguments<'_>) {
    page.write_fmt(text).expect("writing into a text cannot fail");
}
