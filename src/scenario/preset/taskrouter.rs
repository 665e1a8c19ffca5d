//! Twilio TaskRouter: a workflow's targets, one after another.

use super::capacity::{MOST, apart, counts};
use super::ground::Ground;
use super::schedule::{REQUIRES, Step, TEAMS, stages, toml};
use super::{Preset, Settings};
use crate::family::{Around, Choice, Complaint, Entry, Kind, Member, Setting};
use crate::scenario::section::{default, optional};

pub(super) const ENTRY: Entry<Preset> = Entry {
    member: Member {
        keyword: "taskrouter",
        summary: "Twilio TaskRouter: a task goes from target to target of its workflow as their timeouts add up, each in \
                  place of the one before and perhaps with another priority; of the workers, who has been without a task \
                  for longest; of the tasks, the most urgent and then the oldest, or the newest; each channel of a worker has a \
                  capacity of its own",
        main: Some("targets"),
        settings: &[
            default("targets", Kind::List(&Kind::Table(TARGET)), "[]", "the targets of the workflow"),
            default("tasks", Kind::Choice(TASKS), "\"fifo\"", "which of equally urgent tasks goes first"),
            default(
                "reserved_workers",
                Kind::Count(1, 50),
                "1",
                "`MaxReservedWorkers`: workers that are asked at once",
            ),
            MOST,
        ],
        example: "{ taskrouter = [{ requires = \"billing >= 4\", timeout = \"30s\" }, { requires = \"billing\", priority = 1 \
                  }] }",
    },
    make: Preset {
        write,
        leaves_out: &[
            "filters of the workflow: a contact type goes to its queue",
            "known workers: write `preferred_agent` in the contact type, with `beyond_room` where capacity is ignored",
            "`order_by`: write an `agent_order` of attributes",
            "the timeout of reservations: write `offers` in the team, with `ring = \"2m\"`; without, tasks are accepted at \
             once",
            "priorities are written as everywhere in this file, lower first; there higher is more urgent",
            "after the last timeout a task is cancelled or goes to the default filter; here it waits on: write \
             `maximum_wait`",
        ],
        sources: &[
            "twilio.com/docs/taskrouter: workflow-configuration, task-evaluation, order-workers, multitasking",
            "twilio.com/docs/api/taskrouter/changelog",
        ],
    },
};

const TARGET: &[Setting] = &[
    REQUIRES,
    TEAMS,
    optional("timeout", Kind::Span, "how long the target is tried; without, for ever, and no other may follow"),
    optional(
        "skip_if",
        Kind::Condition(Around::Step),
        "the target is passed at once if this holds when it is due: `\"step.available == 0\"`",
    ),
    optional("priority", Kind::Count(0, 65_535), "class from then on; lower is served first"),
];

const TASKS: &[Choice] =
    &[Choice { word: "fifo", summary: "the oldest first" }, Choice { word: "lifo", summary: "the newest first" }];

fn write(settings: &Settings, ground: &mut Ground<'_>) -> Result<(), Complaint> {
    let targets = stages(settings, "targets", "timeout")?;
    ground.contact_order(match settings.choice("tasks") {
        "lifo" => "['priority', 'newest-first']",
        _ => "['priority', 'longest-wait']",
    });
    ground.agent_order("[{ longest-idle = 'no-contact' }, 'longest-idle']");
    ground.room(&apart(counts(settings, "most", "most")));
    if settings.count("reserved_workers") > 1 {
        ground.in_queues(&["offers", "to"], &settings.count("reserved_workers").to_string());
    }
    let step = |(at, target): &(_, Settings)| Step {
        condition: target.find_text("skip_if").map(|condition| ("skip_if", condition)),
        ..Step::of(target, *at, "replace")
    };
    if !targets.begin.is_empty() {
        ground.in_queues(&["steps"], &toml(&targets.begin.iter().map(step).collect::<Vec<_>>()));
    }
    Ok(())
}
