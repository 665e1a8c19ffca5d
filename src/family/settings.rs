//! Settings as read: typed values that remember where they stood in the file.
//!
//! A `Settings` holds exactly what its list of `Setting`s allows: right kinds, defaults filled in, nothing unknown.
//! Asking for a setting that its list does not name, or as another kind, is our mistake and panics.

use jiff::civil::DateTime;

use crate::units::{Clock, Hours, Rate, Share, Span, Weekday};

/// Where a value stood: bytes of one of the files read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// Which file; 0 is the scenario itself.
    pub file: u32,
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
}

/// A value and where it stood.
#[derive(Debug, Clone, PartialEq)]
pub struct Located {
    /// What was read.
    pub value: Value,
    /// Where it stood; for a default, where the table stood that lacks it.
    pub place: Place,
}

impl Located {
    /// The member, where a family is asked for.
    pub fn member(&self) -> &Chosen {
        let Value::Member(chosen) = &self.value else { panic!("a member of a family was declared, found {self:?}") };
        chosen
    }

    /// The table, where one is asked for.
    pub fn table(&self) -> &Settings {
        let Value::Table(table) = &self.value else { panic!("a table was declared, found {self:?}") };
        table
    }
}

/// A value of the kind its setting asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Of `Kind::Flag`.
    Flag(bool),
    /// Of `Kind::Count`.
    Count(u64),
    /// Of `Kind::Number`.
    Number(f64),
    /// Of `Kind::Share`.
    Share(Share),
    /// Of `Kind::Rate`.
    Rate(Rate),
    /// Of `Kind::Span`.
    Span(Span),
    /// Of `Kind::Clock`.
    Clock(Clock),
    /// Of `Kind::DateTime`.
    DateTime(DateTime),
    /// Of `Kind::Hours`.
    Hours(Hours),
    /// Of `Kind::Days`.
    Days(Vec<Weekday>),
    /// Of `Kind::Text`, `Kind::Path`, `Kind::Name`, `Kind::Requirement`, `Kind::Score` and `Kind::Condition`.
    Text(String),
    /// Of `Kind::Choice`: the word.
    Choice(&'static str),
    /// Of `Kind::Family`.
    Member(Chosen),
    /// Of `Kind::Table`.
    Table(Settings),
    /// Of `Kind::Tables`: in the order of the file.
    Tables(Vec<(String, Settings)>),
    /// Of `Kind::Map`: in the order of the file.
    Map(Vec<(String, Located)>),
    /// Of `Kind::List` and `Kind::Series`.
    List(Vec<Located>),
}

/// A member of a family with its settings.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// Row of the member in its family's list.
    pub index: usize,
    /// What it was told.
    pub settings: Settings,
}

/// Everything told to one table or member.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settings {
    /// Where the table stood.
    pub place: Place,
    /// What was written or defaulted; absent optional settings are not here.
    pub values: Vec<(&'static str, Located)>,
}

/// Why well-formed settings do not make sense together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The setting to point at; `None` points at the whole table.
    pub setting: Option<&'static str>,
    /// What is wrong: found and expected.
    pub text: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Complaint {
    /// A complaint about one setting.
    pub fn about(setting: &'static str, text: impl Into<String>) -> Self {
        Self { setting: Some(setting), text: text.into(), help: None }
    }

    /// A complaint about the table as a whole.
    pub fn whole(text: impl Into<String>) -> Self {
        Self { setting: None, text: text.into(), help: None }
    }

    /// The same complaint with advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Defines a pair of readers for one kind: what must be there, and what may be.
macro_rules! readers {
    ($($variant:ident $must:ident $may:ident $type:ty, $what:literal;)+) => {$(
        #[doc = concat!("The ", $what, " of a setting that is required or has a default.")]
        #[must_use]
        pub fn $must(&self, name: &str) -> $type {
            self.$may(name).unwrap_or_else(|| panic!("setting `{name}` has neither a value nor a default"))
        }

        #[doc = concat!("The ", $what, " of an optional setting.")]
        pub fn $may(&self, name: &str) -> Option<$type> {
            self.find(name).map(|located| match &located.value {
                Value::$variant(value) => value.clone().into(),
                other => panic!("setting `{name}` was declared as another kind: {other:?}"),
            })
        }
    )+};
}

impl Settings {
    /// The setting as it was read, if it was written or has a default.
    pub fn find(&self, name: &str) -> Option<&Located> {
        self.values.iter().find(|(key, _)| *key == name).map(|(_, located)| located)
    }

    /// Where the setting stood; where the table stood if it was not written.
    pub fn place_of(&self, name: &str) -> Place {
        self.find(name).map_or(self.place, |located| located.place)
    }

    readers! {
        Flag flag find_flag bool, "truth";
        Count count find_count u64, "whole number";
        Number number find_number f64, "number";
        Share share find_share Share, "share";
        Rate rate find_rate Rate, "rate";
        Span span find_span Span, "duration";
        Clock clock find_clock Clock, "time of day";
        DateTime date_time find_date_time DateTime, "date and time";
        Hours hours find_hours Hours, "opening hours";
        Days days find_days Vec<Weekday>, "days of the week";
        Text text find_text String, "text or name";
        Choice choice find_choice &'static str, "chosen word";
        Member member find_member Chosen, "member of a family";
        Table table find_table Settings, "table";
        Tables tables find_tables Vec<(String, Settings)>, "named tables";
        Map map find_map Vec<(String, Located)>, "map by name";
        List list find_list Vec<Located>, "list";
    }
}
