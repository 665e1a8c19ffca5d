//! NICE CXone: priorities that grow with the wait.

use super::capacity::{MOST, apart, counts};
use super::ground::Ground;
use super::{Preset, Settings};
use crate::family::{Choice, Complaint, Entry, Kind, Member, Setting};
use crate::scenario::section::{default, optional};

pub(super) const ENTRY: Entry<Preset> = Entry {
    member: Member {
        keyword: "cxone",
        summary: "NICE CXone: a contact's priority is an initial one and its acceleration for each minute of waiting, up \
                  to a highest one; of the agents, the best proficiency and then who has been available for longest, or \
                  the most or least occupied",
        main: Some("agents"),
        settings: &[
            default("agents", Kind::Choice(AGENTS), "\"proficiency\"", "which agent goes first"),
            default("initial", Kind::Number(0.0, 1_000.0), "0", "priority at once, in queues that do not say it"),
            default("acceleration", Kind::Number(0.0, 1_000.0), "1", "priority for each minute, likewise"),
            default("most", Kind::Number(0.0, 1_000.0), "1000", "the highest priority, likewise"),
            Setting { name: "most_contacts", ..MOST },
            optional("total", Kind::Count(1, 1_000), "contacts of all channels that one person holds at once"),
        ],
        example: "{ cxone = { initial = 3, acceleration = 1 } }",
    },
    make: Preset {
        write: |settings: &Settings, ground: &mut Ground<'_>| -> Result<(), Complaint> {
            ground.contact_order("['score']");
            for (key, setting) in [("base", "initial"), ("per_minute", "acceleration"), ("most", "most")] {
                ground.in_queues(&["score", key], &settings.number(setting).to_string());
            }
            ground.agent_order(match settings.choice("agents") {
                "longest-available" => "['longest-idle']",
                "most-occupied" => "[{ occupancy = 'highest' }]",
                "least-occupied" => "['occupancy']",
                _ => "['best-skill', 'longest-idle']",
            });
            let total = settings.find_count("total").map(|total| format!("total = {total}"));
            let most = counts(settings, "most_contacts", "most");
            if total.is_some() || most.is_some() {
                ground.room(&apart(total.into_iter().chain(most)));
            }
            Ok(())
        },
        leaves_out: &[
            "proficiency is written as a level, higher is better; there 1 is the best of 20",
            "a range of proficiency that widens while a contact waits: write `steps` with `least_level`",
            "skills with numbers of their own: write `score` in the queue or the contact type",
            "what people of different teams hold at once: write `room` in the team; without `most_contacts` and `total`, \
             contacts take even parts of a person",
            "a preferred agent, and requested contacts: write `preferred_agent` in the contact type, `pull` in the team",
            "AI routing and channel locks",
        ],
        sources: &[
            "help.incontact.com: StaticDelivery and DynamicDelivery/ConfigureSkillPriority, acd/Routing/Routing",
            "help.nicecxone.com: Studio UPDATECONTACT, dynamicdelivery",
        ],
    },
};

const AGENTS: &[Choice] = &[
    Choice { word: "proficiency", summary: "the best level, then who has been available for longest" },
    Choice { word: "longest-available", summary: "who has been available for longest" },
    Choice { word: "most-occupied", summary: "who has been occupied for the largest share of the time" },
    Choice { word: "least-occupied", summary: "who has been occupied for the smallest share of the time" },
];
