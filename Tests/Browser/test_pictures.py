"""What a page looks like: every view of one lesson, and the others' Visual, at three widths in two schemes.

Pictures are kept at a third of their size in sixteen colours: enough to see that something moved. UPDATE_GOLDEN=1 rewrites them.
"""

import io
import os

import pytest
from conftest import LESSONS, ROOT, SCHEMES, VIEWS, WIDTHS, ready
from PIL import Image, ImageChops

GOLDENS = ROOT / "Tests/Browser/Goldens"
# What did not match is left here.
FAILED = ROOT / ".build/pictures"
SCALE = 3
# The share of the picture that may differ, and by how much a pixel must to count.
SHARE, DIFFERENCE = 0.005, 48


def small(png):
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    return picture.resize((picture.width // SCALE, picture.height // SCALE), Image.Resampling.BOX)


def differs(a, b):
    """The share of pixels that differ; 1 where the sizes do."""
    if a.size != b.size:
        return 1
    worst = ImageChops.difference(a, b).convert("L").point(lambda value: 255 if value > DIFFERENCE else 0)
    return worst.histogram()[255] / (a.width * a.height)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lesson, view", [("cosine-annealing-lr", view) for view in VIEWS] + [
    (lesson, "visual") for lesson in LESSONS if lesson != "cosine-annealing-lr"] + [("index", None)])
def test_a_page_looks_as_its_picture(open_page, lesson, view, width, scheme):
    page = open_page(lesson, f"#{view}" if view else "", width=width, scheme=scheme, still=True)
    ready(page)
    picture = small(page.screenshot(full_page=True, animations="disabled"))
    name = "-".join(part for part in (lesson, view, str(width), scheme) if part) + ".png"
    golden = GOLDENS / name
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDENS.mkdir(exist_ok=True)
        picture.quantize(16, dither=Image.Dither.NONE).save(golden, optimize=True)
    assert golden.exists(), f"no picture {golden}; UPDATE_GOLDEN=1 makes it"
    kept = Image.open(golden).convert("RGB")
    # Both in the kept one's colours.
    share = differs(picture.quantize(palette=Image.open(golden), dither=Image.Dither.NONE).convert("RGB"), kept)
    if share > SHARE:
        FAILED.mkdir(parents=True, exist_ok=True)
        picture.save(FAILED / name)
    assert share <= SHARE, f"{share:.2%} of the picture differs: see {FAILED / name}"
