//! Genesys Cloud, bullseye routing: rings that widen.

use super::genesys::{CLASSES, OTHERS, SOURCES, UTILIZATION, contacts};
use super::ground::Ground;
use super::schedule::{REQUIRES, Step, TEAMS, names, stages, toml};
use super::{Preset, Settings};
use crate::family::{Choice, Complaint, Entry, Kind, Member, Scope, Setting};
use crate::scenario::section::{default, optional, required};

pub(super) const ENTRY: Entry<Preset> = Entry {
    member: Member {
        keyword: "genesys-bullseye",
        summary: "Genesys Cloud, bullseye routing: a contact stays in each ring for its time, and every ring adds its \
                  agents to those of the rings before; among them the evaluation method decides, not the ring",
        main: Some("rings"),
        settings: &[
            required("rings", Kind::List(&Kind::Table(RING)), "the rings, at most 6 there"),
            default(
                "evaluation",
                Kind::Choice(EVALUATION),
                "\"best-skill\"",
                "which agent of the open rings goes first",
            ),
        ],
        example: "{ genesys-bullseye = [{ requires = \"billing >= 4\", stay = \"20s\" }, { requires = \"billing\" }] }",
    },
    make: Preset {
        write,
        leaves_out: &["a transfer starts the rings anew: so does every queue here", CLASSES, OTHERS, UTILIZATION],
        sources: SOURCES,
    },
};

const RING: &[Setting] = &[
    REQUIRES,
    TEAMS,
    default("remove", Kind::List(&Kind::Name(Scope::Skills)), "[]", "skills to remove on leaving the ring"),
    optional("stay", Kind::Span, "how long a contact stays in the ring; without, for ever, and no other may follow"),
];

const EVALUATION: &[Choice] = &[
    Choice { word: "best-skill", summary: "the highest average level in the skills asked for, then idle time" },
    Choice { word: "next-agent", summary: "who has been idle for longest" },
];

fn write(settings: &Settings, ground: &mut Ground<'_>) -> Result<(), Complaint> {
    let rings = stages(settings, "rings", "stay")?;
    contacts(ground);
    ground.agent_order(match settings.choice("evaluation") {
        "next-agent" => "[{ longest-idle = 'last-offer' }]",
        _ => "['skill-sum', { longest-idle = 'last-offer' }]",
    });
    let mode = |first: bool| if first { "replace" } else { "add" };
    let step = |(number, (at, ring)): (usize, &(_, Settings))| Step {
        drop_skills: number.checked_sub(1).map_or(Vec::new(), |before| names(&rings.begin[before].1, "remove")),
        ..Step::of(ring, *at, mode(number == 0))
    };
    let steps: Vec<Step> = rings.begin.iter().enumerate().map(step).collect();
    ground.in_queues(&["steps"], &toml(&steps));
    Ok(())
}
