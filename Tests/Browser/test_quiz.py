"""The quiz in the page."""

import pytest
from conftest import LESSONS


@pytest.fixture
def quiz(open_page):
    return open_page("cosine-annealing-lr", "#visual").locator("#visual .quiz")


def answer(question, right):
    """Ticks the right options, or a wrong one."""
    key = question.page.locator("#" + question.get_attribute("data-answer")).locator(".options > li")
    marks = ["right" in (item.get_attribute("class") or "") for item in key.all()]
    inputs = question.locator("input")
    for place, mark in enumerate(marks):
        if mark is right:
            inputs.nth(place).check()
            if not right:
                break
    question.get_by_role("button", name="Check").click()


def test_every_question_answered_right_scores_in_full(quiz):
    questions = quiz.locator(".question").all()
    for question in questions:
        answer(question, right=True)
        assert question.locator(".result").inner_text().startswith("Right.")
    assert f"{len(questions)} of {len(questions)} right" in quiz.locator(".score").inner_text()


def test_a_wrong_answer_gets_its_own_feedback_and_may_be_tried_again(quiz):
    question = quiz.locator(".question").first
    answer(question, right=False)
    assert question.locator(".result").inner_text().startswith("Not yet.")
    assert question.locator(".opt.wrong .fb").inner_text() != ""
    question.get_by_role("button", name="again").click()
    assert question.locator(".opt.wrong").count() == 0
    assert question.locator("input:focus").count() == 1


def test_checking_without_an_answer_asks_for_one(quiz):
    question = quiz.locator(".question").first
    question.get_by_role("button", name="Check").click()
    assert question.locator(".result").inner_text() == "Choose an answer first."


def test_the_quiz_needs_no_pointer(quiz):
    page, question = quiz.page, quiz.locator(".question").first
    question.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert question.locator(".result").inner_text() != ""


def test_what_is_said_is_announced(quiz):
    question = quiz.locator(".question").first
    assert question.locator(".result").get_attribute("role") == "status" or question.locator(
        ".result").get_attribute("aria-live")
    assert quiz.locator(".score").get_attribute("role") == "status"


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_proof_leads_to_a_place_of_the_page(open_page, lesson):
    page = open_page(lesson)
    dead = page.evaluate("""() => [...document.querySelectorAll('a[href^="#"]')]
        .filter(link => !document.getElementById(decodeURIComponent(link.hash.slice(1).split('?')[0]))).map(link => link.outerHTML)""")
    assert dead == []


def test_a_wrong_answer_does_not_give_the_right_one_away(open_page):
    page = open_page("cosine-annealing-lr", "#challenge")
    question = page.locator("#challenge .question[data-kind=number]").first
    question.locator("input").fill("123")
    question.get_by_role("button", name="Check").click()
    result = question.locator(".result")
    assert result.inner_text() == "Not yet. Show why"
    result.get_by_role("button").click()
    assert result.inner_text().startswith("Not yet.") and len(result.inner_text()) > 20
    assert result.get_by_role("button").count() == 0


def test_where_a_claim_s_mark_is_left_out_no_blank_stays(open_page):
    page = open_page("regression-on-diabetes", "#challenge")
    for question in page.locator("#challenge .question").all():
        for option in question.locator(".opt input").all():
            option.check()
        if question.locator(".field input").count():
            question.locator(".field input").fill("0")
        question.get_by_role("button", name="Check").click()
        if question.locator(".result button").count():
            question.locator(".result button").click()
        assert " ." not in question.inner_text()
