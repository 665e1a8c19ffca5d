//! A bar that shows how far a study is, on a terminal only.

use std::io::{self, IsTerminal};

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::study::Progress;

/// How far a study is, where somebody watches.
#[derive(Debug)]
pub(super) struct Bar(Option<ProgressBar>);

impl Bar {
    /// A bar on a terminal, and nothing elsewhere or when `quiet`.
    pub(super) fn new(total: u64, quiet: bool) -> Self {
        let watched = !quiet && io::stderr().is_terminal();
        Self(watched.then(|| {
            let style =
                ProgressStyle::with_template("{bar:30} {pos}/{len} replications, {msg} [{elapsed}, {eta} left]");
            let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr());
            bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        }))
    }

    /// Shows how far it is.
    pub(super) fn show(&self, progress: Progress) {
        if let Some(bar) = &self.0 {
            bar.set_message(format!("{} contacts", HumanCount(progress.contacts)));
            bar.set_position(progress.finished);
        }
    }

    /// Takes the bar away.
    pub(super) fn clear(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
