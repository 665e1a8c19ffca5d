//! Random centres: scenario texts made of dice, simple when the dice run out.

use std::fmt::Write;

/// Numbers still to be used up.
struct Dice<'a> {
    left: std::slice::Iter<'a, u8>,
    /// Tables to be written after the flow.
    after: String,
}

impl Dice<'_> {
    /// A number below `faces`; 0 when the dice have run out.
    fn roll(&mut self, faces: usize) -> usize {
        self.left.next().map_or(0, |die| usize::from(*die) % faces)
    }

    /// One of these; the first when the dice have run out.
    fn pick<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.roll(texts.len())]
    }
}

/// A centre with up to four contact types, three queues, a flow, and three teams.
pub(super) fn centre(dice: &[u8]) -> String {
    let mut dice = Dice { left: dice.iter(), after: String::new() };
    let mut text = horizon(&mut dice);
    let contacts = 1 + dice.roll(4);
    (0..contacts).for_each(|number| contact(number, &mut dice, &mut text));
    (0..3).for_each(|number| queue(number, &mut dice, &mut text));
    flow(&mut dice, &mut text);
    text.push_str(&dice.after);
    (0..=dice.roll(3)).for_each(|number| team(number, contacts, &mut dice, &mut text));
    text.push_str("[teams.both]\nagents = 0\nskills = ['s0', 's1']\n");
    text.push_str(SWITCHES);
    // Campaigns call whoever is free at once, which nobody is where contacts and agents are matched in rounds.
    let campaigns = if text.contains("match_every") { 0 } else { dice.roll(3) };
    (0..campaigns).for_each(|number| campaign(number, &mut dice, &mut text));
    (0..dice.roll(4)).for_each(|_| transfer(contacts, &mut dice, &mut text));
    customers(contacts, &mut dice, &mut text);
    text
}

/// Customers who are followed, or not, and talks that do not help all of them.
fn customers(contacts: usize, dice: &mut Dice<'_>, text: &mut String) {
    text.push_str(dice.pick(&[
        "",
        "",
        "[customers]\n",
        "[customers]\ncontext = 'silos'\nexplanation = { exponential = '20s' }\n",
        "[customers]\ncontext = 'silos'\nexplanation = '10s'\nshare_among = { both = ['q0', 'q1'] }\n",
    ]));
    text.push_str(dice.pick(&["", "", "[experience]\nlike = 'sqm'\nwait_minute = '5%'\ncustomer_value = 120\n"]));
    let kind = dice.roll(contacts);
    let resolution = dice.pick(&[
        "",
        "probability = [0.5, 0.8]\nmistaken = '40%'\nunresolved = { probability = 0.7, delay = '1m' }\n",
        "probability = '70%'\nunresolved = { probability = 1, delay = '5m' }\nfound_out = { probability = 0.5, delay = '9m' }\n",
    ]);
    if !resolution.is_empty() && !text.contains("reconnect") {
        let _ = write!(text, "[contacts.k{kind}.resolution]\n{resolution}");
    }
}

/// Contacts of some type that are passed on, or asked about.
fn transfer(contacts: usize, dice: &mut Dice<'_>, text: &mut String) {
    let how = dice.pick(&[
        "'cold'",
        "'warm'\nhand_over = '20s'",
        "'consult'\nhand_over = { exponential = '30s' }",
        "'consult'\nhand_over = '15s'\ntalk = '10s'",
        "'conference'",
        "'warm'",
    ]);
    let probability = dice.pick(&["0.2", "'30%'", "[0.3, 0.1, 0]"]);
    let more = dice.pick(&["", "after = { exponential = '20s' }\n", "from = 'q0'\n", "priority = 2\n"]);
    let (kind, to) = (dice.roll(contacts), dice.roll(3));
    let _ =
        writeln!(text, "[[contacts.k{kind}.transfers]]\nto = 'q{to}'\nprobability = {probability}\n{more}how = {how}");
}

/// Customers whom the centre calls, in whatever mode, with whatever on the line.
fn campaign(number: usize, dice: &mut Dice<'_>, text: &mut String) {
    let dialling = dice.pick(&[
        "'progressive'",
        "{ power = 2.5 }",
        "{ preview = '20s' }",
        "{ preview = { exponential = '9s' } }",
        "{ predictive = { every = '1m', least_agents = 1, start = 3 } }",
        "{ predictive = { threshold = '20s', every = '30s', least_agents = 2, suspend_at = '50%' } }",
    ]);
    let hours = dice.pick(&["always", "00:00-00:20", "08:10-23:40"]);
    let live = dice.pick(&[
        "share = '40%'",
        "share = 1, after = '0s'",
        "share = '20%', retry_after = '1m', taken_for_machine = '30%'",
    ]);
    let machine = dice
        .pick(&["{}", "{ share = 0.25, taken_for_live = '50%', retry_after = { exponential = '2m' }, retries = 2 }"]);
    let others = dice.pick(&[
        "",
        "busy = { share = '10%', retry_after = '30s' }\nbad_number = { share = '5%' }\n",
        "no_answer = { after = { exponential = '20s' }, retry_after = '90s' }\n",
    ]);
    let live = if machine == "{}" || !live.contains("share = 1,") { live } else { "share = '10%'" };
    let live = if others.contains("busy") && live.contains("share = 1,") { "share = '50%'" } else { live };
    let limit = dice.pick(&[
        "",
        "abandonment_limit = { judged_from = 2 }\n",
        "abandonment_limit = { share = '20%', judged_from = 1, then = 'stop', within = '5s' }\n",
    ]);
    let patience = dice.pick(&["'3s'", "{ exponential = '5s' }", "'never'"]);
    let (queue, records, attempts) = (dice.roll(3), 1 + dice.roll(60), 1 + dice.roll(4));
    let redial = dice.pick(&["", "", "redial = { abandoned = { probability = 0.5, delay = '1m' } }\n"]);
    write!(
        text,
        "[contacts.called{number}]\narrivals = '0/h'\nqueue = 'q{queue}'\npatience = {patience}\ntalk = {{ exponential = \
         '1m' }}\nwrap_up = '3s'\n{redial}[campaigns.list{number}]\ncontacts = 'called{number}'\nrecords = \
         {records}\nattempts = {attempts}\ndialling = {dialling}\nhours = '{hours}'\nlive = {{ {live} }}\nmachine = \
         {machine}\n{others}{limit}"
    )
    .expect("text takes everything");
}

fn horizon(dice: &mut Dice<'_>) -> String {
    let start = dice.pick(&["00:00", "08:00", "23:30"]);
    let length = dice.pick(&["1h", "10m", "3h", "26h"]);
    let interval = dice.pick(&["30m", "7m", "2d"]);
    let warm_up = dice.pick(&["0s", "0s", "5m", "599s"]);
    let at_end = dice.pick(&["drain", "cut"]);
    let order = dice.pick(&ORDERS);
    let queues = dice.pick(&QUEUE_ORDERS);
    let agents = dice.pick(&AGENT_ORDERS);
    let guards = dice.pick(&[
        "",
        "",
        "",
        "guards = 'heavier-queue'\n",
        "guards = ['heavier-queue-any-member', 'older-elsewhere']\n",
        "guards = 'older-elsewhere'\n",
    ]);
    let queues = format!("{queues}{guards}");
    let moments = dice.pick(&MOMENTS);
    format!(
        "[horizon]\nstart = '2026-01-05T{start}'\nlength = '{length}'\ninterval = '{interval}'\nwarm_up = \
         '{warm_up}'\nat_end = '{at_end}'\n[routing]\ncontact_order = {order}\n{queues}{moments}agent_order = {agents}\n[lines.trunk]\n\
         count = {}\n",
        dice.roll(6)
    )
}

/// Reserves that change.
const RESERVES: &str = "keep_free = { q0 = { others = [0, 2, 1], every = '4m' }, q2 = { adapt = { most = 3, every = '1m', \
                        raise_if = 'queue.q0.length > 0', lower_if = 'switch.slow' } } }\n";

/// Switches of every sort, for conditions to name.
const SWITCHES: &str = "
[switches.long]
on = 'queue.q0.length + queue.q1.length > 3'
off = 'queue.q0.length < 1'
[switches.slow]
on = 'queue.q2.oldest_wait > 20s and team.t0.idle == 0'
every = '7s'
lag = '20s'
[switches.noon]
hours = '00:03-08:20'
[switches.late]
on = 'queue.q0.service_level < 80% or time_of_day > 8h5m or not queue.q1.open'
";

const CALLBACKS: [[&str; 6]; 3] = {
    const NONE: [&str; 4] = [
        "",
        "",
        "",
        "callback = { offer_at = '0s', most = 2, answer = '60%', again_after = '20s', expires_after = '5m' }\n",
    ];
    const CALLED: &str = "callback = { offer_at = '10s', only_if = 'queue.length > 1', dial = 'customer-first', position = 2, \
                          patience = '9s', answer = '70%', ring = '8s', busy = '50%', again_after = '0s' }\n";
    const ELSEWHERE: &str = "callback = { offer_at = '5s', queue = 'q2', accept = [{ share = '50%' }, { from = '1m', share = 1 \
                             }], attempts = 1, answer = '50%', ring = '0s' }\n";
    let [a, b, c, d] = NONE;
    [[a, b, c, d, CALLED, ELSEWHERE], [a, b, c, d, ELSEWHERE, CALLED], [a, b, c, d, CALLED, c]]
};

const ESTIMATORS: [&str; 8] = [
    "",
    "",
    "estimator = 'head-of-line'\n",
    "estimator = 'last-to-enter'\n",
    "estimator = 'queue-length'\n",
    "estimator = { minute-means = { window = '2m', most_variation = 0.5 } }\n",
    "estimator = 'rate-of-service'\n",
    "estimator = 'stat-server'\n",
];

const CONDITIONS: [&str; 8] = [
    "switch.long",
    "switch.slow or switch.noon",
    "queue.length > 1",
    "queue.expected_wait > 30s",
    "not switch.late",
    "queue.staffed < 2 or queue.available > 0",
    "team.t0.idle > 0",
    "queue.oldest_wait >= 15s",
];
const MOMENTS: [&str; 8] = [
    "",
    "",
    "",
    "match_every = '7s'\n",
    "free_seen_after = '3s'\n",
    "match_every = '1s'\nfree_seen_after = '1ms'\n",
    "match_every = '5s'\nmatch_at_most = 2\n",
    "lost_updates = { share = '30%', found_after = '7s' }\n",
];

const AGENT_ORDERS: [&str; 15] = [
    "['longest-idle']",
    "['random']",
    "['best-skill', 'random']",
    "['fixed-order']",
    "[{ longest-idle = 'last-end-this-queue' }, 'random']",
    "['worst-skill', 'occupancy', 'mean-handle-time']",
    "['load', 'circular']",
    "['spare-capacity', 'answered', { talk-time = { since = 'login' } }]",
    "[{ expression = 'agent.idle / agent.load - agent.occupancy + s0' }]",
    "[{ longest-idle = 'last-assignment' }, 'weighted-random']",
    "[{ longest-idle = { since = 'last-offer', miss_resets = true, at_login = 'first' } }, 'expected-delay']",
    "['pair-score', { longest-idle = { since = 'no-contact', break_resets = true, at_login = 'runs-on' } }]",
    "['target-share', { longest-idle = 'last-assignment-this-channel' }]",
    "['longest-idle', { window = { first = 2, of = 'members' } }, 'cost', 'random']",
    "['longest-idle', { window = 2 }, { weighted-sum = [{ key = 'cost' }, { key = 'pair-score', weight = -2 }] }, 'random']",
];

const ORDERS: [&str; 19] = [
    "['priority', 'longest-wait']",
    "['longest-wait']",
    "['longest-wait', 'priority']",
    "['newest-first']",
    "['priority', 'random']",
    "['score', 'random']",
    "[{ priority = 'higher' }, 'score']",
    "['cmu', 'deadline']",
    "['generalised-cmu', 'newest-first']",
    "['wait-to-objective', { priority = 'higher' }]",
    "['deadline', 'cmu']",
    "[{ expression = 'wait / (queue_length - 1) - ln(attempt - 1) * value' }, 'score']",
    "['random']",
    "[{ expression = 'deadline / objective + handle_time * priority - wait_since_arrival' }]",
    "['pair-score', 'priority']",
    "['predicted-wait', 'random']",
    "['mean-wait-to-objective', 'priority']",
    "['longest-wait', { window = 3 }, { priority = 'higher' }, { window = 2 }, 'random']",
    "[{ weighted-sum = [{ key = 'score', weight = -1 }, { key = 'newest-first', weight = 2 }, { key = 'predicted-wait' }] }]",
];

const QUEUE_ORDERS: [&str; 9] = [
    "",
    "",
    "queue_order = 'longest-queue'\n",
    "queue_order = ['queue-weight', 'longest-wait']\n",
    "queue_order = ['max-weight', 'queue-ratio']\n",
    "queue_order = 'queue-ratio'\n",
    "queue_order = 'share-deficit'\nlead = 'contact'\n",
    "stages = 'two'\nlead = 'agent'\n",
    "lead = 'pair'\n",
];

const CHANGES: [&str; 5] = [
    "[]",
    "[]",
    "[{ at = '0s', add_age = '30s' }, { at = '20s', priority = 2 }]",
    "[{ at = '10s', add_to_priority = -9, effect_delay = '5s' }, { at = '1m', add_age = '1h', add_points = 3 }]",
    "[{ at = '15s', score = { base = 9, per_minute = 0 } }]",
];

const SPANS: [&str; 6] = [
    "'1m'",
    "{ exponential = '2m' }",
    "{ lognormal = { mean = '90s', cv = 1.2 } }",
    "'0s'",
    "'1ms'",
    "{ uniform = { least = '0s', most = '4m' } }",
];

const PROBABILITIES: [&str; 4] = ["0.5", "[1, 0.5, 0]", "0", "[0.9, 0.3]"];

fn contact(number: usize, dice: &mut Dice<'_>, text: &mut String) {
    let channel = dice.pick(&["'phone'", "'phone'", "'email'", "'chat'", "'task'"]);
    let lines = [
        ("channel", channel),
        (
            "arrivals",
            dice.pick(&[
                "'60/h'",
                "'20/h'",
                "{ renewal = '1m' }",
                "{ batch = { at = '00:05', size = 9, varies = 'geometric' } }",
                "['10/h', { fixed = { counts = [3, 5], every = '5m', from = '08:00' } }]",
            ]),
        ),
        ("talk", dice.pick(&SPANS)),
        ("wrap_up", dice.pick(&["'0s'", "'30s'", "{ exponential = '1m' }"])),
        ("patience", dice.pick(&["'never'", "{ exponential = '1m' }", "'0s'", "'1m'", "'20s'"])),
        ("balking", dice.pick(&["0", "0", "0.3", "1"])),
        ("least_level", dice.pick(&["1", "2"])),
        ("head_start", dice.pick(&["'0s'", "'1m'"])),
        ("score", dice.pick(&["{}", "{ per_minute = 0 }", "{ base = -3, per_class = 2, per_minute = 5, most = 1 }"])),
        ("objective", dice.pick(&["'20s'", "'1ms'", "'4h'"])),
        ("waiting_cost", dice.pick(&["0", "1", "1e9"])),
        ("changes", dice.pick(&CHANGES)),
    ];
    let _ = writeln!(text, "[contacts.k{number}]");
    for (name, value) in lines {
        let _ = writeln!(text, "{name} = {value}");
    }
    let door = ["queue = 'q0'", "queue = 'q1'", "flow = 'main'", "queue = 'q2'"];
    let _ = writeln!(text, "{}", dice.pick(&door));
    text.push_str(dice.pick(&["", "", "skill = 's0'\n", "skill = 's1'\n"]));
    text.push_str(dice.pick(&["", "", "requires = 's0 or s1 >= 2'\n", "requires = 'not s1'\n"]));
    text.push_str(dice.pick(&["", "priority = 1\n", "priority = 9\n"]));
    text.push_str(dice.pick(&["", "", "position = 1\n", "position = 3\n"]));
    text.push_str(dice.pick(&["", "", "lines = 'trunk'\n"]));
    text.push_str(dice.pick(&["", "", "wrap_up_frees_room = true\n", "after_call = { at-least = '10s' }\n"]));
    text.push_str(dice.pick(&PREFERRED));
    text.push_str(dice.pick(if number > 0 { &PAUSES } else { &PAUSES[..8] }));
    chasers(number, channel, dice, text);
    text.push_str(dice.pick(if ["'phone'", "'chat'"].contains(&channel) {
        &["", "", "after_talk = 'after'\n"]
    } else {
        &[""]
    }));
    for cause in ["redial.abandoned", "redial.blocked", "redial.closed", "reconnect"] {
        if dice.roll(3) == 1 {
            let (probability, delay) = (dice.pick(&PROBABILITIES), dice.pick(&SPANS));
            let _ = writeln!(text, "{cause} = {{ probability = {probability}, delay = {delay} }}");
        }
    }
}

/// Customers of deferred work who come as another type.
fn chasers(number: usize, channel: &str, dice: &mut Dice<'_>, text: &mut String) {
    if number > 0 && ["'email'", "'task'"].contains(&channel) {
        text.push_str(dice.pick(&[
            "",
            "chasers = { contacts = 'k0', after = '1m' }\n",
            "chasers = { contacts = 'k0', after = { exponential = '5m' }, share = '70%' }\n",
            "chasers = { contacts = 'k0', after = '30s', withdraws = false }\n",
        ]));
    }
}

const PREFERRED: [&str; 6] = [
    "",
    "",
    "",
    "preferred_agent = {}\n",
    "preferred_agent = { team = 't0', wait = 'never', when_away = 'wait', most_waiting = 2 }\n",
    "preferred_agent = { team = 't0', wait = '20s', busy_for = '1m', beyond_room = true }\n",
];

const PAUSES: [&str; 9] = [
    "",
    "",
    "pauses = { after = { exponential = '30s' }, length = { exponential = '1m' }, inactive_after = '30s' }\n",
    "pauses = { after = '20s', length = '1m', inactive_after = '0s', without_room = 'exceed' }\n",
    "pauses = { after = '1m', length = { exponential = '1m' }, inactive_after = '1m', without_room = 'requeue' }\n",
    "turns = { agent = { exponential = '20s' }, customer = { exponential = '30s' }, leaves = '20%', reply_within = '30s' }\n",
    "turns = { agent = '15s', customer = { exponential = '40s' }, leaves_silently = '20%', closed_after = '50s', leaves = 0.1, inactive_after = '20s' }\n",
    "turns = { agent = '10s', customer = '20s', leaves_silently = '30%', closed_after = '20s', inactive_after = '30s', without_room = 'exceed' }\n",
    "turns = { agent = '10s', customer = { exponential = '20s' }, elevation = { contacts = 'k0', share = '50%', delay = '30s' } }\n",
];

const STEPS: [&str; 5] = [
    "[{ at = '1h' }]",
    "[{ at = '1h' }]",
    "[{ at = '10s', requires = 's0 or s1' }]",
    "[{ at = '0s', mode = 'replace', teams = ['t0'] }, { at = '30s', mode = 'add-after', requires = 'true' }]",
    "[{ at = '20s', mode = 'replace', requires = 's1', priority = 0 }, { at = '20s' }, { at = '2m', teams = ['both'] }]",
];

const OFFERINGS: [&str; 6] = [
    "",
    "",
    "offers = { to = 'all', same_agent_after = '20s' }\n",
    "offers = { to = 3, every = '4s', returned_priority = 1 }\n",
    "offers = { serial = true, returned_age = 'reset', same_agent_after = 'never' }\n",
    "offers = { to = 2, serial = true, returned_priority = 0, returned_age = 'reset' }\n",
];

const AFTER_CALLS: [&str; 5] =
    ["", "", "after_call = { at-most = '10s' }\n", "after_call = { fixed = '20s' }\n", "after_call = 'none'\n"];

/// By queue: where else its contacts wait.
const BESIDE: [[&str; 4]; 3] = [
    [
        "",
        "",
        "also_in = { queue = 'q2' }\n",
        "also_in = [{ queue = 'q1', at = '15s', priority = 2 }, { queue = 'q2', at = '30s' }]\n",
    ],
    ["", "", "also_in = { queue = 'q0', at = '1s' }\n", "also_in = [{ queue = 'q2' }, { queue = 'q0' }]\n"],
    [
        "",
        "",
        "also_in = { queue = 'q1' }\n",
        "also_in = [{ queue = 'q0', at = '30s' }, { queue = 'q1', at = '30s' }]\n",
    ],
];

fn queue(number: usize, dice: &mut Dice<'_>, text: &mut String) {
    let _ = writeln!(text, "[queues.q{number}]");
    let extra = "{ answered-of-offered = { threshold = '40s', clock = 'arrival', booked = 'event' } }";
    let _ = writeln!(text, "service_level = ['answered-of-offered', {extra}]");
    text.push_str(dice.pick(&["", "", "capacity = 2\n", "capacity = 0\n"]));
    let hours = ["'always'", "'always'", "['00:00-00:20', '08:10-08:40']", "'closed'", "{ mon = '00:05-24:00' }"];
    let _ = writeln!(text, "hours = {}", dice.pick(&hours));
    let closed = ["'turn-away'", "'wait'", "'disconnect'", "'transfer-out'", "{ queue = 'q2' }", "{ flow = 'main' }"];
    let _ = writeln!(text, "when_closed = {}", dice.pick(&closed[..if number == 2 { 4 } else { 6 }]));
    let _ = writeln!(text, "age = {}", dice.pick(&["'keep'", "'reset'", "'since-arrival'"]));
    let _ = writeln!(text, "scan = {}", dice.pick(&["'look-past'", "'look-past'", "'head-only'"]));
    let _ = writeln!(text, "at_closing = {}", dice.pick(&["'serve'", "'turn-away'"]));
    steps(number, dice, text);
    admission(number, dice, text);
    let _ = writeln!(text, "weight = {}", dice.pick(&["1", "1", "2"]));
    text.push_str(dice.pick(&ESTIMATORS));
    text.push_str(dice.pick(&CALLBACKS[number]));
    text.push_str(dice.pick(&OFFERINGS));
    text.push_str(dice.pick(&AFTER_CALLS));
    text.push_str(dice.pick(&BESIDE[number]));
    let _ = writeln!(text, "changes = {}", dice.pick(&CHANGES));
    if dice.roll(3) == 1 {
        let _ = writeln!(text, "contact_order = {}", dice.pick(&ORDERS));
    }
    let leave = ["'disconnect'", "'transfer-out'", "{ queue = 'q2' }", "{ flow = 'main' }"];
    if dice.roll(3) == 1 {
        let (after, leave) = (dice.pick(&["'30s'", "'1m'"]), dice.pick(&leave[..if number == 2 { 2 } else { 4 }]));
        let (condition, every) = (dice.pick(&CONDITIONS), dice.pick(&["", ", every = '9s'"]));
        let check = if dice.roll(2) == 1 { format!(", only_if = '{condition}'{every}") } else { String::new() };
        let _ = writeln!(text, "maximum_wait = {{ after = {after}, action = {leave}{check} }}");
    }
}

/// The steps of a queue, which may ask for the state of the centre.
fn steps(number: usize, dice: &mut Dice<'_>, text: &mut String) {
    if dice.roll(2) == 0 {
        let _ = writeln!(text, "steps = {}", dice.pick(&STEPS));
        return;
    }
    let clocks = ["since-enqueue", "since-step-start", "since-contact-start", "since-first-attempt"];
    let ends = ["'wait-in-last'", "'any-agent'", "'union-of-steps'", "'disconnect'", "{ queue = 'q2' }"];
    let (clock, last) = (dice.pick(&clocks), dice.pick(&ends[..if number == 2 { 4 } else { 5 }]));
    let (transfer, frozen) = (dice.pick(&["restart", "continue"]), dice.pick(&["false", "true"]));
    let (one, other) = (dice.pick(&CONDITIONS), dice.pick(&CONDITIONS));
    let (wait, mode) = (dice.pick(&["skip", "wait"]), dice.pick(&["add", "add-after", "replace"]));
    let _ = writeln!(
        text,
        "schedule = {{ clock = '{clock}', on_transfer = '{transfer}', frozen_at_entry = {frozen}, after_last = {last} \
         }}\nsteps = [{{ for = '5s', requires = 's0', only_if = '{one}', when_false = '{wait}' }}, {{ for = '20s', mode = \
         '{mode}', requires = 'true', skip_if = 'step.available == 0', raise_penalty_to = 2 }}, {{ for = '30s', only_if = \
         '{other}', drop_skills = ['s0'], add_skills = {{ s1 = 1 }}, priority = 0 }}]"
    );
}

/// What a queue asks of the centre as contacts come and wait.
fn admission(number: usize, dice: &mut Dice<'_>, text: &mut String) {
    let (when, action) = (dice.pick(&CONDITIONS), dice.pick(&["'disconnect'", "'transfer-out'", "{ queue = 'q2' }"]));
    let action = if number == 2 { "'disconnect'" } else { action };
    if dice.roll(4) == 1 {
        let _ = writeln!(text, "overflow = [{{ when = '{when}', action = {action} }}]");
    }
    text.push_str(dice.pick(&[
        "",
        "",
        "overload = 'queue.length > 1'\n",
        "overload = ['switch.noon', 'queue.length > 2']\n",
    ]));
    let (states, grace) = (dice.pick(&["['off']", "['off', 'break', 'talking']"]), dice.pick(&["0s", "8s"]));
    if dice.roll(4) == 1 {
        let _ =
            writeln!(text, "no_agents = {{ join = ['off'], leave = {states}, grace = '{grace}', action = {action} }}");
    }
}

fn flow(dice: &mut Dice<'_>, text: &mut String) {
    let ports = dice.pick(&["", "ports = 3\n", "ports = 0\n", "ports = 1\n"]);
    let _ = write!(text, "[flows.main]\n{ports}[flows.main.nodes]\n");
    let (time, hang_up) = (dice.pick(&["'10s'", "'0s'", "{ exponential = '20s' }"]), dice.pick(&["0", "0.2", "1"]));
    let _ = writeln!(text, "greeting = {{ play = {{ time = {time}, hang_up = {hang_up}, next = 'menu' }} }}");
    let first = dice.pick(&["0.5", "0", "1"]);
    let rest = ["0.5", "1", "0"][["0.5", "0", "1"].iter().position(|share| *share == first).unwrap_or(0)];
    let _ = writeln!(
        text,
        "menu = {{ menu = {{ time = '5s', hang_up = 0.1{}, choices = {{ a = {{ share = {first}, next = 'self' }}, b = \
         {{ share = {rest}, next = 'check', time = '2s' }} }} }} }}",
        asking(first, dice)
    );
    let contained = dice.pick(&["0.5", "0", "1"]);
    let falsely =
        dice.pick(&["", ", falsely = 0.5, back_after = '7m'", ", falsely = 1, back_after = { exponential = '9m' }"]);
    let next = dice.pick(&["agent", "digits"]);
    let more = dice.pick(&["", ", handling = 0.5, cost = 0.25", ", back_as = 'k0'"]);
    let _ = writeln!(
        text,
        "self = {{ self-service = {{ time = '30s', contained = {contained}{falsely}{more}, next = '{next}' }} }}"
    );
    asked(dice, text);
    let closed = dice.pick(&["out", "bye", "agent", "digits"]);
    let _ = writeln!(text, "check = {{ hours = {{ hours = '00:00-08:20', open = 'agent', closed = '{closed}' }} }}");
    let priority = dice.pick(&["", ", priority = 3"]);
    let site = |more: &str| {
        let other = "q0 = { plus = '10s', delay = '5s', priority = 4 }";
        format!("{{ shortest-wait = {{ queues = {{ q2 = {{ factor = 2 }}, {other} }}{more} }} }}")
    };
    let enqueue = format!("{{ enqueue = {{ queue = 'q2'{priority} }} }}");
    let ways = [enqueue.clone(), enqueue, site(""), site(", refreshed_every = '45s'")];
    let agent = &ways[dice.roll(4)];
    let agent = match calling_back(text).filter(|_| dice.roll(2) == 1) {
        Some(queue) => {
            format!("{{ offer-callback = {{ queue = 'q{queue}', declined = 'hold' }} }}\nhold = {agent}")
        }
        None => agent.clone(),
    };
    let _ = writeln!(text, "agent = {agent}\nout = 'transfer-out'\nbye = 'hang-up'");
}

/// The first queue with callbacks.
fn calling_back(text: &str) -> Option<usize> {
    let section = |queue| text.split(&format!("[queues.q{queue}]")).nth(1)?.split("\n[").next();
    (0..3).find(|&queue| section(queue).is_some_and(|own| own.contains("callback =")))
}

/// What may go wrong at the menu.
fn asking(first: &str, dice: &mut Dice<'_>) -> String {
    let wrong = dice.pick(&["", ", false_accept = 0.3", ", false_accept = 0.6, discovery = { exponential = '20s' }"]);
    let wrong = if first == "0.5" { wrong } else { "" };
    let silent = dice.pick(&["", ", no_input = 0.3, no_match = 0.2, timeout = '3s', attempts = 2, failed = 'agent'"]);
    let asks = dice.pick(&["", ", zero_out = { share = [0.1, 0.5], next = 'agent' }"]);
    format!("{wrong}{silent}{asks}")
}

/// Nodes that ask for more, messages, and what comes after a talk.
fn asked(dice: &mut Dice<'_>, text: &mut String) {
    let ports = dice.pick(&["", "ports = 1\n"]);
    let (condition, last) = (dice.pick(&CONDITIONS), dice.pick(&["message", "other", "elsewhere"]));
    let condition = condition.replace("queue.", "queue.q1.");
    let _ = writeln!(
        text,
        "digits = {{ collect = {{ time = '6s', digits = 4, recognised = '80%', next = 'look-up', failed = 'agent' }} \
         }}\nlook-up = {{ look-up = {{ time = '2s', failure = 0.2, next = 'type', failed = 'message' }} }}\ntype = {{ by-type = \
         {{ types = {{ k0 = 'state' }}, otherwise = 'lot' }} }}\nstate = {{ decide = {{ cases = [{{ when = '{condition}', next = \
         'agent' }}], otherwise = 'lot' }} }}\nlot = {{ split = {{ ways = {{ a = {{ share = 0.5, next = '{last}' }}, b = {{ share \
         = 0.5, next = 'message' }} }} }} }}\nmessage = {{ voicemail = {{ time = '9s', hang_up = 0.2, contacts = 'note' }} \
         }}\nother = {{ flow = 'second' }}\nelsewhere = {{ deflect = {{ contacts = 'note', share = 0.7, delay = '3m' }} }}"
    );
    let notes = "[contacts.note]\nchannel = 'email'\narrivals = '0/h'\ntalk = '1m'\nqueue = 'q2'\n";
    let taken = dice.pick(&["0.5", "1", "0"]);
    let extra = format!(
        "[flows.second]\n{ports}[flows.second.nodes]\nwho = {{ authenticate = {{ time = '4s', success = 0.5, next = 'out', failed \
         = 'out' }} }}\nout = 'transfer-out'\n[flows.after]\n{ports}[flows.after.nodes]\nask = {{ survey = {{ taken = {taken}, \
         time = {{ exponential = '20s' }}, hang_up = 0.1 }} }}\n{notes}"
    );
    dice.after.push_str(&extra);
}

const ROOMS: [&str; 8] = [
    "",
    "",
    "at_once = { email = 3 }\n",
    "at_once = { phone = 2, email = 2 }\n",
    "room = { most = { chat = 2, task = 2 }, beside = { task = ['phone', 'chat'] } }\n",
    "room = { units = 10, weights = { chat = 3, k0 = 5, email = 2 }, total = 4 }\n",
    "room = { interruptible_by = { email = ['phone', 'chat'], chat = ['phone'] }, set_up = '5s', nesting = 2 }\n",
    "room = { total = 3, interruptible_by = { task = ['email'], email = ['task'] }, beside = { phone = [] } }\n",
];

fn team(number: usize, contacts: usize, dice: &mut Dice<'_>, text: &mut String) {
    let _ = writeln!(text, "[teams.t{number}]");
    let skills = dice.pick(&["['s0', 's1']", "['s0']", "{ s1 = 3 }", "[]", "{ s0 = 2, s1 = 1 }"]);
    let _ = writeln!(text, "skills = {skills}");
    if skills.contains("s0") && dice.roll(3) == 1 {
        let _ = writeln!(text, "skills_while = {{ s0 = '{}' }}", dice.pick(&["switch.noon", "queue.q1.length > 1"]));
    }
    let _ = writeln!(text, "absence = {}", dice.pick(&["0", "0", "0.3", "1"]));
    let _ = writeln!(text, "shrinkage = {}", dice.pick(&["0", "0", "0.3", "1"]));
    let _ = writeln!(text, "late_break = {}", dice.pick(&["'shift'", "'shorten'"]));
    let _ = writeln!(text, "at_shift_end = {}", dice.pick(&["'finish'", "'hand-back'"]));
    text.push_str(dice.pick(&ROOMS));
    text.push_str(dice.pick(&["", "fill = 'in-turn'\n", "fill = 'in-turn'\n"]));
    text.push_str(dice.pick(&["", "", "pull = 'oldest'\n", "pull = 'easiest'\n", "pull = 'own-skills'\n"]));
    text.push_str(dice.pick(&["", "", "slowdown = [1, 1.5, 2.25]\n", "slowdown = [0.7]\n"]));
    text.push_str(dice.pick(&["", "open_turns = 'shared'\n"]));
    text.push_str(dice.pick(&[
        "",
        "",
        "queues = { q0 = { rank = 2 }, q1 = { delay = '15s' }, q2 = {} }\n",
        "queues = { q0 = { while = 'queue.length > 1' }, q1 = { penalty = 1 }, q2 = { while = 'switch.slow' } }\n",
        "queues = { q0 = { penalty = 3, while = 'not switch.long' }, q2 = { delay = '5s', while = 'switch.noon' } }\n",
        "queues = { q2 = { rank = 3, delay = '1m' }, q0 = {} }\n",
        "queues = { q0 = { target = 0.5, above_target = 'stay-idle' }, q1 = { target = 0.5 }, q2 = { points = { base = 9 } } }\n",
    ]));
    text.push_str(dice.pick(&[
        "",
        "",
        "offers = { accept = 0.7, answer_after = { exponential = '5s' }, ring = '15s' }\n",
        "offers = { accept = 0.5, ring = '10s', not_ready_after_miss = '30s' }\n",
        "offers = { answer_after = '3s' }\n",
        "offers = { reject = 0.3, busy = 0.2, reject_after = '2s', on_reject = { agent = 'off', lasts = { exponential = \
         '20s' } }, on_busy = [{ lasts = '1s' }, { agent = 'break', after = 3, lasts = '1m' }] }\n",
        "offers = { connect = { exponential = '4s' }, hang_up_while_connecting = true }\n",
        "offers = { accept = 0.2, ring = '3s', connect = '2s', on_miss = { agent = 'break', after = 2, lasts = '10s' } }\n",
        "offers = { answer_after = { uniform = { least = '0s', most = '30s' } }, connect = '1s' }\n",
    ]));
    text.push_str(dice.pick(&["", "", "keep_free = { q2 = 1 }\n", "keep_free = { q0 = 2, k0 = 1 }\n", RESERVES]));
    if dice.roll(3) == 1 {
        let _ = writeln!(text, "time_factor = {{ k{} = 0.5 }}", dice.roll(contacts));
    }
    let counts =
        ["agents = 2", "agents = 1", "agents = [3, 1, 0, 2, 4]\nevery = '3m'", "agents = [1.5, 2.5]\nfrom = '08:00'"];
    match dice.roll(6) {
        shape @ 0..4 => {
            let _ = writeln!(text, "{}", counts[shape]);
        }
        _ => shifts(number, dice, text),
    }
}

fn shifts(number: usize, dice: &mut Dice<'_>, text: &mut String) {
    for _ in 0..=dice.roll(2) {
        let (start, end, pause) = [
            ("00:00", "24:00", "00:10"),
            ("08:00", "08:30", "08:10"),
            ("22:00", "08:15", "00:05"),
            ("00:00", "00:15", "00:05"),
            ("23:40", "00:10", "23:50"),
        ][dice.roll(5)];
        let people = dice.roll(3);
        let length = dice.pick(&["5m", "10m", "1s"]);
        let breaks =
            if dice.roll(2) == 1 { format!("{{ at = '{pause}', length = '{length}' }}") } else { String::new() };
        let _ = writeln!(
            text,
            "[[teams.t{number}.shifts]]\npeople = {people}\nstart = '{start}'\nend = '{end}'\nbreaks = [{breaks}]"
        );
    }
}
