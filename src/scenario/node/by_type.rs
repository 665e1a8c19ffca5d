//! A look at the type of the contact.

use super::{Make, Wiring};
use crate::family::{Entry, Kind, Member, Scope, Settings};
use crate::scenario::section::required;
use crate::scenario::{Aim, Deed, Turn, Way};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "by-type",
        summary: "a look at the type of the contact, which takes no time",
        main: None,
        settings: &[
            required(
                "types",
                Kind::Map(Some(Scope::Contacts), &Kind::Name(Scope::Nodes)),
                "`TYPE = \"NODE\"` for contact types with a node of their own",
            ),
            required("otherwise", Kind::Name(Scope::Nodes), "the node of all others"),
        ],
        example: "{ by-type = { types = { billing = \"to-billing\" }, otherwise = \"menu\" } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let types = settings.find_map("types").unwrap_or_default();
    let mut cases: Vec<Option<u16>> = vec![None; wiring.site.names.contacts.len()];
    let mut ways = Vec::new();
    for (number, (name, located)) in (0..).zip(&types) {
        cases[wiring.site.names.position(Scope::Contacts, name)] = Some(number);
        let node = wiring.jump(located);
        ways.push(node.map(|node| Way::new(Turn::Case(number), name, Aim::Node(node))));
    }
    let others = cases.iter().any(Option::is_none);
    let rest = wiring.node(settings, "otherwise");
    ways.push(rest.map(|node| Way::new(Turn::Case(types.len() as u16), "otherwise", Aim::Node(node)).only_if(others)));
    Some((Deed::ByType(cases), ways.into_iter().collect::<Option<_>>()?))
}
