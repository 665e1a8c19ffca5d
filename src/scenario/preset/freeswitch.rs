//! FreeSWITCH mod_callcenter: tiers and strategies.

use super::ground::Ground;
use super::schedule::{Step, quoted, toml};
use super::{Preset, Settings};
use crate::family::{Choice, Complaint, Entry, Kind, Member, Scope, Value};
use crate::scenario::section::{default, finite, optional};
use crate::units::Span;

pub(super) const ENTRY: Entry<Preset> = Entry {
    member: Member {
        keyword: "freeswitch",
        summary: "FreeSWITCH mod_callcenter: one list of callers over all queues by their wait; agents by the level of \
                  their tier, and within a level by the strategy; tier rules open the next level after a wait",
        main: Some("strategy"),
        settings: &[
            default(
                "strategy",
                Kind::Choice(STRATEGIES),
                "\"longest-idle-agent\"",
                "which agent of a level goes first",
            ),
            optional("levels", Kind::Map(Some(Scope::Teams), &Kind::Count(0, 1_000)), "level by team; without, 1"),
            default(
                "wait",
                Kind::Span,
                "\"0s\"",
                "`tier-rule-wait-second`: until the next level is open; 0s: no tier rules",
            ),
            default(
                "multiply",
                Kind::Flag,
                "false",
                "`tier-rule-wait-multiply-level`: a level opens after level x `wait`",
            ),
            default(
                "progressive_delay",
                Kind::Span,
                "\"10s\"",
                "`ring-progressively-delay`: until one more agent rings under that strategy",
            ),
            default("time_base", Kind::Choice(TIME_BASES), "\"queue\"", "`time-base-score`: what wait counts"),
        ],
        example: "{ freeswitch = { strategy = \"top-down\", wait = \"20s\", multiply = true } }",
    },
    make: Preset {
        write,
        leaves_out: &[
            "ring timeout, rejects and busy lines: write `offers` in the team, without which a call is answered at once",
            "tier-rule-no-agent-no-wait; without it the code lets callers wait for the first level too, with it not if \
             nobody of the level is logged in; here the first level is always open",
            "top-down goes on after the last agent tried for the caller; here from the top",
            "positions within a level: here the order of the file",
            "callers who come back and resume their place",
            "base scores: write `head_start` in the contact type",
            "calls and talk times count since an agent's status was last set to available; here since coming to work",
        ],
        sources: &[
            "github.com/signalwire/freeswitch at cc93a683ca, src/mod/applications/mod_callcenter/mod_callcenter.c",
            "github.com/signalwire/freeswitch-docs at 6c483b1, queues-fifo-callcenter.mdx",
        ],
    },
};

const STRATEGIES: &[Choice] = &[
    Choice { word: "longest-idle-agent", summary: "whose last call, of any queue, ended first" },
    Choice { word: "agent-with-least-talk-time", summary: "who has talked for the shortest time" },
    Choice { word: "agent-with-fewest-calls", summary: "who has taken the fewest calls" },
    Choice { word: "random", summary: "anybody" },
    Choice { word: "round-robin", summary: "the next in turn" },
    Choice { word: "top-down", summary: "the first in the list who is free" },
    Choice { word: "ring-all", summary: "whoever answers first: all whose level is open ring, the lowest first" },
    Choice { word: "ring-progressively", summary: "the same, at one agent more after each delay" },
    Choice { word: "sequentially-by-agent-order", summary: "the first in the list who is free" },
];

const TIME_BASES: &[Choice] = &[
    Choice { word: "queue", summary: "time in the queue" },
    Choice { word: "system", summary: "time since the call came, in flows and other queues too" },
];

fn write(settings: &Settings, ground: &mut Ground<'_>) -> Result<(), Complaint> {
    ground.contact_order("['longest-wait']");
    let age = if settings.choice("time_base") == "system" { "'since-arrival'" } else { "'reset'" };
    ground.in_queues(&["age"], age);
    ground.agent_order(match settings.choice("strategy") {
        "agent-with-least-talk-time" => "[{ talk-time = { since = 'login' } }]",
        "agent-with-fewest-calls" => "[{ answered = { since = 'login' } }]",
        "random" => "['random']",
        "round-robin" => "['circular']",
        "top-down" | "sequentially-by-agent-order" | "ring-all" | "ring-progressively" => "['fixed-order']",
        _ => "[{ longest-idle = 'last-end' }]",
    });
    // The module's own loop looks for agents ten times a second.
    ground.of_the_centre("match_every", "'100ms'");
    let strategy = settings.choice("strategy");
    if strategy.starts_with("ring-") {
        ground.in_queues(&["offers", "to"], "'all'");
    }
    if strategy == "ring-progressively" {
        ground.in_queues(&["offers", "every"], &quoted(&finite(settings, "progressive_delay")?.to_string()));
    }
    let steps = tiers(settings, ground.teams())?;
    if steps.len() > 1 {
        ground.in_queues(&["steps"], &toml(&steps));
    }
    Ok(())
}

/// A step for each level, each after those below it.
fn tiers(settings: &Settings, teams: &[String]) -> Result<Vec<Step>, Complaint> {
    let wait = finite(settings, "wait")?;
    let written = settings.find_map("levels").unwrap_or_default();
    let level = |team: &String| match written.iter().find(|(name, _)| name == team).map(|(_, located)| &located.value) {
        Some(Value::Count(level)) => *level,
        _ => 1,
    };
    let mut levels: Vec<u64> = teams.iter().map(level).collect();
    levels.sort_unstable();
    levels.dedup();
    let opens = |number: usize, level: u64| match (number, settings.flag("multiply")) {
        (0, _) => Span::ZERO,
        (_, true) => Span::ticks(wait.as_ticks().saturating_mul(level)),
        (_, false) => wait,
    };
    let step = |(number, of): (usize, &u64)| Step {
        at: opens(number, *of),
        mode: if number == 0 { "replace" } else { "add-after" },
        teams: teams.iter().filter(|team| level(team) == *of).cloned().collect(),
        ..Step::default()
    };
    Ok(levels.iter().enumerate().map(step).collect())
}
