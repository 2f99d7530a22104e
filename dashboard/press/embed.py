"""The map inside other pages: an iframe to paste, and the oEmbed answer for editors that make it themselves."""

from __future__ import annotations

from html import escape
from typing import Any

from dashboard.filter_speech import period_words
from dashboard.language import tr, using
from dashboard.press.content import Content
from dashboard.press.errors import PressError
from dashboard.press.pasted import ASPECTS, FLOWS, Pasted, pasted
from dashboard.press.permalink import permalink
from dashboard.press.picture import Picture, checked_url, one_of
from incidents import Filter, Package

WIDTH, HEIGHT = 960, 640
NARROWEST, LOWEST, LARGEST = 320, 320, 4000
LISTENER = """<script>
addEventListener("message", (event) => {
  if (event.data?.type !== "airspace-incidents:height") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === event.source.parent) frame.style.height = `${event.data.height}px`;
});
</script>"""
"""For the page around: takes over the height that the embedded view tells with `postMessage`."""


def snippet(
    view: Filter,
    *,
    url: str,
    title: str,
    width: int | None = None,
    height: int = HEIGHT,
    aspect: str = "",
    at: str = "",
    screen: str = "",
    flow: str = "",
) -> str:
    """Return an iframe for a page.

    Parameters
    ----------
    view : Filter
        What it shows.
    url : str
        Address of the app.
    title : str
        Name of the frame for screen readers.
    width : int, optional
        Pixels. Default: as wide as there is room, from 320.
    height : int, default 640
        Pixels.
    aspect : str, default ""
        A fixed shape such as "16:9": the frame then keeps it at every width.
    at : str, default ""
        Position of the map, as the address writes it.
    screen, flow : str, default ""
        Address of another screen than the map, and its selected supply line.

    Raises
    ------
    PressError
        There is no such shape.
    """
    if aspect:
        one_of("aspect", aspect, ASPECTS)
    address = permalink(view, url=checked_url(url), screen=screen, flow=flow, at=at, embed="true", aspect=aspect)
    wide = str(width) if width else "100%"
    style = f"border:0;min-width:{NARROWEST}px" + (
        f";aspect-ratio:{aspect.replace(':', '/')};height:auto" if aspect else ""
    )
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="{wide}" height="{int(height)}" loading="lazy" '
        f'style="{style}" allowfullscreen></iframe>'
    )


def oembed(
    package: Package, address: str, *, url: str, maxwidth: int | None = None, maxheight: int | None = None
) -> dict[str, Any]:
    """Return the oEmbed answer (version 1.0, type rich) for an address of the app.

    Parameters
    ----------
    package : Package
        The data, for the title.
    address : str
        The address that somebody pasted: of the map or of the supply lines.
    url : str
        Address of the app; other addresses are refused.
    maxwidth, maxheight : int, optional
        The consumer's limits in pixels.

    Raises
    ------
    PressError
        The address has no clean view or cannot be read (`dashboard.press.pasted`), or a limit is too small to show a map.
    """
    asked = pasted(package, address, url=url)
    for name, limit, least in (("maxwidth", maxwidth, NARROWEST), ("maxheight", maxheight, LOWEST)):
        if limit is not None and limit < least:
            raise PressError(f"{name}: {limit} pixels are too few for a map; it needs {least}")
    width, height = _size(asked.aspect, min(WIDTH, maxwidth or LARGEST), min(HEIGHT, maxheight or LARGEST))
    with using(asked.lang):
        title = _title(package, asked)
        html = snippet(
            asked.view, url=url, title=title, width=width, height=height, aspect=asked.aspect, at=asked.at,
            screen=asked.screen, flow=asked.flow,
        )  # fmt: skip
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": str(package.descriptor.get("title", "")) or "Airspace incidents",
        "provider_url": f"{checked_url(url)}/",
        "cache_age": 3600,
        "width": width,
        "height": height,
        "html": html,
    }


def _size(aspect: str, width: int, height: int) -> tuple[int, int]:
    """Return the largest frame of a shape inside a width and a height in pixels."""
    if not aspect:
        return width, height
    wide, tall = map(int, aspect.split(":"))
    found = min(width, height * wide // tall)
    if found < NARROWEST:
        least = -(-NARROWEST * tall // wide)
        raise PressError(f"maxheight: {height} pixels are too few for a map of {aspect}; it needs {least}")
    return found, round(found * tall / wide)


def _title(package: Package, asked: Pasted) -> str:
    if asked.screen != FLOWS:
        return Content(package, Picture(asked.view)).title
    from dashboard.press.flow_picture import TITLE

    return ", ".join(filter(None, (tr(TITLE), period_words(asked.view.period))))
