//! The arguments of a call: with units for reading, and as Rust for trying again.

use std::fmt::Debug;

use ndarray::{Array1, Array2};

use crate::neuron::lif::LifParams;

/// One argument.
pub(crate) trait Argument {
    /// As it is written in Rust.
    fn code(&self) -> String;

    /// For reading.
    fn described(&self, name: &str, unit: &str) -> String {
        format!("{name} = `{}` {unit}", self.code()).trim_end().into()
    }
}

impl Argument for f64 {
    fn code(&self) -> String {
        if self.is_nan() { "f64::NAN".into() } else { format!("{self:?}") }
    }

    fn described(&self, name: &str, unit: &str) -> String {
        // 1e-200 in full would be two hundred zeros.
        let value = if *self != 0.0 && self.abs() < 1e-9 { format!("{self:e}") } else { readable(*self).to_string() };
        format!("{name} = {value} {unit}").trim_end().into()
    }
}

/// The same number without the last digits, where only rounding is: 11.7 for 11.700000000000001.
fn readable(value: f64) -> f64 {
    format!("{value:.12e}").parse().unwrap_or(value)
}

/// A neuron shows all five parameters.
impl Argument for LifParams {
    fn code(&self) -> String {
        format!("{self:?}")
    }

    fn described(&self, _: &str, _: &str) -> String {
        format!(
            "tau_m = {} ms, resistance = {} MΩ, v_thresh = {} mV, v_reset = {} mV, t_ref = {} ms",
            self.tau_m, self.resistance, self.v_thresh, self.v_reset, self.t_ref
        )
    }
}

/// Parameters as they are written in Rust, without those that have their default value.
pub(crate) fn changed_parameters<P: Debug + Default>(p: &P) -> String {
    let [own, default] = [p, &P::default()].map(|p| format!("{p:?}"));
    let (name, fields) = own.split_once(" { ").unwrap_or((&own, ""));
    let defaults = default.split_once(" { ").unwrap_or_default().1;
    let [fields, defaults] = [fields, defaults].map(|fields| fields.trim_end_matches(" }").split(", "));
    let changed = fields.zip(defaults).filter(|(own, default)| own != default);
    let changed: Vec<String> = changed.map(|(own, _)| format!("{own}, ")).collect();
    format!("{name} {{ {}..Default::default() }}", changed.concat())
}

macro_rules! argument_as_debug {
    ($($kind:ty => $format:literal),* $(,)?) => {$(
        impl Argument for $kind {
            fn code(&self) -> String {
                format!($format, self)
            }
        }
    )*};
}

// What the student's function borrows is borrowed in the call.
argument_as_debug! {
    usize => "{:?}",
    u32 => "{:?}",
    i32 => "{:?}",
    &'static str => "{:?}",
    Option<f64> => "{:?}",
    (f64, f64) => "{:?}",
    &'static [f64] => "&{:?}",
    Vec<f64> => "&{:?}",
    Vec<u8> => "&{:?}",
    Vec<usize> => "&{:?}",
}

impl Argument for Array1<f64> {
    fn code(&self) -> String {
        format!("&{}", array(self))
    }
}

impl Argument for Array2<f64> {
    fn code(&self) -> String {
        let rows: Vec<String> = self.outer_iter().map(|row| format!("{:?}", row.to_vec())).collect();
        format!("&array![{}]", rows.join(", "))
    }
}

impl Argument for Vec<Array1<f64>> {
    fn code(&self) -> String {
        let each: Vec<String> = self.iter().map(array).collect();
        format!("&[{}]", each.join(", "))
    }
}

fn array(values: &Array1<f64>) -> String {
    format!("array!{:?}", values.to_vec())
}

/// An argument that the student's function changes.
pub(crate) struct Changed<T>(pub(crate) T);

impl Argument for Changed<Array1<f64>> {
    fn code(&self) -> String {
        format!("&mut {}", array(&self.0))
    }
}

/// A function as an argument, with how it is written.
#[derive(Clone, Copy)]
pub(crate) struct Function<F>(pub(crate) F, pub(crate) &'static str);

impl<F> Argument for Function<F> {
    fn code(&self) -> String {
        self.1.into()
    }
}

/// The arguments of one call, in their order.
pub(crate) trait Arguments {
    fn each(&self) -> Vec<&dyn Argument>;
}

macro_rules! arguments {
    ($($kind:ident $place:tt),*) => {
        impl<$($kind: Argument),*> Arguments for ($($kind,)*) {
            fn each(&self) -> Vec<&dyn Argument> {
                vec![$(&self.$place),*]
            }
        }
    };
}

arguments!();
arguments!(A 0);
arguments!(A 0, B 1);
arguments!(A 0, B 1, C 2);
arguments!(A 0, B 1, C 2, D 3);
arguments!(A 0, B 1, C 2, D 3, E 4);
arguments!(A 0, B 1, C 2, D 3, E 4, F 5);

/// The inputs of a call for reading; a name is given with its unit in parentheses.
pub(crate) fn described(inputs: &impl Arguments, names: &[&str]) -> String {
    let each = inputs.each().into_iter().zip(names).map(|(argument, name)| {
        let (name, unit) = name.split_once(" (").unwrap_or((name, ""));
        argument.described(name, unit.trim_end_matches(')'))
    });
    each.collect::<Vec<String>>().join(", ")
}

/// The inputs of a call as Rust.
pub(crate) fn code(inputs: &impl Arguments) -> String {
    inputs.each().into_iter().map(Argument::code).collect::<Vec<String>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plasticity::stdp::StdpParams;

    #[test]
    fn what_is_read_has_no_rounding_errors() {
        assert_eq!((0.1_f64 + 0.2).described("i", "nA"), "i = 0.3 nA");
        assert_eq!((1.0_f64 / 3.0).described("x", ""), "x = 0.3333333333333");
        assert!(f64::NAN.described("x", "").contains("NaN"));
    }

    #[test]
    fn only_changed_parameters_are_written() {
        let p = StdpParams { a_plus: 0.5, tau_minus: 9.0, ..Default::default() };
        assert_eq!(changed_parameters(&p), "StdpParams { a_plus: 0.5, tau_minus: 9.0, ..Default::default() }");
    }
}
