"""interactive.py PAGE RUNS: milliseconds from opening a page from disk until a click on a tab shows its view, as JSON.

Of every run: when the page's scripts have run, and when the view that was then asked for is drawn. `make bench` runs it
with the browser tests' Python.
"""

import json
import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

# Told by the page itself, without the way to the test and back: its own clock starts when the navigation does.
WATCH = """
new MutationObserver((_, observer) => {
  const tab = document.querySelector('.views a[href="#why"]');
  if (document.getElementById('scheme')?.hidden !== false || !tab) return;
  observer.disconnect();
  const scripts = performance.now();
  new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => {
    window.opened = { scripts, drawn: performance.now() };
  }))).observe(document.getElementById('why'), { attributeFilter: ['class'] });
  tab.click();
}).observe(document, { subtree: true, childList: true, attributeFilter: ['hidden'] });
"""


def main():
    page_file, runs = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        found = []
        # The first opens while the browser itself is still starting.
        for _ in range(runs + 1):
            page = browser.new_page()
            page.add_init_script(WATCH)
            page.goto(page_file.as_uri(), wait_until="commit")
            found.append(page.wait_for_function("() => window.opened").json_value())
            page.close()
        browser.close()
    json.dump({name: [run[name] for run in found[1:]] for name in ("scripts", "drawn")}, sys.stdout)


if __name__ == "__main__":
    main()
