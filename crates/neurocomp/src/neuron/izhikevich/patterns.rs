//! Parameter sets of neurons of the cortex and the thalamus.

use super::IzhikevichParams;

impl Default for IzhikevichParams {
    fn default() -> IzhikevichParams {
        IzhikevichParams::regular_spiking()
    }
}

impl IzhikevichParams {
    /// Regular spiking (RS): a = 0.02, b = 0.2, c = −65, d = 8.
    pub fn regular_spiking() -> IzhikevichParams {
        IzhikevichParams { a: 0.02, b: 0.2, c: -65.0, d: 8.0 }
    }

    /// Intrinsically bursting (IB): a = 0.02, b = 0.2, c = −55, d = 4.
    pub fn intrinsically_bursting() -> IzhikevichParams {
        IzhikevichParams { a: 0.02, b: 0.2, c: -55.0, d: 4.0 }
    }

    /// Chattering (CH): a = 0.02, b = 0.2, c = −50, d = 2.
    pub fn chattering() -> IzhikevichParams {
        IzhikevichParams { a: 0.02, b: 0.2, c: -50.0, d: 2.0 }
    }

    /// Fast spiking (FS): a = 0.1, b = 0.2, c = −65, d = 2.
    pub fn fast_spiking() -> IzhikevichParams {
        IzhikevichParams { a: 0.1, b: 0.2, c: -65.0, d: 2.0 }
    }

    /// Low-threshold spiking (LTS): a = 0.02, b = 0.25, c = −65, d = 2.
    pub fn low_threshold_spiking() -> IzhikevichParams {
        IzhikevichParams { a: 0.02, b: 0.25, c: -65.0, d: 2.0 }
    }

    /// Thalamo-cortical (TC): a = 0.02, b = 0.25, c = −65, d = 0.05.
    pub fn thalamo_cortical() -> IzhikevichParams {
        IzhikevichParams { a: 0.02, b: 0.25, c: -65.0, d: 0.05 }
    }

    /// Resonator (RZ): a = 0.1, b = 0.26, c = −65, d = 2.
    pub fn resonator() -> IzhikevichParams {
        IzhikevichParams { a: 0.1, b: 0.26, c: -65.0, d: 2.0 }
    }
}
