//! Which agent, key by key: centres whose contacts arrive one after another, and who takes each.

use super::{journal, story};

/// Who takes contacts 1, 2, … of a day in this centre, with a dash for a contact that nobody takes.
fn takers(scenario: &str) -> Vec<String> {
    let told = journal(scenario);
    let taker = |contact: usize| {
        let line = told.lines().find_map(|line| {
            let (before, what) = line.split_once(" answers contact ")?;
            let mut words = before.rsplit(' ');
            let (number, team) = (words.next()?, words.next()?);
            (what.split(' ').next() == Some(&contact.to_string())).then(|| format!("{team} {number}"))
        });
        line.unwrap_or_else(|| "-".to_owned())
    };
    let contacts = told.lines().filter(|line| line.contains(" comes, ")).count();
    (1..=contacts).map(taker).collect()
}

/// Three people, A, B and C, who become free in this order after a contact of their own, and who takes the next three
/// contacts that any of them may take.
fn next_three(ready: &str, order: &str, skills: [&str; 3]) -> String {
    let end = |who: char| ready.find(who).expect("everybody gets ready") + 1;
    let own = |who: char| {
        let (name, end) = (who.to_ascii_lowercase(), end(who));
        format!("[contacts.own_{name}]\narrivals = at 0s\ntalk = '{end}s'\nskill = 'only-{name}'\n")
    };
    let team = |(who, skills): (char, &str)| {
        let name = who.to_ascii_lowercase();
        format!("[teams.{who}]\nagents = 1\nskills = {{ only-{name} = 1, {skills} }}\n")
    };
    let centre: String = "ABC".chars().map(own).chain("ABC".chars().zip(skills).map(team)).collect();
    let asks = if order.contains("skill-sum") { "requires = 'spanish'\n" } else { "" };
    let takers = takers(&format!(
        "{centre}\n[contacts.any]\narrivals = at 10s, 11s, 12s\ntalk = '1m'\nskill = 'loans'\n{asks}\n\
         [queues.any]\nagent_order = {order}"
    ));
    takers[3..].iter().map(|who| &who[..1]).collect()
}

/// How the three are called on, for these orders of getting ready.
fn called(ready: &[&str], order: &str, skills: [&str; 3]) -> Vec<String> {
    ready.iter().map(|ready| next_three(ready, order, skills)).collect()
}

const READY: [&str; 4] = ["ABC", "CAB", "ACB", "CBA"];

/// Golden: Cisco Unified CCX, Administration Guide, resource selection criteria "most skilled" and "least skilled": A
/// and B have level 10, C has 5, and who is equally skilled goes by the longest time in Ready.
#[test]
fn golden_y5_uccx_most_and_least_skilled_orders() {
    let skills = ["loans = 10", "loans = 10", "loans = 5"];
    let most = called(&READY, "['best-skill', 'longest-idle']", skills);
    assert_eq!(most, ["ABC", "ABC", "ABC", "BAC"]);
    let least = called(&READY, "['worst-skill', 'longest-idle']", skills);
    assert_eq!(least, ["CAB", "CAB", "CAB", "CBA"]);
}

/// Golden: the same with two skills: A(10, 5), B(5, 10), C(5, 1) have sums 15, 15 and 6; a third skill that the contact
/// does not name does not count.
#[test]
fn golden_y5_uccx_orders_by_the_sum_of_the_skills_asked_for() {
    let skills = ["loans = 10, spanish = 5", "loans = 5, spanish = 10", "loans = 5, spanish = 1, cards = 60"];
    let most = called(&READY, "['skill-sum', 'longest-idle']", skills);
    assert_eq!(most, ["ABC", "ABC", "ABC", "BAC"]);
    let least = called(&READY, "[{ skill-sum = 'lowest' }, 'longest-idle']", skills);
    assert_eq!(least, ["CAB", "CAB", "CAB", "CBA"]);
}

/// Three people at 200 s: A is occupied 90 % and idle for 5 s, B 95 % and 10 s, C 64 % and 30 s. A and B have the better
/// level.
fn avaya(order: &str) -> String {
    let takers = takers(&format!(
        "
        [contacts.own_b]
        arrivals = at 0s
        talk = '190s'
        skill = 'only-b'
        [contacts.own_a]
        arrivals = at 15s
        talk = '180s'
        skill = 'only-a'
        [contacts.own_c]
        arrivals = at 42s
        talk = '128s'
        skill = 'only-c'
        [contacts.sales]
        arrivals = at 200s
        talk = '1m'
        skill = 'sales'
        [queues.sales]
        agent_order = {order}
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
    takers[3].clone()
}

/// Golden: Avaya, expert and uniform agent distribution by least occupied agent and by most idle agent.
#[test]
fn golden_y3_avaya_ead_and_ucd_by_loa_and_mia() {
    assert_eq!(avaya("['best-skill', 'occupancy']"), "A 1", "EAD-LOA");
    assert_eq!(avaya("['occupancy']"), "C 1", "UCD-LOA");
    assert_eq!(avaya("['best-skill', 'longest-idle']"), "B 1", "EAD-MIA");
    assert_eq!(avaya("['longest-idle']"), "C 1", "UCD-MIA");
    assert_eq!(avaya("[{ occupancy = 'highest' }]"), "B 1");
    assert_eq!(avaya("[{ expression = '0 - agent.occupancy' }]"), "C 1");
    assert_eq!(avaya("[{ expression = 'agent.level * 10s + agent.idle' }]"), "C 1");
    assert_eq!(avaya("[{ expression = 'agent.level * 30s + agent.idle' }]"), "B 1");
}

/// One comes at 00:01 and takes sales, the other comes at 00:00, takes cards and has a break until just before the last
/// contact; every idle clock tells another story. `late` comes later and ends last; `early` had the break.
fn by_clock(since: &str) -> String {
    let takers = takers(&format!(
        "
        [contacts.cards]
        arrivals = at 60s, 200s
        talk = '10s'
        skill = 'cards'
        queue = 'cards'
        [contacts.sales]
        arrivals = at 100s, 400s
        talk = '150s'
        skill = 'sales'
        queue = 'sales'
        [queues.cards]
        agent_order = ['fixed-order']
        [queues.sales]
        agent_order = [{{ longest-idle = '{since}' }}]
        [teams.early]
        skills = ['cards', 'sales']
        [[teams.early.shifts]]
        start = '00:00'
        end = '12:00'
        breaks = [{{ at = '00:05', length = '1m' }}]
        [teams.late]
        skills = ['sales']
        [[teams.late.shifts]]
        start = '00:01'
        end = '12:00'
        "
    ));
    format!("{} then {}", takers[1], takers[3])
}

#[test]
fn idle_time_runs_by_the_clock_that_the_list_names() {
    // At 100 s: early came at 0 s and was busy from 60 s to 70 s; late came at 60 s and did nothing.
    // At 400 s: late took sales from 100 s to 250 s, or early did; early is back from the break since 360 s.
    assert_eq!(by_clock("available"), "late 1 then late 1");
    assert_eq!(by_clock("login"), "early 1 then early 1");
    assert_eq!(by_clock("last-end"), "late 1 then early 1");
    assert_eq!(by_clock("last-end-this-queue"), "early 1 then late 1");
    assert_eq!(by_clock("last-assignment"), "early 1 then late 1");
}

/// Who takes six contacts that never overlap, with three people called A, B and C and these lines for their teams.
fn six(order: &str, teams: [&str; 3]) -> String {
    let team = |(who, lines): (&str, &str)| format!("[teams.{who}]\nagents = 1\nskills = ['calls']\n{lines}\n");
    let teams: String = ["A", "B", "C"].into_iter().zip(teams).map(team).collect();
    let takers = takers(&format!(
        "[contacts.calls]\narrivals = at 1s, 11s, 21s, 31s, 41s, 51s\ntalk = '6s'\nskill = 'calls'\n\
         [queues.calls]\nagent_order = {order}\n{teams}"
    ));
    takers.iter().map(|who| &who[..1]).collect()
}

#[test]
fn in_turn_each_takes_the_next_and_the_first_follows_the_last() {
    assert_eq!(six("['circular']", ["", "", ""]), "ABCABC");
    assert_eq!(six("['fixed-order']", ["", "", ""]), "AAAAAA");
}

#[test]
fn who_has_taken_the_fewest_is_first_and_the_file_decides_between_equals() {
    assert_eq!(six("['answered']", ["", "", ""]), "ABCABC");
    assert_eq!(six("[{ answered = 'highest' }]", ["", "", ""]), "AAAAAA");
    assert_eq!(six("[{ answered = { since = 'login' } }, 'longest-idle']", ["", "", ""]), "ABCABC");
}

#[test]
fn talk_and_handle_times_count_when_a_contact_is_over() {
    // A takes half as long: 3 s each time, so that A's second contact comes before C's first is made good.
    let fast = ["time_factor = { calls = 0.5 }", "", ""];
    assert_eq!(six("['talk-time']", fast), "ABCAAB");
    assert_eq!(six("['mean-handle-time']", fast), "ABCAAA");
    assert_eq!(six("[{ mean-handle-time = 'highest' }]", fast), "AAAAAA");
}

#[test]
fn numbers_of_the_team_go_lowest_or_highest_first() {
    let cost = ["cost_per_hour = 30", "cost_per_hour = 20", "cost_per_hour = 25"];
    assert_eq!(six("['cost']", cost), "BBBBBB");
    assert_eq!(six("[{ cost = 'highest' }]", cost), "AAAAAA");
    let far = ["attributes = { distance = 3 }", "attributes = { distance = 7 }", ""];
    assert_eq!(six("[{ attribute = 'distance' }]", far), "CCCCCC");
    assert_eq!(six("[{ attribute = { name = 'distance', first = 'highest' } }]", far), "BBBBBB");
    let fast = ["", "time_factor = { calls = 0.5 }", "time_factor = { calls = 1.5 }"];
    assert_eq!(six("['fastest']", fast), "BBBBBB");
    assert_eq!(six("['slowest']", fast), "CCCCCC");
}

#[test]
fn what_is_no_number_is_last_whatever_the_other_scores() {
    let far = ["attributes = { distance = -1 }", "attributes = { distance = 4 }", ""];
    assert_eq!(six("[{ expression = 'ln(distance) - 1000' }]", far), "BBBBBB");
    assert_eq!(six("[{ expression = 'sqrt(distance) - agent.answered' }]", far), "BBBCBC");
    assert_eq!(six("[{ expression = 'ln(-1)' }, 'circular']", far), "ABCABC");
}

#[test]
fn a_key_decides_only_among_those_who_are_equal_under_the_keys_before_it() {
    let cost = ["cost_per_hour = 20", "cost_per_hour = 30", "cost_per_hour = 20"];
    assert_eq!(six("['cost', 'circular']", cost), "ACACAC");
    assert_eq!(six("['cost', 'longest-idle']", cost), "ACACAC");
    assert_eq!(six("['answered', { cost = 'highest' }]", cost), "BACBAC");
}

#[test]
fn the_least_versatile_leaves_the_others_free() {
    let takers = takers(
        "
        [contacts.calls]
        arrivals = at 1s, 11s
        talk = '5s'
        skill = 'calls'
        [queues.calls]
        agent_order = ['own-skill-count', 'longest-idle']
        [teams.many]
        agents = 1
        skills = ['calls', 'loans', 'cards']
        [teams.few]
        agents = 1
        skills = ['calls']
        ",
    );
    assert_eq!(takers, ["few 1", "few 1"]);
}

/// Four emails at once for two people, one of whom holds two at once and the other four.
fn emails(order: &str) -> String {
    let takers = takers(&format!(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 1s, 2s, 3s, 4s
        talk = '1m'
        [queues.mail]
        agent_order = {order}
        [teams.A]
        agents = 1
        at_once = {{ email = 2 }}
        [teams.B]
        agents = 1
        at_once = {{ email = 4 }}
        "
    ));
    takers.iter().map(|who| &who[..1]).collect()
}

#[test]
fn the_shortest_expected_delay_weighs_contacts_in_hand_with_speed() {
    // A needs 1, 2, 2, 3 minutes with the next one, B 1.5, 1.5, 3, 3.
    let takers = takers(
        "
        [contacts.mail]
        channel = 'email'
        arrivals = at 1s, 2s, 3s, 4s
        talk = '1m'
        [queues.mail]
        agent_order = 'expected-delay'
        [teams.A]
        agents = 1
        at_once = { email = 4 }
        [teams.B]
        agents = 1
        at_once = { email = 4 }
        time_factor = { mail = 1.5 }
        ",
    );
    assert_eq!(takers.iter().map(|who| &who[..1]).collect::<String>(), "ABAA");
}

#[test]
fn sums_weigh_keys_against_each_other() {
    // A: level 2 and 5 s idle, B: 2 and 10 s, C: 1 and 30 s.
    let sum = |level: u32| {
        avaya(&format!(
            "[{{ weighted-sum = [{{ key = 'best-skill', weight = {level} }}, {{ key = 'longest-idle' }}] }}]"
        ))
    };
    assert_eq!([sum(10), sum(30)], ["C 1", "B 1"]);
    let cost = ["cost_per_hour = 30", "cost_per_hour = 20", "cost_per_hour = 25"];
    assert_eq!(six("[{ weighted-sum = [{ key = 'cost' }] }]", cost), "BBBBBB");
    assert_eq!(six("[{ weighted-sum = [{ key = 'cost', weight = -1 }] }]", cost), "AAAAAA");
    // 30, 20 and 25 less 6 for each contact taken: 20; then 26 and 25 of the others.
    assert_eq!(six("[{ weighted-sum = [{ key = 'cost' }, { key = 'answered', weight = 6 }] }]", cost), "BCBACB");
}

#[test]
fn only_those_inside_the_window_are_compared_by_the_keys_behind_it() {
    // By idle time C, B, A; C has the worse level. A and B are equal by level, and A is first in the file.
    let window = |first: u32| avaya(&format!("['longest-idle', {{ window = {first} }}, 'best-skill']"));
    assert_eq!([window(1), window(2), window(3), window(100)], ["C 1", "B 1", "A 1", "A 1"]);
    assert_eq!(avaya("['longest-idle', { window = 2 }, 'best-skill', { window = 1 }, 'random']"), "B 1");
    assert_eq!(avaya("[{ window = 1 }, 'longest-idle']"), "A 1");
}

#[test]
fn load_counts_contacts_and_spare_capacity_the_share_that_is_left() {
    assert_eq!(emails("['load']"), "ABAB");
    assert_eq!(emails("[{ load = 'highest' }]"), "AABB");
    // 1 and 1, 1/2 and 1, 1/2 and 3/4, 1/2 and 1/2.
    assert_eq!(emails("['spare-capacity']"), "ABBA");
    assert_eq!(emails("[{ expression = 'agent.spare' }]"), "ABBA");
}

#[test]
fn counts_begin_anew_at_midnight_or_at_login() {
    // B's shift begins anew at 12:00, A works round the clock; both have taken one contact before midnight.
    let takers = |since: &str| {
        takers(&format!(
            "
            [horizon]
            length = '2d'
            [contacts.calls]
            arrivals = {{ scheduled = ['2026-01-05T13:00', '2026-01-05T13:10', '2026-01-06T13:00', '2026-01-06T13:10', \
             '2026-01-06T13:20'] }}
            talk = '5s'
            [queues.calls]
            agent_order = [{{ answered = {{ since = '{since}' }} }}]
            [teams.A]
            agents = 1
            [[teams.B.shifts]]
            start = '12:00'
            end = '18:00'
            "
        ))
        .iter()
        .map(|who| who[..1].to_owned())
        .collect::<String>()
    };
    assert_eq!(takers("midnight"), "ABABA");
    assert_eq!(takers("login"), "ABBAB");
}

/// Three people of a and one of b are free, of whom only the one of b may take loans; the first two are looked at.
fn in_view(order: &str, own: &str) -> String {
    format!(
        "
        [routing]
        agent_order = {order}
        [contacts.own]
        arrivals = {own}
        talk = '15s'
        skill = 'own'
        [contacts.loans]
        arrivals = at 10s
        talk = '10s'
        skill = 'loans'
        queue = 'calls'
        [contacts.news]
        arrivals = at 20s, 25s
        talk = '100s'
        queue = 'calls'
        [queues.calls]
        [queues.own]
        agent_order = 'longest-idle'
        [teams.a]
        agents = 3
        [teams.b]
        agents = 1
        skills = ['loans', 'own']
        "
    )
}

const FIRST_TWO: &str = "['longest-idle', { window = { first = 2, of = 'members' } }, 'best-skill']";

#[test]
fn a_queue_may_look_at_the_first_few_of_its_people_before_it_looks_at_their_skills() {
    // The two who have been idle for longest may not take the loan, and the one who may is not looked at before they
    // have gone.
    story(
        &in_view(FIRST_TWO, "'0/h'"),
        "
        00:00:00 a 1 comes
        00:00:00 a 2 comes
        00:00:00 a 3 comes
        00:00:00 b 1 comes
        00:00:10 contact 1 comes, loans
        00:00:10 contact 1 waits in calls
        00:00:20 contact 2 comes, news
        00:00:20 a 1 answers contact 2
        00:00:25 contact 3 comes, news
        00:00:25 a 2 answers contact 3
        00:00:25 b 1 answers contact 1 after 15s
        00:00:35 contact 1 is over: served
        00:00:35 b 1 is free
        00:02:00 contact 2 is over: served
        00:02:00 a 1 is free
        00:02:05 contact 3 is over: served
        00:02:05 a 2 is free
        ",
    );
    let able = journal(&in_view("['longest-idle', { window = 2 }, 'best-skill']", "'0/h'"));
    assert!(able.contains("00:00:10 b 1 answers contact 1\n"), "{able}");
}

#[test]
fn whoever_becomes_free_takes_the_next_contact_though_the_queue_would_not_look_there() {
    let told = journal(&in_view(FIRST_TWO, "{ scheduled = ['00:00'] }"));
    assert!(told.contains("00:00:15 b 1 answers contact 2 after 5s"), "{told}");
}
