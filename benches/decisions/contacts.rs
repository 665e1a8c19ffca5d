//! Which contact: the price of a contact by how many wait, of four types.

use super::centres::{contacts_waiting, price};
use super::table::Figure;

/// Orders of contacts: two that are kept, and two that are measured at every decision.
pub(crate) const ORDERS: [(&str, &str); 5] = [
    ("longest-wait", "'longest-wait'"),
    ("priority, longest-wait", "'priority', 'longest-wait'"),
    ("wait-to-objective, value", "{ expression = 'wait / objective + value' }"),
    ("score of two fields", "{ expression = 'wait * 2 + (if priority < 2 then 100 else 0)' }"),
    (
        "nested score of three fields",
        "{ expression = 'if wait > 1m and priority > 1 then max(wait - 30s, 10) / (1 + value) else sqrt(wait + 1)' }",
    ),
];

/// Contacts of one run beside those that wait from the beginning.
const CONTACTS: u64 = 2_000_000;

/// From 10 to 100,000 contacts waiting.
pub(crate) fn ask(round: u64) -> Result<Vec<Figure>, String> {
    let cases = ORDERS.iter().flat_map(|order| [10, 100, 1_000, 10_000, 100_000].map(|waiting| (order, waiting)));
    cases.map(|(order, waiting)| figure(*order, waiting, round)).collect()
}

fn figure((name, order): (&str, &str), waiting: u64, round: u64) -> Result<Figure, String> {
    let value = price(&contacts_waiting(order, waiting, CONTACTS)?);
    Ok(Figure { question: "which contact", case: format!("{name}, {waiting} waiting"), round, value, unit: "ns" })
}
