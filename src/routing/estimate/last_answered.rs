//! The mean wait of the last few who were answered.

use std::sync::Arc;

use super::recent::LastFew;
use super::{Answer, COUNT, Entry, Estimating, Make, Seen, entry};

pub(super) const ENTRY: Entry<Make> = entry(
    |settings| Ok(Arc::new(LastAnswered(LastFew::new(settings.count("count") as usize)))),
    "last-answered",
    "the mean wait of the last contacts that were answered, those answered at once among them and those who gave up left \
     out, nothing before the first; less what the contact itself has waited already. So Ivanti, with ten",
    &[COUNT],
    "{ last-answered = { count = 10 } }",
);

/// Their waits [seconds].
#[derive(Debug, Clone)]
struct LastAnswered(LastFew);

impl Estimating for LastAnswered {
    fn answered(&mut self, answer: Answer) {
        self.0.add(answer.wait.as_seconds());
    }

    fn further_wait(&self, seen: &Seen) -> f64 {
        (self.0.mean() - seen.waited.as_seconds()).max(0.0)
    }
}
