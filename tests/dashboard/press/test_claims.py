"""The claims on the card of one event: both sides, whatever the room."""

from __future__ import annotations

from functools import cache

import pytest

from dashboard.press import content as words
from dashboard.press.claims import Claims
from dashboard.press.compose import AREAS, Composition
from dashboard.press.content import Content
from dashboard.press.details import record_of
from dashboard.press.events import Drawn
from dashboard.press.picture import Picture
from dashboard.press.presets import PRESETS
from dashboard.press.sheet import Sheet
from dashboard.record import record
from dashboard.words import name_of
from incidents import Filter
from incidents.story import sides

POLAND = "2025-09-09-pl-drone-incursion"
QR = {"qr": True, "url": "https://example.org"}
LONG = {"title": "Own words that fill it up " * 6, "subtitle": "A subtitle that goes on " * 12}


@pytest.fixture(scope="module")
def denied(served):
    """Ids of all events with a denial; each is put into words once for all pictures."""
    found = served.package.claims
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "record", record_of)
        patch.setattr(words, "filter_events", cache(words.filter_events))
        yield sorted(set(found.loc[found["stance"] == "denies", "event_id"]))


def _lacking(served, event_id: str, sheet: Sheet, picture: Picture) -> set[str]:
    """Return the sides that a card leaves out, or "overflow" where its text has no room."""
    composition = Composition(sheet, Content(served.package, picture.replace(filter=Filter(event=event_id))))
    drawn = Drawn(served.package.events.iloc[:1], None, True, None, True)
    _, _, body = composition.fitted(lambda _: drawn, AREAS)
    (block,) = [each for each in body if isinstance(each, Claims)]
    said = " · ".join(f"{item.party} {' '.join(item.lines)}" for item in block.items(composition.width))
    claims = [{"party": claim["code"], "stance": claim["stance"]} for claim in block.claims]
    asserting, denying = sides(claims)
    denying = denying or tuple(claim["party"] for claim in claims if claim["stance"] == "denies")
    lacking = {
        name
        for name, codes in {"asserts": asserting, "denies": denying}.items()
        if codes and not any(name_of(code) in said for code in codes)
    }
    return lacking | ({"overflow"} if block.height(composition.width) > block.room else set())


@pytest.mark.parametrize("preset", PRESETS)
def test_both_sides_stand_on_every_card(served, denied, preset):
    """Every event with a denial, with and without a QR code: those who say so and those who deny it are named."""
    size = PRESETS[preset]
    sheet = Sheet(size.width, size.height, dpi=size.dpi, unit=size.unit, theme="light")
    assert len(denied) >= 84
    faults = {
        (event_id, bool(form)): lacking
        for event_id in denied
        for form in ({}, QR)
        if (lacking := _lacking(served, event_id, sheet, Picture(preset=preset, **form)))
    }
    assert faults == {}


def test_both_sides_under_long_titles(served, denied):
    """Own title and subtitle of the greatest length, with a QR code, in the preset with the least room."""
    picture = Picture(title=LONG["title"][:160], subtitle=LONG["subtitle"][:300], **QR)
    sheet = Sheet(1200, 675, dpi=100, unit=1.0, theme="light")
    assert [event_id for event_id in denied[::6] if _lacking(served, event_id, sheet, picture)] == []


@pytest.mark.parametrize("lines", [30, 14, 11, 9, 7, 3])
def test_words_are_cut_before_a_side_is(served, lines):
    """With less and less room the words become fewer; without any the sides are named in short, and the others counted."""
    block = Claims(record(served.package, POLAND)["claims"], 10.0, lines * 10.0)
    items = block.items(360.0)
    first, second = (" ".join([item.party, *item.lines]).strip() for item in items[:2])
    short = lines < 9
    assert first.startswith("Poland says so." if short else "Poland Poland recorded 19")
    assert second.startswith("Russia denies it or part of it." if short else "Russia No targets")
    assert block.height(360.0) <= max(lines, 7) * 10.0
