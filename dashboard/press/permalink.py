"""The address that restores a view."""

from __future__ import annotations

from urllib.parse import urlencode

from dashboard import language
from incidents import Filter


def permalink(view: Filter, *, url: str = "", **more: str) -> str:
    """Return the address of a view in the current language.

    Parameters
    ----------
    view : Filter
        Filters, period and selected event.
    url : str, default ""
        Address of the app without a slash at the end. Empty: the address begins with the slash.
    **more : str
        Further parameters, such as ``embed="true"``.
    """
    query = urlencode([*view.to_params(), *language.params().items(), *more.items()])
    return f"{url}/?{query}" if query else f"{url}/"


def shown_link(link: str) -> str:
    """Return an address as it is printed: without the scheme and a last slash; the address of the app, where it is not known, as an ellipsis."""
    return link.partition("://")[2].rstrip("/") if "://" in link else f"…{link}"
