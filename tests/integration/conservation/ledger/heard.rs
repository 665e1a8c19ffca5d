//! What the ledger hears: each announcement is checked against what it knows of the contact, and booked.

use switchboard::record::{
    AgentState, Aside, Attempt, AttemptEnd, CallbackTurn, Cause, ContactRecord, Departure, Exit, Foretold, HandOver,
    IssueEnd, IssueRecord, Observer, Offer, OfferEnd, Outcome, Records, Reply, Transfer,
};
use switchboard::stats::Field;
use switchboard::units::{AgentId, FlowId, Instant, NodeId, Span, TeamId};

use super::{Ledger, Life, Person, of_kind, of_stay, of_team};

impl Observer for Ledger {
    fn arrived(&mut self, now: Instant, contact: &ContactRecord) {
        self.at(now);
        assert_eq!((contact.arrived, contact.serial), (now, self.contacts.len() as u64));
        self.contacts.insert(contact.serial, Life::default());
        let customer = (contact.kind.0, contact.customer);
        if contact.cause == Cause::Dialled {
            // The centre calls about something of its own each time.
            self.issues.remove(&customer);
            self.first_came.insert(customer, now);
        }
        self.first_came.entry(customer).or_insert(now);
        if contact.cause == Cause::Dialled {
            self.lists.comes(contact.customer);
        }
        let field = match contact.cause {
            Cause::First => Field::ArrivedFirst,
            Cause::Redial => Field::ArrivedRedial,
            Cause::Reconnect => Field::ArrivedReconnect,
            Cause::FollowUp => Field::ArrivedFollowUp,
            Cause::Dialled => Field::ArrivedDialled,
        };
        self.add(&of_kind(&self.scopes, &self.layout, contact.kind.index()), now, field, 1);
    }

    fn reached(&mut self, now: Instant, contact: &ContactRecord, _: FlowId, _: NodeId) {
        self.at(now);
        self.life(contact).in_flow = true;
    }

    fn used(&mut self, now: Instant, contact: &ContactRecord, cost: f64) {
        self.at(now);
        assert!(self.life(contact).in_flow && !self.life(contact).ended);
        let scopes = of_kind(&self.scopes, &self.layout, contact.kind.index());
        self.add(&scopes, contact.arrived, Field::Uses, 1);
        self.add(&scopes, contact.arrived, Field::UseCost, (cost * 1e6).round() as u64);
    }

    fn left_flow(&mut self, now: Instant, contact: &ContactRecord, (_, entered): (FlowId, Instant), exit: Exit) {
        self.at(now);
        let life = self.life(contact);
        assert!(std::mem::take(&mut life.in_flow) && !life.ended);
        let scopes = of_kind(&self.scopes, &self.layout, contact.kind.index());
        if let Some(interval) = self.interval(contact.arrived) {
            for &scope in &scopes {
                self.books[scope][interval].add_exit(exit, 1);
            }
        }
        self.add(&scopes, contact.arrived, Field::FlowTime, now.since(entered).as_ticks());
    }

    fn offered(&mut self, now: Instant, contact: &ContactRecord) {
        self.at(now);
        assert_eq!(contact.entered, now);
        let life = self.life(contact);
        assert!(life.with.is_none() && !life.ended && !life.in_flow);
        assert!(life.offered.insert(contact.queue.index(), now).is_none());
    }

    fn began_waiting(&mut self, now: Instant, contact: &ContactRecord) {
        self.at(now);
        assert!(self.life(contact).waiting.insert(contact.queue.index(), now).is_none());
        self.change_waiting(now, contact.queue.index(), true);
    }

    fn stopped_waiting(&mut self, now: Instant, contact: &ContactRecord) {
        self.at(now);
        let since = self.life(contact).waiting.remove(&contact.queue.index()).expect("who stops waiting has waited");
        self.last_wait_ended = now;
        self.split(&[0, 1 + contact.queue.index()], Field::QueueArea, since, now);
        self.change_waiting(now, contact.queue.index(), false);
    }

    fn answered(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, team: TeamId) {
        self.at(now);
        self.settle(now, contact, true);
        self.stay_ends(now, contact, None);
        assert!(self.life(contact).with.replace(agent).is_none() && self.life(contact).rings.is_empty());
        self.agents[agent.index()].talks += 1;
        self.add(&of_team(&self.scopes, &self.layout, team.index()), now, Field::AgentAnswered, 1);
    }

    fn rang(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _: TeamId) {
        self.at(now);
        let life = self.life(contact);
        assert!(!life.waiting.is_empty() && life.with.is_none() && !life.ended, "only who waits rings");
        life.rings.push((agent, now));
    }

    fn offer_ended(&mut self, now: Instant, contact: &ContactRecord, offer: Offer, how: OfferEnd) {
        self.at(now);
        let life = self.life(contact);
        assert!(!life.waiting.is_empty() && !life.ended, "an offer ends before the wait of its contact");
        let rings = life.rings.iter().position(|ring| *ring == (offer.agent, offer.began));
        life.rings.swap_remove(rings.expect("an offer ends that has begun"));
        let scopes = of_team(&self.scopes, &self.layout, offer.team.index());
        if let Some(interval) = self.interval(now) {
            for scope in scopes {
                self.books[scope][interval].add_offers(how, 1, now.since(offer.began).as_ticks());
            }
        }
    }

    fn callback(&mut self, now: Instant, contact: &ContactRecord, turn: CallbackTurn) {
        self.at(now);
        assert!(!self.life(contact).ended && self.life(contact).with.is_none());
        let scopes = of_stay(&self.scopes, &self.layout, contact);
        let mut add = |field, value| self.add(&scopes, contact.entered, field, value);
        match turn {
            CallbackTurn::Accepted => add(Field::CallbackAccepted, 1),
            CallbackTurn::Declined => add(Field::CallbackDeclined, 1),
            CallbackTurn::Dialled(_) => add(Field::CallbackDialled, 1),
            CallbackTurn::Reached(_) => add(Field::CallbackReached, 1),
            CallbackTurn::NotReached(_) => {}
            CallbackTurn::Connected { accepted, promised } => {
                add(Field::CallbackConnected, 1);
                add(Field::CallbackInTime, u64::from(now <= promised));
                add(Field::CallbackWait, now.since(accepted).as_ticks());
            }
        }
    }

    fn turned_out(&mut self, now: Instant, contact: &ContactRecord, foretold: Foretold) {
        self.at(now);
        let life = self.life(contact);
        let since = life.offered.get(&contact.queue.index()).copied();
        assert!(life.with.is_none() && since.is_some_and(|since| since <= foretold.at), "told before the answer");
        let (said, came) = (foretold.wait.as_ticks(), now.since(foretold.at).as_ticks());
        let off = (said.abs_diff(came) + 5_000) / 10_000;
        let scopes = of_stay(&self.scopes, &self.layout, contact);
        for (field, value) in [
            (Field::Foretold, 1),
            (Field::ForetoldTooShort, u64::from(said < came)),
            (Field::ForetoldSaid, said),
            (Field::ForetoldCame, came),
            (Field::ForetoldAbove, said.saturating_sub(came)),
            (Field::ForetoldBelow, came.saturating_sub(said)),
            (Field::ForetoldSquares, off * off),
        ] {
            self.add(&scopes, contact.entered, field, value);
        }
    }

    fn departed(&mut self, now: Instant, contact: &ContactRecord, how: Departure) {
        self.at(now);
        self.stay_ends(now, contact, Some(how));
    }

    fn set_aside(&mut self, now: Instant, contact: &ContactRecord, why: Aside, agent: AgentId, _: TeamId) {
        self.at(now);
        let life = self.life(contact);
        assert_eq!((life.with, life.aside.replace((why, now))), (Some(agent), None));
        self.agents[agent.index()].talks -= 1;
        let scopes = of_stay(&self.scopes, &self.layout, contact);
        self.add(&scopes, contact.entered, Field::Interruptions, u64::from(why == Aside::OnHold));
    }

    fn taken_up(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _: TeamId) {
        self.at(now);
        let life = self.life(contact);
        assert_eq!(life.with, Some(agent));
        let (why, since) = life.aside.take().expect("what is taken up was aside");
        life.was_aside[why as usize] = life.was_aside[why as usize].plus(now.since(since));
        self.agents[agent.index()].talks += 1;
    }

    fn was_aside(&mut self, now: Instant, contact: &ContactRecord, on_hold: Span, inactive: Span) {
        self.at(now);
        let life = self.life(contact);
        if let Some((why, since)) = life.aside {
            life.was_aside[why as usize] = life.was_aside[why as usize].plus(now.since(since));
        }
        assert_eq!(life.was_aside, [on_hold, inactive]);
    }

    fn handed_over(&mut self, now: Instant, contact: &ContactRecord, hand_over: HandOver) {
        self.at(now);
        let life = self.life(contact);
        assert!(!life.ended && life.asking.is_none() && life.offered.is_empty());
        match hand_over.how {
            Transfer::Cold => assert_eq!(life.with, None, "told after the talk"),
            how => {
                assert_eq!(life.with.take(), Some(hand_over.agent), "told before the end of the talk");
                life.staying.push((hand_over.agent, std::mem::take(&mut life.was_aside)));
                life.asking = (how == Transfer::Consult).then_some(hand_over.agent);
            }
        }
        life.transfers += u16::from(hand_over.how.passes_on());
        assert_eq!(life.transfers, hand_over.number);
        let scopes = of_stay(&self.scopes, &self.layout, contact);
        if let Some(interval) = self.interval(contact.entered) {
            for scope in scopes {
                self.books[scope][interval].add_transfers(hand_over.how, 1);
            }
        }
        let counted = match hand_over.number {
            1 => Field::PassedOn,
            2 => Field::PassedOnAgain,
            _ => return,
        };
        let kinds = of_kind(&self.scopes, &self.layout, contact.kind.index());
        self.add(&kinds, contact.arrived, counted, u64::from(hand_over.how.passes_on()));
    }

    fn went_on_alone(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _: TeamId) {
        self.at(now);
        let life = self.life(contact);
        assert!(life.with.is_none() && life.offered.is_empty() && !life.ended, "nobody else is with it");
        let (who, told) = life.staying.pop().expect("somebody has asked");
        assert_eq!((life.asking.take(), who), (Some(agent), agent));
        (life.with, life.told_before) = (Some(agent), told);
    }

    fn issue_ended(&mut self, now: Instant, issue: &IssueRecord, how: IssueEnd) {
        self.at(now);
        let customer = (issue.kind.0, issue.customer);
        assert!(self.issues.insert(customer), "an issue ends once");
        self.contacts_of_issues += issue.contacts as usize;
        assert_eq!(self.first_came.get(&customer), Some(&issue.opened), "an issue begins with its first contact");
        if let Some((gone, waited)) = self.last_gone.filter(|(gone, _)| how != IssueEnd::Open && *gone == customer) {
            assert_eq!((gone, waited), (customer, issue.waited.as_ticks()), "all waits were for this");
        }
        self.book_issue(now, issue, how);
    }

    fn replied(&mut self, now: Instant, contact: &ContactRecord, reply: Reply, agent: AgentId, _: TeamId) {
        self.at(now);
        let life = self.life(contact);
        assert!(life.with == Some(agent) && life.aside.is_none() && !life.ended);
        let scopes = of_stay(&self.scopes, &self.layout, contact);
        let in_time = u64::from(reply.after <= reply.within);
        let (time, work) = (reply.after.as_ticks(), reply.work.as_ticks());
        // Whoever is sent on after a misunderstanding begins anew.
        let before = std::mem::replace(&mut self.life(contact).replied, true);
        assert!(reply.first || before);
        let first = u64::from(reply.first);
        for (field, number) in [
            (Field::Conversations, first),
            (Field::Replies, 1),
            (Field::RepliesInTime, in_time),
            (Field::ReplyTime, time),
            (Field::ReplyWork, work),
        ] {
            self.add(&scopes, contact.entered, field, number);
        }
    }

    fn talked(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _: TeamId) {
        self.at(now);
        let life = self.life(contact);
        let stayed =
            life.staying.iter().position(|(staying, _)| *staying == agent).filter(|_| life.with != Some(agent));
        let (aside, told, before) = if let Some(place) = stayed {
            (false, [Span::ZERO; 2], life.staying.remove(place).1)
        } else {
            assert_eq!(life.with.take(), Some(agent));
            let told = std::mem::take(&mut life.was_aside);
            (life.aside.take().is_some(), told, std::mem::take(&mut life.told_before))
        };
        self.agents[agent.index()].talks -= u32::from(!aside);
        self.agents[agent.index()].wrap_ups += 1;
        let scopes = of_stay(&self.scopes, &self.layout, contact);
        let [on_hold, inactive] = [0, 1].map(|why| told[why].plus(before[why]).as_ticks());
        let talk = now.since(contact.answered).as_ticks() - on_hold - inactive;
        for (field, time) in [(Field::Talk, talk), (Field::OnHold, on_hold), (Field::Inactive, inactive)] {
            self.add(&scopes, contact.entered, field, time);
        }
    }

    fn handled(&mut self, now: Instant, contact: &ContactRecord, wrap_up: Span, agent: AgentId, _: TeamId) {
        self.at(now);
        self.agents[agent.index()].wrap_ups -= 1;
        let scopes = of_stay(&self.scopes, &self.layout, contact);
        self.add(&scopes, contact.entered, Field::WrapUp, wrap_up.as_ticks());
    }

    fn handed_back(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, team: TeamId) {
        self.talked(now, contact, agent, team);
        self.agents[agent.index()].wrap_ups -= 1;
    }

    fn ended(&mut self, now: Instant, contact: &ContactRecord, outcome: Outcome) {
        self.at(now);
        if outcome != Outcome::Unfinished {
            self.settle(now, contact, false);
        }
        let life = self.life(contact);
        assert!(!std::mem::replace(&mut life.ended, true), "a contact ends once");
        assert!(life.offered.is_empty() && life.waiting.is_empty() && !life.in_flow && life.rings.is_empty());
        assert!(life.with.is_none() || outcome == Outcome::Unfinished);
        let scopes = of_kind(&self.scopes, &self.layout, contact.kind.index());
        if let Some(interval) = self.interval(contact.arrived) {
            for scope in scopes {
                self.books[scope][interval].add_outcome(outcome, 1);
            }
        }
    }

    fn dialled(&mut self, now: Instant, attempt: &Attempt, _: Option<(AgentId, TeamId)>) {
        self.at(now);
        assert_eq!(attempt.began, now);
        self.lists.begins(attempt);
    }

    fn attempt_ended(&mut self, now: Instant, attempt: &Attempt, how: AttemptEnd) {
        self.at(now);
        self.lists.ends(attempt, how);
        let scopes = of_kind(&self.scopes, &self.layout, attempt.kind.index());
        if let Some(interval) = self.interval(attempt.began) {
            for scope in scopes {
                self.books[scope][interval].add_attempts(how, 1);
            }
        }
    }

    fn records_ended(&mut self, now: Instant, records: &Records) {
        self.at(now);
        self.lists.end(records);
        let scopes = of_kind(&self.scopes, &self.layout, records.kind.index());
        if let Some(interval) = self.interval(now) {
            let count = u64::from(records.count);
            for scope in scopes {
                self.books[scope][interval].add_records(records.fate, count);
            }
        }
    }

    fn gone(&mut self, now: Instant, contact: &ContactRecord, outcome: Outcome) {
        self.at(now);
        let scopes = of_kind(&self.scopes, &self.layout, contact.kind.index());
        let served = matches!(outcome, Outcome::Served | Outcome::SelfServed);
        self.add(&scopes, contact.arrived, Field::CustomersGone, 1);
        self.add(&scopes, contact.arrived, Field::CustomersServed, u64::from(served));
        self.add(&scopes, contact.arrived, Field::CustomerAttempts, u64::from(contact.attempt));
        let waited = self.customers.remove(&(contact.kind.0, contact.customer)).unwrap_or(0);
        self.last_gone = Some(((contact.kind.0, contact.customer), waited));
        if self.layout.kinds[contact.kind.index()].returns {
            self.add(&scopes, contact.arrived, Field::CustomerWait, waited);
        }
    }

    fn will_return(&mut self, now: Instant, _: &ContactRecord, at: Instant) {
        self.at(now);
        assert!(at >= now && at < self.layout.end, "customers come again within the horizon");
    }

    fn moved(&mut self, now: Instant, agent: AgentId, team: TeamId, from: AgentState, to: AgentState) {
        self.at(now);
        let person = self.agents[agent.index()];
        assert_eq!((person.state, person.team), (from, team), "{agent:?} at {now:?}");
        assert_ne!(from, to);
        self.pass_time(person, now);
        self.agents[agent.index()] = Person { state: to, since: now, ..person };
    }

    fn overtime_began(&mut self, now: Instant, team: TeamId) {
        self.at(now);
        self.overtime[team.index()].push(now);
    }

    fn overtime_ended(&mut self, now: Instant, team: TeamId) {
        self.at(now);
        let since = self.overtime[team.index()].pop().expect("overtime ends that has begun");
        self.split(&of_team(&self.scopes, &self.layout, team.index()), Field::AgentOvertime, since, now);
    }
}

impl Ledger {
    /// Books an issue under its first contact.
    fn book_issue(&mut self, now: Instant, issue: &IssueRecord, how: IssueEnd) {
        let Some(interval) = self.interval(issue.opened) else { return };
        let scopes = of_kind(&self.scopes, &self.layout, issue.kind.index());
        let resolved = how == IssueEnd::Resolved;
        let felt = issue.felt.map_or([0; 4], |felt| [1_000_000, felt.satisfied, felt.leaves, felt.lost]);
        for scope in scopes {
            let book = &mut self.books[scope][interval];
            book.add_issues(how, 1);
            if how == IssueEnd::Open {
                continue;
            }
            book.add(Field::IssueContacts, u64::from(issue.contacts));
            book.add(Field::IssueHandled, u64::from(issue.handled > 0));
            book.add(Field::IssueByFirst, u64::from(resolved && issue.handled == 1));
            book.add(Field::IssueByOne, u64::from(resolved && issue.contacts == 1));
            book.add(Field::IssueHard, u64::from(issue.contacts > 1 || issue.transfers + issue.explanations > 0));
            book.add(Field::IssueTime, if resolved { now.since(issue.opened).as_ticks() } else { 0 });
            book.add(Field::IssueLost, issue.waited.plus(issue.explaining).as_ticks());
            book.add(Field::IssueExplanations, u64::from(issue.explanations));
            book.add(Field::IssueExplaining, issue.explaining.as_ticks());
            book.add(Field::IssueUnhelped, u64::from(issue.unhelped));
            book.add(Field::IssueMistaken, u64::from(issue.mistaken));
            book.add(Field::IssueCost, issue.cost);
            let fields = [Field::IssueFelt, Field::IssueSatisfied, Field::IssueLeaves, Field::IssueWorth];
            fields.into_iter().zip(felt).for_each(|(field, value)| book.add(field, value));
        }
    }

    /// A customer who was called has an agent, or has left without one.
    fn settle(&mut self, now: Instant, contact: &ContactRecord, answered: bool) {
        if contact.cause != Cause::Dialled {
            return;
        }
        let Some(attempt) = self.lists.settle(contact.customer) else { return };
        let scopes = of_kind(&self.scopes, &self.layout, contact.kind.index());
        let field = if answered { Field::LiveAnswered } else { Field::LiveAbandoned };
        self.add(&scopes, attempt.began, field, 1);
        let wait = if answered { now.since(contact.arrived).as_ticks() } else { 0 };
        self.add(&scopes, attempt.began, Field::LiveWait, wait);
    }
}
