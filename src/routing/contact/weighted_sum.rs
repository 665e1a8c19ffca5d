//! The largest weighted sum of other keys first.

use super::{CONTACT_KEYS, ContactKey, Entry, Make};
use crate::family::{Complaint, Kind, Later, Located, Member, Need, Setting};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "weighted-sum",
        summary: "the contact with the largest sum of what other keys say, each times its weight. What they say: \
                  `longest-wait` and `predicted-wait` the time in seconds, `deadline` the seconds since the objective \
                  ended (negative before), `newest-first` the wait in seconds below 0, `priority` the class (below 0 \
                  where lower classes are urgent), and the others the number that they go by",
        main: Some("keys"),
        settings: &[Setting {
            name: "keys",
            kind: Kind::List(&Kind::Table(PART)),
            need: Need::Required,
            summary: "the keys and their weights",
        }],
        example: "[{ weighted-sum = [{ key = \"priority\", weight = 60 }, { key = \"longest-wait\", weight = 1 }] }]",
    },
    make: |settings| {
        let parts: Vec<(ContactKey, f64)> = settings.list("keys").iter().map(part).collect::<Result<_, _>>()?;
        if parts.is_empty() {
            return Err(Complaint::about("keys", "`keys` is an empty list, expected at least one entry"));
        }
        Ok(ContactKey::WeightedSum(parts))
    },
};

static PART: &[Setting] = &[
    Setting {
        name: "key",
        kind: Kind::Family(&Later(|| &CONTACT_KEYS)),
        need: Need::Required,
        summary: "the key, any but `random`, `window` and `weighted-sum`",
    },
    Setting {
        name: "weight",
        kind: Kind::Number(-1e9, 1e9),
        need: Need::Default("1"),
        summary: "how many times what it says counts",
    },
];

/// A key and its weight.
fn part(located: &Located) -> Result<(ContactKey, f64), Complaint> {
    let table = located.table();
    let chosen = table.member("key");
    match (CONTACT_KEYS.entries[chosen.index].make)(&chosen.settings)? {
        key @ (ContactKey::Random | ContactKey::Window(_) | ContactKey::WeightedSum(_)) => {
            let text = format!("`{}` says no number, expected a key that does", key.keyword());
            Err(Complaint::about("keys", text).help("leave it out, or let it stand in the order by itself"))
        }
        key => Ok((key, table.number("weight"))),
    }
}

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("sum {}", Unit::Number);
