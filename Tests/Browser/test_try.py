"""Try: the page runs its lesson again, in a worker, and agrees with the binary to the last bit."""

import json
import random
import re
import shlex

import pytest
from conftest import LESSONS, ROOT, build, glassbox

NAME = "cosine-annealing-lr"
LESSON = ROOT / "lessons" / f"{NAME}.md"
STAGE = r"(?ms)^```yaml (\w+)\n(.*?)^```$"
TITLES = {"load": "Data", "preprocess": "Preprocessing", "train": "Training", "schedule": "Schedule", "evaluate": "Evaluation"}
HEAVY = """---
title: Many numbers
---

## Data

```yaml load
csv: { path: table.csv, target: kind }
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
optimizer: { SGD: { lr: 0.1 } }
batch_size: 500
epochs: 1
```

## Schedule

```yaml schedule
none
```

## Evaluation

```yaml evaluate
metrics: [accuracy]
```
"""


def trace(*settings):
    return json.loads(glassbox("trace", LESSON, *[part for setting in settings for part in ("--set", setting)]))


def done(page):
    """The page once another run is told; the digest of that run."""
    page.wait_for_function("() => document.querySelector('#try-result table') && document.getElementById('try-progress').hidden")
    return page.locator("#try-result").get_attribute("data-digest")


def parted(page):
    return page.locator("#try-status").inner_text()


def number(text):
    return float(text.replace("−", "-").strip("%")) / (100 if text.endswith("%") else 1)


def told(page):
    """The metrics of this run by their names."""
    rows = page.locator("#try-result table").first.locator("tbody tr")
    return {row.locator("th").inner_text(): number(row.locator("td").nth(1).inner_text()) for row in rows.all()}


@pytest.mark.parametrize("name", LESSONS)
def test_a_page_proves_that_it_runs_as_the_build_did(open_page, name):
    page = open_page(name, "#try")
    check = page.locator("#try-check[data-equal]")
    check.wait_for()
    digest = json.loads(glassbox("trace", ROOT / "lessons" / f"{name}.md"))["digest"]
    assert check.get_attribute("data-equal") == "true" and f"the same digest {digest[:8]}" in check.inner_text()


def test_a_page_runs_with_what_its_lesson_loads_of_a_file_and_leaves_reading_it_again_to_a_terminal(open_page, tmp_path):
    digits = HEAVY.replace("csv: { path: table.csv, target: kind }", "load_digits: { n_class: 5 }\ntake: 300")
    (tmp_path / "digits.md").write_text(digits.replace("out_features: 2", "out_features: 5").replace("batch_size: 500", "batch_size: 50") + "\n## Try\n\n- `load.n_class`\n- `load.take`\n")
    build(tmp_path / "site", tmp_path / "digits.md")
    page = open_page("", "#try?load.n_class=3", file=tmp_path / "site" / "digits.html")
    page.locator("#try-check[data-equal=true]").wait_for()
    classes = page.get_by_label("load.n_class", exact=True)
    assert classes.is_disabled() and classes.input_value() == "5" and page.locator("#try-result table").count() == 0
    assert "Only a terminal changes it: a page carries what the lesson loads." in page.locator("#try-load-n_class-help").inner_text()
    page.get_by_label("load.take", exact=True).fill("200")
    assert done(page) == json.loads(glassbox("trace", tmp_path / "digits.md", "--set", "load.take=200"))["digest"]


def test_a_change_runs_again_and_tells_the_metrics_of_the_binary(open_page):
    page = open_page(NAME, "#try")
    page.get_by_label("schedule.T_max", exact=True).fill("5")
    digest, other = done(page), trace("schedule.T_max=5")
    last = other["epochs"][-1]
    assert digest == other["digest"]
    assert told(page) == pytest.approx({
        "Training loss\u00a0↓": last["loss"], "Validation loss\u00a0↓": last["val_loss"], "Training accuracy\u00a0↑": last["accuracy"],
        "Validation accuracy\u00a0↑": last["val_accuracy"], "f1\u00a0↑": other["evaluation"]["f1"]}, abs=6e-4)
    assert "schedule.T_max=5" in page.url
    assert f"glassbox show {NAME}.md --view try --set schedule.T_max=5" in page.locator("#try-result").inner_text()


@pytest.mark.parametrize("setting", ["schedule.T_max=5", "optimizer.lr=0.05", "seed=7"])
def test_the_first_step_at_which_two_runs_part_is_that_of_their_traces(open_page, run, setting):
    page = open_page(NAME, f"#try?{setting}")
    digest, other = done(page), trace(setting)
    assert digest == other["digest"]
    differ = [step for step in range(len(run["steps"]["loss"]))
              if any(run["steps"][key][step] != other["steps"][key][step] for key in ("lr", "momentum", "loss", "accuracy"))]
    said = re.search(r"part at step (\d+), in epoch (\d+)", parted(page))
    assert (int(said[1]), int(said[2])) == (differ[0] + 1, 1 + differ[0] // run["steps"]["perEpoch"])


def test_more_epochs_do_not_part(open_page):
    page = open_page(NAME, "#try?epochs=22")
    done(page)
    assert parted(page) == ("The runs are the same, bit for bit, for 500 steps; "
                            "the lesson trains 20 epochs, this run 22.")


def test_another_scheduler_runs_beside_the_lesson_s(open_page):
    page = open_page(NAME, "#try")
    page.get_by_label("Schedule", exact=True).select_option("StepLR")
    page.get_by_label("schedule.step_size", exact=True).fill("4")
    page.wait_for_function("() => document.querySelector('#try-result code')?.textContent.includes('step_size: 4')")
    gamma = page.get_by_label("schedule.gamma", exact=True).input_value()
    assert done(page) == trace(f"schedule=StepLR: {{ step_size: 4, gamma: {gamma} }}")["digest"]
    assert page.locator("#try-result .line.second").count() >= 4
    assert "schedule=StepLR" in page.url and "schedule.step_size=4" in page.url


def test_a_cycle_over_the_whole_run_has_the_steps_of_the_run(open_page):
    page = open_page(NAME, "#try")
    page.get_by_label("Schedule", exact=True).select_option("OneCycleLR")
    assert page.get_by_label("schedule.total_steps", exact=True).input_value() == "20"
    assert done(page) == trace("schedule=OneCycleLR: { max_lr: 0.1, total_steps: 20 }")["digest"]


@pytest.mark.parametrize("choice", ["Schedule", "Optimizer"])
def test_every_component_on_offer_runs_as_the_binary_runs_it(open_page, choice):
    page = open_page(NAME, "#try")
    select = page.get_by_label(choice, exact=True)
    names = select.evaluate("select => [...select.options].map(({ value }) => value).filter(Boolean)")
    assert len(names) == {"Schedule": 16, "Optimizer": 3}[choice]
    for name in names:
        select.select_option(name)
        page.wait_for_function("name => document.querySelector('#try-result code')?.textContent.includes('=' + name)"
                               " && document.getElementById('try-progress').hidden", arg=name)
        settings = shlex.split(page.locator("#try-result code").last.inner_text())[5:]
        assert done(page) == json.loads(glassbox("trace", LESSON, *settings))["digest"], name


def test_a_loss_that_reads_the_output_alike_may_stand_in(open_page):
    page = open_page("regression-on-diabetes", "#try?loss=HuberLoss&loss.delta=0.5")
    settings = ("--set", "loss=HuberLoss: { reduction: mean, delta: 0.5 }")
    assert done(page) == json.loads(glassbox("trace", ROOT / "lessons" / "regression-on-diabetes.md", *settings))["digest"]


def test_schedulers_made_of_others_are_written_as_in_a_lesson(open_page):
    page = open_page(NAME, "#try?schedule=SequentialLR")
    field = page.get_by_label("schedule.schedulers", exact=True)
    assert field.input_value() == "[LinearLR, { CosineAnnealingLR: { T_max: 35 } }]"
    field.fill("[LinearLR, { StepLR: { size: 2 } }]")
    assert page.locator("#try-schedule-schedulers-error").inner_text() == (
        "schedulers must be a list of schedulers: StepLR has no parameter size")
    field.fill("[LinearLR, { StepLR: { step_size: 2 } }]")
    page.wait_for_function("() => document.querySelector('#try-result code')?.textContent.includes('step_size: 2')")
    assert done(page) == trace("schedule=SequentialLR: { schedulers: [LinearLR, { StepLR: { step_size: 2 } }], milestones: [5] }")["digest"]


def test_an_expression_of_the_epoch_may_be_typed(open_page):
    page = open_page(NAME, "#try?schedule=LambdaLR")
    page.get_by_label("schedule.lr_lambda", exact=True).fill("1 if epoch < 5 else 0.1")
    page.wait_for_function("() => document.querySelector('#try-result code')?.textContent.includes('else')")
    assert done(page) == trace('schedule=LambdaLR: { lr_lambda: "1 if epoch < 5 else 0.1" }')["digest"]


def test_without_a_schedule_it_runs_too(open_page):
    page = open_page(NAME, "#try?schedule=none")
    assert done(page) == trace("schedule=none")["digest"]


def test_a_link_brings_the_settings_back_and_reset_takes_them(open_page):
    page = open_page(NAME, "#try?schedule.T_max=5&optimizer.momentum=0.5")
    assert page.get_by_label("schedule.T_max", exact=True).input_value() == "5"
    assert page.get_by_label("optimizer.momentum", exact=True).input_value() == "0.5"
    assert done(page) == trace("schedule.T_max=5", "optimizer.momentum=0.5")["digest"]
    page.get_by_role("button", name="Reset").click()
    page.wait_for_function("() => !document.querySelector('#try-result table')")
    assert page.get_by_label("schedule.T_max", exact=True).input_value() == "10"
    assert "T_max" not in page.url


@pytest.mark.parametrize("path, value, said", [
    ("schedule.T_max", "0", "T_max must be a whole number of at least 1, found 0"),
    ("schedule.T_max", "", "T_max must be a whole number of at least 1, found nothing"),
    ("optimizer.lr", "-1", "lr must be a number of at least 0, found −1"),
    ("batch_size", "2.5", "batch_size must be a whole number of at least 1, found 2.5"),
])
def test_a_value_that_cannot_be_is_refused_in_words(open_page, path, value, said):
    page = open_page(NAME, "#try")
    field = page.get_by_label(path, exact=True)
    field.fill(value)
    assert field.get_attribute("aria-invalid") == "true"
    error = page.locator(f"#{field.get_attribute('id')}-error")
    assert error.inner_text() == said and error.get_attribute("id") in field.get_attribute("aria-describedby")
    page.wait_for_function("() => document.getElementById('try-status')?.textContent.startsWith('A setting')")
    assert page.locator("#try-result table").count() == 0


def test_a_run_that_diverges_says_where(open_page):
    page = open_page(NAME, "#try?optimizer.lr=1e30")
    page.wait_for_function("() => document.getElementById('try-status')?.textContent.startsWith('The run stops')")
    assert "training diverged" in parted(page)
    assert "training diverged" in page.locator("#try-optimizer-lr-error").inner_text()


def said_in_a_terminal(lesson, *settings):
    """What the terminal's Try says of a run, on one line."""
    return " ".join(glassbox("show", lesson, "--view", "try", *settings).split())


def agree(page, lesson):
    """The page says what the terminal says: where the runs part, and how each figure is read."""
    done(page)
    settings = shlex.split(page.locator("#try-result code").last.inner_text())[5:]
    terminal = said_in_a_terminal(lesson, *settings)
    readings = page.locator("#try-result .reading").all_inner_texts()
    assert readings and [said for said in [parted(page), *readings] if said not in terminal] == []


@pytest.mark.parametrize("query", [
    "schedule.T_max=5", "optimizer.momentum=0.5", "optimizer=RMSprop&optimizer.lr=0.1", "optimizer.lr=0.10000000000000002", "epochs=1",
    "epochs=1&batch_size=800&optimizer.momentum=0.5", "epochs=1&batch_size=800&optimizer.lr=1e20", "schedule=OneCycleLR", "seed=7",
])
def test_a_page_says_of_a_run_what_a_terminal_says(open_page, query):
    agree(open_page(NAME, "#try?" + query), LESSON)


def test_runs_that_part_in_validation_alone_are_not_called_the_same(open_page, tmp_path):
    norm = HEAVY.replace("csv: { path: table.csv, target: kind }", "make_moons: { n_samples: 100 }").replace("batch_size: 500", "batch_size: 25")
    lesson = tmp_path / "norm.md"
    lesson.write_text(norm.replace("model:", "model:\n  - BatchNorm1d") + "\n## Try\n\n- `BatchNorm1d.momentum`\n")
    build(tmp_path / "site", lesson)
    page = open_page("", "#try?BatchNorm1d.momentum=0.5", file=tmp_path / "site" / "norm.html")
    agree(page, lesson)
    assert parted(page).startswith("The steps that both runs take are the same, bit for bit, but after epoch 1 the validation loss is ")


def test_losses_that_are_measured_otherwise_are_said_not_to_compare(open_page):
    page = open_page("regression-on-diabetes", "#try?loss=L1Loss")
    agree(page, ROOT / "lessons" / "regression-on-diabetes.md")
    assert parted(page).endswith("The loss is another measure here: the losses of the two runs do not compare.")


def test_without_a_change_there_is_nothing_to_copy(open_page):
    page = open_page(NAME, "#try", permissions=["clipboard-read", "clipboard-write"])
    page.evaluate("() => navigator.clipboard.writeText('mine')")
    page.get_by_role("button", name="Copy as lesson").click()
    assert parted(page) == "Nothing is changed." and not page.locator("#try-yaml").is_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == "mine"


def test_a_long_run_is_cancelled_at_once(open_page):
    page = open_page(NAME, "#try?epochs=100000")
    cancel = page.get_by_role("button", name="Cancel")
    cancel.wait_for()
    page.wait_for_function("() => document.getElementById('try-progress')?.value > 0")
    cancel.click()
    page.wait_for_function("() => document.getElementById('try-status')?.textContent === 'Cancelled.'", timeout=1000)
    assert not cancel.is_visible() and not page.locator("#try-progress").is_visible()
    # And the next run is as if none had been.
    page.get_by_label("epochs", exact=True).fill("3")
    page.wait_for_function("() => document.querySelector('#try-result code')?.textContent.endsWith('epochs=3')")
    assert done(page) == trace("epochs=3")["digest"]


def test_a_page_answers_while_it_runs(open_page):
    page = open_page(NAME, "#try?epochs=100000")
    page.get_by_role("button", name="Cancel").wait_for()
    slowest = page.evaluate("""() => new Promise(done => {
        let last = performance.now(), most = 0, count = 0;
        const turn = () => {
          const now = performance.now();
          [most, last] = [Math.max(most, now - last), now];
          if (++count < 40) setTimeout(turn, 10); else done(most);
        };
        turn();
    })""")
    assert slowest < 500


@pytest.mark.parametrize("optimizer", ["optimizer.momentum=0.5", "optimizer=AdamW&optimizer.lr=0.01"])
def test_the_copied_lesson_is_one_that_the_binary_accepts(open_page, tmp_path, optimizer):
    page = open_page(NAME, "#try?schedule=StepLR&schedule.step_size=4&schedule.gamma=0.5&" + optimizer + "&epochs=12&seed=7",
                     permissions=["clipboard-read", "clipboard-write"])
    digest = done(page)
    page.get_by_role("button", name="Copy as lesson").click()
    page.wait_for_function("() => document.getElementById('try-status')?.textContent.startsWith('Copied')")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == page.locator("#try-yaml").text_content()
    # The prose tells of the lesson's own run, and its claims would fail: the stages alone are put together.
    text = LESSON.read_text()
    blocks = dict(re.findall(STAGE, text)) | dict(re.findall(STAGE, copied))
    seed = re.search(r"^seed: \d+$", copied, re.M)[0]
    head = re.sub(r"^seed: \d+$", seed, text[:text.index("\n---\n", 4) + 5], flags=re.M)
    changed = tmp_path / "copied.md"
    changed.write_text(head + "".join(f"\n## {TITLES[name]}\n\n```yaml {name}\n{block}```\n" for name, block in blocks.items()))
    glassbox("check", changed)
    there = json.loads(glassbox("trace", changed))
    assert (there["digest"], there["seed"], len(there["epochs"])) == (digest, 7, 12)


def test_a_page_whose_engine_cannot_be_unpacked_says_so_and_offers_the_command(open_page, site, tmp_path):
    text = (site / "cosine-annealing-lr.html").read_text()
    other = re.search(r'id="engine-lesson">([^<]*)', text)[1]
    broken = tmp_path / "broken.html"
    broken.write_text(re.sub(r'(id="engine-unpacker">)[^<]*', lambda found: found[1] + other, text))
    page = open_page("", "#try", file=broken)
    page.locator("#try-check").wait_for()
    assert page.locator("#try-check").inner_text() == "This browser cannot run the engine. The command below runs it in a terminal."
    assert "glassbox show" in page.locator("#try").inner_text()


def test_a_lesson_that_is_too_heavy_says_so_and_offers_the_command(open_page, tmp_path):
    values = random.Random(1)
    rows = [f"{','.join(str(values.random()) for _ in range(8))},{row % 2}" for row in range(2000)]
    (tmp_path / "table.csv").write_text("\n".join(["a,b,c,d,e,f,g,h,kind", *rows]))
    (tmp_path / "heavy.md").write_text(HEAVY)
    build(tmp_path / "site", tmp_path / "heavy.md")
    page = open_page("", "#try", file=tmp_path / "site" / "heavy.html")
    said = page.locator("#try-check").inner_text()
    assert re.match(r"The data takes \d+ KB even when packed, too much for a page: it takes 64\. The command below runs it in a terminal\.", said)
    assert "glassbox show" in page.locator("#try").inner_text() and "--set" in page.locator("#try").inner_text()
    assert page.locator("#try-controls :is(input, select, button)").count() == 0
    assert page.locator("#engine-module").count() == 0


def test_a_slider_stands_where_its_field_does(open_page):
    page = open_page(NAME, "#try?optimizer.lr=0.03")
    slider = page.get_by_label("optimizer.lr, slider")
    assert 10 ** float(slider.input_value()) == pytest.approx(0.03, rel=0.05)
    page.get_by_label("Schedule", exact=True).select_option("StepLR")
    assert 10 ** float(slider.input_value()) == pytest.approx(0.03, rel=0.05)
    momentum = page.get_by_label("optimizer.momentum, slider")
    assert (momentum.get_attribute("min"), momentum.get_attribute("max")) == ("0", "1")


def test_what_cannot_be_is_not_copied(open_page):
    page = open_page(NAME, "#try")
    page.get_by_label("schedule.T_max", exact=True).fill("-3")
    page.get_by_role("button", name="Copy as lesson").click()
    assert page.locator("#try-status").inner_text() == "A setting cannot be so: its message stands under it."
    assert page.locator("#try-yaml").is_hidden()
