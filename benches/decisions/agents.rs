//! Which agent: the price of a contact by how many are free.

use super::centres::{agents_free, price};
use super::table::Figure;

/// Rules that an index serves.
pub(crate) const INDEXED: [(&str, &str); 4] = [
    ("longest-idle", "'longest-idle'"),
    ("best-skill, longest-idle", "'best-skill', 'longest-idle'"),
    ("fixed-order", "'fixed-order'"),
    ("random", "'random'"),
];

/// Rules that look at everybody who is free: keys of this program, then scores of a scenario.
pub(crate) const SCANNED: [(&str, &str); 6] = [
    ("last-end", "{ longest-idle = 'last-end' }"),
    ("circular", "'circular'"),
    ("occupancy", "'occupancy'"),
    ("score of one field", "{ expression = '0 - agent.occupancy' }"),
    ("score of three fields", "{ expression = 'agent.idle * 2 + (if s >= 3 then 100 else 0) - agent.occupancy * 30' }"),
    (
        "nested score of three fields",
        "{ expression = 'if agent.idle > 1m and s < 3 then max(agent.idle - 30s, 10) / (1 + agent.occupancy) else \
         sqrt(agent.idle + 1)' }",
    ),
];

/// Contacts of one run by an index.
const CONTACTS: u64 = 2_000_000;

/// From 10 to 10,000 free agents, by rules that an index serves.
pub(crate) fn by_index(round: u64) -> Result<Vec<Figure>, String> {
    let cases = INDEXED.iter().flat_map(|rule| [10, 100, 1_000, 10_000].map(|free| (rule, free)));
    cases.map(|(rule, free)| figure("which agent, by an index", *rule, (free, CONTACTS), round)).collect()
}

/// 10, 100 and 1,000 free agents, by rules that scan.
pub(crate) fn by_scan(round: u64) -> Result<Vec<Figure>, String> {
    let sizes = [(10, 1_000_000), (100, 200_000), (1_000, 20_000)];
    let cases = SCANNED.iter().flat_map(|rule| sizes.map(|size| (rule, size)));
    cases.map(|(rule, size)| figure("which agent, by a scan", *rule, size, round)).collect()
}

fn figure(
    question: &'static str,
    rule: (&str, &str),
    (free, contacts): (u64, u64),
    round: u64,
) -> Result<Figure, String> {
    let value = price(&agents_free(rule.1, free, contacts)?);
    Ok(Figure { question, case: format!("{}, {free} free", rule.0), round, value, unit: "ns" })
}
