"""Settings of the Analysis screen stand in the address; what is broken is named."""

from datetime import date

import pytest

from dashboard.screens.analysis_settings import CHOICES, NAMES, Settings, from_params
from dashboard.screens.view import BESIDE
from incidents.filter_parts import RANGED, WORDED, parameter

GOOD = [
    Settings(),
    Settings(chart="compare", versus="country", pair="EST..LVA"),
    Settings(chart="compare", against="2024-01-01..2024-12-31"),
    Settings(step="week", by="airspace", clock="utc", against="before"),
]
BAD = [
    ("chart", "pie", "use one of series, calendar"),
    ("step", "<b>", "<b>"),
    ("against", "2024-02-30..2024-03-01", "2024-02-30"),
    ("against", "..", ".."),
    ("pair", "EST", "EST"),
    ("pair", "a..b..c", "a..b..c"),
    ("pair", "E'ST..<i>", "E'ST"),
    ("clock", "x" * 5000, "x" * 40),
]


@pytest.mark.parametrize("settings", GOOD)
def test_round_trip(settings):
    """An address gives back the settings; defaults are left out of it."""
    params = settings.to_params()
    assert from_params(params) == (settings, ())
    assert all(params[name] != getattr(Settings(), name) for name in params)


@pytest.mark.parametrize(("name", "value", "words"), BAD)
def test_what_cannot_be_read(name, value, words):
    """It stays at its default, and a short note names it."""
    settings, (note,) = from_params({name: value})
    assert settings == Settings()
    assert note.startswith(f"Ignored: {name}: ")
    assert words in note
    assert len(note) < 200


def test_days():
    """Days of one's own are days, words are not."""
    assert Settings(against="2024-01-01..2024-01-31").days == (date(2024, 1, 1), date(2024, 1, 31))
    assert Settings(against="before").days is None
    assert Settings(pair="EST..LVA").words == ("EST", "LVA")


def test_names_are_free():
    """No setting has the name of a filter, and each is kept when the view changes."""
    filters = {"period", "q", "event", *map(parameter, (*WORDED, *RANGED))}
    assert not set(NAMES) & filters
    assert set(NAMES) < set(BESIDE)
    assert set(CHOICES) <= set(NAMES)
