"""A page can be read: by every eye, at every width, without scripts, on paper."""

import json
import re

import pytest
from conftest import LESSONS, ROOT, VIEWS, axe, glassbox


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_view_is_in_the_navigation_and_opens(open_page, lesson):
    page = open_page(lesson)
    links = page.locator(".views a")
    assert [link.get_attribute("href") for link in links.all()] == [f"#{view}" for view in VIEWS]
    for view in VIEWS:
        page.click(f".views a[href='#{view}']")
        page.locator(f"#{view}").wait_for()
        assert page.locator(".view:visible").evaluate_all("views => views.map(view => view.id)") == [view]
        assert page.locator(f".views a[href='#{view}']").get_attribute("aria-current") == "true"
        assert page.locator(f"#{view} :is(h2, h3, p)").count() > 0


def test_a_tab_opens_its_view_with_the_click(open_page):
    page = open_page(LESSONS[0])
    opened = """keys => {
        const tab = document.querySelector('.views a[href="#why"]');
        tab.addEventListener('click', event => event.preventDefault(), { once: true });
        tab.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...keys }));
        return document.querySelector('.view.open').id;
    }"""
    assert page.evaluate(opened, {"ctrlKey": True}) == "visual"
    assert page.evaluate(opened, {}) == "why"


@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_axe_finds_nothing_on_any_view(open_page, lesson, scheme):
    colours = {"forced_colors": "active"} if scheme == "forced" else {"scheme": scheme}
    page = open_page(lesson, **colours)
    for view in VIEWS:
        page.click(f".views a[href='#{view}']")
        page.locator(f"#{view}").wait_for()
        assert axe(page) == [], view


@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_axe_finds_nothing_on_the_index(open_page, scheme):
    colours = {"forced_colors": "active"} if scheme == "forced" else {"scheme": scheme}
    assert axe(open_page("index", **colours)) == []


# All that a pointer can use and that is in sight, by name; a group of radio buttons is one thing.
USABLE = """[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter(part => !part.disabled && part.tabIndex >= 0 && part.checkVisibility({ visibilityProperty: true })).map(named)"""


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("lesson", LESSONS)
def test_the_keyboard_reaches_everything_and_its_focus_is_seen(open_page, lesson, view):
    page = open_page(lesson, f"#{view}")
    if view == "try":
        page.wait_for_selector("#try-check[data-equal]")
    if view == "visual":
        # What runs the lesson again adds controls to what is looked at.
        page.locator("#visual-training").scroll_into_view_if_needed()
        page.wait_for_selector("#steps-toggle")
        page.wait_for_selector("#visual .weights select, #visual .weights input")
    page.evaluate("""() => {
        window.named = part => part.type === 'radio' ? part.name : part.outerHTML.slice(0, 160);
        window.reached = new Set();
        window.unseen = [];
        document.body.tabIndex = -1;
        document.body.focus();
        addEventListener('focusin', ({ target }) => {
            reached.add(named(target));
            const { outlineStyle, outlineWidth } = getComputedStyle(target);
            if (outlineStyle === 'none' || !parseFloat(outlineWidth)) unseen.push(named(target));
        });
    }""")
    for _ in range(page.evaluate(f"{USABLE}.length") + 10):
        page.keyboard.press("Tab")
    assert page.evaluate(f"{USABLE}.filter(name => !reached.has(name))") == []
    assert page.evaluate("unseen") == []


@pytest.mark.parametrize("name", [*LESSONS, "index"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_scrolls_sideways(open_page, name, width):
    # 320 CSS pixels are also what 1280 are at 400 % zoom.
    page = open_page(name, width=width)
    for view in VIEWS if name != "index" else [None]:
        if view:
            page.evaluate("view => { location.hash = view }", view)
            page.wait_for_function("view => document.querySelector('.view.open').id === view", arg=view)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, view


def test_what_scrolls_sideways_fades_where_more_lies(open_page):
    page = open_page("cnn-on-digits", "#deep", width=360)
    formula = page.locator("#deep .formula").first
    assert formula.evaluate("part => part.scrollWidth > part.clientWidth && part.classList.contains('more')")
    formula.evaluate("part => { part.scrollLeft = part.scrollWidth }")
    page.wait_for_selector("#deep .formula:not(.more)")
    assert page.locator("#perf .more").count() == 0


def test_on_a_phone_a_cell_of_the_log_names_its_column(open_page):
    page = open_page("cosine-annealing-lr", "#visual-training", width=360)
    cell = page.locator("#visual .log tbody td").nth(1)
    name = page.locator("#visual .log thead th").nth(2).text_content()
    assert name == "Validation loss\u00a0↓"
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == f'"{name}"'


def test_a_line_that_is_compared_has_hollow_marks(open_page):
    page = open_page("cosine-annealing-lr", "#why")
    squares = page.locator("#why .square").evaluate_all(
        "all => all.map(square => [square.getAttribute('d'), square.nextSibling.getAttribute('d'),"
        " getComputedStyle(square.nextSibling).stroke === getComputedStyle(document.body).backgroundColor])")
    assert squares and all(square == hole and isOfTheGround for square, hole, isOfTheGround in squares)


def test_at_400_percent_zoom_nothing_stays_over_the_text(open_page):
    # 1280 × 1024 at 400 %, as WCAG 2.2 (1.4.10) takes it.
    page = open_page(LESSONS[0], "#visual", width=320, height=256)
    for bar in (".views", ".view.open .scrubber"):
        page.locator(bar).first.scroll_into_view_if_needed()
        page.mouse.wheel(0, 1500)
        page.wait_for_function("bar => document.querySelector(bar).getBoundingClientRect().bottom <= 0", arg=bar)


@pytest.mark.parametrize("lesson", LESSONS)
def test_without_scripts_everything_is_readable_in_order(open_page, lesson):
    page = open_page(lesson, java_script_enabled=False)
    shown = [page.locator(f"#{view}").is_visible() for view in VIEWS]
    assert all(shown)
    assert page.locator(".stage:visible").count() == page.locator("#visual .stage").count() == 5
    assert page.locator(".answers").is_visible()
    # What needs a script is not offered.
    assert page.locator("button:visible, input[type=range]:visible").count() == 0


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_figure_has_a_name_a_reading_and_its_data(open_page, lesson):
    page = open_page(lesson, java_script_enabled=False)
    nameless = page.evaluate("""() => [...document.querySelectorAll('svg[role=img], [role=img]')]
        .filter(figure => !figure.getAttribute('aria-label') && !figure.title).length""")
    assert nameless == 0
    unread = page.evaluate("""() => [...document.querySelectorAll('figure')]
        .filter(figure => !(figure.querySelector(':scope > p, .reading') || figure.closest('figure:has(> p)'))?.textContent)
        .map(figure => figure.outerHTML.slice(0, 200))""")
    assert unread == []
    # Drawings have their table behind a disclosure; cells are one, and a model's graph is text.
    drawings = """[...document.querySelectorAll('figure')].filter(figure => !(figure.querySelector('.graph li')
        || (figure.querySelector('svg') ? (figure.closest('.chart') || figure).querySelector('.data table') : figure.querySelector('table'))))
        .map(figure => figure.outerHTML.slice(0, 200))"""
    assert page.evaluate(drawings) == []
    scripted = open_page(lesson, "#visual-training")
    scripted.wait_for_selector("#weights")
    scripted.evaluate("document.querySelectorAll('.data').forEach(data => { data.open = true })")
    scripted.wait_for_function(f"{drawings}.length === 0")


def test_a_scatter_lists_every_answer(open_page):
    lesson = "regression-on-diabetes"
    page = open_page(lesson, java_script_enabled=False)
    rows, _ = json.loads(glassbox("trace", ROOT / f"lessons/{lesson}.md"))["stages"][1]["validation"]
    assert page.locator("figure:has(.scatter) .data tbody tr").count() == rows


@pytest.mark.parametrize("lesson", LESSONS)
def test_paper_has_the_open_view_and_the_answers_on_the_last_page(open_page, lesson):
    page = open_page(lesson, "#learn")
    page.emulate_media(media="print")
    assert [view for view in VIEWS if page.locator(f"#{view}").is_visible()] == ["learn"]
    assert page.locator(".answers").is_visible()
    assert page.locator(".answers").evaluate("part => getComputedStyle(part).breakBefore") == "page"
    assert page.locator("button:visible, nav:visible").count() == 0
    after = page.evaluate("""() => { const answers = document.querySelector('.answers');
        return [...document.querySelectorAll('main section')].every(part => part === answers || answers.contains(part)
          || part.compareDocumentPosition(answers) & Node.DOCUMENT_POSITION_FOLLOWING) }""")
    assert after


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_policy_lets_no_request_leave(open_page, lesson):
    open_page.expected = ["example.org"]
    page = open_page(lesson)
    policy = page.locator("meta[http-equiv]").get_attribute("content")
    assert "default-src 'none'" in policy and "http" not in policy
    refused = page.evaluate("""() => fetch('https://example.org/').then(() => 'sent', () => 'refused')""")
    assert refused == "refused"


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_page_keeps_its_budget(site, lesson):
    page = (site / f"{lesson}.html").read_text()
    engine = sum(len(part) for part in re.findall(r'<script [^>]*id="?engine-[^>]*>.*?</script>', page, re.S))
    size = len(page.encode())
    assert size - engine <= 120_000
    assert size <= 250_000


def test_targets_are_at_least_24_pixels(open_page):
    page = open_page("cosine-annealing-lr", width=360)
    for view in VIEWS:
        page.evaluate("view => { location.hash = view }", view)
        small = page.evaluate("""() => [...document.querySelectorAll('button, summary, input, select, nav a, .card')]
            .filter(part => part.checkVisibility() && !part.closest('label'))
            .map(part => [part.outerHTML.slice(0, 120), part.getBoundingClientRect()])
            .filter(([, box]) => box.width > 0 && (box.height < 24 || box.width < 24)).map(([html]) => html)""")
        assert small == [], view
