"""The control: ways of showing a text that are known to be wrong. Each must let at least one payload run, or the sentinel sees nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from html import escape

import folium
from jinja2 import TemplateError

from tests.trust.payloads import PAYLOADS, tagged
from tests.trust.sentinel import Sentinel

PATIENCE_MS = 800
STUB = "<script>var L = new Proxy(function () {}, {get: () => L, apply: () => L, construct: () => L}), $ = L;</script>"
CLICK = "<script>document.querySelectorAll('a').forEach((a) => a.click());</script>"


def _popup(text: str) -> str:
    """Return the script of a real folium map with a popup; Leaflet and jQuery are stand-ins that take everything."""
    shell = folium.Map([58, 25])
    folium.Marker([58, 25], popup=folium.Popup(escape(text, quote=False))).add_to(shell)
    root = shell.get_root()
    try:
        root.render()
    except TemplateError:  # folium reads the text of a popup as a template of Jinja as well
        return ""
    return f"{STUB}<script>{root.script.render()}</script>"


def _markdown(text: str) -> str:
    return re.sub(r"\[(.*?)\]\(\s*(.*)\)", r'<a href="\2">\1</a>', escape(text, quote=False)) + CLICK


SINKS: dict[str, Callable[[str], str]] = {
    "innerHTML": lambda text: (
        "<p id=x></p><script>x.innerHTML = " + json.dumps(text).replace("<", "\\x3c") + ";</script>"
    ),
    "page without escaping": lambda text: f"<title>x</title><p>{text}</p>",
    "title without escaping": lambda text: f"<title>{text}</title>",
    "attribute without escaping": lambda text: f'<input value="{text}">',
    "attribute in apostrophes": lambda text: f"<input value='{text}'>",
    "literal of a script": lambda text: f'<script>var text = "{text}";</script>',
    "JSON in a script": lambda text: f"<script>var data = {json.dumps({'text': text})};</script>",
    "template of a script": lambda text: f"<script>var text = `{text}`;</script>",
    "popup of folium, escaped": _popup,
    "comment of a script": lambda text: f"<script>/* {text} */</script>",
    "SVG without escaping": lambda text: f"<svg xmlns='http://www.w3.org/2000/svg'><desc>{text}</desc></svg>",
    "Markdown without checking links": _markdown,
    "links without checking": lambda text: f"<p>{text}</p>{CLICK}",
}
"""What is wrong, and the page that it makes of a text."""


def fired(tab: Sentinel, numbers: Iterable[int] = range(len(PAYLOADS))) -> dict[str, set[int]]:
    """Return for each sink which of the payloads ran in it, by their numbers; sinks in which none did are not in it."""
    numbers = tuple(numbers)
    found: dict[str, set[int]] = {}
    for sink, page in SINKS.items():
        tab.tripped.clear()
        frames = "".join(
            f'<iframe srcdoc="{escape(page(tagged(PAYLOADS[at], f"picture-sink-{at:03}")))}"></iframe>'
            for at in numbers
        )
        tab.page.goto("about:blank")
        tab.page.set_content(f"<body>{frames}</body>")
        tab.page.wait_for_timeout(PATIENCE_MS)
        if ran := {int(what[-3:]) for what in tab.tripped if what.startswith("picture-sink-")}:
            found[sink] = ran
    tab.tripped.clear()
    tab.foreign.clear()
    return found
