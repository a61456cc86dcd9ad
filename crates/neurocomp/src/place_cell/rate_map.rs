//! Maps of the rate over places.

use ndarray::{Array1, Array2, Axis};

use super::Trajectory;
use super::smoothing::spread;
use crate::Result;
use crate::information::{SpatialInformation, spatial_information};
use crate::language::choose;
use crate::parameter::Allowed;
use crate::spike_train::SpikeTrain;
use crate::spike_train::bins::centres;
use crate::summary::summary;

/// The largest number of bins of a map: a million.
pub const MAX_BINS: usize = 1_000_000;

/// The rate of a cell along a track, in bins.
#[derive(Clone, PartialEq)]
pub struct TrackMap {
    /// The edges of the bins, cm: one more than there are bins.
    pub edges: Array1<f64>,
    /// The time spent in each bin, s.
    pub occupancy: Array1<f64>,
    /// The number of spikes in each bin; not whole after smoothing.
    pub spikes: Array1<f64>,
    /// The rate spikes/occupancy in each bin, Hz. **NaN where the animal never was**: a gap in a plot.
    /// [`TrackMap::rate_at`] gives `None` there.
    pub rate: Array1<f64>,
}

/// The rate of a cell in an open field, in bins; one row for each y, one column for each x.
#[derive(Clone, PartialEq)]
pub struct ArenaMap {
    /// The edges of the columns, cm.
    pub x_edges: Array1<f64>,
    /// The edges of the rows, cm.
    pub y_edges: Array1<f64>,
    /// The time spent in each bin, s.
    pub occupancy: Array2<f64>,
    /// The number of spikes in each bin; not whole after smoothing.
    pub spikes: Array2<f64>,
    /// The rate spikes/occupancy in each bin, Hz. **NaN where the animal never was**: a gap in a heatmap.
    /// [`ArenaMap::rate_at`] gives `None` there.
    pub rate: Array2<f64>,
}

impl TrackMap {
    /// The map of a track from x = 0 to `track_length` (cm) in bins of about `bin_size` (cm; as near to it as divides
    /// the track).
    ///
    /// Every spike is counted where the animal was at that moment, and the time from one position to the next where it
    /// was half-way. With `smoothing` > 0 (cm) both are spread by a Gaussian of this standard deviation before they are
    /// divided; what would leave the track stays on it, so that the total time and the number of spikes do not change.
    ///
    /// # Errors
    ///
    /// If `track_length` or `bin_size` is not > 0, `smoothing` not ≥ 0, the animal leaves the track, a spike lies
    /// before the first or after the last position, or with more than a million bins.
    pub fn new(
        trajectory: &Trajectory,
        train: &SpikeTrain,
        track_length: f64,
        bin_size: f64,
        smoothing: f64,
    ) -> Result<TrackMap> {
        let axis = Bins::new("track_length", track_length, bin_size)?;
        Allowed::NotNegative.check("smoothing", "cm", smoothing)?;
        Allowed::Between(0.0, track_length).check_all("x", "cm", trajectory.x())?;
        let (mut occupancy, mut spikes) = (vec![0.0; axis.count], vec![0.0; axis.count]);
        for (x, _, seconds) in visits(trajectory) {
            occupancy[axis.bin(x)] += seconds;
        }
        for (x, _) in places(trajectory, train)? {
            spikes[axis.bin(x)] += 1.0;
        }
        let width = smoothing / axis.size;
        let occupancy = Array1::from(spread(&occupancy, width));
        let spikes = Array1::from(spread(&spikes, width));
        let rate = Array1::from_shape_fn(axis.count, |k| rate(spikes[k], occupancy[k]));
        Ok(TrackMap { edges: axis.edges(), occupancy, spikes, rate })
    }

    /// The middle of each bin, cm.
    pub fn centres(&self) -> Array1<f64> {
        centres(&self.edges)
    }

    /// The rate in this bin, Hz; `None` if the animal was never there, or outside the map.
    pub fn rate_at(&self, bin: usize) -> Option<f64> {
        self.rate.get(bin).copied().filter(|rate| !rate.is_nan())
    }

    /// The place (cm) and value (Hz) of the largest rate; `None` if the cell never fired.
    pub fn peak(&self) -> Option<(f64, f64)> {
        let (bin, rate) = largest(self.rate.indexed_iter())?;
        Some((*self.centres().get(bin)?, rate))
    }

    /// Skaggs’ information of this map, see [`spatial_information`].
    ///
    /// # Errors
    ///
    /// If the cell never fired.
    pub fn information(&self) -> Result<SpatialInformation> {
        spatial_information(&self.occupancy, &self.rate)
    }
}

impl ArenaMap {
    /// The map of a field from (0, 0) to (`arena_width`, `arena_height`), cm, in square bins of about `bin_size` (cm);
    /// counted and smoothed as a [`TrackMap`], in both directions.
    ///
    /// ```
    /// use neurocomp::place_cell::{ArenaMap, ForagingParams, PlaceField, PlaceFieldParams, forage};
    ///
    /// let path = forage(ForagingParams::default(), 1)?;
    /// let field = PlaceFieldParams { x: 30.0, y: 70.0, ..Default::default() };
    /// let spikes = PlaceField::new(field)?.spikes(&path, 2)?;
    /// let map = ArenaMap::new(&path, &spikes, 100.0, 100.0, 5.0, 5.0)?;
    /// assert_eq!(map.rate.dim(), (20, 20));
    /// let (x, y, _rate) = map.peak().unwrap();
    /// assert!((x - 30.0).hypot(y - 70.0) < 12.0);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`TrackMap::new`].
    pub fn new(
        trajectory: &Trajectory,
        train: &SpikeTrain,
        arena_width: f64,
        arena_height: f64,
        bin_size: f64,
        smoothing: f64,
    ) -> Result<ArenaMap> {
        let columns = Bins::new("arena_width", arena_width, bin_size)?;
        let rows = Bins::new("arena_height", arena_height, bin_size)?;
        let received = columns.count as f64 * rows.count as f64;
        if received > MAX_BINS as f64 {
            return Err(super::too_many_bins(MAX_BINS, received));
        }
        Allowed::NotNegative.check("smoothing", "cm", smoothing)?;
        Allowed::Between(0.0, arena_width).check_all("x", "cm", trajectory.x())?;
        Allowed::Between(0.0, arena_height).check_all("y", "cm", trajectory.y())?;
        let mut occupancy = Array2::zeros((rows.count, columns.count));
        let mut spikes = occupancy.clone();
        for (x, y, seconds) in visits(trajectory) {
            occupancy[[rows.bin(y), columns.bin(x)]] += seconds;
        }
        for (x, y) in places(trajectory, train)? {
            spikes[[rows.bin(y), columns.bin(x)]] += 1.0;
        }
        for map in [&mut occupancy, &mut spikes] {
            spread_both(map, smoothing / rows.size, smoothing / columns.size);
        }
        let at = |bin: (usize, usize)| rate(spikes[bin], occupancy[bin]);
        let rate = Array2::from_shape_fn(occupancy.dim(), at);
        Ok(ArenaMap { x_edges: columns.edges(), y_edges: rows.edges(), occupancy, spikes, rate })
    }

    /// The rate in this row (y) and column (x), Hz; `None` if the animal was never there, or outside the map.
    pub fn rate_at(&self, row: usize, column: usize) -> Option<f64> {
        let rate = self.rate.get((row, column)).copied();
        rate.filter(|rate| !rate.is_nan())
    }

    /// The place (x, y), cm, and value (Hz) of the largest rate; `None` if the cell never fired.
    pub fn peak(&self) -> Option<(f64, f64, f64)> {
        let ((row, column), rate) = largest(self.rate.indexed_iter())?;
        Some((*centres(&self.x_edges).get(column)?, *centres(&self.y_edges).get(row)?, rate))
    }

    /// Skaggs’ information of this map, see [`spatial_information`].
    ///
    /// # Errors
    ///
    /// If the cell never fired.
    pub fn information(&self) -> Result<SpatialInformation> {
        let flat = |map: &Array2<f64>| map.iter().copied().collect::<Array1<f64>>();
        spatial_information(&flat(&self.occupancy), &flat(&self.rate))
    }
}

summary!(TrackMap, |map| {
    let size = map.rate.len().to_string();
    inside(&size, map.occupancy.sum(), map.spikes.sum(), map.peak().map(|p| p.1))
});

summary!(ArenaMap, |map| {
    let size = format!("{} × {}", map.rate.nrows(), map.rate.ncols());
    inside(&size, map.occupancy.sum(), map.spikes.sum(), map.peak().map(|p| p.2))
});

/// What both maps say of themselves.
fn inside(size: &str, seconds: f64, fired: f64, peak: Option<f64>) -> String {
    let (bins, peak) = (choose("bins", "cases"), peak.unwrap_or(0.0));
    let spikes = choose("spikes", "potentiels d’action");
    format!("{size} {bins}, {seconds:.1} s, {fired:.0} {spikes}, max: {peak:.2} Hz")
}

/// Bins along one direction.
struct Bins {
    length: f64,
    count: usize,
    size: f64,
}

impl Bins {
    fn new(name: &str, length: f64, bin_size: f64) -> Result<Bins> {
        Allowed::Positive.check(name, "cm", length)?;
        Allowed::Positive.check("bin_size", "cm", bin_size)?;
        let received = (length / bin_size).round().max(1.0);
        if received > MAX_BINS as f64 {
            return Err(super::too_many_bins(MAX_BINS, received));
        }
        let (count, size) = (received as usize, length / received);
        Ok(Bins { length, count, size })
    }

    fn bin(&self, place: f64) -> usize {
        ((place / self.size) as usize).min(self.count - 1)
    }

    fn edges(&self) -> Array1<f64> {
        Array1::linspace(0.0, self.length, self.count + 1)
    }
}

/// Place half-way and time (s) from each position to the next.
fn visits(trajectory: &Trajectory) -> impl Iterator<Item = (f64, f64, f64)> {
    let (time, x, y) = (trajectory.time(), trajectory.x(), trajectory.y());
    (1..time.len()).map(move |k| {
        let between = |v: &Array1<f64>| 0.5 * (v[k - 1] + v[k]);
        (between(x), between(y), (time[k] - time[k - 1]) / 1000.0)
    })
}

/// Where the animal was at each spike.
fn places(trajectory: &Trajectory, train: &SpikeTrain) -> Result<Vec<(f64, f64)>> {
    let known = Allowed::Between(trajectory.t_start(), trajectory.t_stop());
    known.check_all("spike", "ms", train.times())?;
    Ok(train.times().iter().map(|&t| trajectory.position(t)).collect())
}

fn rate(spikes: f64, seconds: f64) -> f64 {
    if seconds > 0.0 { spikes / seconds } else { f64::NAN }
}

/// The first of the largest values above 0.
fn largest<'a, I>(values: impl Iterator<Item = (I, &'a f64)>) -> Option<(I, f64)> {
    let mut best: Option<(I, f64)> = None;
    for (index, &value) in values {
        if value > best.as_ref().map_or(0.0, |(_, largest)| *largest) {
            best = Some((index, value));
        }
    }
    best
}

fn spread_both(map: &mut Array2<f64>, over_rows: f64, over_columns: f64) {
    for (axis, width) in [(Axis(0), over_rows), (Axis(1), over_columns)] {
        for mut lane in map.lanes_mut(axis) {
            let smoothed = spread(&lane.to_vec(), width);
            lane.assign(&Array1::from(smoothed));
        }
    }
}
