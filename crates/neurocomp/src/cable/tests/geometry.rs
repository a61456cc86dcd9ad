use super::*;

#[test]
fn only_trees_with_the_root_first_are_accepted() {
    for (parents, said) in [
        (vec![], "at least 1 compartment, received 0"),
        (vec![Some(0)], "number 0 is the root, its parent must be None, received 0"),
        (vec![None, None], "the parent of number 1 must be from 0 to 0, received None"),
        (vec![None, Some(1)], "following the parents from number 1 leads back to it"),
        (vec![None, Some(3), Some(1), Some(2)], "following the parents from number 1 leads back to it"),
        (vec![None, Some(2), Some(0)], "the parent of number 1 must be < 1, received 2"),
        (vec![None, Some(7)], "the parent of number 1 must be from 0 to 1, received 7"),
    ] {
        let sizes = vec![1.0; parents.len()];
        let error = Morphology::from_parents(&parents, &sizes, &sizes).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
}

#[test]
fn lengths_and_diameters_are_positive_and_as_many_as_parents() {
    let of = |lengths: &[f64], diameters: &[f64]| {
        let error = Morphology::from_parents(&[None, Some(0)], lengths, diameters);
        error.unwrap_err().to_string()
    };
    assert_eq!(of(&[1.0, 0.0], &[1.0, 1.0]), "length[1] must be finite and > 0 µm, received 0");
    assert_eq!(of(&[1.0, 1.0], &[f64::NAN, 1.0]), "diameter[0] must be finite and > 0 µm, received NaN");
    assert!(of(&[1.0], &[1.0, 1.0]).contains("received 2, 1 and 2 values"));
}

#[test]
fn branches_are_refused_by_their_own_number() {
    let of = |branches: &[Branch]| Morphology::branched(branches).unwrap_err().to_string();
    let (root, twig) = (Branch::root(10.0, 1.0, 5), Branch::on(0, 10.0, 1.0, 5));
    assert_eq!(of(&[]), "a morphology must have at least 1 compartment, received 0");
    assert!(of(&[root, root]).contains("the parent of number 1 must be from 0 to 0, received None"));
    assert_eq!(of(&[twig]), "number 0 is the root, its parent must be None, received 0");
    let later = Branch::on(2, 1.0, 1.0, 1);
    assert!(of(&[root, later, twig]).contains("the parent of number 1 must be < 1, received 2"));
    let empty = Branch { compartments: 0, ..twig };
    assert_eq!(of(&[root, empty]), "branch 1 must have at least 1 compartment, received 0");
    let huge = Branch { compartments: usize::MAX, ..twig };
    assert!(of(&[root, huge]).contains("compartments, received 1.8446744073709552e19"));
    let at_start = Branch { attachment: Attachment::Start, ..twig };
    assert!(of(&[root, at_start]).starts_with("only the root (0) has a free start"));
}

#[test]
fn positions_follow_the_branches_from_where_they_are_joined() {
    let star = [
        Branch::soma(20.0),
        Branch::on(0, 40.0, 2.0, 2),
        Branch::on(1, 10.0, 1.0, 1),
        Branch { attachment: Attachment::Start, ..Branch::on(0, 10.0, 1.0, 1) },
    ];
    let morphology = Morphology::branched(&star).unwrap();
    assert_eq!(morphology.positions().to_vec(), [10.0, 20.0, 40.0, 55.0, 5.0]);
    assert_eq!(morphology.branch(1), [1, 2]);
    assert_eq!(morphology.region(Region::Soma), [0]);
    let area = std::f64::consts::PI * (400.0 + 80.0 + 10.0 + 10.0);
    assert!((morphology.area() - area).abs() < 1e-9);
}

#[test]
fn a_parent_vector_falls_into_branches_at_its_forks() {
    let parents = [None, Some(0), Some(1), Some(1), Some(3), Some(2)];
    let morphology = Morphology::from_parents(&parents, &[1.0; 6], &[1.0; 6]).unwrap();
    let branches: Vec<Vec<usize>> = (0..4).map(|b| morphology.branch(b)).collect();
    assert_eq!(branches, [vec![0, 1], vec![2, 5], vec![3, 4], vec![]]);
}

#[test]
fn debug_is_one_line() {
    let cable = Cable::unbranched(1000, 1000.0, 2.0, CableParams::default()).unwrap();
    let shown = format!("{cable:?}");
    assert_eq!(
        shown,
        "Cable { Morphology { 1000 compartments, 1 branches, 1000.0 µm, 6283.2 µm² }, with channels: 0 }"
    );
}
