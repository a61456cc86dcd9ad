//! temporary
#![allow(warnings)]
enum Shown { F(Figure), V(neurocomp::check::Verdict) }
impl From<Figure> for Shown { fn from(f: Figure) -> Self { Shown::F(f) } }
impl From<neurocomp::check::Verdict> for Shown { fn from(f: neurocomp::check::Verdict) -> Self { Shown::V(f) } }
fn show(i: usize, start: std::time::Instant, x: Shown) {
    match x {
        Shown::F(f) => { println!("[cell {i}] {}", f.summary()); for p in f.problems() { println!("PROBLEM {p}"); }
            if std::env::var("FIGS").is_ok() { f.evcxr_display(); } }
        Shown::V(v) => { println!("[cell {i}] {v}"); assert!(v.passed); }
    }
    eprintln!("cell {i}: {:?}", start.elapsed());
}
use neurocomp::prelude::*;
use neurocomp::plot::{self, Figure};
fn steady_state(p: LifParams, current: f64) -> f64 {
    p.resistance * current
}
fn subthreshold(p: LifParams, v0: f64, current: f64, t: f64) -> f64 {
    todo!()
}
fn climb_time(p: LifParams, current: f64) -> Option<f64> {
    todo!()
}
fn firing_rate(p: LifParams, current: f64) -> f64 {
    todo!()
}
fn euler_step(p: LifParams, v: f64, current: f64, dt: f64) -> f64 {
    todo!()
}
fn relax(p: LifParams, current: f64, dt: f64, duration: f64) -> Array1<f64> {
    let n = (duration / dt).round() as usize;
    let mut v = Array1::zeros(n + 1);
    for k in 0..n {
        v[k + 1] = euler_step(p, v[k], current, dt);
    }
    v
}
fn simulate(p: LifParams, current: f64, dt: f64, duration: f64) -> (Array1<f64>, Vec<f64>) {
    let n = (duration / dt).round() as usize;
    let refractory = (p.t_ref / dt).round() as usize;
    let mut v = Array1::from_elem(n + 1, p.v_reset);
    let mut spikes = Vec::new();
    let mut wait = 0;
    for k in 0..n {
        todo!()
    }
    (v, spikes)
}
fn intervals(times: &[f64]) -> Vec<f64> {
    todo!()
}
fn cv(isi: &[f64]) -> f64 {
    todo!()
}
fn input_mean_sd(n: usize, rate: f64, weight: f64, dt: f64) -> (f64, f64) {
    todo!()
}
fn noisy_step(p: LifParams, v: f64, current: f64, sigma: f64, dt: f64, xi: f64) -> f64 {
    todo!()
}
use neurocomp::ndarray_rand::RandomExt;
use neurocomp::ndarray_rand::rand::{SeedableRng, rngs::StdRng};
use neurocomp::ndarray_rand::rand_distr::StandardNormal;
fn wander(p: LifParams, current: f64, sigma: f64, dt: f64, n: usize, seed: u64) -> Array1<f64> {
    let mut rng = StdRng::seed_from_u64(seed);
    let xi: Array1<f64> = Array1::random_using(n, StandardNormal, &mut rng);
    let mut v = Array1::from_elem(n + 1, p.resistance * current);
    for k in 0..n {
        v[k + 1] = noisy_step(p, v[k], current, sigma, dt, xi[k]);
    }
    v
}
fn sigma_for_rate(p: LifParams, current: f64, target: f64) -> f64 {
    let neuron = Lif::new(p).unwrap();
    todo!()
}
fn zero_crossings(x: &Array1<f64>, y: &Array1<f64>) -> Vec<f64> {
    todo!()
}
fn measured_rates(p: LifParams, current: f64, dt: f64, duration: f64) -> (f64, f64) {
    let (_, spikes) = simulate(p, current, dt, duration);
    todo!()
}
fn sweep(p: LifParams, currents: &Array1<f64>) -> (Array1<f64>, Array1<f64>) {
    let mut counted = Array1::zeros(currents.len());
    let mut by_interval = Array1::zeros(currents.len());
    for k in progress("f(I)", currents.len()) {
        (counted[k], by_interval[k]) = measured_rates(p, currents[k], 0.1, 5000.0);
    }
    (counted, by_interval)
}
fn main() {
    let __all = std::time::Instant::now(); let __start = __all;
    // cell 0
// La bibliothèque du cours, ses figures, et la langue de ses messages.
language("fr");
    eprintln!("cell 0: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 1
let p = LifParams::default();
println!("{p:#?}");
    eprintln!("cell 1: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 2
let half = LifParams { resistance: 0.5, ..p };
println!("R = {} MΩ: {} mV", p.resistance, steady_state(p, 15.0));
println!("R = {} MΩ: {} mV", half.resistance, steady_state(half, 15.0));
    eprintln!("cell 2: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 4

    let shown = { check::lif::subthreshold(subthreshold) };
    show(4, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 5
    let shown = {
    let t = Array1::linspace(0.0, 100.0, 201);
    let mut figure = Figure::new("La membrane oublie son point de départ");
    for v0 in [-10.0, 0.0, 10.0, 30.0] {
        let v = t.mapv(|t| subthreshold(p, v0, 15.0, t));
        figure = figure.line(&t, &v, &format!("V₀ = {v0} mV"));
    }
    figure
        .hline(steady_state(p, 15.0), "RI")
        .vline(p.tau_m, "τ")
        .x_label("temps t (ms)")
        .y_label("potentiel V (mV)")
};
    show(5, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 7

    let shown = { check::lif::climb_time(climb_time) };
    show(7, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 8
for current in [15.0, 20.0, 20.1, 20.5, 25.0, 40.0] {
    println!("I = {current:4} nA   T = {:.2?} ms", climb_time(p, current));
}
println!("I_rh = {} nA", p.v_thresh / p.resistance);
    eprintln!("cell 8: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 10

    let shown = { check::lif::firing_rate(firing_rate) };
    show(10, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 11
    let shown = {
    let weak = Array1::linspace(10.0, 60.0, 501);
    let mut figure = Figure::new("Courbe f–I pour quatre périodes réfractaires");
    for t_ref in [0.0, 2.0, 5.0, 10.0] {
        let rate = weak.mapv(|current| firing_rate(LifParams { t_ref, ..p }, current));
        figure = figure.line(&weak, &rate, &format!("D = {t_ref} ms"));
    }
    figure
        .vline(20.0, "rhéobase")
        .x_label("courant I (nA)")
        .y_label("taux de décharge f (Hz)")
};
    show(11, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 12
    let shown = {
    let strong = Array1::logspace(10.0, 1.0, 4.0, 400);
    let mut figure = Figure::new("Loin de la rhéobase, f tend vers 1/D");
    for t_ref in [0.0, 2.0, 5.0, 10.0] {
        let rate = strong.mapv(|current| firing_rate(LifParams { t_ref, ..p }, current));
        figure = figure.line(&strong, &rate, &format!("D = {t_ref} ms"));
    }
    figure
        .hline(500.0, "1/D, D = 2 ms")
        .hline(200.0, "1/D, D = 5 ms")
        .hline(100.0, "1/D, D = 10 ms")
        .log_x()
        .y_range(0.0, 600.0)
        .x_label("courant I (nA)")
        .y_label("taux de décharge f (Hz)")
};
    show(12, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 14

    let shown = { check::lif::euler_step(euler_step) };
    show(14, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 16
    let shown = {
    let t = Array1::linspace(0.0, 100.0, 201);
    let exact = t.mapv(|t| subthreshold(p, 0.0, 15.0, t));
    let mut figure = Figure::new("Euler et la solution exacte").line(&t, &exact, "exacte");
    for dt in [20.0, 10.0, 2.0] {
        let v = relax(p, 15.0, dt, 100.0);
        let steps = Array1::linspace(0.0, 100.0, v.len());
        figure = figure.line(&steps, &v, &format!("dt = {dt} ms"));
    }
    figure.x_label("temps t (ms)").y_label("potentiel V (mV)")
};
    show(16, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 17
let truth = subthreshold(p, 0.0, 15.0, 20.0);
for dt in [2.0, 1.0, 0.5, 0.1, 0.05] {
    let v = relax(p, 15.0, dt, 20.0);
    let error = v[v.len() - 1] - truth;
    println!("dt = {dt:4} ms   ΔV = {error:.5} mV   ΔV/dt = {:.4}", error / dt);
}
println!("V(τ) = {truth:.5} mV");
    eprintln!("cell 17: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 19

    let shown = { check::lif::simulate(simulate) };
    show(19, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 20
    let shown = {
    let (v, spikes) = simulate(p, 20.5, 0.1, 1000.0);
    let time = Array1::linspace(0.0, 1000.0, v.len());
    Figure::new("I = 20,5 nA")
        .line(&time, &v, "V")
        .hline(p.v_thresh, "seuil")
        .spikes(&spikes, 20.0, 32.0, "potentiels d’action")
        .x_label("temps t (ms)")
        .y_label("potentiel V (mV)")
};
    show(20, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 21
for dt in [1.0, 0.5, 0.1, 0.01] {
    let (_, times) = simulate(p, 20.5, dt, 1000.0);
    println!("dt = {dt:4} ms   n = {}   T = {:.2} ms", times.len(), times[1] - times[0]);
}
println!("T(I) = {:.2?} ms", climb_time(p, 20.5));
    eprintln!("cell 21: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 22
let neuron = Lif::new(p).unwrap();
println!("{neuron:?}");
    eprintln!("cell 22: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 23
    let shown = {
    let currents = Array1::linspace(18.0, 30.0, 25);
    let mut frames = Vec::new();
    for &current in &currents {
        let run = neuron.simulate(current, 0.1, 300.0).unwrap();
        frames.push(plot::trace(&run, p.v_thresh));
    }
    plot::slider("I (nA)", &currents, frames)
};
    show(23, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 24
let regular = neuron.simulate(20.5, 0.1, 1000.0).unwrap().spikes;
println!("{regular:?}");
    eprintln!("cell 24: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 26

    let shown = { check::lif::intervals(intervals) };
    show(26, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 28

    let shown = { check::lif::cv(cv) };
    show(28, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 29
let isi = intervals(regular.times());
println!("CV = {:.4}   {:.2?}", cv(&isi), &isi[..3]);
    eprintln!("cell 29: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 30
    let shown = {
    let bars = histogram(&regular.isi().to_vec(), 50, 0.0, 100.0).unwrap();
    Figure::new("Intervalles sans bruit, I = 20,5 nA")
        .histogram(&bars, "simulation")
        .vline(climb_time(p, 20.5).unwrap(), "T(I)")
        .x_label("intervalle (ms)")
        .y_label("densité (1/ms)")
};
    show(30, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 31
    let shown = {
    let numbers = array![30.0, 100.0, 300.0, 1000.0, 3000.0, 10_000.0];
    let bin = Array1::linspace(0.0, 299.0, 300);
    let mut frames = Vec::new();
    for &n in &numbers {
        let weight = 18.0 / (n * 0.005);
        let current = poisson_input(n as usize, 5.0, weight, 1.0, 300.0, 1).unwrap();
        let figure = Figure::new("Somme de n synapses")
            .steps(&bin, &current, "courant")
            .hline(18.0, "moyenne théorique");
        frames.push(figure.x_label("temps t (ms)").y_label("courant I (nA)"));
    }
    plot::slider("n", &numbers, frames)
};
    show(31, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 33

    let shown = { check::lif::input_mean_sd(input_mean_sd) };
    show(33, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 34
for dt in [0.1, 1.0, 20.0] {
    let current = poisson_input(1000, 5.0, 3.6, dt, 100_000.0, 1).unwrap();
    let (mean, sd) = input_mean_sd(1000, 5.0, 3.6, dt);
    println!("dt = {dt:4} ms   {:.2} ≈ {mean:.2} nA   {:.2} ≈ {sd:.2} nA", current.mean().unwrap(), current.std(0.0));
}
println!("n r w = {} nA", 1000.0 * 0.005 * 3.6);
    eprintln!("cell 34: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 35
    let shown = {
    let (mean, sd) = input_mean_sd(1000, 5.0, 3.6, 20.0);
    let current = poisson_input(1000, 5.0, 3.6, 20.0, 400_000.0, 2).unwrap();
    // Les bords tombent entre deux nombres entiers de potentiels d’action, de 60,5 à 138,5.
    let bars = histogram(&current.to_vec(), 39, 10.89, 24.93).unwrap();
    let x = Array1::linspace(10.0, 26.0, 200);
    let gauss =
        x.mapv(|x| (-0.5 * ((x - mean) / sd).powi(2)).exp() / (sd * (2.0 * std::f64::consts::PI).sqrt()));
    Figure::new("Cent potentiels d’action par constante de temps")
        .histogram(&bars, "1000 synapses")
        .line(&x, &gauss, "gaussienne")
        .x_label("courant moyen sur 20 ms (nA)")
        .y_label("densité (1/nA)")
};
    show(35, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 37

    let shown = { check::lif::noisy_step(noisy_step) };
    show(37, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 39
for dt in [1.0, 0.5, 0.2] {
    let n = (1_000_000.0 / dt) as usize;
    println!("dt = {dt:3} ms   {:.3} mV", wander(p, 15.0, 4.0, dt, n, 1).std(0.0));
}
println!("σ/√2 = {:.3} mV", 4.0 / 2.0_f64.sqrt());
    eprintln!("cell 39: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 40
    let shown = {
    let v = wander(p, 15.0, 4.0, 0.1, 5000, 1);
    let time = Array1::linspace(0.0, 500.0, v.len());
    let spread = 4.0 / 2.0_f64.sqrt();
    Figure::new("Potentiel avec bruit, sans seuil")
        .line(&time, &v, "V")
        .hline(15.0, "RI")
        .hline(15.0 - spread, "RI − σ/√2")
        .hline(15.0 + spread, "RI + σ/√2")
        .x_label("temps t (ms)")
        .y_label("potentiel V (mV)")
};
    show(40, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 41
    let shown = {
    let sigmas = Array1::linspace(0.0, 8.0, 17);
    let mut frames = Vec::new();
    for &sigma in &sigmas {
        let run = neuron.simulate_noisy(18.0, sigma, 0.1, 500.0, 1).unwrap();
        frames.push(plot::trace(&run, p.v_thresh));
    }
    plot::slider("σ (mV)", &sigmas, frames)
};
    show(41, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 42
let drive = Array1::linspace(0.0, 40.0, 21);
let noise = Array1::linspace(0.0, 10.0, 21);
let map = neuron.rate_cv_map(&drive, &noise, 0.1, 20_000.0, 1).unwrap();
    eprintln!("cell 42: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 43

    let shown = { plot::rate_map(&drive, &noise, &map.rate).vline(neuron.rheobase(), "rhéobase") };
    show(43, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 44

    let shown = { plot::cv_map(&drive, &noise, &map.cv).vline(neuron.rheobase(), "rhéobase") };
    show(44, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 45
    let shown = {
    let fine = Array1::linspace(8.0, 30.0, 221);
    let few = Array1::linspace(8.0, 30.0, 12);
    let levels = array![0.0, 2.0, 4.0, 8.0];
    let simulated = neuron.rate_cv_map(&few, &levels, 0.02, 20_000.0, 3).unwrap();
    let mut figure = Figure::new("Taux de décharge avec bruit");
    for &sigma in &levels {
        let theory = fine.mapv(|current| neuron.siegert_rate(current, sigma).unwrap());
        figure = figure.line(&fine, &theory, &format!("Siegert, σ = {sigma} mV"));
    }
    let at = Array1::from_iter((0..simulated.rate.len()).map(|k| few[k % few.len()]));
    let rates = Array1::from_iter(simulated.rate.iter().copied());
    figure
        .points(&at, &rates, "simulations")
        .x_label("courant moyen I (nA)")
        .y_label("taux de décharge f (Hz)")
};
    show(45, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 46
let theory = neuron.siegert_rate(18.0, 4.0).unwrap();
for dt in [1.0, 0.25, 0.0625] {
    let rate = neuron.spikes_noisy(18.0, 4.0, dt, 500_000.0, 1).unwrap().rate();
    println!("dt = {dt:6} ms   f = {rate:.2} Hz   {:+.1} %", 100.0 * (rate / theory - 1.0));
}
println!("Siegert: {theory:.2} Hz");
    eprintln!("cell 46: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 47
let pulses = poisson_input(1000, 5.0, 3.6, 0.05, 200_000.0, 4).unwrap();
let rate = neuron.simulate_input(&pulses, 0.05).unwrap().spikes.rate();
let limit = diffusion_limit(1000, 5.0, 3.6).unwrap();
let sigma = limit.sigma(p);
println!("I = {} nA   σ = {sigma:.2} mV", limit.mean);
println!("{rate:.2} Hz   Siegert: {:.2} Hz", neuron.siegert_rate(limit.mean, sigma).unwrap());
    eprintln!("cell 47: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 49

    let shown = { check::lif::sigma_for_rate(sigma_for_rate) };
    show(49, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 50
    let shown = {
    let sigma = sigma_for_rate(p, 15.0, 1.0);
    let train = neuron.spikes_noisy(15.0, sigma, 0.02, 1_000_000.0, 5).unwrap();
    println!(
        "σ = {sigma:.3} mV   n = {}   r = {:.3} Hz   CV = {:.3}",
        train.len(),
        train.rate(),
        train.cv().unwrap()
    );
    let per_ms = train.rate() / 1000.0;
    let duration = Array1::linspace(0.0, 5000.0, 200);
    let poisson = duration.mapv(|t| per_ms * (-per_ms * t).exp());
    let bars = histogram(&train.isi().to_vec(), 50, 0.0, 5000.0).unwrap();
    Figure::new("Intervalles à 1 Hz, entraînés par les fluctuations")
        .histogram(&bars, "simulation")
        .line(&duration, &poisson, "Poisson")
        .x_label("intervalle (ms)")
        .y_label("densité (1/ms)")
};
    show(50, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 51
    let shown = {
    let sigmas = Array1::linspace(0.25, 8.0, 32);
    let mut frames = Vec::new();
    for k in progress("ISI", sigmas.len()) {
        let milliseconds = 1000.0 * 1000.0 / neuron.siegert_rate(21.0, sigmas[k]).unwrap();
        let train = neuron.spikes_noisy(21.0, sigmas[k], 0.05, milliseconds, 1).unwrap();
        let bars = histogram(&train.isi().to_vec(), 75, 0.0, 300.0).unwrap();
        let title = format!("I = 21 nA, CV = {:.2}", train.cv().unwrap());
        let figure = Figure::new(&title).histogram(&bars, "simulation");
        frames.push(figure.x_label("intervalle (ms)").y_label("densité (1/ms)"));
    }
    plot::slider("σ (mV)", &sigmas, frames)
};
    show(51, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 52
let membrane = SodiumThreshold::new(SodiumParams::default()).unwrap();
println!("{:#?}", membrane.params());
    eprintln!("cell 52: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 53
    let shown = {
    let near = Array1::linspace(-3.0, 5.0, 300);
    let slope = near.mapv(|v| membrane.dv_dt(v));
    Figure::new("Pente du potentiel près du repos")
        .line(&near, &slope, "dV/dt")
        .hline(0.0, "0")
        .x_label("potentiel V (mV)")
        .y_label("dV/dt (mV/ms)")
};
    show(53, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 55

    let shown = { check::lif::zero_crossings(zero_crossings) };
    show(55, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 56
for point in membrane.fixed_points() {
    println!("V = {:.2} mV   stable: {}", point.v, point.stable);
}
let wide = Array1::linspace(-10.0, 120.0, 1300);
println!("{:.2?} mV", zero_crossings(&wide, &wide.mapv(|v| membrane.dv_dt(v))));
    eprintln!("cell 56: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 57
    let shown = {
    let v2 = membrane.threshold().unwrap();
    let mut figure = Figure::new("De part et d’autre de V₂");
    for offset in [-1.0, -0.1, 0.1, 1.0] {
        let run = membrane.simulate(v2 + offset, 0.01, 20.0).unwrap();
        figure = figure.line(&run.t, &run.v, &format!("départ : V₂ {offset:+} mV"));
    }
    figure.hline(v2, "V₂").x_label("temps t (ms)").y_label("potentiel V (mV)")
};
    show(57, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 59

    let shown = { check::lif::measured_rates(measured_rates) };
    show(59, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 60
let inputs = Array1::linspace(10.0, 30.0, 201);
    eprintln!("cell 60: {:?}", __start.elapsed()); let __start = std::time::Instant::now();
    // cell 61
    let shown = {
    let (counted, by_interval) = sweep(p, &inputs);
    let theory = inputs.mapv(|current| firing_rate(p, current));
    Figure::new("Courbe f–I, mesurée et calculée")
        .line(&inputs, &theory, "théorie")
        .points(&inputs, &counted, "par comptage")
        .points(&inputs, &by_interval, "par les intervalles")
        .x_label("courant I (nA)")
        .y_label("taux de décharge f (Hz)")
};
    show(61, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    // cell 62
    let shown = {
    let (counted, by_interval) = sweep(p, &inputs);
    let theory = inputs.mapv(|current| firing_rate(p, current));
    let count_error = &counted - &theory;
    let interval_error = &by_interval - &theory;
    Figure::new("Mesure moins théorie")
        .points(&inputs, &count_error, "par comptage")
        .points(&inputs, &interval_error, "par les intervalles")
        .hline(0.0, "0")
        .x_range(19.5, 30.0)
        .x_label("courant I (nA)")
        .y_label("écart (Hz)")
};
    show(62, __start, Shown::from(shown)); let __start = std::time::Instant::now();
    eprintln!("total {:?}", __all.elapsed());
}
