//! Points of pairs, who leads where several pairs are possible, targets of queues, and sums of keys.

use super::{answers, journal};

/// Who answers contact `contact`.
fn taker(told: &str, contact: u32) -> String {
    let end = format!(" answers contact {contact}");
    let line = told.lines().find(|line| line.ends_with(&end) || line.contains(&format!("{end} ")));
    line.map_or("-", |line| &line[9..10]).to_owned()
}

/// A has been idle for 100 s and B for 40 s when a contact comes, with these points for it.
fn by_points(a: &str, b: &str) -> String {
    let told = journal(&format!(
        "
        [routing]
        agent_order = 'pair-score'
        [contacts.own_b]
        arrivals = at 1s
        talk = '59s'
        skill = 'only-b'
        [contacts.sales]
        arrivals = at 100s
        talk = '10s'
        [teams.A]
        agents = 1
        queues = {{ sales = {{ points = {a} }} }}
        [teams.B]
        agents = 1
        skills = ['only-b']
        queues = {{ own_b = {{}}, sales = {{ points = {b} }} }}
        "
    ));
    taker(&told, 2)
}

#[test]
fn an_agent_makes_points_by_being_idle() {
    // 1.67 minutes against 0.67 and what comes on top.
    assert_eq!(by_points("{}", "{}"), "A");
    assert_eq!(by_points("{}", "{ base = 0.9 }"), "A");
    assert_eq!(by_points("{}", "{ base = 1.1 }"), "B");
    assert_eq!(by_points("{ per_minute_idle = 0.3 }", "{}"), "B");
    assert_eq!(by_points("{ per_minute_idle = 0 }", "{ per_minute_idle = 0 }"), "A", "the file decides");
}

/// Sales has waited for `waited` seconds and service for 10 s when the agent becomes free, who makes one point more with
/// service.
fn with_service(waited: u32, sales: &str) -> String {
    let frees = 100;
    let order = answers(&format!(
        "
        [routing]
        contact_order = 'pair-score'
        [contacts.held]
        arrivals = at 0s
        talk = '{frees}s'
        [contacts.sales]
        arrivals = at {}s
        talk = '10s'
        [contacts.service]
        arrivals = at {}s
        talk = '10s'
        [teams.front]
        agents = 1
        queues = {{ held = {{}}, sales = {{ points = {sales} }}, service = {{ points = {{ base = 1 }} }} }}
        ",
        frees - waited,
        frees - 10
    ));
    order[1].clone()
}

#[test]
fn a_contact_makes_points_by_waiting() {
    // 0.83 against 1.17, 1.33 against 1.17, 2 x 0.83 against 1.17.
    assert_eq!(with_service(50, "{}"), "contact 3 after 10s");
    assert_eq!(with_service(80, "{}"), "contact 2 after 1m20s");
    assert_eq!(with_service(50, "{ per_minute_waiting = 2 }"), "contact 2 after 50s");
}

/// X, who serves both, and Y, who serves sales alone, come at the same moment, when a contact of each waits.
fn come_together(lead: &str, service: &str) -> String {
    let told = journal(&format!(
        "
        [routing]
        {lead}
        agent_order = 'own-skill-count'
        [contacts.sales]
        arrivals = at 1s
        talk = '10m'
        skill = 'sales'
        [contacts.service]
        arrivals = at 2s
        talk = '10m'
        skill = 'service'
        [queues.sales]
        [queues.service]
        [[teams.X.shifts]]
        start = '00:01'
        end = '00:05'
        [teams.X]
        skills = ['sales', 'service']
        queues = {{ sales = {{}}, service = {{ points = {{ base = {service} }} }} }}
        [[teams.Y.shifts]]
        start = '00:01'
        end = '00:05'
        [teams.Y]
        skills = ['sales']
        queues = {{ sales = {{}} }}
        "
    ));
    format!("{}{}", taker(&told, 1), taker(&told, 2))
}

#[test]
fn people_who_come_lead_unless_contacts_or_pairs_do() {
    // X takes the longest wait; or the longest wait takes the less versatile Y.
    assert_eq!(come_together("", "0"), "X-");
    assert_eq!(come_together("lead = 'event'", "0"), "X-");
    assert_eq!(come_together("lead = 'agent'", "0"), "X-");
    assert_eq!(come_together("lead = 'contact'", "0"), "YX");
    assert_eq!(come_together("lead = 'pair'", "0"), "X-");
    assert_eq!(come_together("lead = 'pair'", "5"), "YX");
}

#[test]
fn whoever_goes_on_after_a_break_that_is_over_already_looks_for_work_whoever_leads() {
    let order = answers(
        "
        [routing]
        lead = 'contact'
        [contacts.calls]
        arrivals = at 0s, 1s
        talk = '7m'
        [[teams.front.shifts]]
        start = '00:00'
        end = '12:00'
        breaks = [{ at = '00:05', length = '1m' }]
        [teams.front]
        late_break = 'shorten'
        ",
    );
    assert_eq!(order, ["contact 1", "contact 2 after 6m59s"]);
}

/// A queue opens at 1 m on a contact of each kind; X, free, serves both, and Y sales alone.
fn open_together(lead: &str, service: &str) -> String {
    let told = journal(&format!(
        "
        [routing]
        {lead}
        agent_order = 'own-skill-count'
        [contacts.sales]
        arrivals = at 1s
        talk = '10m'
        skill = 'sales'
        queue = 'both'
        [contacts.service]
        arrivals = at 2s
        talk = '10m'
        patience = '5m'
        skill = 'service'
        queue = 'both'
        priority = {service}
        [queues.both]
        hours = '00:01-00:05'
        when_closed = 'wait'
        [teams.X]
        agents = 1
        skills = ['sales', 'service']
        [teams.Y]
        agents = 1
        skills = ['sales']
        "
    ));
    format!("{}{}", taker(&told, 1), taker(&told, 2))
}

#[test]
fn contacts_whose_queue_opens_lead_unless_agents_or_pairs_do() {
    assert_eq!(open_together("", "5"), "YX");
    assert_eq!(open_together("lead = 'contact'", "5"), "YX");
    assert_eq!(open_together("lead = 'agent'", "5"), "X-");
    assert_eq!(open_together("lead = 'agent'", "1"), "YX", "X takes the urgent one");
    assert_eq!(open_together("lead = 'pair'", "5"), "X-");
}

/// Golden: Avaya, percent allocation: shares of 35, 49 and 78 % of the work for targets of 25, 50 and 75 % are 140, 98 and
/// 104 % of them: B.
#[test]
fn golden_y3_avaya_pad_by_share_of_target() {
    let people: Vec<String> = [("A", 35, "25%"), ("B", 49, "50%"), ("C", 78, "75%")]
        .into_iter()
        .map(|(name, share, target)| {
            let own = name.to_lowercase();
            format!(
                "
                [contacts.sales_{own}]
                arrivals = at 0s
                talk = '{share}s'
                queue = 'sales'
                skill = 'only-{own}'
                [contacts.other_{own}]
                arrivals = at 100s
                talk = '{}s'
                queue = 'other'
                skill = 'only-{own}'
                [teams.{name}]
                agents = 1
                skills = ['only-{own}']
                queues = {{ sales = {{ target = '{target}' }}, other = {{}} }}
                ",
                100 - share
            )
        })
        .collect();
    let told = journal(&format!(
        "[contacts.sales]\narrivals = at 300s\ntalk = '1m'\n[queues.sales]\nagent_order = 'target-share'\n\
         [queues.other]\n{}",
        people.concat()
    ));
    assert_eq!(taker(&told, 7), "B");
}

#[test]
fn the_queue_farthest_below_its_share_is_served_next() {
    // Shares of sales after each: 1, 1/2, 2/3, 3/4 (as wanted, so that the file decides), 4/5.
    let order = answers(
        "
        [routing]
        queue_order = 'share-deficit'
        [contacts.sales]
        arrivals = at 1s, 2s, 3s, 4s
        talk = '10s'
        [contacts.service]
        arrivals = at 2s, 3s
        talk = '10s'
        [teams.front]
        agents = 1
        queues = { sales = { target = '75%' }, service = { target = '25%' } }
        ",
    );
    let expected = [
        "contact 1",
        "contact 3 after 9s",
        "contact 2 after 19s",
        "contact 4 after 28s",
        "contact 6 after 37s",
        "contact 5 after 48s",
    ];
    assert_eq!(order, expected);
}

#[test]
fn an_agent_above_the_target_stays_idle_until_other_work_has_come() {
    // After contact 1 all work is sales; contact 3 makes it a half.
    let order = |above: &str| {
        answers(&format!(
            "
            [contacts.sales]
            arrivals = at 1s, 2s
            talk = '10s'
            [contacts.service]
            arrivals = at 20s
            talk = '10s'
            [teams.front]
            agents = 1
            queues = {{ sales = {{ target = '50%', above_target = '{above}' }}, service = {{}} }}
            "
        ))
    };
    assert_eq!(order("stay-idle"), ["contact 1", "contact 3", "contact 2 after 28s"]);
    let served = ["contact 1", "contact 2 after 9s", "contact 3 after 1s"];
    assert_eq!(order("serve"), served);
}

#[test]
fn contacts_pass_by_an_agent_above_the_target() {
    let told = journal(
        "
        [contacts.sales]
        arrivals = at 1s, 20s
        talk = '10s'
        [queues.sales]
        agent_order = 'fixed-order'
        [teams.A]
        agents = 1
        queues = { sales = { target = '50%', above_target = 'stay-idle' } }
        [teams.B]
        agents = 1
        ",
    );
    assert_eq!((taker(&told, 1), taker(&told, 2)), ("A".to_owned(), "B".to_owned()));
}
