//! Self-service: what nodes of a flow ask, how long that takes, and where it leads.

use super::story;

#[test]
fn a_menu_asks_as_often_as_it_may_and_silence_takes_its_own_time() {
    // Two attempts without an answer, each over after 4 s.
    story(
        "
        [contacts.caller]
        arrivals = at 0s
        flow = 'main'
        talk = '5s'
        [queues.help]
        [flows.main.nodes]
        menu = { menu = { time = '10s', timeout = '4s', no_input = 1, attempts = 2, failed = 'agent', choices = { out = { \
         share = 1, next = 'out' } } } }
        out = 'transfer-out'
        agent = { enqueue = 'help' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears menu
        00:00:08 contact 1 hears agent
        00:00:08 contact 1 leaves main after 8s: failed
        00:00:08 front 1 answers contact 1
        00:00:13 contact 1 is over: served
        00:00:13 front 1 is free
        ",
    );
}

#[test]
fn answers_that_are_not_understood_take_the_whole_time_of_an_attempt() {
    story(
        "
        [contacts.caller]
        arrivals = at 0s
        flow = 'main'
        talk = '5s'
        [flows.main.nodes]
        menu = { menu = { time = '10s', timeout = '4s', no_match = 1, failed = 'bye', choices = { out = { share = 1, next \
         = 'out' } } } }
        out = 'transfer-out'
        bye = 'hang-up'
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears menu
        00:00:30 contact 1 hears bye
        00:00:30 contact 1 leaves main after 30s: failed
        00:00:30 contact 1 is over: closed
        ",
    );
}

#[test]
fn who_asks_for_an_agent_does_so_at_the_attempt_that_the_list_says() {
    // Nobody at the first attempt, which is in vain; everybody at the second.
    story(
        "
        [contacts.caller]
        arrivals = at 0s
        flow = 'main'
        talk = '5s'
        [queues.help]
        [flows.main.nodes]
        digits = { collect = { time = '6s', digits = 4, recognised = 0, zero_out = { share = [0, 1], next = 'agent' }, \
         next = 'out', failed = 'out' } }
        out = 'transfer-out'
        agent = { enqueue = 'help' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears digits
        00:00:12 contact 1 hears agent
        00:00:12 contact 1 leaves main after 12s: zero-out
        00:00:12 front 1 answers contact 1
        00:00:17 contact 1 is over: served
        00:00:17 front 1 is free
        ",
    );
}

#[test]
fn who_is_not_recognised_goes_another_way_than_who_is() {
    story(
        "
        [contacts.known]
        arrivals = at 0s
        flow = 'known'
        talk = '5s'
        [contacts.unknown]
        arrivals = at 1s
        flow = 'unknown'
        talk = '5s'
        [flows.known.nodes]
        who = { authenticate = { time = '5s', success = 1, next = 'out' } }
        out = 'transfer-out'
        [flows.unknown.nodes]
        who = { authenticate = { time = '5s', success = 0, attempts = 2, next = 'out', failed = 'bye' } }
        out = 'transfer-out'
        bye = 'hang-up'
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, known
        00:00:00 contact 1 hears who
        00:00:01 contact 2 comes, unknown
        00:00:01 contact 2 hears who
        00:00:05 contact 1 hears out
        00:00:05 contact 1 leaves known after 5s
        00:00:05 contact 1 is over: transferred-out
        00:00:11 contact 2 hears bye
        00:00:11 contact 2 leaves unknown after 10s: failed
        00:00:11 contact 2 is over: closed
        ",
    );
}

#[test]
fn a_look_up_takes_its_time_whether_it_finds_anything_or_not() {
    story(
        "
        [contacts.caller]
        arrivals = at 0s
        flow = 'main'
        talk = '5s'
        [flows.main.nodes]
        account = { look-up = { time = '3s', next = 'orders' } }
        orders = { look-up = { time = '2s', failure = 1, next = 'out', failed = 'bye' } }
        out = 'transfer-out'
        bye = 'hang-up'
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears account
        00:00:03 contact 1 hears orders
        00:00:05 contact 1 hears bye
        00:00:05 contact 1 leaves main after 5s: failed
        00:00:05 contact 1 is over: closed
        ",
    );
}

#[test]
fn the_first_case_that_holds_decides_by_what_waits_at_that_instant() {
    // The first caller finds the agent free, the second nobody waiting, the third one waiting.
    story(
        "
        [contacts.caller]
        arrivals = at 0s, 1s, 2s
        flow = 'main'
        talk = '10s'
        [queues.help]
        [flows.main.nodes]
        look = { decide = { cases = [{ when = 'queue.help.available > 0', next = 'free' }, { when = 'queue.help.length < 1', \
         next = 'short' }], otherwise = 'out' } }
        free = { enqueue = 'help' }
        short = { enqueue = 'help' }
        out = 'transfer-out'
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears look
        00:00:00 contact 1 hears free
        00:00:00 contact 1 leaves main after 0s
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, caller
        00:00:01 contact 2 hears look
        00:00:01 contact 2 hears short
        00:00:01 contact 2 leaves main after 0s
        00:00:01 contact 2 waits in help
        00:00:02 contact 3 comes, caller
        00:00:02 contact 3 hears look
        00:00:02 contact 3 hears out
        00:00:02 contact 3 leaves main after 0s
        00:00:02 contact 3 is over: transferred-out
        00:00:10 contact 1 is over: served
        00:00:10 front 1 answers contact 2 after 9s
        00:00:20 contact 2 is over: served
        00:00:20 front 1 is free
        ",
    );
}

#[test]
fn contact_types_part_and_all_others_go_the_other_way() {
    story(
        "
        [contacts.gold]
        arrivals = at 0s
        flow = 'main'
        talk = '5s'
        [contacts.other]
        arrivals = at 1s
        flow = 'main'
        talk = '5s'
        [flows.main.nodes]
        type = { by-type = { types = { gold = 'out' }, otherwise = 'lot' } }
        lot = { split = { ways = { never = { share = 0, next = 'out' }, always = { share = 1, next = 'bye' } } } }
        out = 'transfer-out'
        bye = 'hang-up'
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, gold
        00:00:00 contact 1 hears type
        00:00:00 contact 1 hears out
        00:00:00 contact 1 leaves main after 0s
        00:00:00 contact 1 is over: transferred-out
        00:00:01 contact 2 comes, other
        00:00:01 contact 2 hears type
        00:00:01 contact 2 hears lot
        00:00:01 contact 2 hears bye
        00:00:01 contact 2 leaves main after 0s
        00:00:01 contact 2 is over: closed
        ",
    );
}

#[test]
fn who_only_seems_to_be_helped_comes_back() {
    story(
        "
        [horizon]
        length = '1m'
        [contacts.caller]
        arrivals = at 0s
        flow = 'main'
        talk = '5s'
        [flows.main.nodes]
        balance = { self-service = { time = '10s', contained = 1, falsely = 1, back_after = '20s', next = 'out' } }
        out = 'transfer-out'
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears balance
        00:00:10 contact 1 leaves main after 10s: falsely-contained
        00:00:10 contact 1 is over: self-served
        00:00:10 contact 1 will come again in 20s
        00:00:30 contact 2 comes, caller customer 1 not helped
        00:00:30 contact 2 hears balance
        00:00:40 contact 2 leaves main after 10s: falsely-contained
        00:00:40 contact 2 is over: self-served
        ",
    );
}

#[test]
fn a_bot_shortens_the_chats_that_it_hands_on() {
    story(
        "
        [contacts.chat]
        channel = 'chat'
        arrivals = at 0s
        flow = 'bot'
        talk = '10s'
        [queues.people]
        [flows.bot.nodes]
        ask = { self-service = { time = '30s', contained = 0, handling = 0.8, cost = 0.1, next = 'on' } }
        on = { enqueue = 'people' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, chat
        00:00:00 contact 1 hears ask
        00:00:30 contact 1 hears on
        00:00:30 contact 1 leaves bot after 30s: failed
        00:00:30 front 1 answers contact 1
        00:00:38 contact 1 is over: served
        00:00:38 front 1 is free
        ",
    );
}

#[test]
fn who_only_seems_to_be_helped_by_a_bot_calls_later() {
    story(
        "
        [contacts.chat]
        channel = 'chat'
        arrivals = at 0s
        flow = 'bot'
        talk = '10s'
        [contacts.call]
        arrivals = '0/h'
        talk = '20s'
        [queues.people]
        [flows.bot.nodes]
        ask = { self-service = { time = '30s', contained = 1, falsely = 1, back_after = '1m', back_as = 'call', next = 'on' } }
        on = { enqueue = 'people' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, chat
        00:00:00 contact 1 hears ask
        00:00:30 contact 1 leaves bot after 30s: falsely-contained
        00:00:30 contact 1 is over: self-served
        00:01:30 contact 2 comes, call out of another contact
        00:01:30 front 1 answers contact 2
        00:01:50 contact 2 is over: served
        00:01:50 front 1 is free
        ",
    );
}

#[test]
fn a_choice_taken_for_another_leads_to_the_wrong_agent_who_sends_it_on() {
    // The first agent finds out after 3 s and wraps up; the talk itself, 10 s, is with the second.
    story(
        "
        [contacts.caller]
        arrivals = at 0s
        flow = 'main'
        talk = '10s'
        wrap_up = '2s'
        [queues.sales]
        [queues.help]
        [flows.main.nodes]
        menu = { menu = { time = '5s', false_accept = 1, discovery = '3s', choices = { sales = { share = '99.999999%', next \
         = 'to-sales' }, help = { share = '0.000001%', next = 'to-help' } } } }
        to-sales = { enqueue = 'sales' }
        to-help = { enqueue = 'help' }
        [teams.helpers]
        agents = 1
        queues = { help = {} }
        [teams.sellers]
        agents = 1
        queues = { sales = {} }
        ",
        "
        00:00:00 helpers 1 comes
        00:00:00 sellers 1 comes
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears menu
        00:00:05 contact 1 hears to-help
        00:00:05 contact 1 leaves main after 5s: misrouted
        00:00:05 helpers 1 answers contact 1
        00:00:08 contact 1 hears to-sales
        00:00:08 contact 1 leaves main after 0s
        00:00:08 sellers 1 answers contact 1
        00:00:08 helpers 1 wraps up
        00:00:10 helpers 1 has wrapped up contact 1
        00:00:10 helpers 1 is free
        00:00:18 contact 1 is over: served
        00:00:18 sellers 1 wraps up
        00:00:20 sellers 1 has wrapped up contact 1
        00:00:20 sellers 1 is free
        ",
    );
}

#[test]
fn a_port_is_held_from_the_first_node_to_the_last_and_a_line_to_the_end_of_the_talk() {
    // The second caller comes while the first is in the flow, the third while it talks.
    story(
        "
        [contacts.caller]
        arrivals = at 0s, 3s, 5s, 11s
        flow = 'main'
        talk = '5s'
        lines = 'trunk'
        [queues.help]
        [lines.trunk]
        count = 2
        [flows.main]
        ports = 1
        [flows.main.nodes]
        greeting = { play = { time = '5s', next = 'agent' } }
        agent = { enqueue = 'help' }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears greeting
        00:00:03 contact 2 comes, caller
        00:00:03 contact 2 is over: blocked
        00:00:05 contact 1 hears agent
        00:00:05 contact 1 leaves main after 5s
        00:00:05 front 1 answers contact 1
        00:00:05 contact 3 comes, caller
        00:00:05 contact 3 hears greeting
        00:00:10 contact 1 is over: served
        00:00:10 front 1 is free
        00:00:10 contact 3 hears agent
        00:00:10 contact 3 leaves main after 5s
        00:00:10 front 1 answers contact 3
        00:00:11 contact 4 comes, caller
        00:00:11 contact 4 hears greeting
        00:00:15 contact 3 is over: served
        00:00:15 front 1 is free
        00:00:16 contact 4 hears agent
        00:00:16 contact 4 leaves main after 5s
        00:00:16 front 1 answers contact 4
        00:00:21 contact 4 is over: served
        00:00:21 front 1 is free
        ",
    );
}

#[test]
fn another_flow_takes_the_port_of_the_first_or_has_none_free() {
    // The second caller finds the only port of the second flow taken.
    story(
        "
        [contacts.caller]
        arrivals = at 0s, 1s
        flow = 'first'
        talk = '5s'
        [flows.first]
        ports = 2
        [flows.first.nodes]
        greeting = { play = { time = '2s', next = 'on' } }
        on = { flow = 'second' }
        [flows.second]
        ports = 1
        [flows.second.nodes]
        news = { play = { time = '4s', next = 'out' } }
        out = 'transfer-out'
        [teams.front]
        agents = 0
        ",
        "
        00:00:00 contact 1 comes, caller
        00:00:00 contact 1 hears greeting
        00:00:01 contact 2 comes, caller
        00:00:01 contact 2 hears greeting
        00:00:02 contact 1 hears on
        00:00:02 contact 1 leaves first after 2s
        00:00:02 contact 1 hears news
        00:00:03 contact 2 hears on
        00:00:03 contact 2 leaves first after 2s
        00:00:03 contact 2 is over: blocked
        00:00:06 contact 1 hears out
        00:00:06 contact 1 leaves second after 4s
        00:00:06 contact 1 is over: transferred-out
        ",
    );
}
