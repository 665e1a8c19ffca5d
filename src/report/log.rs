//! The contact log: one row of CSV for each contact, written when it ends.
//!
//! Only contacts that are present are remembered. A write that fails ends the log, not the run.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use csv::{ByteRecord, Writer};
use jiff::SignedDuration;
use jiff::civil::DateTime;

use crate::record::{ContactRecord, Departure, HandOver, Observer, Outcome, Transfer};
use crate::units::{AgentId, Instant, Span, TICKS_PER_SECOND, TeamId};

/// The columns. Times are civil, with microseconds; waits and talk are in seconds.
const COLUMNS: [&str; 15] = [
    "serial",
    "customer",
    "attempt",
    "cause",
    "type",
    "queue",
    "arrived",
    "entered",
    "answered",
    "ended",
    "wait_s",
    "talk_s",
    "outcome",
    "agent",
    "replication",
];

/// What things are called in the log.
#[derive(Debug, Clone, Default)]
pub struct LogNames {
    /// Civil moment of the start of the horizon.
    pub start: DateTime,
    /// Contact types, by id.
    pub contacts: Vec<String>,
    /// Queues, by id.
    pub queues: Vec<String>,
    /// Agents, by id.
    pub agents: Vec<String>,
}

/// What is remembered of a contact from its first queue to its end.
#[derive(Debug, Clone, Copy, Default)]
struct Stay {
    /// Time in queues so far.
    waited: Span,
    /// Time with agents so far.
    talked: Span,
    /// Of the talk that goes on, time on hold or inactive.
    aside: Span,
    /// Who answered last.
    agent: Option<AgentId>,
    /// Whether that agent is still with the customer.
    talking: bool,
    /// Who asks somebody else about it, and is with the customer all the while.
    asking: Option<AgentId>,
}

/// A listener that writes a row for each contact that ends.
#[derive(Debug)]
pub struct ContactLog<W: Write> {
    names: LogNames,
    replication: u64,
    present: HashMap<u64, Stay>,
    /// `None` after a write failed.
    out: Option<Writer<W>>,
    failure: Option<io::Error>,
    row: ByteRecord,
    cell: String,
}

impl<W: Write> ContactLog<W> {
    /// A log that begins with the names of its columns.
    pub fn new(out: W, names: LogNames) -> Self {
        let out = Writer::from_writer(out);
        let mut log = Self {
            names,
            replication: 0,
            present: HashMap::new(),
            out: Some(out),
            failure: None,
            row: ByteRecord::new(),
            cell: String::new(),
        };
        log.row = ByteRecord::from(COLUMNS.to_vec());
        log.write_row();
        log
    }

    /// Says which replication the contacts that follow belong to; contacts still present are forgotten.
    pub fn begin(&mut self, replication: u64) {
        self.replication = replication;
        self.present.clear();
    }

    /// Writes what is still held back, and gives the first error there was.
    pub fn finish(mut self) -> io::Result<()> {
        match (self.failure.take(), self.out.as_mut()) {
            (Some(failure), _) => Err(failure),
            (None, Some(out)) => out.flush(),
            (None, None) => Ok(()),
        }
    }

    /// Writes the row that has been put together.
    fn write_row(&mut self) {
        let Some(out) = &mut self.out else { return };
        if let Err(failure) = out.write_byte_record(&self.row) {
            self.failure = Some(match failure.into_kind() {
                csv::ErrorKind::Io(cause) => cause,
                other => io::Error::other(format!("{other:?}")),
            });
            self.out = None;
        }
        self.row.clear();
    }

    /// One cell of the row.
    fn put(&mut self, words: std::fmt::Arguments<'_>) {
        self.cell.clear();
        // Writing into a string has no way to fail.
        let _ = self.cell.write_fmt(words);
        self.row.push_field(self.cell.as_bytes());
    }

    /// One cell with a civil moment; empty for one that never came.
    fn put_moment(&mut self, at: Option<Instant>) {
        let civil = at.filter(|at| *at != Instant::NEVER).and_then(|at| {
            let seconds = i64::try_from(at.as_ticks() / TICKS_PER_SECOND).ok()?;
            let nanoseconds = (at.as_ticks() % TICKS_PER_SECOND * (1_000_000_000 / TICKS_PER_SECOND)) as i32;
            self.names.start.checked_add(SignedDuration::new(seconds, nanoseconds)).ok()
        });
        match civil {
            Some(civil) => self.put(format_args!("{civil:.6}")),
            None => self.row.push_field(b""),
        }
    }

    /// The row of an ended contact.
    fn put_contact(&mut self, now: Instant, contact: &ContactRecord, outcome: Outcome, stay: Option<Stay>) {
        self.put(format_args!("{}", contact.serial));
        self.put(format_args!("{}", contact.customer));
        self.put(format_args!("{}", contact.attempt));
        self.row.push_field(contact.cause.word().as_bytes());
        self.row.push_field(named(&self.names.contacts, contact.kind.index()));
        self.row.push_field(stay.map_or(b"", |_| named(&self.names.queues, contact.queue.index())));
        self.put_moment(Some(contact.arrived));
        self.put_moment(stay.map(|_| contact.entered));
        let agent = stay.and_then(|stay| stay.agent);
        self.put_moment(agent.map(|_| contact.answered));
        self.put_moment(Some(now));
        let stay = stay.unwrap_or_default();
        self.put(format_args!("{}", stay.waited.as_seconds()));
        self.put(format_args!("{}", stay.talked.as_seconds()));
        self.row.push_field(outcome.word().as_bytes());
        self.row.push_field(agent.map_or(b"", |agent| named(&self.names.agents, agent.index())));
        let replication = self.replication;
        self.put(format_args!("{replication}"));
    }
}

impl<W: Write> Observer for ContactLog<W> {
    fn offered(&mut self, _now: Instant, contact: &ContactRecord) {
        self.present.entry(contact.serial).or_default();
    }

    fn answered(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        let stay = self.present.entry(contact.serial).or_default();
        stay.waited = stay.waited.plus(now.since(contact.entered));
        if stay.asking.is_none() {
            (stay.agent, stay.talking) = (Some(agent), true);
        }
    }

    fn departed(&mut self, now: Instant, contact: &ContactRecord, how: Departure) {
        if how == Departure::Withdrawn {
            return;
        }
        let stay = self.present.entry(contact.serial).or_default();
        stay.waited = stay.waited.plus(now.since(contact.entered));
    }

    fn was_aside(&mut self, _now: Instant, contact: &ContactRecord, on_hold: Span, inactive: Span) {
        if let Some(stay) = self.present.get_mut(&contact.serial) {
            stay.aside = on_hold.plus(inactive);
        }
    }

    fn handed_over(&mut self, now: Instant, contact: &ContactRecord, hand_over: HandOver) {
        if hand_over.how != Transfer::Consult {
            return end_talk(self.present.get_mut(&contact.serial), now, contact);
        }
        if let Some(stay) = self.present.get_mut(&contact.serial) {
            stay.asking = Some(hand_over.agent);
        }
    }

    fn went_on_alone(&mut self, _now: Instant, contact: &ContactRecord, _agent: AgentId, _team: TeamId) {
        if let Some(stay) = self.present.get_mut(&contact.serial) {
            stay.asking = None;
        }
    }

    fn talked(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        let stay = self.present.get_mut(&contact.serial);
        end_talk(stay.filter(|stay| stay.asking.is_none() && stay.agent == Some(agent)), now, contact);
    }

    fn handed_back(&mut self, now: Instant, contact: &ContactRecord, _agent: AgentId, _team: TeamId) {
        end_talk(self.present.get_mut(&contact.serial), now, contact);
    }

    fn ended(&mut self, now: Instant, contact: &ContactRecord, outcome: Outcome) {
        let mut stay = self.present.remove(&contact.serial);
        end_talk(stay.as_mut(), now, contact);
        if self.out.is_some() {
            self.put_contact(now, contact, outcome, stay);
            self.write_row();
        }
    }
}

/// Counts the talk that ends now, once.
fn end_talk(stay: Option<&mut Stay>, now: Instant, contact: &ContactRecord) {
    if let Some(stay) = stay.filter(|stay| stay.talking) {
        let aside = std::mem::take(&mut stay.aside).as_ticks();
        let talk = Span::ticks(now.since(contact.answered).as_ticks().saturating_sub(aside));
        stay.talked = stay.talked.plus(talk);
        stay.talking = false;
    }
}

/// The name in one row of a table; empty when it has none.
fn named(names: &[String], index: usize) -> &[u8] {
    names.get(index).map_or(b"", |name| name.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Cause;
    use crate::units::{ContactTypeId, QueueId};

    fn at(seconds: u64) -> Instant {
        Instant::ticks(seconds * TICKS_PER_SECOND)
    }

    fn contact(serial: u64) -> ContactRecord {
        ContactRecord {
            serial,
            customer: serial,
            arrived: at(10),
            entered: at(12),
            ranked_from: 12 * TICKS_PER_SECOND as i64,
            answered: Instant::NEVER,
            waited_before: 0,
            kind: ContactTypeId(0),
            queue: QueueId(0),
            stay: 0,
            attempt: 1,
            cause: Cause::First,
        }
    }

    fn names() -> LogNames {
        LogNames {
            start: jiff::civil::date(1999, 2, 2).at(7, 0, 0, 0),
            contacts: vec!["a, b".to_owned()],
            queues: vec!["desk".to_owned()],
            agents: vec!["day 1".to_owned()],
        }
    }

    /// The rows that a story writes.
    fn rows(story: impl FnOnce(&mut ContactLog<&mut Vec<u8>>)) -> Vec<String> {
        let mut bytes = Vec::new();
        let mut log = ContactLog::new(&mut bytes, names());
        story(&mut log);
        log.finish().expect("memory takes everything");
        String::from_utf8(bytes).expect("text").lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_contact_that_was_answered_has_its_wait_talk_and_agent() {
        let lines = rows(|log| {
            log.begin(3);
            let mut contact = contact(7);
            log.offered(at(12), &contact);
            contact.answered = at(20);
            log.answered(at(20), &contact, AgentId(0), TeamId(0));
            log.talked(at(50), &contact, AgentId(0), TeamId(0));
            log.ended(at(50), &contact, Outcome::Served);
        });
        let times = "1999-02-02T07:00:10.000000,1999-02-02T07:00:12.000000,1999-02-02T07:00:20.000000,1999-02-02T07:00:50.000000";
        assert_eq!(lines, [COLUMNS.join(","), format!("7,7,1,first,\"a, b\",desk,{times},8,30,served,day 1,3")]);
    }

    #[test]
    fn a_contact_that_gave_up_or_saw_no_queue_leaves_cells_empty() {
        let lines = rows(|log| {
            log.offered(at(12), &contact(0));
            log.departed(at(15), &contact(0), Departure::Abandoned);
            log.ended(at(15), &contact(0), Outcome::Abandoned);
            log.ended(at(10), &contact(1), Outcome::Closed);
        });
        assert!(lines[1].ends_with("07:00:12.000000,,1999-02-02T07:00:15.000000,3,0,abandoned,,0"), "{}", lines[1]);
        assert!(lines[2].contains("\"a, b\",,1999-02-02T07:00:10.000000,,,1999-02-02T07:00:10.000000,0,0,closed,,0"));
    }

    /// A disk that takes the first bytes and then is full.
    struct Full(usize);

    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or_else(|| io::Error::other("disk full"))?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_full_disk_is_reported_at_the_end() {
        let mut log = ContactLog::new(Full(20_000), names());
        for serial in 0..10_000 {
            log.ended(at(10), &contact(serial), Outcome::Blocked);
        }
        assert!(log.present.is_empty());
        assert_eq!(log.finish().expect_err("full").to_string(), "disk full");
    }
}
