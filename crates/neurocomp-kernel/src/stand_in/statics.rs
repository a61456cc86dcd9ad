//! Says once for each static that it starts from its initial value in each cell.

use super::{Call, added};
use crate::language::Text;
use std::fs;

/// The statics that have been reported: a file in the session's folder.
const TOLD: &str = "target/cell/statics";

const STARTS_ANEW: Text = Text {
    en: "✎ The static `{}` starts anew in each cell: keep in a variable (`let`) what later cells shall find.",
    fr: "✎ La statique `{}` repart de sa valeur initiale dans chaque cellule : gardez dans une variable (`let`) ce que les \
         cellules suivantes doivent retrouver.",
};

/// Says it once for each static. What cannot be said or noted is left out.
pub fn tell(call: &Call, statics: &[String]) {
    if statics.is_empty() {
        return;
    }
    let file = call.session.join(TOLD);
    let mut told = fs::read_to_string(&file).unwrap_or_default();
    for name in statics {
        if told.lines().any(|line| line == name) {
            continue;
        }
        added::show(call, &STARTS_ANEW.get().replace("{}", name));
        told.push_str(name);
        told.push('\n');
    }
    fs::write(file, told).ok();
}
