"""Sharing: downloads that equal the screen, pictures, embed code and citation in a dialog, the oEmbed answer."""

from urllib.parse import quote

import pytest
from starlette.applications import Starlette

from dashboard.server import api
from tests.dashboard.asgi import ask
from tests.dashboard.screen import run, text

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


@pytest.mark.parametrize(("preset", "theme"), [("square", "dark"), ("story", "light")])
def test_choices(preset, theme):
    """Another size and theme draw another picture without an error."""
    app = run(country="EST")
    app.button(key="share_open").click().run()
    app.selectbox(key="share_preset").set_value(preset)
    app.selectbox(key="share_theme").set_value(theme)
    app.text_input(key="share_title").set_value("$x^2$ <b>as typed</b>").run()
    assert not app.exception


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
