"""interactive.py PAGE RUNS: milliseconds from opening a page from disk until it answers, as JSON.

Of every run: when a tab can be clicked, and when the view that was then asked for is drawn; and the same of a page that
has nothing but a tab, which is what the browser itself takes here. `make bench` runs it with the browser tests' Python.
"""

import json
import pathlib
import shutil
import sys
import tempfile

from playwright.sync_api import sync_playwright

# Told by the page itself, without the way to the test and back: its own clock starts when the navigation does.
WATCH = """
new MutationObserver((_, observer) => {
  const tab = document.querySelector('.views a[href="#why"]');
  if (document.getElementById('scheme')?.hidden !== false || !tab) return;
  observer.disconnect();
  const answers = performance.now();
  new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => {
    console.log('opened ' + JSON.stringify({ answers, drawn: performance.now() }));
  }))).observe(document.getElementById('why'), { attributeFilter: ['class'] });
  tab.click();
}).observe(document, { subtree: true, attributeFilter: ['hidden'] });
"""
EMPTY = """<!doctype html><title>Empty</title><button id="scheme" hidden></button>
<nav class="views"><a href="#why">Why</a></nav><p id="why">Why</p>
<script>document.querySelector('a').onclick = () => { why.className = 'open'; }; scheme.hidden = false;</script>"""
# A window that was opened just now is busy with itself.
SETTLED = 1500


def opened(browser, page_file):
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.wait_for_timeout(SETTLED)
    with page.expect_console_message(lambda message: message.text.startswith("opened ")) as told:
        page.goto(page_file.as_uri(), wait_until="commit")
    page.close()
    return json.loads(told.value.text.removeprefix("opened "))


def main():
    page_file, runs = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        empty_file = pathlib.Path(folder) / "empty.html"
        empty_file.write_text(EMPTY)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        # The first opens while the browser itself is still starting.
        found, empty = ([opened(browser, file) for _ in range(runs + 1)][1:] for file in (page_file, empty_file))
        browser.close()
    result = {name: [run[name] for run in found] for name in ("answers", "drawn")}
    json.dump(result | {"empty": [run["drawn"] for run in empty]}, sys.stdout)


if __name__ == "__main__":
    main()
