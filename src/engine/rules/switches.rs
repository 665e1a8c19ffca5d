//! Switches and numbers that adapt: what is looked at over and over, and remembered in between.

use crate::engine::centre::Centre;
use crate::plan::SwitchPlan;
use crate::record::Observer;
use crate::units::Instant;

/// A switch at one moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct SwitchNow {
    pub(super) on: bool,
    /// When it is looked at next, where that is now and then.
    next_look: Instant,
    /// When a decision takes effect that has been taken; never without one.
    turns_at: Instant,
}

impl Default for SwitchNow {
    fn default() -> Self {
        Self { on: false, next_look: Instant::START, turns_at: Instant::NEVER }
    }
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// Turns every switch that has to be turned, in the order of the file; whether there was one.
    pub(super) fn turn_switches(&mut self) -> bool {
        let mut turned = false;
        for (number, plan) in self.plan.rules.switches.iter().enumerate() {
            let before = self.rules.switches[number];
            self.rules.switches[number] = self.turned(before, plan);
            turned |= self.rules.switches[number].on != before.on;
        }
        turned
    }

    fn turned(&self, mut switch: SwitchNow, plan: &SwitchPlan) -> SwitchNow {
        if switch.turns_at <= self.now {
            (switch.on, switch.turns_at) = (!switch.on, Instant::NEVER);
        }
        let open = plan.door.is_open(self.now);
        let looks = plan.every.is_none_or(|_| switch.next_look <= self.now);
        if let Some(every) = plan.every.filter(|_| looks) {
            while switch.next_look <= self.now {
                switch.next_look = switch.next_look + every;
            }
        }
        let wanted = open && if looks { self.wants_on(switch.on, plan) } else { switch.on };
        if switch.turns_at == Instant::NEVER && wanted != switch.on {
            switch.turns_at = self.now + plan.lag;
            if switch.turns_at <= self.now {
                (switch.on, switch.turns_at) = (wanted, Instant::NEVER);
            }
        }
        switch
    }

    /// Whether its conditions want a switch to be on that is on or off.
    fn wants_on(&self, on: bool, plan: &SwitchPlan) -> bool {
        let turns_on = || plan.on.as_ref().is_none_or(|test| self.test(test));
        match &plan.off {
            Some(off) => !self.test(off) && (on || turns_on()),
            None => turns_on(),
        }
    }

    /// When some switch may turn although nothing happens.
    pub(super) fn switches_turn_at(&self) -> Instant {
        let each = self.plan.rules.switches.iter().zip(&self.rules.switches);
        each.map(|(plan, switch)| self.turns_at(plan, switch)).min().unwrap_or(Instant::NEVER)
    }

    fn turns_at(&self, plan: &SwitchPlan, switch: &SwitchNow) -> Instant {
        let tests = [&plan.on, &plan.off].into_iter().flatten();
        let looks = match plan.every {
            Some(_) => switch.next_look,
            None => tests.map(|test| self.crosses_at(test)).min().unwrap_or(Instant::NEVER),
        };
        looks.min(switch.turns_at).min(plan.door.changes_after(self.now))
    }

    /// Raises and lowers the numbers whose time has come.
    pub(super) fn adapt(&mut self) {
        for (number, plan) in self.plan.rules.adapts.iter().enumerate() {
            let (value, at) = self.rules.adapts[number];
            if at > self.now {
                continue;
            }
            let holds = |test: &Option<crate::plan::Test>| test.as_ref().is_some_and(|test| self.test(test));
            let value = if holds(&plan.raise_if) {
                value.saturating_add(plan.step).min(plan.most)
            } else if holds(&plan.lower_if) {
                value.saturating_sub(plan.step).max(plan.least)
            } else {
                value
            };
            self.rules.adapts[number] = (value, at + plan.every);
        }
    }
}
