//! Templates: small complete scenarios to start from, each without a warning.

use crate::family::{Entry, Family, Member};

/// Every template, sorted by keyword; what is made of one is the text of its file.
pub static TEMPLATES: Family<&'static str> = Family {
    name: "templates",
    summary: "which scenario to start from",
    bare: None,
    entries: &[
        entry(
            "email-and-phone",
            "calls in office hours, with e-mail answered between them, by people in shifts",
            include_str!("email-and-phone.toml"),
        ),
        entry("ivr", "calls that walk through an IVR with self-service before they wait", include_str!("ivr.toml")),
        entry("minimal", "one queue and one team", include_str!("minimal.toml")),
        entry(
            "multi-skill",
            "two kinds of calls, two teams, and a third that can do both",
            include_str!("multi-skill.toml"),
        ),
    ],
};

const fn entry(keyword: &'static str, summary: &'static str, text: &'static str) -> Entry<&'static str> {
    Entry { member: Member { keyword, summary, main: None, settings: &[], example: "" }, make: text }
}
