use switchboard::plan::Plan;
use switchboard::report::explain::{AgentStory, ContactStory, Naming};

use super::study;
use crate::storyboards::scheduled;
use crate::{golden, stage};

/// The story of a contact beside the text that is kept.
fn contact(file: &str, scenario: &str, serial: u64) {
    let plan = stage::plan(&scheduled(scenario));
    let naming = Naming::of(&plan);
    let mut story = ContactStory::new(&naming, serial);
    study(&plan).listen(0, &mut story).expect("it is played");
    let told = story.tell().expect("the contact comes").text(&naming);
    assert_eq!(golden::difference(&format!("tests/golden/explain/{file}.txt"), &told), None);
}

/// The story of an agent beside the text that is kept.
fn agent(file: &str, scenario: &str, name: &str, at: &str) {
    let plan = stage::plan(&scheduled(scenario));
    let told = tell_agent(&plan, name, at);
    assert_eq!(golden::difference(&format!("tests/golden/explain/{file}.txt"), &told), None);
}

fn tell_agent(plan: &Plan, name: &str, at: &str) -> String {
    let naming = Naming::of(plan);
    let (agent, moment) = (naming.find_agent(name).expect("an agent"), naming.find_moment(at).expect("a time"));
    let mut story = AgentStory::new(&naming, agent, moment);
    study(plan).listen(0, &mut story).expect("it is played");
    story.tell().text(&naming)
}

/// Two clerks, one who knows loans well and one a little; four contacts come.
const COUNTER: &str = "
    [routing]
    contact_order = ['priority', 'longest-wait']
    agent_order = ['best-skill', 'longest-idle']
    [contacts.billing]
    arrivals = at 0s, 5s, 20s
    talk = '1m'
    wrap_up = '10s'
    [contacts.loans]
    arrivals = at 10s, 12s
    talk = '30s'
    skill = 'loans'
    least_level = 2
    patience = '2m'
    priority = 1
    [teams.juniors]
    agents = 1
    skills = { loans = 1 }
    [teams.seniors]
    agents = 1
    skills = { loans = 3 }
    [teams.tellers]
    agents = 1
";

#[test]
fn a_contact_that_is_answered_at_once_hears_who_else_was_free() {
    contact("at-once", COUNTER, 0);
}

#[test]
fn a_contact_that_waits_hears_who_was_taken_before_it_and_who_could_not_take_it() {
    contact("after-waiting", COUNTER, 3);
}

#[test]
fn a_contact_of_the_last_class_hears_which_key_put_others_before_it() {
    contact(
        "overtaken",
        "
        [contacts.plain]
        arrivals = at 0s, 10s
        talk = '1m'
        [contacts.gold]
        arrivals = at 30s
        talk = '1m'
        priority = 1
        [teams.front]
        agents = 1
        ",
        1,
    );
}

#[test]
fn a_contact_that_hangs_up_and_comes_again_tells_both_numbers() {
    contact(
        "comes-again",
        "
        [contacts.billing]
        arrivals = at 0s, 10s
        talk = '1m'
        patience = '20s'
        redial = { abandoned = { probability = [1, 0], delay = '1m' } }
        [teams.front]
        agents = 1
        ",
        1,
    );
}

#[test]
fn a_contact_at_a_closed_door_hears_that_a_free_agent_may_not_take_it() {
    contact(
        "closed",
        "
        [contacts.billing]
        arrivals = at 10s
        talk = '1m'
        [queues.billing]
        hours = '00:01-24:00'
        when_closed = 'wait'
        [teams.front]
        agents = 1
        ",
        0,
    );
}

#[test]
fn a_contact_beside_free_agents_hears_which_rule_keeps_each_of_them_from_it() {
    contact(
        "held-back",
        "
        [contacts.loans]
        arrivals = at 0s, 10s
        talk = '1m'
        skill = 'loans'
        [switches.rush]
        on = 'queue.loans.length > 1'
        [teams.front]
        agents = 1
        skills = ['loans']
        [teams.back]
        agents = 1
        skills = ['loans']
        queues = { loans = { while = 'switch.rush' } }
        [teams.learners]
        agents = 1
        skills = ['loans']
        skills_while = { loans = 'switch.rush' }
        [teams.kept]
        agents = 1
        skills = ['loans']
        keep_free = { loans = 1 }
        ",
        1,
    );
}

#[test]
fn a_contact_drawn_at_random_is_told_so() {
    contact(
        "at-random",
        "
        [contacts.billing]
        arrivals = at 10s
        talk = '1m'
        [queues.billing]
        agent_order = ['random']
        [teams.front]
        agents = 3
        ",
        0,
    );
}

#[test]
fn an_agent_hears_what_was_done_and_which_contacts_went_to_others() {
    agent("agent", COUNTER, "seniors 1", "00:00:08");
}

#[test]
fn an_agent_with_shift_and_break_hears_when_they_came() {
    agent(
        "agent-with-a-break",
        "
        [contacts.billing]
        arrivals = at 50s, 80s
        talk = '30s'
        [[teams.front.shifts]]
        start = '00:00'
        end = '00:05'
        breaks = [{ at = '00:01', length = '1m' }]
        [[teams.front.shifts]]
        start = '01:00'
        end = '02:00'
        ",
        "front-1",
        "00:02",
    );
}

#[test]
fn an_agent_who_never_comes_is_not_at_work() {
    let plan = stage::plan(&scheduled(COUNTER).replace("agents = 1", "agents = [0, 1]\nevery = '12h'"));
    let told = tell_agent(&plan, "tellers", "08:00");
    assert!(told.contains("08:00:00  at this moment tellers 1 is not at work\n"), "{told}");
    assert!(told.contains("12:00:00  tellers 1 comes to work\n"), "{told}");
}

#[test]
fn who_and_when_that_do_not_exist_are_met_with_what_does() {
    let plan = stage::plan(&scheduled(COUNTER));
    let naming = Naming::of(&plan);
    let refused = |name: &str| naming.find_agent(name).expect_err(name);
    assert_eq!(refused("juniros 1"), "there is no agent `juniros 1`; did you mean `juniors 1`?");
    assert!(refused("nobody").ends_with("the teams are `juniors`, `seniors`, `tellers`"), "{}", refused("nobody"));
    assert!(refused("").contains("expected a team and a number"));
    for name in ["juniors 1", "juniors-1", "juniors1"] {
        assert_eq!(naming.find_agent(name).map(|agent| naming.agent(agent)), Ok("juniors 1".to_owned()), "{name}");
    }
    assert_eq!(refused("juniors9"), "there is no agent `juniors9`; did you mean `juniors 1`?");
    for time in ["10:42:61", "noon", "", "25:00"] {
        assert!(naming.find_moment(time).expect_err(time).contains("expected a time such as `10:42`"), "{time}");
    }
    assert!(naming.find_moment("1999-01-01T10:00").expect_err("before").contains("outside the horizon"));
}

/// One clerk who calls two customers; the first is not there.
const CALLS: &str = "
    [contacts.renewal]
    arrivals = '0/h'
    talk = '1m'
    [contacts.billing]
    arrivals = at 20s
    talk = '10s'
    patience = '5s'
    [campaigns.renewals]
    contacts = 'renewal'
    records = 2
    dialling = { preview = '15s' }
    live = { share = '40%', after = '10s' }
    [teams.front]
    agents = 1
";

#[test]
fn a_customer_who_was_called_is_known_by_the_record() {
    contact("called", CALLS, 1);
}

#[test]
fn an_agent_tells_of_records_that_are_looked_at_and_dialled() {
    agent("dialling", CALLS, "front 1", "00:00:20");
}
