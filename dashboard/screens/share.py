"""The view as a picture, a page, an embed code or a citation."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from dashboard.language import tr
from dashboard.own_store import OwnStore
from dashboard.press.picture import Picture
from dashboard.screens import picture_form, view
from dashboard.screens.copyable import copyable
from dashboard.screens.made_once import made_once
from dashboard.store import Store
from incidents import Filter, Package

ADDRESS = "AIRSPACE_URL"
NAME = "airspace-incidents"


def address() -> str:
    """Return the address of this app, for permalinks: AIRSPACE_URL, or the one that the browser uses."""
    if own := os.environ.get(ADDRESS, ""):
        return own
    parts, folder = urlsplit(st.context.url or ""), st.get_option("server.baseUrlPath").strip("/")
    home = f"/{folder}/" if folder else "/"
    return f"{parts.scheme}://{parts.netloc}{home}" if parts.scheme in ("http", "https") else ""


def url_of(store: Store) -> str:
    """Return the address for permalinks; none leads to data of a session."""
    return "" if isinstance(store, OwnStore) else address()


def button(store: Store, shown: Filter) -> None:
    """Render the button and the dialog that it opens."""
    picture_form.button(
        store,
        shown,
        label=tr("Share"),
        heading=tr("Share this view"),
        key="share_open",
        body=_body,
        wanted=_wanted,
        draw=_draw,
        name=NAME,
    )


def _body(store: Store, shown: Filter) -> None:
    own = isinstance(store, OwnStore)
    tabs = st.tabs(
        [tr("Picture"), tr("One-file page")] if own else [tr("Picture"), tr("One-file page"), tr("Embed"), tr("Cite")]
    )
    with tabs[0], picture_form.told():
        _picture(store, shown)
    with tabs[1], picture_form.told():
        _one_file(store, shown)
    if own:
        st.caption(tr("No address leads to data of this session: there is nothing to embed or cite, and no permalink."))
        return
    with tabs[2], picture_form.told():
        _embed(store, shown)
    with tabs[3], picture_form.told():
        _cite(store, shown)


def _wanted(store: Store, shown: Filter, **chosen: Any) -> Picture:
    at = "" if isinstance(store, OwnStore) else view.at()
    return Picture(filter=shown, url=url_of(store), at=at, **chosen)


def _draw(package: Package, picture: Picture) -> bytes:
    from dashboard.press.image import image

    return image(package, picture)


def _picture(store: Store, shown: Filter) -> None:
    from dashboard.press.content import Content

    chosen, kind = picture_form.ask("share")
    numbered = st.checkbox(tr("Number the events and list them"), key="share_numbered")
    wanted = _wanted(store, shown, numbered=numbered, **chosen)
    content = Content(store.package, wanted)
    words = picture_form.Words(content.caption, content.alt_text)
    others = [wanted.replace(numbered=not numbered)]
    picture_form.offer(store, wanted, kind, words, draw=_draw, name=NAME, key="share", others=others)


def _page(store: Store, shown: Filter) -> bytes:
    from dashboard.press.page import page

    url = url_of(store)
    return made_once(store, ("page", shown, url), lambda: page(store.package, shown, url=url))


def _one_file(store: Store, shown: Filter) -> None:
    st.text(tr("The map, its time control, the list and the details as one HTML file that works without a network."))
    if st.button(tr("Make the page"), key="share_make"):
        st.download_button(
            tr("Download the page"),
            _page(store, shown),
            "airspace-incidents.html",
            "text/html",
            key="share_page",
            on_click="ignore",
        )


def _embed(store: Store, shown: Filter) -> None:
    from dashboard.press.content import Content
    from dashboard.press.embed import ASPECTS, LISTENER, snippet

    st.text(tr("Paste this into a page; it shows this view without controls, from 320 pixels of width."))
    shape = st.selectbox(
        tr("Shape"), ["", *ASPECTS], format_func=lambda aspect: aspect or tr("Free"), key="share_aspect", width=160
    )
    title = Content(store.package, Picture(shown)).title
    code = snippet(shown, url=address(), title=title, aspect=shape, at=view.at())
    copyable(code)
    if not shape:
        st.text(
            tr(
                "The view tells the page around how tall it wants to be. To follow it, paste this once as well (optional):"
            )
        )
        copyable(LISTENER)


def _cite(store: Store, shown: Filter) -> None:
    from dashboard.press.citation import cite

    found = cite(store.package, shown, url=address(), at=view.at(), accessed=datetime.now(UTC).date())
    st.text(tr("This incident") if shown.event else tr("This view"))
    for words in (found.text, found.bibtex, found.ris):
        copyable(words)
