//! As many calls as the customers' waits allow.

use super::{Calls, Dialling, Make, Pacing};
use crate::family::{Complaint, Entry, Kind, Member, Need, Setting, Settings};
use crate::units::{Share, Span};

const fn default(name: &'static str, kind: Kind, value: &'static str, summary: &'static str) -> Setting {
    Setting { name, kind, need: Need::Default(value), summary }
}

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "predictive",
        summary: "More calls at a time than agents are free, paced by the rule that Microsoft publishes for Dynamics 365: \
                  one over the share of calls that a person answers, more while customers wait less than 80% of \
                  `threshold` and fewer while they wait longer, by at most 35% at a time; one call for each agent while \
                  there are too few agents for chance to even out, or too many customers have waited too long.",
        main: None,
        settings: &[
            default("threshold", Kind::Span, "\"5s\"", "how long a customer who has answered may wait for an agent"),
            default("every", Kind::Span, "\"5m\"", "time between two changes; the waits since the last one count"),
            default(
                "suspend_at",
                Kind::Share,
                "\"3%\"",
                "share of live answers of the last 30 days that waited longer or hung up; from nine tenths of it on, one \
                 call for each agent",
            ),
            default("least_agents", Kind::Count(0, 1_000_000), "10", "with fewer agents at work, one call for each"),
            default("start", Kind::Number(1.0, 100.0), "1", "calls for each agent until the first change"),
        ],
        example: "{ predictive = { threshold = \"2s\" } }",
    },
    make,
};

fn make(settings: &Settings) -> Result<Dialling, Complaint> {
    let pacing = Pacing {
        threshold: some(settings, "threshold")?,
        every: some(settings, "every")?,
        suspend_at: settings.share("suspend_at"),
        least_agents: settings.count("least_agents") as u32,
        start: settings.number("start"),
    };
    if pacing.suspend_at == Share::ZERO {
        let text = "`suspend_at` is 0%: it would never dial ahead, expected more";
        return Err(Complaint::about("suspend_at", text).help("choose `progressive` for one call for each agent"));
    }
    Ok(Dialling { calls: Calls::Paced(pacing), preview: None })
}

/// A span that is neither nothing nor without end.
fn some(settings: &Settings, name: &'static str) -> Result<Span, Complaint> {
    let span = settings.span(name);
    if span == Span::ZERO || span.is_never() {
        let text = format!("`{name}` is `{span}`, expected a duration above zero that ends");
        return Err(Complaint::about(name, text));
    }
    Ok(span)
}
