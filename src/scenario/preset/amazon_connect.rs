//! Amazon Connect: queues of a routing profile by priority and delay, routing criteria that expire.

use super::capacity::{MOST, beside, counts};
use super::ground::Ground;
use super::schedule::{REQUIRES, Step, TEAMS, names, stages, toml};
use super::{Preset, Settings};
use crate::family::{Complaint, Entry, Kind, Member, Setting};
use crate::scenario::section::{default, optional};

pub(super) const ENTRY: Entry<Preset> = Entry {
    member: Member {
        keyword: "amazon-connect",
        summary: "Amazon Connect: whoever frees up serves the queues of the routing profile by priority (`rank` in \
                  `[teams.NAME.queues]`), then the oldest contact, of those who have waited for the profile's `delay`; a \
                  contact takes the agent who has been available for longest among those who meet its routing criteria; \
                  an agent who holds a contact is offered others of its channel, and of other channels where every channel \
                  held allows that",
        main: Some("criteria"),
        settings: &[
            default(
                "criteria",
                Kind::List(&Kind::Table(CRITERION)),
                "[]",
                "steps of the routing criteria, each in place of the one before; when the last has expired, anybody who \
                 works for the queue will do",
            ),
            MOST,
            default(
                "any_channel",
                Kind::List(&Kind::Text),
                "[]",
                "channels beside whose contacts any other may be taken (ROUTE_ANY_CHANNEL)",
            ),
        ],
        example: "{ amazon-connect = [{ requires = \"billing >= 4\", expires = \"30s\" }] }",
    },
    make: Preset {
        write,
        leaves_out: &[
            "an agent's own queue: write `preferred_agent` in the contact type, with `wait = \"never\"`, `when_away = \
             \"wait\"` and `most_waiting = 10`; an agent whom a criterion names: write it with the criterion's time",
            "outbound contacts that do or do not reset the time available",
            "changes of a contact's priority or age by the flow: write `changes` in the queue, with an `effect_delay` of 1m",
            "an agent who misses a contact stays out until the status is changed by hand: write `offers` in the team, with \
             `on_miss = { lasts = … }`",
            "the queue limit and its 20 % for scheduled callbacks: write `capacity` in the queue",
        ],
        sources: &[
            "github.com/awsdocs/amazon-connect-admin-guide at 662ba59, doc_source: routing-profiles, \
             concepts-routing-profiles-priority, channels-and-concurrency",
            "docs.aws.amazon.com/connect/latest/adminguide: about-routing, set-routing-criteria, proficiency-routing",
        ],
    },
};

const CRITERION: &[Setting] = &[
    REQUIRES,
    TEAMS,
    optional("expires", Kind::Span, "how long the step holds; without, for ever, and no other may follow"),
];

/// The priority that Connect gives where none is set.
const USUAL_CLASS: &str = "5";

fn write(settings: &Settings, ground: &mut Ground<'_>) -> Result<(), Complaint> {
    let criteria = stages(settings, "criteria", "expires")?;
    ground.contact_order("['priority', 'longest-wait']");
    ground.agent_order("['longest-idle']");
    ground.in_contacts("priority", USUAL_CLASS);
    let room: Vec<String> =
        counts(settings, "most", "most").into_iter().chain([beside(&names(settings, "any_channel"))]).collect();
    ground.room(&format!("{{ {} }}", room.join(", ")));
    if criteria.begin.is_empty() {
        return Ok(());
    }
    let step = |(at, stage): &(_, Settings)| Step::of(stage, *at, "replace");
    let mut steps: Vec<Step> = criteria.begin.iter().map(step).collect();
    steps.extend(criteria.end.map(|end| Step::anybody(end, "replace")));
    ground.in_queues(&["steps"], &toml(&steps));
    Ok(())
}
