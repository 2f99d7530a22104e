"""Sharing: downloads that equal the screen, pictures, embed code and citation in a dialog, the oEmbed answer."""

from html import unescape
from urllib.parse import quote

import pytest
from starlette.applications import Starlette

from dashboard.server import api
from tests.dashboard.asgi import ask
from tests.dashboard.screen import run, text, unescaped

APP = Starlette(routes=api.ROUTES)
HOME = "http://127.0.0.1/"


def test_downloads_carry_the_filter():
    """Each format is a link to the API with the address's filters, without the selected event."""
    shown = text(run(country="EST", event="2025-09-19-ee-mig31-vaindloo"))
    for kind in api.FORMATS:
        assert f"api/events.{kind}?country=EST" in shown
    assert "events.csv?country=EST&amp;event" not in shown


def test_the_dialog_opens():
    """The dialog draws the picture of the view, with caption, alternative text, embed code and citation."""
    app = run(period=["2025-09-01", "2025-09-30"])
    app.button(key="share_open").click().run()
    assert not app.exception
    areas = [area.value for area in app.text_area]
    assert any("95 of 385" in words for words in areas)
    copies = [each.value for each in app if type(each).__name__ == "Html" and 'class="copyable"' in each.value]
    assert [words for words in ("@misc", "&lt;iframe", "TY  - ") if not any(words in each for each in copies)] == []


def test_what_is_shared_is_what_is_seen(monkeypatch):
    """Caption, citation and frame keep the map's position and the language; the frame of a selected event has its title."""
    monkeypatch.setenv("AIRSPACE_URL", "https://example.org/map")
    app = run(event="2025-09-19-ee-mig31-vaindloo", at="26.4,59.8,7", lang="pl")
    app.button(key="share_open").click().run()
    (caption,) = [area.value for area in app.text_area if area.key.startswith("share_caption")]
    assert "&lang=pl&at=26.4,59.8,7" in caption
    copies = [unescape(each.value) for each in app if type(each).__name__ == "Html" and "copyable" in each.value]
    shared = [words for words in copies if any(form in words for form in ("@misc", "TY  - ", "<iframe"))]
    assert len(shared) == 3
    assert [words for words in shared if "at=26.4,59.8,7" not in unescape(words) or "lang=pl" not in words] == []
    assert any('title="Estonia reports three Russian MiG-31s' in words for words in shared)


def test_an_address_that_cannot_be_used_is_told_in_the_dialog(monkeypatch):
    """The screen itself does without it."""
    monkeypatch.setenv("AIRSPACE_URL", "example.org/map")
    app = run()
    assert not app.exception
    app.button(key="share_open").click().run()
    assert not app.exception
    assert any("is not the address of an app" in each.value for each in app.warning)


def test_a_title_that_is_too_long_is_told():
    """A long title stays in its field, and the dialog says how much of it has room; nothing is cut off in silence."""
    app = run(country="EST")
    app.session_state["share_title"] = "x" * 200
    app.button(key="share_open").click().run()
    assert app.text_input(key="share_title").proto.max_chars == 0
    assert "title: 200 characters; at most 160 have room, shorten it" in unescaped(app.warning[0].value)
    assert len(app.text_input(key="share_title").value) == 200
    assert [words for words in ("@misc", "&lt;iframe") if words not in text(app)] == []


@pytest.mark.parametrize(("preset", "theme"), [("square", "dark"), ("story", "light")])
def test_choices(preset, theme):
    """Another size and theme draw another picture without an error."""
    app = run(country="EST")
    wishes = {"share_preset": preset, "share_theme": theme, "share_title": "$x^2$ <b>as typed</b>"}
    for key, value in wishes.items():
        app.session_state[key] = value
    app.button(key="share_open").click().run()
    assert not app.exception
    (caption,) = [area.value for area in app.text_area if area.key.startswith("share_caption")]
    assert caption.startswith("$x^2$ <b>as typed</b>. ")


def test_oembed():
    """An address of this app answers an iframe with its filters."""
    own = quote(HOME + "?country=EST", safe="")
    answer = ask(APP, f"/api/oembed?url={own}&format=json&dnt=1", headers={"host": "127.0.0.1"})
    assert answer.status == 200
    assert "country=EST&amp;embed=true" in answer.json()["html"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 404),
        ("url=http%3A%2F%2Fexample.org%2F", 404),
        (f"url={quote(HOME + 'chronicle', safe='')}", 404),
        (f"url={quote(HOME + '?country=XXX', safe='')}", 400),
        (f"url={quote(HOME, safe='')}&format=xml", 501),
        (f"url={quote(HOME, safe='')}&maxwidth=10", 400),
        (f"url={quote(HOME, safe='')}&maxwidth=wide", 400),
        (f"url={quote(HOME, safe='')}&maxheight=%D9%A5%D9%A0%D9%A0", 400),
        (f"url={quote(HOME, safe='')}&url={quote(HOME, safe='')}", 400),
        (f"url={quote(HOME, safe='')}&maxwidth=500&maxwidth=600", 400),
        (f"url={quote(HOME, safe='')}&colour=red", 400),
    ],
)
def test_oembed_refuses(query, status):
    """What cannot be answered gets a status and a reason, never a traceback."""
    answer = ask(APP, f"/api/oembed?{query}", headers={"host": "127.0.0.1"})
    assert answer.status == status
    assert answer.json()["detail"]
