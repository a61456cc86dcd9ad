//! Where the animal is, and when.

use ndarray::{Array1, ArrayRef1};
use rand::Rng;
use rand_distr::StandardNormal;
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::Result;
use crate::error::{check_increasing, check_same_length};
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::summary::{ends, range, summary};
use crate::time_step::{self, MAX_SAMPLES};

/// Positions (cm) at increasing times (ms), joined by straight lines.
#[derive(Clone, PartialEq)]
pub struct Trajectory {
    time: Array1<f64>,
    x: Array1<f64>,
    y: Array1<f64>,
}

impl Trajectory {
    /// A path through the positions `x`, `y` (cm) at the times `time` (ms); on a track `y` is 0.
    ///
    /// ```
    /// use neurocomp::ndarray::array;
    /// use neurocomp::place_cell::Trajectory;
    ///
    /// let path = Trajectory::new(&array![0.0, 1000.0], &array![0.0, 30.0], &array![10.0, 20.0])?;
    /// assert_eq!(path.position(500.0), (15.0, 15.0));
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the arrays differ in length or have fewer than two values, a value is not finite, or `time` does not
    /// increase.
    pub fn new(time: &ArrayRef1<f64>, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>) -> Result<Trajectory> {
        check_same_length(2, &[("time", time.len()), ("x", x.len()), ("y", y.len())])?;
        Allowed::Finite.check_all("time", "ms", time)?;
        Allowed::Finite.check_all("x", "cm", x)?;
        Allowed::Finite.check_all("y", "cm", y)?;
        check_increasing("time", "ms", time)?;
        let (time, x, y) = (time.to_vec().into(), x.to_vec().into(), y.to_vec().into());
        Ok(Trajectory { time, x, y })
    }

    /// The times, ms.
    pub fn time(&self) -> &Array1<f64> {
        &self.time
    }

    /// The x coordinates, cm.
    pub fn x(&self) -> &Array1<f64> {
        &self.x
    }

    /// The y coordinates, cm.
    pub fn y(&self) -> &Array1<f64> {
        &self.y
    }

    /// The first time, ms.
    pub fn t_start(&self) -> f64 {
        self.time[0]
    }

    /// The last time, ms.
    pub fn t_stop(&self) -> f64 {
        self.time[self.time.len() - 1]
    }

    /// The position (x, y), cm, at time `t` (ms); before the first and after the last time, the position there.
    pub fn position(&self, t: f64) -> (f64, f64) {
        let times = self.time.as_slice().expect("the times are made of a list");
        let after = times.partition_point(|&time| time <= t);
        if after == 0 || after == self.time.len() {
            let k = after.saturating_sub(1);
            return (self.x[k], self.y[k]);
        }
        let before = after - 1;
        let fraction = (t - self.time[before]) / (self.time[after] - self.time[before]);
        let between = |v: &Array1<f64>| v[before] + fraction * (v[after] - v[before]);
        (between(&self.x), between(&self.y))
    }

    /// The speed from each sample to the next, cm/s: one value fewer than there are times.
    pub fn speed(&self) -> Array1<f64> {
        (1..self.time.len())
            .map(|k| {
                let way = (self.x[k] - self.x[k - 1]).hypot(self.y[k] - self.y[k - 1]);
                1000.0 * way / (self.time[k] - self.time[k - 1])
            })
            .collect()
    }
}

summary!(Trajectory, |path| {
    let (n, t, x, y) = (path.time.len(), ends(&path.time), range(&path.x, 1), range(&path.y, 1));
    format!("{n} positions, t = {t} ms, x = {x} cm, y = {y} cm")
});

/// The parameters of runs back and forth along a track.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunParams {
    /// Length of the track, cm.
    pub track_length: f64,
    /// Number of runs, from one end to the other; at least 1.
    pub runs: usize,
    /// Mean speed, cm/s.
    pub speed: f64,
    /// Standard deviation of the speed of a run over its mean, 0 to 0.5. No run is slower than a fifth of the mean.
    pub speed_cv: f64,
    /// Pause at each end, ms.
    pub pause: f64,
    /// Time from one position to the next, ms.
    pub dt: f64,
}

impl Default for RunParams {
    fn default() -> RunParams {
        RunParams { track_length: 200.0, runs: 40, speed: 30.0, speed_cv: 0.2, pause: 1500.0, dt: 50.0 }
    }
}

/// Runs along a track, and when each began.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackSession {
    /// The path; y is 0.
    pub trajectory: Trajectory,
    /// The times at which runs begin, ms; even runs (0, 2 …) lead to larger x.
    pub run_starts: Vec<f64>,
}

/// An animal that runs from one end of a track to the other, pauses, and runs back, each time at a speed of its own.
///
/// # Errors
///
/// If a length or time is not > 0, `pause` not ≥ 0, `speed_cv` not from 0 to 0.5, `runs` is 0, or there are more than
/// 20 million positions.
pub fn runs_on_track(params: RunParams, seed: u64) -> Result<TrackSession> {
    Allowed::Positive.check("track_length", "cm", params.track_length)?;
    Allowed::Positive.check("speed", "cm/s", params.speed)?;
    Allowed::Between(0.0, 0.5).check("speed_cv", "", params.speed_cv)?;
    Allowed::NotNegative.check("pause", "ms", params.pause)?;
    Allowed::Between(1.0, 1e6).check("runs", "", params.runs as f64)?;
    let mut rng = generator(seed);
    // Turning points: where each run begins and ends.
    let (mut corners, mut places) = (Vec::new(), Vec::new());
    let mut t = 0.0;
    for run in 0..params.runs {
        let normal: f64 = rng.sample(StandardNormal);
        let speed = params.speed * (1.0 + params.speed_cv * normal).max(0.2);
        let forth = run % 2 == 0;
        corners.push(t);
        places.push(if forth { 0.0 } else { params.track_length });
        t += 1000.0 * params.track_length / speed;
        corners.push(t);
        places.push(if forth { params.track_length } else { 0.0 });
        t += params.pause;
    }
    let steps = time_step::steps(params.dt, t, MAX_SAMPLES)?;
    let turns = Trajectory { time: corners.into(), y: Array1::zeros(places.len()), x: places.into() };
    let time = time_step::times(steps, params.dt);
    let x = time.mapv(|t| turns.position(t).0);
    let run_starts = turns.time.into_iter().step_by(2).collect();
    let trajectory = Trajectory::new(&time, &x, &Array1::zeros(x.len()))?;
    Ok(TrackSession { trajectory, run_starts })
}

/// The parameters of wandering in an open field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ForagingParams {
    /// Extent of the field in x, cm.
    pub arena_width: f64,
    /// Extent of the field in y, cm.
    pub arena_height: f64,
    /// Root mean square of the speed, cm/s.
    pub speed: f64,
    /// How long a velocity is kept: the time constant of its autocorrelation, ms.
    pub time_constant: f64,
    /// Duration, ms.
    pub duration: f64,
    /// Time from one position to the next, ms.
    pub dt: f64,
}

impl Default for ForagingParams {
    fn default() -> ForagingParams {
        ForagingParams {
            arena_width: 100.0,
            arena_height: 100.0,
            speed: 20.0,
            time_constant: 700.0,
            duration: 900_000.0,
            dt: 50.0,
        }
    }
}

/// An animal that looks for food in a rectangular field: its velocity is an Ornstein–Uhlenbeck process, and walls
/// reflect it.
///
/// ```text
/// τ dv/dt = −v + σ √(2τ) ξ(t)      in x and in y,  σ = speed/√2
/// ```
///
/// The velocity is stepped exactly, v(t + dt) = v e^(−dt/τ) + σ √(1 − e^(−2dt/τ)) N, the position by its mean over the
/// step. In the long run the animal is everywhere equally often.
///
/// # Errors
///
/// If a length, speed or time is not > 0, or `duration` is shorter than `dt` or has more than 20 million steps.
pub fn forage(params: ForagingParams, seed: u64) -> Result<Trajectory> {
    Allowed::Positive.check("arena_width", "cm", params.arena_width)?;
    Allowed::Positive.check("arena_height", "cm", params.arena_height)?;
    Allowed::Positive.check("speed", "cm/s", params.speed)?;
    Allowed::Positive.check("time_constant", "ms", params.time_constant)?;
    let steps = time_step::steps(params.dt, params.duration, MAX_SAMPLES)?;
    let mut rng = generator(seed);
    let x = wander(params.arena_width, params, steps, &mut rng);
    let y = wander(params.arena_height, params, steps, &mut rng);
    Trajectory::new(&time_step::times(steps, params.dt), &x, &y)
}

/// One coordinate from 0 to `length`.
fn wander(length: f64, params: ForagingParams, steps: usize, rng: &mut Xoshiro256PlusPlus) -> Array1<f64> {
    let decay = (-params.dt / params.time_constant).exp();
    let sigma = params.speed * std::f64::consts::FRAC_1_SQRT_2;
    // 1 − e^(−2dt/τ) keeps its digits for a small dt.
    let kick = sigma * (-(-2.0 * params.dt / params.time_constant).exp_m1()).sqrt();
    let mut place = length * rng.random::<f64>();
    let mut velocity = sigma * rng.sample::<f64, _>(StandardNormal);
    let mut places = Array1::zeros(steps + 1);
    places[0] = place;
    for k in 1..=steps {
        let next = velocity * decay + kick * rng.sample::<f64, _>(StandardNormal);
        let moved = place + 0.5 * (velocity + next) * params.dt / 1000.0;
        let (reflected, turned) = reflect(moved, length);
        place = reflected;
        velocity = if turned { -next } else { next };
        places[k] = place;
    }
    places
}

/// The place between walls at 0 and `length`, and whether the direction of the movement is turned round.
pub(super) fn reflect(place: f64, length: f64) -> (f64, bool) {
    let folded = place.rem_euclid(2.0 * length);
    if folded > length { ((2.0 * length - folded).clamp(0.0, length), true) } else { (folded, false) }
}
