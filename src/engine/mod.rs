//! The engine: plays a plan once, from an empty centre to the end of its horizon.
//!
//! It does no input or output, reads no clock, prints nothing and knows no percentages. It announces what happens to
//! an [`Observer`](crate::record::Observer) and forgets it. Same plan, seed and replication: same announcements.
//!
//! What happens first at the same instant:
//!
//! | rank | what | why there |
//! | --- | --- | --- |
//! | 0 | people come, then people go, queues close, rules look around | whoever comes can take over; the instant belongs to the time that begins, so whoever goes takes nobody new |
//! | 1 | talks, silences and wrap-ups end, in the order of the agents in the file, those of one agent in the order of the answers | an agent who frees up at the instant a patience runs out answers that contact |
//! | 2 | steps in flows end, queues open, customers come or write again, older contacts first, then calls by the centre are answered or not | they were there before those who arrive now |
//! | 3 | contacts arrive, in the order of the file | |
//! | 4 | rounds of matching, where there are any; then maximum waits, waits for one person and patiences run out, and waiting contacts ring at one more agent or come to one more queue, older contacts first | everything that could still bring an answer comes before |
//! | 5 | campaigns dial for whoever is free still | |

mod agenda;
mod bench;
mod bits;
mod centre;
mod clocks;
mod contact;
mod dialler;
mod dialogues;
mod heads;
mod issues;
mod journey;
mod lanes;
mod life;
mod measured;
mod notes;
mod orders;
mod passages;
mod picks;
mod position;
mod rooms;
mod roster;
mod rules;
mod run;
mod scan;
mod team;
mod timers;
mod tried;
mod view;
mod waypoints;
mod windows;

pub use run::{Ending, LimitMet, play};
