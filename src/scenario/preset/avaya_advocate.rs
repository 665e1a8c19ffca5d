//! Avaya Business Advocate: greatest need, with or without a service objective.

use super::ground::Ground;
use super::{Preset, Settings};
use crate::family::{Choice, Complaint, Entry, Kind, Member};
use crate::scenario::section::default;

pub(super) const ENTRY: Entry<Preset> = Entry {
    member: Member {
        keyword: "avaya-advocate",
        summary: "Avaya Business Advocate: whoever frees up takes the call of greatest need after queue priority, by its wait, \
                  its predicted wait, the share of the service objective that it has used, or the share of the agent's \
                  work that its skill should have; a call goes to the least occupied \
                  agent, of the best level or of any, or to the one farthest below a target share",
        main: Some("need"),
        settings: &[
            default("need", Kind::Choice(NEEDS), "\"current-wait\"", "what makes a call needy"),
            default("agents", Kind::Choice(AGENTS), "\"ead-loa\"", "which agent goes first"),
        ],
        example: "{ avaya-advocate = \"service-objective\" }",
    },
    make: Preset {
        write: |settings: &Settings, ground: &mut Ground<'_>| -> Result<(), Complaint> {
            ground.contact_order(match settings.choice("need") {
                "service-objective" => "['priority', 'wait-to-objective']",
                "queue-position" => "['priority', 'mean-wait-to-objective']",
                "predicted-wait" => "['priority', 'predicted-wait']",
                _ => "['priority', 'longest-wait']",
            });
            if settings.choice("need") == "percent-allocation" {
                ground.of_the_centre("queue_order", "['share-deficit']");
            }
            ground.agent_order(match settings.choice("agents") {
                "ucd-loa" => "['occupancy']",
                "pad" => "['target-share']",
                "ead-mia" => "['best-skill', { longest-idle = 'last-end-this-queue' }]",
                "ucd-mia" => "[{ longest-idle = 'last-end-this-queue' }]",
                _ => "['best-skill', 'occupancy']",
            });
            Ok(())
        },
        leaves_out: &[
            "the formula of predicted wait time is not published; here it is the mean of the last ten times until \
             somebody took a call of the queue",
            "skill level before need, as an agent's call handling preference: write `rank` in `[teams.NAME.queues]`",
            "percent allocation that changes with the day",
            "dynamic queue position puts a call into its place when it comes, by a formula that is not published; here the \
             call is chosen when somebody frees up, so that mean waits come out in proportion to objectives all the same",
            "reserve levels by expected wait, call selection override, dynamic thresholds and percentages",
            "after a time away occupancy starts at the mean of the peers; here it goes on from before",
            "levels are written as everywhere in this file, higher is better; there 1 is the best of 16",
        ],
        sources: &[
            "Avaya Business Advocate User Guide 3.1, February 2006: manualsdump.com/en/manuals/avaya-3.1/251498, pages 20 to \
             41",
            "documentation.avaya.com: Service_Objective, Call_selection_measurement, Service_objective_interactions",
        ],
    },
};

const NEEDS: &[Choice] = &[
    Choice { word: "current-wait", summary: "the wait so far" },
    Choice { word: "predicted-wait", summary: "the wait so far and the further wait if it is passed over now" },
    Choice {
        word: "percent-allocation",
        summary: "that of the skill farthest below its `target` share of the agent's work, in `[teams.NAME.queues]`",
    },
    Choice {
        word: "queue-position",
        summary: "the mean wait of its type over its `objective` (dynamic queue position)",
    },
    Choice { word: "service-objective", summary: "the wait so far over the `objective` of the type or queue" },
];

const AGENTS: &[Choice] = &[
    Choice { word: "ead-loa", summary: "the best level, then the least occupied" },
    Choice { word: "ucd-loa", summary: "the least occupied, whatever the level" },
    Choice { word: "pad", summary: "whose work for the queue is smallest in proportion to its `target`" },
    Choice { word: "ead-mia", summary: "the best level, then the longest without a contact of this queue" },
    Choice { word: "ucd-mia", summary: "the longest without a contact of this queue, whatever the level" },
];
