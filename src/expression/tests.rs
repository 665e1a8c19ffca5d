//! Expressions in examples that can be checked in the head, and in properties of random ones.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::family::Family;

/// `wait`, `idle`, `level`, `vip`, `site` and `queue_length`, in this order.
fn vocabulary() -> Vocabulary {
    let site = Sort::Text(vec!["north".to_owned(), "south".to_owned()]);
    let fields = [
        ("wait", Sort::Number, Moves::Clock(1.0)),
        ("agent.idle", Sort::Number, Moves::Clock(1.0)),
        ("skill-1", Sort::Level, Moves::Never),
        ("vip", Sort::Truth, Moves::Never),
        ("site", site, Moves::Never),
        ("queue_length", Sort::Number, Moves::Events),
        ("VIP gold", Sort::Level, Moves::Never),
    ];
    let fields = fields.map(|(name, sort, moves)| Field { name: name.to_owned(), sort, moves });
    Vocabulary { fields: fields.to_vec(), noun: "field" }
}

/// Wait 40 s, idle 10 s, level 2, a VIP at the south site, three in the queue.
const VALUES: [f64; 7] = [40.0, 10.0, 2.0, 1.0, 1.0, 3.0, 0.0];

fn formula(text: &str, wanted: Wanted) -> Formula {
    read(text, &vocabulary(), wanted).unwrap_or_else(|faults| panic!("{text}: {faults:?}"))
}

fn value(text: &str) -> f64 {
    formula(text, Wanted::Number).value(&VALUES)
}

fn holds(text: &str) -> bool {
    formula(text, Wanted::Truth).holds(&VALUES)
}

/// What is said of a wrong expression: the part it points at, and the words.
fn faults(text: &str, wanted: Wanted) -> Vec<(String, String)> {
    let faults = read(text, &vocabulary(), wanted).expect_err(text);
    let told = |fault: Fault| (text[fault.place.start..fault.place.end].to_owned(), fault.text);
    faults.into_iter().map(told).collect()
}

/// All advice on a wrong expression, whatever it is meant to be.
fn help(text: &str) -> Vec<String> {
    let faults = [Wanted::Number, Wanted::Truth].map(|wanted| read(text, &vocabulary(), wanted).err());
    faults.into_iter().flatten().flatten().filter_map(|fault| fault.help).collect()
}

#[test]
fn numbers_durations_and_shares_are_numbers() {
    for (text, number) in
        [("2.5", 2.5), ("1e3", 1e3), ("2E-1", 0.2), ("30s", 30.0), ("2m30s", 150.0), ("80%", 0.8), (".5", 0.5)]
    {
        assert_eq!(value(text), number, "{text}");
    }
}

#[test]
fn operators_bind_as_in_arithmetic() {
    for (text, number) in [
        ("2 + 3 * 4", 14.0),
        ("(2 + 3) * 4", 20.0),
        ("10 - 4 - 3", 3.0),
        ("24 / 4 / 2", 3.0),
        ("-2 * -3", 6.0),
        ("3-1", 2.0),
        ("wait - agent.idle", 30.0),
        ("2 * if vip then 3 else 4 + 1", 6.0),
    ] {
        assert_eq!(value(text), number, "{text}");
    }
    for text in ["true or true and false", "not false and true", "not 1 == 2", "1 < 2 and 2 <= 2 and 3 != 4"] {
        assert!(holds(text), "{text}");
    }
}

#[test]
fn functions_do_what_they_say() {
    for (text, number) in [
        ("abs(-3)", 3.0),
        ("clamp(wait, 0, 30)", 30.0),
        ("clamp(5, 9, 2)", 2.0),
        ("exp(0)", 1.0),
        ("floor(-1.5)", -2.0),
        ("ln(1)", 0.0),
        ("max(1, wait, 3)", 40.0),
        ("min(wait, 7, 9)", 7.0),
        ("sqrt(9)", 3.0),
    ] {
        assert_eq!(value(text), number, "{text}");
    }
}

#[test]
fn a_level_alone_means_at_least_one() {
    assert!(holds("skill-1") && holds("skill-1 >= 2") && !holds("skill-1 > 2"));
    assert!(!holds("`VIP gold`") && holds("not `VIP gold`") && holds("`VIP gold` == 0"));
}

#[test]
fn texts_are_compared_by_name() {
    assert!(holds("site == 'south'") && holds("\"north\" != site") && !holds("site == 'north'"));
    assert_eq!(faults("site == 'nort'", Wanted::Truth), [("'nort'".to_owned(), "`site` is never `nort`".to_owned())]);
}

#[test]
fn what_is_not_a_number_ranks_last() {
    let program = |text| Program::new(&formula(text, Wanted::Number));
    assert_eq!(program("1 / 0").score(&[]), f64::INFINITY);
    for text in ["0 / 0", "ln(-1)", "sqrt(-1)", "min(0 / 0, 1)", "max(1, 0 / 0)", "clamp(0 / 0, 0, 1)"] {
        assert!(program(text).evaluate(&[]).is_nan(), "{text}");
        assert_eq!(program(text).score(&[]), f64::NEG_INFINITY, "{text}");
    }
    assert!(!holds("0 / 0 == 0 / 0") && !holds("0 / 0 < 1") && holds("0 / 0 != 1"));
}

#[test]
fn several_mistakes_are_told_at_once_where_they_stand() {
    let told = faults("wiat * 2 && (vip + 1) = 3", Wanted::Truth);
    let places: Vec<&str> = told.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, ["wiat", "&&", "vip", "="]);
    let told = faults("wiat * 2 > 1 and (vip + 1) == sqr(3)", Wanted::Truth);
    let places: Vec<&str> = told.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, ["wiat", "vip", "sqr"]);
}

#[test]
fn advice_says_what_to_write() {
    for (text, words) in [
        ("wiat", "did you mean `wait`?"),
        ("wait-1", "a subtraction needs spaces: write `wait - 1`"),
        ("wait = 1", "write `==`"),
        ("vip && vip", "write `and`"),
        ("!vip", "write `not`"),
        ("vip AND vip", "write `and`"),
        ("1 < wait < 3", "write `1 < wait and wait < …`"),
        ("2 (wait)", "a product needs its sign: `*`"),
        ("wait ^ 2", "there is no power: multiply, as in `wait * wait`"),
        ("(wait", "close the parenthesis that opens at character 1"),
        ("wait)", "it closes nothing: remove it, or open one before"),
        ("if vip then 1", "a choice is written `if CONDITION then VALUE else VALUE`"),
        ("vip + 1", "write `if vip then 1 else 0`"),
        ("if wait then 1 else 0", "compare it with something, as in `wait > 0`"),
        ("2nd-line", "if it is a name, put it into backquotes: `` `2nd-line` ``"),
        ("sqrt + 1", "a function needs parentheses, as in `sqrt(…)`"),
        ("mx(1, 2)", "did you mean `max`?"),
    ] {
        assert!(help(text).iter().any(|help| help == words), "{text}: {:?}", help(text));
    }
}

#[test]
fn what_is_expected_and_found_is_said() {
    for (text, place, words) in [
        ("", "", "expected a value, found the end"),
        ("wait +", "", "expected a value, found the end"),
        ("* 2", "*", "expected a value, found `*`"),
        ("wait 2", "2", "expected an operator, found `2`"),
        ("abs(1, 2)", "abs(1, 2)", "`abs` takes one number, found 2"),
        ("max(1)", "max(1)", "`max` takes two numbers or more, found 1"),
        ("12q", "12q", "expected a number, a duration or a share, found `12q`"),
        ("1e999", "1e999", "expected a number, a duration or a share, found `1e999`"),
        ("wait + 'x", "'x", "text begins with ' and does not end"),
        ("wait # 2", "#", "`#` is no sign of expressions"),
        ("site", "site", "expected a number, found the text site"),
    ] {
        assert_eq!(faults(text, Wanted::Number)[0], (place.to_owned(), words.to_owned()), "{text}");
    }
}

#[test]
fn no_text_is_too_long_or_too_deep_to_be_refused() {
    for text in ["(".repeat(100_000), "1+".repeat(100_000), "-".repeat(400), "not ".repeat(499), "if ".repeat(300)] {
        assert!(!parse(&text).expect_err("it is wrong").is_empty());
    }
    assert_eq!(value(&format!("1{}", " + 1".repeat(249))), 250.0);
    assert_eq!(value(&format!("{}1{}", "(".repeat(249), ")".repeat(249))), 1.0);
    let told = parse(&format!("1{}", " + 1".repeat(250))).expect_err("it is too long");
    assert_eq!(told[0].text, "the expression is longer than 500 words and signs, expected fewer");
}

#[test]
fn a_deep_stack_is_as_right_as_a_flat_one() {
    let deep = format!("{}1{}", "(wait * wait - agent.idle) - (".repeat(30), ")".repeat(30));
    let formula = formula(&deep, Wanted::Number);
    let program = Program::new(&formula);
    assert_eq!(program.evaluate(&[40.0, 10.0]), formula.value(&VALUES));
    assert_eq!(formula.value(&VALUES), 1.0);
}

#[test]
fn many_rows_are_worked_out_as_one_by_one() {
    let program = Program::new(&formula("wait * wait - queue_length / 2", Wanted::Number));
    let waits: Vec<f64> = (0..37).map(f64::from).collect();
    let columns = [waits.clone(), waits.iter().map(|wait| wait * 4.0).collect()].concat();
    let mut values = [0.0; 37];
    program.evaluate_rows(&columns, &mut values);
    assert!(values.iter().zip(&waits).all(|(value, wait)| *value == wait * wait - wait * 2.0), "{values:?}");
}

#[test]
fn only_fields_that_are_read_are_asked_for() {
    let program = |text| Program::new(&formula(text, Wanted::Number));
    assert_eq!(program("queue_length + wait * queue_length").fields(), [5, 0]);
    assert_eq!(program("queue_length + wait * queue_length").evaluate(&[3.0, 40.0]), 123.0);
    assert_eq!(program("if 1 > 2 then wait else 3 * 4").fields(), [0_usize; 0]);
    assert_eq!(program("if 1 > 2 then wait else 3 * 4").steps.len(), 1);
    assert_eq!(program("wait * 2 + (if vip then 100 else 0) - queue_length * 30").steps.len(), 3);
}

#[test]
fn the_course_says_whether_and_how_a_value_moves() {
    for (text, course) in [
        ("3 + skill-1", Course::Fixed),
        ("wait * 2 + skill-1 - agent.idle / 2", Course::Straight(Slope::Common(1.5))),
        ("wait - agent.idle", Course::Fixed),
        ("-(wait + 60s)", Course::Straight(Slope::Common(-1.0))),
        ("wait * skill-1", Course::Straight(Slope::Own)),
        ("if vip then wait else wait + 1m", Course::Straight(Slope::Common(1.0))),
        ("if vip then 2 * wait else wait", Course::Straight(Slope::Own)),
        ("if wait > 1m then 1 else 0", Course::Bent),
        ("wait * wait", Course::Bent),
        ("min(wait, 60)", Course::Bent),
        ("wait + queue_length", Course::Unsteady),
        ("max(queue_length, 3)", Course::Unsteady),
    ] {
        let program = Program::new(&formula(text, Wanted::Number));
        assert_eq!((program.course(), program.changes_with_time()), (course, course != Course::Fixed), "{text}");
    }
}

#[test]
fn every_example_of_a_catalogue_is_an_expression() {
    let x = Field { name: "x".to_owned(), sort: Sort::Number, moves: Moves::Never };
    let scores = Vocabulary::of(&[&CONTACT_FIELDS, &AGENT_FIELDS], "field that a score may use");
    let functions = Vocabulary { fields: vec![x], noun: "field" };
    let examples =
        |family: &Family<FieldKind>| family.entries.iter().map(|entry| entry.member.example).collect::<Vec<_>>();
    let fields = [examples(&CONTACT_FIELDS), examples(&AGENT_FIELDS)].concat();
    for example in fields {
        assert!(read(example.trim_matches('"'), &scores, Wanted::Number).is_ok(), "{example}");
    }
    for entry in FUNCTIONS.entries {
        let example = entry.member.example.trim_matches('"');
        assert!(read(example, &functions, Wanted::Number).is_ok(), "{example}");
        assert!(example.contains(entry.member.keyword), "{example}");
    }
}

#[test]
fn every_catalogue_is_sorted() {
    let names =
        |family: &Family<FieldKind>| -> Vec<&str> { family.entries.iter().map(|entry| entry.member.keyword).collect() };
    for names in [names(&CONTACT_FIELDS), names(&AGENT_FIELDS)] {
        assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
    }
}

/// A term without places, so that texts of other spacing compare equal.
fn bare(term: &Term) -> Term {
    let pair = |of: &[Term; 2]| Box::new(of.each_ref().map(bare));
    let form = match &term.form {
        Form::Call(name, _, of) => Form::Call(name.clone(), Stretch::default(), of.iter().map(bare).collect()),
        Form::Negative(of) => Form::Negative(Box::new(bare(of))),
        Form::Not(of) => Form::Not(Box::new(bare(of))),
        Form::Pair(operator, of) => Form::Pair(*operator, pair(of)),
        Form::Choice(of) => Form::Choice(Box::new(of.each_ref().map(bare))),
        other => other.clone(),
    };
    Term { place: Stretch::default(), form }
}

fn at_no_place(form: Form) -> Term {
    Term { place: Stretch::default(), form }
}

const ARITHMETIC: [Operator; 4] = [Operator::Add, Operator::Subtract, Operator::Multiply, Operator::Divide];
const COMPARING: [Operator; 6] =
    [Operator::Less, Operator::AtMost, Operator::More, Operator::AtLeast, Operator::Equal, Operator::Unequal];
const JOINING: [Operator; 2] = [Operator::And, Operator::Or];

fn pair(operator: Operator, left: Term, right: Term) -> Term {
    at_no_place(Form::Pair(operator, Box::new([left, right])))
}

/// Random terms of the right kinds: numbers, and conditions.
fn terms(depth: u32) -> (BoxedStrategy<Term>, BoxedStrategy<Term>) {
    let number = prop_oneof![
        prop_oneof![Just(0.0), Just(1.0), Just(0.07), Just(1e300), Just(2.5e-9), 0.0..1e6].prop_map(Form::Number),
        prop::sample::select(vec!["wait", "agent.idle", "skill-1", "queue_length", "VIP gold"])
            .prop_map(|name| Form::Name(name.to_owned())),
    ];
    let truth = prop_oneof![
        any::<bool>().prop_map(Form::Truth),
        prop::sample::select(vec!["vip", "skill-1", "VIP gold"]).prop_map(|name| Form::Name(name.to_owned())),
    ];
    let (number, truth) = (number.prop_map(at_no_place).boxed(), truth.prop_map(at_no_place).boxed());
    if depth == 0 {
        return (number, truth);
    }
    let (numbers, truths) = terms(depth - 1);
    let choice = |condition, yes, no| at_no_place(Form::Choice(Box::new([condition, yes, no])));
    let call = move |(name, count): (&'static str, usize)| {
        let given = prop::collection::vec(terms(depth - 1).0, count);
        given.prop_map(move |given| at_no_place(Form::Call(name.to_owned(), Stretch::default(), given)))
    };
    let functions =
        vec![("abs", 1), ("clamp", 3), ("exp", 1), ("floor", 1), ("ln", 1), ("max", 2), ("min", 3), ("sqrt", 1)];
    let calls = prop::sample::select(functions).prop_flat_map(call);
    let deeper_number = prop_oneof![
        2 => number,
        1 => numbers.clone().prop_map(|of| at_no_place(Form::Negative(Box::new(of)))),
        6 => (prop::sample::select(ARITHMETIC.to_vec()), numbers.clone(), numbers.clone())
            .prop_map(|(operator, left, right)| pair(operator, left, right)),
        2 => calls,
        2 => (truths.clone(), numbers.clone(), numbers.clone()).prop_map(move |(a, b, c)| choice(a, b, c)),
    ];
    let deeper_truth = prop_oneof![
        2 => truth,
        1 => truths.clone().prop_map(|of| at_no_place(Form::Not(Box::new(of)))),
        4 => (prop::sample::select(COMPARING.to_vec()), numbers.clone(), numbers)
            .prop_map(|(operator, left, right)| pair(operator, left, right)),
        4 => (prop::sample::select(JOINING.to_vec()), truths.clone(), truths.clone())
            .prop_map(|(operator, left, right)| pair(operator, left, right)),
        1 => (truths.clone(), truths.clone(), truths).prop_map(move |(a, b, c)| choice(a, b, c)),
    ];
    (deeper_number.boxed(), deeper_truth.boxed())
}

/// Words and signs of the language in any order.
fn soup() -> impl Strategy<Value = String> {
    let words =
        "if then else and or not true ( ) , + - * / < <= == != wait vip skill-1 'x ' max abs 3 80% 2m30s ` = && é";
    let words: Vec<&str> = words.split(' ').collect();
    prop::collection::vec(prop::sample::select(words), 0..30).prop_map(|words| words.join(" "))
}

/// Parses and checks a text, and looks at every place that is told.
fn look(text: &str) {
    for wanted in [Wanted::Number, Wanted::Truth] {
        for fault in read(text, &vocabulary(), wanted).err().unwrap_or_default() {
            assert!(text.get(fault.place.start..fault.place.end).is_some(), "{text}: {fault:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
        look(&text);
    }

    #[test]
    fn any_order_of_words_is_read_or_refused(text in soup()) {
        look(&text);
    }

    #[test]
    fn what_is_printed_reads_as_the_same((number, truth) in { let (number, truth) = terms(4); (number, truth) }) {
        for term in [number, truth] {
            let text = term.to_string();
            let again = parse(&text).map(|term| bare(&term));
            prop_assert_eq!(again, Ok(term), "{}", text);
        }
    }

    #[test]
    fn a_program_gives_the_numbers_of_its_formula(
        (number, truth) in { let (number, truth) = terms(4); (number, truth) },
        numbers in prop::array::uniform7(prop_oneof![Just(0.0), Just(1.0), -1e3..1e3, Just(f64::NAN), Just(f64::INFINITY)]),
        vip in any::<bool>(),
    ) {
        let mut values = numbers;
        values[3] = f64::from(vip);
        for (term, wanted) in [(number, Wanted::Number), (truth, Wanted::Truth)] {
            let formula = check(&term, &vocabulary(), wanted).map_err(|faults| TestCaseError::fail(format!("{faults:?}")))?;
            let program = Program::new(&formula);
            let gathered: Vec<f64> = program.fields().iter().map(|field| values[*field]).collect();
            let columns: Vec<f64> = gathered.iter().flat_map(|value| [*value; 19]).collect();
            let mut rows = [0.5; 19];
            program.evaluate_rows(&columns, &mut rows);
            let expected = formula.value(&values);
            for value in rows.into_iter().chain([program.evaluate(&gathered)]) {
                prop_assert!(is_same(value, expected), "{}: {} and {}", term, value, expected);
            }
            let is_even = |field: usize| field.is_multiple_of(2);
            let mut parts = Vec::new();
            let parted = formula.parted(&is_even, values.len(), &mut parts);
            let of_parts = parts.iter().map(|part| part.value(&values));
            let value = parted.value(&values.into_iter().chain(of_parts).collect::<Vec<f64>>());
            prop_assert!(is_same(value, expected), "{} in parts: {} and {}", term, value, expected);
            let known = formula.known(&|field| is_even(field).then_some(values[field]));
            prop_assert!(known.is_none_or(|known| is_same(known, expected)), "{} is not {:?}", term, known);
        }
    }

    #[test]
    fn a_straight_course_is_kept(number in terms(3).0, wait in 0.0..1e3_f64, idle in 0.0..1e3_f64) {
        let formula = check(&number, &vocabulary(), Wanted::Number).map_err(|faults| TestCaseError::fail(format!("{faults:?}")))?;
        let after = |seconds: f64| formula.value(&[wait + seconds, idle + seconds, 2.0, 1.0, 1.0, 3.0, 0.0]);
        let (now, later) = (after(0.0), after(100.0));
        let change = match Course::of(&formula) {
            Course::Fixed => 0.0,
            Course::Straight(Slope::Common(slope)) => slope * 100.0,
            _ => return Ok(()),
        };
        let scale = now.abs().max(later.abs()).max(change.abs()).max(1.0);
        // Parts that cancel may be far larger than the whole: only their rounding is allowed for.
        let rounding = largest(&formula, &[wait + 100.0, idle + 100.0, 2.0, 1.0, 1.0, 3.0, 0.0]).max(scale) * 1e-12;
        prop_assert!(!now.is_finite() || !rounding.is_finite() || (later - now - change).abs() <= rounding, "{}", number);
    }
}

/// Whether two values are equal, or neither is a number.
fn is_same(one: f64, other: f64) -> bool {
    one == other || one.is_nan() && other.is_nan()
}

/// The largest value among all parts of a formula.
fn largest(formula: &Formula, values: &[f64]) -> f64 {
    let own = formula.value(values).abs();
    let parts: &[Formula] = match formula {
        Formula::Turned(_, of) => std::slice::from_ref(of),
        Formula::Combined(_, of) => of.as_ref(),
        Formula::Choice(of) => of.as_ref(),
        _ => &[],
    };
    parts.iter().map(|part| largest(part, values)).fold(own, f64::max)
}
