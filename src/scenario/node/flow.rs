//! The way into another flow.

use super::{Make, Wiring, go};
use crate::family::{Entry, Kind, Member, Scope, Settings};
use crate::scenario::section::required;
use crate::scenario::{Aim, Deed, Way};
use crate::units::FlowId;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "flow",
        summary: "the way into another flow, whose ports it takes in place of these",
        main: Some("name"),
        settings: &[required("name", Kind::Name(Scope::Flows), "which flow")],
        example: "{ flow = \"overflow\" }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let name = settings.text("name");
    let flow = wiring.site.names.position(Scope::Flows, &name);
    go(format!("flow {name}"), Aim::Flow(FlowId::of(flow)))
}
