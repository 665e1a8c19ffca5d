//! Selecting: a race between configurations, fed with one replication more at a time.
//!
//! It goes through the same replications as the estimates do, from the first one on, and beyond them where it must.

use super::player::{BLOCK, Player};
use super::{Choice, Compare, CompareError};
use crate::record::{ContenderRow, Selection, StageRow};
use crate::stats::compare::{Influence, Race, Rule, Sums};

/// A ratio of sums that grows by one replication at a time.
#[derive(Debug, Clone, Copy, Default)]
struct Running {
    above: u128,
    below: u128,
}

/// Runs the race until the best is known, the most replications are played, or somebody ends it.
pub(super) fn select(
    choice: &Choice,
    compare: &Compare<'_>,
    player: &mut Player<'_>,
) -> Result<Selection, CompareError> {
    let row = compare.subjects().iter().position(|subject| **subject == choice.subject).unwrap_or(0);
    let everybody: Vec<usize> = (0..compare.configurations.len()).collect();
    player.play(&everybody, choice.first)?;
    let rule = Rule { confidence: compare.confidence, indifference: choice.indifference, first: choice.first };
    if player.common() < choice.first {
        let race = Race::new(rule, &[]);
        return Ok(selection(choice, compare, &race, &Field { rule, row, player }));
    }
    let mut race = Race::new(rule, &first_stage(choice, row, player)?);
    let mut field = Field { rule, row, player };
    field.run(choice, &mut race)?;
    Ok(selection(choice, compare, &race, &field))
}

/// The influences of the first stage; a configuration without any cannot take part.
fn first_stage(choice: &Choice, row: usize, player: &Player<'_>) -> Result<Vec<Influence>, CompareError> {
    let size = choice.subject.unit.size();
    let of = |sums: &[Vec<Sums>]| Influence::of(&sums[row][..choice.first as usize], size);
    let found: Option<Vec<Influence>> = player.played.iter().map(|played| of(&played.sums)).collect();
    found.ok_or_else(|| {
        CompareError::Mistakes(vec![format!(
            "the best cannot be chosen by `{}`, because in the first {} replications of a configuration nothing happened \
             that it could be made from: choose another measure, or a longer first stage",
            choice.subject, choice.first
        )])
    })
}

/// Where the race takes place.
struct Field<'a, 'b> {
    rule: Rule,
    /// Row of the measure.
    row: usize,
    player: &'a mut Player<'b>,
}

impl Field<'_, '_> {
    fn run(&mut self, choice: &Choice, race: &mut Race) -> Result<(), CompareError> {
        let mut running = vec![Running::default(); self.player.played.len()];
        let mut values = vec![0.0; running.len()];
        let mut replications = 0;
        while race.best().is_none() && replications < choice.most {
            let left = race.left().to_vec();
            let ahead = (replications / BLOCK + 1).saturating_mul(BLOCK);
            self.player.play(&left, ahead.min(choice.most))?;
            if left.iter().any(|&who| self.player.played[who].count <= replications) {
                break;
            }
            for &who in &left {
                running[who].add(self.player.played[who].sums[self.row][replications as usize]);
                values[who] = choice.better.oriented(running[who].ratio() / choice.subject.unit.size());
            }
            replications += 1;
            if replications >= self.rule.first {
                race.look(replications, &values);
            }
        }
        Ok(())
    }

    /// The estimate of a configuration over its first replications [unit].
    fn mean(&self, who: usize, replications: u64, size: f64) -> Option<f64> {
        let sums = self.player.played[who].sums[self.row].iter().take(replications as usize);
        let mut running = Running::default();
        sums.for_each(|sums| running.add(*sums));
        (running.below > 0).then(|| running.ratio() / size)
    }
}

impl Running {
    fn add(&mut self, sums: Sums) {
        self.above += u128::from(sums.above);
        self.below += u128::from(sums.below);
    }

    fn ratio(self) -> f64 {
        self.above as f64 / self.below as f64
    }
}

/// The race as a record.
fn selection(choice: &Choice, compare: &Compare<'_>, race: &Race, field: &Field<'_, '_>) -> Selection {
    let name = |who: usize| compare.configurations[who].name.clone();
    let probe = field.player.probe(field.row);
    let subject = &choice.subject;
    let mut left: Vec<usize> = (0..compare.configurations.len()).collect();
    let mut stages = Vec::new();
    for stage in race.stages() {
        left.retain(|who| stage.out.iter().all(|out| out.who != *who));
        let out = stage.out.iter().map(|out| name(out.who)).collect();
        stages.push(StageRow {
            replications: stage.replications,
            out,
            left: left.iter().map(|who| name(*who)).collect(),
        });
    }
    let contender = |who: usize| {
        let outs = race.stages().iter().flat_map(|stage| stage.out.iter().map(|out| (stage.replications, *out)));
        let out = outs.into_iter().find(|(_, out)| out.who == who);
        let replications = out.map_or(race.looked(), |(replications, _)| replications);
        ContenderRow {
            configuration: name(who),
            replications,
            mean: field.mean(who, replications, subject.unit.size()),
            behind: out.map(|(_, out)| name(out.behind)),
        }
    };
    Selection {
        procedure: "KN".to_owned(),
        measure: probe.map_or_else(|| subject.measure.clone(), |probe| probe.measure.clone()),
        of: probe.map_or(subject.of, |probe| probe.scope.of).word().to_owned(),
        name: probe.map_or_else(|| subject.name.clone(), |probe| probe.scope.name.clone()),
        unit: subject.unit.word().to_owned(),
        better: choice.better.word().to_owned(),
        indifference: choice.indifference,
        confidence: compare.confidence.get(),
        exact: probe.is_some_and(crate::stats::compare::Probe::is_single),
        first: choice.first,
        eta: field.rule.eta(compare.configurations.len()),
        longest: race.longest(),
        most: choice.most,
        best: race.best().map(name),
        stages,
        contenders: (0..compare.configurations.len()).map(contender).collect(),
    }
}
