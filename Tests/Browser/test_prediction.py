"""The prediction trace opens to the sum that made a unit, for each sample, at every epoch of training."""

import json
import unicodedata

import pytest
from conftest import ROOT, axe, build, glassbox, ready

NAME = "cosine-annealing-lr"


def settled(page, epoch, of=20):
    """The page once its prediction trace has the weights after `epoch`."""
    page.locator("#visual > .layers:visible").first.scroll_into_view_if_needed()
    said = f"after epoch {epoch} of {of}" if epoch else "before training, as they were drawn"
    page.wait_for_function(
        "said => document.getElementById('prediction-epoch')?.textContent.startsWith(`With the weights ${said}.`)", arg=said)
    return page


def strip(page, step):
    return page.locator("#visual > .layers:visible > li").nth(step - 1).locator(".strip").first


def numbers(text):
    return [float(part) for part in text.replace("− ", "-").replace("−", "-").split() if part.lstrip("-").replace(".", "", 1).isdigit()]


def terms(page, step):
    """The rows of the sum that is shown: input, value, weight, product."""
    return [(row.locator("th").inner_text(), *numbers(row.locator("td").last.inner_text()))
            for row in strip(page, step).locator(".sum tr").all()]


def agree(page, step, unit, of_pixels=False):
    """Holds the sum on the page against the run's; one `of_pixels` calls its inputs by their names."""
    shown = terms(page, step)
    assert len(shown) == len(unit["terms"]) + (1 if unit["restCount"] else 0)
    for (name, x, weight, product), term in zip(shown, unit["terms"]):
        called, place = unicodedata.normalize("NFKC", name).split(" ")[0], term["input"]
        assert called == f"pixel_{place // 8}_{place % 8}" if of_pixels else called[1:] == str(place + 1)
        assert [x, weight, product] == pytest.approx([term["x"], term["weight"], term["product"]], abs=6e-4, rel=6e-4)
    total = numbers(strip(page, step).locator(".total").inner_text())
    assert total[:3] == pytest.approx([unit["sum"] - unit["bias"], unit["bias"], unit["sum"]], abs=1e-3, rel=1e-3)


@pytest.mark.parametrize("sample", [0, 1, 2])
def test_the_terms_of_a_unit_are_those_of_the_run(open_page, run, sample):
    page = settled(open_page(NAME, f"#visual?sample={sample + 1}&unit=2.4-3.2"), 20)
    steps = run["predictions"][sample]["steps"]
    agree(page, 2, steps[1]["units"][3])
    agree(page, 3, steps[2]["units"][1])


def test_samples_are_chosen_by_radio_buttons(open_page):
    page = open_page(NAME, "#visual")
    first, third = page.locator("#sample-1"), page.locator("#sample-3")
    assert first.is_checked() and page.locator("#visual > .layers:visible").count() == 1
    before = page.locator("#visual > .layers:visible").inner_text()
    third.check()
    assert page.locator("#visual > .layers:visible").inner_text() != before
    assert "sample=3" in page.url
    third.press("ArrowUp")
    assert page.locator("#sample-2").is_checked() and "sample=2" in page.url


def test_a_unit_opens_by_click_and_by_key_and_the_address_keeps_it(open_page):
    page = settled(open_page(NAME, "#visual?unit=2.4"), 20)
    cells, title = strip(page, 2).locator(".cells td"), strip(page, 2).locator(".sum .unit")
    assert title.inner_text() == "Unit 4"
    cells.nth(9).click()
    assert title.inner_text() == "Unit 10" and "unit=2.10" in page.url
    for key, unit in [("ArrowRight", 11), ("ArrowLeft", 10), ("Home", 1), ("End", 64)]:
        page.keyboard.press(key)
        assert title.inner_text() == f"Unit {unit}"
        assert page.evaluate("() => document.activeElement.getAttribute('aria-selected')") == "true"


def test_the_sum_is_that_of_the_chosen_epoch(open_page, run):
    page = settled(open_page(NAME, "#visual?epoch=0&unit=2.4"), 0)
    unit = run["predictions"][0]["steps"][1]["units"][3]
    drawn = terms(page, 2)
    page.evaluate("() => { location.hash = 'visual?epoch=10&unit=2.4' }")
    middle = terms(settled(page, 10), 2)
    page.evaluate("() => { location.hash = 'visual?epoch=20&unit=2.4' }")
    agree(settled(page, 20), 2, unit)
    assert drawn != middle and middle != terms(page, 2)
    # Its inputs are the same at any time: weights learn, a sample does not.
    inputs = lambda rows: {name: x for name, x, *more in rows if more}
    both = [name for name in inputs(drawn) if name in inputs(middle)]
    assert both and all(inputs(drawn)[name] == pytest.approx(inputs(middle)[name], abs=1e-3) for name in both)


def test_a_sum_adds_up(open_page):
    page = settled(open_page(NAME, "#visual?epoch=7&unit=2.4"), 7)
    products = [row[-1] for row in terms(page, 2)]
    total = numbers(strip(page, 2).locator(".total").inner_text())
    assert sum(products) == pytest.approx(total[0], abs=0.005)
    assert total[0] + total[1] == pytest.approx(total[2], abs=0.002)
    assert float(strip(page, 2).locator(".cells td").nth(3).inner_text().replace("−", "-")) == pytest.approx(
        max(total[2], 0), abs=0.001)


def test_a_softmax_is_drawn_with_the_weights_of_the_epoch(open_page, run):
    page = settled(open_page(NAME, "#visual?sample=3&epoch=0"), 0)
    bars = page.locator("#visual > .layers:visible .bars:not(.sum *) td:last-child")
    shares = lambda: [float(text.strip("%")) / 100 for text in bars.all_inner_texts()]
    before = shares()
    assert sum(before) == pytest.approx(1, abs=1e-3)
    page.evaluate("() => { location.hash = 'visual?sample=3&epoch=20' }")
    settled(page, 20)
    assert shares() == pytest.approx(run["predictions"][2]["probabilities"], abs=1e-4) and shares() != before


@pytest.mark.parametrize("width", [360, 1280])
def test_feature_maps_are_drawn_with_the_weights_of_the_epoch(open_page, width):
    lesson = "cnn-on-digits"
    page = open_page(lesson, "#visual?epoch=0", width=width)
    for epoch in (2, 12):
        trained = json.loads(glassbox("trace", ROOT / f"lessons/{lesson}.md", "--set", f"epochs={epoch}"))
        page.evaluate("epoch => { location.hash = `visual?epoch=${epoch}` }", epoch)
        settled(page, epoch, of=12)
        for step, size in [(2, 4 * 4), (3, 2 * 2)]:
            values = trained["predictions"][0]["steps"][step - 1]["values"]
            cells = strip(page, step).locator(".cells td")
            shown = [float(text.replace("−", "-")) for text in cells.all_text_contents()]
            assert shown == pytest.approx(values, rel=6e-4, abs=1e-6)
            # The strongest is the darkest, and the sentence names its place.
            top = values.index(max(values))
            assert cells.nth(top).get_attribute("class") == "10"
            place, columns = top % size, int(size ** 0.5)
            assert strip(page, step).locator(":scope > p").first.inner_text().startswith(
                f"The largest is in map {top // size + 1}, row {place // columns + 1}, column {place % columns + 1}, ")


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_a_map_has_its_rows_and_columns_at_any_width(open_page, width):
    page = open_page("cnn-on-digits", "#visual", width=width, still=True)
    shapes = page.evaluate("""() => [...document.querySelectorAll('#visual > .layers:not(.away) .maps tr')].map(map =>
      [map.cells.length, new Set([...map.cells].map(cell => cell.offsetTop)).size])""")
    assert {(64, 8), (16, 4), (4, 2)} == {tuple(shape) for shape in shapes}


def test_an_output_that_is_chosen_is_called_by_its_class(open_page):
    page = settled(open_page(NAME, "#visual"), 20)
    for unit in range(2):
        strip(page, 3).locator(".cells td").nth(unit).click()
        assert strip(page, 3).locator(".unit").inner_text() == f"Class {unit}"


def test_a_pooled_unit_opens_to_the_sum_that_was_the_greatest_of_its_window(open_page, tmp_path):
    run = json.loads(glassbox("trace", ROOT / "lessons" / "cnn-on-digits.md"))
    page = open_page("cnn-on-digits", "#visual-prediction?unit=2.1-3.64")
    page.wait_for_function("() => document.getElementById('prediction-epoch')?.textContent.startsWith('With')", timeout=60000)
    for step, place, through in [(2, 0, "ReLU → MaxPool2d"), (3, 63, "ReLU → MaxPool2d")]:
        traced = run["predictions"][0]["steps"][step - 1]
        unit = traced["units"][place]
        assert max(unit["sum"], 0) == traced["values"][place]
        agree(page, step, unit, of_pixels=step == 2)
        assert f" → {through} → " in strip(page, step).locator(".total").inner_text()


def lesson(folder, name, **stages):
    """A lesson of `stages` in `folder`, as a page."""
    blocks = "\n".join(f"## {stage}\n\n```yaml {stage}\n{text}\n```\n" for stage, text in stages.items())
    (folder / f"{name}.md").write_text(f"---\ntitle: {name}\nsubject: PyTorch\nfield: ml\n---\n\nA lesson.\n\n{blocks}")
    return build(folder / "site", folder / f"{name}.md") / f"{name}.html"


LARGE = {
    "lines": ("make_classification: { n_samples: 60, n_features: 300, random_state: 1 }", "- Linear: { out_features: 512 }", 512),
    "maps": ("load_digits: {}\ntake: 60", "- Unflatten: { dim: 1, unflattened_size: [1, 8, 8] }\n"
             "  - Conv2d: { out_channels: 32, kernel_size: 3, padding: 1 }\n  - Flatten", 2048),
}


@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize("width", [360, 1280])
def test_every_unit_of_a_large_layer_opens_by_number_and_by_pointer(open_page, tmp_path, name, width):
    load, layer, count = LARGE[name]
    file = lesson(
        tmp_path, name, load=load, preprocess="- train_test_split: { test_size: 0.2 }",
        train=f"model:\n  {layer}\n  - Linear: {{ out_features: 10 }}\nloss: CrossEntropyLoss\n"
              "optimizer: { SGD: { lr: 0.01 } }\nbatch_size: 16\nepochs: 2",
        schedule="none", evaluate="metrics: [accuracy]\npredict: 0")
    units = json.loads(glassbox("trace", tmp_path / f"{name}.md"))["predictions"][0]["steps"][1]["units"]
    page = settled(open_page("", "#visual", file=file, width=width), 2, of=2)
    figure = strip(page, 2)
    field, pictures = figure.get_by_role("spinbutton"), figure.locator(".drawn > svg")
    assert len(units) == count and f"of {count}" in figure.locator(".pick").inner_text()
    # By key: the number, and the next.
    field.fill(str(count - 1))
    field.press("Enter")
    agree(page, 2, units[count - 2], name == "maps")
    field.press("ArrowUp")
    agree(page, 2, units[count - 1], name == "maps")
    assert f"2.{count}" in page.url and figure.locator(".unit").inner_text().split(",")[0] == f"Unit {count}"
    # Past the last there is none.
    field.fill("99999")
    field.press("Enter")
    assert field.input_value() == str(count)
    # By pointer: the third of the second line of the last picture.
    last = pictures.last
    columns, rows, shown = (8, 8, count - 64) if name == "maps" else (32, 16, 0)
    box = last.bounding_box()
    last.click(position={"x": box["width"] * 2.5 / columns, "y": box["height"] * 1.5 / rows})
    agree(page, 2, units[shown + columns + 2], name == "maps")
    assert figure.locator(".mark").count() == 1
    # Its numbers in the lines of the picture.
    figure.locator(".data summary").click()
    numbers = figure.locator(".data tbody tr").nth(shown // columns + 1)
    assert numbers.locator("th").inner_text() == (
        f"map {shown // 64 + 1}, row 2" if name == "maps" else f"from unit {columns + 1}")
    assert figure.locator(".data tbody td").count() == count
    made, told = (
        float(text.split()[-1].replace("−", "-"))
        for text in (figure.locator(".total").inner_text(), numbers.locator("td").nth(2).inner_text()))
    assert told == pytest.approx(made, abs=0.001)
    assert axe(page) == []
    # Its address opens it again, with the weights of another epoch.
    page.reload()
    settled(ready(page), 2, of=2)
    assert strip(page, 2).get_by_role("spinbutton").input_value() == str(shown + columns + 3)
    before = figure.locator(".total").inner_text()
    page.evaluate("() => { location.hash += '&epoch=0' }")
    settled(page, 0, of=2)
    assert figure.locator(".total").inner_text() != before
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("layer, gates", [("RNN", 1), ("GRU", 3), ("LSTM", 4)])
def test_a_recurrent_unit_opens_to_the_sums_of_its_gates(open_page, tmp_path, layer, gates):
    (tmp_path / "tale.txt").write_text("the quick brown fox jumps over the lazy dog and sleeps. " * 4)
    file = lesson(
        tmp_path, "gates", load="text: { path: tale.txt, level: character, context: 6 }",
        preprocess="- train_test_split: { test_size: 0.2 }",
        train="model:\n  - Embedding: { num_embeddings: 28, embedding_dim: 4 }\n"
              f"  - {layer}: {{ hidden_size: 6, batch_first: true, returns: h_n }}\n  - Linear: {{ out_features: 28 }}\n"
              "loss: CrossEntropyLoss\noptimizer: { SGD: { lr: 0.5 } }\nbatch_size: 32\nepochs: 3",
        schedule="none", evaluate="metrics: [accuracy]\npredict: 0")
    page = open_page("", "#visual", file=file)
    sums = page.locator("#visual .layers .strip").nth(2).locator(".sum")
    built = sums.locator(".total").all_inner_texts()
    assert sums.locator(".bars").count() == gates and built[-1].startswith("h′ = ")
    # What the page's engine makes of the last weights reads as it was built; of earlier ones it leads to the cell's value.
    assert settled(page, 3, of=3) and sums.locator(".total").all_inner_texts() == built
    page.evaluate("() => { location.hash = '#visual?epoch=1' }")
    settled(page, 1, of=3)
    early = sums.locator(".total").all_inner_texts()
    assert early != built
    cell = strip(page, 3).locator("[data-chosen]").first.inner_text()
    assert numbers(early[-1])[-1] == pytest.approx(numbers(cell)[0], abs=6e-4)


CLASSES = "make_classification: { n_samples: 60, n_features: 4, random_state: 1 }"
ODD = {
    "ties": (CLASSES, "- Linear: { out_features: 3, init: { weight: 0, bias: -1 } }\n  - ReLU\n"
             "  - Linear: { out_features: 2, init: { weight: 0, bias: 0 } }", "CrossEntropyLoss", "as high"),
    "scores": (CLASSES, "- Linear: { out_features: 2 }", "NLLLoss", "They are no probabilities"),
    "values": ("make_regression: { n_samples: 60, n_features: 3, random_state: 1 }",
               "- Linear: { out_features: 4 }\n  - Tanh\n  - Linear: { out_features: 1 }\n  - Tanh", "MSELoss", "It misses by"),
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_said_of_a_prediction_reads_as_it_was_built(open_page, tmp_path, name):
    load, model, loss, words = ODD[name]
    file = lesson(
        tmp_path, name, load=load, preprocess="- train_test_split: { test_size: 0.2 }",
        train=f"model:\n  {model}\nloss: {loss}\noptimizer: {{ SGD: {{ lr: 0 }} }}\nbatch_size: 16\nepochs: 2",
        schedule="none", evaluate="metrics: [loss]\npredict: 0")
    said = "#visual .layers .st, #visual .layers .strip > p:not(.pick), #visual .layers .half p"
    built = open_page("", "#visual", file=file, java_script_enabled=False).locator(said).all_text_contents()
    page = settled(open_page("", "#visual", file=file), 2, of=2)
    assert page.locator(said).all_text_contents() == built
    assert words in " ".join(page.locator("#visual .layers").all_text_contents())
