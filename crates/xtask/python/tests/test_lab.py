"""Each tutorial in the real JupyterLab, in a real browser, as a student uses it.

`cargo xtask lab --course` is started, the notebook opened, Run All chosen. Then nothing may have failed, every figure must be
drawn and be legible in the light and in the dark theme, a slider must change its figure, and so must each control of
a live figure, dragged or moved by keys. With `NEUROCOMP_PICTURES=1`
pictures of the figures are left in target/screenshots, which takes minutes.

The notebooks are the English ones; with `NEUROCOMP_LANGUAGE=fr` the French.

Without a browser (`NEUROCOMP_BROWSER`, chromium, chrome) every test here is skipped.
"""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]
LANGUAGE = os.environ.get("NEUROCOMP_LANGUAGE", "en")
FOLDER = ROOT / "notebooks" / LANGUAGE
INDEX = FOLDER / "index.ipynb"
NOTEBOOKS = [INDEX, *sorted(FOLDER.glob("*-solution.ipynb"))]
# To be looked at; nothing is read from them.
TAKES_PICTURES = "NEUROCOMP_PICTURES" in os.environ
SCREENSHOTS = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "screenshots"
BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
CHROMIUM = os.environ.get("NEUROCOMP_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
TOKEN = "test"
VIEW = {"width": 1280, "height": 800}
RUN_ALL_SECONDS = 900
# Contrast of text with its background. WCAG asks for 4.5, but a figure does not know its reader's theme, and no grey has
# more than 4.3 on both white and the #111 of the dark theme.
CONTRAST = 4.2
BUILD_MESSAGE = re.compile(r"^\s*(Adding|Blocking|Building|Checking|Compiling|Download\w+|Finished|Locking|Updating)\b")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no browser is installed (Debian: apt-get install chromium)")

SETTINGS = {
    # The notebooks are committed: looking at them must not change them.
    "@jupyterlab/docmanager-extension/plugin": {"autosave": False},
    # Cells out of sight would otherwise not be in the page.
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
}

# What the browser is asked. `panel` is the open notebook.
PANEL = "const panel = window.jupyterapp.shell.currentWidget;"
KERNEL_IDLE = f"""() => {{
    if (!window.jupyterapp) return false;
    {PANEL}
    return panel?.sessionContext?.session?.kernel?.status === 'idle';
}}"""
CELLS = f"""() => {{
    {PANEL}
    return panel.content.widgets.filter(cell => cell.model.type === 'code').map(cell => ({{
        source: cell.model.sharedModel.source,
        tags: cell.model.getMetadata('tags') ?? [],
        count: cell.model.executionCount,
        outputs: cell.model.outputs.toJSON().map(({{output_type, name, text, traceback}}) => ({{output_type, name, text, traceback}})),
    }}));
}}"""
# Whether every cell has run, or one has failed that should not have. The outputs are megabytes: they are not asked for each second.
IS_OVER = f"""() => {{
    {PANEL}
    const cells = panel.content.widgets.filter(cell => cell.model.type === 'code').map(cell => cell.model);
    const failed = cells.some(cell => !(cell.getMetadata('tags') ?? []).includes('raises-exception') &&
        [...Array(cell.outputs.length).keys()].some(n => cell.outputs.get(n).type === 'error'));
    return failed || cells.every(cell => cell.executionCount);
}}"""
FIGURES = """() => [...document.querySelectorAll('.js-plotly-plot')].map(figure => {
    const box = figure.getBoundingClientRect();
    const frame = figure.closest('.jp-OutputArea-output').getBoundingClientRect();
    const marks = figure.querySelectorAll('.trace path, .trace rect, .heatmaplayer image, .imagelayer image').length;
    return {width: box.width, height: box.height, spill: box.right - frame.right, marks,
            sliders: figure.querySelectorAll('.slider-group').length};
})"""
# What a screen reader finds: in each figure its description, in each formula its MathML.
ALOUD = """() => ({
    figures: [...document.querySelectorAll('.js-plotly-plot')].map(figure =>
        [...figure.querySelectorAll('.annotation-text')].map(text => text.textContent).join(' ').length),
    formulas: [...document.querySelectorAll('mjx-container')].map(formula =>
        formula.querySelector('mjx-assistive-mml math')?.textContent.length ?? 0),
})"""
# The least contrast of any text in each figure, with that text.
LEGIBILITY = """() => {
    const numbers = colour => {
        const canvas = document.createElement('canvas').getContext('2d');
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].map(c => c / 255);
    };
    const over = (front, back) => {
        const [r, g, b, a] = numbers(front);
        return [r, g, b].map((c, i) => a ? c * a + back[i] * (1 - a) : back[i]);
    };
    const luminance = rgb => rgb
        .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const page = numbers(getComputedStyle(document.body).getPropertyValue('--jp-layout-color0')).slice(0, 3);
    return [...document.querySelectorAll('.js-plotly-plot')].map(figure => {
        const paper = over(figure._fullLayout.paper_bgcolor, page);
        let least = {contrast: 21, text: ''};
        for (const text of figure.querySelectorAll('.main-svg text')) {
            const box = text.getBoundingClientRect();
            if (!text.textContent.trim() || box.width === 0) continue;
            if (text.closest('.hoverlayer, .legend-hidden, .slider-labels-hidden')) continue;
            // Numbers in the cells of a map stand on the cell's colour, which is not read here.
            if (text.closest('.textpoint') && figure.querySelector('.heatmaplayer image')) continue;
            const style = getComputedStyle(text);
            const alpha = numbers(style.fill)[3] * style.fillOpacity * style.opacity;
            if (alpha === 0) continue;
            const inPlot = text.closest('.plot, .annotation');
            const back = inPlot ? over(figure._fullLayout.plot_bgcolor, paper) : paper;
            const [a, b] = [luminance(over(style.fill, back)), luminance(back)];
            const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (contrast < least.contrast) least = {contrast, text: text.textContent, fill: style.fill};
        }
        return least;
    });
}"""


@pytest.fixture(scope="module")
def lab():
    """A running JupyterLab; yields its address."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [*xtask(), "lab", "--course", "--no-browser", "--port", str(port), "--",
             f"--IdentityProvider.token={TOKEN}", "--LabApp.expose_app_in_browser=True",
             "--ServerApp.port_retries=0"],
            cwd=ROOT,
            env=os.environ | private_settings(Path(folder)),
            start_new_session=True,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address, process)
            yield address
        finally:
            stop(process)


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    options = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
               "--disable-component-update", "--disable-sync"]
    if hasattr(os, "getuid") and os.getuid() == 0:
        options.append("--no-sandbox")  # Chromium refuses to sandbox root
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield chromium
        chromium.close()


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_tutorial(notebook, lab, browser):
    before = notebook.read_bytes()
    context = browser.new_context(viewport=VIEW, device_scale_factor=1)
    page = context.new_page()
    foreign = []
    page.on("request", lambda request: is_foreign(request.url, lab) and foreign.append(request.url))
    try:
        open_notebook(page, lab, notebook)
        cells = run_all(page)
        assert_nothing_failed(cells)
        figure_cells = sum("figure" in cell["tags"] for cell in cells)
        change_theme(page, "JupyterLab Light")  # the notebook before has left it dark
        look_at_figures(page, f"{LANGUAGE}-{notebook.stem}", "light", figure_cells)
        listen(page)
        if notebook != INDEX:
            move_a_slider(page, f"{LANGUAGE}-{notebook.stem}")
            move_the_live_figures(page, f"{LANGUAGE}-{notebook.stem}")
        change_theme(page, "JupyterLab Dark")
        look_at_figures(page, f"{LANGUAGE}-{notebook.stem}", "dark", figure_cells)
    finally:
        shut_down(page)
        context.close()
    assert foreign == [], "the page asked for something from outside"
    assert notebook.read_bytes() == before, "the notebook on disk was changed"


def open_notebook(page, lab, notebook):
    relative = notebook.relative_to(ROOT / "notebooks").as_posix()
    page.goto(f"{lab}/lab/tree/{relative}?reset&token={TOKEN}")
    page.wait_for_function(KERNEL_IDLE, timeout=120_000)


def run_all(page):
    """Chooses Run All and waits until the kernel has nothing left to do."""
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    end = time.monotonic() + RUN_ALL_SECONDS
    while time.monotonic() < end:
        time.sleep(0.5)
        if page.evaluate(IS_OVER) and page.evaluate(KERNEL_IDLE):
            page.wait_for_timeout(1500)  # the last figures are being drawn
            return page.evaluate(CELLS)
    pytest.fail(f"Run All did not end within {RUN_ALL_SECONDS} s")


def assert_nothing_failed(cells):
    for cell in cells:
        if "raises-exception" in cell["tags"]:
            continue
        for output in cell["outputs"]:
            assert output["output_type"] != "error", f"{cell['source']}\n\n{output.get('traceback')}"
            if output.get("name") == "stderr":
                text = "".join(output["text"])
                lines = [line for line in text.splitlines() if line.strip() and not BUILD_MESSAGE.match(line)]
                assert lines == [], cell["source"]
        assert cell["count"], f"did not run: {cell['source']}"


def look_at_figures(page, name, theme, expected):
    figures = page.evaluate(FIGURES)
    assert len(figures) == expected, f"{len(figures)} figures drawn by {expected} cells tagged figure"
    for number, figure in enumerate(figures, start=1):
        assert figure["width"] > 200 and figure["height"] > 150, f"figure {number} is too small: {figure}"
        assert figure["marks"] > 0, f"figure {number} is empty"
        assert figure["spill"] < 2, f"figure {number} is wider than the notebook: {figure}"
    take_pictures(page, name, theme)
    for number, text in enumerate(page.evaluate(LEGIBILITY), start=1):
        assert text["contrast"] >= CONTRAST, f"{theme} theme, figure {number}: not legible: {text}"


def listen(page):
    aloud = page.evaluate(ALOUD)
    assert min(aloud["figures"]) > 20, f"a figure without a description: {aloud['figures']}"
    assert all(aloud["formulas"]), "a formula that no screen reader can read"


def take_pictures(page, name, theme):
    if not TAKES_PICTURES:
        return
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    plots = page.locator(".js-plotly-plot")
    for number in range(plots.count()):
        plots.nth(number).scroll_into_view_if_needed()
        page.wait_for_timeout(200)
        page.screenshot(path=SCREENSHOTS / f"{name}-{theme}-{number + 1:02}.png")


def move_a_slider(page, name):
    with_slider = [n for n, figure in enumerate(page.evaluate(FIGURES)) if figure["sliders"]]
    assert with_slider, "there is no figure with a slider"
    for number in with_slider:
        figure = page.locator(".js-plotly-plot").nth(number)
        figure.scroll_into_view_if_needed()
        drawing = figure.locator(".cartesianlayer").first
        before = drawing.inner_html()
        # Two places, because the first may be where the slider stands, and some time to draw.
        rail = figure.locator(".slider-rail-touch-rect").first
        box = rail.bounding_box()
        assert any(
            click_changes(page, drawing, before, box["x"] + part * box["width"], box["y"] + box["height"] / 2)
            for part in (0.75, 0.3)
        ), f"figure {number + 1}: the slider changes nothing"
        if TAKES_PICTURES:
            page.screenshot(path=SCREENSHOTS / f"{name}-slider-{number + 1:02}.png")


def move_the_live_figures(page, name):
    """Drags the first slider of each live figure, and moves all by keys, as those do who see no slider."""
    columns = page.locator(".neurocomp-live, .neurocomp-live-fr")
    assert columns.count() > 0, "there is no live figure"
    for number in range(columns.count()):
        column = columns.nth(number)
        figure = column.locator("xpath=ancestor::*[contains(@class, 'jp-OutputArea-child')]/following-sibling::*").first
        figure.scroll_into_view_if_needed()
        column.scroll_into_view_if_needed()
        handles = column.locator("[role=slider]")
        before = figure.locator(".svg-container").first.inner_html()
        box = handles.first.bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 30, y, steps=10)
        page.mouse.move(x - 45, y, steps=10)
        page.mouse.up()
        is_changed(page, figure, before, f"live figure {number + 1}, dragged")
        for slider in range(handles.count()):
            handle = handles.nth(slider)
            before = figure.locator(".svg-container").first.inner_html()
            value = handle.get_attribute("aria-valuetext")
            handle.focus()
            # One of them, as it may be at an end of its range.
            for key in ["PageUp", "PageUp", "PageDown"] if slider % 2 else ["PageDown", "PageDown", "PageUp"]:
                page.keyboard.press(key)
            assert handle.get_attribute("aria-valuetext") != value and handle.get_attribute("aria-label")
            is_changed(page, figure, before, f"live figure {number + 1}, slider {slider + 1}")
        for choice in column.locator("select").all():
            before = figure.locator(".svg-container").first.inner_html()
            choice.select_option(index=1)
            is_changed(page, figure, before, f"live figure {number + 1}, choice")
        for switch in column.locator("input[type=checkbox]").all():
            before = figure.locator(".svg-container").first.inner_html()
            switch.click()
            is_changed(page, figure, before, f"live figure {number + 1}, switch")
        if TAKES_PICTURES:
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=SCREENSHOTS / f"{name}-live-{number + 1:02}.png")


def is_changed(page, figure, before, what):
    for _ in range(50):
        page.wait_for_timeout(100)
        if figure.locator(".svg-container").first.inner_html() != before:
            return
    pytest.fail(f"{what}: nothing changes")


def click_changes(page, drawing, before, x, y):
    page.mouse.click(x, y)
    for _ in range(12):
        page.wait_for_timeout(100)
        if drawing.inner_html() != before:
            return True
    return False


def change_theme(page, theme):
    page.evaluate("theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})", theme)
    light = "true" if theme == "JupyterLab Light" else "false"
    page.wait_for_selector(f"body[data-jp-theme-light='{light}']", state="attached")
    page.wait_for_timeout(1500)


def shut_down(page):
    """Ends the kernel, so that the next notebook has the memory."""
    page.evaluate(f"async () => {{ {PANEL} await panel?.sessionContext?.shutdown(); }}")


def is_foreign(url, lab):
    return url.startswith(("http:", "https:", "ws:", "wss:")) and lab.split("//")[1] not in url.split("?")[0]


def xtask():
    program = os.environ.get("NEUROCOMP_XTASK")
    return [program] if program else ["cargo", "xtask"]


def private_settings(folder):
    """Jupyter's settings in a folder of the test's own: the user's are neither used nor changed."""
    for name, values in SETTINGS.items():
        file = folder / "settings" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values), encoding="utf-8")
    return {
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
    }


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(address, process):
    end = time.monotonic() + 600  # the kernel may have to be built first
    while time.monotonic() < end:
        assert process.poll() is None, "cargo xtask lab ended"
        try:
            urllib.request.urlopen(f"{address}/api", timeout=2)
            return
        except OSError:
            time.sleep(0.3)
    pytest.fail("JupyterLab did not answer")


def stop(process):
    """As Ctrl-C twice does; what is left of its process group after that is ended."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
