use super::*;

#[test]
fn pairs_have_their_delta_t_and_their_frequency() {
    for delta_t in [-30.0, 0.0, 12.5] {
        let protocol = Protocol::pairing(delta_t, 60, 1.0).unwrap();
        let (pre, post) = (protocol.pre().times(), protocol.post().times());
        assert_eq!((pre.len(), post.len()), (60, 60));
        for k in 0..60 {
            assert!((post[k] - pre[k] - delta_t).abs() < 1e-9);
        }
        assert!((protocol.pre().mean_isi_rate().unwrap() - 1.0).abs() < 1e-12);
    }
}

#[test]
fn sjostrom_is_fifteen_bursts_of_five() {
    let protocol = Protocol::sjostrom(10.0, 50.0).unwrap();
    let pre = protocol.pre().times();
    assert_eq!(pre.len(), 75);
    assert_eq!((pre[4] - pre[0], pre[5] - pre[0]), (80.0, 10_000.0));
    assert_eq!(Protocol::sjostrom(10.0, 0.1).unwrap().pre().len(), 50);
}

#[test]
fn the_postsynaptic_neuron_fires_above_the_frequency_of_the_formula() {
    for epsp in [8.0, 12.0, 19.0_f64] {
        let limit = -1000.0 / (20.0 * (1.0 - epsp / 20.0).ln());
        let spikes = |f: f64| Protocol::stimulation(900, f, epsp).unwrap().post().len();
        assert_eq!(spikes(0.99 * limit), 0);
        assert!(spikes(1.01 * limit) > 0);
    }
}

#[test]
fn poisson_trains_have_their_rates_and_their_seed() {
    let protocol = Protocol::poisson(10.0, 40.0, 1e6, 1).unwrap();
    // Standard deviations: √10000 and √40000 spikes.
    assert!((protocol.pre().len() as f64 - 10_000.0).abs() < 400.0);
    assert!((protocol.post().len() as f64 - 40_000.0).abs() < 800.0);
    assert!((protocol.post().cv().unwrap() - 1.0).abs() < 0.02);
    assert_eq!(protocol, Protocol::poisson(10.0, 40.0, 1e6, 1).unwrap());
    assert_ne!(protocol, Protocol::poisson(10.0, 40.0, 1e6, 2).unwrap());
    assert!(Protocol::poisson(0.0, 0.0, 100.0, 1).unwrap().pre().is_empty());
}

#[test]
fn impossible_protocols_are_refused() {
    for (error, said) in [
        (Protocol::pairing(f64::NAN, 1, 1.0).unwrap_err(), "delta_t[0] must be finite (ms)"),
        (Protocol::pairing(1.0, 0, 1.0).unwrap_err(), "pulses must be from 1 to 1000000, received 0"),
        (Protocol::pairing(1.0, 5, 0.0).unwrap_err(), "frequency must be finite and > 0 Hz"),
        (
            Protocol::bursts(&[1.0], 5, 10.0, 3, 4.0).unwrap_err(),
            "burst_frequency must be finite and 0 to 2 Hz, received 4",
        ),
        (
            Protocol::bursts(&[1.0], 1_000_000, 10.0, 1_000_000, 1e-7).unwrap_err(),
            "pulses * bursts must be from 1 to 1000000",
        ),
        (Protocol::new(vec![-1.0], vec![]).unwrap_err(), "pre[0] must be finite and >= 0 ms"),
        (Protocol::new(vec![2.0, 1.0], vec![]).unwrap_err(), "times must increase"),
        (Protocol::poisson(1e9, 1.0, 1e6, 1).unwrap_err(), "pre_rate must be finite and 0 to 500 Hz"),
        (Protocol::stimulation(1, 1.0, -1.0).unwrap_err(), "epsp must be finite and >= 0 mV"),
    ] {
        assert!(error.to_string().contains(said), "{error}");
    }
}
