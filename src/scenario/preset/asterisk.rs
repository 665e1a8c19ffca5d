//! Asterisk app_queue: strategies, penalties, and rules that change the penalties.

use super::ground::Ground;
use super::schedule::{Step, toml};
use super::{Preset, Settings};
use crate::family::{Choice, Complaint, Entry, Kind, Member, Scope, Setting, Value};
use crate::scenario::section::{default, finite, optional, required};
use crate::units::Span;

pub(super) const ENTRY: Entry<Preset> = Entry {
    member: Member {
        keyword: "asterisk",
        summary: "Asterisk app_queue: callers by priority and then by time; members of the lowest penalty first, and within \
                  a penalty by the strategy; rules open and shift the window of penalties as a caller waits",
        main: Some("strategy"),
        settings: &[
            default("strategy", Kind::Choice(STRATEGIES), "\"rrmemory\"", "which member of a penalty goes first"),
            optional("penalties", Kind::Map(Some(Scope::Teams), PENALTY), "penalty by team; without, 0"),
            optional("least", *PENALTY, "QUEUE_MIN_PENALTY at first: members below it are not asked"),
            optional("most", *PENALTY, "QUEUE_MAX_PENALTY at first: members above it are not asked"),
            optional("raise", *PENALTY, "QUEUE_RAISE_PENALTY at first: lower penalties count as this one"),
            default("rules", Kind::List(&Kind::Table(RULE)), "[]", "the rules of queuerules.conf, in order of time"),
            default("autofill", Kind::Flag, "true", "whether callers behind the first are tried while it rings"),
        ],
        example: "{ asterisk = { strategy = \"leastrecent\", rules = [{ at = \"30s\", raise = 2 }] } }",
    },
    make: Preset {
        write,
        leaves_out: &[
            "rules with relative changes (`+3`) and with a raise only inside the window (`r2`): write what they come to",
            "penaltymemberslimit",
            "linear goes on after the last member tried for the caller; here from the top",
            "fewestcalls counts completed calls of the queue; here all that were taken since coming to work",
            "wrandom takes the lowest of one draw for each member, up to (1 + penalty) x 1000; here a member is taken \
             in proportion to 1 / (1 + penalty)",
            "between queues no order is guaranteed there, unless weight or force_longest_waiting_caller say one; here the \
             oldest caller of all queues comes first",
            "ring timeout and retry, autopause: write `offers` in the team, without which a call is answered at once",
            "joinempty and leavewhenempty: write `no_agents` in the queue",
        ],
        sources: &[
            "github.com/asterisk/asterisk at f0c1c1a7b7: apps/app_queue.c, configs/samples/queues.conf.sample, \
             queuerules.conf.sample",
            "github.com/asterisk/asterisk/issues/108",
        ],
    },
};

const PENALTY: &Kind = &Kind::Count(0, 1_000_000);

const STRATEGIES: &[Choice] = &[
    Choice {
        word: "ringall",
        summary: "all of the lowest penalty with anybody free ring, and whoever answers first takes the call",
    },
    Choice { word: "leastrecent", summary: "whose last call of this queue ended first" },
    Choice { word: "fewestcalls", summary: "who has taken the fewest calls" },
    Choice { word: "random", summary: "anybody" },
    Choice { word: "rrmemory", summary: "the next after the last one called" },
    Choice { word: "rrordered", summary: "the same, in the order of the file" },
    Choice { word: "linear", summary: "the first in the order of the file" },
    Choice { word: "wrandom", summary: "anybody, with the penalty as a weight against" },
];

const RULE: &[Setting] = &[
    required("at", Kind::Span, "time in the queue"),
    optional("least", *PENALTY, "QUEUE_MIN_PENALTY from then on; without, it stays"),
    optional("most", *PENALTY, "QUEUE_MAX_PENALTY from then on; without, it stays"),
    optional("raise", *PENALTY, "QUEUE_RAISE_PENALTY from then on; without, it stays"),
];

/// The attribute that holds the weight of a team.
const WEIGHT: &str = "asterisk-weight";

/// Which penalties may take a caller, and what low ones count as.
#[derive(Debug, Clone, Copy)]
struct Window {
    at: Span,
    least: Option<u64>,
    most: Option<u64>,
    raise: Option<u64>,
}

impl Window {
    /// What a penalty counts as; `None` outside the window.
    fn rank(&self, penalty: u64) -> Option<u64> {
        let rank = penalty.max(self.raise.unwrap_or(0));
        let inside = self.least.is_none_or(|least| rank >= least) && self.most.is_none_or(|most| rank <= most);
        inside.then_some(rank)
    }

    /// What it is after a rule.
    fn after(self, rule: &Settings) -> Result<Self, Complaint> {
        let change = |key, old: Option<u64>| rule.find_count(key).or(old);
        Ok(Self {
            at: finite(rule, "at").map_err(|complaint| Complaint { setting: Some("rules"), ..complaint })?,
            least: change("least", self.least),
            most: change("most", self.most),
            raise: change("raise", self.raise),
        })
    }
}

fn write(settings: &Settings, ground: &mut Ground<'_>) -> Result<(), Complaint> {
    let (windows, penalties) = (windows(settings)?, penalties(settings, ground.teams()));
    let weighs = settings.choice("strategy") == "wrandom";
    ground.contact_order("['priority', 'longest-wait']");
    ground.agent_order(match settings.choice("strategy") {
        "leastrecent" => "[{ longest-idle = 'last-end-this-queue' }]",
        "fewestcalls" => "[{ answered = { since = 'login' } }]",
        "random" | "ringall" => "['random']",
        "wrandom" => "[{ weighted-random = 'asterisk-weight' }]",
        "linear" => "['fixed-order']",
        _ => "['circular']",
    });
    if settings.choice("strategy") == "ringall" {
        ground.in_queues(&["offers", "to"], "'all'");
        ground.in_queues(&["offers", "among"], "'first-pool'");
    }
    if !settings.flag("autofill") {
        ground.in_queues(&["offers", "serial"], "true");
    }
    if weighs {
        for (team, penalty) in &penalties {
            let weight = 1.0 / (1.0 + *penalty as f64);
            ground.in_team(team, &["attributes", WEIGHT], &format!("{weight:?}"));
        }
    }
    let ranks = |penalty: u64, window: &Window| window.rank(penalty).map(|rank| if weighs { 0 } else { rank });
    let mut changes: Vec<Vec<Step>> = windows.iter().map(|window| steps(window, &penalties, ranks)).collect();
    changes.dedup_by(|later, earlier| later.iter().map(|step| &step.teams).eq(earlier.iter().map(|step| &step.teams)));
    let steps = changes.concat();
    if steps.len() > 1 || steps.iter().any(|step| step.teams.len() < penalties.len()) {
        ground.in_queues(&["steps"], &toml(&steps));
    }
    Ok(())
}

/// Every team with its penalty.
fn penalties(settings: &Settings, teams: &[String]) -> Vec<(String, u64)> {
    let written = settings.find_map("penalties").unwrap_or_default();
    let penalty = |team: &String| match written.iter().find(|(name, _)| name == team).map(|(_, located)| &located.value)
    {
        Some(Value::Count(penalty)) => *penalty,
        _ => 0,
    };
    teams.iter().map(|team| (team.clone(), penalty(team))).collect()
}

/// The window at first, and after each rule.
fn windows(settings: &Settings) -> Result<Vec<Window>, Complaint> {
    let bound = |key| settings.find_count(key);
    let mut windows =
        vec![Window { at: Span::ZERO, least: bound("least"), most: bound("most"), raise: bound("raise") }];
    for rule in settings.list("rules") {
        let before = windows[windows.len() - 1];
        let next = before.after(rule.table())?;
        if next.at <= before.at {
            let text = format!("a rule at `{}` follows `{}`, expected later ones to follow", next.at, before.at);
            return Err(Complaint::about("rules", text).help("put the rules in order of `at`, the first after 0s"));
        }
        windows.push(next);
    }
    Ok(windows)
}

/// From a time on, the teams inside the window, the lowest penalty first.
fn steps(window: &Window, penalties: &[(String, u64)], rank: impl Fn(u64, &Window) -> Option<u64>) -> Vec<Step> {
    let inside = penalties.iter().filter_map(|(team, penalty)| Some((team, rank(*penalty, window)?)));
    let inside: Vec<(&String, u64)> = inside.collect();
    let mut ranks: Vec<u64> = inside.iter().map(|(_, rank)| *rank).collect();
    ranks.sort_unstable();
    ranks.dedup();
    if ranks.is_empty() {
        let nobody = Step { at: window.at, mode: "replace", requires: Some("false".to_owned()), ..Step::default() };
        return vec![nobody];
    }
    let step = |(number, wanted): (usize, &u64)| Step {
        at: window.at,
        mode: if number == 0 { "replace" } else { "add-after" },
        teams: inside.iter().filter(|(_, rank)| rank == wanted).map(|(team, _)| (*team).clone()).collect(),
        ..Step::default()
    };
    ranks.iter().enumerate().map(step).collect()
}
