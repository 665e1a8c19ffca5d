//! Expressions: the small language in which a scenario states a requirement or a score.
//!
//! Read once, checked against a list of fields, made ready as a flat program; no text makes it panic, loop or run deep.
//!
//! ```
//! use switchboard::expression::{Field, Moves, Program, Sort, Vocabulary, Wanted, read};
//!
//! let fields = [("wait", Moves::Clock(1.0)), ("position", Moves::Events)];
//! let fields = fields.map(|(name, moves)| Field { name: name.into(), sort: Sort::Number, moves });
//! let vocabulary = Vocabulary { fields: fields.to_vec(), noun: "field of a contact" };
//!
//! let formula = read("wait * 2 + 1m", &vocabulary, Wanted::Number).expect("it is well formed");
//! let program = Program::new(&formula);
//! assert_eq!(program.fields(), [0]);
//! assert_eq!(program.evaluate(&[30.0]), 120.0);
//!
//! let faults = read("wiat + 1", &vocabulary, Wanted::Number).expect_err("there is no such field");
//! assert_eq!(faults[0].help.as_deref(), Some("did you mean `wait`?"));
//! ```
//!
//! # What is written
//!
//! | what | how |
//! | --- | --- |
//! | number | `30`, `2.5`, `1e6` |
//! | duration, in seconds | `30s`, `2m30s` |
//! | share | `80%` is 0.8 |
//! | truth | `true`, `false` |
//! | text, to compare with | `'north'` or `"north"` |
//! | name | `wait`, `agent.occupancy`, `skill-1`, any other in backquotes |
//! | from loosest to tightest | `or`; `and`; `not`; `< <= > >= == !=`; `+ -`; `* /`; `-` before a value |
//! | choice | `if CONDITION then VALUE else VALUE` |
//! | functions | [`FUNCTIONS`] |
//!
//! A minus sign after a name needs a space before it, since names may hold hyphens: `wait - 1`.
//!
//! # Numbers that are none
//!
//! Arithmetic is that of IEEE 754: `1 / 0` is endless and ranks first, `0 / 0`, `ln(-1)` and `sqrt(-1)` are not a number.
//! What is not a number stays so through arithmetic, `min`, `max` and `clamp`; every comparison with it is false, except
//! `!=`; and [`Program::score`] ranks it last.

mod agent_field;
mod centre_field;
mod check;
mod compile;
mod contact_field;
mod course;
mod fault;
mod formula;
mod function;
mod parse;
mod program;
mod term;
#[cfg(test)]
mod tests;
mod token;
mod vocabulary;

pub use agent_field::AGENT_FIELDS;
pub use centre_field::{QUEUE_FIELDS, TEAM_FIELDS};
pub use check::{Wanted, check};
pub use contact_field::CONTACT_FIELDS;
pub use course::{Course, Slope};
pub use fault::{Fault, Stretch};
pub use formula::{Combine, Formula, Turn};
pub use function::{FUNCTIONS, Function};
pub use parse::parse;
use parse::recover;
pub use program::Program;
pub use term::{Form, Operator, Term};
pub use vocabulary::{Field, FieldKind, Moves, Sort, Vocabulary};

/// The formula that a text states in the words of a vocabulary, or everything wrong with it.
pub fn read(text: &str, vocabulary: &Vocabulary, wanted: Wanted) -> Result<Formula, Vec<Fault>> {
    let (term, mut faults) = recover(text);
    let checked = check(&term, vocabulary, wanted);
    if faults.is_empty() {
        return checked;
    }
    faults.extend(checked.err().unwrap_or_default());
    faults.sort_by_key(|fault| fault.place.start);
    Err(faults)
}
