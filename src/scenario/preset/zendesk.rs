//! Zendesk omnichannel routing.

use super::capacity::{MOST, apart, counts};
use super::ground::Ground;
use super::schedule::{Step, names, toml};
use super::{Preset, Settings};
use crate::family::{Choice, Complaint, Entry, Kind, Member, Scope};
use crate::scenario::section::default;
use crate::units::Span;

pub(super) const ENTRY: Entry<Preset> = Entry {
    member: Member {
        keyword: "zendesk",
        summary: "Zendesk omnichannel routing: tickets by priority and then by the time at which they became eligible; \
                  the agent with the highest spare capacity for the channel, or in turn who has gone for longest without \
                  being assigned one; groups other than the primary ones only when nobody of those can; each channel of an agent has a capacity of \
                  its own",
        main: Some("method"),
        settings: &[
            default("method", Kind::Choice(METHODS), "\"highest-spare-capacity\"", "which agent goes first"),
            default(
                "secondary",
                Kind::List(&Kind::Name(Scope::Teams)),
                "[]",
                "teams that are secondary groups; all others are primary",
            ),
            MOST,
        ],
        example: "{ zendesk = \"round-robin\" }",
    },
    make: Preset {
        write,
        leaves_out: &[
            "order by SLA targets: write `contact_order = [\"deadline\"]`",
            "conversations that are inactive and do not count, and count again beyond the capacity: write `pauses` in the \
             contact type, with `without_room = \"exceed\"`",
            "tickets that agents take by hand beyond their capacity",
        ],
        sources: &["support.zendesk.com/hc/articles: 4776409839770, 6712096584090, 7990315704090"],
    },
};

const METHODS: &[Choice] = &[
    Choice { word: "highest-spare-capacity", summary: "who could take most contacts more" },
    Choice { word: "round-robin", summary: "who has gone for longest without being assigned a contact of the channel" },
];

fn write(settings: &Settings, ground: &mut Ground<'_>) -> Result<(), Complaint> {
    ground.contact_order("['priority', 'longest-wait']");
    ground.agent_order(match settings.choice("method") {
        "round-robin" => "[{ longest-idle = 'last-assignment-this-channel' }]",
        _ => "['spare-capacity', { longest-idle = 'last-assignment-this-channel' }]",
    });
    ground.room(&apart(counts(settings, "most", "most")));
    let secondary = names(settings, "secondary");
    if !secondary.is_empty() {
        let (second, first): (Vec<_>, Vec<_>) =
            ground.teams().iter().cloned().partition(|team| secondary.contains(team));
        if first.is_empty() {
            let text = "every team is a secondary group, expected a primary one";
            return Err(Complaint::about("secondary", text).help("leave one out"));
        }
        let step = |teams, mode| Step { at: Span::ZERO, mode, teams, ..Step::default() };
        ground.in_queues(&["steps"], &toml(&[step(first, "replace"), step(second, "add-after")]));
    }
    Ok(())
}
