"""Lessons may come from strangers: their text stays text, wherever a page puts it."""

import json
import re

import pytest
from conftest import VIEWS, glassbox

MARKS = [
    "<script>window.pwned=1</script>", "<img src=x onerror=window.pwned=1>", "\"><svg onload=window.pwned=1>",
    "' onmouseover='window.pwned=1", "</script><script>window.pwned=1</script>", "</title><script>window.pwned=1</script>",
    "</style><script>window.pwned=1</script>", "<!--<script>", "]]><script>window.pwned=1</script>",
    "{{{title}}}{{#views}}", "javascript:window.pwned=1", "\\u003cscript>window.pwned=1</script>", "&lt;script&gt;", "\u202egpj.exe",
    "<iframe srcdoc='<script>parent.pwned=1</script>'>", "<a href='javascript:window.pwned=1'>x</a>",
]

LESSON = """---
title: {yaml}
subject: {yaml}
field: {yaml}
summary: {yaml}
seed: 1
---

{mark}

`{code}`

## {line}

```{code}
{code}
```

## Data

{mark}

```yaml load
csv: {{ path: table.csv, target: kind }}
```

## Preprocessing

```yaml preprocess
- train_test_split: {{ test_size: 0.25 }}
```

## Training

```yaml train
model:
  - Linear: {{ out_features: 2 }}
loss: CrossEntropyLoss
optimizer: {{ SGD: {{ lr: 0.1 }} }}
batch_size: 4
epochs: 3
```

## Schedule

```yaml schedule
StepLR: {{ step_size: 1 }}
```

## Evaluation

```yaml evaluate
metrics: [accuracy, confusion_matrix]
```

## Why

{mark}

## Deep Dive

{mark}

## Try

- `schedule.gamma`: {mark}

## Training Trace

| Epoch | Observation |
| --- | --- |
| 1 | {cell} |

## Challenge

### {line}

Answer: {line}

## Project

{mark} `? accuracy[epochs] >= 0`

## Quiz

### {line}

- [x] {line}
  > {line}
- [ ] no {line}

> {line}

### {line}

1. {line}
2. b {line}

## Recall

### {line}

{mark}

## Key Insight

{mark}
"""


@pytest.fixture(scope="module", params=range(len(MARKS)))
def hostile(request, tmp_path_factory):
    """A lesson with one of the marks everywhere, built."""
    mark = MARKS[request.param]
    folder = tmp_path_factory.mktemp("hostile")
    header = f"a,\"{mark.replace(chr(34), chr(34) * 2)}\",kind\n"
    names = [f"\"{mark.replace(chr(34), chr(34) * 2)}\"", "plain"]
    rows = "".join(f"{i % 5},{i % 7},{names[i % 2]}\n" for i in range(24))
    (folder / "table.csv").write_text(header + rows)
    # As text: markup of any other sort is refused before there is a page.
    text = re.sub(r"([!-/:-@[-`{-~])", r"\\\1", mark)
    (folder / "lesson.md").write_text(LESSON.format(yaml=json.dumps(mark), mark=text, line=text, cell=text, code=mark))
    glassbox("build", folder / "lesson.md", "--output", folder / "site")
    return folder / "site"


def is_clean(page):
    page.wait_for_timeout(50)
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("""() => [...document.querySelectorAll('*')].filter(part =>
        [...part.attributes].some(({ name, value }) => name.startsWith('on')
            || ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name) && /^\\s*(javascript|data):/i.test(value)))
        .map(part => part.outerHTML.slice(0, 200))""") == []
    assert page.locator("iframe, object, embed, img, link:not([rel=expect]), base").count() == 0


def test_a_stranger_s_text_stays_text_in_every_view(open_page, hostile):
    page = open_page("", file=hostile / "lesson.html")
    scripts = page.locator("script").count()
    assert scripts == page.evaluate("document.scripts.length")
    assert page.evaluate("[...document.scripts].filter(script => script.text.includes('pwned') && !script.type).length") == 0
    for view in VIEWS:
        page.evaluate("view => { location.hash = view }", view)
        is_clean(page)
    # What can be pressed is pressed.
    for button in page.locator("button:visible").all():
        if button.is_visible() and button.is_enabled():
            button.click()
    is_clean(page)


def test_a_stranger_s_text_stays_text_in_the_index(open_page, hostile):
    is_clean(open_page("", file=hostile / "index.html"))


@pytest.mark.parametrize("fragment", [
    "#<img src=x onerror=window.pwned=1>", "#visual?epoch=<script>window.pwned=1</script>", "#%", "#visual?epoch=%",
    "#javascript:window.pwned=1", "#visual?sample=1e999&unit=__proto__", "#try?schedule.T_max=';window.pwned=1//",
    "#try?__proto__.x=1&constructor=2", "#constructor", "#visual?epoch=-1", "#visual?epoch=999999999999",
])
def test_no_fragment_breaks_a_page(open_page, fragment):
    page = open_page("cosine-annealing-lr", fragment)
    is_clean(page)
    assert page.locator(".view.open").count() == 1
