//! Cisco Unified CCE, precision queues: steps of attributes, each in place of the one before.

use super::ground::Ground;
use super::schedule::{REQUIRES, Step, TEAMS, stages, toml};
use super::{Preset, Settings};
use crate::family::{Around, Choice, Complaint, Entry, Kind, Member, Setting};
use crate::scenario::section::{default, optional};

pub(super) const ENTRY: Entry<Preset> = Entry {
    member: Member {
        keyword: "precision-queue",
        summary: "Cisco Unified CCE, a precision queue: steps over attributes follow each other by their waits, each in \
                  place of the one before, and the last one holds; within a step the agent who has been available for \
                  longest, or the most or least skilled",
        main: Some("steps"),
        settings: &[
            default("steps", Kind::List(&Kind::Table(STEP)), "[]", "the steps, at most 10 there"),
            default("agents", Kind::Choice(AGENTS), "\"longest-available\"", "which agent of a step goes first"),
        ],
        example: "{ precision-queue = [{ requires = \"sales >= 8\", wait = \"20s\" }, { requires = \"sales >= 5\" }] }",
    },
    make: Preset {
        write,
        leaves_out: &[
            "a step without `wait` before others, which is passed at once: leave it out",
            "a contact in several precision queues at once: write `also_in` in the queue",
        ],
        sources: &[
            "cisco.com, Unified CCE 12.0 features guide and 11.6 administration guide, precision queues",
            "manualsbrain.com/pt/manuals/1694969, page 126",
            "help.egain.com, cs_resource_precision_queue_about",
        ],
    },
};

const STEP: &[Setting] = &[
    REQUIRES,
    TEAMS,
    optional("consider_if", Kind::Condition(Around::Step), "the step is left out unless this holds when it is due"),
    optional("wait", Kind::Span, "how long the step holds; the last one has none, and holds for ever"),
];

const AGENTS: &[Choice] = &[
    Choice { word: "longest-available", summary: "who has been available for longest" },
    Choice { word: "most-skilled", summary: "the largest sum of levels in the skills asked for" },
    Choice { word: "least-skilled", summary: "the smallest sum" },
];

fn write(settings: &Settings, ground: &mut Ground<'_>) -> Result<(), Complaint> {
    let steps = stages(settings, "steps", "wait")?;
    ground.contact_order("['priority', 'longest-wait']");
    ground.agent_order(match settings.choice("agents") {
        "most-skilled" => "['skill-sum', 'longest-idle']",
        "least-skilled" => "[{ skill-sum = 'lowest' }, 'longest-idle']",
        _ => "['longest-idle']",
    });
    let step = |(at, stage): &(_, Settings)| Step {
        condition: stage.find_text("consider_if").map(|condition| ("only_if", condition)),
        ..Step::of(stage, *at, "replace")
    };
    if !steps.begin.is_empty() {
        ground.in_queues(&["steps"], &toml(&steps.begin.iter().map(step).collect::<Vec<_>>()));
    }
    Ok(())
}
