//! Chance alone.

use super::{Make, Wiring};
use crate::family::{Complaint, Entry, Kind, Located, Member, Scope, Setting, Settings};
use crate::scenario::attempts::{SLACK, percent};
use crate::scenario::section::required;
use crate::scenario::{Aim, Deed, Turn, Way};
use crate::units::Share;

static WAY: &[Setting] = &[
    required("share", Kind::Share, "share of the contacts that take this way"),
    required("next", Kind::Name(Scope::Nodes), "the node after it"),
];

static WAYS: Kind = Kind::Table(WAY);

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "split",
        summary: "chance alone, which takes no time",
        main: None,
        settings: &[required(
            "ways",
            Kind::Map(None, &WAYS),
            "`NAME = { share = …, next = … }` for each way; the shares sum to 1",
        )],
        example: "{ split = { ways = { new = { share = \"10%\", next = \"menu\" }, old = { share = \"90%\", next = \
                  \"to-billing\" } } } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let written = settings.find_map("ways").unwrap_or_default();
    let way = |(number, (name, located)): (u16, &(String, Located))| {
        let (table, turn) = (located.table(), Turn::Case(number));
        let share = table.share("share");
        let way = Way::new(turn, name, Aim::Node(wiring.node(table, "next")?)).only_if(share > Share::ZERO);
        Some((share, way))
    };
    let made: Vec<Option<(Share, Way)>> = (0..).zip(&written).map(way).collect();
    let (shares, ways): (Vec<Share>, Vec<Way>) = made.into_iter().collect::<Option<Vec<_>>>()?.into_iter().unzip();
    wiring.site.findings.made(settings, whole(&shares))?;
    Some((Deed::Split(shares), ways))
}

fn whole(shares: &[Share]) -> Result<(), Complaint> {
    let sum: f64 = shares.iter().map(|share| share.get()).sum();
    if (sum - 1.0).abs() <= SLACK {
        return Ok(());
    }
    let text = format!("the shares of the ways sum to {}%, expected 100%", percent(sum));
    Err(Complaint::about("ways", text).help("each contact takes one of the ways"))
}
