//! What one program says about one run, the same few numbers from everybody.

/// Which model is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Workload {
    /// One queue, 100 agents, 20 calls a minute.
    W1,
    /// Ten types, twenty groups of 25 agents with three skills each, 95 calls a minute.
    W2,
}

impl Workload {
    /// Both, in the order of the table.
    pub(crate) const ALL: [Self; 2] = [Self::W1, Self::W2];

    /// The name in tables and on the peers' command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::W1 => "W1",
            Self::W2 => "W2",
        }
    }
}

/// One run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome {
    /// CPU time of the run [seconds].
    pub(crate) seconds: f64,
    /// Contacts simulated.
    pub(crate) contacts: u64,
    /// Contacts that arrived after the warm-up, on which the measures rest.
    pub(crate) counted: u64,
    /// The measures.
    pub(crate) measures: Measures,
}

/// What is checked against the reference; a measure is absent if the program does not report it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Measures {
    /// Mean wait of all contacts [minutes].
    pub(crate) mean_wait: Option<f64>,
    /// Share that found nobody free.
    pub(crate) waited: Option<f64>,
    /// Share that abandoned.
    pub(crate) abandoned: Option<f64>,
    /// Share answered within 20 seconds.
    pub(crate) in_time: Option<f64>,
    /// Share of the answered that met a group with them as first skill.
    pub(crate) first_skill: Option<f64>,
}

impl Measures {
    /// The names of the measures, in the order of [`Measures::values`].
    pub(crate) const NAMES: [&'static str; 5] =
        ["mean wait", "waited", "abandoned", "answered within 20 s", "first skill"];

    /// The measures as a row.
    pub(crate) fn values(&self) -> [Option<f64>; 5] {
        [self.mean_wait, self.waited, self.abandoned, self.in_time, self.first_skill]
    }
}
