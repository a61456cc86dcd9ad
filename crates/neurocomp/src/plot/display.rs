//! How a figure appears in a notebook.

use super::figure::Figure;

impl Figure {
    /// Shows the figure; evcxr calls this for the last expression of a cell.
    ///
    /// Three forms go out together and the page takes the best it can show: the interactive figure
    /// (`application/vnd.plotly.v1+json`; JupyterLab, offline), a picture (`image/svg+xml`; exported pages, GitHub, paper),
    /// and one line of text (`text/plain`; terminals, screen readers).
    pub fn evcxr_display(&self) {
        println!("{}", self.bundle());
    }

    /// What [`Figure::evcxr_display`] prints: each form between two lines that the kernel understands.
    pub(crate) fn bundle(&self) -> String {
        let forms = [
            ("application/vnd.plotly.v1+json", self.plot().to_json()),
            ("image/svg+xml", self.svg()),
            ("text/plain", self.summary()),
        ];
        let parts = forms.map(|(mime, content)| format!("EVCXR_BEGIN_CONTENT {mime}\n{content}\nEVCXR_END_CONTENT"));
        parts.join("\n")
    }
}
