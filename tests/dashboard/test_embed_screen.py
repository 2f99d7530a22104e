"""The clean view: what it says, its shape, and what it does with an address that cannot be read."""

import pytest

from dashboard.press.embed import ASPECTS as IN_SNIPPETS
from dashboard.screens.embed import ASPECTS, link
from incidents import Filter
from tests.dashboard.screen import command, params, run, text

VAINDLOO = "2025-09-19-ee-mig31-vaindloo"


@pytest.fixture
def embedded(monkeypatch):
    """Let every session be an embedded one: AppTest knows no ``embed=true``."""
    from streamlit.runtime.context import ContextProxy

    monkeypatch.setattr(ContextProxy, "is_embedded", property(lambda _: True))


@pytest.mark.parametrize("words", ASPECTS)
def test_shapes(embedded, words):
    """Each shape reaches the frame as two numbers, and the style sheet."""
    app = run(aspect=words)
    assert command(app)["picture"] == {"aspect": list(ASPECTS[words])}
    assert f"100dvh * {ASPECTS[words][0]} / {ASPECTS[words][1]}" in text(app)


@pytest.mark.parametrize("words", ["7:3", "16/9", "", "<b>1:1</b>", "x" * 5000])
def test_broken_shapes(embedded, words):
    """A shape that does not exist is ignored with a note, and fills the window."""
    app = run(aspect=words)
    assert command(app)["picture"] == {"aspect": None}
    assert "Ignored: aspect: write one of 16:9, 4:3, 1:1, 9:16" in text(app)
    assert "<b>1:1" not in text(app)


def test_no_shape(embedded):
    """Without a shape there is no note."""
    assert "Ignored" not in text(run(country="EST"))


def test_what_it_says(embedded):
    """Count, filter in words, the selected event with its status, and nothing to press."""
    app = run(country="EST", event=VAINDLOO)
    said = text(app)
    assert "of 385** recorded events" in said
    assert "Estonia" in said
    assert "19 Sep 2025: Estonia reports three Russian MiG-31s in its airspace for 12 minutes (Disputed)" in said
    assert not app.button
    assert not app.selectbox


def test_broken_filters_are_named(embedded):
    """A filter that cannot be read is named in the picture too: a screenshot must not claim it."""
    assert "Ignored: there is no filter" in text(run(cuntry="EST"))


def test_shapes_are_those_of_the_snippet():
    """The snippet offers the shapes that the view knows."""
    assert tuple(ASPECTS) == IN_SNIPPETS


def test_the_link():
    """The button's address holds filter and position."""
    assert link(Filter(country=("EST",)), at="26.4,59.8,7") == "?country=EST&at=26.4,59.8,7&embed=true"
    assert link(Filter()) == "?embed=true"


def test_the_button():
    """The map screen links to its clean view; a shape in its address is kept and harmless."""
    app = run(country="EST", aspect="1:1")
    (button,) = app.get("link_button")
    assert button.proto.url == "?country=EST&embed=true"
    assert params(app)["aspect"] == ["1:1"]
    assert command(app)["picture"] is None
