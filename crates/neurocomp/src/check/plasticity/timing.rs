//! Exercises on pairs of spikes: the window, all pairs of two trains, soft bounds.

use super::{unseen_windows, window_inputs};
use crate::check::case::slice_code;
use crate::check::{Case, Mistake, Verdict, say};
use crate::plasticity::protocol::Protocol;
use crate::plasticity::stdp::{PairStdp, Pairing, StdpParams, WeightDependence};

/// The library's rule with these parameters, which are those of the checks and therefore valid.
fn rule(p: StdpParams) -> PairStdp {
    PairStdp::new(p).expect("the parameters of the checks are valid")
}

/// The window of the library, additive.
fn window(p: StdpParams, delta_t: f64) -> f64 {
    rule(p).window(delta_t, 0.5)
}

/// Exercise 5: the change of a weight by one pair, Δt = t_post − t_pre (ms) apart; 0 at Δt = 0.
pub fn stdp_window(student: fn(StdpParams, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for p in unseen_windows() {
        for delta_t in [9.0, -6.0, 35.0, -28.0, 0.0] {
            let inputs = window_inputs(p).number("delta_t", delta_t, "ms");
            let received = student(p, delta_t);
            let mistakes = window_mistakes(p, delta_t);
            let expected = window(p, delta_t);
            cases.push(Case::formula(inputs, expected, received, "", mistakes));
        }
    }
    Verdict::of(
        "stdp_window",
        &cases,
        &say(
            "Pre before post: potentiation. Post before pre: depression. At the same time: nothing.",
            "Pré avant post : potentialisation. Post avant pré : dépression. En même temps : rien.",
        ),
    )
}

fn window_mistakes(p: StdpParams, delta_t: f64) -> Vec<Mistake> {
    let exchanged = StdpParams { tau_plus: p.tau_minus, tau_minus: p.tau_plus, ..p };
    if delta_t == 0.0 {
        let cause = (
            "at Δt = 0 neither spike comes first, and nothing changes: both comparisons must be strict, `>` and `<`.",
            "à Δt = 0, aucun des deux n’est le premier, et rien ne change : les deux comparaisons doivent être strictes, \
             `>` et `<`.",
        );
        return [p.a_plus, -p.a_minus, p.a_minus].map(|value| Mistake::new(value, cause.0, cause.1)).to_vec();
    }
    let right = window(p, delta_t);
    let (amplitude, tau) = if delta_t > 0.0 { (p.a_plus, p.tau_plus) } else { (-p.a_minus, p.tau_minus) };
    vec![
        Mistake::new(
            window(p, -delta_t),
            "the two sides are exchanged: Δt = t_post − t_pre is positive when the presynaptic spike comes first.",
            "les deux côtés sont échangés : Δt = t_post − t_pre est positif quand le potentiel d’action présynaptique \
             vient en premier.",
        ),
        Mistake::new(
            window(exchanged, delta_t),
            "the time constants are exchanged: `tau_plus` belongs to Δt > 0, `tau_minus` to Δt < 0.",
            "les constantes de temps sont échangées : `tau_plus` va avec Δt > 0, `tau_minus` avec Δt < 0.",
        ),
        Mistake::new(
            -right,
            "the sign: post before pre depresses, Δw = −A− e^(Δt/τ−).",
            "le signe : post avant pré déprime, Δw = −A− e^(Δt/τ−).",
        ),
        Mistake::new(
            amplitude * (delta_t.abs() / tau).exp(),
            "the exponential grows with the distance between the spikes; it must decay on both sides: the exponent is \
             negative, −Δt/τ+ for Δt > 0 and Δt/τ− for Δt < 0.",
            "l’exponentielle croît avec la distance entre les potentiels d’action ; elle doit décroître des deux côtés : \
             l’exposant est négatif, −Δt/τ+ pour Δt > 0 et Δt/τ− pour Δt < 0.",
        ),
        Mistake::new(
            amplitude,
            "the exponential is missing: a distant pair changes less than a close one.",
            "l’exponentielle manque : une paire éloignée change moins qu’une paire proche.",
        ),
        Mistake::new(right / amplitude.abs(), "the amplitude A+ or A− is missing.", "l’amplitude A+ ou A− manque."),
        Mistake::new(
            100.0 * right,
            "this is in per cent; return the fraction.",
            "c’est en pour cent ; renvoyez la fraction.",
        ),
    ]
}

/// Trains of spikes (ms) of different lengths; one pair is simultaneous.
const TRAINS: [(&[f64], &[f64]); 4] =
    [(&[10.0, 42.0], &[18.0, 30.0, 55.0]), (&[5.0, 25.0, 60.0], &[25.0, 33.0]), (&[12.0], &[4.0]), (&[], &[7.0, 9.0])];

/// Exercise 6: the sum of the windows of all pairs of spikes of two trains (ms).
pub fn all_pairs(student: fn(StdpParams, &[f64], &[f64]) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for p in unseen_windows() {
        for (pre, post) in TRAINS {
            let inputs = window_inputs(p).code("pre", &slice_code(pre)).code("post", &slice_code(post));
            let received = student(p, pre, post);
            let mistakes = pairs_mistakes(p, pre, post);
            let expected = pairs(p, pre, post);
            cases.push(Case::formula(inputs, expected, received, "", mistakes));
        }
    }
    Verdict::of(
        "all_pairs",
        &cases,
        &say(
            "Each presynaptic spike meets each postsynaptic one, once.",
            "Chaque potentiel d’action présynaptique rencontre une fois chaque potentiel d’action postsynaptique.",
        ),
    )
}

fn sum(pre: &[f64], post: &[f64], of: impl Fn(f64) -> f64) -> f64 {
    pre.iter().flat_map(|t| post.iter().map(move |u| u - t)).map(of).sum()
}

fn pairs(p: StdpParams, pre: &[f64], post: &[f64]) -> f64 {
    sum(pre, post, |delta_t| window(p, delta_t))
}

/// The change by the pairs that the library counts with this pairing.
fn paired(p: StdpParams, pairing: Pairing, pre: &[f64], post: &[f64]) -> f64 {
    let protocol = Protocol::new(pre.to_vec(), post.to_vec());
    let weight =
        rule(StdpParams { pairing, ..p }).weight_after(&protocol.expect("the trains of the checks are valid"), 0.5);
    weight.expect("0.5 is a weight") - 0.5
}

fn pairs_mistakes(p: StdpParams, pre: &[f64], post: &[f64]) -> Vec<Mistake> {
    let same_index: f64 = pre.iter().zip(post).map(|(t, u)| window(p, u - t)).sum();
    let counted = (pre.len() * post.len()).max(1) as f64;
    let right = pairs(p, pre, post);
    vec![
        Mistake::new(
            same_index,
            "only the first with the first, the second with the second …: all pairs need a loop inside a loop.",
            "seulement le premier avec le premier, le deuxième avec le deuxième… : pour toutes les paires, il faut une \
             boucle dans une boucle.",
        ),
        Mistake::new(
            pairs(p, post, pre),
            "presynaptic and postsynaptic spikes are exchanged: Δt = t_post − t_pre.",
            "potentiels d’action pré- et postsynaptiques sont échangés : Δt = t_post − t_pre.",
        ),
        Mistake::new(
            sum(pre, post, |delta_t| window(p, delta_t).max(0.0)),
            "only the pairs with Δt > 0 count here; those with Δt < 0 depress.",
            "seules les paires à Δt > 0 comptent ici ; celles à Δt < 0 dépriment.",
        ),
        Mistake::new(
            sum(pre, post, |delta_t| window(p, delta_t).min(0.0)),
            "only the pairs with Δt < 0 count here; those with Δt > 0 potentiate.",
            "seules les paires à Δt < 0 comptent ici ; celles à Δt > 0 potentialisent.",
        ),
        Mistake::new(
            sum(pre, post, |delta_t| window(p, delta_t).abs()),
            "depression is added as if it were potentiation: leave the sign of the window.",
            "la dépression est ajoutée comme une potentialisation : gardez le signe de la fenêtre.",
        ),
        Mistake::new(
            right / counted,
            "this is the mean over the pairs; their changes add up.",
            "c’est la moyenne sur les paires ; leurs variations s’ajoutent.",
        ),
        Mistake::new(
            paired(p, Pairing::NearestSymmetric, pre, post),
            "only nearest neighbours are paired; here every pair counts.",
            "seuls les plus proches voisins sont appariés ; ici toutes les paires comptent.",
        ),
    ]
}

/// Exercise 7: the weight after one pair, with A+ (1 − w)^μ for potentiation and A− w^μ for depression, kept between 0
/// and 1.
pub fn weight_after_pair(student: fn(StdpParams, f64, f64, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for p in unseen_windows() {
        for (w, delta_t, mu) in [
            (0.3, 8.0, 1.0),
            (0.7, -5.0, 1.0),
            (0.2, 12.0, 0.4),
            (0.4, -9.0, 0.0),
            (0.9995, 1.0, 0.0),
            (0.0005, -1.0, 0.0),
        ] {
            let inputs = window_inputs(p).number("w", w, "").number("delta_t", delta_t, "ms").number("mu", mu, "");
            let expected = (w + pair_change(p, w, delta_t, mu)).clamp(0.0, 1.0);
            let received = student(p, w, delta_t, mu);
            let mistakes = bounds_mistakes(p, w, delta_t, mu);
            cases.push(Case::formula(inputs, expected, received, "", mistakes));
        }
    }
    Verdict::of(
        "weight_after_pair",
        &cases,
        &say(
            "With μ = 0 the bounds are walls, with μ = 1 cushions.",
            "Avec μ = 0, les bornes sont des murs, avec μ = 1, des coussins.",
        ),
    )
}

fn pair_change(p: StdpParams, w: f64, delta_t: f64, mu: f64) -> f64 {
    let weight_dependence = WeightDependence::Power(mu);
    rule(StdpParams { weight_dependence, ..p }).window(delta_t, w)
}

fn bounds_mistakes(p: StdpParams, w: f64, delta_t: f64, mu: f64) -> Vec<Mistake> {
    let change = pair_change(p, w, delta_t, mu);
    let kept = |w: f64| w.clamp(0.0, 1.0);
    let plain = window(p, delta_t);
    let linear = if delta_t > 0.0 { 1.0 - w } else { w };
    vec![
        Mistake::new(
            w + change,
            "the weight leaves its range: keep it between 0 and 1, `.clamp(0.0, 1.0)`.",
            "le poids sort de son domaine : gardez-le entre 0 et 1, `.clamp(0.0, 1.0)`.",
        ),
        Mistake::new(
            change,
            "this is the change; the new weight is w plus this change.",
            "c’est la variation ; le nouveau poids est w plus cette variation.",
        ),
        Mistake::new(
            kept(w + pair_change(p, 1.0 - w, delta_t, mu)),
            "the factors are exchanged: potentiation has the room left above, (1 − w)^μ, depression that below, w^μ.",
            "les facteurs sont échangés : la potentialisation a la place qui reste au-dessus, (1 − w)^μ, la dépression \
             celle d’en dessous, w^μ.",
        ),
        Mistake::new(
            kept(w + plain),
            "the factor (1 − w)^μ or w^μ is missing: this is the additive rule.",
            "le facteur (1 − w)^μ ou w^μ manque : c’est la règle additive.",
        ),
        Mistake::new(
            kept(w + plain * linear),
            "the exponent μ is missing: `.powf(mu)`. With μ = 0 the factor is 1.",
            "l’exposant μ manque : `.powf(mu)`. Avec μ = 0, le facteur vaut 1.",
        ),
        Mistake::new(
            kept(w + plain * linear * mu),
            "μ is an exponent, `.powf(mu)`, not a factor.",
            "μ est un exposant, `.powf(mu)`, et non un facteur.",
        ),
        Mistake::new(
            kept(w - change),
            "the sign of the change: potentiation for Δt > 0, depression for Δt < 0. The window already has its sign.",
            "le signe de la variation : potentialisation pour Δt > 0, dépression pour Δt < 0. La fenêtre a déjà son \
             signe.",
        ),
    ]
}
