//! Generic code that cells would otherwise compile for themselves.
//!
//! rustc shares what a library has compiled of generic functions with the crates that use it, if told so
//! (`-Zshare-generics`, see DESIGN.md). This function is never called: it is here so that what most cells need exists.

use super::VariableStore;
use crate::cable::{Cable, CableParams, CableRun};
use crate::check::Verdict;
use crate::data::{SpikeTable, Table, VoltageTrace};
use crate::integrate::Solution;
use crate::membrane::{Membrane, MembraneRun};
use crate::memory::{Hopfield, Pattern, Recall};
use crate::network::NetworkRun;
use crate::neuron::fitzhugh_nagumo::{FitzHughNagumo, FitzHughNagumoRun};
use crate::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyRun};
use crate::neuron::lif::{Lif, LifParams, LifRun};
use crate::plot::Figure;
use crate::rate::transfer::{Sigmoid, ThresholdLinear};
use crate::rate::wilson_cowan::WilsonCowanParams;
use crate::spike_train::{Histogram, SpikeTrain};
use ndarray::{Array1, Array2, s};
use polars::prelude::{DataFrame, df};
use std::hint::black_box;

/// Makes rustc compile what cells use most.
pub fn instances() {
    variables();
    arrays();
    black_box(table().map(|table| format!("{table} {table:?}"))).ok();
    black_box(polynomials());
}

fn variables() {
    keep::<bool>();
    keep::<i32>();
    keep::<u64>();
    keep::<usize>();
    keep::<f64>();
    keep::<String>();
    keep::<(f64, f64)>();
    keep::<Vec<usize>>();
    keep::<Vec<i32>>();
    keep::<Vec<f64>>();
    keep::<Vec<String>>();
    keep::<Vec<Vec<f64>>>();
    keep::<Vec<Array1<f64>>>();
    keep::<Vec<Figure>>();
    keep::<Vec<SpikeTrain>>();
    keep::<Array1<f64>>();
    keep::<Array2<f64>>();
    keep::<(Array1<f64>, Array1<f64>)>();
    keep::<Lif>();
    keep::<LifParams>();
    keep::<LifRun>();
    keep::<NetworkRun>();
    keep::<Sigmoid>();
    keep::<ThresholdLinear>();
    keep::<WilsonCowanParams>();
    keep::<Membrane>();
    keep::<MembraneRun>();
    keep::<Solution>();
    keep::<HodgkinHuxley>();
    keep::<HodgkinHuxleyRun>();
    keep::<FitzHughNagumo>();
    keep::<FitzHughNagumoRun>();
    keep::<Cable>();
    keep::<CableParams>();
    keep::<CableRun>();
    keep::<SpikeTrain>();
    keep::<Histogram>();
    keep::<Pattern>();
    keep::<Hopfield>();
    keep::<Recall>();
    keep::<SpikeTable>();
    keep::<VoltageTrace>();
    keep::<Table>();
    keep::<Figure>();
    keep::<Verdict>();
    keep::<plotly::Plot>();
    keep::<DataFrame>();
}

/// What happens to a variable in every cell.
fn keep<T: 'static>() {
    black_box(VariableStore::put_variable::<T> as fn(&mut VariableStore, &str, T));
    black_box(VariableStore::check_variable::<T> as fn(&mut VariableStore, &str) -> bool);
    black_box(VariableStore::take_variable::<T> as fn(&mut VariableStore, &str) -> T);
}

fn arrays() {
    let x = black_box(Array1::linspace(0.0, 1.0, 5));
    let table = black_box(Array2::<f64>::zeros((2, 3)));
    let sums = &x + &x - &x * &x / 2.0 + 1.0;
    black_box((x.sum(), x.mean(), x.std(0.0), x.len(), x.to_vec(), x.clone()));
    black_box((
        x.slice(s![..;2]).to_owned(),
        table.row(0).to_owned(),
        table.column(0).to_owned(),
        table.t().to_owned(),
    ));
    black_box((
        x.iter().copied().collect::<Vec<f64>>(),
        x.iter().copied().fold(0.0, f64::max),
        Array1::from(vec![1.0]),
    ));
    black_box((
        Array1::range(0.0, 1.0, 0.1),
        Array1::<f64>::zeros(3),
        Array1::<f64>::ones(3),
        x.dot(&x),
        table.dot(&x),
    ));
    black_box(format!("{x} {x:?} {table} {sums:.3} {:?} {:?}", vec![1.0], Some(1.0)));
}

fn table() -> polars::prelude::PolarsResult<DataFrame> {
    df!("trial" => vec![1i32, 2], "count" => [1i64, 2], "rate" => vec![10.0, 12.0], "same" => [1.0f64, 2.0], "name" => ["a", "b"])
}

fn polynomials() -> (nalgebra::DVector<nalgebra::Complex<f64>>, f64) {
    let matrix = nalgebra::DMatrix::<f64>::identity(2, 2);
    (matrix.complex_eigenvalues(), matrix.determinant())
}
