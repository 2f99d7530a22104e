"""Pictures of the supply lines: their words, their lines, the same bytes each time, the command line."""

import io
import re
from datetime import date
from functools import cache

import numpy as np
import pytest
from PIL import Image

from dashboard.language import using
from dashboard.press.cli import main
from dashboard.press.flow_image import flow_image
from dashboard.press.flow_lines import dashes
from dashboard.press.flow_picture import FlowPicture, line_words
from dashboard.press.picture import Picture
from dashboard.press.presets import PRESETS
from incidents import Filter

SEPTEMBER = Filter(period=(date(2025, 9, 1), date(2025, 9, 30)))
NEVER = Filter(period=(date(1990, 1, 1), date(1990, 12, 31)))


@pytest.fixture(scope="module")
def drawn(served):
    """Draw pictures of September, each once."""
    return cache(lambda **options: flow_image(served.package, Picture(SEPTEMBER, **options)))


def words(content):
    """Return what stands in an SVG."""
    return " ".join(re.findall(r">([^<>]+)</text>", content.decode()))


@pytest.mark.parametrize("preset", PRESETS)
def test_sizes(drawn, preset):
    """A PNG has the pixels of its preset and is not empty."""
    with Image.open(io.BytesIO(drawn(preset=preset))) as made:
        assert made.size == (PRESETS[preset].width, PRESETS[preset].height)
        assert len(np.unique(np.asarray(made.convert("L")))) > 50


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_same_inputs_same_bytes(served, drawn, form):
    """The same package and picture give the same bytes in every format."""
    assert flow_image(served.package, Picture(SEPTEMBER, format=form)) == drawn(format=form)


def test_each_line_is_drawn_and_told(served):
    """Each line of the period has its number on the map and stands in the list; a contradicted figure says so; no other line is told."""
    picture = Picture(SEPTEMBER, preset="print", format="svg")
    shown = words(flow_image(served.package, picture))
    told = FlowPicture(served.package, picture)
    assert "7 of 16 recorded supply lines" in shown
    assert shown.count("contradicted") >= 4
    for row in told.rows:
        assert len(re.findall(rf"(?<![\\w.]){row['number']}(?![\\w.])", shown)) >= 2
        assert line_words(row).split(",")[0] in told.alt_text
    assert "Rason" not in shown


def test_in_polish(served):
    """The word beside a contradicted figure is of the language as well."""
    with using("pl"):
        shown = words(flow_image(served.package, Picture(SEPTEMBER, preset="print", format="svg")))
    assert "contradicted" not in shown
    assert shown.count("podważane") >= 2


@pytest.mark.parametrize("preset", ["social", "square"])
def test_all_lines_are_told(served, preset):
    """Of the whole record too each line has its number on the map and in the list, each place its name, and what is contradicted says so in both."""
    picture = Picture(preset=preset, format="svg")
    shown, told = words(flow_image(served.package, picture)), FlowPicture(served.package, picture)
    for row in told.rows:
        assert len(re.findall(rf"(?<![\w.]){row['number']}(?![\w.])", shown)) >= 2
        assert row["commodity"][1:20] in shown
    assert shown.count("contradicted") == 2 * sum(shape["contradicted"] for shape in told.shapes.values())
    assert all(shape[end] in shown for shape in told.shapes.values() for end in ("from", "to"))
    assert "at the address" not in shown


def test_lines_without_room_are_not_silent(served):
    """Where the list has no room for all, the picture says which are missing and where they are."""
    shown = words(
        flow_image(served.package, Picture(format="svg", title="A long title " * 9, subtitle="And more " * 20))
    )
    missing = re.search(r"Lines ([0-9]+) to 16: at the address of this view, below", shown)
    assert 1 < int(missing[1]) <= 16


def test_no_line(served):
    """An empty period gives a picture that says 0 of N."""
    picture = Picture(NEVER, format="svg")
    assert "0 of 16 recorded supply lines" in words(flow_image(served.package, picture))
    assert "none covers" in FlowPicture(served.package, picture).alt_text


def test_the_theme_changes_the_picture(drawn):
    """Light and dark differ nearly everywhere."""
    light, dark = (
        np.asarray(
            Image.open(io.BytesIO(drawn(preset="social", **({} if theme == "light" else {"theme": theme})))).convert(
                "L"
            ),
            float,
        )
        for theme in ("light", "dark")
    )
    assert (np.abs(light - dark) > 60).mean() > 0.8


def test_dashes_are_in_pixels():
    """Matplotlib multiplies by the width; what comes out is the pattern."""
    assert np.multiply(dashes((13.0, 5.0), 3.2), 3.2) == pytest.approx([13, 5])
    assert dashes((), 3.2) is None


def test_on_the_command_line(drawn, tmp_path, capsys):
    """The file is the picture; the caption is printed."""
    call = [
        "image",
        "--map",
        "supply-lines",
        "--preset",
        "social",
        "-o",
        str(tmp_path / "x.png"),
        "--caption",
        "--period",
        "2025-09-01",
        "2025-09-30",
    ]
    assert main(call) == 0
    assert (tmp_path / "x.png").read_bytes() == drawn(preset="social")
    assert "7 of 16 recorded supply lines" in capsys.readouterr().out


@pytest.mark.parametrize("more", [["--country", "EST"], ["--numbered"], ["--event", "x"]])
def test_a_call_at_fault(tmp_path, capsys, more):
    """What speaks of events only ends with one line, and nothing is written."""
    assert main(["image", "--map", "supply-lines", "--preset", "social", "-o", str(tmp_path / "x.png"), *more]) == 2
    assert "only --period" in capsys.readouterr().err
    assert not (tmp_path / "x.png").exists()
