//! A choice between branches.

use super::{HANG_UP, Make, Wiring};
use crate::family::{Complaint, Entry, Kind, Located, Member, Scope, Setting, Settings};
use crate::random::distribution::DISTRIBUTIONS;
use crate::scenario::section::{default, required};
use crate::scenario::{Branch, Node};

/// How far the sum of the shares may be from one, for fractions that decimal numbers cannot write.
const SLACK: f64 = 1e-9;

static CHOICE: &[Setting] = &[
    required("share", Kind::Share, "share of the customers who choose that take this branch"),
    required("next", Kind::Name(Scope::Nodes), "the node after it"),
    default("time", Kind::Family(&DISTRIBUTIONS), "\"0s\"", "time this branch takes on top of the menu's own"),
];

static CHOICES: Kind = Kind::Table(CHOICE);

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "menu",
        summary: "a choice between branches",
        main: None,
        settings: &[
            required("time", Kind::Family(&DISTRIBUTIONS), "how long choosing takes"),
            HANG_UP,
            required(
                "choices",
                Kind::Map(None, &CHOICES),
                "`NAME = { share = …, next = …, time = … }` for each branch; the shares sum to 1",
            ),
        ],
        example: "{ menu = { time = \"15s\", choices = { billing = { share = \"60%\", next = \"to-billing\" }, other = \
                  { share = \"40%\", next = \"goodbye\" } } } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<Node> {
    let time = wiring.site.duration(settings, "time");
    let choices = settings.find_map("choices").unwrap_or_default();
    let branches: Vec<Option<Branch>> = choices.iter().map(|(name, located)| branch(name, located, wiring)).collect();
    let branches = branches.into_iter().collect::<Option<Vec<Branch>>>()?;
    let whole = wiring.site.findings.made(settings, whole(&branches));
    whole?;
    Some(Node::Menu { time: time?, hang_up: settings.share("hang_up"), branches })
}

fn branch(name: &str, located: &Located, wiring: &mut Wiring<'_, '_>) -> Option<Branch> {
    let table = located.table();
    let time = wiring.site.duration(table, "time");
    let next = wiring.node(table, "next");
    Some(Branch { name: name.to_owned(), share: table.share("share"), time: time?, next: next? })
}

fn whole(branches: &[Branch]) -> Result<(), Complaint> {
    let sum: f64 = branches.iter().map(|branch| branch.share.get()).sum();
    if (sum - 1.0).abs() <= SLACK {
        return Ok(());
    }
    let text = format!("the shares of the choices sum to {}%, expected 100%", (sum * 1e6).round() / 1e4);
    Err(Complaint::about("choices", text).help("who hangs up instead of choosing is told by `hang_up`, not by a share"))
}
