//! `flow`: draws the IVR flows of a scenario, with shares and mean times of some replications.

use std::path::{Path, PathBuf};

use clap::Args;

use super::failure::Failure;
use super::output::{colour_on_stderr, print, say};
use crate::plan::Plan;
use crate::report::chart::{FlowPicture, Walks};
use crate::scenario::{Method, Scenario, render};
use crate::study::Study;
use crate::units::FlowId;

/// Draw the IVR flows of a scenario, with the share and mean time of every way.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Flow {
    /// The scenario, a TOML file
    file: PathBuf,
    /// The flow to draw [default: every flow]
    #[arg(long = "flow", value_name = "NAME")]
    named: Option<String>,
    /// Where it is drawn: a file that ends in .svg or .png, or a folder for both of every flow
    /// [default: the folder results/<scenario>]
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// Replications to play
    #[arg(long, value_name = "N", default_value_t = 10)]
    replications: u64,
    /// Names the chance [default: the scenario's, 1]
    #[arg(long)]
    seed: Option<u64>,
    /// Change one setting of the scenario, such as contacts.billing.arrivals=300/h; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    set: Vec<String>,
}

const EXAMPLES: &str = "\
Examples:
  switchboard flow bank.toml                        every flow, into results/bank/
  switchboard flow bank.toml --flow main --out main.svg
  switchboard flow bank.toml --out drawings --replications 100";

impl Flow {
    pub(super) fn act(&self) -> Result<(), Failure> {
        let (scenario, warnings) = Scenario::read(&self.file, &self.set)?;
        if !warnings.is_empty() {
            say(render(&warnings, colour_on_stderr()).trim_end());
        }
        let plan = Plan::new(scenario);
        let flows = self.chosen(&plan.scenario)?;
        let walks = self.walk(&plan)?;
        for flow in flows {
            let picture = FlowPicture::new(&plan.scenario, flow, &walks);
            self.write(&plan.scenario, flow, &picture)?;
        }
        Ok(())
    }

    /// The flows to draw.
    fn chosen(&self, scenario: &Scenario) -> Result<Vec<FlowId>, Failure> {
        let names: Vec<&str> = scenario.flows.iter().map(|flow| flow.name.as_str()).collect();
        if names.is_empty() {
            return Err(Failure::mistake("the scenario has no flow, expected at least one `[flows.NAME]`"));
        }
        let Some(wanted) = &self.named else { return Ok((0..names.len()).map(FlowId::of).collect()) };
        match names.iter().position(|name| name == wanted) {
            Some(number) => Ok(vec![FlowId::of(number)]),
            None => {
                Err(Failure::Mistake(format!("`--flow`: there is no flow `{wanted}`, known: {}", names.join(", "))))
            }
        }
    }

    /// Plays the replications.
    fn walk(&self, plan: &Plan) -> Result<Walks, Failure> {
        let mut study = Study::new(plan);
        study.seed = self.seed.unwrap_or(study.seed);
        let mut walks = Walks::of(&plan.scenario.flows);
        let one = plan.scenario.replicate.method == Method::BatchMeans;
        let replications = if one { self.replications.min(1) } else { self.replications };
        for replication in 0..replications {
            walks.begin_another();
            study.listen(replication, &mut walks)?;
        }
        Ok(walks)
    }

    /// Writes one drawing and says where it is.
    fn write(&self, scenario: &Scenario, flow: FlowId, picture: &FlowPicture) -> Result<(), Failure> {
        let out = self.out.clone().unwrap_or_else(|| crate::report::default_path(&scenario.name));
        let ending = out.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        let one = matches!(ending.as_deref(), Some("svg" | "png"));
        if one && self.named.is_none() && scenario.flows.len() > 1 {
            let found = scenario.flows.len();
            return Err(Failure::Mistake(format!(
                "`--out`: {found} flows do not go into one file, expected a folder, or one flow with `--flow NAME`"
            )));
        }
        let name = format!("flow-{}", scenario.flows[flow.index()].name);
        let files = match ending.as_deref() {
            Some("svg") => vec![(out, picture.svg().into_bytes())],
            Some("png") => vec![(out, picture.png())],
            _ => {
                let file = |ending: &str| out.join(format!("{}.{ending}", crate::report::file_stem(&name)));
                vec![(file("svg"), picture.svg().into_bytes()), (file("png"), picture.png())]
            }
        };
        files.into_iter().try_for_each(|(path, bytes)| save(&path, &bytes))
    }
}

fn save(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        let made = std::fs::create_dir_all(folder);
        made.map_err(|cause| Failure::Failed(format!("cannot make the folder {}: {cause}", folder.display())))?;
    }
    std::fs::write(path, bytes)
        .map_err(|cause| Failure::Failed(format!("cannot write {}: {cause}", path.display())))?;
    print(&format!("{}\n", path.display()))
}
