"""The address that restores a view."""

from __future__ import annotations

from urllib.parse import urlencode

from dashboard import language
from incidents import Filter


def permalink(view: Filter, *, url: str = "", screen: str = "", **more: str) -> str:
    """Return the address of a view in the current language.

    Parameters
    ----------
    view : Filter
        Filters, period and selected event.
    url : str, default ""
        Address of the app without a slash at the end. Empty: the address begins with the slash.
    screen : str, default ""
        Address of the screen; empty: the map.
    **more : str
        Further parameters, such as ``at="26.4,59.8,7"``; those without a value are left out.
    """
    beside = [(name, value) for name, value in more.items() if value]
    query = urlencode([*view.to_params(), *language.params().items(), *beside])
    # A position is easier to read, and shorter, with its commas.
    return f"{url}/{screen}" + (f"?{query.replace('%2C', ',')}" if query else "")


def shown_link(link: str) -> str:
    """Return an address as it is printed: without the scheme and a last slash; the address of the app, where it is not known, as an ellipsis."""
    return link.partition("://")[2].rstrip("/") if "://" in link else f"…{link}"
