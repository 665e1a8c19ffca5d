//! Microsoft Dynamics 365, unified routing: the assignment methods.

use super::capacity::{UNITS, WEIGHTS, weighed};
use super::ground::Ground;
use super::{Preset, Settings};
use crate::family::{Choice, Complaint, Entry, Kind, Member};
use crate::scenario::section::default;

pub(super) const ENTRY: Entry<Preset> = Entry {
    member: Member {
        keyword: "dynamics-365",
        summary: "Microsoft Dynamics 365, unified routing: to the representative with the highest capacity left, in turn, \
                  or to the one with the fewest conversations",
        main: Some("method"),
        settings: &[
            default("method", Kind::Choice(METHODS), "\"highest-capacity\"", "the assignment method"),
            UNITS,
            WEIGHTS,
        ],
        example: "{ dynamics-365 = \"least-active\" }",
    },
    make: Preset {
        write: |settings: &Settings, ground: &mut Ground<'_>| -> Result<(), Complaint> {
            ground.contact_order("['priority', 'longest-wait']");
            ground.agent_order(match settings.choice("method") {
                "round-robin" => "[{ longest-idle = 'last-assignment' }]",
                "least-active" => "['load', { longest-idle = 'last-assignment' }]",
                _ => "['spare-capacity', { longest-idle = 'last-assignment' }]",
            });
            if let Some(room) = weighed(settings) {
                ground.room(&room);
            }
            Ok(())
        },
        leaves_out: &[
            "assignment in cycles over blocks of 100 contacts; here every contact is looked at when it can be matched",
            "capacity of single representatives: write `room` in the team",
            "priorities of queues: write `rank` in `[teams.NAME.queues]`",
            "closest match of skills: write `steps`",
            "custom rules of prioritisation and assignment: write `contact_order` and `agent_order`",
            "overflow rules: write `overflow` and `maximum_wait` in the queue",
        ],
        sources: &["learn.microsoft.com, Dynamics 365 Customer Service: assignment-methods, manage-overflow"],
    },
};

const METHODS: &[Choice] = &[
    Choice { word: "highest-capacity", summary: "who has the largest share of capacity left" },
    Choice { word: "round-robin", summary: "who has gone for longest without being assigned a contact" },
    Choice { word: "least-active", summary: "who has the fewest contacts in hand" },
];
