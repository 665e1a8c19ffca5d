//! What every distribution promises, tried on each member's own example and on hard cases.

use super::*;
use crate::family::{Catalogue, example};
use crate::random::{Law, Purpose, Stream, Streams};
use crate::units::Span;

const DRAWS: usize = 20_000;

fn distribution(written: &str) -> Result<Distribution, Complaint> {
    make(&example::member(&DISTRIBUTIONS, written))
}

fn stream(kind: u32) -> Stream {
    Streams::new(1, 0).named(Purpose::Talk, kind)
}

/// Examples of the members, and more ways to describe some of them.
fn written() -> Vec<&'static str> {
    let mut written: Vec<_> = DISTRIBUTIONS.entries.iter().map(|entry| entry.member.example).collect();
    written.extend([
        "{ exponential = { rate = \"20/h\" } }",
        "{ gamma = { mean = \"3m\", cv = 1.5 } }",
        "{ lognormal = { mu = 5, sigma = 0.5 } }",
        "{ weibull = { shape = 0.8, scale = \"3m\" } }",
        "{ beta = { least = \"0s\", most = \"9m\", alpha = 0.5, beta = 0.7 } }",
        "{ hyperexponential = { branches = [{ share = 0.8, mean = \"1m\" }, { share = 0.2, mean = \"9m\" }] } }",
        "{ empirical = [\"10s\", \"20s\", \"20s\", \"1m\"] }",
        "{ empirical = { histogram = { edges = [\"0s\", \"1m\", \"5m\"], counts = [3, 1] } } }",
        "{ empirical = { survival = { times = [\"0s\", \"1m\"], shares = [0.9, 0.2], tail = \"last\" } } }",
        "{ truncated = { of = { exponential = \"3m\" }, least = \"10m\" } }",
        "{ truncated = { of = { exponential = \"3m\" }, least = \"10m\", most = \"20m\" } }",
    ]);
    written
}

/// Every law above that ends, with a stream of its own.
fn finite_laws() -> Vec<(&'static str, Distribution, Stream)> {
    let laws = written().into_iter().enumerate();
    let made = laws.map(|(index, text)| (text, distribution(text).expect(text), stream(index as u32)));
    made.filter(|(_, distribution, _)| !distribution.is_never()).collect()
}

fn draws(law: &dyn Law, stream: &mut Stream) -> Vec<f64> {
    (0..DRAWS).map(|_| law.sample(stream)).collect()
}

#[test]
fn the_list_is_sorted_and_each_example_chooses_its_member() {
    let keywords: Vec<_> = DISTRIBUTIONS.entries.iter().map(|entry| entry.member.keyword).collect();
    assert!(keywords.is_sorted());
    for (index, entry) in DISTRIBUTIONS.entries.iter().enumerate() {
        assert_eq!(example::member(&DISTRIBUTIONS, entry.member.example).index, index, "{}", entry.member.keyword);
        assert!(DISTRIBUTIONS.find(entry.member.keyword).is_some());
    }
}

#[test]
fn the_mean_and_variance_of_draws_are_those_of_the_law() {
    for (text, distribution, mut stream) in finite_laws() {
        let drawn = draws(distribution.law().as_ref(), &mut stream);
        let n = DRAWS as f64;
        let (mean, variance) = (distribution.mean(), distribution.variance());
        let central = |power| drawn.iter().map(|x| (x - mean).powi(power)).sum::<f64>() / n;
        let (offset, second, fourth) = (central(1), central(2), central(4));
        // 27 laws, two moments each, at 99.9 % together: 4.3 standard errors.
        assert!(offset.abs() <= 4.3 * (variance / n).sqrt() + 1e-9, "{text}: mean {mean}, off by {offset}");
        let error = ((fourth - second * second) / n).max(0.0).sqrt();
        assert!(
            (second - variance).abs() <= 4.3 * error + 1e-9 * variance,
            "{text}: variance {variance}, drawn {second}"
        );
    }
}

#[test]
fn the_distribution_function_is_the_one_drawn_from() {
    // Dvoretzky, Kiefer and Wolfowitz with the constant of Massart: 27 laws at 99.9 % together.
    let bound = ((2.0_f64 * 27.0 / 0.001).ln() / (2.0 * DRAWS as f64)).sqrt();
    for (text, distribution, mut stream) in finite_laws() {
        let mut drawn = draws(distribution.law().as_ref(), &mut stream);
        drawn.sort_by(f64::total_cmp);
        for (rank, pair) in drawn.windows(2).enumerate().filter(|(_, pair)| pair[0] < pair[1]) {
            let (share, cdf) = ((rank + 1) as f64 / DRAWS as f64, distribution.law().cdf(pair[0]));
            assert!((share - cdf).abs() < bound, "{text}: at {} s drawn {share}, law {cdf}", pair[0]);
        }
    }
}

#[test]
fn a_quantile_is_where_the_distribution_function_reaches_its_share() {
    for (text, distribution, _) in finite_laws() {
        let law = distribution.law();
        let mut last = 0.0;
        for p in [0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999] {
            let x = law.quantile(p);
            assert!(x >= last && x.is_finite(), "{text}: quantile {p} is {x}");
            let (below, reached) = (law.cdf(x * (1.0 - 1e-9) - 1e-9), law.cdf(x * (1.0 + 1e-9) + 1e-9));
            assert!(
                below <= p + 1e-9 && p <= reached + 1e-9,
                "{text}: around quantile {p}, {x} s: {below} to {reached}"
            );
            last = x;
        }
    }
}

#[test]
fn the_same_stream_gives_the_same_draws() {
    for (text, distribution, stream) in finite_laws() {
        let sampler = distribution.sampler();
        let run = |mut stream: Stream| (0..100).map(|_| sampler.draw(&mut stream)).collect::<Vec<_>>();
        assert_eq!(run(stream.clone()), run(stream), "{text}");
    }
}

#[test]
fn a_seed_means_these_draws_of_each_law() {
    // Sums of a hundred draws [ticks].
    let expected: [(&str, u64); 15] = [
        ("beta", 18_415_433_629),
        ("constant", 18_000_000_000),
        ("empirical", 24_236_753_422),
        ("erlang", 19_133_695_446),
        ("exponential", 16_891_242_291),
        ("gamma", 19_733_722_769),
        ("hyperexponential", 20_158_637_058),
        ("lognormal", 16_168_324_417),
        ("mixture", 16_328_182_260),
        ("pareto", 16_874_254_122),
        ("shifted", 18_891_242_291),
        ("triangular", 17_818_625_373),
        ("truncated", 16_193_026_184),
        ("uniform", 17_767_522_497),
        ("weibull", 17_384_382_275),
    ];
    let drawn = DISTRIBUTIONS.entries.iter().filter(|entry| entry.member.keyword != "never").map(|entry| {
        let (sampler, mut stream) =
            (distribution(entry.member.example).expect(entry.member.keyword).sampler(), stream(7));
        (entry.member.keyword, (0..100).map(|_| sampler.draw(&mut stream).as_ticks()).sum())
    });
    assert_eq!(drawn.collect::<Vec<_>>(), expected);
}

#[test]
fn laws_by_inversion_give_longer_durations_for_larger_numbers() {
    for keyword in ["uniform", "triangular", "pareto", "empirical"] {
        let entry = &DISTRIBUTIONS.entries[DISTRIBUTIONS.find(keyword).expect(keyword)];
        let distribution = distribution(entry.member.example).expect(keyword);
        let mut stream = stream(0);
        for _ in 0..1_000 {
            let uniform = stream.clone().uniform();
            assert_eq!(distribution.law().sample(&mut stream), distribution.law().quantile(uniform), "{keyword}");
        }
    }
}

#[test]
fn settings_at_their_limits_draw_no_nonsense() {
    let cases = [
        "\"0s\"",
        "{ exponential = \"0s\" }",
        "{ exponential = { rate = \"0/h\" } }",
        "{ erlang = { mean = \"3m\", phases = 10000 } }",
        "{ gamma = { mean = \"3m\", cv = 100 } }",
        "{ gamma = { mean = \"3m\", cv = 0.00001 } }",
        "{ gamma = { mean = \"0s\", cv = 1 } }",
        "{ lognormal = { mean = \"3m\", cv = 100 } }",
        "{ lognormal = { mu = 30, sigma = 10 } }",
        "{ lognormal = { mu = 3, sigma = 0 } }",
        "{ weibull = { mean = \"3m\", cv = 100 } }",
        "{ weibull = { mean = \"3m\", cv = 0.00001 } }",
        "{ weibull = { shape = 0.1, scale = \"1d\" } }",
        "{ uniform = { least = \"3m\", most = \"3m\" } }",
        "{ triangular = { least = \"3m\", mode = \"3m\", most = \"3m\" } }",
        "{ triangular = { least = \"3m\", mode = \"3m\", most = \"4m\" } }",
        "{ triangular = { least = \"3m\", mode = \"4m\", most = \"4m\" } }",
        "{ beta = { least = \"3m\", most = \"3m\", alpha = 1, beta = 1 } }",
        "{ beta = { least = \"1m\", most = \"3m\", alpha = 0.01, beta = 0.01 } }",
        "{ beta = { least = \"1m\", most = \"3m\", mean = \"2m\", cv = 0 } }",
        "{ hyperexponential = { mean = \"3m\", cv = 1 } }",
        "{ hyperexponential = { mean = \"3m\", cv = 100 } }",
        "{ hyperexponential = { mean = \"0s\", cv = 2 } }",
        "{ pareto = { least = \"1s\", most = \"1000w\", shape = 0.01 } }",
        "{ pareto = { least = \"1s\", most = \"1000w\", shape = 100 } }",
        "{ pareto = { least = \"1s\", most = \"1h\", shape = 2 } }",
        "{ mixture = [{ share = 0.5, of = \"never\" }, { share = 0.5, of = \"3m\" }, { share = 0, of = \"1m\" }] }",
        "{ shifted = { by = \"1m\", of = \"never\" } }",
        "{ empirical = { survival = { times = [\"1m\"], shares = [1], tail = \"exponential\" } } }",
        "{ empirical = { survival = { times = [\"0s\"], shares = [0.5], tail = \"exponential\" } } }",
        "{ empirical = { survival = { times = [\"1m\"], shares = [0.5], tail = \"never\" } } }",
        "{ empirical = { survival = { times = [\"1m\", \"2m\"], shares = [0.5, 0], tail = \"exponential\" } } }",
        "{ truncated = { of = { mixture = [{ share = 0.5, of = \"never\" }, { share = 0.5, of = \"3m\" }] }, most = \"1h\" } }",
    ];
    for text in cases {
        let distribution = distribution(text).expect(text);
        let law = distribution.law();
        assert!(distribution.mean() >= 0.0 && distribution.variance() >= 0.0, "{text}: {distribution:?}");
        for p in [0.0, 1e-12, 0.5, 1.0 - 1e-12, 1.0] {
            assert!(law.quantile(p) >= 0.0, "{text}: quantile {p} is {}", law.quantile(p));
        }
        for x in [0.0, 1e-9, 60.0, 180.0, 1e12, f64::INFINITY] {
            assert!((0.0..=1.0).contains(&law.cdf(x)), "{text}: probability of {x} is {}", law.cdf(x));
        }
        let mut stream = stream(0);
        assert!((0..1_000).all(|_| law.sample(&mut stream) >= 0.0), "{text}");
    }
}

#[test]
fn half_of_them_never_end() {
    let distribution = distribution("{ mixture = [{ share = 0.5, of = \"never\" }, { share = 0.5, of = \"3m\" }] }");
    let distribution = distribution.expect("shares add up to 1");
    let (sampler, mut stream) = (distribution.sampler(), stream(0));
    let drawn: Vec<_> = (0..1_000).map(|_| sampler.draw(&mut stream)).collect();
    assert!(drawn.iter().all(|span| span.is_never() || *span == Span::minutes(3)));
    assert!(drawn.contains(&Span::NEVER) && drawn.contains(&Span::minutes(3)));
    assert_eq!((distribution.mean(), distribution.law().quantile(0.5)), (f64::INFINITY, 180.0));
}

#[test]
fn an_exponential_survival_tail_goes_on_at_the_rate_so_far() {
    let curve = "{ empirical = { survival = { times = [\"0s\", \"1m\"], shares = [1, 0.5] } } }";
    let law = distribution(curve).expect(curve);
    for (x, cdf) in [(30.0, 0.25), (60.0, 0.5), (120.0, 0.75), (180.0, 0.875)] {
        assert!((law.law().cdf(x) - cdf).abs() < 1e-12, "{x}");
    }
}

#[test]
fn what_cannot_be_a_law_is_refused_with_the_setting_at_fault() {
    let cases = [
        ("{ uniform = { least = \"5m\", most = \"1m\" } }", Some("most"), "`most` is 1m, less than `least`, 5m"),
        (
            "{ triangular = { least = \"1m\", mode = \"9m\", most = \"3m\" } }",
            Some("mode"),
            "`mode` is 9m, expected from 1m to 3m",
        ),
        ("{ hyperexponential = { mean = \"3m\", cv = 0.5 } }", Some("cv"), "`cv` is 0.5, expected 1 or more"),
        ("{ pareto = { least = \"0s\", most = \"1m\", shape = 1 } }", Some("least"), "`least` is 0s, expected more"),
        (
            "{ exponential = { mean = \"1m\", rate = \"1/h\" } }",
            Some("rate"),
            "`rate` and `mean` say the same thing twice, expected one",
        ),
        ("{ lognormal = { mean = \"3m\" } }", None, "`cv` is missing; expected `mean` and `cv`, or `mu` and `sigma`"),
        (
            "{ lognormal = { mean = \"3m\", cv = 1, mu = 2 } }",
            Some("mu"),
            "`mu` contradicts `mean`; expected `mean` and `cv`, or `mu` and `sigma`",
        ),
        (
            "{ mixture = [{ share = 0.5, of = \"3m\" }] }",
            Some("parts"),
            "the shares of `parts` add up to 0.500000, expected 1",
        ),
        ("{ empirical = { values = [] } }", Some("values"), "`values` is empty, expected at least one duration"),
        (
            "{ truncated = { of = \"3m\", least = \"4m\" } }",
            None,
            "between 4m and never lies less than a millionth of the distribution",
        ),
        ("{ gamma = { mean = \"never\", cv = 1 } }", Some("mean"), "`mean` is `never`, expected a duration that ends"),
        (
            "{ shifted = { by = \"1m\", of = { uniform = { least = \"5m\", most = \"1m\" } } } }",
            Some("of"),
            "`most` is 1m, less than `least`, 5m",
        ),
    ];
    for (written, setting, text) in cases {
        let complaint = distribution(written).expect_err(written);
        assert_eq!((complaint.setting, complaint.text.as_str()), (setting, text), "{written}");
    }
}
