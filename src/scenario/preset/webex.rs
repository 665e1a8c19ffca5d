//! Webex Contact Center: call distribution groups and the three ways to pick an agent.

use super::ground::Ground;
use super::schedule::{REQUIRES, Step, TEAMS, stages, toml};
use super::{Preset, Settings};
use crate::family::{Choice, Complaint, Entry, Kind, Member, Setting};
use crate::scenario::section::{default, optional};

pub(super) const ENTRY: Entry<Preset> = Entry {
    member: Member {
        keyword: "webex",
        summary: "Webex Contact Center: the longest available agent, the next in turn, or the best available one by skill; \
                  call distribution groups of teams are added, and skills relaxed, as a contact waits longer",
        main: Some("routing"),
        settings: &[
            default("routing", Kind::Choice(ROUTING), "\"longest-available\"", "which agent goes first"),
            default(
                "groups",
                Kind::List(&Kind::Table(GROUP)),
                "[]",
                "call distribution groups, or steps of skill relaxation; each is added to those before",
            ),
        ],
        example: "{ webex = { routing = \"best-available\", groups = [{ requires = \"sales >= 5\", wait = \"20s\" }, { \
                  requires = \"sales\" }] } }",
    },
    make: Preset {
        write,
        leaves_out: &[
            "a skill requirement that is not valid sends the call to the longest available agent",
            "Webex Calling queues with weights by agent; the bounce of a call after some rings: write `offers` in the team, \
             and `offers = { same_agent_after = \"never\" }` in the queue",
        ],
        sources: &[
            "help.webex.com/en-us/article/np2fdx",
            "Webex Contact Center setup and administration guide: queues, skills-based routing",
            "cloverhound.com, 2 June 2023",
        ],
    },
};

const ROUTING: &[Choice] = &[
    Choice { word: "longest-available", summary: "who has been available for longest" },
    Choice { word: "circular", summary: "the next in turn" },
    Choice { word: "best-available", summary: "the largest sum of levels in the skills asked for" },
];

const GROUP: &[Setting] = &[
    REQUIRES,
    TEAMS,
    optional("wait", Kind::Span, "how long until the next group is added; without, for ever, and no other may follow"),
];

fn write(settings: &Settings, ground: &mut Ground<'_>) -> Result<(), Complaint> {
    let groups = stages(settings, "groups", "wait")?;
    ground.contact_order("['priority', 'longest-wait']");
    ground.agent_order(match settings.choice("routing") {
        "circular" => "['circular']",
        "best-available" => "['skill-sum', 'longest-idle']",
        _ => "['longest-idle']",
    });
    let mode = |first: bool| if first { "replace" } else { "add" };
    let step = |(number, (at, group)): (usize, &(_, Settings))| Step::of(group, *at, mode(number == 0));
    if !groups.begin.is_empty() {
        ground.in_queues(&["steps"], &toml(&groups.begin.iter().enumerate().map(step).collect::<Vec<_>>()));
    }
    Ok(())
}
