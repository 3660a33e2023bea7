"""Challenge, Project and Recall: what is answered is scored, kept, exported, imported and forgotten."""

import json

import pytest
from conftest import ready

NAME = "cosine-annealing-lr"
KEY = f"glassbox/1/{NAME}"


def kept(page):
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')") or "null")


def button(page, name):
    return page.get_by_role("button", name=name)


def answer_all(page):
    for question in page.locator("#challenge .question").all():
        if question.get_attribute("data-kind") == "number":
            question.locator(".field input").fill(question.get_attribute("data-value"))
        elif question.locator("input[type=radio]").count():
            question.locator("input").first.check()
        elif question.locator(".field input").count():
            question.locator(".field input").fill("no idea")
        question.get_by_role("button", name="Check").click()


def learn_all(page):
    """Grades every card as easy, by keyboard alone; answers with how many there were."""
    count = 0
    button(page, "Show the answer").focus()
    while button(page, "Show the answer").count():
        page.keyboard.press(["Space", "Enter"][count % 2])
        page.keyboard.press("4")
        count += 1
    return count


def bring(page, content):
    if not page.locator(".progress[open]").count():
        page.locator(".progress summary").click()
    page.set_input_files(
        ".progress input", {"name": "p.json", "mimeType": "application/json", "buffer": content.encode()})
    said = page.locator(".progress [role=status]")
    page.wait_for_function("said => said.textContent", arg=said.element_handle())
    return said.inner_text()


def test_the_challenge_is_scored_and_its_answers_are_there_after_a_reload(open_page):
    page = open_page(NAME, "#challenge")
    assert not page.locator("#challenge-answer-1").is_visible()
    answer_all(page)
    score = page.locator("#challenge .score").inner_text()
    assert "right" in score
    assert len(kept(page)["challenge"]["answers"]) == kept(page)["challenge"]["of"]
    page.reload()
    assert ready(page).locator("#challenge .score").inner_text() == score


def test_cards_are_shown_and_graded_by_keyboard_until_none_is_due(open_page):
    page = open_page(NAME, "#recall")
    assert "0 due now" in page.locator(".recall .hint").first.inner_text()
    count = learn_all(page)
    record = kept(page)["recall"]
    assert count == record["of"] == len(record["cards"])
    assert {card["phase"] for card in record["cards"].values()} == {"review"}
    assert "Nothing is due until" in page.locator(".recall").inner_text()
    button(page, "Practise anyway").click()
    assert button(page, "Show the answer").count() == 1


def test_the_next_interval_stands_on_each_grade(open_page):
    page = open_page(NAME, "#recall")
    button(page, "Show the answer").click()
    assert page.locator(".recall .act small").all_inner_texts() == ["1 min", "6 min", "10 min", "8 d"]


def test_progress_goes_out_and_comes_back(open_page):
    page = open_page(NAME, "#recall", accept_downloads=True)
    learn_all(page)
    page.locator(".progress summary").click()
    with page.expect_download() as download:
        button(page, "Export").click()
    text = download.value.path().read_text()
    page.on("dialog", lambda dialog: dialog.accept())
    button(page, "Forget everything").click()
    assert kept(page) is None and button(page, "Show the answer").count() == 1
    assert bring(page, text).startswith("Imported")
    assert kept(page)["recall"]["cards"] == json.loads(text)["recall"]["cards"]
    assert button(page, "Practise anyway").count() == 1


def test_forgetting_asks_first(open_page):
    page = open_page(NAME, "#recall")
    learn_all(page)
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.locator(".progress summary").click()
    button(page, "Forget everything").click()
    assert kept(page)["recall"]["cards"]


@pytest.mark.parametrize("spoil, said", [
    (lambda record: "nonsense", "not JSON"),
    (lambda record: "[]", "no progress"),
    (lambda record: json.dumps({**record, "version": 2}), "another version"),
    (lambda record: json.dumps({**record, "lesson": "<img src=x onerror=alert(1)>"}), "another lesson"),
    (lambda record: json.dumps({**record, "quiz": {"of": 1, "answers": {"__proto__x": {}}}}), "damaged"),
    (lambda record: json.dumps({**record, "recall": {"of": 1, "cards": {"a": {"phase": "review"}}}}), "damaged"),
])
def test_a_bad_file_is_refused_and_changes_nothing(open_page, spoil, said):
    page = open_page(NAME, "#recall")
    button(page, "Show the answer").click()
    page.keyboard.press("4")
    before = kept(page)
    assert said in bring(page, spoil(before))
    assert kept(page) == before
    assert page.locator(".progress img").count() == 0


def test_where_storage_is_refused_the_page_says_so_and_works(open_page):
    page = open_page(NAME, "#learn")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })")
    page.goto(page.url.split("#")[0] + "?refused#recall")
    ready(page)
    assert learn_all(page) > 5
    page.locator(".progress summary").click()
    assert "keeps nothing" in page.locator(".progress").inner_text()


def test_a_pasted_result_is_held_against_every_target(open_page):
    page = open_page(NAME, "#project")
    field = page.get_by_label("Paste what your run printed")
    field.fill("epoch 20  lr 0.01  loss 0.1083  val_loss 0.2271  val_accuracy 0.9150")
    button(page, "Judge the result").click()
    assert page.locator(".goals td:nth-child(4)").all_inner_texts() == [
        "not met: val_accuracy[epochs] = 0.915", "✓ met: val_loss[epochs] = 0.2271"]
    assert page.locator(".goals .result").inner_text() == "1 of 2 targets met."
    field.fill("epoch 20 val_loss 0.2271")
    button(page, "Judge the result").click()
    assert page.locator(".goals .result").inner_text() == "1 of 2 targets met, 1 not judged."
    field.fill("done")
    button(page, "Judge the result").click()
    assert "no line with names" in page.locator(".goals .result").inner_text()
    assert page.locator(".goals td:nth-child(4)").count() == 0


def test_the_script_is_saved_as_a_program_and_as_a_notebook(open_page):
    page = open_page(NAME, "#project", accept_downloads=True)
    with page.expect_download() as download:
        button(page, "Download .py").click()
    script = download.value.path().read_text()
    assert download.value.suggested_filename == f"{NAME}.py"
    compile(script, "script", "exec")
    with page.expect_download() as download:
        button(page, "Download .ipynb").click()
    notebook = json.loads(download.value.path().read_text())
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert len(code) == script.count("# %%") + 1
    assert all("".join(cell["source"]) in script for cell in code)


def test_without_javascript_cards_have_both_sides(open_page):
    page = open_page(NAME, "#recall", java_script_enabled=False)
    assert page.locator(".deck .back").first.is_visible()
    assert page.locator("#challenge-answer-1").is_visible()
