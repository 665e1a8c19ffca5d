//! Starving: queues that every team is kept from, each by whatever rule, and rules that keep a team from a queue for good.

use super::Ground;
use super::service::{most_people, present};
use super::steps::waits_at_most;
use crate::scenario::{AboveTarget, Condition, Gauge, Membership, Reach, Scenario, Team};
use crate::units::{QueueId, SkillId, Span};

/// Switches that ask for switches are followed so deep.
const DEEPEST: usize = 8;

pub(super) fn check(ground: &mut Ground<'_>, reach: &[Reach]) {
    let scenario = ground.scenario;
    for (index, queue) in scenario.queues.iter().enumerate() {
        let here = Here { scenario, queue: QueueId::of(index), reach, longest: waits_at_most(scenario, reach, index) };
        let serving: Vec<&Team> = scenario.teams.iter().filter(|team| present(team) && here.serves(team)).collect();
        let kept: Vec<(&Team, Kept)> = serving.iter().filter_map(|team| Some((*team, here.kept_away(team)?))).collect();
        for (team, kept) in &kept {
            kept.alone(ground, team, &queue.name);
        }
        let told_already = kept.len() == 1 && kept[0].1.is_told_alone();
        if kept.is_empty() || kept.len() < serving.len() || told_already {
            continue;
        }
        let why: Vec<String> = kept.iter().map(|(team, kept)| kept.told(&team.name)).collect();
        let message =
            format!("the first contacts of the queue `{}` are left to nobody: {}", queue.name, why.join(", and "));
        ground.warn(ground.named("queues", &queue.name), message, "let one team serve it always");
    }
}

/// A queue and who comes to it.
struct Here<'a> {
    scenario: &'a Scenario,
    queue: QueueId,
    reach: &'a [Reach],
    /// Nobody waits there for longer.
    longest: Span,
}

/// What keeps a team from the first contacts of a queue.
enum Kept {
    /// A condition, as written, that does not hold while nobody else waits anywhere.
    While(String),
    /// So many others who must stay free.
    Free(u32),
    /// A delay that outlasts every wait.
    Delay(Span, Span),
    /// The share of its work beyond which it takes nobody; whether it serves nothing else.
    Target(bool),
}

impl Kept {
    /// Whether the team is warned of by itself.
    fn is_told_alone(&self) -> bool {
        !matches!(self, Self::While(_))
    }

    /// As a part of a sentence.
    fn told(&self, team: &str) -> String {
        match self {
            Self::While(text) => format!("the team `{team}` serves it only while `{text}`"),
            Self::Free(others) => format!("the team `{team}` keeps {others} others free"),
            Self::Delay(delay, _) => format!("the team `{team}` takes nobody before a wait of `{delay}`"),
            Self::Target(_) => format!("the team `{team}` stays idle above its `target`"),
        }
    }

    /// Warns of the team alone; of people kept free it is said elsewhere.
    fn alone(&self, ground: &mut Ground<'_>, team: &Team, queue: &str) {
        let name = &team.name;
        let (message, help) = match self {
            Self::While(_) | Self::Free(_) => return,
            Self::Delay(delay, longest) => (
                format!(
                    "the team `{name}` never takes contacts of the queue `{queue}`: it does so after a wait of \
                     `{delay}`, and nobody waits there longer than `{longest}`"
                ),
                "make the `delay` shorter",
            ),
            Self::Target(true) => (
                format!(
                    "the team `{name}` takes one contact of the queue `{queue}` and then no more: it serves no other, \
                     so that its share is above the `target` from then on"
                ),
                "let it serve other queues, or write `above_target = \"serve\"`",
            ),
            Self::Target(false) => (
                format!(
                    "the team `{name}` takes one contact of the queue `{queue}` and then no more: every share is above \
                     a `target` of 0"
                ),
                "write a `target`, or leave the queue out",
            ),
        };
        ground.warn(ground.setting("teams", name, "queues"), message, help);
    }
}

impl Here<'_> {
    /// Whether a team may serve some contact type here.
    fn serves(&self, team: &Team) -> bool {
        let member = team.queues.is_empty() || team.membership(self.queue).is_some();
        let mut here = self.scenario.contacts.iter().zip(self.reach).filter(|(_, reach)| reach.has_queue(self.queue));
        member && here.any(|(contact, _)| self.scenario.may_serve(team, contact))
    }

    fn kept_away(&self, team: &Team) -> Option<Kept> {
        let member = team.membership(self.queue);
        let by_member = member.and_then(|member| self.by_membership(team, member));
        by_member.or_else(|| self.without_skills(team)).or_else(|| self.keeps_free(team))
    }

    fn by_membership(&self, team: &Team, member: &Membership) -> Option<Kept> {
        let never = |condition: &&Condition| self.is_false(condition);
        if let Some(condition) = member.while_.as_ref().filter(never) {
            return Some(Kept::While(condition.text.clone()));
        }
        if member.delay >= self.longest {
            return Some(Kept::Delay(member.delay, self.longest));
        }
        let target = member.target.filter(|_| member.above_target == AboveTarget::StayIdle)?;
        let others = team.queues.iter().filter(|other| other.queue != self.queue);
        let alone = !others.map(|other| Here { queue: other.queue, ..*self }).any(|other| other.serves(team));
        (target.get() == 0.0 || alone && target.get() < 1.0).then_some(Kept::Target(alone))
    }

    /// What a team can do only at times is what it needs here.
    fn without_skills(&self, team: &Team) -> Option<Kept> {
        let lacking = team.skills_while.iter().filter(|(_, condition)| self.is_false(condition));
        let skills: Vec<SkillId> = lacking.clone().map(|(skill, _)| *skill).collect();
        let (_, first) = lacking.into_iter().next()?;
        (!self.serves(&team.without(&skills))).then(|| Kept::While(first.text.clone()))
    }

    /// More people are kept free, for whichever type comes here, than the team has.
    fn keeps_free(&self, team: &Team) -> Option<Kept> {
        let most = most_people(team);
        let of_queue = team.keep_free.iter().filter(|keep| keep.queue == Some(self.queue));
        let kept = of_queue.map(|keep| keep.others.fewest()).find(|others| *others > 0 && most <= f64::from(*others));
        kept.or_else(|| self.keeps_from_all(team, most)).map(Kept::Free)
    }

    /// The fewest that are kept free from every type that the team may serve here.
    fn keeps_from_all(&self, team: &Team, most: f64) -> Option<u32> {
        let types = self.scenario.contacts.iter().zip(self.reach).enumerate();
        let here =
            types.filter(|(_, (contact, reach))| reach.has_queue(self.queue) && self.scenario.may_serve(team, contact));
        let kept = |(index, _)| {
            let own = team.keep_free.iter().filter(|keep| keep.contact.is_some_and(|it| it.index() == index));
            own.map(|keep| keep.others.fewest()).filter(|others| *others > 0 && most <= f64::from(*others)).max()
        };
        here.map(kept).try_fold(u32::MAX, |least, kept| Some(least.min(kept?))).filter(|least| *least < u32::MAX)
    }

    /// Whether a condition is false while one contact waits here, however long, and nobody elsewhere.
    fn is_false(&self, condition: &Condition) -> bool {
        let after = |waited: Span| self.known(condition, waited, DEEPEST) == Some(false);
        after(Span::ZERO) && after(self.longest)
    }

    fn known(&self, condition: &Condition, waited: Span, deep: usize) -> Option<bool> {
        let field = |position: usize| self.gauge(condition.gauges[position], waited, deep);
        condition.formula.known(&field).map(|value| value != 0.0)
    }

    fn gauge(&self, gauge: Gauge, waited: Span, deep: usize) -> Option<f64> {
        match gauge {
            Gauge::Length(queue) => Some(if queue == self.queue { 1.0 } else { 0.0 }),
            Gauge::OldestWait(queue) => Some(if queue == self.queue { waited.as_seconds() } else { 0.0 }),
            Gauge::ExpectedWait(_) => Some(0.0),
            Gauge::Switch(number) => self.switch(number, waited, deep.checked_sub(1)?),
            Gauge::ServiceLevel(_) | Gauge::Open(_) | Gauge::People(..) | Gauge::TimeOfDay => None,
        }
    }

    /// A switch that has been off; what its hours say is not known.
    fn switch(&self, number: usize, waited: Span, deep: usize) -> Option<f64> {
        let on = self.scenario.switches[number].on.as_ref()?;
        (!self.known(on, waited, deep)?).then_some(0.0)
    }
}
