//! Salesforce Omni-Channel: least active and most available.

use super::capacity::{UNITS, WEIGHTS, weighed};
use super::ground::Ground;
use super::{Preset, Settings};
use crate::family::{Choice, Complaint, Entry, Kind, Member};
use crate::scenario::section::default;

pub(super) const ENTRY: Entry<Preset> = Entry {
    member: Member {
        keyword: "salesforce",
        summary: "Salesforce Omni-Channel: work items by routing priority and then by age; to the agent with the fewest \
                  open items, or to the one with the largest free capacity",
        main: Some("model"),
        settings: &[default("model", Kind::Choice(MODELS), "\"least-active\"", "the routing model"), UNITS, WEIGHTS],
        example: "{ salesforce = \"most-available\" }",
    },
    make: Preset {
        write: |settings: &Settings, ground: &mut Ground<'_>| -> Result<(), Complaint> {
            ground.contact_order("['priority', 'longest-wait']");
            ground.agent_order(match settings.choice("model") {
                "most-available" => "['spare-capacity', 'longest-idle']",
                _ => "['load', 'longest-idle']",
            });
            if let Some(room) = weighed(settings) {
                ground.room(&room);
            }
            Ok(())
        },
        leaves_out: &[
            "free capacity is a share of what an agent has to give; there it counts units, or percent by work item",
            "capacity of single agents: write `room` in the team",
            "who goes first among equals is not documented; here who has been available for longest",
            "additional skills that are dropped after a time: write `steps` with `drop_skills`",
            "interruptible work counts apart from primary work: write `interruptible_by` in the `room` of the team, which \
             puts it on hold instead",
            "paused work that frees capacity: write `pauses` in the contact type",
        ],
        sources: &[
            "help.salesforce.com: service_presence_routing_configuration_settings",
            "developer.salesforce.com: QueueRoutingConfig",
            "with equal capacities the two models are one: trailhead.salesforce.com, feed 0D54S00000BtT3JSAV",
        ],
    },
};

const MODELS: &[Choice] = &[
    Choice { word: "least-active", summary: "the agent with the fewest open items" },
    Choice { word: "most-available", summary: "the agent with the largest free capacity" },
];
