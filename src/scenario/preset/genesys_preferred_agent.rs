//! Genesys Cloud, preferred agent routing: rings by a score of agents.

use super::genesys::{CLASSES, OTHERS, SOURCES, UTILIZATION, contacts};
use super::ground::Ground;
use super::schedule::{Step, stages, toml};
use super::{Preset, Settings};
use crate::family::{Complaint, Entry, Kind, Member, Setting};
use crate::scenario::section::{default, optional, required};

pub(super) const ENTRY: Entry<Preset> = Entry {
    member: Member {
        keyword: "genesys-preferred-agent",
        summary: "Genesys Cloud, preferred agent routing: first the agents with a high score, whatever their skills, then \
                  those with a lower one too, and after the last ring also everybody whom the contact type asks for",
        main: Some("rings"),
        settings: &[
            required("rings", Kind::List(&Kind::Table(RING)), "the rings, by the lowest score that will do"),
            default(
                "score",
                Kind::Text,
                "\"preference\"",
                "the attribute of teams that holds the score, 0 to 100 there",
            ),
        ],
        example: "{ genesys-preferred-agent = [{ least = 80, stay = \"15s\" }, { least = 50, stay = \"15s\" }] }",
    },
    make: Preset {
        write,
        leaves_out: &[
            "scores of single agents for single customers: here a team has one for all contacts; for one agent of each \
             customer's own write `preferred_agent` in the contact type",
            "preferred agents are dropped on a transfer; here every queue begins anew",
            CLASSES,
            OTHERS,
            UTILIZATION,
        ],
        sources: SOURCES,
    },
};

const RING: &[Setting] = &[
    required("least", Kind::Number(0.0, 1e9), "lowest score that will do"),
    optional("stay", Kind::Span, "how long a contact stays in the ring; without, for ever, and no other may follow"),
];

fn write(settings: &Settings, ground: &mut Ground<'_>) -> Result<(), Complaint> {
    let rings = stages(settings, "rings", "stay")?;
    let score = settings.text("score");
    if !ground.has_trait(&score) {
        let text = format!("no team has the attribute `{score}`");
        return Err(Complaint::about("score", text).help("write `attributes = { preference = 80 }` in a team"));
    }
    contacts(ground);
    ground.agent_order("[{ longest-idle = 'last-offer' }]");
    let field = format!("`{score}`");
    let ring = |(number, (at, ring)): (usize, &(_, Settings))| Step {
        at: *at,
        mode: if number == 0 { "replace" } else { "add" },
        requires: Some(format!("{field} >= {}", ring.number("least"))),
        ..Step::default()
    };
    let mut steps: Vec<Step> = rings.begin.iter().enumerate().map(ring).collect();
    steps.extend(rings.end.map(|at| Step { at, mode: "add", ..Step::default() }));
    ground.in_queues(&["steps"], &toml(&steps));
    Ok(())
}
