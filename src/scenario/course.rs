//! Courses: every way in which the steps of a queue can follow each other for one contact.
//!
//! A node is what has happened so far: which steps were taken, and which teams' delays have passed. Where nothing
//! depends on the centre, the course is one line, and a node is a stretch of the wait.

use super::schedule::{AfterLast, Clock, OnTransfer};
use super::steps::{Begins, Mode, Step, WhenFalse};
use super::{ContactType, Queue, Scenario};
use crate::units::{QueueId, Span};

/// What has happened to a contact in its queue so far, and what comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Steps that were taken and still matter, in order.
    pub applied: Vec<usize>,
    /// Whether the last step is over.
    pub ended: bool,
    /// The longest wait that has passed at which something but a step changes.
    pub delay: Span,
    /// Wait from which contacts are here, where the course is one line.
    pub from: Span,
    /// Wait after which they move on, where the course is one line; never from the last node.
    pub until: Span,
    /// The next of these waits, and the node after it.
    pub next_delay: Option<(Span, usize)>,
    /// The next step.
    pub next_step: Option<StepTurn>,
}

/// A step that is next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepTurn {
    /// Which; the number of all steps stands for the end of the last.
    pub step: usize,
    /// When it is due.
    pub when: When,
    /// The node if it is taken.
    pub taken: usize,
    /// The node if it is skipped.
    pub skipped: usize,
    /// The node in which its condition is waited for, if it waits.
    pub waiting: Option<usize>,
}

/// When a step is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At this time on the schedule's clock.
    At(Span),
    /// So long after the last step that was taken began; after the contact entered, if none was.
    After(Span),
    /// As soon as its condition holds.
    Met,
}

/// What tells nodes apart while they are found.
#[derive(Clone, PartialEq)]
struct Mark {
    next: usize,
    waiting: bool,
    applied: Vec<usize>,
    lasts: Span,
    ended: bool,
    delays: usize,
}

impl Queue {
    /// Whether its steps can follow each other in more than one way, or by another clock than the wait.
    pub fn has_own_course(&self) -> bool {
        let conditional = self.steps.iter().any(Step::is_conditional);
        let clock = matches!(self.schedule.clock, Clock::SinceContactStart | Clock::SinceFirstAttempt);
        let rule = clock || self.schedule.on_transfer == OnTransfer::Continue || self.ends_steps();
        conditional || (rule && !self.steps.is_empty()) || self.checks_wait()
    }

    /// Whether something follows the last step.
    fn ends_steps(&self) -> bool {
        self.schedule.after_last != AfterLast::Wait && self.steps.last().is_some_and(|step| step.lasts.is_some())
    }

    /// Whether its maximum wait depends on the centre.
    pub fn checks_wait(&self) -> bool {
        self.wait_check.is_some()
    }
}

impl Scenario {
    /// Every node of the course of a contact type in a queue, the one at the entrance first.
    pub fn course(&self, contact: &ContactType, queue: QueueId) -> Vec<Node> {
        let of = &self.queues[queue.index()];
        if of.has_own_course() { self.branching(contact, queue) } else { self.straight(contact, queue) }
    }

    /// Waits in a queue at which something but a step changes for a contact type, such as delays of teams, without zero.
    fn delays(&self, contact: &ContactType, queue: QueueId) -> Vec<Span> {
        let of_teams = self.teams.iter().filter_map(|team| team.membership(queue)).map(|member| member.delay);
        let changes = self.queues[queue.index()].changes.iter().chain(&contact.changes).map(|change| change.from);
        let beside = self.queues[queue.index()].also_in.iter().map(|also| also.at);
        let mut delays: Vec<Span> = of_teams.chain(changes).chain(beside).filter(|delay| *delay > Span::ZERO).collect();
        delays.sort_unstable();
        delays.dedup();
        delays
    }

    /// A course of one line: the wait alone says where a contact is.
    fn straight(&self, contact: &ContactType, queue: QueueId) -> Vec<Node> {
        let steps = &self.queues[queue.index()].steps;
        let mut from: Vec<Span> = steps.iter().map(|step| step.at).chain(self.delays(contact, queue)).collect();
        from.push(Span::ZERO);
        from.sort_unstable();
        from.dedup();
        let node = |place: usize| Node {
            applied: (0..steps.len()).filter(|&step| steps[step].at <= from[place]).collect(),
            ended: false,
            delay: from[place],
            from: from[place],
            until: from.get(place + 1).copied().unwrap_or(Span::NEVER),
            next_delay: None,
            next_step: None,
        };
        (0..from.len()).map(node).collect()
    }

    /// A course that depends on more than the wait.
    fn branching(&self, contact: &ContactType, queue: QueueId) -> Vec<Node> {
        let (of, delays) = (&self.queues[queue.index()], self.delays(contact, queue));
        let entrance =
            Mark { next: 0, waiting: false, applied: Vec::new(), lasts: Span::ZERO, ended: false, delays: 0 };
        let (mut marks, mut nodes) = (vec![entrance], Vec::new());
        while let Some(mark) = marks.get(nodes.len()).cloned() {
            let mut number = |mark: Mark| {
                marks.iter().position(|known| *known == mark).unwrap_or_else(|| {
                    marks.push(mark);
                    marks.len() - 1
                })
            };
            let next_delay = delays.get(mark.delays).map(|delay| {
                let after = Mark { delays: mark.delays + 1, ..mark.clone() };
                (*delay, number(after))
            });
            let next_step = of.turn(&mark, &mut number);
            nodes.push(Node {
                delay: mark.delays.checked_sub(1).map_or(Span::ZERO, |last| delays[last]),
                applied: mark.applied,
                ended: mark.ended,
                from: Span::ZERO,
                until: Span::NEVER,
                next_delay,
                next_step,
            });
        }
        nodes
    }
}

impl Queue {
    /// The next step from a node, and where it leads.
    fn turn(&self, mark: &Mark, number: &mut impl FnMut(Mark) -> usize) -> Option<StepTurn> {
        let Some(step) = self.steps.get(mark.next) else { return self.end(mark, number) };
        let when = match step.begins {
            _ if mark.waiting => When::Met,
            Begins::At(at) if self.schedule.clock == Clock::SinceStepStart => When::After(at),
            Begins::At(at) => When::At(at),
            Begins::AfterOneBefore => When::After(mark.lasts),
        };
        let lasts = step.lasts.unwrap_or(Span::ZERO);
        let after = Mark { next: mark.next + 1, waiting: false, ..mark.clone() };
        let taken = number(Mark { applied: self.with(&mark.applied, mark.next), lasts, ..after.clone() });
        let skipped = if step.is_conditional() { number(after) } else { taken };
        let waits = step.only_if.is_some() && step.when_false == WhenFalse::Wait;
        let waiting = waits.then(|| number(Mark { waiting: true, ..mark.clone() }));
        Some(StepTurn { step: mark.next, when, taken, skipped, waiting })
    }

    /// What follows the last step, if anything does.
    fn end(&self, mark: &Mark, number: &mut impl FnMut(Mark) -> usize) -> Option<StepTurn> {
        if mark.ended || !self.ends_steps() {
            return None;
        }
        let taken = number(Mark { ended: true, ..mark.clone() });
        let when = When::After(mark.lasts);
        Some(StepTurn { step: self.steps.len(), when, taken, skipped: taken, waiting: None })
    }

    /// Steps that matter after one more is taken; whoever could serve before one that replaces matters no more.
    fn with(&self, applied: &[usize], step: usize) -> Vec<usize> {
        let replaces = self.steps[step].mode == Mode::Replace;
        let lasting = |number: &usize| {
            let step = &self.steps[*number];
            !step.change.is_nothing() || step.raise_penalty_to.is_some() || !step.drop_skills.is_empty()
        };
        applied.iter().copied().filter(|number| !replaces || lasting(number)).chain([step]).collect()
    }
}
