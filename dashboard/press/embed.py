"""The map inside other pages: an iframe to paste, and the oEmbed answer for editors that make it themselves."""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dashboard.press.content import Content
from dashboard.press.errors import PressError
from dashboard.press.permalink import permalink
from dashboard.press.picture import Picture, checked_url, one_of
from incidents import Filter, Package
from incidents.errors import shown

WIDTH, HEIGHT = 960, 640
NARROWEST, LOWEST, LARGEST = 320, 320, 4000
MOST_URL = 4000
ASPECTS = ("16:9", "4:3", "1:1", "9:16")
LISTENER = """<script>
addEventListener("message", (event) => {
  if (event.data?.type !== "airspace-incidents:height") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === event.source.parent) frame.style.height = `${event.data.height}px`;
});
</script>"""
"""For the page around: takes over the height that the embedded view tells with `postMessage`."""


def snippet(
    view: Filter, *, url: str, title: str, width: int | None = None, height: int = HEIGHT, aspect: str = ""
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

    Raises
    ------
    PressError
        There is no such shape.
    """
    shape = {"aspect": one_of("aspect", aspect, ASPECTS)} if aspect else {}
    address = permalink(view, url=checked_url(url), embed="true", **shape)
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
        The address that somebody pasted.
    url : str
        Address of the app; other addresses are refused.
    maxwidth, maxheight : int, optional
        The consumer's limits in pixels.

    Raises
    ------
    PressError
        The address is not one of this app, or a limit is too small to show a map.
    """
    home, given = urlsplit(checked_url(url)), urlsplit(address[:MOST_URL])
    same = (given.scheme, given.netloc) == (home.scheme, home.netloc) and f"{given.path}/".startswith(f"{home.path}/")
    if not home.hostname or not same:
        raise PressError(f"url: {shown(address)} is not an address of this map")
    for name, limit, least in (("maxwidth", maxwidth, NARROWEST), ("maxheight", maxheight, LOWEST)):
        if limit is not None and limit < least:
            raise PressError(f"{name}: {limit} pixels are too few for a map; it needs {least}")
    width, height = min(WIDTH, maxwidth or LARGEST), min(HEIGHT, maxheight or LARGEST)
    view, _ = Filter.from_params(parse_qs(given.query), package)
    title = Content(package, Picture(view)).title
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": str(package.descriptor.get("title", "")) or "Airspace incidents",
        "provider_url": f"{checked_url(url)}/",
        "cache_age": 3600,
        "width": width,
        "height": height,
        "html": snippet(view, url=url, title=title, width=width, height=height),
    }
