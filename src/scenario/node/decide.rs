//! A look at the state of the centre.

use super::{Make, Wiring};
use crate::family::{Around, Entry, Kind, Member, Scope, Setting, Settings};
use crate::scenario::condition::Condition;
use crate::scenario::section::required;
use crate::scenario::{Aim, Deed, Turn, Way};
use crate::units::QueueId;

static CASE: &[Setting] = &[
    required("when", Kind::Condition(Around::Centre), "what must hold as the contact comes"),
    required("next", Kind::Name(Scope::Nodes), "the node where it holds"),
];

static CASES: Kind = Kind::Table(CASE);

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "decide",
        summary: "a look at the state of the centre, which takes no time: the first case that holds",
        main: None,
        settings: &[
            required("cases", Kind::List(&CASES), "`{ when = …, next = … }` for each, in order"),
            required("otherwise", Kind::Name(Scope::Nodes), "the node where none holds"),
        ],
        example: "{ decide = { cases = [{ when = \"queue.billing.expected_wait > 5m\", next = \"voicemail\" }], otherwise = \
                  \"to-billing\" } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let (mut conditions, mut ways) = (Vec::new(), Vec::new());
    let cases = settings.list("cases");
    for (number, case) in (0..).zip(&cases) {
        let table = case.table();
        let condition = Condition::new(table.text("when"), wiring.site.names, Around::Centre, QueueId(0));
        let node = wiring.node(table, "next");
        let possible = condition.constant() != Some(false);
        let way = |node| Way::new(Turn::Case(number), condition.text.clone(), Aim::Node(node)).only_if(possible);
        ways.push(node.map(way));
        conditions.push(condition);
    }
    let always = conditions.iter().any(|condition| condition.constant() == Some(true));
    let rest = wiring
        .node(settings, "otherwise")
        .map(|node| Way::new(Turn::Case(conditions.len() as u16), "otherwise", Aim::Node(node)).only_if(!always));
    ways.push(rest);
    Some((Deed::Decide(conditions), ways.into_iter().collect::<Option<_>>()?))
}
