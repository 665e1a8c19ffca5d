//! Rounds: what is asked on the command line, and every question asked in turn, round after round.

use super::table::Figure;

/// A question: given the round, the figures it adds.
pub(crate) type Question = fn(round: u64) -> Result<Vec<Figure>, String>;

/// What is asked on the command line.
pub(crate) struct Asked {
    /// How often every question is asked.
    pub(crate) rounds: u64,
    /// Whether the answers are kept.
    pub(crate) save: bool,
}

/// The arguments after the program's name.
pub(crate) fn asked(mut arguments: impl Iterator<Item = String>, usual: u64) -> Result<Asked, String> {
    let mut asked = Asked { rounds: usual, save: false };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            // Cargo adds this one.
            "--bench" => {}
            "--save" => asked.save = true,
            "--rounds" => {
                let rounds = arguments.next().and_then(|rounds| rounds.parse().ok());
                asked.rounds = rounds.filter(|&rounds| rounds > 0).ok_or("`--rounds` needs a number from 1")?;
            }
            other => return Err(format!("unknown argument `{other}`; allowed: `--save`, `--rounds N`")),
        }
    }
    Ok(asked)
}

/// Every figure of every round.
pub(crate) fn figures(questions: &[Question], rounds: u64) -> Result<Vec<Figure>, String> {
    let mut figures = Vec::new();
    for round in 1..=rounds {
        for question in questions {
            let found = question(round)?;
            for figure in &found {
                eprintln!("round {round}: {figure}");
            }
            figures.extend(found);
        }
    }
    Ok(figures)
}
