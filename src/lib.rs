//! Switchboard: a contact-centre routing and queue simulator.
//!
//! A scenario says who contacts a centre and who answers; it is checked, made ready as a plan, and played many times by a
//! study, whose summary holds every number with its confidence interval.
//!
//! ```
//! use std::path::Path;
//! use switchboard::{plan::Plan, scenario::Scenario, study::{Study, Watch}};
//!
//! let text = r#"
//!     [contacts.billing]
//!     arrivals = "240/h"
//!     talk = { exponential = "3m" }
//!     patience = { exponential = "3m" }
//!     [teams.front]
//!     agents = 13
//! "#;
//! let (scenario, warnings) = Scenario::parse(text, "support.toml", Path::new(""), &[])?;
//! assert!(warnings.is_empty());
//!
//! let plan = Plan::new(scenario);
//! let study = Study { replications: 0..10, ..Study::new(&plan) };
//! let summary = study.run(&Watch::nobody())?.evidence.summary(study.confidence);
//!
//! let wait = summary.measures.iter().find(|row| row.measure == "mean_wait").expect("a measure");
//! println!("mean wait: {:.1} {}", wait.mean.unwrap_or_default(), wait.unit);
//! // Erlang A says 14.2 s.
//! assert!(wait.low <= Some(14.2) && Some(14.2) <= wait.high);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The map
//!
//! Data flows one way, and modules import downwards only; `docs/architecture.md` says why.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`cli`] | arguments in, what is printed and the exit code out |
//! | [`report`] | finished numbers become words, tables, charts, files and a page |
//! | [`study`] | one plan or several played many times |
//! | [`engine`] | plays a plan once |
//! | [`plan`] | the scenario made ready |
//! | [`scenario`] | the file: read, located, checked |
//! | [`arrival`], [`dialling`], [`routing`], [`stats`] | when contacts come; how many are called; candidates to choice; observations to numbers |
//! | [`calendar`], [`channel`], [`random`], [`record`], [`theory`] | civil time; channels; chance; what happened; closed forms |
//! | [`expression`] | the small language of requirements and scores |
//! | [`family`] | lists of members and their settings |
//! | [`units`] | instants, spans, rates, shares, ids |

pub mod arrival;
pub mod calendar;
pub mod channel;
pub mod cli;
pub mod dialling;
pub mod engine;
pub mod expression;
pub mod family;
pub mod plan;
pub mod random;
pub mod record;
pub mod report;
pub mod routing;
pub mod scenario;
pub mod stats;
pub mod study;
pub mod theory;
pub mod units;
