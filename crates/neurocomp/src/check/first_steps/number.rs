//! Exercises whose answer is a number: a rate, a response with threshold and saturation, the energy sum.

use crate::check::{Case, Inputs, Mistake, Verdict, say};

/// Exercise 1: firing rate in Hz from a number of spikes and a duration in ms, both whole numbers.
pub fn firing_rate(student: fn(i32, i32) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for (spikes, duration) in [(7, 2600), (45, 1300), (3, 8000), (0, 1500)] {
        let inputs = Inputs::new()
            .code("spikes", &spikes.to_string())
            .code(&say("duration in ms", "duration en ms"), &duration.to_string());
        let expected = 1000.0 * f64::from(spikes) / f64::from(duration);
        let received = student(spikes, duration);
        let mistakes = firing_rate_mistakes(spikes, duration);
        cases.push(Case::formula(inputs, expected, received, "Hz", mistakes));
    }
    Verdict::of(
        "firing_rate",
        &cases,
        &say(
            "Whole numbers count, real numbers measure: convert before you divide.",
            "Les entiers comptent, les réels mesurent : convertissez avant de diviser.",
        ),
    )
}

fn firing_rate_mistakes(spikes: i32, duration: i32) -> Vec<Mistake> {
    let (n, t) = (f64::from(spikes), f64::from(duration));
    let whole = [
        (
            f64::from(spikes / duration),
            "`spikes / duration` is a division of whole numbers: what comes after the point is lost, here everything. \
             Write `spikes as f64`, and the same for the duration.",
            "`spikes / duration` est une division d’entiers : ce qui suit la virgule est perdu, ici tout. Écrivez \
             `spikes as f64`, et de même pour la durée.",
        ),
        (
            f64::from(1000 * spikes / duration),
            "the result is cut off to a whole number: `as f64` comes too late, after the division. Convert both numbers \
             before it.",
            "le résultat est tronqué à un entier : `as f64` arrive trop tard, après la division. Convertissez les deux \
             nombres avant.",
        ),
        (
            n / f64::from((duration / 1000).max(1)),
            "`duration / 1000` is a division of whole numbers: 2600 / 1000 is 2, not 2.6. Convert first.",
            "`duration / 1000` est une division d’entiers : 2600 / 1000 vaut 2 et non 2,6. Convertissez d’abord.",
        ),
        (
            f64::from(spikes / (duration / 1000).max(1)),
            "two divisions of whole numbers: convert spikes and duration with `as f64` before you divide.",
            "deux divisions d’entiers : convertissez spikes et duration par `as f64` avant de diviser.",
        ),
    ];
    let mut mistakes = vec![
        Mistake::new(
            n / t,
            "spikes per millisecond is a rate in kHz. A second has 1000 ms.",
            "des potentiels d’action par milliseconde, c’est un taux en kHz. Une seconde compte 1000 ms.",
        ),
        Mistake::new(
            t / n,
            "this is the time per spike, in ms; the rate is its inverse, spikes per second.",
            "c’est le temps par potentiel d’action, en ms ; le taux en est l’inverse, un nombre par seconde.",
        ),
        Mistake::new(
            n * t / 1000.0,
            "you multiply by the duration; a rate is a number divided by a duration.",
            "vous multipliez par la durée ; un taux est un nombre divisé par une durée.",
        ),
        Mistake::new(
            n / t / 1000.0,
            "the factor of 1000 goes the other way: a duration in s is the duration in ms divided by 1000.",
            "le facteur 1000 est à l’envers : une durée en s est la durée en ms divisée par 1000.",
        ),
        Mistake::new(
            60_000.0 * n / t,
            "this is a number per minute; 1 Hz is once per second.",
            "c’est un nombre par minute ; 1 Hz, c’est une fois par seconde.",
        ),
    ];
    mistakes.extend(whole.map(|(value, english, french)| Mistake::new(value, english, french)));
    mistakes
}

/// Exercise 2: rate in Hz that answers an input current: 0 up to the threshold (nA), then a straight line whose slope is
/// the gain (Hz/nA), cut off at the largest rate (Hz).
pub fn response(student: fn(f64, f64, f64, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for (threshold, gain, max_rate) in [(4.0, 2.5, 30.0), (12.0, 7.0, 90.0)] {
        for input in [threshold + 0.4 * max_rate / gain, threshold - 3.0, threshold + 2.0 * max_rate / gain, threshold]
        {
            let inputs = Inputs::new()
                .number("input", input, "nA")
                .number("threshold", threshold, "nA")
                .number("gain", gain, "Hz/nA")
                .number("max_rate", max_rate, "Hz");
            let expected = (gain * (input - threshold)).clamp(0.0, max_rate);
            let received = student(input, threshold, gain, max_rate);
            let mistakes = response_mistakes(input, threshold, gain, max_rate);
            cases.push(Case::formula(inputs, expected, received, "Hz", mistakes));
        }
    }
    Verdict::of(
        "response",
        &cases,
        &say(
            "Three cases, one condition for each: a rate is never negative and never above its maximum.",
            "Trois cas, une condition pour chacun : un taux n’est jamais négatif, ni plus grand que son maximum.",
        ),
    )
}

fn response_mistakes(input: f64, threshold: f64, gain: f64, max_rate: f64) -> Vec<Mistake> {
    let line = gain * (input - threshold);
    let mut mistakes = vec![
        Mistake::new(
            gain * input,
            "the line starts at the threshold: gain · (input − threshold).",
            "la droite part du seuil : gain · (input − threshold).",
        ),
        Mistake::new(
            gain * input - threshold,
            "brackets: it is the difference input − threshold that is multiplied by the gain.",
            "les parenthèses : c’est la différence input − threshold que multiplie le gain.",
        ),
        Mistake::new(input - threshold, "the gain is missing: multiply by it.", "le gain manque : multipliez par lui."),
        Mistake::new(
            (input - threshold) / gain,
            "you divide by the gain; its unit, Hz/nA, says that nA must be multiplied by it.",
            "vous divisez par le gain ; son unité, Hz/nA, dit qu’il faut multiplier des nA par lui.",
        ),
    ];
    if line < 0.0 {
        mistakes.push(Mistake::new(
            line,
            "a negative rate: the case below threshold is missing, or its condition is the wrong way round.",
            "un taux négatif : le cas sous le seuil manque, ou sa condition est à l’envers.",
        ));
        mistakes.push(Mistake::new(
            max_rate,
            "this is the largest rate, far below threshold: is a comparison the wrong way round?",
            "c’est le taux maximal, bien au-dessous du seuil : une comparaison est-elle à l’envers ?",
        ));
    } else if line > max_rate {
        mistakes.push(Mistake::new(
            line,
            "the rate passes its maximum: the third case is missing. Compare the rate, not the input, with max_rate.",
            "le taux dépasse son maximum : le troisième cas manque. Comparez le taux, et non l’entrée, à max_rate.",
        ));
    } else {
        mistakes.push(Mistake::new(
            max_rate,
            "this is the largest rate although the line is still below it: compare the rate, not the input, with max_rate.",
            "c’est le taux maximal alors que la droite est encore au-dessous : comparez le taux, et non l’entrée, à max_rate.",
        ));
        mistakes.push(Mistake::new(
            0.0,
            "the input is above the threshold, but the rate is 0: is the first comparison the right way round?",
            "l’entrée est au-dessus du seuil, mais le taux est nul : la première comparaison est-elle dans le bon sens ?",
        ));
    }
    mistakes
}

/// Exercise 8: how many times more power than a brain a computer needs to hold the same memory. Memory of a neuron in kB,
/// power of the brain in W, power of the computer in mW per GB.
pub fn energy_ratio(student: fn(f64, f64, f64, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for (neurons, kilobytes, brain, per_gigabyte) in
        [(8.6e10, 5.0, 20.0, 3.0), (7e7, 8.0, 0.05, 2.5), (1e6, 12.0, 1e-5, 4.0)]
    {
        let inputs = Inputs::new()
            .number("neurons", neurons, "")
            .number("kilobytes", kilobytes, "kB")
            .number("brain_watts", brain, "W")
            .number("milliwatts_per_gigabyte", per_gigabyte, "mW/GB");
        let computer = neurons * kilobytes / 1e6 * per_gigabyte / 1e3;
        let received = student(neurons, kilobytes, brain, per_gigabyte);
        let mistakes = energy_mistakes(computer, brain);
        cases.push(Case::formula(inputs, computer / brain, received, "", mistakes));
    }
    Verdict::of(
        "energy_ratio",
        &cases,
        &say(
            "A sum of this kind is only as good as its units: kB to GB is 10⁶, mW to W is 10³.",
            "Un tel calcul ne vaut que par ses unités : de kB à GB, 10⁶ ; de mW à W, 10³.",
        ),
    )
}

fn energy_mistakes(computer: f64, brain: f64) -> Vec<Mistake> {
    let ratio = computer / brain;
    vec![
        Mistake::new(
            computer,
            "this is the power of the computer, in W. Divide it by the power of the brain.",
            "c’est la puissance de l’ordinateur, en W. Divisez-la par celle du cerveau.",
        ),
        Mistake::new(
            1.0 / ratio,
            "the fraction is upside down: computer over brain.",
            "la fraction est inversée : ordinateur sur cerveau.",
        ),
        Mistake::new(
            1e3 * ratio,
            "a factor of 1000 too large: the power of the computer is in mW, that of the brain in W.",
            "un facteur 1000 en trop : la puissance de l’ordinateur est en mW, celle du cerveau en W.",
        ),
        Mistake::new(
            1e6 * ratio,
            "a factor of a million too large: 1 GB is 10⁶ kB.",
            "un facteur un million en trop : 1 GB vaut 10⁶ kB.",
        ),
        Mistake::new(
            1e9 * ratio,
            "no unit is converted: 1 GB is 10⁶ kB, and 1 W is 10³ mW.",
            "aucune unité n’est convertie : 1 GB vaut 10⁶ kB et 1 W vaut 10³ mW.",
        ),
        Mistake::new(
            ratio / 1e3,
            "1000 times too small: from kB to GB it is 10⁶, not 10⁹.",
            "1000 fois trop petit : de kB à GB, c’est 10⁶ et non 10⁹.",
        ),
        Mistake::new(
            ratio * 1e6 / (1024.0 * 1024.0),
            "1 kB is 1000 bytes and 1 GB is 10⁹ bytes here; 1024 belongs to the units kiB and GiB.",
            "ici 1 kB vaut 1000 octets et 1 GB vaut 10⁹ octets ; 1024 appartient aux unités kiB et GiB.",
        ),
        Mistake::new(
            computer * brain,
            "you multiply by the power of the brain; a ratio divides.",
            "vous multipliez par la puissance du cerveau ; un rapport divise.",
        ),
    ]
}
