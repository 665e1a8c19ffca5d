//! Reading: from text to `Settings` of the right kinds, with every problem found on the way.
//!
//! The same few functions read every section; what a section may hold is only in its list of `Setting`s.

mod choose;
mod expression;
mod findings;
mod hours;
mod names;
mod overrides;
mod quotes;
mod reader;
mod series;
mod source;
mod tree;
mod value;
mod words;

pub(super) use choose::{choice, stands_alone};
pub(super) use findings::{Finding, Findings};
pub(super) use names::{Names, resolve, unknown};
pub(super) use overrides::apply;
pub(super) use reader::{Reader, fits, put};
pub(super) use series::{COLUMN, text_of};
pub(super) use source::Sources;
pub(super) use tree::{Branches, Node, Tree};
pub(super) use words::{listed, noun};
