//! Checks across sections: what no section can see alone.

use super::Scenario;
use super::read::{Findings, Node};

/// Every check; the tree tells where to point.
pub(super) fn all(_scenario: &Scenario, _root: &Node, _findings: &mut Findings) {}
