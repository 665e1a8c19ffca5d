use std::fs;

use super::{folder, switchboard};

#[test]
fn every_family_that_is_listed_can_be_shown() {
    let folder = folder();
    let families = switchboard(folder.path(), &["list", "--format", "json"]).with_code(0).json();
    for family in families.as_array().expect("families") {
        let name = family["family"].as_str().expect("a name");
        let page = switchboard(folder.path(), &["list", name]).with_code(0).stdout;
        for member in family["members"].as_array().expect("members") {
            let keyword = member["keyword"].as_str().expect("a keyword");
            assert!(page.contains(&format!("\n{keyword}\n")), "{name}: {keyword}");
        }
    }
    let said = switchboard(folder.path(), &["list", "distribution"]).with_code(2);
    assert!(said.stderr.contains("did you mean `distributions`?"), "{}", said.stderr);
}

#[test]
fn every_template_becomes_a_scenario_without_a_warning() {
    let folder = folder();
    let templates = switchboard(folder.path(), &["list", "templates", "--format", "json"]).with_code(0).json();
    for member in templates[0]["members"].as_array().expect("members") {
        let keyword = member["keyword"].as_str().expect("a keyword");
        let said = switchboard(folder.path(), &["new", keyword, "--template", keyword]).with_code(0);
        assert_eq!(said.stdout, format!("{keyword}.toml\n"));
        let said = switchboard(folder.path(), &["check", said.stdout.trim()]).with_code(0);
        assert_eq!(said.stderr, "", "{keyword}");
    }
}

#[test]
fn new_never_overwrites() {
    let folder = folder();
    let before = fs::read_to_string(folder.path().join("office.toml")).expect("a scenario");
    let said = switchboard(folder.path(), &["new", "office"]).with_code(2);
    assert!(said.stderr.contains("choose another name"), "{}", said.stderr);
    assert_eq!(fs::read_to_string(folder.path().join("office.toml")).expect("a scenario"), before);
    switchboard(folder.path(), &["new", "other.toml"]).with_code(0);
    assert!(folder.path().join("other.toml").exists());
    let said = switchboard(folder.path(), &["new", "nowhere/bank"]).with_code(2);
    assert!(said.stderr.contains("make it first"), "{}", said.stderr);
}

#[test]
fn the_schema_is_json_and_the_reference_has_every_section() {
    let folder = folder();
    let schema = switchboard(folder.path(), &["schema"]).with_code(0).json();
    assert!(schema["properties"]["contacts"].is_object());
    let reference = switchboard(folder.path(), &["reference"]).with_code(0).stdout;
    for section in ["[horizon]", "[contacts.NAME]", "[teams.NAME]", "## distributions"] {
        assert!(reference.contains(section), "{section}");
    }
}

#[test]
fn shells_learn_every_subcommand() {
    let folder = folder();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = switchboard(folder.path(), &["completions", shell]).with_code(0).stdout;
        for command in ["check", "diagnose", "erlang", "explain", "list", "merge", "new", "run", "schema", "show"] {
            assert!(script.contains(command), "{shell}: {command}");
        }
    }
}

#[test]
fn help_goes_to_stdout_with_examples() {
    let folder = folder();
    for command in [
        "check",
        "completions",
        "diagnose",
        "erlang",
        "explain",
        "list",
        "merge",
        "new",
        "reference",
        "run",
        "schema",
        "show",
    ] {
        let said = switchboard(folder.path(), &[command, "--help"]).with_code(0);
        assert!(said.stdout.contains("Example") && said.stderr.is_empty(), "{command}: {}", said.stdout);
    }
    assert!(switchboard(folder.path(), &["--help"]).with_code(0).stdout.contains("Exit codes"));
    assert!(switchboard(folder.path(), &["--version"]).with_code(0).stdout.starts_with("switchboard "));
}

#[test]
fn presets_are_listed_with_what_they_leave_out_and_shown_as_lines() {
    let folder = folder();
    let page = switchboard(folder.path(), &["list", "presets"]).with_code(0).stdout;
    assert!(page.contains("  leaves out:\n    - ") && page.contains("  sources:\n    - "), "{page}");
    let json = switchboard(folder.path(), &["list", "presets", "--format", "json"]).with_code(0).json();
    assert!(json[0]["members"][0]["leaves out"][0].is_string(), "{json}");
    let set = ["--set", "routing.policy=uccx-circular"];
    let own = switchboard(folder.path(), &[&["show", "office.toml"], &set[..]].concat()).with_code(0);
    assert!(own.stdout.contains("[routing]\npolicy = \"uccx-circular\"\n") && own.stderr.is_empty(), "{}", own.stdout);
    let whole = switchboard(folder.path(), &[&["show", "office.toml", "--expanded"], &set[..]].concat()).with_code(0);
    for line in
        ["agent_order = [\"circular\"] # preset uccx-circular\n", "# It leaves out:\n# - ", "at_closing = \"serve\"\n"]
    {
        assert!(whole.stdout.contains(line), "{line}: {}", whole.stdout);
    }
    let said = switchboard(folder.path(), &["show", "office.toml", "--set", "routing.policy=uccx-circle"]).with_code(2);
    assert!(said.stdout.is_empty() && said.stderr.contains("did you mean `uccx-circular`?"), "{}", said.stderr);
}
