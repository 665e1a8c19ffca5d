//! Contacts that are passed on and sent back: a network of queues with exponential talks has the product form (Jackson
//! 1957), so that each queue is an M/M/c queue with what comes to it in all. Issues take a geometric number of talks.

use switchboard::stats::Field;
use switchboard::theory::ErlangC;

use super::{ANSWERED, LONG, agree, check, mean, observe, share};

/// Issues that have ended.
const ENDED: &[Field] = &[Field::IssueResolved, Field::IssueGivenUp];

/// Mean number waiting before so many agents, to whom so many come and who take so long [both by the hour].
fn waiting(agents: u64, arrival_rate: f64, talk: f64) -> f64 {
    ErlangC { arrival_rate, service_rate: 1.0 / talk, agents }.solve().expect("a stable queue").mean_queue_length
}

#[test]
fn transfers_with_a_way_back_have_the_product_form() {
    // 240 calls an hour; a quarter go on to the second line, a fifth of those back to the first.
    let (onwards, back) = (0.25, 0.2);
    let first = 240.0 / (1.0 - onwards * back);
    let second = first * onwards;
    let centre = format!(
        "{LONG}[contacts.call]\narrivals = '240/h'\nqueue = 'one'\ntalk = {{ exponential = '30s' }}\n\
         [[contacts.call.transfers]]\nfrom = 'one'\nto = 'two'\nprobability = {onwards}\ntalk = {{ exponential = '100s' \
         }}\n[[contacts.call.transfers]]\nfrom = 'two'\nto = 'one'\nprobability = {back}\n[queues.one]\n[queues.two]\n\
         [teams.front]\nagents = 3\nqueues = {{ one = {{}} }}\n[teams.back]\nagents = 3\nqueues = {{ two = {{}} }}\n"
    );
    // Scopes: the centre, its two queues, its type, its channel, then the two teams.
    let checks = [
        check("the first line busy", first / 120.0, mean(5, Field::AgentTalking)),
        check("the second line busy", second / 36.0, mean(6, Field::AgentTalking)),
        check("waiting for the first line", waiting(3, first, 1.0 / 120.0), mean(1, Field::QueueArea)),
        check("waiting for the second line", waiting(3, second, 1.0 / 36.0), mean(2, Field::QueueArea)),
        check("passed on", onwards, share(1, &[Field::TransferCold], ANSWERED)),
        check("sent back", back, share(2, &[Field::TransferCold], ANSWERED)),
        check("passed on at all", onwards, share(3, &[Field::PassedOn], &[Field::ArrivedFirst])),
        check("passed on and back", onwards * back, share(3, &[Field::PassedOnAgain], &[Field::ArrivedFirst])),
    ];
    agree(&observe(&centre, 100), &checks);
}

#[test]
fn issues_take_as_many_talks_as_it_takes_to_help() {
    // Six talks in ten help; of the others half know, of whom three quarters come again, and of the rest a half.
    let (helps, again) = (0.6, 0.4 * (0.5 * 0.75 + 0.5 * 0.5));
    let centre = format!(
        "{LONG}[customers]\n[contacts.call]\narrivals = '60/h'\ntalk = {{ exponential = '2m' \
         }}\n[contacts.call.resolution]\nprobability = {helps}\nmistaken = 0.5\nunresolved = {{ probability = 0.75, delay \
         = '30s' }}\nfound_out = {{ probability = 0.5, delay = '1m' }}\n[teams.desk]\nagents = 8\n"
    );
    let talks = 1.0 / (1.0 - again);
    let checks = [
        check("contacts of an issue", talks, share(0, &[Field::IssueContacts], ENDED)),
        check("resolved", helps * talks, share(0, &[Field::IssueResolved], ENDED)),
        check("resolved by the first", helps, share(0, &[Field::IssueByFirst], &[Field::IssueHandled])),
        check("talks that did not help", 0.4 * talks, share(0, &[Field::IssueUnhelped], ENDED)),
        check("of which mistaken", 0.5, share(0, &[Field::IssueMistaken], &[Field::IssueUnhelped])),
    ];
    agree(&observe(&centre, 40), &checks);
}
