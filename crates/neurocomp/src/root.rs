//! Where a function of one variable is zero.

/// Where `f` changes sign between `low` and `high`, by bisection down to neighbouring numbers.
pub(crate) fn bisect(f: impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    let rises = f(high) > 0.0;
    loop {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            return middle;
        }
        if (f(middle) > 0.0) == rises {
            high = middle;
        } else {
            low = middle;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_is_found_to_the_last_digit() {
        for (f, root) in [
            (
                (|x| x * x - 2.0) as fn(f64) -> f64,
                std::f64::consts::SQRT_2,
            ),
            (|x| 1.0 - x, 1.0),
        ] {
            let found = bisect(f, 0.0, 3.0);
            assert!((found - root).abs() <= f64::EPSILON * root, "{found}");
        }
    }
}
