//! What the documents of platforms say, played through their presets.

use super::journal;
use super::pairs::by_share_of_target;
use super::waiting_longer::service_objective;

/// Who answers which contact after which wait, in order.
fn answers(centre: &str) -> Vec<String> {
    let line = |line: &str| {
        let (who, contact) = line.split_once(" answers contact ")?;
        let team = who.rsplit(' ').nth(1)?;
        Some(format!("{team} takes {contact}"))
    };
    journal(centre).lines().filter_map(line).collect()
}

/// Three people, A, B and C, who get ready in this order, and who takes the next three contacts under a policy.
fn next_three(ready: &str, policy: &str, skills: [&str; 3]) -> String {
    let own = |who: char| {
        let (name, end) = (who.to_ascii_lowercase(), ready.find(who).expect("everybody gets ready") + 1);
        format!("[contacts.own_{name}]\narrivals = at 0s\ntalk = '{end}s'\nskill = 'only-{name}'\n")
    };
    let team = |(who, skills): (char, &str)| {
        let name = who.to_ascii_lowercase();
        format!("[teams.{who}]\nagents = 1\nskills = {{ only-{name} = 1, {skills} }}\n")
    };
    let centre: String = "ABC".chars().map(own).chain("ABC".chars().zip(skills).map(team)).collect();
    let asks = if skills[0].contains("spanish") { "requires = 'spanish'\n" } else { "" };
    let answers = answers(&format!(
        "[routing]\npolicy = '{policy}'\n{centre}[contacts.any]\narrivals = at 10s, 11s, 12s\ntalk = '1m'\nskill = \
         'loans'\n{asks}"
    ));
    answers[3..].iter().map(|answer| &answer[..1]).collect()
}

/// Cisco Unified CCX, administration guide, resource selection: A and B have level 10, C has 5; and the same with two
/// skills of sums 15, 15 and 6, where a third one that the contact does not name does not count.
#[test]
fn golden_y5_uccx_orders() {
    let one = ["loans = 10", "loans = 10", "loans = 5"];
    let two = ["loans = 10, spanish = 5", "loans = 5, spanish = 10", "loans = 5, spanish = 1, only-x = 60"];
    for skills in [one, two] {
        let called = |policy: &str| ["ABC", "CAB", "ACB", "CBA"].map(|ready| next_three(ready, policy, skills));
        assert_eq!(called("uccx-most-skilled"), ["ABC", "ABC", "ABC", "BAC"]);
        assert_eq!(called("uccx-least-skilled"), ["CAB", "CAB", "CAB", "CBA"]);
        assert_eq!(called("uccx-longest-available"), ["ABC", "CAB", "ACB", "CBA"]);
        assert_eq!(called("uccx-linear"), ["ABC", "ABC", "ABC", "ABC"]);
    }
}

/// Three people at 200 s, after a sales call each: A has been occupied for 90 % of the time and idle for 5 s, B for 95 %
/// and 10 s, C for 64 % and 30 s; A and B have the better level.
fn avaya(policy: &str) -> String {
    let answers = answers(&format!(
        "
        [contacts.own_b]
        arrivals = at 0s
        talk = '190s'
        skill = 'only-b'
        queue = 'sales'
        [contacts.own_a]
        arrivals = at 15s
        talk = '180s'
        skill = 'only-a'
        queue = 'sales'
        [contacts.own_c]
        arrivals = at 42s
        talk = '128s'
        skill = 'only-c'
        queue = 'sales'
        [contacts.sales]
        arrivals = at 200s
        talk = '1m'
        skill = 'sales'
        [queues.sales]
        policy = {policy}
        [teams.A]
        agents = 1
        skills = {{ sales = 2, only-a = 1 }}
        [teams.B]
        agents = 1
        skills = {{ sales = 2, only-b = 1 }}
        [teams.C]
        agents = 1
        skills = {{ sales = 1, only-c = 1 }}
        "
    ));
    answers[3][..1].to_owned()
}

/// Avaya Business Advocate User Guide, pages 36 and 37.
#[test]
fn golden_y3_avaya_agents() {
    assert_eq!(avaya("'avaya-ead-loa'"), "A");
    assert_eq!(avaya("'avaya-ucd-loa'"), "C");
    assert_eq!(avaya("'avaya-ead-mia'"), "B");
    assert_eq!(avaya("'avaya-ucd-mia'"), "C");
    // Percent allocation: 35, 49 and 78 % of the work for targets of 25, 50 and 75 % are 140, 98 and 104 %.
    assert_eq!(by_share_of_target("policy = { avaya-advocate = { agents = 'pad' } }"), "B");
}

/// Avaya Business Advocate User Guide, page 29: calls of three skills have waited 45, 90 and 50 s, and the greatest need
/// is that of skill 2; with service objectives of 30, 90 and 100 s it is that of skill 1.
#[test]
fn golden_y4_avaya_call_selection() {
    let first = |policy: &str| {
        let answers = answers(&format!(
            "
            [routing]
            policy = {policy}
            [contacts.before]
            arrivals = at 0s
            talk = '100s'
            [contacts.one]
            arrivals = at 55s
            talk = '1h'
            objective = '30s'
            [contacts.two]
            arrivals = at 10s
            talk = '1h'
            objective = '90s'
            [contacts.three]
            arrivals = at 50s
            talk = '1h'
            objective = '100s'
            [teams.front]
            agents = 1
            "
        ));
        answers[1].clone()
    };
    assert_eq!(first("'avaya-advocate'"), "front takes 2 after 1m30s");
    assert_eq!(first("{ avaya-advocate = 'service-objective' }"), "front takes 4 after 45s");
    // A call that has waited 10 s and would wait 35 s more goes before one of 20 s and 5 s.
    assert_eq!(service_objective("policy = { avaya-advocate = 'predicted-wait' }"), "contact 9 after 10s");
    assert_eq!(service_objective("policy = 'avaya-advocate'"), "contact 8 after 20s");
}

/// Amazon Connect, routing profiles: T1 and T2 have priority 1 and no delay, T3 priority 2 and 20 s, T4 priority 3 and
/// 80 s. A contact of T4 that has waited for more than 80 s waits on while one of T1, T2, or an old one of T3 does.
#[test]
fn golden_y2_connect_delay_by_the_preset() {
    let centre = "
        [routing]
        policy = 'amazon-connect'
        [contacts.t1]
        arrivals = at 100s
        talk = '10s'
        [contacts.t3]
        arrivals = at 70s
        talk = '10s'
        [contacts.t4]
        arrivals = at 0s, 10s
        talk = '95s'
        [teams.front]
        agents = 1
        queues = { t1 = {}, t3 = { rank = 2, delay = '20s' }, t4 = { rank = 3, delay = '80s' } }
        ";
    let expected = [
        "front takes 1 after 1m20s",
        "front takes 4 after 1m15s",
        "front takes 3 after 1m55s",
        "front takes 2 after 3m5s",
    ];
    assert_eq!(answers(centre), expected);
}

/// Amazon Connect, routing criteria: the second step takes the place of the first, and then anybody of the queue will do.
#[test]
fn connect_criteria_expire_and_end_with_anybody() {
    let takes = |there: &str| {
        let agents = |team: &str| u8::from(team == there);
        let answers = answers(&format!(
            "
            [contacts.loans]
            arrivals = at 0s
            talk = '10s'
            skill = 'loans'
            [queues.loans]
            policy = {{ amazon-connect = [{{ requires = 'loans >= 3', expires = '20s' }}, {{ requires = 'loans == 2', \
             expires = '10s' }}] }}
            [teams.expert]
            agents = {}
            skills = {{ loans = 3 }}
            [teams.junior]
            agents = {}
            skills = {{ loans = 2 }}
            [teams.other]
            agents = {}
            skills = ['cards']
            ",
            agents("expert"),
            agents("junior"),
            agents("other")
        ));
        answers[0].clone()
    };
    assert_eq!(takes("expert"), "expert takes 1");
    assert_eq!(takes("junior"), "junior takes 1 after 20s");
    assert_eq!(takes("other"), "other takes 1 after 30s");
}

/// NICE CXone, skill priority: A = 1 + 5 a minute and B = 3 + 1 a minute are equal after half a minute.
#[test]
fn golden_y6_cxone_acceleration() {
    let second = |frees_at: u32| {
        let answers = answers(&format!(
            "
            [routing]
            policy = {{ cxone = {{ initial = 3, acceleration = 1 }} }}
            [contacts.first]
            arrivals = at 0s
            talk = '{frees_at}s'
            [contacts.b]
            arrivals = at 1s
            talk = '1s'
            [contacts.a]
            arrivals = at 1s
            talk = '1s'
            [queues.a]
            score = {{ base = 1, per_minute = 5 }}
            [teams.front]
            agents = 1
            "
        ));
        answers[1].clone()
    };
    assert_eq!(second(30), "front takes 2 after 29s");
    assert_eq!(second(32), "front takes 3 after 31s");
}

/// Genesys Cloud, conversation score: a point of priority is worth 60 s, so that two of them make good 120 s.
#[test]
fn golden_y7_genesys_score() {
    let second = |later: u32| {
        let answers = answers(&format!(
            "
            [routing]
            policy = 'genesys-standard'
            [contacts.first]
            arrivals = at 0s
            talk = '300s'
            [contacts.plain]
            arrivals = at 1s
            talk = '10s'
            queue = 'main'
            priority = 5
            [contacts.urgent]
            arrivals = at {}s
            talk = '10s'
            queue = 'main'
            priority = 3
            [queues.main]
            [teams.front]
            agents = 1
            ",
            1 + later
        ));
        answers[1].clone()
    };
    assert_eq!(second(100), "front takes 3 after 3m19s");
    assert_eq!(second(121), "front takes 2 after 4m59s");
}

/// Genesys Cloud, bullseye: the second ring adds its agents to those of the first, and the method decides, not the ring.
#[test]
fn genesys_rings_add_their_agents_and_the_method_decides() {
    let centre = |evaluation: &str| {
        format!(
            "
            [contacts.loans]
            arrivals = at 0s, 1s, 40s
            talk = '25s'
            skill = 'loans'
            [queues.loans]
            policy = {{ genesys-bullseye = {{ rings = [{{ requires = 'loans >= 3', stay = '10s' }}, {{ requires = 'loans' \
             }}], evaluation = '{evaluation}' }} }}
            [teams.junior]
            agents = 1
            skills = {{ loans = 1 }}
            [teams.expert]
            agents = 1
            skills = {{ loans = 3 }}
            "
        )
    };
    // At 40 s the junior is free since 36 s and the expert since 25 s, but the junior's ring opens only at 50 s.
    let expected = ["expert takes 1", "junior takes 2 after 10s", "expert takes 3"];
    assert_eq!(answers(&centre("best-skill")), expected);
    assert_eq!(answers(&centre("next-agent")), expected);
}

/// Asterisk, queuerules.conf: members of penalty 1 and 2, and `penaltychange => 30,,,2`. Until 30 s the first has
/// priority over the second, after that both are equal, and the first in the file is called. Nobody sees the call
/// before so many seconds, and then both do.
#[test]
fn golden_y8_asterisk_raise() {
    let taker = |rules: &str, seen_after: u32| {
        let answers = answers(&format!(
            "
            [contacts.calls]
            arrivals = at 0s
            talk = '10s'
            [queues.calls]
            policy = {{ asterisk = {{ strategy = 'linear', penalties = {{ one = 1, two = 2 }}, rules = {rules} }} }}
            [teams.two]
            agents = 1
            queues = {{ calls = {{ delay = '{seen_after}s' }} }}
            [teams.one]
            agents = 1
            queues = {{ calls = {{ delay = '{seen_after}s' }} }}
            "
        ));
        answers.concat()
    };
    let raised = "[{ at = '30s', raise = 2 }]";
    assert_eq!(taker(raised, 29), "one takes 1 after 29s");
    assert_eq!(taker(raised, 30), "two takes 1 after 30s");
    assert_eq!(taker("[]", 30), "one takes 1 after 30s");
}

/// Dynamics 365, bullseye: levels at 0, 30 and 60 s; two that open together at 45 s keep their ranks, and a transfer
/// begins the levels anew. A chat comes to a queue whose people are away, and after 40 s to one with these levels.
#[test]
fn golden_y9_dynamics_bullseye() {
    let taker = |second: u32, third: u32| {
        let answers = answers(&format!(
            "
            [contacts.chats]
            arrivals = at 0s
            talk = '10s'
            queue = 'first'
            [queues.first]
            steps = [{{ at = '0s', mode = 'replace', teams = ['inner'] }}]
            maximum_wait = {{ after = '40s', action = {{ queue = 'levels' }} }}
            [queues.levels]
            policy = {{ dynamics-365-bullseye = [{{ wait = '0s', teams = ['inner'] }}, {{ wait = '{second}s', teams = \
             ['middle'] }}, {{ wait = '{third}s', teams = ['outer'] }}] }}
            [teams.outer]
            agents = 1
            [teams.middle]
            agents = 1
            [teams.inner]
            agents = 0
            "
        ));
        answers.concat()
    };
    assert_eq!(taker(30, 60), "middle takes 1 after 30s");
    assert_eq!(taker(45, 45), "middle takes 1 after 45s");
}

/// FreeSWITCH, tiers: the next level opens after the wait, or after its level times the wait.
#[test]
fn freeswitch_tiers_open_by_their_level() {
    let takes = |multiply: bool| {
        let answers = answers(&format!(
            "
            [contacts.calls]
            arrivals = at 0s
            talk = '10s'
            [queues.calls]
            policy = {{ freeswitch = {{ levels = {{ first = 1, third = 3 }}, wait = '20s', multiply = {multiply} }} }}
            [teams.first]
            agents = 0
            [teams.third]
            agents = 1
            "
        ));
        answers[0].clone()
    };
    assert_eq!(takes(false), "third takes 1 after 20s");
    assert_eq!(takes(true), "third takes 1 after 1m");
}

/// Twilio TaskRouter: timeouts of targets add up, and a target may raise the priority.
#[test]
fn taskrouter_timeouts_add_up() {
    let centre = "
        [contacts.tasks]
        arrivals = at 0s
        talk = '10s'
        [queues.tasks]
        policy = { taskrouter = [{ teams = ['first'], timeout = '20s' }, { teams = ['second'], timeout = '15s' }, { teams = \
         ['third'], priority = 1 }] }
        [teams.first]
        agents = 0
        [teams.second]
        agents = 0
        [teams.third]
        agents = 1
        ";
    assert_eq!(answers(centre), ["third takes 1 after 35s"]);
}

/// Zendesk: secondary groups only when no primary one can; spare capacity, or who was assigned nothing for longest.
#[test]
fn zendesk_asks_secondary_groups_last() {
    let takes = |policy: &str| {
        let answers = answers(&format!(
            "
            [contacts.tickets]
            channel = 'email'
            arrivals = at 1s, 2s, 3s
            talk = '1m'
            [routing]
            policy = {{ zendesk = {policy} }}
            [teams.backup]
            agents = 1
            at_once = {{ email = 4 }}
            [teams.front]
            agents = 1
            at_once = {{ email = 2 }}
            "
        ));
        answers.iter().map(|answer| &answer[..1]).collect::<String>()
    };
    assert_eq!(takes("{ method = 'highest-spare-capacity' }"), "bfb");
    assert_eq!(takes("{ method = 'round-robin' }"), "bfb");
    assert_eq!(takes("{ secondary = ['backup'] }"), "ffb");
}

/// Cisco precision queue: a step whose consider-if does not hold is passed at once, and the next one lasts for its time.
#[test]
fn precision_queue_steps_are_considered_if() {
    let takes = |consider_if: &str| {
        let answers = answers(&format!(
            "
            [contacts.loans]
            arrivals = at 0s
            talk = '10s'
            [queues.loans]
            policy = {{ precision-queue = [{{ requires = 'loans >= 3', wait = '20s', consider_if = '{consider_if}' }}, {{ \
             requires = 'loans == 2', wait = '10s' }}, {{ requires = 'loans' }}] }}
            [teams.expert]
            agents = 0
            skills = {{ loans = 3 }}
            [teams.junior]
            agents = 1
            skills = {{ loans = 1 }}
            [teams.other]
            agents = 0
            skills = {{ loans = 2 }}
            "
        ));
        answers[0].clone()
    };
    assert_eq!(takes("step.staffed >= 0"), "junior takes 1 after 30s");
    assert_eq!(takes("step.staffed > 0"), "junior takes 1 after 10s");
}

/// Asterisk, ringall: all members of the lowest penalty with anybody free ring, and no others.
#[test]
fn asterisk_rings_all_of_the_lowest_penalty() {
    let told = journal(
        "
        [contacts.calls]
        arrivals = at 10s
        talk = '30s'
        [queues.calls]
        policy = { asterisk = { strategy = 'ringall', penalties = { one = 1, two = 2 } } }
        [teams.two]
        agents = 2
        offers = { answer_after = '2s' }
        [teams.one]
        agents = 2
        offers = { answer_after = '4s' }
        ",
    );
    assert_eq!(told.matches("contact 1 rings at one").count(), 2, "{told}");
    assert_eq!(told.matches("contact 1 rings at two").count(), 0, "{told}");
    assert!(told.contains("00:00:14 one 1 answers contact 1 after 4s") || told.contains("one 2 answers"), "{told}");
}
