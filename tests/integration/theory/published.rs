//! Numbers from guides and textbooks, whose parameters are given in full.

use super::{LONG, STAFFED, agree, check, observe, share};
use switchboard::stats::Field;

/// Shrinkage, after wewfm.com, "capacity planning", part 2: 100 people at work at 30 % take 100 / (1 - 0.3) = 142.86 on
/// the list, which is 143, and not 130.
#[test]
fn golden_y12_shrinkage() {
    for (people, at_work) in [(143.0, 100.1), (130.0, 91.0)] {
        let centre = format!(
            "{LONG}[contacts.c]\narrivals = '1/h'\ntalk = '1m'\n[teams.t]\nagents = {people}\nshrinkage = '30%'\n"
        );
        let checks = [check(format!("{people} people"), at_work, share(4, STAFFED, &[Field::Elapsed]))];
        agree(&observe(&centre, 20), &checks);
    }
}
