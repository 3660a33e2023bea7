"""What the browser tests share: a site built by the binary under test, and one Chromium.

Every page opened by `open_page` is watched: an error in the console, or a request that leaves the page, fails the test,
unless it has one of the texts in `open_page.expected`.
"""

import json
import os
import pathlib
import shutil
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
LESSONS = sorted(path.stem for path in (ROOT / "lessons").glob("*.md"))
VIEWS = ["learn", "why", "deep", "visual", "try", "challenge", "project", "recall", "perf"]
WIDTHS = [360, 768, 1280]
SCHEMES = ["light", "dark"]


def binary():
    named = os.environ.get("GLASSBOX")
    found = [named] if named else [ROOT / ".build-test/release/glassbox", ROOT / ".build/release/glassbox"]
    return next(str(path) for path in found if os.path.exists(path))


def glassbox(*arguments, **options):
    """What `glassbox` writes."""
    done = subprocess.run([binary(), *map(str, arguments)], capture_output=True, text=True, **options)
    assert done.returncode == 0, done.stderr
    return done.stdout


def build(output, *lessons):
    glassbox("build", *lessons, "--output", output)
    return output


def ready(page):
    """The page once its behaviour, which comes packed, runs; after `page.reload()` too."""
    page.wait_for_function(
        "() => document.querySelector('.view') ? document.documentElement.classList.contains('whole')"
        " : !document.getElementById('scheme').hidden")
    return page


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The shipped lessons, built."""
    return build(tmp_path_factory.mktemp("site"), ROOT / "lessons")


@pytest.fixture(scope="session")
def run():
    """Everything that the run of the first lesson did, as the binary tells it."""
    return json.loads(glassbox("trace", ROOT / "lessons" / "cosine-annealing-lr.md"))


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--font-render-hinting=none"])
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, site):
    """Opens a page of the site, or any file, as `open_page("cosine-annealing-lr", "#why", width=360)`.

    A page that is `still` does not run its lesson again when that comes into sight.
    """
    contexts, faults = [], []

    def open(name, fragment="", width=1280, height=900, scheme="light", file=None, still=False, **options):
        options.setdefault("reduced_motion", "reduce")
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, **options)
        contexts.append(context)
        if still:
            context.add_init_script("window.IntersectionObserver = class { observe() {} disconnect() {} }")
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: faults.append(request.url)
                if not request.url.startswith(("file:", "blob:", "data:")) else None)
        page.goto(f"file://{file or site / (name + '.html')}{fragment}")
        return ready(page) if options.get("java_script_enabled", True) else page

    open.expected = []
    yield open
    for context in contexts:
        context.close()
    assert [fault for fault in faults if not any(part in fault for part in open.expected)] == []


def axe(page):
    """What axe finds, a line for each."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]
