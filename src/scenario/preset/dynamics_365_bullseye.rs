//! Microsoft Dynamics 365, bullseye routing: levels that open by the wait and keep their order.

use super::ground::Ground;
use super::schedule::{REQUIRES, Step, TEAMS, toml};
use super::{Preset, Settings};
use crate::family::{Choice, Complaint, Entry, Kind, Member, Setting};
use crate::scenario::section::{default, finite, required};
use crate::units::Span;

pub(super) const ENTRY: Entry<Preset> = Entry {
    member: Member {
        keyword: "dynamics-365-bullseye",
        summary: "Microsoft Dynamics 365, bullseye routing: levels of groups open by the wait in the queue; groups add up, \
                  and those of earlier levels are asked first",
        main: Some("levels"),
        settings: &[
            required("levels", Kind::List(&Kind::Table(LEVEL)), "the levels, in order of their waits"),
            default(
                "fallback",
                Kind::Choice(FALLBACK),
                "\"restricted\"",
                "who may take a contact when all levels are open",
            ),
        ],
        example: "{ dynamics-365-bullseye = [{ wait = \"0s\", requires = \"sales >= 4\" }, { wait = \"30s\", requires = \
                  \"sales\" }] }",
    },
    make: Preset {
        write,
        leaves_out: &[
            "the least waits there, 30 s and steps of 10 s, are not asked for",
            "a transfer starts the levels anew: so does every queue here",
        ],
        sources: &["github.com/MicrosoftDocs/dynamics-365-contact-center at efb6ecc, configure-bullseye-routing.md"],
    },
};

const LEVEL: &[Setting] = &[required("wait", Kind::Span, "wait in the queue at which it opens"), REQUIRES, TEAMS];

const FALLBACK: &[Choice] = &[
    Choice { word: "restricted", summary: "nobody but the groups of the levels" },
    Choice { word: "any-agent", summary: "with the last level, anybody else who works for the queue, after those" },
];

fn write(settings: &Settings, ground: &mut Ground<'_>) -> Result<(), Complaint> {
    let mut steps: Vec<Step> = Vec::new();
    for located in settings.list("levels") {
        let level = located.table();
        let wait = finite(level, "wait").map_err(|complaint| Complaint { setting: Some("levels"), ..complaint })?;
        let mode = if steps.is_empty() { "replace" } else { "add-after" };
        steps.push(Step::of(level, wait, mode));
    }
    let Some(last) = steps.last().map(|step| step.at) else {
        return Err(Complaint::about("levels", "`levels` is an empty list, expected at least one entry"));
    };
    if steps.windows(2).any(|pair| pair[0].at > pair[1].at) {
        let complaint =
            Complaint::about("levels", "a level opens before the one before it, expected waits that do not fall");
        return Err(complaint.help("put the levels in order of `wait`"));
    }
    if steps[0].at > Span::ZERO {
        let text = format!("the first level opens at `{}`, expected `0s`", steps[0].at);
        return Err(Complaint::about("levels", text).help("without a level at first, everybody is asked"));
    }
    if settings.choice("fallback") == "any-agent" {
        steps.push(Step::anybody(last, "add-after"));
    }
    ground.contact_order("['priority', 'longest-wait']");
    ground.agent_order("['spare-capacity', { longest-idle = 'last-assignment' }]");
    ground.in_queues(&["steps"], &toml(&steps));
    Ok(())
}
