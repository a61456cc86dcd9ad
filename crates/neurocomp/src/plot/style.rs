//! Colours, dashes and markers, the same for the interactive figure and the static picture.
//!
//! The reader's page may be white (a printed page, GitHub) or dark (a theme of JupyterLab), and a stored figure does
//! not know which. So the background is transparent, text and axes are a grey that both can carry, and curves use those
//! four colours of the palette of Okabe and Ito (distinguishable with the common forms of colour blindness) that have a
//! contrast of at least 3 to 1 on both, what WCAG asks of a graphical object: black vanishes on one page, yellow,
//! orange (2.25 on white) and sky blue (2.31 on white) on the other. Curves differ also by dash or marker, so that
//! colour is never the only difference.
//!
//! | contrast | on white | on #111111 |
//! | --- | --- | --- |
//! | text, axes, reference lines | 4.35 | 4.34 |
//! | blue | 5.19 | 3.64 |
//! | vermilion | 3.87 | 4.88 |
//! | bluish green | 3.42 | 5.52 |
//! | reddish purple | 3.06 | 6.17 |
//!
//! No grey does better on both pages at once: one that is lighter loses on white what it wins on dark.
//!
//! M. Okabe, K. Ito, "Color Universal Design" (2008), <https://jfly.uni-koeln.de/color/>; viridis: S. van der Walt,
//! N. Smith (2015), <https://bids.github.io/colormap/>. The contrast ratio is WCAG 2.2's, 1.4.3 and 1.4.11.

/// Text and axis lines: 4.3 to 1 on white and on #111.
pub(crate) const TEXT: &str = "#797979";
/// Grid lines: visible, but behind the data.
pub(crate) const GRID: &str = "rgba(128,128,128,0.25)";
/// The part of the grid colour that SVG wants apart from its opacity.
pub(crate) const GRID_SOLID: &str = "#808080";
/// Opacity of the grid in the SVG picture.
pub(crate) const GRID_OPACITY: &str = "0.25";
/// The border of messages about wrong input.
pub(crate) const WARNING: &str = "#D55E00";

/// Opacity of bars: what lies behind them shows, and they remain easy to see.
pub(crate) const BAR_OPACITY: f64 = 0.9;

/// Around lines and points on a heatmap, whose own colours range from dark to light.
pub(crate) const HALO: &str = "#FFFFFF";
/// A thin path on a heatmap: lighter than most of the map, darker than a white page under the legend.
pub(crate) const PATH_ON_MAP: &str = "#A8A8A8";
/// Background and text of a message: a note stuck on the figure, the same on every page.
pub(crate) const NOTE: (&str, &str) = ("#FFFFFF", "#333333");

/// The lowest and the highest value of a picture: paper and ink, lighter than a dark page so that it is seen there.
pub(crate) const INK: [[u8; 3]; 2] = [[0xff, 0xff, 0xff], [0x33, 0x33, 0x33]];
/// Numbers on dark and on light cells of a map.
pub(crate) const ON_CELLS: [&str; 2] = ["#FFFFFF", "#000000"];
/// Up to this fraction of viridis white stands out more than black: 4.4 to 1 there, and more elsewhere.
pub(crate) const DARK_CELLS: f64 = 0.45;
/// Opacity of areas behind points.
pub(crate) const AREA_OPACITY: f64 = 0.18;

/// Okabe–Ito, strongest contrast on both backgrounds first.
pub(crate) const COLOURS: [&str; 4] = ["#0072B2", "#D55E00", "#009E73", "#CC79A7"];

/// How a line is interrupted, as SVG writes it (pixels for a line 1.6 px wide); the first is solid.
pub(crate) const DASHES: [Option<&str>; 6] =
    [None, Some("7 4"), Some("2 2.5"), Some("7 3 2 3"), Some("12 5"), Some("12 4 2 4")];

/// Shapes of points, in the order of use. Each is a path around its centre for SVG, about 7 px wide.
pub(crate) const MARKERS: [&str; 6] = [
    "m-3.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0z",
    "m-4 0l4-4 4 4-4 4z",
    "m-2.9-2.9h5.8v5.8h-5.8z",
    "m0-3.8l3.8 6.5h-7.6z",
    "m-3.8-1.2h2.6v-2.6h2.4v2.6h2.6v2.4h-2.6v2.6h-2.4v-2.6h-2.6z",
    "m0 3.8l-3.8-6.5h7.6z",
];

/// Colour of the `i`-th curve.
pub(crate) fn colour(i: usize) -> &'static str {
    COLOURS[i % COLOURS.len()]
}

/// Which dash the `i`-th line gets. After four lines the colours return with other dashes: all 24 combinations come about.
pub(crate) fn dash(i: usize) -> usize {
    // Colour and dash come together again after 12 lines; then the dashes move on by one.
    (i + i / 12) % DASHES.len()
}

/// Which marker the `i`-th set of points gets, in the same way.
pub(crate) fn marker(i: usize) -> usize {
    (i + i / 12) % MARKERS.len()
}

/// Eleven stops of viridis, from low to high.
pub(crate) const VIRIDIS: [[u8; 3]; 11] = [
    [0x44, 0x01, 0x54],
    [0x48, 0x25, 0x76],
    [0x41, 0x44, 0x87],
    [0x35, 0x5f, 0x8d],
    [0x2a, 0x78, 0x8e],
    [0x21, 0x91, 0x8c],
    [0x22, 0xa8, 0x84],
    [0x44, 0xbf, 0x70],
    [0x7a, 0xd1, 0x51],
    [0xbd, 0xdf, 0x26],
    [0xfd, 0xe7, 0x25],
];

/// Blue, white, orange: below 0, 0, above 0. The ends are colours of curves, told apart by all eyes.
pub(crate) const SIGNED: [[u8; 3]; 3] = [[0x00, 0x72, 0xb2], [0xff, 0xff, 0xff], [0xd5, 0x5e, 0x00]];

/// The colour of `fraction` (0 most negative, 0.5 zero, 1 most positive) as `#rrggbb`.
pub(crate) fn signed(fraction: f64) -> String {
    between(&SIGNED, fraction)
}

/// The colour of `fraction` (0 low, 1 high) as `#rrggbb`.
pub(crate) fn viridis(fraction: f64) -> String {
    between(&VIRIDIS, fraction)
}

/// The grey of `fraction` (0 paper, 1 ink) as `#rrggbb`.
pub(crate) fn ink(fraction: f64) -> String {
    between(&INK, fraction)
}

/// `colour` (`#rrggbb`) with the opacity of areas.
pub(crate) fn pale(colour: &str) -> String {
    let channel = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).unwrap_or(128);
    let (red, green, blue) = (channel(1), channel(3), channel(5));
    format!("rgba({red},{green},{blue},{AREA_OPACITY})")
}

/// The colour at `fraction` of the way along `stops`, two or more of them.
fn between(stops: &[[u8; 3]], fraction: f64) -> String {
    let position = fraction.clamp(0.0, 1.0) * (stops.len() - 1) as f64;
    let lower = (position.floor() as usize).min(stops.len() - 2);
    let part = position - lower as f64;
    let channel = |c: usize| {
        let (a, b) = (f64::from(stops[lower][c]), f64::from(stops[lower + 1][c]));
        (a + part * (b - a)).round() as u8
    };
    format!("#{:02x}{:02x}{:02x}", channel(0), channel(1), channel(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(hex: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn contrast_of_black_and_white_is_21() {
        assert!((contrast("#000000", "#FFFFFF") - 21.0).abs() < 1e-12);
    }

    #[test]
    fn text_is_legible_on_white_and_on_dark() {
        for background in ["#FFFFFF", "#111111"] {
            let ratio = contrast(TEXT, background);
            assert!(ratio >= 4.33, "text on {background}: {ratio:.2}");
            let ratio = contrast(WARNING, background);
            assert!(ratio >= 3.0, "border of messages on {background}: {ratio:.2}");
        }
        assert!(contrast(NOTE.0, NOTE.1) >= 7.0);
    }

    #[test]
    fn curves_stand_out_on_white_and_on_dark() {
        // 3 to 1 is what WCAG asks of a graphical object.
        for background in ["#FFFFFF", "#111111"] {
            for colour in COLOURS {
                let ratio = contrast(colour, background);
                assert!(ratio >= 3.05, "{colour} on {background}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn no_other_grey_is_more_legible_on_both() {
        let worst = |grey: &str| contrast(grey, "#FFFFFF").min(contrast(grey, "#111111"));
        let best = (0..=255).map(|g| worst(&format!("#{g:02x}{g:02x}{g:02x}"))).fold(0.0, f64::max);
        assert_eq!(worst(TEXT), best);
    }

    #[test]
    fn bars_stand_out_although_one_sees_through_them() {
        let over = |colour: &str, background: &str| {
            let channel = |text: &str, at: usize| f64::from(u8::from_str_radix(&text[at..at + 2], 16).unwrap());
            let mixed = [1, 3, 5].map(|at| {
                let mix = BAR_OPACITY * channel(colour, at) + (1.0 - BAR_OPACITY) * channel(background, at);
                format!("{:02x}", mix.round() as u8)
            });
            format!("#{}", mixed.concat())
        };
        for background in ["#FFFFFF", "#111111"] {
            for (i, colour) in COLOURS.iter().enumerate() {
                let ratio = contrast(&over(colour, background), background);
                let floor = if i < 3 { 3.0 } else { 2.7 };
                assert!(ratio >= floor, "{colour} on {background}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn lines_stand_out_on_their_halo() {
        // On a map the halo is the background of the line, whatever the colour around it.
        for line in [TEXT, COLOURS[0], COLOURS[1], COLOURS[2], COLOURS[3]] {
            let ratio = contrast(line, HALO);
            assert!(ratio >= 3.0, "{line}: {ratio:.2}");
        }
    }

    #[test]
    fn twenty_four_lines_differ() {
        let mut seen: Vec<(&str, usize)> = Vec::new();
        for i in 0..24 {
            let look = (colour(i), dash(i));
            assert!(!seen.contains(&look), "line {i} looks like an earlier one: {look:?}");
            seen.push(look);
        }
    }

    #[test]
    fn viridis_grows_lighter() {
        assert_eq!(viridis(0.0), "#440154");
        assert_eq!(viridis(1.0), "#fde725");
        let steps: Vec<f64> = (0..=100).map(|i| luminance(&viridis(f64::from(i) / 100.0))).collect();
        assert!(steps.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
