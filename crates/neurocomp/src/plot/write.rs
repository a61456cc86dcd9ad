//! A figure as a file.

use std::path::Path;

use super::figure::Figure;
use crate::file;
use crate::language::choose;
use crate::{Error, Result};

/// The version of plotly.js that the crate plotly describes figures for.
const PLOTLY_JS: &str = "https://cdn.plot.ly/plotly-3.0.1.min.js";

impl Figure {
    /// Writes the figure as a file, whose ending says as what; it appears when it is complete.
    ///
    /// | ending | what is written |
    /// | --- | --- |
    /// | `.svg` | a picture, for a report or a slide; of a figure with a slider, the frame shown first |
    /// | `.html` | a page for the browser with the interactive figure; without the internet it shows the picture |
    ///
    /// ```
    /// use neurocomp::ndarray::array;
    /// use neurocomp::plot;
    ///
    /// let file = std::env::temp_dir().join(format!("neurocomp-figure-{}.svg", std::process::id()));
    /// plot::line(&array![0.0, 1.0], &array![0.0, 2.0], "time (ms)", "V (mV)").write(&file)?;
    /// assert!(std::fs::read_to_string(&file)?.starts_with("<svg"));
    /// # std::fs::remove_file(&file)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the name has another ending, or the file cannot be written.
    pub fn write(&self, path: impl AsRef<Path>) -> Result<()> {
        let path = path.as_ref();
        let content = match file::ending(path).as_str() {
            "svg" => self.svg(),
            "html" => self.html(),
            _ => {
                return Err(Error::file(
                    path.display(),
                    "a figure is written as a picture or as a page: let the name end in `.svg` or `.html`",
                    "une figure s’écrit comme image ou comme page : donnez un nom qui finit par `.svg` ou `.html`",
                ));
            }
        };
        file::write(path, content.as_bytes())
    }

    /// A page in which the interactive figure takes the place of the picture as soon as plotly.js is there.
    fn html(&self) -> String {
        // In a script, `</` could end it.
        let figure = self.plot().to_json().replace("</", "<\\/");
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{}</title></head>\n<body>\n<div \
             id=\"figure\">{}</div>\n<script src=\"{PLOTLY_JS}\"></script>\n<script>\nconst place = \
             document.getElementById(\"figure\");\nif (window.Plotly) {{\nplace.replaceChildren();\nPlotly.newPlot(place, \
             {figure});\n}}\n</script>\n</body>\n</html>\n",
            choose("en", "fr"),
            crate::display::escaped(&self.scene.title),
            self.svg(),
        )
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use crate::plot;

    #[test]
    fn the_ending_chooses_the_form_and_others_are_refused() {
        let folder = std::env::temp_dir().join(format!("neurocomp-write-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let figure = plot::line(&array![0.0, 1.0], &array![0.0, 2.0], "t", "V").title("</script> & τ");
        figure.write(folder.join("a.SVG")).unwrap();
        assert_eq!(std::fs::read_to_string(folder.join("a.SVG")).unwrap(), figure.svg());
        figure.write(folder.join("a.html")).unwrap();
        let page = std::fs::read_to_string(folder.join("a.html")).unwrap();
        assert!(page.contains(&figure.svg()) && page.contains("<title>&lt;/script&gt; &amp; τ</title>"), "{page}");
        // The two scripts of the page, and none that the title would have ended.
        assert_eq!(page.matches("</script>").count(), 2);
        for name in ["a.png", "a", "a.svg.", "svg"] {
            let error = figure.write(folder.join(name)).unwrap_err().to_string();
            assert!(error.ends_with("let the name end in `.svg` or `.html`"), "{error}");
        }
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
