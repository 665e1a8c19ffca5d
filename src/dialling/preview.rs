//! An agent looks at the record, then dials it and hears it ring.

use super::{Calls, Dialling, Make};
use crate::family::{Entry, Kind, Member, Need, Setting};
use crate::random::distribution::{self, DISTRIBUTIONS};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "preview",
        summary: "An agent who is free looks at a record, then dials it and hears it ring, and is with whoever answers: \
                  nobody waits, nobody is taken for a machine, and the agent's time goes by.",
        main: Some("time"),
        settings: &[Setting {
            name: "time",
            kind: Kind::Family(&DISTRIBUTIONS),
            need: Need::Required,
            summary: "how long the agent looks at the record before dialling",
        }],
        example: "{ preview = \"20s\" }",
    },
    make: |settings| {
        let preview = distribution::make(&settings.member("time"))?;
        Ok(Dialling { calls: Calls::Fixed(1.0), preview: Some(preview) })
    },
};
