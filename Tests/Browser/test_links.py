"""What a reader sees can be sent to another: view, stage, epoch, sample and settings live in the fragment."""

from conftest import ready


def shown(page):
    return page.evaluate("document.querySelector('.view.open').id")


def test_a_link_opens_its_view(open_page):
    assert shown(open_page("cosine-annealing-lr", "#learn")) == "learn"


def test_a_page_opens_on_visual(open_page):
    assert shown(open_page("cosine-annealing-lr")) == "visual"


def test_a_link_opens_its_stage(open_page):
    page = open_page("cosine-annealing-lr", "#visual-stage-4")
    assert page.locator(".flow > li.open .card").get_attribute("href") == "#visual-stage-4"
    assert page.locator(".stage:visible").count() == 1


def test_back_and_forward_go_from_view_to_view(open_page):
    page = open_page("cosine-annealing-lr")
    page.click(".views a[href='#learn']")
    page.click(".views a[href='#perf']")
    page.go_back()
    assert shown(page) == "learn"
    page.go_forward()
    assert shown(page) == "perf"


def test_a_link_within_the_page_keeps_what_the_reader_chose(open_page):
    page = open_page("cosine-annealing-lr", "#visual?epoch=11")
    page.click(".views a[href='#learn']")
    assert page.url.endswith("#learn?epoch=11")


def test_the_scheme_is_the_system_s_until_the_button_is_pressed(open_page):
    page = open_page("cosine-annealing-lr", scheme="dark")
    colour = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(colour)
    page.get_by_role("button", name="Light scheme").click()
    light = page.evaluate(colour)
    assert light != dark
    page.reload()
    assert ready(page).evaluate(colour) == light
