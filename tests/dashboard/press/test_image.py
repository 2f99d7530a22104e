"""Pictures: like their references, the same bytes each time, with their words inside, and clear about bad input."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from dashboard.press.content import Content
from dashboard.press.errors import PressError
from dashboard.press.events import outline_of
from dashboard.press.headline import headline
from dashboard.press.image import image
from dashboard.press.map_part import view_for
from dashboard.press.names import Names
from dashboard.press.picture import Picture
from dashboard.press.presets import PRESETS
from dashboard.press.sheet import Sheet
from dashboard.press.view import EUROPE, GEOD, View, projection, view_of
from incidents import Filter
from incidents.package import Package
from tests.dashboard.press.references import HERE, PICTURES, SEPTEMBER, difference, draw

DIFFERENT = 0.05
"""Share of pixels that may differ from a reference: room for a new row or a moved border, not for a lost block."""


@pytest.mark.parametrize("name", PICTURES)
def test_looks_like_its_reference(served, name):
    """Each preset, light, dark and as a card, looks like the picture that was looked at."""
    with Image.open(HERE / f"{name}.png") as reference:
        assert difference(draw(served.package, name), reference) < DIFFERENT


def test_the_comparison_can_fail():
    """Another theme or another view is told from a reference."""
    with Image.open(HERE / "social-light.png") as light, Image.open(HERE / "social-dark.png") as dark:
        assert difference(light, dark) > 0.5
    with Image.open(HERE / "social-light.png") as whole, Image.open(HERE / "social-event.png") as card:
        assert difference(whole, card) > DIFFERENT


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_same_inputs_same_bytes(served, form):
    """The same package and picture give the same bytes in every format."""
    picture = Picture(SEPTEMBER, format=form, numbered=True)
    assert image(served.package, picture) == image(served.package, picture)


@pytest.mark.parametrize("preset", PRESETS)
def test_sizes(served, preset):
    """A PNG has the pixels and the resolution of its preset."""
    with Image.open(io.BytesIO(image(served.package, Picture(SEPTEMBER, preset=preset)))) as made:
        assert made.size == (PRESETS[preset].width, PRESETS[preset].height)
        assert round(made.info["dpi"][0]) == PRESETS[preset].dpi


def test_words_inside_the_png(served):
    """Title, alternative text, credits and permalink are text chunks; there is no date and no software."""
    picture = Picture(SEPTEMBER, url="https://example.org/map")
    content = Content(served.package, picture)
    with Image.open(io.BytesIO(image(served.package, picture))) as made:
        assert made.text["Title"] == content.title
        assert made.text["Description"] == content.alt_text
        assert made.text["Source"] == "https://example.org/map/?period=2025-09-01&period=2025-09-30"
        assert "Software" not in made.text


def test_svg_has_real_text(served):
    """An SVG holds its words as text, and its title and description as elements; markup in a title stays words."""
    title = "Drones & <b>jets</b> $x^2$ \\frac Дрон"
    svg = image(served.package, Picture(SEPTEMBER, format="svg", title=title)).decode()
    assert "<b>" not in svg
    lines = re.findall(r"<text [^>]*>(.*?)</text>", svg)
    assert any("&lt;b&gt;jets" in line or "&lt;b&gt;" in line for line in lines)
    assert any("$x^2$" in line for line in lines)
    assert any("POLAND" in line for line in lines)
    assert "<desc>Map with 95 of 385 recorded events" in svg
    assert not re.search(r"(href|src)=\"https?:", svg)


def test_pdf_embeds_its_fonts(served):
    """A PDF carries TrueType fonts and its title, and no date."""
    pdf = image(served.package, Picture(SEPTEMBER, format="pdf"))
    assert b"/FontFile2" in pdf
    assert b"/Type3" not in pdf
    assert b"CreationDate" not in pdf


ODD_TITLES = [
    "$\\LaTeX$ \\alpha $",
    "<script>alert(1)</script> &amp; {{7*7}} ${8}",
    "Дрони над Балтією: що відомо",
    "طائرات مسيرة فوق البلطيق עברית",
    "Drones 🚁👩‍✈️ over the Baltic 無人機",
    "Word" * 40,
    "\x00\x1b[31mred\u202e reversed\nsecond line",
    "é" * 160,
]


@pytest.mark.parametrize("title", ODD_TITLES)
@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_any_title_is_drawn(served, title, form):
    """Markup, mathematics, other scripts, emoji and control characters are words like others."""
    assert image(served.package, Picture(SEPTEMBER, format=form, title=title, subtitle=title))


BAD = [
    ({"preset": "poster"}, "preset: there is no poster; use one of social, story, square, print"),
    ({"theme": "sepia"}, "theme: there is no sepia; use one of light, dark"),
    ({"format": "gif"}, "format: there is no gif; use one of png, svg, pdf"),
    ({"title": "x" * 500}, "title: 500 characters; at most 160 have room"),
    ({"subtitle": "x" * 301}, "subtitle: 301 characters; at most 300"),
    ({"url": "javascript:alert(1)"}, "url: javascript:alert"),
    ({"qr": True}, "qr: a QR code needs the address"),
]


@pytest.mark.parametrize(("options", "words"), BAD)
def test_bad_wishes(options, words):
    """What cannot be drawn is refused, with the value and the way out."""
    with pytest.raises(PressError, match=re.escape(words)):
        Picture(**options)


def test_an_unknown_event(served):
    """An event that does not exist is refused."""
    with pytest.raises(PressError, match="event: there is no 2025-01-01-no-such in this data"):
        image(served.package, Picture(Filter(event="2025-01-01-no-such")))


def test_an_empty_result(served):
    """Without any event the picture says so, in the picture and in its words."""
    picture = Picture(Filter(q="zzzz"), format="svg")
    svg = image(served.package, picture).decode()
    assert "No recorded event" in svg
    assert "0 of 385 recorded events" in svg
    assert Content(served.package, picture).alt_text.startswith("Empty map")


def test_an_empty_package(served):
    """A package without events gives a picture, too."""
    tables = {name: getattr(served.package, name) for name in ("sources", "claims", "relations", "updates", "flows")}
    empty = Package(
        events=served.package.events.iloc[:0],
        watchlist=served.package.watchlist,
        assessments=served.package.assessments,
        **tables,
    )
    assert image(empty, Picture())


def test_every_event_has_a_card(served):
    """Events can be drawn as a card, wherever it lies."""
    for event_id in served.package.events["event_id"].iloc[::40]:
        assert image(served.package, Picture(Filter(event=event_id)))


def _many(events: pd.DataFrame, n: int) -> pd.DataFrame:
    rows = events.sample(n, replace=True, random_state=1).sort_values("earliest", ignore_index=True)
    rows["event_id"] = [f"e-{k}" for k in range(n)]
    rows["longitude"] = np.clip(rows["longitude"] + np.random.default_rng(1).normal(0, 2, n), -170, 170)
    return rows


@pytest.mark.parametrize(("n", "words"), [(2_000, "Drone incursion"), (10_500, "events in a hexagon of")])
def test_many_events(served, n, words):
    """Above 1 500 events dots are drawn, above 10 000 hexagons whose legend says what they mean."""
    tables = {name: getattr(served.package, name) for name in ("sources", "claims", "relations", "updates", "flows")}
    package = Package(
        events=_many(served.package.events, n),
        watchlist=served.package.watchlist,
        assessments=served.package.assessments,
        **tables,
    )
    svg = image(package, Picture(format="svg")).decode()
    assert words in svg
    assert f"{n} of {n} recorded events" in svg


# ---- words ---------------------------------------------------------------------------------------------------------
HEADLINES = [
    (Filter(), "Airspace incidents on NATO’s eastern flank"),
    (Filter(country=("POL",), type=("drone_incursion",)), "Poland: drone incursions"),
    (Filter(type=("drone_incursion", "drone_sighting")), "Drone incursions and drone sightings"),
    (Filter(period=(date(2025, 9, 1), date(2025, 9, 30))), "Recorded airspace events, 1 to 30 September 2025"),
    (
        Filter(status=("disputed",), category=("incident",), actor=("RUS",)),
        "Airspace incidents, disputed attributed to Russia",
    ),
]


@pytest.mark.parametrize(("view", "expected"), HEADLINES)
def test_headlines(view, expected):
    """A title is made from the filters."""
    assert headline(view) == expected


def test_the_caption_says_what_a_caption_must(served):
    """A caption holds count, filter, period, version, boundaries and licence; that of a card who asserts and who denies."""
    caption = Content(served.package, Picture(Filter(country=("EST",), event="2025-09-19-ee-mig31-vaindloo"))).caption
    for words in (
        "recorded events",
        "Estonia",
        served.package.version,
        "Crimea",
        "CC BY 4.0",
        "denied by Russia",
        "Status: disputed",
    ):
        assert words in caption


def test_sentences_in_the_alternative_text(served):
    """What becomes a part of a sentence loses its own full stop."""
    for event_id in served.package.events["event_id"].iloc[::20]:
        assert not re.search(r"[.,;]\s*;|\.\.", Content(served.package, Picture(Filter(event=event_id))).alt_text)


@pytest.mark.parametrize("wanted", [Filter(), SEPTEMBER, Filter(event="2025-09-19-ee-mig31-vaindloo")])
def test_names_have_room(served, wanted):
    """Names lie in the frame; none touches another, an event, or the outline of a highlighted disc."""
    content, sheet = Content(served.package, Picture(wanted)), Sheet(1200, 675, dpi=100, unit=1.0, theme="light")
    view = view_for(content, sheet, (420.0, 0.0, 1200.0, 620.0))
    shown = served.package.events.iloc[[served.index_of(wanted.event)]] if wanted.event else content.events
    places = view.place(shown["longitude"].to_numpy(float), shown["latitude"].to_numpy(float))
    outline = outline_of(view, content.event) if content.event else None
    names = Names(sheet, view, places, [], outline)
    names.draw()
    boxes = np.array(sheet.names) + np.array([5.3, 2.3, -5.3, -2.3])  # without the room around a name
    assert len(boxes) >= 10
    assert not names.room.points_in(boxes, places, 5.0).any()
    assert outline is None or not names.room.points_in(boxes, outline, 0.0).any()
    assert (boxes[:, 0] >= 420).all()
    assert (boxes[:, 2] <= 1200).all()
    a, b = boxes[:, None], boxes[None]
    touching = (a[..., 0] < b[..., 2]) & (a[..., 2] > b[..., 0]) & (a[..., 1] < b[..., 3]) & (a[..., 3] > b[..., 1])
    assert touching.sum() == len(boxes)


# ---- geometry ------------------------------------------------------------------------------------------------------
def test_projection_follows_the_events():
    """Events in Europe get ETRS89-LAEA, others an equal-area projection around them."""
    assert projection(np.array([25.0] * 9 + [-74.0]), np.array([59.0] * 9 + [40.7])) == EUROPE
    assert "lon_0=-74" in projection(np.array([-74.0]), np.array([40.7]))


def test_discs_are_true_metres():
    """A disc is as wide as its radius on the ellipsoid says, within half a percent of the projection."""
    view = View(EUROPE, 4.0e6, 4.5e6, 1000.0, (0.0, 0.0, 1000.0, 1000.0))
    (ring,) = view.circles(np.array([26.0]), np.array([59.8]), np.array([50_000.0]))
    across = np.ptp(ring, axis=0) * view.scale
    assert across == pytest.approx([100_000, 100_000], rel=0.005)
    assert GEOD.inv(26.0, 59.8, 26.0, 59.8)[2] == 0


def test_the_view_holds_its_events(served):
    """All events of the theatre lie inside the frame."""
    events = served.package.events
    inside = events[(events["longitude"] > -20) & (events["latitude"] > 33)]
    view = view_of(inside, (0.0, 0.0, 800.0, 600.0), pad=20)
    assert view.holds(view.place(inside["longitude"], inside["latitude"])).all()


def test_no_foreign_code():
    """Pictures need neither pyplot nor Streamlit nor folium."""
    folder = Path(__file__).parents[3] / "dashboard" / "press"
    for path in folder.glob("*.py"):
        assert not re.search(
            r"import (streamlit|folium)|pyplot", path.read_text(encoding="utf-8").partition('"""\n')[2]
        ), path
