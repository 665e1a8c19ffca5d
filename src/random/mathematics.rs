//! Fixed mathematics: functions whose bits are the same on every platform and in every build.
//!
//! Whatever is drawn goes through here and not through the standard library, whose logarithms differ by platform.

pub(crate) use libm::{exp, expm1, lgamma, log as ln, log1p};

const MOST_STEPS: u32 = 10_000;
const PRECISION: f64 = 1e-15;

/// A power of a number that is not negative; a quarter of the time of `pow`, at the price of its last digits.
pub(crate) fn power(base: f64, exponent: f64) -> f64 {
    exp(exponent * ln(base))
}

/// Probability that a standard normal number is at most `x`.
pub(super) fn normal_share(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}

/// The standard normal number below which a share `p` lies; infinite at 0 and 1.
///
/// First guess of M. Abramowitz and I. Stegun, 26.2.23 (error below 4.5e-4), then three steps of Halley.
pub(super) fn normal_quantile(p: f64) -> f64 {
    if p > 0.5 {
        return -normal_quantile(1.0 - p);
    }
    if p <= 0.0 {
        return f64::NEG_INFINITY;
    }
    let t = (-2.0 * ln(p)).sqrt();
    let top = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let bottom = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    let mut x = top / bottom - t;
    for _ in 0..3 {
        let density = exp(-0.5 * x * x) / (2.0 * std::f64::consts::PI).sqrt();
        let step = (normal_share(x) - p) / density;
        x -= step / (1.0 + 0.5 * x * step);
    }
    x
}

/// Probability that a gamma number of this shape and scale 1 is at most `x`: the regularised lower incomplete gamma.
///
/// Series below `shape + 1`, continued fraction above (DLMF 8.7.1 and 8.9.2); beyond a shape of 100,000 the cube root
/// is normal to within 1e-6 (E. Wilson and M. Hilferty 1931).
pub(super) fn gamma_share(shape: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x == f64::INFINITY {
        return 1.0;
    }
    if shape > 1e5 {
        let ninth = 1.0 / (9.0 * shape);
        return normal_share((libm::cbrt(x / shape) - 1.0 + ninth) / ninth.sqrt());
    }
    let front = exp(shape * ln(x) - x - lgamma(shape));
    let share = if x < shape + 1.0 { front * gamma_series(shape, x) } else { 1.0 - front * gamma_fraction(shape, x) };
    share.clamp(0.0, 1.0)
}

fn gamma_series(shape: f64, x: f64) -> f64 {
    let (mut term, mut sum, mut divisor) = (1.0 / shape, 1.0 / shape, shape);
    for _ in 0..MOST_STEPS {
        divisor += 1.0;
        term *= x / divisor;
        sum += term;
        if term < sum * PRECISION {
            break;
        }
    }
    sum
}

fn gamma_fraction(shape: f64, x: f64) -> f64 {
    let first = x + 1.0 - shape;
    evaluate_fraction(first, |k| (-k * (k - shape), first + 2.0 * k))
}

/// `1 / (first + a1 / (b1 + a2 / (b2 + ...)))` by the modified method of Lentz.
fn evaluate_fraction(first: f64, terms: impl Fn(f64) -> (f64, f64)) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let (mut c, mut d) = (1.0 / TINY, 1.0 / away(first));
    let mut value = d;
    for step in 1..=MOST_STEPS {
        let (a, b) = terms(f64::from(step));
        d = 1.0 / away(a * d + b);
        c = away(b + a / c);
        value *= c * d;
        if (c * d - 1.0).abs() < PRECISION {
            break;
        }
    }
    value
}

/// Probability that a beta number is at most `x`: the regularised incomplete beta, by continued fraction (DLMF 8.17.22).
pub(super) fn beta_share(alpha: f64, beta: f64, x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    if x > (alpha + 1.0) / (alpha + beta + 2.0) {
        return 1.0 - beta_share(beta, alpha, 1.0 - x);
    }
    let front = lgamma(alpha + beta) - lgamma(alpha) - lgamma(beta) + alpha * ln(x) + beta * log1p(-x);
    let term = |step: f64| {
        let m = (step / 2.0).floor();
        let a = alpha + 2.0 * m;
        let even = m * (beta - m) * x / ((a - 1.0) * a);
        let odd = -(alpha + m) * (alpha + beta + m) * x / (a * (a + 1.0));
        (if step % 2.0 == 0.0 { even } else { odd }, 1.0)
    };
    (exp(front) * evaluate_fraction(1.0, term) / alpha).clamp(0.0, 1.0)
}

/// The least `x >= 0` at which a rising function reaches `goal`, to 12 digits; infinite if it never does.
pub(super) fn invert(rising: impl Fn(f64) -> f64, goal: f64) -> f64 {
    let mut high = 1.0;
    while rising(high) < goal {
        high *= 2.0;
        if high > 1e300 {
            return f64::INFINITY;
        }
    }
    let mut low = 0.0;
    while high - low > 1e-12 * high && high > 1e-12 {
        let middle = 0.5 * (low + high);
        *(if rising(middle) < goal { &mut low } else { &mut high }) = middle;
    }
    high
}

/// The integral of a function over `[from, to]` by the rule of Simpson, cut finer where it bends.
pub(super) fn integral(function: &dyn Fn(f64) -> f64, from: f64, to: f64) -> f64 {
    const CUTS: u32 = 16;
    let width = (to - from) / f64::from(CUTS);
    let piece = |cut: u32| {
        let low = from + f64::from(cut) * width;
        let ends = [function(low), function(low + 0.5 * width), function(low + width)];
        refine(function, low, width, ends, 24)
    };
    (0..CUTS).map(piece).sum()
}

fn refine(function: &dyn Fn(f64) -> f64, low: f64, width: f64, [left, middle, right]: [f64; 3], depth: u32) -> f64 {
    let half = 0.5 * width;
    let [first, second] = [function(low + 0.5 * half), function(low + 1.5 * half)];
    let coarse = width / 6.0 * (left + 4.0 * middle + right);
    let fine = half / 6.0 * (left + 4.0 * first + 2.0 * middle + 4.0 * second + right);
    let scale = width * (left.abs() + middle.abs() + right.abs());
    if depth == 0 || (fine - coarse).abs() <= 1e-10 * scale {
        return fine + (fine - coarse) / 15.0;
    }
    refine(function, low, half, [left, first, middle], depth - 1)
        + refine(function, low + half, half, [middle, second, right], depth - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-11 * expected.abs().max(1e-3), "{found} is not {expected}");
    }

    #[test]
    fn the_normal_law_matches_its_table() {
        // NIST/SEMATECH handbook, 1.3.6.7.1, and the usual 95 % and 99.9 % points.
        close(normal_quantile(0.975), 1.959_963_984_540_054);
        close(normal_quantile(0.000_5), -3.290_526_731_491_894);
        for p in [1e-12, 0.01, 0.3, 0.5, 0.9] {
            close(normal_share(normal_quantile(p)), p);
        }
    }

    #[test]
    fn the_gamma_law_of_whole_shape_is_a_sum_of_poisson_terms() {
        close(gamma_share(1.0, 2.0), 1.0 - (-2_f64).exp());
        close(gamma_share(3.0, 2.0), 1.0 - (-2_f64).exp() * (1.0 + 2.0 + 2.0));
        close(gamma_share(3.0, 9.0), 1.0 - (-9_f64).exp() * (1.0 + 9.0 + 40.5));
    }

    #[test]
    fn the_beta_law_of_simple_shape_is_a_power() {
        close(beta_share(3.0, 1.0, 0.5), 0.125);
        close(beta_share(1.0, 4.0, 0.2), 1.0 - 0.8_f64.powi(4));
        close(beta_share(2.0, 2.0, 0.25), 3.0 * 0.0625 - 2.0 * 0.015_625);
    }

    #[test]
    fn integrals_survive_a_jump() {
        close(integral(&|x| x * x, 0.0, 3.0), 9.0);
        let step = integral(&|x| if x < 1.234 { 0.0 } else { 1.0 }, 0.0, 2.0);
        assert!((step - 0.766).abs() < 1e-7, "{step}");
    }

    #[test]
    fn inversion_finds_where_a_function_rises_through_its_goal() {
        close(invert(|x| x * x, 9.0), 3.0);
        assert_eq!(invert(|_| 0.4, 0.5), f64::INFINITY);
    }
}
