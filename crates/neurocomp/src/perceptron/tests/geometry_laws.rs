//! Lines, sides, distances.

use super::*;

#[test]
fn the_first_line_of_the_lecture_is_x2_equals_minus_2_x1() {
    let p = Perceptron::new(0.0, &array![1.0, 0.5]).unwrap();
    let line = p.decision_line(-2.0, 2.0, -2.0, 2.0).unwrap().unwrap();
    for (x, y) in line.x.iter().zip(&line.y) {
        assert!((y + 2.0 * x).abs() < 1e-12);
    }
    let w = p.normal().unwrap();
    assert!((w[0] * (line.x[1] - line.x[0]) + w[1] * (line.y[1] - line.y[0])).abs() < 1e-12);
}

#[test]
fn a_line_beside_the_rectangle_leaves_it_whole() {
    let p = Perceptron::new(10.0, &array![1.0, 1.0]).unwrap();
    let halves = p.half_planes(-1.0, 1.0, -1.0, 1.0).unwrap();
    assert_eq!((halves.line, halves.negative.x.len()), (None, 0));
    assert_eq!((halves.positive.area(), halves.negative.area()), (4.0, 0.0));
}

#[test]
fn a_line_through_two_corners_makes_two_triangles() {
    let halves = Perceptron::new(0.0, &array![1.0, -1.0]).unwrap().half_planes(-1.0, 1.0, -1.0, 1.0).unwrap();
    assert_eq!((halves.positive.x.len(), halves.negative.x.len()), (3, 3));
    assert_eq!((halves.positive.area(), halves.negative.area()), (2.0, 2.0));
    let line = halves.line.unwrap();
    assert_eq!(line.x, line.y);
    // A line that only touches a corner, or runs along an edge, divides nothing.
    let corner = Perceptron::new(2.0, &array![1.0, 1.0]).unwrap().half_planes(-1.0, 1.0, -1.0, 1.0).unwrap();
    assert_eq!((corner.line, corner.negative.x.len(), corner.positive.area()), (None, 0, 4.0));
    let edge = Perceptron::new(1.0, &array![1.0, 0.0]).unwrap().half_planes(-1.0, 1.0, -1.0, 1.0).unwrap();
    assert_eq!((edge.negative.x.len(), edge.positive.area()), (0, 4.0));
}

#[test]
fn the_margin_is_the_distance_of_the_nearest_example() {
    let (x, y) = lecture_points();
    let p = Perceptron::new(0.2, &array![0.5, 1.0]).unwrap();
    let nearest = x.rows().into_iter().zip(&y).map(|(x, y)| y * p.distance(&x).unwrap()).fold(f64::INFINITY, f64::min);
    assert!((p.margin(&x, &y).unwrap() - nearest).abs() < 1e-15);
    // The point (−2, 1): (0.2 − 1 + 1)/√1.25.
    assert!((nearest - 0.2 / 1.25_f64.sqrt()).abs() < 1e-15);
}

#[test]
fn the_largest_margin_of_the_lecture_is_that_of_scipy() {
    // tests/oracles/perceptron.py, scipy 1.17.1, bias as w0.
    let (x, y) = lecture_points();
    let best = largest_margin(&x, &y).unwrap().unwrap();
    let reference = array![0.45479403, 0.33075929, 0.82689823];
    assert!((best.weights() - reference).iter().all(|d| d.abs() < 1e-7), "{best:?}");
    // R² = 1 + 2² + 2², of the point (2, −2).
    let gamma = (9.0 / best.mistake_bound(&x, &y).unwrap().unwrap()).sqrt();
    assert!((gamma - 0.537_483_849_886_570_2).abs() < 1e-7, "{gamma}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_two_sides_fill_the_rectangle_and_the_line_is_between_them(
        b in -3.0_f64..3.0, w in proptest::array::uniform2(-2.0_f64..2.0), low in -3.0_f64..0.0, size in 0.1_f64..4.0,
    ) {
        let p = Perceptron::new(b, &Array1::from(w.to_vec())).unwrap();
        prop_assume!(p.normal().is_ok());
        let halves = p.half_planes(low, low + size, low, low + size).unwrap();
        prop_assert!((halves.positive.area() + halves.negative.area() - size * size).abs() < 1e-9);
        for (polygon, side) in [(&halves.positive, 1.0), (&halves.negative, -1.0)] {
            for (&x, &y) in polygon.x.iter().zip(&polygon.y) {
                prop_assert!(side * p.distance(&array![x, y]).unwrap() > -1e-9);
            }
        }
        prop_assert_eq!(halves.line.is_some(), halves.positive.area() > 0.0 && halves.negative.area() > 0.0);
        if let Some(line) = halves.line {
            for (&x, &y) in line.x.iter().zip(&line.y) {
                prop_assert!(p.distance(&array![x, y]).unwrap().abs() < 1e-9);
            }
        }
        prop_assert!(p.distance(&p.foot().unwrap()).unwrap().abs() < 1e-9);
    }

    /// A step along the normal changes the distance by its length.
    #[test]
    fn distances_are_lengths(
        w in proptest::array::uniform3(-2.0_f64..2.0), x in proptest::array::uniform3(-2.0_f64..2.0),
        d in -5.0_f64..5.0,
    ) {
        let p = Perceptron::new(0.7, &Array1::from(w.to_vec())).unwrap();
        prop_assume!(p.w().dot(&p.w()) > 1e-6);
        let x = Array1::from(x.to_vec());
        let moved = &x + &(p.normal().unwrap() * d);
        prop_assert!((p.distance(&moved).unwrap() - p.distance(&x).unwrap() - d).abs() < 1e-9);
    }
}
