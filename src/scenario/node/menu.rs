//! A choice between branches, by keys or by speech.

use super::{Make, Wiring};
use crate::family::{Complaint, Entry, Kind, Located, Member, Scope, Setting, Settings};
use crate::random::distribution::DISTRIBUTIONS;
use crate::scenario::attempts::{
    ATTEMPTS, FAILED, HANG_UP, NO_INPUT, SLACK, TIME, TIMEOUT, ZERO_OUT, at_most_all, attempts, percent,
};
use crate::scenario::section::{default, optional, required};
use crate::scenario::{Aim, Branch, Deed, Turn, Way};
use crate::units::Share;

static CHOICE: &[Setting] = &[
    required("share", Kind::Share, "share of the customers who choose that take this branch"),
    required("next", Kind::Name(Scope::Nodes), "the node after it"),
    default("time", Kind::Family(&DISTRIBUTIONS), "\"0s\"", "time this branch takes on top of the menu's own"),
];

static CHOICES: Kind = Kind::Table(CHOICE);

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "menu",
        summary: "a choice between branches, by keys or by speech",
        main: None,
        settings: &[
            TIME,
            HANG_UP,
            ZERO_OUT,
            NO_INPUT,
            TIMEOUT,
            default("no_match", Kind::Share, "0", "share of the answers that are not understood"),
            default("false_accept", Kind::Share, "0", "share of the answers that are taken for another choice"),
            optional(
                "discovery",
                Kind::Family(&DISTRIBUTIONS),
                "time an agent talks to one whose choice was taken for another until that comes out; the contact then goes \
                 where it wanted to go. Without, that agent serves it",
            ),
            ATTEMPTS,
            FAILED,
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

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let asked = attempts(settings, settings.share("no_match"), wiring);
    let discovery = settings.find("discovery").map(|_| wiring.site.duration(settings, "discovery"));
    let choices = settings.find_map("choices").unwrap_or_default();
    let made: Vec<Option<(Branch, Way)>> =
        (0..).zip(&choices).map(|(number, (name, located))| branch(number, (name, located), wiring)).collect();
    let made = made.into_iter().collect::<Option<Vec<_>>>()?;
    let (branches, chosen): (Vec<Branch>, Vec<Way>) = made.into_iter().unzip();
    let sums = wiring.site.findings.made(settings, whole(&branches));
    let understood = wiring.site.findings.made(settings, answers(settings, &branches));
    sums.and(understood)?;
    let (attempts, mut ways) = asked?;
    ways.extend(chosen);
    let discovery = match discovery {
        Some(discovery) => Some(discovery?),
        None => None,
    };
    Some((Deed::Menu { attempts, false_accept: settings.share("false_accept"), discovery, branches }, ways))
}

fn branch(number: u16, (name, located): (&str, &Located), wiring: &mut Wiring<'_, '_>) -> Option<(Branch, Way)> {
    let table = located.table();
    let (share, time) = (table.share("share"), wiring.site.duration(table, "time"));
    let way = Way::new(Turn::Choice(number), name, Aim::Node(wiring.node(table, "next")?));
    Some((Branch { share, time: time? }, way.only_if(share > Share::ZERO)))
}

fn whole(branches: &[Branch]) -> Result<(), Complaint> {
    let sum: f64 = branches.iter().map(|branch| branch.share.get()).sum();
    if (sum - 1.0).abs() <= SLACK {
        return Ok(());
    }
    let text = format!("the shares of the choices sum to {}%, expected 100%", percent(sum));
    Err(Complaint::about("choices", text).help("who hangs up instead of choosing is told by `hang_up`, not by a share"))
}

fn answers(settings: &Settings, branches: &[Branch]) -> Result<(), Complaint> {
    let (no_match, false_accept) = (settings.share("no_match"), settings.share("false_accept"));
    at_most_all(&[("no_match", no_match), ("false_accept", false_accept)], "the answers")?;
    let chosen = branches.iter().filter(|branch| branch.share > Share::ZERO).count();
    if false_accept > Share::ZERO && chosen < 2 {
        let text = "no choice can be taken for another, expected two choices that somebody takes";
        return Err(Complaint::about("false_accept", text).help("add a choice, or remove `false_accept`"));
    }
    if settings.find("discovery").is_some() && false_accept == Share::ZERO {
        let text = "`discovery` means nothing where no choice is taken for another, expected `false_accept`";
        return Err(Complaint::about("discovery", text).help("write `false_accept = \"2%\"`, or remove `discovery`"));
    }
    Ok(())
}
