//! How much of what a cell prints is shown. A loop without end that prints would otherwise bring down the browser
//! before the student can interrupt it.

use crate::language::Text;

const BYTES: usize = 1_000_000;
const LINES: usize = 20_000;

const CUT: Text = Text {
    en: "\n[the rest of the output of this cell is not shown: it is more than 1 MB or 20,000 lines]\n",
    fr: "\n[la suite de la sortie de cette cellule n'est pas affichée : elle dépasse 1 Mo ou 20 000 lignes]\n",
};

/// What has been shown of one cell's stream.
#[derive(Default)]
pub struct Limit {
    bytes: usize,
    lines: usize,
    is_reached: bool,
}

impl Limit {
    /// What is shown of the next text: all, up to the limit, or, once that was said, nothing.
    pub fn pass(&mut self, text: &str) -> String {
        if self.is_reached {
            return String::new();
        }
        let room = self.room(text);
        let shown = &text[..room];
        self.bytes += room;
        self.lines += shown.matches('\n').count();
        if room == text.len() {
            return shown.to_owned();
        }
        self.is_reached = true;
        format!("{}{}", shown.trim_end_matches('\n'), CUT.get())
    }

    /// How many bytes of this text there is room for, whole lines where it has several.
    fn room(&self, text: &str) -> usize {
        let by_lines = match LINES - self.lines {
            0 => 0,
            left => text.match_indices('\n').nth(left - 1).map_or(text.len(), |(end, _)| end + 1),
        };
        let mut room = by_lines.min(BYTES - self.bytes);
        while !text.is_char_boundary(room) {
            room -= 1;
        }
        match text[..room].rfind('\n') {
            Some(end) if room < text.len() => end + 1,
            _ => room,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, times: usize) -> String {
        let mut limit = Limit::default();
        (0..times).map(|_| limit.pass(text)).collect()
    }

    #[test]
    fn up_to_the_limit_everything_is_shown() {
        assert_eq!(shown("x\n", LINES), "x\n".repeat(LINES));
        let long = "y".repeat(BYTES / 10);
        assert_eq!(shown(&long, 10), long.repeat(10));
    }

    #[test]
    fn beyond_it_one_sentence_says_so() {
        for (text, times) in [("\n", 10 * LINES), ("many words on each line\n", 100_000), ("é", BYTES)] {
            let shown = shown(text, times);
            assert!(shown.len() <= BYTES + CUT.en.len().max(CUT.fr.len()), "{} bytes", shown.len());
            assert!(shown.matches('\n').count() <= LINES + 2, "{text:?}");
            assert!(shown.ends_with(CUT.get()) && shown.matches('[').count() == 1, "{text:?}");
        }
    }

    #[test]
    fn a_flood_in_one_piece_is_cut_as_well() {
        let shown = shown(&"line\n".repeat(300_000), 1);
        assert_eq!(shown.matches("line\n").count(), LINES);
        assert!(shown.ends_with(CUT.get()));
    }
}
