"""One cursor goes through every figure over epochs: by key, pointer and finger, epoch by epoch and step by step."""

import pytest
from conftest import build

NAME = "cosine-annealing-lr"
LAST = 20


def epoch(page):
    """The epoch that the scrubber, the charts' marks and the rates' key agree on."""
    chosen = int(page.locator("#scrubber-epoch").input_value())
    marks = page.locator("#visual > .chart .now:not([hidden]) text").all_text_contents()
    assert marks == ([str(chosen)] if chosen else [])
    assert page.locator("#scrubber-reading").text_content() == (f"epoch {chosen} of {LAST}" if chosen else "before training")
    return chosen


def keys(page):
    return page.locator("#visual > .chart .keys b").all_inner_texts()


def focus_plot(page):
    """The first chart's picture, in sight, and its box."""
    plot = page.locator("#visual > .chart .plot").first
    plot.evaluate("plot => plot.scrollIntoView({ block: 'center' })")
    return plot, plot.bounding_box()


def test_buttons_move_the_cursor_an_epoch(open_page):
    page = open_page(NAME, "#visual?epoch=5")
    assert epoch(page) == 5
    page.get_by_role("button", name="Previous epoch").click()
    assert epoch(page) == 4
    page.get_by_role("button", name="Next epoch").press("Enter")
    page.get_by_role("button", name="Next epoch").press("Space")
    assert epoch(page) == 6


def test_the_range_goes_from_before_training_to_the_last_epoch_by_key(open_page):
    page = open_page(NAME, "#visual?epoch=5")
    slider = page.get_by_role("slider", name="Epoch", exact=True)
    slider.press("ArrowRight")
    assert epoch(page) == 6
    slider.press("End")
    assert epoch(page) == LAST and page.locator("#scrubber-next").is_disabled()
    slider.press("Home")
    assert epoch(page) == 0 and page.locator("#scrubber-previous").is_disabled()
    assert slider.get_attribute("aria-valuetext") == "Before training"


def test_every_figure_shows_what_the_run_had_at_the_cursor(open_page, run):
    page = open_page(NAME, "#visual?epoch=5")
    row = page.locator(".log tr.now")
    assert row.get_attribute("data-epoch") == "5" and row.get_attribute("aria-current") is not None
    there = run["epochs"][4]
    assert [float(text.strip("%")) for text in keys(page)] == pytest.approx([
        there["loss"], there["val_loss"], 100 * there["accuracy"], 100 * there["val_accuracy"], there["lr"]], abs=0.051)
    assert float(keys(page)[-1]) == pytest.approx(there["lr"], rel=1e-3)
    page.locator("#scrubber-next").click()
    assert page.locator(".log tr.now").count() == (page.locator(".log tr[data-epoch='6']").count())
    assert float(keys(page)[-1]) == pytest.approx(run["epochs"][5]["lr"], rel=1e-3)


def test_the_formula_is_worked_for_the_epoch_of_the_cursor(open_page, run):
    page = open_page(NAME, "#deep?epoch=5")
    worked = page.locator("#deep .worked").last
    for chosen in [5, 6]:
        assert worked.locator("caption").inner_text() == f"Epoch {chosen}"
        assert float(worked.locator("tr.marked td").inner_text()) == pytest.approx(run["epochs"][chosen - 1]["lr"], rel=1e-3)
        assert page.locator("#deep .terms tr.now th").text_content() == str(chosen)
        page.locator("#scrubber-next").click()


def test_a_pointer_on_a_chart_chooses_the_nearest_epoch_and_drags_it(open_page):
    page = open_page(NAME, "#visual?epoch=5")
    _, box = focus_plot(page)
    y = box["y"] + 60
    page.mouse.move(box["x"] + box["width"] * 9.2 / 19, y)
    assert page.locator("#scrubber-epoch").input_value() == "5"
    page.mouse.down()
    assert epoch(page) == 10
    page.mouse.move(box["x"] + box["width"] * 12 / 19, y)
    assert epoch(page) == 13
    page.mouse.up()
    page.mouse.move(box["x"] + box["width"] * 2 / 19, y)
    assert page.locator("#scrubber-epoch").input_value() == "13"


def test_a_finger_chooses_an_epoch(open_page):
    page = open_page(NAME, "#visual?epoch=5", width=360, has_touch=True, is_mobile=True)
    _, box = focus_plot(page)
    page.touchscreen.tap(box["x"] + box["width"] * 10 / 19, box["y"] + 60)
    assert epoch(page) == 11
    page.locator("#scrubber-previous").tap()
    assert epoch(page) == 10


def test_the_address_keeps_the_epoch_and_brings_it_back(open_page):
    page = open_page(NAME, "#visual")
    assert epoch(page) == LAST
    page.locator("#scrubber-previous").click()
    assert page.url.endswith("epoch=19")
    page.evaluate("() => { location.hash = 'visual?epoch=3' }")
    page.wait_for_function("() => document.getElementById('scrubber-epoch')?.value === '3'")
    assert epoch(page) == 3


def test_play_goes_from_the_start_and_a_second_press_pauses(open_page):
    page = open_page(NAME, "#visual", reduced_motion="no-preference")
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("() => +document.getElementById('scrubber-epoch')?.value >= 2")
    page.get_by_role("button", name="Pause").press("Enter")
    paused = epoch(page)
    assert 2 <= paused < LAST
    assert page.get_by_role("button", name="Play").count() == 1
    # The slowest beat is well within the time that the engine's figures take to come.
    page.evaluate("() => new Promise(done => setTimeout(done, 700))")
    assert epoch(page) == paused


def test_play_stops_at_the_end(open_page):
    page = open_page(NAME, "#visual?epoch=18", reduced_motion="no-preference")
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("() => document.getElementById('scrubber-epoch')?.value === '20'")
    assert page.get_by_role("button", name="Play").count() == 1


def test_steps_of_an_epoch_are_those_of_the_run(open_page, run):
    page = open_page(NAME, "#visual?epoch=5")
    focus_plot(page)
    page.get_by_role("button", name="Steps of the epoch").click()
    page.wait_for_function("() => !document.getElementById('steps').hidden && document.querySelector('#steps .plot')")
    steps, per = run["steps"], run["steps"]["perEpoch"]
    slider = page.locator("#steps-step")
    assert slider.input_value() == str(5 * per)
    slider.press("ArrowRight")
    place = 5 * per
    assert epoch(page) == 6 and f"step={place + 1}" in page.url
    shown = [float(text) for text in page.locator("#steps .keys b").all_inner_texts()]
    assert shown == pytest.approx([steps[key][place] for key in ("loss", "lr", "grad_norm")], rel=1e-3)
    page.get_by_role("button", name="Previous step").click()
    assert epoch(page) == 5


def test_a_link_opens_a_step(open_page):
    page = open_page(NAME, "#visual?step=130")
    focus_plot(page)
    page.wait_for_function("() => document.getElementById('steps-reading')?.textContent === 'step 130 of 500'")
    assert epoch(page) == 6


def test_without_a_schedule_there_is_one_cursor_too(open_page):
    page = open_page("dropout-and-overfitting", "#visual?epoch=1")
    before = keys(page)
    page.locator("#scrubber-next").click()
    assert keys(page) != before


SHORT = """---
title: A run that stops early
seed: 1
---

## Data

```yaml load
make_moons: { n_samples: 60, noise: 0.2 }
```

## Preprocessing

```yaml preprocess
- train_test_split: { test_size: 0.25 }
```

## Training

```yaml train
model:
  - Linear: { out_features: 2 }
loss: CrossEntropyLoss
optimizer: { SGD: { lr: 0.2 } }
batch_size: 16
epochs: 30
early_stopping: { patience: 1, min_delta: 0.005 }
```

## Schedule

```yaml schedule
StepLR: { step_size: 1, gamma: 0.1 }
```

## Evaluation

```yaml evaluate
metrics: [accuracy]
predict: [most_confident, least_confident]
```
"""


def test_a_cursor_ends_with_the_run_though_the_one_without_a_schedule_goes_on(open_page, tmp_path):
    (tmp_path / "short.md").write_text(SHORT)
    build(tmp_path / "site", tmp_path / "short.md")
    page = open_page("", "#visual", file=tmp_path / "site" / "short.html")
    count = page.locator("#visual > .chart .data tbody tr").count()
    assert count < page.locator("#why .chart .data tbody tr").count()
    assert page.locator("#scrubber-reading").text_content() == f"epoch {count} of {count}"
    assert "undefined" not in page.locator("#scrubber-epoch").get_attribute("aria-valuetext")
    focus_plot(page)
    page.get_by_role("button", name="Steps of the epoch").click()
    reading = page.locator("#steps .reading").nth(1)
    reading.wait_for()
    last = page.locator("#steps-step").get_attribute("max")
    assert reading.inner_text().endswith(f", step {last} has {keys(page)[-1]}.")
    page.locator("#scrubber-previous").click()
    note = page.get_by_text("about the trained model")
    note.wait_for()
    assert note.inner_text() == (
        f"With the weights after epoch {count - 1} of {count}. Whatever the author says of a step is about the trained model, "
        "and so is what a row is called.")


def test_a_link_to_a_step_opens_the_steps_at_once(open_page):
    page = open_page(NAME, "#visual?step=130", height=300)
    page.wait_for_function("() => document.getElementById('steps-reading')?.textContent === 'step 130 of 500'")
    assert page.evaluate("() => document.querySelector('#visual > .chart').getBoundingClientRect().top > innerHeight")
