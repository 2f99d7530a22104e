"""The supply lines of the view as a picture ready for the press."""

from __future__ import annotations

from typing import Any

from dashboard.language import tr
from dashboard.press.picture import Picture
from dashboard.screens import picture_form
from dashboard.screens.share import url_of
from dashboard.store import Store
from incidents import Filter, Package

NAME = "supply-lines"


def button(store: Store, shown: Filter) -> None:
    """Render the button and the dialog that it opens."""
    picture_form.button(
        store,
        shown,
        label=tr("Picture"),
        heading=tr("Picture of the supply lines"),
        key="flow_picture",
        body=_body,
        wanted=_wanted,
        draw=_draw,
        name=NAME,
    )


def _wanted(store: Store, shown: Filter, **chosen: Any) -> Picture:
    return Picture(filter=Filter(period=shown.period), url=url_of(store), **chosen)


def _draw(package: Package, picture: Picture) -> bytes:
    from dashboard.press.flow_image import flow_image

    return flow_image(package, picture)


def _body(store: Store, shown: Filter) -> None:
    from dashboard.press.flow_picture import FlowPicture

    chosen, kind = picture_form.ask("flow")
    with picture_form.told():
        wanted = _wanted(store, shown, **chosen)
        words = FlowPicture(store.package, wanted)
        said = picture_form.Words(words.caption, words.alt_text)
        picture_form.offer(store, wanted, kind, said, draw=_draw, name=NAME, key="flow")
