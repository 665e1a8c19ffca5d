//! After the talk: customers stay on the line and answer a survey, while their agents go on.

use super::story;

#[test]
fn a_survey_holds_the_line_and_not_the_agent() {
    // One line: the second caller comes while the first answers the survey, the third after it.
    story(
        "
        [contacts.caller]
        arrivals = at 0s, 10s, 15s
        talk = '5s'
        wrap_up = '2s'
        lines = 'trunk'
        after_talk = 'questions'
        [lines.trunk]
        count = 1
        [flows.questions.nodes]
        ask = { survey = { taken = 1, time = '10s' } }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, caller
        00:00:00 front 1 answers contact 1
        00:00:05 contact 1 hears ask
        00:00:05 front 1 wraps up
        00:00:07 front 1 has wrapped up contact 1
        00:00:07 front 1 is free
        00:00:10 contact 2 comes, caller
        00:00:10 contact 2 is over: blocked
        00:00:15 contact 1 leaves questions after 10s: surveyed
        00:00:15 contact 1 is over: served
        00:00:15 contact 3 comes, caller
        00:00:15 front 1 answers contact 3
        00:00:20 contact 3 hears ask
        00:00:20 front 1 wraps up
        00:00:22 front 1 has wrapped up contact 3
        00:00:22 front 1 is free
        00:00:30 contact 3 leaves questions after 10s: surveyed
        00:00:30 contact 3 is over: served
        ",
    );
}

#[test]
fn who_does_not_answer_was_served_all_the_same() {
    story(
        "
        [contacts.caller]
        arrivals = at 0s
        talk = '5s'
        after_talk = 'questions'
        [flows.questions.nodes]
        thanks = { play = { time = '3s', next = 'ask' } }
        ask = { survey = { taken = 0, time = '10s' } }
        [teams.front]
        agents = 1
        ",
        "
        00:00:00 front 1 comes
        00:00:00 contact 1 comes, caller
        00:00:00 front 1 answers contact 1
        00:00:05 contact 1 hears thanks
        00:00:05 front 1 is free
        00:00:08 contact 1 hears ask
        00:00:08 contact 1 leaves questions after 3s
        00:00:08 contact 1 is over: served
        ",
    );
}

#[test]
fn where_no_port_is_free_the_call_is_over() {
    story(
        "
        [contacts.caller]
        arrivals = at 0s, 1s
        talk = '5s'
        after_talk = 'questions'
        [flows.questions]
        ports = 1
        [flows.questions.nodes]
        ask = { survey = { taken = 1, time = '10s' } }
        [teams.front]
        agents = 2
        ",
        "
        00:00:00 front 1 comes
        00:00:00 front 2 comes
        00:00:00 contact 1 comes, caller
        00:00:00 front 1 answers contact 1
        00:00:01 contact 2 comes, caller
        00:00:01 front 2 answers contact 2
        00:00:05 contact 1 hears ask
        00:00:05 front 1 is free
        00:00:06 contact 2 is over: served
        00:00:06 front 2 is free
        00:00:15 contact 1 leaves questions after 10s: surveyed
        00:00:15 contact 1 is over: served
        ",
    );
}
