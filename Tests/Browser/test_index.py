"""The index: what a course holds is found, filtered, seen as a graph; the pages know what comes before and after."""

import re

import pytest
from conftest import LESSONS, ROOT, build, ready


def visible(page):
    return page.locator(".course > li:visible").evaluate_all("cards => cards.map(card => card.dataset.lesson)")


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_lesson_has_a_card_that_opens_it(open_page, lesson):
    page = open_page("index")
    card = page.locator(f".course > li[data-lesson='{lesson}']")
    assert "min" in card.locator(".badges").inner_text()
    title = card.locator("h2").inner_text()
    card.locator("h2 a").click()
    assert ready(page).url.endswith(f"/{lesson}.html") and page.locator("h1").inner_text() == title


@pytest.mark.parametrize("words", ["cosine", "T_max", "Dropout", "confusion"])
def test_a_search_finds_places_that_are_there(open_page, site, words):
    page = open_page("index")
    page.keyboard.press("/")
    page.keyboard.type(words)
    results = page.locator("#results > li")
    assert results.count() > 0 and not page.locator("#lessons").is_visible()
    assert words.lower() in [mark.lower() for mark in results.first.locator("mark").all_inner_texts()]
    assert page.locator("#found").inner_text().startswith(f"{results.count()} place")
    for address in results.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))"):
        name, _, anchor = address.partition("#")
        text = (site / name).read_text()
        assert not anchor or f'id="{anchor}"' in text or f"id={anchor}" in text, address


def test_the_best_place_opens_at_enter_with_its_view(open_page):
    page = open_page("index")
    page.get_by_label("Search").fill("confusion matrix")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    ready(page)
    assert page.evaluate("""() => { const place = document.getElementById(decodeURIComponent(location.hash.slice(1).split('?')[0]));
        return !place || place.checkVisibility() }""")
    assert "index" not in page.url


def test_what_is_nowhere_is_said_to_be_nowhere(open_page):
    page = open_page("index")
    page.get_by_label("Search").fill("xyzzy")
    assert page.locator("#found").inner_text() == "Nothing found for “xyzzy”. Fewer or shorter words may find more."
    assert page.locator("#results > li").count() == 0
    page.keyboard.press("Escape")
    assert visible(page) and page.locator("#found").inner_text() == ""


def test_a_search_lives_in_the_address(open_page):
    page = open_page("index", "#?query=dropout")
    assert page.get_by_label("Search").input_value() == "dropout"
    assert page.locator("#results > li").count() > 0
    page.get_by_label("Search").fill("cosine")
    page.wait_for_function("() => location.hash.includes('query=cosine')")


def test_filters_leave_the_lessons_of_a_field(open_page, tmp_path):
    # The shipped lessons are all of one field; another beside them makes a filter.
    text = (ROOT / "lessons" / "cosine-annealing-lr.md").read_text()
    for name, field in [("one", "ml"), ("two", "vision")]:
        head, _, rest = text.partition("field: ml")
        assert rest
        (tmp_path / f"{name}.md").write_text(f"{head}field: {field}{rest}")
    build(tmp_path / "site", tmp_path / "one.md", tmp_path / "two.md")
    page = open_page("", file=tmp_path / "site" / "index.html")
    page.get_by_label("Field").select_option("vision")
    assert visible(page) == ["two"] and page.locator("#found").inner_text() == "1 lesson"
    page.reload()
    assert visible(ready(page)) == ["two"]


def test_the_graph_s_boxes_open_their_lessons_and_its_arrows_are_told(open_page):
    page = open_page("index")
    links = page.locator(".requires svg a:visible").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert sorted(links) == [f"{lesson}.html" for lesson in LESSONS]
    # Each card names what is to be read first; the graph has as many arrows, but for those that others imply.
    first = page.locator(".course .first a").count()
    assert 0 < page.locator(".requires svg path[marker-end]:visible").count() <= first
    page.locator(".requires svg a:visible").first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "index" not in page.url


def test_on_a_phone_the_graph_goes_downwards_and_needs_no_scrolling(open_page):
    page = open_page("index", width=360)
    drawing = page.locator(".requires .scroll:visible")
    assert drawing.count() == 1 and drawing.evaluate("part => part.scrollWidth <= part.clientWidth")
    boxes = {link.get_attribute("href"): link.bounding_box() for link in drawing.locator("svg a").all()}
    assert sorted(boxes) == [f"{lesson}.html" for lesson in LESSONS]
    assert boxes["dropout-and-overfitting.html"]["y"] > boxes["cosine-annealing-lr.html"]["y"]


def test_previous_and_next_go_through_the_course(open_page):
    page = open_page("index")
    order = visible(page)
    with page.expect_navigation():
        page.locator(".course h2 a").first.click()
    for lesson in order[1:]:
        with page.expect_navigation():
            ready(page).locator("a[rel=next]:visible").first.click()
        assert page.url.split("/")[-1].startswith(f"{lesson}.html")
    assert page.locator("a[rel=next]").count() == 0
    with page.expect_navigation():
        page.locator("a[rel=prev]:visible").first.click()
    assert page.url.split("/")[-1].startswith(f"{order[-2]}.html")


def test_progress_appears_after_a_quiz(open_page, site):
    page = open_page("cosine-annealing-lr", "#visual")
    question = page.locator("#visual .question").first
    question.locator("input").first.check()
    question.get_by_role("button", name="Check").click()
    right = question.get_attribute("data-outcome") == "right"
    page.goto(f"file://{site / 'index.html'}")
    said = ready(page).locator(".course > li[data-lesson='cosine-annealing-lr'] .progress").inner_text()
    assert re.fullmatch(rf"quiz {int(right)} of \d+ right", said)
    assert page.locator(".course .progress").count() == 1


def test_a_review_that_is_due_later_today_is_due_as_on_its_page(open_page):
    page = open_page("index")
    page.evaluate("""() => {
        const due = new Date().setHours(23, 59, 58, 0), none = { of: 0, answers: {} };
        const cards = { a: { phase: 'review', due }, b: { phase: 'learning', due } };
        localStorage.setItem('glassbox/1/cosine-annealing-lr', JSON.stringify(
          { version: 1, lesson: 'cosine-annealing-lr', quiz: none, challenge: none, recall: { of: 2, cards } }));
    }""")
    page.reload()
    assert ready(page).locator(".course .progress").all_inner_texts() == ["1 card due"]
