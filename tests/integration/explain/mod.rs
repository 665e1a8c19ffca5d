//! Explanations: stories of contacts and agents as kept texts, journals that agree with the counts, decisions that
//! agree with what was decided.

mod decisions;
mod diagnosis;
mod journal;
mod page;
mod readings;
mod stories;
mod witness;

use switchboard::plan::Plan;
use switchboard::study::Study;

use crate::stage;

/// A study of this plan whose replication 0 all these tests hear.
fn study(plan: &Plan) -> Study<'_> {
    Study { seed: stage::SEED, ..Study::new(plan) }
}

/// Two subjects, two teams and one team for both, with too few people for a quiet day.
const TWO_SUBJECTS: &str = "
horizon = { length = '3h' }
routing = { contact_order = ['priority', 'longest-wait'] }
contacts.billing = { arrivals = '60/h', patience = { exponential = '3m' }, talk = { exponential = '3m' }, skill = 'billing' }
contacts.loans = { arrivals = '40/h', talk = { exponential = '4m' }, wrap_up = '30s', skill = 'loans', head_start = '1m' }
contacts.urgent = { arrivals = '10/h', talk = '2m', skill = 'billing', least_level = 2, priority = 1 }
queues.loans = { agent_order = ['best-skill', 'longest-idle'] }
queues.urgent = { agent_order = ['fixed-order'] }
teams.clerks = { agents = 3, skills = ['billing'] }
teams.lenders = { agents = 2, skills = { loans = 3 } }
teams.seniors = { agents = 3, skills = { billing = 4, loans = 1 } }
";
