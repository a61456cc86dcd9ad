//! How a figure appears in a notebook.

use super::figure::Figure;

impl Figure {
    /// Shows the figure; evcxr calls this for the last expression of a cell.
    ///
    /// Three forms go out together and the page takes the best it can show: the interactive figure
    /// (`application/vnd.plotly.v1+json`; JupyterLab, offline), a picture (`image/svg+xml`; exported pages, GitHub,
    /// paper), and one line of text (`text/plain`; terminals, screen readers).
    pub fn evcxr_display(&self) {
        println!("{}", self.bundle());
    }

    /// What [`Figure::evcxr_display`] prints: each form between two lines that the kernel understands.
    pub(crate) fn bundle(&self) -> String {
        let parts =
            self.forms().map(|(mime, content)| format!("EVCXR_BEGIN_CONTENT {mime}\n{content}\nEVCXR_END_CONTENT"));
        parts.join("\n")
    }

    /// The three forms, each with its type.
    pub(crate) fn forms(&self) -> [(&'static str, String); 3] {
        [
            ("application/vnd.plotly.v1+json", self.plot().to_json()),
            ("image/svg+xml", self.svg()),
            ("text/plain", self.summary()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use crate::plot;

    #[test]
    fn each_form_is_announced_once_and_closed() {
        let bundle = plot::line(&array![0.0, 1.0], &array![0.0, 1.0], "x", "y\nEVCXR_END_CONTENT").bundle();
        let mut forms = Vec::new();
        let mut lines = bundle.lines();
        // What the kernel does: a line that announces a type, content, a line that ends it.
        while let Some(line) = lines.next() {
            let mime = line.strip_prefix("EVCXR_BEGIN_CONTENT ").expect("a form begins");
            let content: Vec<&str> = lines.by_ref().take_while(|line| *line != "EVCXR_END_CONTENT").collect();
            forms.push((mime, content.join("\n")));
        }
        let types: Vec<&str> = forms.iter().map(|form| form.0).collect();
        assert_eq!(types, ["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"]);
        assert!(forms[0].1.starts_with('{') && forms[0].1.ends_with('}'));
        assert_eq!(forms[0].1.lines().count(), 1);
        assert!(forms[1].1.starts_with("<svg") && forms[1].1.ends_with("</svg>"));
        assert_eq!(forms[2].1.lines().count(), 1);
    }
}
