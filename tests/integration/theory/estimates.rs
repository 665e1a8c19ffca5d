//! Estimates of the wait in M/M/n with patient customers, where the wait of one in place p is a sum of p exponential times.
//!
//! Then place times mean talk over people is the conditional mean, so that the estimate is right on average, and its
//! errors are those of gamma laws. Source: Whitt, Management Science 45, 1999, "Predicting queueing delays".

use statrs::distribution::{ContinuousCDF, Gamma};
use switchboard::stats::Field;

use super::{Observed, agree, check, observe, seconds, share};

/// People, and the load of each.
const PEOPLE: f64 = 5.0;
const LOAD: f64 = 0.8;
/// Mean time between two answers while somebody waits [seconds].
const PACE: f64 = 180.0 / PEOPLE;

const FORETOLD: &[Field] = &[Field::Foretold];

/// Over the places of those who wait, of which place p has the share (1 − load) load^(p − 1).
fn over_places(of: impl Fn(f64) -> f64) -> f64 {
    (1..400).map(|place| (1.0 - LOAD) * LOAD.powi(place - 1) * of(f64::from(place))).sum()
}

/// Probability that the wait in a place is longer than its mean.
fn is_late(place: f64) -> f64 {
    1.0 - Gamma::new(place, 1.0).expect("a law").cdf(place)
}

/// Mean distance of a gamma law of shape p and scale 1 from its mean: 2 p^p e^(−p) / Γ(p).
fn distance(place: f64) -> f64 {
    let log = place.ln().mul_add(place, -place) - statrs::function::gamma::ln_gamma(place);
    2.0 * log.exp()
}

fn squares(observed: &Observed) -> (f64, f64) {
    let total = &observed.totals[1];
    (total.get(Field::ForetoldSquares) as f64 / 1e4, total.get(Field::Foretold) as f64)
}

#[test]
fn the_place_in_the_queue_is_right_on_average_and_its_errors_are_those_of_gamma_laws() {
    let centre = "[horizon]\nlength = '410h'\nwarm_up = '10h'\ninterval = '410h'\n[contacts.c]\narrivals = '80/h'\n\
                  talk = { exponential = '3m' }\n[queues.c]\nestimator = { queue-length = { handle_time = '3m' } }\n\
                  [teams.t]\nagents = 5\n";
    let mean = PACE / (1.0 - LOAD);
    let checks = [
        check("said", mean, seconds(1, &[Field::ForetoldSaid], FORETOLD)),
        check("said by came", 1.0, share(1, &[Field::ForetoldSaid], &[Field::ForetoldCame])),
        check(
            "error",
            PACE * over_places(distance),
            seconds(1, &[Field::ForetoldAbove, Field::ForetoldBelow], FORETOLD),
        ),
        check("squares", PACE * PACE / (1.0 - LOAD), squares),
        check("too short", over_places(is_late), share(1, &[Field::ForetoldTooShort], FORETOLD)),
    ];
    agree(&observe(centre, 100), &checks);
}
