//! Reserves of teams: contacts that may not take the last free people.

use super::read::Finding;
use super::section::Site;
use crate::family::{Located, Settings, Value, did_you_mean};
use crate::units::{ContactTypeId, QueueId};

/// Contacts that may take somebody of a team only if enough others stay free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeepFree {
    /// The contact type, if the file names one.
    pub contact: Option<ContactTypeId>,
    /// The queue, if the file names one.
    pub queue: Option<QueueId>,
    /// Others of the team who must stay free.
    pub others: u32,
}

/// Reserves, by contact type or queue; a name that stands for both means either.
pub(super) fn keep_free(settings: &Settings, site: &mut Site<'_>) -> Option<Vec<KeepFree>> {
    let written = settings.find_map("keep_free").unwrap_or_default();
    let keeps: Vec<Option<KeepFree>> = written.iter().map(|(name, located)| reserve(name, located, site)).collect();
    keeps.into_iter().collect()
}

fn reserve(name: &str, located: &Located, site: &mut Site<'_>) -> Option<KeepFree> {
    let position = |known: &[String]| known.iter().position(|known| known == name);
    let (contact, queue) = (position(&site.names.contacts), position(&site.names.queues));
    let Value::Count(others) = located.value else { panic!("`keep_free` holds {located:?}") };
    if contact.is_none() && queue.is_none() {
        let known = || site.names.contacts.iter().chain(&site.names.queues).map(String::as_str);
        let message = format!("`keep_free`: `{name}` is not a contact type or queue");
        let finding = Finding::error(located.place, message).label("not defined").help(did_you_mean(name, known()));
        site.findings.add(finding);
        return None;
    }
    Some(KeepFree { contact: contact.map(ContactTypeId::of), queue: queue.map(QueueId::of), others: others as u32 })
}
