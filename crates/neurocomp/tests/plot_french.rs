//! The same figures for a French reader. The language belongs to the process, so these tests have one of their own.

use neurocomp::language::language;
use neurocomp::ndarray::{Array1, Array2, array};
use neurocomp::neuron::lif::{Lif, LifParams};
use neurocomp::plot::{self, Figure};
use neurocomp::spike_train::SpikeTrain;

#[test]
fn a_figure_speaks_french_when_the_reader_does() {
    language("fr");
    let run = Lif::new(LifParams::default()).unwrap().simulate(30.0, 0.1, 100.0).unwrap();
    let trace = plot::trace(&run, 20.0);
    assert!(trace.summary().contains("temps (ms), de 0 à 100"), "{}", trace.summary());
    assert!(trace.svg().contains("seuil"));

    let figure = plot::slider("I (nA)", &array![1.0], vec![trace]);
    assert!(figure.plot().to_json().contains("▶ Lecture"));
    // 40 000 with a space: 40,000 would be forty.
    assert!(figure.plot().to_json().contains("\"separators\":\".\u{a0}\""));
    assert!(figure.svg().contains("image 1 sur 1"));

    let wrong = plot::line(&Array1::zeros(3), &Array1::zeros(2), "x", "y");
    assert!(wrong.problems()[0].contains("x a 3 valeurs, y en a 2"), "{:?}", wrong.problems());

    every_ready_made_figure_is_french();
}

fn every_ready_made_figure_is_french() {
    let x = Array1::linspace(1.0, 10.0, 10);
    let z = Array2::from_shape_fn((10, 10), |(i, j)| (i + j) as f64);
    let train = SpikeTrain::new(vec![100.0, 200.0, 350.0], 0.0, 1000.0).unwrap();
    let trains = [train.clone()];
    let branch = |stable| plot::DiagramBranch { x: x.clone(), y: x.clone(), stable };
    let branches = [branch(true), branch(false)];
    let xy = Array2::from_shape_fn((10, 2), |(k, _)| x[k]);
    let labels = x.mapv(|x| if x > 5.0 { 1.0 } else { -1.0 });
    let w = array![-11.0, 1.0, 1.0];
    let figures: Vec<(Figure, &[&str])> = vec![
        (plot::f_i_curve(&x, &x), &["taux de décharge f (Hz)"]),
        (plot::rate_map(&x, &x, &z), &["taux de décharge (Hz)"]),
        (plot::isi_histogram(&train, 4), &["Intervalles entre potentiels d’action"]),
        (plot::raster(&trains), &["temps (ms)", "instants des potentiels d’action (3 potentiels d’action)"]),
        (plot::raster_with_rate(&trains, &x, &x), &["en dessous, y : taux de décharge (Hz)"]),
        (plot::psth(&x, &x), &["Histogramme péristimulus", "taux de décharge (Hz)"]),
        (plot::correlogram(&x, &x), &["Corrélogramme", "décalage (ms)"]),
        (plot::tuning_curve(&x, &x, &x), &["Courbe d’accord", "points avec barres d’erreur « moyenne ± erreur type »"]),
        (plot::place_field(&x, &x, &x), &["Champ de lieu", "temps passé (s)"]),
        (plot::place_field_map(&x, &x, &z).path(&x, &x, ""), &["Champ de lieu", "trajet"]),
        (
            plot::phase_plane("V", "W", &x, &x, &x, &x).flow(&x, &x, &z, &z).fixed_points(&x, &x, &[true; 10]),
            &["Plan de phase", "flux (100 flèches", "point fixe stable (10)"],
        ),
        (plot::gating_curves(&x, &x, &x, &x), &["fraction ouverte (0 à 1)"]),
        (plot::gating_time_constants(&x, &x, &x, &x), &["constante de temps (ms)"]),
        (plot::cable_profile(&x, &x, &z, &[2.0]), &["Potentiel le long du câble"]),
        (plot::space_time(&x, &x, &z), &["Potentiel dans le temps et l’espace"]),
        (plot::state_image(&z), &["État du réseau", "image (10 × 10, de 0 à 18)"]),
        (plot::state_images(std::slice::from_ref(&z), &["A"]), &["États du réseau", "image « A »"]),
        (plot::digit_grid(std::slice::from_ref(&z), 1), &["Chiffres"]),
        (
            plot::overlap_curves(&x, &z, &["a"; 10]),
            &["Recouvrement avec les motifs", "temps (pas)", "recouvrement m (−1 à 1)"],
        ),
        (
            plot::capacity_curve(&x, &x, &x),
            &["Capacité de mémoire", "charge α = K/N (motifs par neurone)", "charge critique"],
        ),
        (
            plot::bifurcation_diagram("I (nA)", &branches),
            &["Diagramme de bifurcation", "stable (trait plein)", "instable (tirets)"],
        ),
        (plot::hysteresis(&x, &x, &x), &["Hystérésis", "entrée croissante", "entrée décroissante"]),
        (plot::eigenvalues(&x, &x, 1.0), &["Valeurs propres", "rayon 1", "partie imaginaire"]),
        (plot::bump(&x, &x, &z), &["Activité sur l’anneau", "angle préféré (°)"]),
        (
            plot::stdp_window(&x, &x, &x, &x, &x),
            &["Plasticité dépendante", "modèle", "mesures", "variation du poids Δw (%)"],
        ),
        (plot::frequency_curve(&x, &[("a", &x)], &x, &x, &x), &["fréquence des paires (Hz)", "mesures"]),
        (plot::weight_histogram(&x, 4), &["Poids des synapses", "poids w"]),
        (plot::conditioning_curve(&x, &z, &["a"; 10], &x), &["Conditionnement", "essai (numéro)", "récompense"]),
        (
            plot::decision_line(&xy, &labels, &w, (0.0, 11.0), (0.0, 11.0)),
            &["Droite de décision", "classe −1", "côté de la classe 1", "entrée x₁"],
        ),
        (
            plot::learning_curve(&x, &[("a", &x)]),
            &["Courbe d’apprentissage", "époque (numéro)", "erreur (fraction des exemples)"],
        ),
        (
            plot::confusion_matrix(&z),
            &["Matrice de confusion : 10 % justes", "vraie classe (chiffre)", "exemples (nombre)"],
        ),
        (plot::convergence(&x, &x, 1.0), &["pas de temps dt (ms)", "« pente 1 »"]),
    ];
    for (figure, expected) in figures {
        let summary = figure.summary();
        assert!(figure.problems().is_empty(), "{summary}");
        for part in expected {
            assert!(summary.contains(part), "« {part} » n’est pas dans : {summary}");
        }
        for english in ["spike", "fréquence de décharge", "rate", "'", "time"] {
            assert!(!summary.contains(english), "« {english} » : {summary}");
        }
        assert!(figure.svg().contains(&summary));
    }
    let wrong = plot::tuning_curve(&x, &x, &Array1::zeros(3));
    assert!(wrong.problems()[0].contains("y a 10 valeurs, l’erreur en a 3"), "{:?}", wrong.problems());
    let refused = plot::decision_line(&xy, &labels, &x, (0.0, 1.0), (0.0, 1.0));
    assert!(refused.problems()[0].contains("il faut 3 valeurs (biais, w₁, w₂), reçu 10"), "{:?}", refused.problems());
    let late = plot::cable_profile(&x, &x, &z, &[11.0]);
    assert!(late.problems()[0].contains("il faut un instant de 1 à 10 ms, reçu 11"), "{:?}", late.problems());
}
