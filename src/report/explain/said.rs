//! Numbers said: the phrase of a key or a rule with its numbers in it.

use super::naming::{counted, rounded};
use crate::record::{Amount, Rule, Telling, Unit};
use crate::report::words;
use crate::units::Span;

/// A number in the phrase of its key.
pub(super) fn said(telling: &Telling, amount: f64) -> String {
    let phrase = match amount {
        0.0 if !telling.zero.is_empty() => telling.zero,
        ..0.0 if !telling.below.is_empty() => return filled(telling.below, &number(telling.unit, -amount)),
        _ => &telling.phrase,
    };
    filled(phrase, &number(telling.unit, amount))
}

/// What a rule says, with its numbers.
pub(super) fn said_of(rule: Rule) -> String {
    let amount = |amount: Amount| match amount {
        Amount::Number(number) => number.to_string(),
        Amount::Span(span) => rounded(span),
        Amount::Share(millionths) => number(Unit::Share, millionths as f64 / 1e6),
    };
    rule.amounts.into_iter().flatten().fold(rule.words.to_owned(), |words, it| filled(&words, &amount(it)))
}

/// A phrase with a number in its first gap.
fn filled(phrase: &str, number: &str) -> String {
    phrase.replacen("{}", number, 1)
}

/// A number with its unit.
fn number(unit: Unit, amount: f64) -> String {
    match unit {
        _ if !amount.is_finite() => "no number".to_owned(),
        Unit::Number => plain(amount),
        Unit::Count(what) if amount.fract() == 0.0 && amount >= 0.0 => counted(amount as usize, what),
        Unit::Count(what) => format!("{} {what}s", plain(amount)),
        Unit::Span if amount < 0.0 => format!("-{}", rounded(ticks(-amount))),
        Unit::Span => rounded(ticks(amount)),
        Unit::Share => format!("{} %", words::number(amount * 100.0, 1)),
    }
}

fn ticks(amount: f64) -> Span {
    Span::ticks(amount.round() as u64)
}

/// Whole numbers as they are, others with two digits after the point, or with four that say something.
fn plain(amount: f64) -> String {
    let digits = match amount.abs() {
        size if amount.fract() == 0.0 || size >= 1e6 => return words::number(amount, 0),
        size if size < 0.01 => return format!("{amount:.1e}"),
        _ => 2,
    };
    words::number(amount, digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::rule::{DELAY, KEPT_FREE};

    #[test]
    fn a_number_is_said_with_its_unit() {
        let of = |telling: Telling, amount| said(&telling, amount);
        assert_eq!(of(Telling::new("level {}", Unit::Number), 3.0), "level 3");
        assert_eq!(of(Telling::new("score {}", Unit::Number), -12.345), "score -12.35");
        assert_eq!(of(Telling::new("score {}", Unit::Number), f64::NEG_INFINITY), "score no number");
        assert_eq!(of(Telling::new("{} in hand", Unit::Count("contact")), 1.0), "1 contact in hand");
        assert_eq!(of(Telling::new("busy {}", Unit::Share), 0.8349), "busy 83.5 %");
        let due = Telling::new("due in {}", Unit::Span).below("late by {}").zero("due now");
        assert_eq!([1e6, -65e6, 0.0].map(|ticks| said(&due, ticks)), ["due in 1s", "late by 1m5s", "due now"]);
    }

    #[test]
    fn a_rule_is_said_with_its_numbers_in_their_order() {
        let delay = DELAY.with_both(Amount::Span(Span::minutes(2)), Amount::Span(Span::seconds(70.0)));
        assert_eq!(
            said_of(delay),
            "the team takes contacts of this queue only after 2m, and this one has waited 1m10s"
        );
        let kept = KEPT_FREE.with_both(Amount::Number(2), Amount::Number(1));
        assert_eq!(said_of(kept), "the team keeps 2 others free, and 1 would be");
    }
}
